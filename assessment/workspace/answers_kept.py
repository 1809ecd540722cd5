"""The answers of one assessment, field by field: compare-and-set, journal and undo."""

import json
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.errors import BadInput
from assessment.free_text import checked_name, cleaned_text, name_key
from questionnaire.answers import AnswerSheet, Value

_FIELD = re.compile(
    r"(answers|votes|comments|adviser_notes|profile|complement\.basics|complement\.urgency)\.[a-z]\w*"
    r"|complement\.(aim|interest|unsatisfying|barriers|skills_level|ai_rules)"
    r"|priorities|respondent|session\.(people|minutes)|consent\.named|organisation\.(name|country|legal_form)"
)
_NAMES = ("organisation.name", "respondent", "session.people")
_ORGANISATION = "organisation."
_INTO_JOURNAL = "INSERT INTO journal (assessment_id, field, old, new, at) VALUES (?, ?, ?, ?, ?)"


class ChangedElsewhere(Exception):  # noqa: N818
    """Another window changed the field meanwhile; nothing was written."""

    def __init__(self, field: str, theirs: Value) -> None:
        super().__init__(field)
        self.field = field
        """The field both windows changed."""
        self.theirs = theirs
        """What is stored now."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One change of mind that is remembered."""

    at: datetime
    """When, in local time."""
    field: str
    old: Value
    new: Value
    was_undone: bool


def sheet(connection: sqlite3.Connection, assessment_id: str) -> AnswerSheet:
    """Return every answer of an assessment, the organisation's own fields included."""
    owner = connection.execute(
        "SELECT name, country, legal_form FROM organisation"
        " WHERE id = (SELECT organisation_id FROM assessment WHERE id = ?)",
        (assessment_id,),
    ).fetchone()
    if owner is None:
        raise BadInput("workspace.gone")
    entries = connection.execute("SELECT field, value FROM entry WHERE assessment_id = ?", (assessment_id,))
    fields: dict[str, Value] = {field: decoded(value) for field, value in entries}
    facts = dict(zip(("name", "country", "legal_form"), owner, strict=True))
    return AnswerSheet.of({**fields, **{_ORGANISATION + name: value for name, value in facts.items()}})


def record(
    connection: sqlite3.Connection, assessment_id: str, field: str, value: Value, expected: Value, at: str
) -> None:
    """Write one field if it still holds what the caller believes; keep what it held in the journal."""
    check_field(field)
    stored = _stored(connection, assessment_id, field)
    new = encoded(acceptable(field, value))
    if stored == new:
        return
    if stored != encoded(acceptable(field, expected)):
        raise ChangedElsewhere(field, decoded(stored))
    _store(connection, assessment_id, field, new)
    connection.execute(_INTO_JOURNAL, (assessment_id, field, stored, new, at))


def replace(connection: sqlite3.Connection, assessment_id: str, field: str, value: Value, at: str) -> None:
    """Write one field as a dossier received says it, whatever it held, which the journal keeps."""
    check_field(field)
    stored, new = _stored(connection, assessment_id, field), encoded(value)
    _store(connection, assessment_id, field, new)
    connection.execute(_INTO_JOURNAL, (assessment_id, field, stored, new, at))


def changes(connection: sqlite3.Connection, assessment_id: str) -> tuple[Changed, ...]:
    """Return the changes remembered of an assessment, the first one first."""
    found = connection.execute(
        "SELECT at, field, old, new, undone FROM journal WHERE assessment_id = ? ORDER BY seq",
        (assessment_id,),
    )
    return tuple(
        Changed(datetime.fromisoformat(at).astimezone(), field, decoded(old), decoded(new), bool(undone))
        for at, field, old, new, undone in found
    )


def undo(connection: sqlite3.Connection, assessment_id: str) -> tuple[str, Value] | None:
    """Take back the last change that still stands; those another window overwrote are passed over."""
    changes = connection.execute(
        "SELECT seq, field, old, new FROM journal WHERE assessment_id = ? AND NOT undone ORDER BY seq DESC",
        (assessment_id,),
    ).fetchall()
    for seq, field, old, new in changes:
        connection.execute("UPDATE journal SET undone = 1 WHERE seq = ?", (seq,))
        if _stored(connection, assessment_id, field) == new:
            _store(connection, assessment_id, field, old)
            return field, decoded(old)
    return None


def fill(connection: sqlite3.Connection, assessment_id: str, fields: Mapping[str, Value]) -> None:
    """Write fields nothing stands in yet, without a journal: an import is not a change of mind."""
    kept = ((assessment_id, field, encoded(value)) for field, value in fields.items())
    connection.executemany("INSERT INTO entry (assessment_id, field, value) VALUES (?, ?, ?)", kept)


def check_field(field: str) -> None:
    """Refuse a name that no field of an answer sheet can have: a mistake of the program, not of a person."""
    if not _FIELD.fullmatch(field):
        raise ValueError(f"no answer sheet has a field {field!r}")


def acceptable(field: str, value: Value) -> Value:
    """Return a value as it is kept, or say why it cannot be: names on one line, texts without controls."""
    if isinstance(value, str):
        text = checked_name(value) if field in _NAMES else cleaned_text(value)
        return text or None
    if isinstance(value, tuple | list):
        parts = [acceptable(field, part) for part in value]
        return tuple(part for part in parts if part is not None)  # type: ignore[return-value]
    return value


def encoded(value: Value) -> str | None:
    """Return a value as JSON, None for nothing said."""
    return None if value is None else json.dumps(value, ensure_ascii=False)


def decoded(text: str | None) -> Value:
    """Return the value kept as JSON."""
    value: Value | list[str] | list[int] = None if text is None else json.loads(text)
    return tuple(value) if isinstance(value, list) else value  # type: ignore[return-value]


def _stored(connection: sqlite3.Connection, assessment_id: str, field: str) -> str | None:
    """Return the JSON a field holds; an assessment that is no more is told."""
    if field.startswith(_ORGANISATION):
        column = field.removeprefix(_ORGANISATION)
        found = connection.execute(
            f"SELECT {column} FROM organisation"
            " WHERE id = (SELECT organisation_id FROM assessment WHERE id = ?)",
            (assessment_id,),
        ).fetchone()
        if found is None:
            raise BadInput("workspace.gone")
        return encoded(found[0])
    if not connection.execute("SELECT 1 FROM assessment WHERE id = ?", (assessment_id,)).fetchone():
        raise BadInput("workspace.gone")
    found = connection.execute(
        "SELECT value FROM entry WHERE assessment_id = ? AND field = ?", (assessment_id, field)
    ).fetchone()
    return None if found is None else str(found[0])


def _store(connection: sqlite3.Connection, assessment_id: str, field: str, value: str | None) -> None:
    if field.startswith(_ORGANISATION):
        facts = {field.removeprefix(_ORGANISATION): decoded(value)}
        if field == "organisation.name":
            name = decoded(value)
            facts["name_key"] = name_key(name) if isinstance(name, str) else None
        for column, fact in facts.items():
            connection.execute(
                f"UPDATE organisation SET {column} = ?"
                " WHERE id = (SELECT organisation_id FROM assessment WHERE id = ?)",
                (fact, assessment_id),
            )
    elif value is None:
        connection.execute("DELETE FROM entry WHERE assessment_id = ? AND field = ?", (assessment_id, field))
    else:
        connection.execute(
            "INSERT INTO entry (assessment_id, field, value) VALUES (?, ?, ?)"
            " ON CONFLICT (assessment_id, field) DO UPDATE SET value = excluded.value",
            (assessment_id, field, value),
        )
