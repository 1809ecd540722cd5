"""The meetings of an adviser with an organisation: listed, kept, changed, deleted, merged."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assessment.errors import BadInput
from assessment.free_text import checked_name, cleaned_text

if TYPE_CHECKING:
    from assessment.dossier import Meeting

_COLUMNS = "date, people, minutes"


@dataclass(frozen=True, slots=True)
class MeetingNote:
    """What is said of one meeting."""

    day: date
    """Past or to come."""
    people: tuple[str, ...] = ()
    minutes: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting as it is kept."""

    id: int
    note: MeetingNote


def rows(connection: sqlite3.Connection, organisation_id: str) -> tuple[MeetingRow, ...]:
    """Return the meetings of an organisation, the latest date first."""
    found = connection.execute(
        f"SELECT seq, {_COLUMNS} FROM session WHERE organisation_id = ? ORDER BY date DESC, seq DESC",
        (organisation_id,),
    )
    return tuple(MeetingRow(seq, _note(*said)) for seq, *said in found)


def add(connection: sqlite3.Connection, organisation_id: str, note: MeetingNote, at: str) -> int:
    """Keep a meeting and return its id; BadInput when the organisation is no more."""
    _touch(connection, organisation_id, at)
    return _insert(connection, organisation_id, acceptable(note))


def restore(connection: sqlite3.Connection, organisation_id: str, row: MeetingRow, at: str) -> None:
    """Keep a meeting again that was deleted, under the id it had."""
    _touch(connection, organisation_id, at)
    _insert(connection, organisation_id, row.note, row.id)


def change(
    connection: sqlite3.Connection, organisation_id: str, before: MeetingRow, note: MeetingNote, at: str
) -> None:
    """Replace what is said of a meeting, unless another window changed it meanwhile."""
    _check_unchanged(connection, organisation_id, before)
    connection.execute(
        "UPDATE session SET date = ?, people = ?, minutes = ? WHERE seq = ?",
        (*_values(acceptable(note)), before.id),
    )
    _touch(connection, organisation_id, at)


def delete(connection: sqlite3.Connection, organisation_id: str, before: MeetingRow, at: str) -> None:
    """Take a meeting away, unless another window changed it meanwhile."""
    _check_unchanged(connection, organisation_id, before)
    connection.execute("DELETE FROM session WHERE seq = ?", (before.id,))
    _touch(connection, organisation_id, at)


def stored(connection: sqlite3.Connection, organisation_id: str) -> "tuple[Meeting, ...]":
    """Return the meetings of an organisation as its dossier holds them, the earliest date first."""
    from assessment.dossier import Meeting

    notes = (row.note for row in rows(connection, organisation_id)[::-1])
    return tuple(Meeting(date=note.day, people=note.people, minutes=note.minutes) for note in notes)


def merge(connection: sqlite3.Connection, organisation_id: str, brought: "Iterable[Meeting]") -> None:
    """Add the meetings a dossier brings; one that is here already, word for word, is not repeated."""
    known = {row.note for row in rows(connection, organisation_id)}
    for meeting in brought:
        note = MeetingNote(meeting.date, meeting.people or (), meeting.minutes)
        if note not in known:
            known.add(note)
            _insert(connection, organisation_id, note)


def acceptable(note: MeetingNote) -> MeetingNote:
    """Return a meeting as it is kept, or say why it cannot be: names stand on one line."""
    names = (checked_name(name.strip()) for name in note.people)
    minutes = cleaned_text(note.minutes or "").strip() or None
    return MeetingNote(note.day, tuple(name for name in names if name), minutes)


def _note(day: str, people: str, minutes: str | None) -> MeetingNote:
    return MeetingNote(date.fromisoformat(day), tuple(json.loads(people)), minutes)


def _values(note: MeetingNote) -> tuple[str, str, str | None]:
    return note.day.isoformat(), json.dumps(note.people, ensure_ascii=False), note.minutes


def _insert(
    connection: sqlite3.Connection, organisation_id: str, note: MeetingNote, wanted: int | None = None
) -> int:
    """Add a meeting and return its id: the one wanted unless another meeting has it by now."""
    taken = connection.execute("SELECT 1 FROM session WHERE seq = ?", (wanted,)).fetchone()
    added = connection.execute(
        f"INSERT INTO session (seq, organisation_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?)",
        (None if taken else wanted, organisation_id, *_values(note)),
    )
    return int(added.lastrowid or 0)


def _check_unchanged(connection: sqlite3.Connection, organisation_id: str, before: MeetingRow) -> None:
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM session WHERE seq = ? AND organisation_id = ?", (before.id, organisation_id)
    ).fetchone()
    if found is None or _note(*found) != before.note:
        raise BadInput("workspace.meeting_changed")


def _touch(connection: sqlite3.Connection, organisation_id: str, at: str) -> None:
    done = connection.execute("UPDATE organisation SET changed = ? WHERE id = ?", (at, organisation_id))
    if done.rowcount == 0:
        raise BadInput("workspace.gone")
