"""A dossier received beside what is kept of its organisation: which is which, and what differs."""

import sqlite3
import uuid
from typing import TYPE_CHECKING

from assessment.errors import shown
from assessment.workspace import answers_kept, rounds
from assessment.workspace.conflicts import (
    ORGANISATION,
    Conflict,
    Contradicted,
    fact_conflicts,
    joined_plan,
    round_conflicts,
)
from assessment.workspace.plan_kept import stored_plan
from questionnaire.answers import Value

if TYPE_CHECKING:
    from assessment.dossier import Assessment, Dossier

_FACTS = ("name", "country", "legal_form")
_NAMESPACE = uuid.UUID("6a616c6f-6e00-5000-8000-000000000001")
"""For the ids given to dossiers that bring none: the same named content gets the same ones."""


def organisation_id_of(dossier: "Dossier") -> str:
    """Return the id of a dossier's organisation; one without is made, from the content when it has a name.

    A named dossier imported twice is one organisation, a nameless one another organisation each time.
    """
    from assessment.dossier import write_dossier

    if dossier.organisation.id:
        return dossier.organisation.id
    if dossier.organisation.name is None:
        return str(uuid.uuid4())
    return str(uuid.uuid5(_NAMESPACE, write_dossier(dossier, with_private_notes=True).decode("utf-8")))


def identified(organisation_id: str, dossier: "Dossier") -> "list[tuple[str, Assessment]]":
    """Return the assessments of a dossier with their ids, made from the content of those that bring none."""
    return [
        (assessment.id or _id_of_assessment(organisation_id, assessment, position), assessment)
        for position, assessment in enumerate(dossier.assessments)
    ]


def _id_of_assessment(organisation_id: str, assessment: "Assessment", position: int) -> str:
    content = assessment.model_copy(update={"adviser_notes": {}}).model_dump_json()
    return str(uuid.uuid5(uuid.UUID(organisation_id), f"{position} {content}"))


def fields_of(dossier: "Dossier", assessment: "Assessment") -> dict[str, Value]:
    """Return what an assessment of a dossier says, the organisation's own fields left out."""
    from assessment.dossier import sheet_of

    fields = sheet_of(dossier, assessment).fields
    return {name: value for name, value in fields.items() if not name.startswith(ORGANISATION)}


def facts(connection: sqlite3.Connection, organisation_id: str) -> dict[str, str | None] | None:
    """Return what is known of an organisation; None when it is not here."""
    found = connection.execute(
        f"SELECT {', '.join(_FACTS)} FROM organisation WHERE id = ?", (organisation_id,)
    ).fetchone()
    return None if found is None else dict(zip(_FACTS, found, strict=True))


def differences(
    connection: sqlite3.Connection, organisation_id: str, dossier: "Dossier"
) -> tuple[Conflict, ...]:
    """Return every difference between a dossier and what is kept of its organisation, none when it is new."""
    stored = facts(connection, organisation_id)
    if stored is None:
        return ()
    found = fact_conflicts(stored, dossier.organisation.model_dump(exclude={"id"}))
    here = {row.dossier_id: row for row in rounds.rows(connection, organisation_id)}
    for dossier_id, assessment in identified(organisation_id, dossier):
        row = here.get(dossier_id)
        if row is not None:
            found += round_conflicts(
                answers_kept.sheet(connection, row.id).fields,
                fields_of(dossier, assessment),
                assessment_id=row.id,
                dossier_id=dossier_id,
                days=(row.day, assessment.date),
                round_=row.number,
            )
    return (*found, *joined_plan(stored_plan(connection, organisation_id), dossier.plan)[1])


def refusal(conflicts: tuple[Conflict, ...], organisation_id: str, source: str) -> Contradicted:
    """Return the sentence that names the first difference."""
    first = conflicts[0]
    if first.subject is not None:
        item = shown(first.subject[0] or first.subject[1])
        return Contradicted("workspace.import_plan", conflicts, source=source, item=item)
    if first.assessment_id is None:
        told = {"stored": shown(first.ours), "given": shown(first.theirs), "id": organisation_id}
        key = first.field.removeprefix(ORGANISATION)
        return Contradicted("workspace.import_organisation", conflicts, source=source, key=key, **told)
    named = {"id": first.dossier_id, "key": first.field}
    return Contradicted("workspace.import_assessment", conflicts, source=source, **named)
