"""The workspace as the app and the command line see it: no SQL beyond this package."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from assessment.errors import BadInput
from assessment.workspace import answers_kept, erasing, merging, plan_kept, portfolio, rounds
from assessment.workspace.database import checkpoint, open_database, reading, telling, writing
from assessment.workspace.deciding import Deciding
from assessment.workspace.due import Due
from assessment.workspace.following import FollowingWorkspace
from assessment.workspace.holding import Hold
from assessment.workspace.merging import ImportReport
from assessment.workspace.portfolio import Found, OrganisationRow
from assessment.workspace.rounds import RoundRow
from questionnaire.answers import AnswerSheet, Value

if TYPE_CHECKING:
    from assessment.dossier import Action, Dossier
    from assessment.followup import Round

ADVISER = "adviser"
"""Setting that says the person supports several organisations."""
QUESTIONNAIRE = "soga-2019"
"""The questionnaire a new assessment answers."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


@cache
def writer_window() -> str:
    """Return the name under which this process's own background writer signs its changes."""
    return f"writer-{uuid4()}"


class Workspace(Deciding, Due, FollowingWorkspace):
    """One open workspace; to be used by the thread that opened it."""

    def __init__(
        self, path: Path, *, now: Callable[[], datetime] = _utc_now, window: str | None = None
    ) -> None:
        """Open the file, created when there is none; `window` signs the changes made through it."""
        self.path = path
        self._now = now
        self._window = window or str(uuid4())
        self._hold = Hold()
        self._connection = open_database(path)
        with telling(path):
            erasing.scrub(self._connection)
            self._seen_version = self._data_version()
            self._seen_change = self._last_change_elsewhere()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Bring everything into the one file and let it go; nothing committed depends on this."""
        with telling(self.path):
            checkpoint(self._connection)
            self._connection.close()
        self._hold.release()

    # --- the organisations

    def organisations(self) -> list[OrganisationRow]:
        """Return every organisation, archived ones too, the one changed last first."""
        with telling(self.path):
            return portfolio.rows(self._connection)

    def search(self, words: str, at_most: int, *, archived: bool = False) -> Found:
        """Return the first organisations whose name holds the words, the one changed last first.

        They are those followed, or those archived.
        """
        with telling(self.path):
            return portfolio.search(self._connection, words, at_most, archived=archived)

    def blank(self) -> list[OrganisationRow]:
        """Return the organisations that were opened without a name and never answered."""
        with telling(self.path):
            return portfolio.blank(self._connection)

    def unfinished(self) -> str | None:
        """Return the name of the only organisation under way, None when there are none or several."""
        with telling(self.path):
            return portfolio.unfinished(self._connection)

    def find(self, name_or_short_id: str) -> OrganisationRow:
        """Return the organisation of that name or short id, or say which name is nearest."""
        with telling(self.path):
            return portfolio.find(self._connection, name_or_short_id)

    def create(self, name: str | None, *, today: date, questionnaire: str = QUESTIONNAIRE) -> OrganisationRow:
        """Add an organisation with its first, empty assessment; an existing name is refused."""
        with self._writing() as at:
            return portfolio.create(self._connection, name, today, questionnaire, at.isoformat())

    def rename(self, organisation_id: str, name: str | None) -> None:
        """Give an organisation another name, not that of another one; None takes it away."""
        with self._writing() as at:
            portfolio.rename(self._connection, organisation_id, name, at.isoformat())

    def delete(self, *organisation_ids: str) -> None:
        """Erase organisations and all they said, from the disk too; deleting one twice is no mistake."""
        with self._writing():
            erasing.erase(self._connection, organisation_ids)
        with telling(self.path):
            erasing.scrub(self._connection)

    # --- its rounds

    def rounds(self, organisation_id: str) -> tuple[RoundRow, ...]:
        """Return the assessments of an organisation by date, T0 first."""
        with telling(self.path):
            return rounds.rows(self._connection, organisation_id)

    def new_round(
        self, organisation_id: str, today: date, *, questionnaire: str = QUESTIONNAIRE
    ) -> OrganisationRow:
        """Open a new, empty assessment after the others, which stay as they are; one empty is enough."""
        with self._writing() as at:
            assessment_id = rounds.new(self._connection, organisation_id, today, questionnaire)
            self._touch(assessment_id, at)
            return portfolio.row(self._connection, organisation_id)

    def delete_round(self, assessment_id: str) -> None:
        """Take away an assessment opened by mistake; one that holds anything is refused."""
        with self._writing():
            rounds.delete(self._connection, assessment_id)

    def rounds_before(self, organisation_id: str, assessment_id: str) -> "tuple[Round, ...]":
        """Return the assessments before one, without private notes, T0 first."""
        with telling(self.path), reading(self._connection):
            return rounds.before(self._connection, organisation_id, assessment_id)

    # --- one assessment

    def sheet(self, assessment_id: str) -> AnswerSheet:
        """Return every answer of an assessment, the organisation's own fields included."""
        with telling(self.path), reading(self._connection):
            return answers_kept.sheet(self._connection, assessment_id)

    def position(self, assessment_id: str) -> str | None:
        """Return the step the assessment was left at."""
        with telling(self.path):
            found = self._connection.execute(
                "SELECT position FROM assessment WHERE id = ?", (assessment_id,)
            ).fetchone()
        return None if found is None or found[0] is None else str(found[0])

    def assessment_date(self, assessment_id: str) -> date:
        """Return the day of an assessment; BadInput when it is no more."""
        query = "SELECT date FROM assessment WHERE id = ?"
        with telling(self.path):
            found = self._connection.execute(query, (assessment_id,)).fetchone()
        if found is None:
            raise BadInput("workspace.gone")
        return date.fromisoformat(found[0])

    def is_short(self, assessment_id: str) -> bool:
        """Say whether the assessment is answered in its short version."""
        query = "SELECT is_short FROM assessment WHERE id = ?"
        with telling(self.path):
            found = self._connection.execute(query, (assessment_id,)).fetchone()
        return bool(found and found[0])

    def keep_short(self, assessment_id: str, is_short: bool) -> None:
        """Remember whether the assessment is answered in its short version; no other window is concerned."""
        query = "UPDATE assessment SET is_short = ? WHERE id = ?"
        with telling(self.path), writing(self._connection):
            self._connection.execute(query, (is_short, assessment_id))

    def record(
        self,
        assessment_id: str,
        field: str,
        value: Value,
        *,
        expected: Value,
        position: str | None = None,
        progress: tuple[int, int] | None = None,
    ) -> datetime:
        """Commit one field durably and return when; ChangedElsewhere if it no longer holds `expected`.

        None forgets the field. A field that holds `value` already is fine whatever was expected.
        """
        with self._writing() as at:
            answers_kept.record(self._connection, assessment_id, field, value, expected, at.isoformat())
            self._leave_mark(assessment_id, position, progress)
            self._touch(assessment_id, at)
        return at.astimezone()

    def keep_answers(
        self, assessment_id: str, fields: Mapping[str, Value], *, progress: tuple[int, int]
    ) -> datetime:
        """Commit several fields of an assessment together, whatever they held; None forgets one."""
        with self._writing() as at:
            held = answers_kept.sheet(self._connection, assessment_id)
            for field, value in fields.items():
                expected = held.get(field)
                answers_kept.record(self._connection, assessment_id, field, value, expected, at.isoformat())
            self._leave_mark(assessment_id, None, progress)
            self._touch(assessment_id, at)
        return at.astimezone()

    def leave_at(
        self, assessment_id: str, position: str | None = None, progress: tuple[int, int] | None = None
    ) -> None:
        """Keep where the assessment is left, and its progress, without changing an answer."""
        with self._writing():
            self._leave_mark(assessment_id, position, progress)

    def undo(self, assessment_id: str) -> tuple[str, Value] | None:
        """Take back the last recorded change and return what its field holds again; repeatable."""
        with self._writing() as at:
            undone = answers_kept.undo(self._connection, assessment_id)
            if undone is not None:
                self._touch(assessment_id, at)
            return undone

    # --- how the person likes the app

    def setting(self, name: str) -> str | None:
        """Return what was chosen for the app (a theme, a mode), or None."""
        with telling(self.path):
            found = self._connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if found is None else str(found[0])

    def keep_setting(self, name: str, value: str | None) -> None:
        """Keep a choice for the next time; None forgets it. Answers and other windows are not concerned."""
        with telling(self.path), writing(self._connection):
            self._connection.execute("DELETE FROM setting WHERE name = ?", (name,))
            if value is not None:
                self._connection.execute("INSERT INTO setting (name, value) VALUES (?, ?)", (name, value))

    # --- the plan, dossiers in and out

    def plan(self, organisation_id: str) -> "tuple[Action, ...]":
        """Return the action plan of an organisation."""
        with telling(self.path):
            return plan_kept.stored_plan(self._connection, organisation_id)

    def keep_plan(self, organisation_id: str, plan: "tuple[Action, ...]") -> datetime:
        """Replace the action plan of an organisation; returns when."""
        with self._writing() as at:
            portfolio.row(self._connection, organisation_id)
            plan_kept.store_plan(self._connection, organisation_id, plan)
        return at.astimezone()

    def dossier(self, organisation_id: str) -> "Dossier":
        """Return the dossier of one organisation, private notes included (writing leaves them out)."""
        with telling(self.path), reading(self._connection):
            return merging.dossier_of(self._connection, organisation_id)

    def import_dossier(self, dossier: "Dossier", source: str = "") -> ImportReport:
        """Merge one dossier; `source` names its file when it is refused."""
        return self.import_dossiers([(dossier, source)])[0]

    def import_dossiers(self, dossiers: "Iterable[tuple[Dossier, str]]") -> tuple[ImportReport, ...]:
        """Merge dossiers, each with the name of its file, all or none.

        A dossier without an organisation id gets one: the same named content always the same, so that
        importing it twice changes nothing; a dossier without a name is a new organisation each time.
        """
        with self._writing() as at:
            return tuple(
                merging.merge(
                    self._connection, dossier, source or dossier.organisation.name or "…", at.isoformat()
                )
                for dossier, source in dossiers
            )

    # --- other windows

    def changed_elsewhere(self) -> bool:
        """Say whether another window changed something since the last time this was asked."""
        with telling(self.path):
            version = self._data_version()
            if version == self._seen_version:
                return False
            self._seen_version = version
            last = self._last_change_elsewhere()
            is_news = last > self._seen_change
            self._seen_change = max(last, self._seen_change)
            return is_news

    def hold(self) -> Hold:
        """Hold the workspace as an open window does, until the `with` ends or the workspace is closed.

        The answer is false when another window holds it already: it is to be told, nothing is refused.
        """
        if not self._hold:
            self._hold = Hold.of(self.path)
        return self._hold

    def other_window_open(self) -> bool:
        """Say whether another window holds this workspace."""
        if self._hold:
            return False
        with Hold.of(self.path) as attempt:
            return not attempt

    @contextmanager
    def _writing(self) -> Iterator[datetime]:
        """Hold one write transaction, signed so that the other windows see it; gives its time."""
        with telling(self.path), writing(self._connection):
            yield self._now().astimezone(UTC)
            self._connection.execute("DELETE FROM change WHERE window = ?", (self._window,))
            self._connection.execute("INSERT INTO change (window) VALUES (?)", (self._window,))
            self._connection.execute("DELETE FROM change WHERE seq <= (SELECT max(seq) - 1000 FROM change)")

    def _leave_mark(self, assessment_id: str, position: str | None, progress: tuple[int, int] | None) -> None:
        answered, asked = progress or (None, None)
        self._connection.execute(
            "UPDATE assessment SET position = coalesce(?, position), answered = coalesce(?, answered),"
            " asked = coalesce(?, asked) WHERE id = ?",
            (position, answered, asked, assessment_id),
        )

    def _touch(self, assessment_id: str, at: datetime) -> None:
        self._connection.execute(
            "UPDATE organisation SET changed = ?"
            " WHERE id = (SELECT organisation_id FROM assessment WHERE id = ?)",
            (at.isoformat(), assessment_id),
        )

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _last_change_elsewhere(self) -> int:
        own = (self._window, writer_window())
        query = "SELECT coalesce(max(seq), 0) FROM change WHERE window NOT IN (?, ?)"
        return int(self._connection.execute(query, own).fetchone()[0])
