"""The rounds of one organisation: listed by date, a new one opened, an empty one taken away."""

import sqlite3
import uuid
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assessment.errors import BadInput
from assessment.workspace import answers_kept, portfolio

if TYPE_CHECKING:
    from assessment.followup import Round

_ORDERED = (
    "SELECT id, dossier_id, date, questionnaire, answered, asked,"
    " EXISTS (SELECT 1 FROM entry WHERE assessment_id = assessment.id AND field <> 'respondent')"
    " FROM assessment WHERE organisation_id = ? ORDER BY date, seq"
)


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One assessment among those of its organisation."""

    id: str
    dossier_id: str
    """Its id in the organisation's dossier."""
    number: int
    """0 for T0, 1 for T1."""
    day: date
    questionnaire: str
    answered: int
    asked: int
    is_empty: bool
    """Whether nothing was said in it but who answers."""


def rows(connection: sqlite3.Connection, organisation_id: str) -> tuple[RoundRow, ...]:
    """Return the rounds of an organisation, the first one first."""
    found = connection.execute(_ORDERED, (organisation_id,)).fetchall()
    if not found:
        raise BadInput("workspace.gone")
    return tuple(
        RoundRow(
            id_, dossier_id, number, date.fromisoformat(day), questionnaire, answered, asked, not has_entries
        )
        for number, (id_, dossier_id, day, questionnaire, answered, asked, has_entries) in enumerate(found)
    )


def new(connection: sqlite3.Connection, organisation_id: str, today: date, questionnaire: str) -> str:
    """Open an empty round after the others and return its id; nothing that was said before is touched."""
    last = rows(connection, organisation_id)[-1]
    if last.is_empty:
        raise BadInput("workspace.round_not_begun")
    if last.day > today:
        raise BadInput("workspace.round_later", date=last.day.isoformat())
    return portfolio.add_assessment(
        connection, organisation_id, str(uuid.uuid4()), today.isoformat(), questionnaire
    )


def delete(connection: sqlite3.Connection, assessment_id: str) -> None:
    """Take away a round opened by mistake: one with nothing in it, and not the only one."""
    found = connection.execute(
        "SELECT organisation_id FROM assessment WHERE id = ?", (assessment_id,)
    ).fetchone()
    if found is None:
        return
    all_of_them = rows(connection, found[0])
    wanted = next(row for row in all_of_them if row.id == assessment_id)
    if not wanted.is_empty or len(all_of_them) == 1:
        raise BadInput("workspace.round_holds_answers")
    connection.execute("DELETE FROM assessment WHERE id = ?", (assessment_id,))


def before(connection: sqlite3.Connection, organisation_id: str, assessment_id: str) -> "tuple[Round, ...]":
    """Return the rounds before one, without private notes, the first one first."""
    from assessment.followup import Round

    ordered = rows(connection, organisation_id)
    place = next((row.number for row in ordered if row.id == assessment_id), 0)
    return tuple(
        Round(
            answers_kept.sheet(connection, row.id).without_private_notes(),
            row.questionnaire,
            row.dossier_id,
            row.day,
        )
        for row in ordered[:place]
    )
