"""One line of the contents: words, dots, page number, and a link to the place."""

from assessment.report.characters import clean
from assessment.report.document import ContentsEntry
from assessment.report.pdf.fonts import width
from assessment.report.pdf.pen import Pen
from assessment.report.pdf.pieces import Piece
from assessment.report.pdf.prose import Prose
from assessment.report.pdf.structure import Element
from assessment.report.pdf.styles import INK_2, RULE, Style

NUMBER_ROOM = 30.0
"""Room kept at the right for the page number."""


class ContentsLine(Piece):
    """A line of the contents, never cut."""

    def __init__(self, entry: ContentsEntry, style: Style, element: Element) -> None:
        """Take the entry and the element of the line, in which a link is made."""
        self._entry = entry
        self._link = element.add("Link")
        self._style = style
        self._words = Prose(((style.font, entry.text),), style.indented(right=NUMBER_ROOM), self._link)
        self.after = 2.0

    def height(self, measure: float) -> float:
        """Return the height of the words."""
        return self._words.height(measure)

    def draw(self, pen: Pen, x: float, top: float, measure: float) -> None:
        """Write the words and the page number, dots between them, and make the whole line a link."""
        style, bottom = self._style, top - self.height(measure)
        self._words.draw(pen, x, top, measure)
        number = str(pen.page_numbers[self._entry.target])
        number_left = x + measure - width(style.font, number) * style.size
        last = self._words.lines(measure)[-1]
        words_right = x + sum(width(*span) for span in last) * style.size
        baseline = bottom + style.leading - style.size
        with pen.mark(None):
            pen.dots(words_right + 5, number_left - 5, baseline, RULE)
        with pen.mark(self._link):
            pen.text(number_left, baseline, number, style.font, style.size, INK_2)
        pen.link(self._link, self._entry.target, clean(self._entry.text), (x, bottom, x + measure, top))
