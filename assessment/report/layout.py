"""Blocks → reportlab flowables: what each kind of block looks like on paper."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Spacer, Table, TableStyle

from assessment.report import document as doc
from assessment.report.boxes import CELL_FONT, Framed, boxed, entries
from assessment.report.charts import EuropeChartFlowable, StatePictureFlowable
from assessment.report.fonts import SEMIBOLD, in_font, rich
from assessment.report.prose import Prose
from assessment.report.styles import HEIGHT, PLACE, RULE, TEXT_WIDTH, WIDTH, Styles, derived

SECTION_START = 240.0
"""Room a section asks for when it opens in the middle of a page: a title, a few lines and a first card."""
LINES_KEPT = 46.0
"""Room asked for under a heading when what follows may be cut: three lines."""


class HeadingText(Prose):
    """A heading in one piece that also writes its bookmark."""

    outline: tuple[str, int, str]
    """Words, level and key of the bookmark."""

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Never cut a heading: it goes to the next page whole."""
        return []

    def draw(self) -> None:
        """Draw the heading and add it to the outline."""
        text, level, key = self.outline
        self.canv.bookmarkHorizontal(key, 0, self.height)
        if level <= 2:
            self.canv.addOutlineEntry(text, key, level - 1, closed=level == 1)
        super().draw()


class Layout:
    """Turns the blocks of one page into flowables, at one scale."""

    def __init__(self, styles: Styles, prefix: str) -> None:
        """Take the styles and a prefix that makes bookmark keys unique in the document."""
        self.styles = styles
        self._prefix = prefix
        self._headings = 0
        self._makers: dict[type, Callable[[Any, float], list[Flowable]]] = {
            doc.Title: self._title,
            doc.Heading: self._heading,
            doc.Paragraph: self._paragraph,
            doc.Bullets: self._bullets,
            doc.Table: self._table,
            doc.Callout: self._boxes,
            doc.Columns: self._boxes,
            doc.Card: self._boxes,
            doc.StatePicture: self._state_picture,
            doc.TwoLanes: self._two_lanes,
            doc.EuropeChart: self._europe_chart,
            doc.Entries: self._entries,
            doc.Contents: self._contents,
        }

    def flow(self, blocks: Sequence[doc.Block]) -> list[Flowable]:
        """Return the flowables of a page; a heading is never left alone at the foot of one."""
        story: list[Flowable] = []
        waiting: list[Flowable] = []
        opens_section = False
        for block in blocks:
            made = self.block(block, WIDTH)
            if isinstance(block, doc.Heading):
                waiting.extend(made)
                opens_section = opens_section or block.level == 1
                continue
            if waiting:
                room = max(_room_for(waiting, made), SECTION_START if opens_section else 0)
                story.append(CondPageBreak(min(room, HEIGHT)))
                story.extend(waiting)
                waiting, opens_section = [], False
            story.extend(made)
        return story + waiting

    def block(self, block: doc.Block, width: float) -> list[Flowable]:
        """Return the flowables of one block."""
        return self._makers[type(block)](block, width)

    def heading(self, block: doc.Heading, style: ParagraphStyle | None = None) -> HeadingText:
        """Return a heading with its bookmark."""
        self._headings += 1
        text = HeadingText(rich(block.text), style or self.styles.heading(block.level))
        text.outline = (block.text, block.level, f"{self._prefix}-{self._headings}")
        return text

    def text(self, part: doc.Paragraph, style: ParagraphStyle) -> Prose:
        """Return running text, with its label in bold when it has one."""
        return Prose(_markup(part), style)

    def listed(self, block: doc.Bullets, style: ParagraphStyle) -> list[Flowable]:
        """Return the points of a list in a style that has room for the marks."""
        marks = [f"{n}." if block.numbered else "•" for n in range(1, len(block.items) + 1)]
        pairs = zip(block.items, marks, strict=True)
        return [Prose(_markup(item), style, bulletText=mark) for item, mark in pairs]

    def _title(self, block: doc.Title, _width: float) -> list[Flowable]:
        story: list[Flowable] = [
            Prose(rich(block.kicker), self.styles.kicker),
            self.heading(doc.Heading(1, block.text), self.styles.title),
        ]
        story.extend(Prose(rich(line), self.styles.facts) for line in block.lines)
        return [*story, Spacer(1, 8 * self.styles.scale)]

    def _heading(self, block: doc.Heading, _width: float) -> list[Flowable]:
        return [self.heading(block)]

    def _paragraph(self, block: doc.Paragraph, width: float) -> list[Flowable]:
        style: ParagraphStyle = getattr(self.styles, block.role)
        if width == WIDTH:
            style = derived(style, right=WIDTH - TEXT_WIDTH)
        return [self.text(block, style)]

    def _bullets(self, block: doc.Bullets, width: float) -> list[Flowable]:
        right = WIDTH - TEXT_WIDTH if width == WIDTH else 0
        return self.listed(block, derived(self.styles.bullet, right=right))

    def _table(self, block: doc.Table, width: float) -> list[Flowable]:
        styles = self.styles
        head = [Prose(rich(column.title), styles.head) for column in block.columns]
        rows = [[Prose(rich(cell), styles.cell) for cell in row] for row in block.rows]
        if block.strong_first:
            for row, words in zip(rows, block.rows, strict=True):
                row[0] = Prose(in_font(words[0], SEMIBOLD), styles.cell)
        for place in block.groups:
            rows[place] = [Prose(in_font(block.rows[place][0], SEMIBOLD), styles.cell)]
            rows[place].extend(Prose("", styles.cell) for _ in block.columns[1:])
        look: list[Any] = [
            CELL_FONT,
            *(("SPAN", (0, place + 1), (-1, place + 1)) for place in block.groups),
            ("LINEBELOW", (0, 0), (-1, 0), 1, PLACE),
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, RULE),
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("VALIGN", (0, 1), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 5),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 4),
            ("BOTTOMPADDING", (0, 1), (-1, -1), 12 if block.fill_in else 4),
        ]
        if block.fill_in:
            look.append(("LINEAFTER", (0, 1), (-2, -1), 0.5, RULE))
            empty = (place for place, row in enumerate(block.rows, start=1) if not any(row))
            look.extend(("BOTTOMPADDING", (0, place), (-1, place), 24) for place in empty)
        made: list[Flowable] = [
            Table(
                [head, *rows],
                colWidths=[column.share * width for column in block.columns],
                style=TableStyle(look),
                repeatRows=1,
                hAlign="LEFT",
            )
        ]
        if block.caption:
            made.append(Prose(rich(block.caption), styles.caption))
        return made

    def _boxes(self, block: doc.Callout | doc.Columns | doc.Card, width: float) -> list[Flowable]:
        return boxed(self, block, width)

    def _state_picture(self, block: doc.StatePicture, _width: float) -> list[Flowable]:
        return [StatePictureFlowable(block, self.styles.scale)]

    def _two_lanes(self, block: doc.TwoLanes, width: float) -> list[Flowable]:
        return self._paragraph(doc.Paragraph(block.sentence), width)

    def _contents(self, block: doc.Contents, width: float) -> list[Flowable]:
        return self._bullets(doc.Bullets.of(entry.text for entry in block.entries), width)

    def _europe_chart(self, block: doc.EuropeChart, _width: float) -> list[Flowable]:
        return [
            EuropeChartFlowable(block, self.styles),
            Prose(rich(block.chance_label), self.styles.caption),
            Prose(rich(block.caption), self.styles.caption),
        ]

    def _entries(self, block: doc.Entries, width: float) -> list[Flowable]:
        return list(entries(self, block, width))


