"""Framed blocks of the PDF: callouts, recommendation cards, and the annex's question rows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Table, TableStyle

from assessment.report import document as doc
from assessment.report.fonts import REGULAR, SEMIBOLD, in_font, rich
from assessment.report.prose import Prose
from assessment.report.styles import GUTTER, HEIGHT, MM, PLACE, RULE, WASH, derived

if TYPE_CHECKING:
    from assessment.report.layout import Layout

PADDING = 9.0
BUTT = 0
"""Line cap that does not stick out."""
NUMBER_WIDTH = 23 * MM
ANSWER_WIDTH = 52 * MM
CELL_FONT = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""reportlab sets this font before drawing any cell: without it Helvetica comes in."""
Cell = list[Flowable]


class Framed(Table):
    """A one-row table that is never cut: a box, a pair of boxes or a card."""

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Go to the next page whole."""
        return []


def boxed(layout: "Layout", block: doc.Callout | doc.Columns | doc.Card, width: float) -> list[Flowable]:
    """Frame a block; one that is taller than a page is set without its frame, so that nothing is lost."""
    if isinstance(block, doc.Callout):
        cells, widths = [_inside(layout, block, width)], [width]
    elif isinstance(block, doc.Columns):
        half = (width - GUTTER) / 2
        cells = [_inside(layout, block.left, half), [], _inside(layout, block.right, half)]
        widths = [half, GUTTER, half]
    else:
        return _card(layout, block, width)
    space = 6 * layout.styles.scale
    frame = Framed(
        [cells], colWidths=widths, style=_frame_style(len(cells)), spaceBefore=space, spaceAfter=space
    )
    if frame.wrap(width, HEIGHT)[1] > HEIGHT:
        return [part for cell in cells for part in cell]
    return [frame]


def _frame_style(cells: int) -> TableStyle:
    look: list[Any] = [
        CELL_FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING + 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), PADDING - 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), PADDING - 2),
    ]
    for column in range(0, cells, 2):
        look.append(("BACKGROUND", (column, 0), (column, 0), WASH))
        look.append(("LINEBEFORE", (column, 0), (column, 0), 2.5, PLACE, BUTT))
    return TableStyle(look)


def _inside(layout: "Layout", block: doc.Callout, width: float) -> Cell:
    """Return the heading and the contents of a box, in the size of boxes."""
    style = derived(layout.styles.h3, before=0)
    inside: Cell = [layout.heading(block.heading, style)]
    for part in block.blocks:
        if isinstance(part, doc.Paragraph) and part.role == "body":
            inside.append(layout.text(part, layout.styles.boxed))
        elif isinstance(part, doc.Bullets):
            inside.extend(layout.listed(part, derived(layout.styles.boxed, left=13)))
        else:
            inside.extend(layout.block(part, width - 2 * PADDING))
    return inside


def _card(layout: "Layout", block: doc.Card, width: float) -> list[Flowable]:
    """Set a recommendation: title and band over two columns, what to do beside what it takes."""
    styles = layout.styles
    side = width * 0.43
    head: Cell = [
        layout.heading(block.heading, derived(styles.h2, before=0, after=0)),
        layout.text(doc.Paragraph(block.note, label=block.tag), styles.tag_note),
    ]
    main: Cell = [layout.text(part, styles.card) for part in block.main]
    beside: Cell = [layout.text(part, styles.card) for part in block.side]
    look = TableStyle(
        [
            CELL_FONT,
            ("SPAN", (0, 0), (1, 0)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEABOVE", (0, 0), (-1, 0), 1.2, PLACE),
            ("BACKGROUND", (1, 1), (1, 1), WASH),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("LEFTPADDING", (1, 1), (1, 1), PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    card = Framed(
        [[head, []], [main, beside]], colWidths=[width - side, side], style=look, spaceBefore=4, spaceAfter=9
    )
    if card.wrap(width, HEIGHT)[1] > HEIGHT:
        return [*head, *main, *beside]
    return [card]


def entries(layout: "Layout", block: doc.Entries, width: float) -> Iterator[Flowable]:
    """Set questions and answers: rows in one table up to a row with a comment, the comment below it."""
    head = [in_font(title, SEMIBOLD) for title in block.columns]
    rows: list[doc.Entry] = []
    for entry in block.rows:
        if not entry.comment:
            rows.append(entry)
            continue
        if rows:
            yield _rows(layout, rows, head, width)
            rows, head = [], []
        yield from _commented(layout, entry, head, width)
        head = []
    if rows:
        yield _rows(layout, rows, head, width)


def _rows(layout: "Layout", rows: Sequence[doc.Entry], head: Sequence[str], width: float) -> Table:
    styles = layout.styles
    cells: list[list[Any]] = [[Prose(title, styles.head) for title in head]] if head else []
    look: list[Any] = list(_ROW_LOOK)
    if not rows[0].comment:
        look.append(_LINE_UNDER)
    if head:
        look.append(("LINEBELOW", (0, 0), (-1, 0), 1, PLACE))
    cells.extend(_cells(layout, entry) for entry in rows)
    widths = [NUMBER_WIDTH, width - NUMBER_WIDTH - ANSWER_WIDTH, ANSWER_WIDTH]
    return Table(cells, colWidths=widths, style=TableStyle(look), repeatRows=1 if head else 0, hAlign="LEFT")


_LINE_UNDER = ("LINEBELOW", (0, 0), (-1, -1), 0.5, RULE)
_ROW_LOOK = (
    CELL_FONT,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
)


def _cells(layout: "Layout", entry: doc.Entry) -> list[Any]:
    styles = layout.styles
    words = in_font(entry.answer, SEMIBOLD) if entry.is_answered else rich(entry.answer)
    answer: list[Flowable] = [Prose(words, styles.cell if entry.is_answered else styles.missing)]
    if entry.mark:
        answer.append(Prose(rich(entry.mark), styles.small))
    return [Prose(rich(entry.number), styles.number), Prose(rich(entry.question), styles.cell), answer]


def _commented(layout: "Layout", entry: doc.Entry, head: Sequence[str], width: float) -> Iterator[Flowable]:
    """Set one row, then its comment under the question, on as many pages as it takes."""
    row = _rows(layout, [entry], head, width)
    yield CondPageBreak(row.wrap(width, HEIGHT)[1] + 34)
    yield row
    style = derived(layout.styles.comment, left=NUMBER_WIDTH, right=8)
    label: str | None = entry.comment_label
    for text in entry.comment:
        yield layout.text(doc.Paragraph(text, label=label), style)
        label = None
    yield HRFlowable(width, 0.5, color=RULE, spaceBefore=2, spaceAfter=0)
