"""Blocks → pieces and tags: what each kind of block looks like on paper, and what it is to a reader."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from assessment.report import document as doc
from assessment.report.characters import clean
from assessment.report.pdf.boxes import Boxes
from assessment.report.pdf.charts import EuropePicture, LanesPicture, Picture, Shown, StatesPicture
from assessment.report.pdf.contents import ContentsLine
from assessment.report.pdf.fonts import REGULAR, SEMIBOLD, Span
from assessment.report.pdf.pieces import Piece, RoomNeeded, Space
from assessment.report.pdf.prose import Heading, ListItem, Prose
from assessment.report.pdf.structure import Element, text_string
from assessment.report.pdf.styles import PLACE, TEXT_WIDTH, WIDTH, Style, Styles
from assessment.report.pdf.tables import Tables

SECTION_START = 240.0
"""Room a section asks for when it opens in the middle of a page: a title, a few lines and a first card."""
LIST_MARK = "/A<</O/List/ListNumbering/{kind}>>"
TEXT_INDENT = WIDTH - TEXT_WIDTH


class Layout:
    """Turns the blocks of one page into pieces, at one scale, and adds their tags to a parent."""

    def __init__(self, styles: Styles, prefix: str, parent: Element) -> None:
        """Take the styles, a prefix that makes bookmark keys unique, and the element the blocks belong to."""
        self.styles = styles
        self.parent = parent
        self._prefix = prefix
        self._headings = 0
        boxes, tables = Boxes(self), Tables(self)
        self._makers: dict[type, Callable[[Any, float], list[Piece]]] = {
            doc.Title: self._title,
            doc.Heading: lambda block, _width: [self.heading(block)],
            doc.Paragraph: self._paragraph,
            doc.Bullets: self._bullets,
            doc.Table: tables.table,
            doc.Callout: boxes.callout,
            doc.Columns: boxes.columns,
            doc.Card: boxes.card,
            doc.StatePicture: lambda block, _width: [self._picture(StatesPicture, block)],
            doc.TwoLanes: self._two_lanes,
            doc.EuropeChart: self._europe_chart,
            doc.Entries: tables.entries,
            doc.Contents: self._contents,
        }

    def flow(self, blocks: Sequence[doc.Block]) -> list[Piece]:
        """Return the pieces of a page; a section that opens in its middle asks for room."""
        story: list[Piece] = []
        for position, block in enumerate(blocks):
            if position and isinstance(block, doc.Heading) and block.level == 1:
                story.append(RoomNeeded(SECTION_START))
            story.extend(self.block(block, WIDTH))
        return story

    def block(self, block: doc.Block, width: float) -> list[Piece]:
        """Return the pieces of one block."""
        return self._makers[type(block)](block, width)

    @contextmanager
    def inside(self, role: str, attributes: str = "") -> Iterator[Element]:
        """Let what is made meanwhile be part of a new element."""
        outer, self.parent = self.parent, self.parent.add(role, attributes)
        try:
            yield self.parent
        finally:
            self.parent = outer

    # --- words ----------------------------------------------------------------------------------

    def heading(self, block: doc.Heading, style: Style | None = None, key: str | None = None) -> Heading:
        """Return a heading with its bookmark; the contents find those of level 1 by their words."""
        self._headings += 1
        style = style or self.styles.heading(block.level)
        key = key or (block.text if block.level == 1 else f"{self._prefix}-{self._headings}")
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
        kind = "Decimal" if block.numbered else "Disc"
        with self.inside("L", LIST_MARK.format(kind=kind)):
            for number, item in enumerate(block.items, start=1):
                with self.inside("LI"):
                    mark = f"{number}." if block.numbered else "•"
                    plain = style.indented(left=0.0)
                    label = Prose(((SEMIBOLD, mark),), plain.inked(PLACE), self.parent.add("Lbl"))
                    pieces.append(ListItem(label, self.text(item, style, "LBody")))
        return pieces

    def _title(self, block: doc.Title, _width: float) -> list[Piece]:
        styles = self.styles
        story: list[Piece] = [
            self.words(block.kicker, styles.kicker),
            self.heading(doc.Heading(1, block.text), styles.title, key=self._prefix),
        ]
        story.extend(self.words(line, styles.facts) for line in block.lines)
        return [*story, Space(8 * styles.scale)]

    def _paragraph(self, block: doc.Paragraph, width: float) -> list[Piece]:
        style: Style = getattr(self.styles, block.role)
        return [self.text(block, style.indented(right=TEXT_INDENT) if width == WIDTH else style)]

    def _bullets(self, block: doc.Bullets, width: float) -> list[Piece]:
        style = self.styles.bullet
        return self.listed(block, style.indented(right=TEXT_INDENT) if width == WIDTH else style)

    def _contents(self, block: doc.Contents, _width: float) -> list[Piece]:
        with self.inside("TOC"):
            return [ContentsLine(entry, self.styles.body, self.parent.add("TOCI")) for entry in block.entries]

    # --- pictures -------------------------------------------------------------------------------

    def _picture(self, kind: type[Picture[Shown]], block: Shown) -> Picture[Shown]:
        """Return a picture whose text alternative holds its numbers."""
        alternative = text_string(clean(block.alt))
        return kind(block, self.styles, self.parent.add("Figure", f"/Alt{alternative}"))

    def _two_lanes(self, block: doc.TwoLanes, width: float) -> list[Piece]:
        return [
            self.words(block.title, self.styles.h3),
            self._picture(LanesPicture, block),
            self.words(block.caption, self.styles.caption),
        ]

    def _europe_chart(self, block: doc.EuropeChart, _width: float) -> list[Piece]:
        return [
            self._picture(EuropePicture, block),
            self.words(block.chance_label, self.styles.caption),
            self.words(block.caption, self.styles.caption),
        ]


def labelled(part: doc.Paragraph, style: Style) -> tuple[Span, ...]:
    """Return the spans of a paragraph, its label in bold."""
    if not part.label:
        return ((style.font, part.text),)
    return ((SEMIBOLD if style.font == REGULAR else style.font, part.label), (style.font, part.text))