def _markup(part: doc.Paragraph) -> str:
    """Return the paragraph as markup, its label in bold."""
    return f"{in_font(part.label, SEMIBOLD)} {rich(part.text)}" if part.label else rich(part.text)


def _room_for(headings: Sequence[Flowable], made: Sequence[Flowable]) -> float:
    """Measure the headings and the least of what follows that must stand under them."""
    room = headings[0].getSpaceBefore() + height_of(headings)
    if not made:
        return room
    first = made[0]
    if isinstance(first, CondPageBreak):
        return room + first.height
    height = first.wrap(WIDTH, HEIGHT)[1]
    if isinstance(first, Table) and not isinstance(first, Framed):
        heights: list[float] = first._rowHeights  # type: ignore[attr-defined]
        return room + sum(heights[: first.repeatRows + 1])
    return room + (min(height, LINES_KEPT) if isinstance(first, Prose) else height)


def height_of(story: Sequence[Flowable], width: float = WIDTH) -> float:
    """Measure flowables one under the other, as a frame sets them."""
    height = after = 0.0
    for index, flowable in enumerate(story):
        before = max(flowable.getSpaceBefore() - after, 0) if index else 0
        after = flowable.getSpaceAfter()
        height += before + flowable.wrap(width, HEIGHT)[1] + after
    return height
