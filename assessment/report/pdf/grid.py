"""Cells side by side: tables, boxes and cards, whose rows are never cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.report.pdf.pen import Pen
from assessment.report.pdf.pieces import Piece, draw_stacked, stacked_height
from assessment.report.pdf.styles import PLACE, RULE, Ink

Cell = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of a grid are set; lengths in points."""

    left: float = 4.0
    right: float = 5.0
    top: float = 4.0
    bottom: float = 4.0
    """Padding."""
    row_rule: bool = True
    """Whether a thin line closes each row."""
    column_rule: bool = False
    """Whether thin lines part the columns."""
    washed: tuple[int, ...] = ()
    """Columns with a tint behind them."""
    barred: tuple[int, ...] = ()
    """Columns with a thick bar at their left."""
    flush_first: bool = False
    """Whether the first column starts at the edge."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of cells."""

    cells: Sequence[Cell]
    room_below: float = 0.0
    """Room to write in by hand, below the text."""
    is_title: bool = False
    """Whether its one cell spans the grid and names the rows under it."""


class Grid(Piece):
    """Rows of cells; a header row is drawn again on each page."""

    def __init__(
        self,
        widths: Sequence[float],
        rows: Sequence[Row],
        look: Look,
        *,
        header: Row | None = None,
        wash: Ink | None = None,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        """Take the widths of the columns and the rows; `header` opens every part of a cut grid."""
        self._widths = widths
        self._rows = rows
        self._look = look
        self._header = header
        self._wash = wash
        self._is_continued = False
        self.before = before
        self.after = after
        self._heights: list[float] | None = None

    def _left(self, column: int) -> float:
        return 0.0 if self._look.flush_first and column == 0 else self._look.left

    def _inner(self, row: Row, column: int) -> float:
        """Return the measure inside a cell."""
        outer = sum(self._widths) if row.is_title else self._widths[column]
        return outer - self._left(column) - self._look.right

    def _row_height(self, row: Row) -> float:
        tallest = max(stacked_height(cell, self._inner(row, column)) for column, cell in enumerate(row.cells))
        return tallest + self._look.top + self._look.bottom + row.room_below

    def heights(self) -> list[float]:
        """Return the height of each row, the header first when there is one."""
        if self._heights is None:
            rows = (self._header, *self._rows) if self._header else self._rows
            self._heights = [self._row_height(row) for row in rows]
        return self._heights

    def tallest(self) -> float:
        """Return the height of the tallest row."""
        return max(self.heights())

    def height(self, width: float) -> float:
        """Return the height of all rows."""
        return sum(self.heights())

    def least(self, width: float) -> float:
        """Return the header and the first row, with what it names."""
        first = next((place for place, row in enumerate(self._rows) if not row.is_title), 0)
        return sum(self.heights()[: first + (2 if self._header else 1)])

    def split(self, width: float, room: float) -> "tuple[Piece, Piece] | None":
        """Cut between two rows; a last row is not left alone when another can go with it."""
        heights = self.heights()
        head = 1 if self._header else 0
        used, count = sum(heights[:head]), 0
        for height in heights[head:]:
            if used + height > room:
                break
            used += height
            count += 1
        total = len(self._rows)
        if count == total - 1 and count > 1:
            count -= 1
        while count and self._rows[count - 1].is_title:
            count -= 1
        if not 0 < count < total:
            return None
        first, rest = self._part(self._rows[:count]), self._part(self._rows[count:])
        first.before, rest.after = self.before, self.after
        first._is_continued, rest._is_continued = self._is_continued, True
        return first, rest

    def _part(self, rows: Sequence[Row]) -> "Grid":
        return Grid(self._widths, rows, self._look, header=self._header, wash=self._wash)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw tints and rules first, then the cells."""
        heights = self.heights()
        with pen.mark(None):
            self._decorate(pen, x, top, heights)
        if self._header:
            if self._is_continued:
                with pen.repeated():
                    self._draw_row(pen, self._header, x, top, heights[0], at_bottom=True)
            else:
                self._draw_row(pen, self._header, x, top, heights[0], at_bottom=True)
            top -= heights[0]
            heights = heights[1:]
        for row, height in zip(self._rows, heights, strict=True):
            self._draw_row(pen, row, x, top, height)
            top -= height

    def _decorate(self, pen: Pen, x: float, top: float, heights: Sequence[float]) -> None:
        look, bottom = self._look, top - sum(heights)
        edges = [x]
        for width in self._widths:
            edges.append(edges[-1] + width)
        if self._wash:
            for column in look.washed:
                pen.fill(edges[column], bottom, self._widths[column], top - bottom, self._wash)
        for column in look.barred:
            pen.fill(edges[column], bottom, 2.5, top - bottom, PLACE)
        body_top = top - heights[0] if self._header else top
        if self._header:
            pen.line(x, body_top, edges[-1], body_top, PLACE, 1.0)
        if look.row_rule:
            y = body_top
            for height in heights[1 if self._header else 0 :]:
                y -= height
                pen.line(x, y, edges[-1], y, RULE)
        if look.column_rule:
            for edge in edges[1:-1]:
                pen.line(edge, body_top, edge, bottom, RULE)

    def _draw_row(
        self, pen: Pen, row: Row, x: float, top: float, height: float, *, at_bottom: bool = False
    ) -> None:
        look = self._look
        for column, cell in enumerate(row.cells):
            inner = self._inner(row, column)
            start = top - look.top
            if at_bottom:
                start = top - height + look.bottom + stacked_height(cell, inner)
            draw_stacked(cell, pen, x + self._left(column), start, inner)
            x += self._widths[column]
