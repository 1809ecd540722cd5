"""Dossiers received that contradict what is kept: the differences, and the import once decided."""

import sqlite3
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.workspace import merging
from assessment.workspace.comparing import differences, organisation_id_of
from assessment.workspace.conflicts import Conflict, Decisions
from assessment.workspace.database import reading, telling
from assessment.workspace.merging import ImportReport

if TYPE_CHECKING:
    from assessment.dossier import Dossier


class Deciding:
    """What a workspace does with two versions of the same thing."""

    path: Path
    _connection: sqlite3.Connection

    def _writing(self) -> AbstractContextManager[datetime]:
        """Hold one write transaction; gives its time."""
        raise NotImplementedError

    def differences(self, dossier: "Dossier") -> tuple[Conflict, ...]:
        """Return where a dossier contradicts what is kept of its organisation."""
        with telling(self.path), reading(self._connection):
            return differences(self._connection, organisation_id_of(dossier), dossier)

    def import_decided(self, dossier: "Dossier", decided: Decisions, source: str = "") -> ImportReport:
        """Merge one dossier, each difference settled as it was decided, all or nothing.

        ConflictsChanged, and nothing written, when the differences are no longer those that were decided.
        """
        with self._writing() as at:
            return merging.merge(self._connection, dossier, source, at.isoformat(), decided)
