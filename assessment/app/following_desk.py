"""Following one organisation up: its meetings, setting it aside, handing it all that is kept about it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.app.meeting_rows import MeetingLine, meeting_lines
from assessment.app.rounds_desk import RoundsDesk
from assessment.places import documents_folder, dossier_name, free_path, full_copy_name
from assessment.workspace import MeetingNote, MeetingRow

if TYPE_CHECKING:
    from questionnaire.answers import AnswerSheet
    from questionnaire.model import Questionnaire

PEOPLE, MINUTES = "session.people", "session.minutes"
"""Fields of an assessment that say how it was made with others."""


class FollowingDesk(RoundsDesk):
    """What the desk knows of following an organisation up."""

    lang: str
    questionnaire: "Questionnaire | None"

    # --- meetings -------------------------------------------------------------------------------

    def meeting_lines(self) -> tuple[MeetingLine, ...]:
        """Return the meetings of the organisation at hand and those of its rounds, the latest date first."""
        if self.organisation is None:
            return ()
        rounds = self.rounds
        sheets = [(one, self._sheet_of_round(one.id)) for one in rounds]
        held = [(one, _meeting_of(sheet, one.day)) for one, sheet in sheets]
        return meeting_lines(self.workspace.meetings(self.organisation.id), held)

    def meeting_days(self) -> tuple[date | None, date | None]:
        """Return the day of the last meeting held, today's included, and that of the next one to come."""
        rows = self.workspace.meetings(self.organisation.id) if self.organisation else ()
        days, today = [one.note.day for one in rows], date.today()
        last = max((day for day in days if day <= today), default=None)
        return last, min((day for day in days if day > today), default=None)

    def add_meeting(self, note: MeetingNote) -> MeetingRow:
        """Keep a meeting of the organisation at hand and return it as it is kept."""
        meeting_id = self.workspace.add_meeting(self._owner, note)
        return next(one for one in self.workspace.meetings(self._owner) if one.id == meeting_id)

    def change_meeting(self, before: MeetingRow, note: MeetingNote) -> MeetingRow | None:
        """Replace what is said of a meeting and return it as it is kept."""
        self.workspace.change_meeting(self._owner, before, note)
        return next((one for one in self.workspace.meetings(self._owner) if one.id == before.id), None)

    def delete_meeting(self, before: MeetingRow) -> None:
        """Take a meeting away."""
        self.workspace.delete_meeting(self._owner, before)

    def restore_meeting(self, row: MeetingRow) -> None:
        """Keep a meeting again that was deleted."""
        self.workspace.restore_meeting(self._owner, row)

    def note_session(self, note: MeetingNote) -> None:
        """Say who was there and what was said when the round at hand was answered."""
        for field, value in ((PEOPLE, note.people or None), (MINUTES, note.minutes)):
            if value != self.session.sheet.get(field):
                self.session.note(field, value)

    @property
    def _owner(self) -> str:
        if self.organisation is None:
            raise RuntimeError("the example has no meetings")
        return self.organisation.id

    def _sheet_of_round(self, assessment_id: str) -> "AnswerSheet":
        """Return the answers of a round; those of the one at hand as they are on screen."""
        is_at_hand = self.organisation is not None and self.organisation.assessment_id == assessment_id
        return self.session.sheet if is_at_hand else self.workspace.sheet(assessment_id)

    # --- setting aside, handing out -------------------------------------------------------------

    def archive(self, day: date | None) -> None:
        """Set the organisation at hand aside; None takes its follow-up up again."""
        if self.organisation is not None:
            self.workspace.archive(self.organisation.id, day)
            self.organisation = replace(self.organisation, archived=day)

    def full_copy(self) -> tuple[Path, bytes]:
        """Return all that is kept about the organisation at hand, private notes included, and its place."""
        from assessment.full_copy import Kept, full_copy

        if self.organisation is None or self.questionnaire is None:
            raise RuntimeError("the example is not kept")
        row, dossier = self.organisation, self.workspace.dossier(self.organisation.id)
        changes = {one.dossier_id: self.workspace.changes(one.id) for one in self.rounds}
        name = dossier.organisation.name
        stem = Path(dossier_name(name, row.short_id)).stem
        content = full_copy(
            Kept(dossier, changes, row.archived), self.questionnaire, self.lang, stem, day=date.today()
        )
        return free_path(documents_folder() / full_copy_name(self.lang, name, row.short_id)), content


def _meeting_of(sheet: "AnswerSheet", day: date) -> MeetingNote:
    """Return the session an assessment was made in."""
    people, minutes = sheet.get(PEOPLE), sheet.get(MINUTES)
    named = tuple(str(one) for one in people) if isinstance(people, tuple) else ()
    return MeetingNote(day, named, str(minutes) if minutes else None)
