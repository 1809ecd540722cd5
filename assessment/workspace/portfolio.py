"""The organisations of a workspace: listed, created, found, renamed, deleted."""

import sqlite3
import uuid
from dataclasses import dataclass
from datetime import date, datetime

from assessment.errors import BadInput, nearest
from assessment.free_text import checked_name, name_key

SHORTEST_ID = 6
"""Characters of a short id; one more whenever two would be the same."""

_ROWS = """
    SELECT o.id, o.short_id, o.name, latest.rounds, latest.id, latest.answered, latest.asked, o.changed
    FROM organisation AS o
    JOIN (
        SELECT organisation_id, id, answered, asked,
               count(*) OVER (PARTITION BY organisation_id) AS rounds,
               row_number() OVER (PARTITION BY organisation_id ORDER BY date DESC, seq DESC) AS age
        FROM assessment {which}
    ) AS latest ON latest.organisation_id = o.id AND latest.age = 1
    ORDER BY o.changed DESC, o.rowid DESC
"""


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """One line of the home screen."""

    id: str
    """uuid, the same in the organisation's dossier."""
    short_id: str
    """What `jalon list` prints and `jalon open` takes."""
    name: str | None
    """None when the organisation left it out."""
    rounds: int
    """Assessments made so far, at least one."""
    assessment_id: str
    """The latest assessment."""
    answered: int
    """Steps answered in it, as last told by the caller."""
    asked: int
    """Steps put to the organisation; 0 until the first progress is told."""
    changed: datetime
    """Last change, in local time."""


def rows(connection: sqlite3.Connection) -> list[OrganisationRow]:
    """Return every organisation, the one changed last first."""
    return [_row(found) for found in connection.execute(_ROWS.format(which=""))]


def row(connection: sqlite3.Connection, organisation_id: str) -> OrganisationRow:
    """Return one organisation by id."""
    query = _ROWS.format(which="WHERE organisation_id = ?")
    found = connection.execute(query, (organisation_id,)).fetchone()
    if found is None:
        raise BadInput("workspace.gone")
    return _row(found)


def find(connection: sqlite3.Connection, wanted: str) -> OrganisationRow:
    """Return the organisation of that name or short id, or say which name is nearest."""
    ids = _of_name(connection, wanted) or _of_short_id(connection, wanted)
    if len(ids) == 1:
        return row(connection, ids[0])
    if ids:
        short_ids = [row(connection, organisation_id).short_id for organisation_id in ids]
        raise BadInput("workspace.ambiguous_name", name=wanted, ids=", ".join(short_ids))
    names = connection.execute("SELECT name FROM organisation WHERE name IS NOT NULL").fetchall()
    hint = nearest(wanted, [name for (name,) in names])
    raise BadInput("workspace.unknown_name", name=wanted, nearest=hint)


def create(
    connection: sqlite3.Connection, name: str | None, today: date, questionnaire: str, at: str
) -> OrganisationRow:
    """Add an organisation with its first, empty assessment; a name that is there already is refused."""
    name = checked_name(name and name.strip())
    if name is not None and _of_key(connection, name):
        raise BadInput("workspace.name_exists", name=name)
    organisation_id, assessment_id = str(uuid.uuid4()), str(uuid.uuid4())
    add_organisation(connection, organisation_id, {"name": name}, at)
    add_assessment(connection, organisation_id, assessment_id, today.isoformat(), questionnaire)
    return row(connection, organisation_id)


def rename(connection: sqlite3.Connection, organisation_id: str, name: str | None, at: str) -> None:
    """Give an organisation another name, not that of another one; None takes it away."""
    name = checked_name(name and name.strip())
    others = [found for found in _of_key(connection, name) if found != organisation_id] if name else []
    if name is not None and others:
        raise BadInput("workspace.name_taken", name=name)
    done = connection.execute(
        "UPDATE organisation SET name = ?, name_key = ?, changed = ? WHERE id = ?",
        (name, name and name_key(name), at, organisation_id),
    )
    if done.rowcount == 0:
        raise BadInput("workspace.gone")


def add_organisation(
    connection: sqlite3.Connection, organisation_id: str, facts: dict[str, str | None], at: str
) -> None:
    """Add an organisation as it is, whatever its name."""
    name = facts.get("name")
    connection.execute(
        "INSERT INTO organisation (id, short_id, name, name_key, country, legal_form, created, changed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            organisation_id,
            _short_id(connection, organisation_id),
            name,
            name and name_key(name),
            facts.get("country"),
            facts.get("legal_form"),
            at,
            at,
        ),
    )


def add_assessment(
    connection: sqlite3.Connection, organisation_id: str, dossier_id: str, day: str, questionnaire: str
) -> str:
    """Add an empty assessment and return its id here: the dossier's own unless another one has it."""
    taken = connection.execute("SELECT 1 FROM assessment WHERE id = ?", (dossier_id,)).fetchone()
    assessment_id = str(uuid.uuid4()) if taken else dossier_id
    connection.execute(
        "INSERT INTO assessment (id, organisation_id, dossier_id, date, questionnaire)"
        " VALUES (?, ?, ?, ?, ?)",
        (assessment_id, organisation_id, dossier_id, day, questionnaire),
    )
    return assessment_id


def _row(found: tuple[str, str, str | None, int, str, int, int, str]) -> OrganisationRow:
    id_, short_id, name, rounds, assessment_id, answered, asked, at = found
    changed = datetime.fromisoformat(at).astimezone()
    return OrganisationRow(id_, short_id, name, rounds, assessment_id, answered, asked, changed)


def _of_name(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return who bears that name: exactly, or capitals aside when nobody does exactly."""
    exact = connection.execute("SELECT id FROM organisation WHERE name = ?", (name.strip(),)).fetchall()
    return [found for (found,) in exact] or _of_key(connection, name)


def _of_key(connection: sqlite3.Connection, name: str) -> list[str]:
    found = connection.execute("SELECT id FROM organisation WHERE name_key = ?", (name_key(name),))
    return [organisation_id for (organisation_id,) in found]


def _of_short_id(connection: sqlite3.Connection, wanted: str) -> list[str]:
    key = wanted.strip().lower()
    found = connection.execute("SELECT id FROM organisation WHERE short_id = ? OR id = ?", (key, key))
    return [organisation_id for (organisation_id,) in found]


def _short_id(connection: sqlite3.Connection, organisation_id: str) -> str:
    digits = organisation_id.replace("-", "")
    for length in range(SHORTEST_ID, len(digits) + 1):
        candidate = digits[:length]
        if not connection.execute("SELECT 1 FROM organisation WHERE short_id = ?", (candidate,)).fetchone():
            return candidate
    return organisation_id
