"""Both files of a plan, named alike, and how many actions have no date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.places import plan_stem
from assessment.plan_export.calendar_file import calendar_bytes
from assessment.plan_export.csv_file import csv_bytes
from assessment.planned import PlannedAction


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file to write or to hand over."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class PlanExport:
    """A plan as files."""

    files: tuple[ExportedFile, ...]
    """The table, then the calendar when at least one action has a date."""
    dated: int
    """Actions in the calendar."""
    undated: int
    """Actions without a date, in the table only."""


def export_plan(
    actions: Sequence[PlannedAction], lang: str, *, owner_id: str, name: str | None, day: date
) -> PlanExport:
    """Return the files of a plan said in one language; the same input gives the same bytes.

    `owner_id` is the organisation's, `name` what it is called, `day` the date of its assessment.
    """
    stem = plan_stem(lang, name, short_id=owner_id[:8])
    files = [ExportedFile(f"{stem}.csv", csv_bytes(actions, lang), "text/csv")]
    dated = sum(action.due is not None for action in actions)
    if dated:
        content = calendar_bytes(actions, lang, owner_id=owner_id, name=name, day=day)
        files.append(ExportedFile(f"{stem}.ics", content, "text/calendar"))
    return PlanExport(tuple(files), dated, len(actions) - dated)
