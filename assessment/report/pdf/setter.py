"""Words → pieces and tags: headings, running text and lists, in one place of the tag tree."""

from collections.abc import Iterator
from contextlib import contextmanager

from assessment.report import document as doc
from assessment.report.characters import clean
from assessment.report.pdf.fonts import REGULAR, SEMIBOLD, Span
from assessment.report.pdf.pieces import Piece
from assessment.report.pdf.prose import Heading, ListItem, Prose
from assessment.report.pdf.structure import Element
from assessment.report.pdf.styles import PLACE, Style, Styles

LIST_OF_DISCS = "/A<</O/List/ListNumbering/Disc>>"


class Setter:
    """Sets the words of one page, at one scale; what is set belongs to the element that is open."""

    def __init__(self, styles: Styles, prefix: str, parent: Element) -> None:
        """Take the styles, a prefix that makes bookmark keys unique, and the element to begin in."""
        self.styles = styles
        self.parent = parent
        self.prefix = prefix
        self._headings = 0

    @contextmanager
    def inside(self, role: str, attributes: str = "") -> Iterator[Element]:
        """Let what is made meanwhile be part of a new element."""
        outer, self.parent = self.parent, self.parent.add(role, attributes)
        try:
            yield self.parent
        finally:
            self.parent = outer

    def heading(self, block: doc.Heading, style: Style | None = None, key: str | None = None) -> Heading:
        """Return a heading with its bookmark; the contents find those of level 1 by their words."""
        self._headings += 1
        style = style or self.styles.heading(block.level)
        key = key or (block.text if block.level == 1 else f"{self.prefix}-{self._headings}")
        element = self.parent.add(f"H{block.level}")
        spans = ((style.font, block.text),)
        return Heading(spans, style, element, clean(block.text), block.level, key)

    def text(self, part: doc.Paragraph, style: Style, role: str = "P") -> Prose:
        """Return running text, with its label in bold when it has one."""
        return Prose(labelled(part, style), style, self.parent.add(role))

    def words(self, text: str, style: Style, role: str = "P") -> Prose:
        """Return a text in the font of its style."""
        return Prose(((style.font, text),), style, self.parent.add(role))

    def listed(self, block: doc.Bullets, style: Style) -> list[Piece]:
        """Return the points of a list in a style that has room for the marks."""
        pieces: list[Piece] = []
        marks = style.indented(left=0.0).inked(PLACE)
        with self.inside("L", LIST_OF_DISCS):
            for item in block.items:
                with self.inside("LI"):
                    label = Prose(((SEMIBOLD, "•"),), marks, self.parent.add("Lbl"))
                    pieces.append(ListItem(label, self.text(item, style, "LBody")))
        return pieces


def labelled(part: doc.Paragraph, style: Style) -> tuple[Span, ...]:
    """Return the spans of a paragraph, its label in bold."""
    if not part.label:
        return ((style.font, part.text),)
    return ((SEMIBOLD if style.font == REGULAR else style.font, part.label), (style.font, part.text))
