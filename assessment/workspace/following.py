"""What an adviser does with an organisation over time: meet it, set it aside, look back at changes."""

import sqlite3
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path

from assessment.workspace import answers_kept, meetings, portfolio
from assessment.workspace.answers_kept import Changed
from assessment.workspace.database import telling
from assessment.workspace.meetings import MeetingNote, MeetingRow


class FollowingWorkspace:
    """The part of a workspace about following organisations up."""

    path: Path
    _connection: sqlite3.Connection

    def _writing(self) -> AbstractContextManager[datetime]:
        """Hold one write transaction; gives its time."""
        raise NotImplementedError

    def meetings(self, organisation_id: str) -> tuple[MeetingRow, ...]:
        """Return the meetings of an organisation, the latest date first."""
        with telling(self.path):
            return meetings.rows(self._connection, organisation_id)

    def add_meeting(self, organisation_id: str, note: MeetingNote) -> int:
        """Keep a meeting and return its id."""
        with self._writing() as at:
            return meetings.add(self._connection, organisation_id, note, at.isoformat())

    def restore_meeting(self, organisation_id: str, row: MeetingRow) -> None:
        """Keep a meeting again that was deleted."""
        with self._writing() as at:
            meetings.restore(self._connection, organisation_id, row, at.isoformat())

    def change_meeting(self, organisation_id: str, before: MeetingRow, note: MeetingNote) -> None:
        """Replace what is said of a meeting; BadInput when another window changed it meanwhile."""
        with self._writing() as at:
            meetings.change(self._connection, organisation_id, before, note, at.isoformat())

    def delete_meeting(self, organisation_id: str, before: MeetingRow) -> None:
        """Take a meeting away; BadInput when another window changed it meanwhile."""
        with self._writing() as at:
            meetings.delete(self._connection, organisation_id, before, at.isoformat())

    def archive(self, organisation_id: str, day: date | None) -> None:
        """Set an organisation aside on a day; None takes its follow-up up again."""
        with self._writing():
            portfolio.archive(self._connection, organisation_id, day)

    def changes(self, assessment_id: str) -> tuple[Changed, ...]:
        """Return every change made to an assessment that is still remembered, the first one first."""
        with telling(self.path):
            return answers_kept.changes(self._connection, assessment_id)
