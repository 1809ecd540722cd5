"""The organisations of a workspace: listed, created, found, renamed, deleted."""

import sqlite3
import uuid
from dataclasses import dataclass
from datetime import date, datetime

from assessment.errors import BadInput, nearest
from assessment.free_text import checked_name, folded, name_key
from assessment.next_step import next_step

SHORTEST_ID = 6
"""Characters of a short id; one more whenever two would be the same."""

_ROWS = """
    SELECT o.id, o.short_id, o.name, o.changed,
           (SELECT count(*) FROM assessment WHERE organisation_id = o.id),
           latest.id, latest.answered, latest.asked, latest.position,
           EXISTS (SELECT 1 FROM entry WHERE assessment_id = latest.id AND field = 'priorities'
                   AND value NOT IN ('null', '[]')),
           EXISTS (SELECT 1 FROM plan WHERE organisation_id = o.id), o.archived
    FROM (SELECT o.rowid AS age, o.* FROM organisation AS o {which}
          ORDER BY o.changed DESC, o.rowid DESC LIMIT ?) AS o
    JOIN assessment AS latest ON latest.seq = (
        SELECT seq FROM assessment WHERE organisation_id = o.id ORDER BY date DESC, seq DESC LIMIT 1
    )
    ORDER BY o.changed DESC, o.age DESC
"""
"""Organisations with their latest assessment; those wanted are chosen before anything is looked up."""
_ALL = -1
"""« LIMIT » of a query without one."""
_HOLDS_THE_WORDS = "instr(folded(coalesce(o.name, '')), ?)"


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
    position: str | None = None
    """Step it was left at."""
    has_priorities: bool = False
    """Whether priorities were chosen in the latest assessment."""
    has_plan: bool = False
    """Whether the action plan holds anything."""
    archived: date | None = None
    """Day it was set aside; None while it is followed."""

    @property
    def next_step(self) -> str:
        """Code of what comes next, one of `NEXT_STEPS`."""
        return next_step(
            self.answered, self.asked, has_priorities=self.has_priorities, has_plan=self.has_plan
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The first organisations found, and how many there are in all."""

    rows: tuple[OrganisationRow, ...]
    total: int
    """Organisations whose name holds the words searched for, shown or not."""
    others: int = 0
    """Those on the other list: the archived ones, or the followed ones while the archived are shown."""


def rows(connection: sqlite3.Connection) -> list[OrganisationRow]:
    """Return every organisation, the one changed last first."""
    return [_row(found) for found in connection.execute(_ROWS.format(which=""), (_ALL,))]


def search(connection: sqlite3.Connection, words: str, at_most: int, *, archived: bool) -> Found:
    """Return the first organisations whose name holds the words, whatever their accents and capitals."""
    connection.create_function("folded", 1, folded, deterministic=True)
    wanted = folded(words.strip())
    which, values = (f"WHERE {_HOLDS_THE_WORDS}", (wanted,)) if wanted else ("WHERE 1", ())
    counts = f"SELECT o.archived IS NOT NULL, count(*) FROM organisation AS o {which} GROUP BY 1"
    number: dict[int, int] = dict(connection.execute(counts, values).fetchall())
    which = f"{which} AND o.archived IS {'NOT NULL' if archived else 'NULL'}"
    found = connection.execute(_ROWS.format(which=which), (*values, at_most))
    return Found(tuple(map(_row, found)), number.get(archived, 0), number.get(not archived, 0))


def unfinished(connection: sqlite3.Connection) -> str | None:
    """Return the name of the organisation being answered when it is the only one under way and has a name."""
    names = connection.execute(
        "SELECT DISTINCT o.id, o.name FROM organisation AS o"
        " JOIN assessment AS a ON a.organisation_id = o.id"
        " WHERE o.archived IS NULL AND a.answered > 0 AND a.answered < a.asked AND NOT EXISTS ("
        "SELECT 1 FROM assessment AS later WHERE later.organisation_id = o.id"
        " AND (later.date, later.seq) > (a.date, a.seq)) LIMIT 2"
    ).fetchall()
    return names[0][1] if len(names) == 1 else None


def blank(connection: sqlite3.Connection) -> list[OrganisationRow]:
    """Return the organisations that were opened without a name, never answered and not archived."""
    which = (
        "WHERE o.name IS NULL AND o.archived IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM assessment WHERE organisation_id = o.id AND asked > 0)"
    )
    return [_row(found) for found in connection.execute(_ROWS.format(which=which), (_ALL,))]


def row(connection: sqlite3.Connection, organisation_id: str) -> OrganisationRow:
    """Return one organisation by id."""
    query = _ROWS.format(which="WHERE o.id = ?")
    found = connection.execute(query, (organisation_id, 1)).fetchone()
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


def archive(connection: sqlite3.Connection, organisation_id: str, day: date | None) -> None:
    """Set an organisation aside on a day; None takes it up again."""
    done = connection.execute(
        "UPDATE organisation SET archived = ? WHERE id = ?", (day and day.isoformat(), organisation_id)
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


def _row(
    found: tuple[str, str, str | None, str, int, str, int, int, str | None, int, int, str | None],
) -> OrganisationRow:
    id_, short_id, name, at, rounds, assessment_id, answered, asked, position, *has, archived = found
    has_priorities, has_plan = has
    return OrganisationRow(
        id_,
        short_id,
        name,
        rounds,
        assessment_id,
        answered,
        asked,
        datetime.fromisoformat(at).astimezone(),
        position,
        bool(has_priorities),
        bool(has_plan),
        date.fromisoformat(archived) if archived else None,
    )


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
