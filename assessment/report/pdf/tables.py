"""Tables, and the annex's questions and answers."""

from collections.abc import Iterator, Sequence

from assessment.report import document as doc
from assessment.report.pdf.fonts import SEMIBOLD
from assessment.report.pdf.grid import Grid, Look, Row
from assessment.report.pdf.pieces import Piece, RoomNeeded, Rule
from assessment.report.pdf.prose import Prose
from assessment.report.pdf.setter import Setter
from assessment.report.pdf.styles import HEIGHT, MM, RULE

NUMBER_WIDTH = 23 * MM
ANSWER_WIDTH = 52 * MM
ROOM_TO_WRITE = 8.0
"""Height added under what is printed in a cell people write in."""
EMPTY_ROW = 20.0
"""Height added to a row left empty to be written in."""
COMMENT_START = 34.0
"""Room for the first lines of a comment, under its question."""
COLUMN_HEAD = "/A<</O/Table/Scope/Column>>"
ROW_HEAD = "/A<</O/Table/Scope/Row>>"
_ENTRY_LOOK = Look(left=0, right=8, top=2.4, bottom=3)


class Tables:
    """Makes the tables of one page; rows are never cut, headers come back on each page."""

    def __init__(self, setter: Setter) -> None:
        self._set = setter

    def table(self, block: doc.Table, width: float) -> list[Piece]:
        """Return a table, and its caption when it has one."""
        setter = self._set
        with setter.inside("Table"):
            header = self._header([column.title for column in block.columns])
            rows = [self._row(block, place) for place in range(len(block.rows))]
        look = Look(top=3.4, bottom=3.4, column_rule=block.fill_in)
        widths = [column.share * width for column in block.columns]
        made: list[Piece] = [Grid(widths, rows, look, header=header, after=2)]
        if isinstance(made[0], Grid) and made[0].tallest() > HEIGHT - made[0].heights()[0]:
            made = [piece for row in (header, *rows) for cell in row.cells for piece in cell]
        if block.caption:
            made.append(setter.words(block.caption, setter.styles.caption))
        return made

    def _header(self, titles: Sequence[str]) -> Row:
        setter = self._set
        with setter.inside("TR"):
            return Row([[self._column_head(title)] for title in titles])

    def _column_head(self, title: str) -> Prose:
        style = self._set.styles.head
        return Prose(((style.font, title),), style, self._set.parent.add("TH", COLUMN_HEAD))

    def _row(self, block: doc.Table, place: int) -> Row:
        setter, cell = self._set, self._set.styles.cell
        texts = block.rows[place]
        with setter.inside("TR"):
            if place in block.groups:
                across = f"/A<</O/Table/Scope/Row/ColSpan {len(texts)}>>"
                return Row([[self._cell(texts[0], across, strong=True)]], is_title=True)
            first = self._cell(texts[0], ROW_HEAD, strong=block.strong_first)
            others = [[setter.words(text, cell, "TD")] for text in texts[1:]]
        room = EMPTY_ROW if not any(texts) else ROOM_TO_WRITE
        return Row([[first], *others], room_below=room if block.fill_in else 0.0)

    def _cell(self, text: str, scope: str, *, strong: bool) -> Prose:
        style = self._set.styles.cell
        element = self._set.parent.add("TH", scope)
        return Prose(((SEMIBOLD if strong else style.font, text),), style, element)

    # --- questions and answers ------------------------------------------------------------------

    def entries(self, block: doc.Entries, width: float) -> list[Piece]:
        """Return rows of questions, in one grid up to a row with a comment, the comment below it."""
        with self._set.inside("Table"):
            return list(self._entries(block, width))

    def _entries(self, block: doc.Entries, width: float) -> Iterator[Piece]:
        header: Row | None = self._header(block.columns)
        rows: list[Row] = []
        for entry in block.rows:
            rows.append(self._entry(entry))
            if entry.comment:
                yield from self._grid(rows, header, width, comment_follows=True)
                yield from self._comment(entry, len(block.columns))
                rows, header = [], None
        if rows:
            yield from self._grid(rows, header, width)

    def _grid(
        self, rows: list[Row], header: Row | None, width: float, *, comment_follows: bool = False
    ) -> Iterator[Piece]:
        """Yield the rows; the last one stays with the first lines of its comment, without a line between."""
        widths = [NUMBER_WIDTH, width - NUMBER_WIDTH - ANSWER_WIDTH, ANSWER_WIDTH]
        if not comment_follows:
            yield Grid(widths, rows, _ENTRY_LOOK, header=header)
            return
        *before, last = rows
        if before:
            yield Grid(widths, before, _ENTRY_LOOK, header=header)
            header = None
        look = Look(left=0, right=8, top=2.4, bottom=1.5, row_rule=False)
        commented = Grid(widths, [last], look, header=header)
        yield RoomNeeded(commented.height(width) + COMMENT_START)
        yield commented

    def _entry(self, entry: doc.Entry) -> Row:
        setter, styles = self._set, self._set.styles
        with setter.inside("TR"):
            number = Prose(
                ((styles.number.font, entry.number),), styles.number, setter.parent.add("TH", ROW_HEAD)
            )
            question = setter.words(entry.question, styles.cell, "TD")
            with setter.inside("TD"):
                style = styles.cell if entry.is_answered else styles.missing
                font = SEMIBOLD if entry.is_answered else style.font
                answer: list[Piece] = [Prose(((font, entry.answer),), style, setter.parent.add("P"))]
                if entry.mark:
                    answer.append(setter.words(entry.mark, styles.small))
        return Row([[number], [question], answer])

    def _comment(self, entry: doc.Entry, columns: int) -> Iterator[Piece]:
        """Yield the paragraphs of a comment, on as many pages as it takes: a row of one cell to a reader."""
        setter = self._set
        style = setter.styles.comment.indented(left=NUMBER_WIDTH, right=8)
        label: str | None = entry.comment_label
        with setter.inside("TR"), setter.inside("TD", f"/A<</O/Table/ColSpan {columns}>>"):
            for text in entry.comment:
                yield setter.text(doc.Paragraph(text, label=label), style)
                label = None
        yield Rule(RULE, 0.5, before=2)
