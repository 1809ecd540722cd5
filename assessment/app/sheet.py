"""A page of the document drawn in the terminal: the words of its blocks, in their order, in black on white.

Whatever a block is, its words are shown: one that has no drawing of its own here is written out plainly.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from assessment.app.sheet_lines import Lines, flowed, framed, hung, shares_of, side_by_side
from assessment.report import document as doc
from questionnaire.typography import NO_BREAK

SQUARES = {"use": "■", "need": "□", "no_need": "·", "dont_know": "?", "unanswered": "_", "not_asked": "–"}
"""One sign a state; the legend says each in words."""
NARROW = 50
"""Cells below which columns and tables are set one under the other."""
QUIET = "dim"
"""Dates, sources, legends: what is read second."""
_ROLES = {"quote": "italic", "caption": QUIET, "note": QUIET, "lead": "bold"}


class Sheet(Widget):
    """A sheet of paper of the width it is given and the height its blocks need."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name Textual uses
        super().__init__(id=id)
        self._blocks: tuple[doc.Block, ...] = ()
        self._foot = ""
        self._drawn: tuple[int, Lines] = 0, []

    def show(self, page: doc.Page, foot: str) -> None:
        """Replace what stands on the sheet; the foot is the sentence under the rule."""
        self._blocks, self._foot, self._drawn = page.blocks, foot, (0, [])
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the lines for the width at hand."""
        return Content("\n").join(self._lines(self.content_size.width or self.app.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines the sheet takes at a width."""
        return len(self._lines(width)) if width else 0

    def _lines(self, width: int) -> Lines:
        if self._drawn[0] != width or not self._drawn[1]:
            foot = [Content("─" * width), *flowed(self._foot, width, QUIET)]
            self._drawn = width, [*drawn(self._blocks, width), Content(""), *foot]
        return self._drawn[1]


def drawn(blocks: Sequence[doc.Block], width: int) -> Lines:
    """Return blocks as lines of a width, an empty line before each; none after a heading."""
    lines: Lines = []
    after_heading = True
    for block in blocks:
        made = _DRAWERS.get(type(block), _written_out)(block, width)
        if not after_heading:
            lines.append(Content(""))
        lines += made
        after_heading = isinstance(block, doc.Heading)
    return lines


def _title(block: doc.Title, width: int) -> Lines:
    facts = [line for fact in block.lines for line in flowed(fact, width, QUIET)]
    return [*flowed(block.kicker, width), *flowed(block.text, width, "bold underline"), *facts]


def _heading(block: doc.Heading, width: int) -> Lines:
    return flowed(block.text, width, "bold underline" if block.level == 1 else "bold")


def _words(block: doc.Paragraph) -> Content:
    """Return running text, its label in bold."""
    text = Content.styled(block.text, _ROLES.get(block.role, ""))
    return Content.assemble((block.label, "bold"), " ", text) if block.label else text


def _paragraph(block: doc.Paragraph, width: int) -> Lines:
    return flowed(_words(block), width)


def _bullets(block: doc.Bullets, width: int) -> Lines:
    lines: Lines = []
    for item in block.items:
        lines += hung("• ", _words(item), width)
    return lines


def _callout(block: doc.Callout, width: int) -> Lines:
    return framed(_inside(block, width - 4), width)


def _inside(block: doc.Callout, width: int) -> Lines:
    return [*_heading(block.heading, width), *drawn(block.blocks, width)]


def _columns(block: doc.Columns, width: int) -> Lines:
    """Set two boxes of one height side by side, or one under the other when there is no room."""
    if width < NARROW:
        return [*_callout(block.left, width), *_callout(block.right, width)]
    widths = shares_of(width, (1, 1), gap=1)
    halves = [_inside(half, room - 4) for half, room in zip((block.left, block.right), widths, strict=True)]
    height = max(len(half) for half in halves)
    boxes = [framed(half, room, height=height) for half, room in zip(halves, widths, strict=True)]
    return side_by_side(boxes, widths, gap=" ")


