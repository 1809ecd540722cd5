"""Dossiers into the workspace and out of it: by organisation id, then assessment id, all or nothing."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assessment.errors import BadInput
from assessment.free_text import name_key
from assessment.workspace import answers_kept, meetings, portfolio, rounds
from assessment.workspace.comparing import (
    differences,
    facts,
    fields_of,
    identified,
    organisation_id_of,
    refusal,
)
from assessment.workspace.conflicts import (
    DATE,
    PRIVATE,
    Conflict,
    ConflictsChanged,
    Decisions,
    joined_plan,
    plan_with,
)
from assessment.workspace.plan_kept import store_plan, stored_plan

if TYPE_CHECKING:
    from assessment.dossier import Assessment, Dossier


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What one dossier brought."""

    organisation_id: str
    short_id: str
    name: str | None
    is_new: bool
    """Whether the organisation was not in the workspace before."""
    added: tuple[str, ...]
    """Ids of the assessments that were added."""
    unchanged: tuple[str, ...]
    """Ids of those that were there already; what was decided between two versions aside."""
    changed: bool
    """Whether anything at all was written: an assessment, a name, a private note, an action, a meeting."""
    taken: tuple[Conflict, ...] = ()
    """Differences in which the dossier was given right."""
    kept: tuple[Conflict, ...] = ()
    """Differences in which what stood here stays."""


def merge(
    connection: sqlite3.Connection,
    dossier: "Dossier",
    source: str,
    at: str,
    decided: Decisions | None = None,
) -> ImportReport:
    """Merge one dossier (the caller's transaction undoes all when it fails).

    The same id with other content is refused, unless it was decided, difference by difference, which side
    stays; ConflictsChanged when the differences are no longer those that were decided.
    """
    before = connection.total_changes
    organisation_id = organisation_id_of(dossier)
    conflicts = differences(connection, organisation_id, dossier)
    if decided is None and conflicts:
        raise refusal(conflicts, organisation_id, source)
    if decided is not None and set(decided) != set(conflicts):
        raise ConflictsChanged(conflicts)
    taken_over = tuple(conflict for conflict in conflicts if (decided or {})[conflict] == "theirs")
    stored, given = facts(connection, organisation_id), dossier.organisation.model_dump(exclude={"id"})
    if stored is None:
        portfolio.add_organisation(connection, organisation_id, given, at)
    is_completed = stored is not None and _complete_facts(connection, organisation_id, stored, given)
    added, unchanged = _merge_assessments(connection, organisation_id, dossier)
    if is_completed or taken_over:
        _take(connection, organisation_id, taken_over, at)
        _tell_every_progress(connection, organisation_id)
    _merge_plan(connection, organisation_id, dossier, taken_over)
    meetings.merge(connection, organisation_id, dossier.sessions)
    changed = connection.total_changes > before
    if changed:
        connection.execute("UPDATE organisation SET changed = ? WHERE id = ?", (at, organisation_id))
    row = portfolio.row(connection, organisation_id)
    kept = tuple(conflict for conflict in conflicts if conflict not in taken_over)
    return ImportReport(
        organisation_id, row.short_id, row.name, stored is None, added, unchanged, changed, taken_over, kept
    )


def dossier_of(connection: sqlite3.Connection, organisation_id: str) -> "Dossier":
    """Return the dossier of one organisation, every round, private notes included."""
    from assessment.dossier import Dossier, assessment_of, organisation_of

    kept = connection.execute(
        "SELECT id, dossier_id, date, questionnaire FROM assessment WHERE organisation_id = ? ORDER BY seq",
        (organisation_id,),
    ).fetchall()
    if not kept:
        raise BadInput("workspace.gone")
    sheets = [answers_kept.sheet(connection, assessment_id) for assessment_id, *_ in kept]
    assessments = tuple(
        assessment_of(sheet, date=date.fromisoformat(day), questionnaire=questionnaire, id=dossier_id)
        for sheet, (_, dossier_id, day, questionnaire) in zip(sheets, kept, strict=True)
    )
    return Dossier(
        organisation=organisation_of(sheets[0], id=organisation_id),
        assessments=assessments,
        plan=stored_plan(connection, organisation_id),
        sessions=meetings.stored(connection, organisation_id),
    )


