"""Tables to fill in by hand, their first cells begun where the answers say something."""

from collections.abc import Mapping, Sequence

from assessment.report.document import Column, Table
from assessment.texts import Texts

Begun = Mapping[str, str | None]
"""What is already written, by row."""


def two_sides(t: Texts, article: str, rows: Sequence[str], begun: Begun | None = None) -> Table:
    """Return a table with a column for each side; what is known is written in ours."""
    known = begun or {}
    columns = (
        Column(t("convention.subject"), 0.26),
        Column(t("convention.us"), 0.37),
        Column(t("convention.them"), 0.37),
    )
    cells = tuple((t(f"convention.{article}.{row}"), known.get(row) or "", "") for row in rows)
    return Table(columns, cells, fill_in=True, strong_first=True)


def in_plain_words(t: Texts, article: str, rows: Sequence[str], begun: Begun | None = None) -> Table:
    """Return a table with one wide column to write in."""
    known = begun or {}
    columns = (Column(t("convention.subject"), 0.34), Column(t("convention.plainly"), 0.66))
    cells = tuple((t(f"convention.{article}.{row}"), known.get(row) or "") for row in rows)
    return Table(columns, cells, fill_in=True, strong_first=True)
