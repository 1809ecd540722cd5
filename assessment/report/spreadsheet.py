"""The portfolio as a spreadsheet (.xlsx): one row an organisation, and one row an action."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from assessment.portfolio_words import Portfolio, SaidAction, SaidLine
from assessment.texts import Texts, texts

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | date | None
LONGEST_CELL = 32_767
"""Characters a cell may hold; a longer text would be left out whole, so it is cut and says so."""
FIRST_YEAR = 1900
"""Spreadsheets count days from this year on; an earlier day is written in letters."""
_LINES = (
    ("name", 32),
    ("aim", 50),
    ("priorities", 50),
    ("round", 22),
    ("done", 10),
    ("late", 10),
    ("next", 14),
    ("basics_then", 14),
    ("basics_now", 14),
    ("basics_answered", 14),
)
_ACTIONS = (("name", 32), ("action", 44), ("first_step", 50), ("owner", 22), ("due", 14), ("state", 14))
"""Columns by the key of their heading, and how wide they are, in characters."""


def make_xlsx(portfolio: Portfolio, lang: str, day: date) -> bytes:
    """Return the workbook, the same bytes for the same input; typed text is never a formula nor a link."""
    t, content = texts("portfolio", lang), BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(content, options) as book:
        book.set_properties(
            {"title": t("title"), "created": datetime(day.year, day.month, day.day, tzinfo=UTC)}
        )
        shape = _Shape(book, t)
        shape.sheet("organisations", _LINES, map(_line, portfolio.lines))
        shape.sheet("actions", _ACTIONS, map(_action, portfolio.actions))
    return content.getvalue()


class _Shape:
    """The look of every sheet: a bold heading that stays, columns wide enough, dates that are dates."""

    def __init__(self, book: Workbook, t: Texts) -> None:
        self._book, self._t = book, t
        self._bold: Format = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._plain: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self._day: Format = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})

    def sheet(self, name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]) -> None:
        """Add one sheet."""
        sheet: Worksheet = self._book.add_worksheet(self._t(f"sheet.{name}"))
        for place, (key, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, self._t(f"column.{key}"), self._bold)
        count = 0
        for count, row in enumerate(rows, 1):
            for place, cell in enumerate(row):
                self._write(sheet, count, place, cell)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, count, len(columns) - 1)

    def _write(self, sheet: "Worksheet", row: int, place: int, cell: Cell) -> None:
        if isinstance(cell, date) and cell.year < FIRST_YEAR:
            sheet.write_string(row, place, cell.isoformat(), self._plain)
        elif isinstance(cell, date):
            sheet.write_datetime(row, place, datetime(cell.year, cell.month, cell.day), self._day)
        elif isinstance(cell, int):
            sheet.write_number(row, place, cell, self._plain)
        elif cell:
            sheet.write_string(row, place, _cut(cell), self._plain)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"


def _line(line: SaidLine) -> tuple[Cell, ...]:
    counted = line.counted
    return (
        line.name,
        line.aim,
        line.priorities,
        line.round,
        line.done,
        line.late,
        line.next_date,
        counted.then,
        counted.now if counted.answered else None,
        counted.answered,
    )


def _action(action: SaidAction) -> tuple[Cell, ...]:
    return action.organisation, action.title, action.first_step, action.owner, action.due, action.state
