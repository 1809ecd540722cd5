"""Blocks → pieces and tags: what each kind of block looks like on paper, and what it is to a reader."""

from collections.abc import Callable, Sequence
from typing import Any

from assessment.report import document as doc
from assessment.report.pdf.boxes import Boxes
from assessment.report.pdf.charts import EuropePicture, LanesPicture, Picture, Shown, StatesPicture
from assessment.report.pdf.contents import ContentsLine
from assessment.report.pdf.pieces import Piece, RoomNeeded, Space
from assessment.report.pdf.setter import Setter
from assessment.report.pdf.structure import Element
from assessment.report.pdf.styles import TEXT_WIDTH, WIDTH, Style, Styles
from assessment.report.pdf.tables import Tables

SECTION_START = 150.0
"""Room a section asks for when it opens in the middle of a page: a title and a few lines."""
TEXT_INDENT = WIDTH - TEXT_WIDTH


class Layout:
    """Turns the blocks of one page into pieces, at one scale, and adds their tags to a parent."""

    def __init__(self, styles: Styles, prefix: str, parent: Element) -> None:
        """Take the styles, a prefix that makes bookmark keys unique, and the element the blocks belong to."""
        self._set = Setter(styles, prefix, parent)
        boxes, tables = Boxes(self._set, self.block), Tables(self._set)
        self._makers: dict[type, Callable[[Any, float], list[Piece]]] = {
            doc.Title: self._title,
            doc.Heading: lambda block, _width: [self._set.heading(block)],
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

    def _title(self, block: doc.Title, _width: float) -> list[Piece]:
        styles = self._set.styles
        story: list[Piece] = [
            self._set.words(block.kicker, styles.kicker),
            self._set.heading(doc.Heading(1, block.text), styles.title, key=self._set.prefix),
        ]
        story.extend(self._set.words(line, styles.facts) for line in block.lines)
        return [*story, Space(8 * styles.scale)]

    def _paragraph(self, block: doc.Paragraph, width: float) -> list[Piece]:
        style: Style = getattr(self._set.styles, block.role)
        return [self._set.text(block, style.indented(right=TEXT_INDENT) if width == WIDTH else style)]

    def _bullets(self, block: doc.Bullets, width: float) -> list[Piece]:
        style = self._set.styles.bullet
        return self._set.listed(block, style.indented(right=TEXT_INDENT) if width == WIDTH else style)

    def _contents(self, block: doc.Contents, _width: float) -> list[Piece]:
        with self._set.inside("TOC"):
            return [
                ContentsLine(entry, self._set.styles.body, self._set.parent.add("TOCI"))
                for entry in block.entries
            ]

    # --- pictures -------------------------------------------------------------------------------

    def _picture(self, kind: type[Picture[Shown]], block: Shown) -> Picture[Shown]:
        """Return a picture whose text alternative holds its numbers."""
        return kind(block, self._set.styles, self._set.parent.add("Figure"))

    def _two_lanes(self, block: doc.TwoLanes, width: float) -> list[Piece]:
        return [
            self._set.words(block.title, self._set.styles.h3),
            self._picture(LanesPicture, block),
            self._set.words(block.caption, self._set.styles.caption),
        ]

    def _europe_chart(self, block: doc.EuropeChart, _width: float) -> list[Piece]:
        return [
            self._picture(EuropePicture, block),
            self._set.words(block.chance_label, self._set.styles.caption),
            self._set.words(block.caption, self._set.styles.caption),
        ]
