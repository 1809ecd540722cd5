"""Erasing organisations for good: from the tables, then from every page of the file they once stood on.

`secure_delete` blanks what is deleted, not the copies SQLite leaves behind when it moves rows between pages:
only writing the file anew is sure. Should another window hold that up, it is done when the workspace is next
opened.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress

from assessment.workspace.database import PATIENCE, checkpoint

_UNFINISHED = "unfinished_erasing"
"""Setting that says the file is still to be written anew."""
_WAITS = 1_000
"""Milliseconds another window is waited for."""


def erase(connection: sqlite3.Connection, organisation_ids: Iterable[str]) -> None:
    """Delete organisations and all they said; the caller's transaction is to be followed by `scrub`."""
    ids = frozenset(organisation_ids)
    connection.executemany("DELETE FROM organisation WHERE id = ?", ((one,) for one in ids))
    _forget(connection, ids)
    connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, 'yes')", (_UNFINISHED,))


def _forget(connection: sqlite3.Connection, ids: frozenset[str]) -> None:
    """Take the organisations out of the lists kept among the settings: whose forms a workshop typed."""
    for name, value in connection.execute("SELECT name, value FROM setting").fetchall():
        words = value.split(" ")
        if not ids.isdisjoint(words):
            left = " ".join(word for word in words if word not in ids)
            connection.execute("UPDATE setting SET value = ? WHERE name = ?", (left, name))


def scrub(connection: sqlite3.Connection) -> None:
    """Write the file anew without what was erased, if anything was since the last time."""
    if not connection.execute("SELECT 1 FROM setting WHERE name = ?", (_UNFINISHED,)).fetchone():
        return
    connection.execute(f"PRAGMA busy_timeout = {_WAITS}")
    connection.execute("PRAGMA temp_store = MEMORY")  # no copy of the others in a temporary file
    try:
        with suppress(sqlite3.DatabaseError):
            connection.execute("VACUUM")
            connection.execute("DELETE FROM setting WHERE name = ?", (_UNFINISHED,))
    finally:
        connection.execute("PRAGMA temp_store = DEFAULT")
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
    checkpoint(connection)
