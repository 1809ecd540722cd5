"""Text that wraps as French asks: never at a no-break space, and under its own first letter.

Textual 8.2.8 breaks a line at U+00A0 (`_wrap.re_chunk` counts it as white space), which would put « ? » or
« : » alone at the head of a line; here the lines are broken before Textual sees them.
"""

from collections.abc import Callable
from itertools import pairwise

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Prose(Widget):
    """A text of the width it is given and the height it needs."""

    DEFAULT_CSS = "Prose { height: auto; width: 100%; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._text = Content("")
        self._wrapped: tuple[int, Content, int] | None = None
        """Width, the text broken for it, and how many lines it takes."""

    @property
    def text(self) -> Content:
        """The text as it was given, before its lines were broken."""
        return self._text

    def show(self, text: Content | str) -> None:
        """Replace the text, when it is another one; a str is never read as markup."""
        new = text if isinstance(text, Content) else Content(text)
        if new.is_same(self._text):
            return
        self._text = new
        self._wrapped = None
        width, height = self.content_size
        self.refresh(layout=not width or max(self._lines(width)[1], self._least) != height)

    @property
    def _least(self) -> int:
        """Lines the style reserves, whatever the text."""
        least = self.styles.min_height
        return int(least.value) if least is not None else 0

    def render(self) -> Content:
        """Return the text, its lines broken for the width at hand."""
        return self._lines(self.content_size.width or self.app.size.width)[0]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines the text takes at a width."""
        return self._lines(width)[1] if width else 0

    def _lines(self, width: int) -> tuple[Content, int]:
        if self._wrapped is None or self._wrapped[0] != width:
            lines = wrapped(self._text, width)
            self._wrapped = width, Content("\n").join(lines), len(lines)
        return self._wrapped[1:]


class FittedProse(Prose):
    """A text that is written for the width it is given: columns when there is room for them."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._write: Callable[[int], Content] | None = None
        self._written_for = 0

    def write(self, text: Callable[[int], Content]) -> None:
        """Replace the text by what is written for the width at hand, now and whenever it changes."""
        self._write, self._written_for = text, 0
        width = self.content_size.width
        if width:
            self._written_for = width
            self.show(text(width))
        else:
            self.refresh(layout=True)

    def _lines(self, width: int) -> tuple[Content, int]:
        if self._write is not None and width != self._written_for:
            self._text, self._wrapped, self._written_for = self._write(width), None, width
        return super()._lines(width)


def wrapped(text: Content, width: int) -> list[Content]:
    """Break the paragraphs of a text into lines at ordinary spaces; each keeps its indentation."""
    return [line for one in text.split("\n", allow_blank=True) for line in _broken(one, width)]


def _broken(paragraph: Content, width: int) -> list[Content]:
    """Break one paragraph into lines."""
    plain = paragraph.plain
    if cell_len(plain) <= width:
        return [paragraph]
    indent = min(len(plain) - len(plain.lstrip(" ")), width // 2)
    ends = [0, *_breaks(plain, width, indent), len(plain)]
    first, *others = (paragraph[start:end].rstrip() for start, end in pairwise(ends))
    return [first, *(Content(" " * indent) + line for line in others)]


def _breaks(plain: str, width: int, indent: int) -> list[int]:
    """Return where the lines after the first begin; a word too long for a line is cut where the line ends."""
    breaks: list[int] = []
    start, used = indent, indent
    for word in plain[indent:].split(" "):
        size = cell_len(word)
        if used > indent and used + size > width:
            breaks.append(start)
            used = indent
        cuts = _cuts(word, width - used) if used + size > width else []
        breaks += [start + cut for cut in cuts]
        used = indent + cell_len(word[cuts[-1] :]) + 1 if cuts else used + size + 1
        start += len(word) + 1
    return breaks


def _cuts(word: str, room: int) -> list[int]:
    """Return where a word longer than the room must be cut."""
    cuts, used, room = [], 0, max(2, room)
    for place, letter in enumerate(word):
        size = cell_len(letter)
        if used + size > room:
            cuts.append(place)
            used = 0
        used += size
    return cuts