def _table(block: doc.Table, width: int) -> Lines:
    caption = flowed(block.caption, width, QUIET) if block.caption else []
    return [*(_records(block, width) if width < NARROW else _grid(block, width)), *caption]


def _grid(block: doc.Table, width: int) -> Lines:
    """Set a table in columns, a rule under its head."""
    widths = shares_of(width, [column.share for column in block.columns])
    head = [flowed(column.title, room, QUIET) for column, room in zip(block.columns, widths, strict=True)]
    lines = [*side_by_side(head, widths), Content("─" * width)]
    for number, row in enumerate(block.rows):
        lines += [Content.styled("─" * width, QUIET)] if number else []
        if number in block.groups:
            lines += flowed(row[0], width, "bold")
        else:
            lines += side_by_side(list(_cells(block, row, widths)), widths)
    return lines


def _cells(block: doc.Table, row: Sequence[str], widths: Sequence[int]) -> Iterator[Lines]:
    for place, (words, width) in enumerate(zip(row, widths, strict=True)):
        blank = "_" * width if block.fill_in else ""
        yield flowed(words or blank, width, "bold" if place == 0 and block.strong_first else "")


def _records(block: doc.Table, width: int) -> Lines:
    """Write a table row after row, each cell behind the title of its column."""
    lines: Lines = []
    for number, row in enumerate(block.rows):
        lines += flowed(row[0], width, "bold")
        if number in block.groups:
            continue
        for column, words in zip(block.columns[1:], row[1:], strict=True):
            if words or block.fill_in:
                lines += hung("  ", Content.assemble((f"{column.title} ", QUIET), words), width)
    return lines


def _state_picture(block: doc.StatePicture, width: int) -> Lines:
    """Set one sign an item on a line a domain, with its situation; its counts under it; then the legend."""
    lines: Lines = []
    names = max((len(row.label) for row in block.rows), default=0) + 2
    room = max((len(row.states) for row in block.rows), default=0) * 2 + 2
    for row in block.rows:
        signs = " ".join(SQUARES.get(state, "?") for state, _ in row.states)
        drawn_row = Content.assemble(
            (f"{row.label:<{names}}", "bold"), f"{signs:<{room}}", (row.stage, "bold")
        )
        lines += flowed(drawn_row, width) if drawn_row.cell_length <= width else _stacked(row, signs, width)
        lines += hung("  ", Content(row.counts), width)
    said = (f"{SQUARES.get(state, '?')} {words}".replace(" ", NO_BREAK) for state, words in block.legend)
    legend = "   ".join(said)
    return [*lines, *flowed(legend, width, QUIET)]


def _stacked(row: doc.StateRow, signs: str, width: int) -> Lines:
    """Set the name of a domain, its signs and its situation one under the other."""
    return [
        *flowed(row.label, width, "bold"),
        *hung("  ", Content(signs), width),
        *hung("  ", Content.styled(row.stage, "bold"), width),
    ]


def _written_out(block: object, width: int) -> Lines:
    """Write out a block that has no drawing here: its own sentence, or every text it holds."""
    sentence = getattr(block, "sentence", None)
    texts = [sentence] if isinstance(sentence, str) else list(_texts(block))
    return [line for text in texts for line in flowed(text, width)]


def _texts(part: object) -> Iterator[str]:
    """Return every text inside a block, in the order of its fields."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list):
        for inner in part:
            yield from _texts(inner)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))


_DRAWERS: dict[type, Callable[[Any, int], Lines]] = {
    doc.Title: _title,
    doc.Heading: _heading,
    doc.Paragraph: _paragraph,
    doc.Bullets: _bullets,
    doc.Table: _table,
    doc.Callout: _callout,
    doc.Columns: _columns,
    doc.StatePicture: _state_picture,
}
