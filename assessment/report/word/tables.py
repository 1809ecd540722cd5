"""Tables of the word-processor file: a header that is repeated, rows that stay whole, room to write."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Mm, Twips
from docx.table import Table, _Row

from assessment.report.word.file import element
from assessment.report.word.styles import FORM_TABLE, TABLE, TEXT_WIDTH_TWIPS
from assessment.report.word.text import Line, printable, write

CELL, HEAD = "JalonCell", "JalonCellHead"
LONGEST_WHOLE_ROW = 1_500
"""Characters of a row that must not be cut; a longer one could be taller than what is left of any page."""
ROOM_TO_WRITE, EMPTY_ROW = Mm(12), Mm(15)
"""Least height of a row that is filled in by hand, and of one where everything is."""
_WHOLE_WIDTH = 5_000
"""Width of a table in fiftieths of a percent: it takes the measure of the document it is pasted into."""

Cell = Sequence[Line]
"""The paragraphs of a cell."""


@dataclass(frozen=True)
class Grid:
    """A table in words."""

    titles: Sequence[str]
    shares: Sequence[float]
    """Part of the width each column takes, 0 to 1."""
    rows: Sequence[Sequence[Cell]]
    fill_in: bool = False
    titles_inside: Sequence[int] = ()
    """Rows whose first cell spans the table and names the rows under it."""
    captions: Sequence[Line] = field(default=())
    """Paragraphs under it."""


def add_table(file: WordDocument, grid: Grid, name: str) -> None:
    """Add a table and what stands under it; its name says what it is about to those who hear it."""
    table = file.add_table(rows=0, cols=len(grid.titles))
    _set_up(table, grid, name)
    head = table.add_row()
    head._tr.get_or_add_trPr().extend((element("cantSplit"), element("tblHeader")))
    _fill(head, [[Line(title, HEAD)] for title in grid.titles], grid.shares)
    for place, cells in enumerate(grid.rows):
        row = table.add_row()
        _set_row(row, cells, fill_in=grid.fill_in)
        _fill(row, cells, grid.shares)
        if place in grid.titles_inside:
            row.cells[0].merge(row.cells[-1])
            row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
    if grid.captions:
        for cell in table.rows[-1].cells:
            cell.paragraphs[-1].paragraph_format.keep_with_next = True
    for line in grid.captions:
        write(file.add_paragraph(), line)


def _set_up(table: Table, grid: Grid, name: str) -> None:
    """Set style, width and name; the widths are fixed, so that a word without a space cannot stretch them."""
    table.autofit = False
    tbl = table._tbl
    tbl.tblStyle_val = FORM_TABLE if grid.fill_in else TABLE
    properties = tbl.tblPr
    for width in properties.xpath("w:tblW"):
        properties.remove(width)
    style = properties.xpath("w:tblStyle")[0]
    style.addnext(element("tblW", w=_WHOLE_WIDTH, type="pct"))
    properties.append(element("tblCaption", val=printable(name)))
    for column, share in zip(tbl.tblGrid.gridCol_lst, grid.shares, strict=True):
        column.w = Twips(round(TEXT_WIDTH_TWIPS * share))


def _set_row(row: _Row, cells: Sequence[Cell], *, fill_in: bool) -> None:
    if sum(len(line.text) for cell in cells for line in cell) <= LONGEST_WHOLE_ROW:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
    if fill_in:
        is_empty = not any(line.text for cell in cells for line in cell)
        row.height = EMPTY_ROW if is_empty else ROOM_TO_WRITE
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST


def _fill(row: _Row, cells: Sequence[Cell], shares: Sequence[float]) -> None:
    for cell, lines, share in zip(row.cells, cells, shares, strict=True):
        width = cell._tc.get_or_add_tcPr().get_or_add_tcW()
        width.set(qn("w:type"), "pct")
        width.set(qn("w:w"), str(round(_WHOLE_WIDTH * share)))
        for position, line in enumerate(lines or (Line("", CELL),)):
            write(cell.paragraphs[0] if position == 0 else cell.add_paragraph(), line)