def _complete_facts(
    connection: sqlite3.Connection,
    organisation_id: str,
    stored: Mapping[str, str | None],
    given: Mapping[str, str | None],
) -> bool:
    """Write what the workspace does not know of an organisation, and say whether there was anything."""
    unknown = {name: value for name, value in given.items() if stored[name] is None and value is not None}
    for column, value in unknown.items():
        connection.execute(f"UPDATE organisation SET {column} = ? WHERE id = ?", (value, organisation_id))
        if column == "name":
            key = name_key(value)
            connection.execute("UPDATE organisation SET name_key = ? WHERE id = ?", (key, organisation_id))
    return bool(unknown)


def _take(
    connection: sqlite3.Connection, organisation_id: str, taken_over: tuple[Conflict, ...], at: str
) -> None:
    """Write what was taken of the organisation and its assessments, with a journal: it can be undone.

    The days come first: they say which assessment is the latest, the one the organisation's fields are in.
    """
    for conflict in taken_over:
        if conflict.field == DATE:
            day = conflict.theirs, conflict.assessment_id
            connection.execute("UPDATE assessment SET date = ? WHERE id = ?", day)
    latest = portfolio.row(connection, organisation_id).assessment_id
    for conflict in taken_over:
        if conflict.field != DATE and conflict.subject is None:
            assessment_id = conflict.assessment_id or latest
            answers_kept.replace(connection, assessment_id, conflict.field, conflict.theirs, at)


def _merge_assessments(
    connection: sqlite3.Connection, organisation_id: str, dossier: "Dossier"
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the assessments that were added, and of those that were here."""
    query = "SELECT dossier_id, id FROM assessment WHERE organisation_id = ?"
    here = dict(connection.execute(query, (organisation_id,)).fetchall())
    added: list[str] = []
    unchanged: list[str] = []
    for dossier_id, assessment in identified(organisation_id, dossier):
        if dossier_id in here:
            _add_notes(connection, here[dossier_id], dossier, assessment)
            unchanged.append(dossier_id)
        else:
            _add_assessment(connection, organisation_id, dossier_id, dossier, assessment)
            added.append(dossier_id)
    return tuple(added), tuple(unchanged)


def _add_assessment(
    connection: sqlite3.Connection,
    organisation_id: str,
    dossier_id: str,
    dossier: "Dossier",
    assessment: "Assessment",
) -> None:
    day = assessment.date.isoformat()
    assessment_id = portfolio.add_assessment(
        connection, organisation_id, dossier_id, day, assessment.questionnaire
    )
    answers_kept.fill(connection, assessment_id, fields_of(dossier, assessment))
    _tell_progress(connection, assessment_id)


def _add_notes(
    connection: sqlite3.Connection, assessment_id: str, dossier: "Dossier", assessment: "Assessment"
) -> None:
    """Write the private notes an assessment lacks."""
    held = answers_kept.sheet(connection, assessment_id).fields
    given = fields_of(dossier, assessment)
    new = {name: value for name, value in given.items() if name.startswith(PRIVATE) and name not in held}
    answers_kept.fill(connection, assessment_id, new)


def _merge_plan(
    connection: sqlite3.Connection,
    organisation_id: str,
    dossier: "Dossier",
    taken_over: tuple[Conflict, ...],
) -> None:
    """Keep the plan completed by the one received, what was taken from it included."""
    stored = stored_plan(connection, organisation_id)
    joined = plan_with(joined_plan(stored, dossier.plan)[0], taken_over)
    if joined != stored:
        store_plan(connection, organisation_id, joined)


def _tell_every_progress(connection: sqlite3.Connection, organisation_id: str) -> None:
    """Count every round again: the organisation's own fields count in each."""
    for row in rounds.rows(connection, organisation_id):
        _tell_progress(connection, row.id)


def _tell_progress(connection: sqlite3.Connection, assessment_id: str) -> None:
    from questionnaire.loading import standard_questionnaire
    from questionnaire.routing import progress

    told = progress(standard_questionnaire(), answers_kept.sheet(connection, assessment_id))
    connection.execute(
        "UPDATE assessment SET answered = ?, asked = ? WHERE id = ?",
        (told.answered, told.asked, assessment_id),
    )
