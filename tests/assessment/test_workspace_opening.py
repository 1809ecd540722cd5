import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from assessment.errors import BadInput
from assessment.workspace import Workspace
from assessment.workspace.database import open_database
from assessment.workspace.migrations import MIGRATIONS

TODAY = date(2026, 11, 22)


def problem_of(path: Path) -> BadInput:
    with pytest.raises(BadInput) as caught:
        Workspace(path)
    for lang in ("fr", "en"):
        assert str(path) in caught.value.text(lang)
        assert "\n" not in caught.value.text(lang)
    return caught.value


def pragma(workspace: Workspace, name: str) -> object:
    return workspace._connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_every_commit_reaches_the_disk_before_it_is_told(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        assert pragma(workspace, "synchronous") == 2
        assert pragma(workspace, "journal_mode") == "wal"
        assert pragma(workspace, "foreign_keys") == 1
        assert pragma(workspace, "user_version") == len(MIGRATIONS)


def test_missing_folders_are_made(tmp_path: Path) -> None:
    with Workspace(tmp_path / "a" / "b" / "w.sqlite3"):
        assert (tmp_path / "a" / "b" / "w.sqlite3").is_file()


def test_an_empty_file_becomes_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "w.sqlite3").touch()
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        assert workspace.organisations() == []


@pytest.mark.parametrize("content", [b"hello", b"%PDF-1.7" + b"x" * 5_000, b"\x00" * 4_096, b"PK\x03\x04"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "w.sqlite3"
    path.write_bytes(content)

    assert problem_of(path).code == "workspace.not_database"
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (a)")
    connection.close()
    before = path.read_bytes()

    assert problem_of(path).code == "workspace.not_database"
    assert path.read_bytes() == before


def test_a_workspace_from_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite3"
    with Workspace(path) as workspace:
        workspace.create("Le Jardin", today=TODAY)
    connection = sqlite3.connect(path)
    newer = len(MIGRATIONS) + 1
    connection.execute(f"PRAGMA user_version = {newer}")
    connection.close()
    before = path.read_bytes()

    problem = problem_of(path)

    assert problem.code == "workspace.newer"
    assert str(newer) in problem.text("fr")
    assert path.read_bytes() == before


def test_a_workspace_of_the_first_version_keeps_its_organisations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "w.sqlite3"
    with monkeypatch.context() as then:
        then.setattr("assessment.workspace.database.MIGRATIONS", MIGRATIONS[:1])
        first = open_database(path)
        first.execute(
            "INSERT INTO organisation VALUES"
            " ('o', 'o', 'Le Jardin', 'le jardin', NULL, NULL, '2026-01-01', '2026-01-01')"
        )
        first.execute(
            "INSERT INTO assessment (id, organisation_id, dossier_id, date, questionnaire)"
            " VALUES ('a', 'o', 't0', '2026-01-01', 'soga-2019')"
        )
        first.close()

    with Workspace(path) as workspace:
        assert [row.name for row in workspace.organisations()] == ["Le Jardin"]
        workspace.keep_setting("theme", "dark")

    with Workspace(path) as workspace:
        assert workspace.setting("theme") == "dark"
        workspace.keep_setting("theme", None)
        assert workspace.setting("theme") is None


def test_a_truncated_workspace_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite3"
    with Workspace(path) as workspace:
        workspace.create("Le Jardin", today=TODAY)
    path.write_bytes(path.read_bytes()[:5_000])

    assert problem_of(path).code in ("workspace.damaged", "workspace.not_database")


def test_places_where_no_workspace_can_be_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert problem_of(tmp_path).code == "workspace.is_folder"
    assert problem_of(tmp_path / "file" / "w.sqlite3").code == "workspace.read_only"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write anywhere")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert problem_of(tmp_path / "w.sqlite3").code == "workspace.read_only"


def test_one_file_can_be_copied_after_closing(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        workspace.create("Le Jardin", today=TODAY)
    (tmp_path / "copy.sqlite3").write_bytes((tmp_path / "w.sqlite3").read_bytes())

    assert not (tmp_path / "w.sqlite3-wal").exists()
    with Workspace(tmp_path / "copy.sqlite3") as copy:
        assert copy.find("Le Jardin").name == "Le Jardin"


def test_opening_brings_everything_into_the_one_file(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite3"
    with Workspace(path) as window:
        window.create("Le Jardin", today=TODAY)
        with Workspace(path):
            copied = path.read_bytes()
            assert (tmp_path / "w.sqlite3-wal").stat().st_size == 0
    (tmp_path / "copy.sqlite3").write_bytes(copied)
    with Workspace(tmp_path / "copy.sqlite3") as copy:
        assert copy.find("Le Jardin").name == "Le Jardin"


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        row = workspace.create("Le Jardin", today=TODAY)
        workspace.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
        pages = pragma(workspace, "page_count")
        workspace._connection.execute(f"PRAGMA max_page_count = {pages}")

        with pytest.raises(BadInput) as caught:
            workspace.record(row.assessment_id, "comments.tech_ai", "x" * 90_000, expected=None)

        assert caught.value.code == "workspace.full"
        assert workspace.sheet(row.assessment_id).comment("tech_ai") is None
        workspace._connection.execute("PRAGMA max_page_count = 1000000")
        workspace.record(row.assessment_id, "comments.tech_ai", "x" * 90_000, expected=None)
        assert workspace.sheet(row.assessment_id).answer("tech_ai") == "use"


IMPORTS = """
import sys
import assessment.workspace
import assessment.writer
heavy = {"pydantic", "textual", "rich", "reportlab", "pandas", "filelock", "platformdirs"}
print(sorted(heavy & {name.partition(".")[0] for name in sys.modules}))
"""


def test_the_workspace_needs_nothing_heavy() -> None:
    told = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
