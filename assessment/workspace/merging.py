"""Dossiers into the workspace and out of it: by organisation id, then assessment id, all or nothing."""

import json
import sqlite3
import uuid
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assessment.errors import BadInput, shown
from assessment.free_text import name_key
from assessment.workspace import answers_kept, meetings, portfolio

if TYPE_CHECKING:
    from pydantic import BaseModel

    from assessment.dossier import Action, Assessment, Dossier

_PRIVATE = "adviser_notes."
_STAYS_BEHIND = ("comments.", "session.minutes")
"""Free words a PDF may have been made without: their absence says nothing against those kept here."""
_NAMESPACE = uuid.UUID("6a616c6f-6e00-5000-8000-000000000001")
"""For the ids given to dossiers that bring none: the same named content gets the same ones."""


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
    """Ids of those that were there already, with the same content."""
    changed: bool
    """Whether anything at all was written: an assessment, a name, a private note, an action, a meeting."""


def merge(connection: sqlite3.Connection, dossier: "Dossier", source: str, at: str) -> ImportReport:
    """Merge one dossier; the same id with other content is refused (the caller's transaction undoes all)."""
    before = connection.total_changes
    organisation_id = dossier.organisation.id or _id_of_content(dossier)
    known = connection.execute("SELECT 1 FROM organisation WHERE id = ?", (organisation_id,)).fetchone()
    facts = dossier.organisation.model_dump(exclude={"id"})
    if known:
        _merge_facts(connection, organisation_id, facts, source)
    else:
        portfolio.add_organisation(connection, organisation_id, facts, at)
    added: list[str] = []
    unchanged: list[str] = []
    for position, assessment in enumerate(dossier.assessments):
        dossier_id = assessment.id or _id_of_assessment(organisation_id, assessment, position)
        is_new = _merge_assessment(connection, organisation_id, dossier_id, dossier, assessment, source)
        (added if is_new else unchanged).append(dossier_id)
    _merge_plan(connection, organisation_id, dossier.plan, source)
    meetings.merge(connection, organisation_id, dossier.sessions)
    changed = connection.total_changes > before
    if changed:
        connection.execute("UPDATE organisation SET changed = ? WHERE id = ?", (at, organisation_id))
    row = portfolio.row(connection, organisation_id)
    return ImportReport(
        organisation_id, row.short_id, row.name, not known, tuple(added), tuple(unchanged), changed
    )


def dossier_of(connection: sqlite3.Connection, organisation_id: str) -> "Dossier":
    """Return the dossier of one organisation, every round, private notes included."""
    from assessment.dossier import Dossier, assessment_of, organisation_of

    rounds = connection.execute(
        "SELECT id, dossier_id, date, questionnaire FROM assessment WHERE organisation_id = ? ORDER BY seq",
        (organisation_id,),
    ).fetchall()
    if not rounds:
        raise BadInput("workspace.gone")
    sheets = [answers_kept.sheet(connection, assessment_id) for assessment_id, *_ in rounds]
    assessments = tuple(
        assessment_of(sheet, date=date.fromisoformat(day), questionnaire=questionnaire, id=dossier_id)
        for sheet, (_, dossier_id, day, questionnaire) in zip(sheets, rounds, strict=True)
    )
    return Dossier(
        organisation=organisation_of(sheets[0], id=organisation_id),
        assessments=assessments,
        plan=stored_plan(connection, organisation_id),
        sessions=meetings.stored(connection, organisation_id),
    )


def stored_plan(connection: sqlite3.Connection, organisation_id: str) -> "tuple[Action, ...]":
    """Return the action plan of an organisation."""
    from assessment.dossier import Action

    actions = connection.execute(
        "SELECT action FROM plan WHERE organisation_id = ? ORDER BY position", (organisation_id,)
    )
    return tuple(Action.model_validate(json.loads(action)) for (action,) in actions)


def store_plan(connection: sqlite3.Connection, organisation_id: str, plan: "tuple[Action, ...]") -> None:
    """Replace the action plan of an organisation."""
    connection.execute("DELETE FROM plan WHERE organisation_id = ?", (organisation_id,))
    kept = [(organisation_id, n, action.model_dump_json(exclude_none=True)) for n, action in enumerate(plan)]
    connection.executemany("INSERT INTO plan (organisation_id, position, action) VALUES (?, ?, ?)", kept)


def _id_of_content(dossier: "Dossier") -> str:
    """Return an id for a dossier without one: a named dossier imported twice is one organisation."""
    from assessment.dossier import write_dossier

    if dossier.organisation.name is None:
        return str(uuid.uuid4())
    return str(uuid.uuid5(_NAMESPACE, write_dossier(dossier, with_private_notes=True).decode("utf-8")))


def _id_of_assessment(organisation_id: str, assessment: "Assessment", position: int) -> str:
    content = assessment.model_copy(update={"adviser_notes": {}}).model_dump_json()
    return str(uuid.uuid5(uuid.UUID(organisation_id), f"{position} {content}"))


