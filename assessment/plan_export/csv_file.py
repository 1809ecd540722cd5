"""The plan as a table that a double click opens in a spreadsheet of the same language."""

import csv
import io
from collections.abc import Sequence

from assessment.planned import PlannedAction
from assessment.texts import texts

_STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
COLUMNS = ("number", "action", "first_step", "owner", "due", "help", "status")


def csv_bytes(actions: Sequence[PlannedAction], lang: str) -> bytes:
    """Return the table in UTF-8, with the mark by which a spreadsheet knows it."""
    t = texts("plan_export", lang)
    page = io.StringIO(newline="")
    table = csv.writer(page, delimiter=t("spreadsheet.separator"), lineterminator="\r\n")
    table.writerow([t(f"column.{column}") for column in COLUMNS])
    for number, action in enumerate(actions, start=1):
        due = action.due.strftime(t("spreadsheet.date")) if action.due else ""
        written = (action.title, action.first_step, action.owner, due, action.help)
        cells = (harmless(text or "") for text in written)
        table.writerow([number, *cells, t(f"status.{action.status}")])
    return page.getvalue().encode("utf-8-sig", errors="replace")


def harmless(text: str) -> str:
    """Return a text no spreadsheet takes for a formula: an apostrophe stands before what would begin one."""
    lines = "\n".join(text.splitlines())
    return f"'{lines}" if lines.lstrip().startswith(_STARTS_A_FORMULA) else lines
