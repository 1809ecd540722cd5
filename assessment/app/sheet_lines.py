"""Lines of a printed sheet in a terminal: broken, set side by side, framed; no block is known here."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from assessment.app.prose import wrapped

Lines = list[Content]

_EMPTY = Content("")


def flowed(text: Content | str, width: int, style: str = "") -> Lines:
    """Break a text into lines of a width; a str is never read as markup."""
    content = text if isinstance(text, Content) else Content(text)
    return wrapped(content.stylize(style) if style else content, max(1, width))


def hung(mark: str, text: Content, width: int) -> Lines:
    """Break a text into lines that hang under its first letter, behind a mark."""
    lines = flowed(text, width - len(mark))
    return [Content(mark if place == 0 else " " * len(mark)) + line for place, line in enumerate(lines)]


def side_by_side(cells: Sequence[Lines], widths: Sequence[int], gap: str = "  ") -> Lines:
    """Set columns of lines beside one another."""
    rows = zip_longest(*cells, fillvalue=_EMPTY)
    between = Content(gap)
    return [
        between.join(padded(line, width) for line, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def framed(lines: Lines, width: int, *, height: int = 0) -> Lines:
    """Put lines in a frame of a width, of a height at least; they must leave four cells for it."""
    inner = max(1, width - 4)
    filled = [*lines, *[_EMPTY] * (height - len(lines))]
    rule = "─" * (inner + 2)
    body = [Content.assemble("│ ", padded(line, inner), " │") for line in filled]
    return [Content(f"┌{rule}┐"), *body, Content(f"└{rule}┘")]


def padded(line: Content, width: int) -> Content:
    """Fill a line with spaces up to a width."""
    return line.pad_right(max(0, width - line.cell_length))


def shares_of(width: int, shares: Sequence[float], gap: int = 2) -> list[int]:
    """Cut a width into columns by their shares, a gap between them; each keeps a few cells."""
    room = max(len(shares), width - gap * (len(shares) - 1))
    whole = sum(shares) or 1
    widths = [max(1, int(room * share / whole)) for share in shares]
    widths[-1] += max(0, room - sum(widths))
    return widths
