import threading
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from assessment.errors import BadInput
from assessment.workspace import ChangedElsewhere, OrganisationRow, Workspace
from assessment.workspace.workspace import Workspace as OpenWorkspace
from assessment.writer import Change, Problem, Writer

TODAY = date(2026, 11, 22)


class Told:
    """What the writer called back with."""

    def __init__(self) -> None:
        self.saved: list[tuple[Change, datetime]] = []
        self.problems: list[tuple[Change, Problem]] = []

    def on_saved(self, change: Change, at: datetime) -> None:
        self.saved.append((change, at))

    def on_problem(self, change: Change, problem: Problem) -> None:
        self.problems.append((change, problem))

    @property
    def fields(self) -> list[str]:
        return [change.field for change, _ in self.saved]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.sqlite3"


@pytest.fixture
def row(path: Path) -> OrganisationRow:
    with Workspace(path) as workspace:
        return workspace.create("Le Jardin", today=TODAY)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def writer(path: Path, row: OrganisationRow, told: Told) -> Iterator[Writer]:
    opened = Writer(path, told.on_saved, told.on_problem)
    yield opened
    opened.close()


def stored(path: Path, row: OrganisationRow, field: str) -> object:
    with Workspace(path) as workspace:
        return workspace.sheet(row.assessment_id).get(field)


def test_changes_are_committed_in_order_and_told_with_their_time(
    path: Path, row: OrganisationRow, writer: Writer, told: Told
) -> None:
    fields = [f"comments.n{n}" for n in range(50)]
    for n, field in enumerate(fields):
        writer.record(row.assessment_id, field, str(n), expected=None, position=field, progress=(n, 50))

    assert writer.flush()
    assert told.fields == fields
    times = [at for _, at in told.saved]
    assert times == sorted(times)
    assert writer.unsaved == ()
    with Workspace(path) as workspace:
        assert workspace.position(row.assessment_id) == "comments.n49"
        assert workspace.organisations()[0].answered == 49


def test_a_change_is_on_the_disk_when_it_is_told(path: Path, row: OrganisationRow) -> None:
    seen = []
    writer = Writer(path, lambda change, at: seen.append(stored(path, row, change.field)), print)
    writer.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
    writer.record(row.assessment_id, "answers.tech_ai", "need", expected="use")

    assert writer.close() == ()
    assert seen == ["use", "need"]