def _merge_facts(
    connection: sqlite3.Connection, organisation_id: str, facts: dict[str, str | None], source: str
) -> None:
    """Complete what the workspace does not know of an organisation; a contradiction is refused."""
    for column, given in facts.items():
        query = f"SELECT {column} FROM organisation WHERE id = ?"
        (stored,) = connection.execute(query, (organisation_id,)).fetchone()
        if given is None or given == stored:
            continue
        if stored is not None:
            told = {"stored": shown(stored), "given": shown(given), "id": organisation_id}
            raise BadInput("workspace.import_organisation", source=source, key=column, **told)
        connection.execute(f"UPDATE organisation SET {column} = ? WHERE id = ?", (given, organisation_id))
        if column == "name":
            key = name_key(given)
            connection.execute("UPDATE organisation SET name_key = ? WHERE id = ?", (key, organisation_id))


def _merge_assessment(
    connection: sqlite3.Connection,
    organisation_id: str,
    dossier_id: str,
    dossier: "Dossier",
    assessment: "Assessment",
    source: str,
) -> bool:
    """Add an assessment and say so, or check that the one of the same id has the same content."""
    from assessment.dossier import sheet_of

    sheet = sheet_of(dossier, assessment)
    fields = {name: v for name, v in sheet.fields.items() if not name.startswith("organisation.")}
    known = connection.execute(
        "SELECT id, date FROM assessment WHERE organisation_id = ? AND dossier_id = ?",
        (organisation_id, dossier_id),
    ).fetchone()
    day = assessment.date.isoformat()
    if known is None:
        assessment_id = portfolio.add_assessment(
            connection, organisation_id, dossier_id, day, assessment.questionnaire
        )
        answers_kept.fill(connection, assessment_id, fields)
        _tell_progress(connection, assessment_id)
        return True
    assessment_id, stored_day = known
    stored = dict(answers_kept.sheet(connection, assessment_id).fields)
    if stored_day != day:
        raise BadInput("workspace.import_assessment", source=source, id=dossier_id, key="date")
    notes = {name: fields.pop(name) for name in list(fields) if name.startswith(_PRIVATE)}
    known_notes = {name: value for name, value in stored.items() if name.startswith(_PRIVATE)}
    kept = {n: v for n, v in stored.items() if not n.startswith(("organisation.", _PRIVATE))}
    answers = {n: v for n, v in kept.items() if n in fields or not n.startswith(_STAYS_BEHIND)}
    other = [name for name in {**fields, **answers} if fields.get(name) != answers.get(name)]
    other += [name for name in notes if known_notes.get(name, notes[name]) != notes[name]]
    if other:
        raise BadInput("workspace.import_assessment", source=source, id=dossier_id, key=min(other))
    new_notes = {name: note for name, note in notes.items() if name not in known_notes}
    answers_kept.fill(connection, assessment_id, new_notes)
    return False


def _merge_plan(
    connection: sqlite3.Connection, organisation_id: str, plan: "tuple[Action, ...]", source: str
) -> None:
    """Add the actions that are not in the plan yet, and take over what moved on in those that are.

    An action is known by its item and title. What was empty is filled in and an open action may be closed;
    two different owners, dates or steps are refused, as nobody can say which one is right.
    """
    stored = stored_plan(connection, organisation_id)
    actions = list(stored)
    places = {(action.item, action.title): place for place, action in enumerate(actions)}
    for action in plan:
        place = places.get((action.item, action.title))
        if place is None:
            actions.append(action)
        else:
            actions[place] = _joined(actions[place], action, source)
    if tuple(actions) != stored:
        store_plan(connection, organisation_id, tuple(actions))


def _joined(stored: "Action", coming: "Action", source: str) -> "Action":
    """Return one action out of two on the same subject; BadInput where they contradict each other."""
    filled = _filled(stored, coming)
    progress = _filled(stored.progress, coming.progress)
    if filled is None or progress is None:
        raise BadInput("workspace.import_plan", source=source, item=shown(coming.item or coming.title))
    status = coming.status if stored.status == "open" else stored.status
    brought = stored.progress.model_copy(update=progress)
    return stored.model_copy(update={**filled, "progress": brought, "status": status})


def _filled(stored: "BaseModel", coming: "BaseModel") -> dict[str, object] | None:
    """Return the words of one part, completed by those of another; None where they contradict each other."""
    known, new = (dict(part) for part in (stored, coming))
    said = {key: value for key, value in new.items() if key not in ("status", "progress")}
    if any(None not in (value, known[key]) and value != known[key] for key, value in said.items()):
        return None
    return {key: known[key] if known[key] is not None else value for key, value in said.items()}


def _tell_progress(connection: sqlite3.Connection, assessment_id: str) -> None:
    from questionnaire.loading import standard_questionnaire
    from questionnaire.routing import progress

    told = progress(standard_questionnaire(), answers_kept.sheet(connection, assessment_id))
    connection.execute(
        "UPDATE assessment SET answered = ?, asked = ? WHERE id = ?",
        (told.answered, told.asked, assessment_id),
    )
