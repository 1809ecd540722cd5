"""Paragraphs: words into lines, lines onto the page.

reportlab's paragraphs do more (inline markup, justification) and are three times as slow; ours hold a bold
label at most, and know their tag.
"""

from collections.abc import Sequence

from assessment.report.characters import clean
from assessment.report.pdf.fonts import Span, printable, runs_right_to_left, width, word_widths
from assessment.report.pdf.pen import Pen
from assessment.report.pdf.pieces import LINES_KEPT, Piece
from assessment.report.pdf.structure import Element, text_string
from assessment.report.pdf.styles import Style

Line = tuple[Span, ...]
FEWEST_LINES = 2
"""Lines a cut paragraph leaves at least on either page."""


class Prose(Piece):
    """A paragraph, or what is left of one after a cut."""

    def __init__(self, spans: Sequence[Span], style: Style, element: Element | None) -> None:
        """Take the text in its fonts, the look, and the tag; without one it is decoration."""
        self._spans = spans
        self.style = style
        self.element = element
        self.before = style.before
        self.after = style.after
        self._measure = -1.0
        self._lines: Sequence[Line] = ()

    def lines(self, width: float) -> Sequence[Line]:
        """Break into lines, once for each measure."""
        if width != self._measure:
            room = (width - self.style.left - self.style.right) / self.style.size
            self._lines = broken(self._spans, room)
            self._measure = width
        return self._lines

    def height(self, width: float) -> float:
        """Return the height of the lines."""
        return len(self.lines(width)) * self.style.leading

    def least(self, width: float) -> float:
        """Return three lines, or the whole when it is shorter."""
        return min(self.height(width), LINES_KEPT)

    def split(self, width: float, room: float) -> "tuple[Piece, Piece] | None":
        """Cut between two lines, leaving neither a first nor a last line alone."""
        lines = self.lines(width)
        fitting = min(int(room / self.style.leading), len(lines) - FEWEST_LINES)
        if fitting < FEWEST_LINES:
            return None
        return self._part(lines[:fitting], width), self._part(lines[fitting:], width)

    def _part(self, lines: Sequence[Line], width: float) -> "Prose":
        part = Prose(self._spans, self.style, self.element)
        part._lines, part._measure = lines, width
        return part

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Write the lines."""
        style = self.style
        if self.element is not None and "/ActualText" not in self.element.attributes:
            self.element.attributes += _spoken(self._spans)
        with pen.mark(self.element):
            baseline = top - style.size
            pen.lines(x + style.left, baseline, style.leading, self.lines(width), style.size, style.ink)


class ListItem(Piece):
    """A point of a list: its mark, then its text."""

    def __init__(self, mark: Prose, body: Prose) -> None:
        self.before, self.after = body.before, body.after
        self._mark: Prose | None = mark
        self._body = body

    def height(self, width: float) -> float:
        """Return the height of the text."""
        return self._body.height(width)

    def least(self, width: float) -> float:
        """Return the least of the text."""
        return self._body.least(width)

    def split(self, width: float, room: float) -> "tuple[Piece, Piece] | None":
        """Cut the text; the mark stays with its beginning."""
        parts = self._body.split(width, room)
        if parts is None:
            return None
        first, rest = parts
        assert isinstance(first, Prose)
        assert self._mark is not None
        return ListItem(self._mark, first), rest

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Write the mark, then the text."""
        if self._mark is not None:
            self._mark.draw(pen, x, top, width)
        self._body.draw(pen, x, top, width)


class Heading(Prose):
    """A heading: never parted, never alone at the foot of a page, and a bookmark of its own."""

    keeps_next = True

    def __init__(
        self, spans: Sequence[Span], style: Style, element: Element, title: str, level: int, key: str
    ) -> None:
        """Take also the words, the level (1 to 3) and the key of the bookmark."""
        super().__init__(spans, style, element)
        self.title = title
        self.level = level
        self.key = key

    def split(self, width: float, room: float) -> "tuple[Piece, Piece] | None":
        """Go to the next page whole."""
        return None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Write the heading and its bookmark."""
        if self.level <= 2:
            pen.bookmark(self.title, self.key, self.level - 1, top)
        super().draw(pen, x, top, width)


def _spoken(spans: Sequence[Span]) -> str:
    """Return the text to be read instead of what is drawn, where that runs from right to left."""
    text = " ".join(text for _, text in spans)
    return f"/ActualText{text_string(clean(text))}" if runs_right_to_left(text) else ""


def broken(spans: Sequence[Span], room: float) -> list[Line]:
    """Cut a text into words and fill lines of a width (at size 1) with them; a space parts the spans."""
    done: list[Line] = []
    line: list[tuple[str, list[str]]] = []
    used = 0.0
    for font, text in spans:
        widths = word_widths(font)
        gap = widths[" "]
        held: list[str] | None = None
        for word in filter(None, printable(text).split(" ")):
            size = widths[word]
            if line and used + gap + size > room:
                done.append(_closed(line, is_broken=True))
                line, used, held = [], 0.0, None
            while size > room and len(word) > 1:
                kept = _fitting(font, word, room)
                done.append(((font, word[:kept]),))
                word = word[kept:]
                size = widths[word]
            used += gap + size if line else size
            if held is None:
                held = []
                line.append((font, held))
            held.append(word)
    if line:
        done.append(_closed(line, is_broken=False))
    return done


def _closed(line: Sequence[tuple[str, list[str]]], *, is_broken: bool) -> Line:
    """Return a full line; one broken at a space ends with it, or a reader would hear two words as one."""
    spans = [(font, " ".join(words)) for font, words in line]
    for place in range(len(spans) if is_broken else len(spans) - 1):
        spans[place] = (spans[place][0], f"{spans[place][1]} ")
    return tuple(spans)


def _fitting(font: str, word: str, room: float) -> int:
    """Return how many characters of a word longer than a line fit on one: one at least."""
    used = 0.0
    for place, mark in enumerate(word):
        used += width(font, mark)
        if used > room and place:
            return place
    return len(word)