def test_the_writer_waits_for_the_disk(
    path: Path, row: OrganisationRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[object, ...]] = []
    record = OpenWorkspace.record

    def looking(self: Workspace, *args: object, **kwargs: object) -> datetime:
        pragmas = ("synchronous", "journal_mode", "foreign_keys")
        seen.append(tuple(self._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas))
        return record(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(OpenWorkspace, "record", looking)
    writer = Writer(path, lambda change, at: None, print)
    writer.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
    writer.close()

    assert seen == [(2, "wal", 1)]


def test_a_change_made_elsewhere_is_told_and_let_go(
    path: Path, row: OrganisationRow, writer: Writer, told: Told
) -> None:
    with Workspace(path) as other:
        other.record(row.assessment_id, "answers.tech_ai", "need", expected=None)

    writer.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
    writer.record(row.assessment_id, "answers.tech_iot", "use", expected=None)

    assert writer.flush()
    ((change, problem),) = told.problems
    assert change.field == "answers.tech_ai"
    assert isinstance(problem, ChangedElsewhere)
    assert problem.theirs == "need"
    assert told.fields == ["answers.tech_iot"]


def test_what_can_never_be_written_does_not_hold_up_the_rest(
    path: Path, row: OrganisationRow, writer: Writer, told: Told
) -> None:
    writer.record(row.assessment_id, "organisation.name", "a\nb", expected="Le Jardin")
    writer.record("none", "answers.tech_ai", "use", expected=None)
    writer.record(row.assessment_id, "answers.tech_ai", "use", expected=None)

    assert writer.flush()
    codes = [problem.code for _, problem in told.problems if isinstance(problem, BadInput)]
    assert codes == ["name.control_characters", "workspace.gone"]
    assert told.fields == ["answers.tech_ai"]


class FullDisk:
    """A disk that is full until it is emptied: SQLite may add no page to the file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = True
        record = OpenWorkspace.record

        def limited(workspace: Workspace, *args: object, **kwargs: object) -> datetime:
            pages = workspace._connection.execute("PRAGMA page_count").fetchone()[0]
            most = pages if self.is_full else 1_000_000
            workspace._connection.execute(f"PRAGMA max_page_count = {most}")
            return record(workspace, *args, **kwargs)  # type: ignore[arg-type]

        monkeypatch.setattr(OpenWorkspace, "record", limited)


def test_a_full_disk_keeps_the_change_for_another_try(
    path: Path, row: OrganisationRow, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    writer = Writer(path, told.on_saved, told.on_problem)
    writer.record(row.assessment_id, "comments.tech_ai", "x" * 90_000, expected=None)

    assert not writer.flush()
    assert told.saved == []
    problem = told.problems[0][1]
    assert isinstance(problem, BadInput)
    assert problem.code == "workspace.full"
    assert [change.field for change in writer.unsaved] == ["comments.tech_ai"]
    assert stored(path, row, "comments.tech_ai") is None

    disk.is_full = False
    writer.record(row.assessment_id, "answers.tech_ai", "use", expected=None)

    assert writer.flush()
    assert told.fields == ["comments.tech_ai", "answers.tech_ai"]
    assert stored(path, row, "comments.tech_ai") == "x" * 90_000
    assert writer.close() == ()


def test_closing_gives_back_what_could_not_be_saved(
    path: Path, row: OrganisationRow, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    FullDisk(monkeypatch)
    writer = Writer(path, told.on_saved, told.on_problem)
    writer.record(row.assessment_id, "comments.tech_ai", "x" * 90_000, expected=None)

    assert [change.field for change in writer.close()] == ["comments.tech_ai"]
    assert not writer.flush()
    with pytest.raises(RuntimeError):
        writer.record(row.assessment_id, "answers.tech_ai", "use", expected=None)


def test_a_place_without_workspace_is_told(tmp_path: Path, told: Told) -> None:
    (tmp_path / "file").touch()
    writer = Writer(tmp_path / "file" / "w.sqlite3", told.on_saved, told.on_problem)
    writer.record("any", "answers.tech_ai", "use", expected=None)

    assert not writer.flush()
    assert len(writer.close()) == 1
    assert isinstance(told.problems[0][1], BadInput)


def test_an_unknown_field_is_a_mistake_of_the_caller(writer: Writer) -> None:
    with pytest.raises(ValueError, match="no answer sheet"):
        writer.record("any", "answer.tech_ai", "use", expected=None)


def test_a_mistake_in_a_callback_loses_no_answer(
    path: Path, row: OrganisationRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda found: reported.append(found.exc_value))

    def broken(change: Change, at: datetime) -> None:
        raise LookupError(change.field)

    writer = Writer(path, broken, print)
    writer.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
    writer.record(row.assessment_id, "answers.tech_iot", "use", expected=None)

    assert writer.flush(timeout=20)
    writer.close()
    assert [str(error) for error in reported] == ["answers.tech_ai", "answers.tech_iot"]
    assert stored(path, row, "answers.tech_iot") == "use"


def test_its_own_changes_are_no_news_to_its_window(path: Path, row: OrganisationRow, writer: Writer) -> None:
    with Workspace(path) as window:
        writer.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
        writer.flush()
        assert window.sheet(row.assessment_id).answer("tech_ai") == "use"
        assert not window.changed_elsewhere()
        with Workspace(path) as other:
            other.record(row.assessment_id, "answers.tech_iot", "use", expected=None)
        assert window.changed_elsewhere()
