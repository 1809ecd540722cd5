"""Opens the SQLite file, brings it to the current version and tells what goes wrong in one sentence."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from assessment.errors import BadInput
from assessment.workspace.migrations import MIGRATIONS

APPLICATION_ID = 0x4A414C4E
"""« JALN » in the header of the file: tells a Jalon workspace from any other SQLite file."""

PATIENCE = 5.0
"""Seconds a write waits for another process to finish its own."""

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_NOTADB: "not_database",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "full",
}


def open_database(path: Path) -> sqlite3.Connection:
    """Open the workspace (created when there is none), migrated, in WAL mode, checkpointed."""
    _prepare_folder(path)
    with telling(path):
        connection = sqlite3.connect(path.absolute(), timeout=PATIENCE, isolation_level=None)
        try:
            _check_owner(connection, path)
            _set_up(connection)
            _migrate(connection, path)
            checkpoint(connection)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what SQLite reports into the sentence a person can act upon."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        sentence = _SENTENCES.get(code & 0xFF, "unusable")
        raise BadInput(f"workspace.{sentence}", file=str(path), reason=str(error)) from error


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the one write transaction; commits on the way out, or leaves no trace."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """Read several tables as they stood at one moment."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def checkpoint(connection: sqlite3.Connection) -> None:
    """Bring every commit into the one file that can be copied; another window at work may delay it."""
    connection.execute("PRAGMA busy_timeout = 100")
    try:
        with suppress(sqlite3.DatabaseError):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")


def _prepare_folder(path: Path) -> None:
    try:
        if path.is_dir():
            raise BadInput("workspace.is_folder", file=str(path))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(path)
    except (OSError, ValueError) as error:
        if isinstance(error, PermissionError | FileExistsError | NotADirectoryError):
            raise BadInput("workspace.read_only", file=str(path)) from error
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput("workspace.unusable", file=str(path), reason=reason) from error


def _check_owner(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse, before touching anything, another program's database and a newer Jalon's."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise BadInput("workspace.not_database", file=str(path))
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise BadInput("workspace.newer", file=str(path), version=version, known=len(MIGRATIONS))


def _set_up(connection: sqlite3.Connection) -> None:
    _switch_to_wal(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """Switch to WAL; SQLite does not wait by itself when two processes create the file together."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection) == len(MIGRATIONS):
        return
    with writing(connection):
        _check_owner(connection, path)  # another process may have been faster
        for number, statements in enumerate(MIGRATIONS[_version(connection) :], _version(connection) + 1):
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
