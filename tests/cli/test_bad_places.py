"""Workspaces that are none, places that cannot be written to, full disks, impossible names."""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
COMMANDS = [("list",), ("export", "x"), ("open", "x"), ("new", "x"), ("ask", "x")]
limited = pytest.mark.skipif(sys.platform == "win32", reason="no limit of files there")


@pytest.fixture
def used(jalon: Call, workspace: Path, demo: tuple[Path, ...]) -> Path:
    """Return a workspace that holds the three demo organisations."""
    assert jalon("import", *demo).code == 0
    return workspace


def sql(workspace: Path, statement: str) -> None:
    connection = sqlite3.connect(workspace)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command[0]))
def test_a_file_that_is_no_workspace_is_left_alone(
    command: tuple[str, ...], refused: Call, tmp_path: Path, demo: tuple[Path, ...]
) -> None:
    letter, other = tmp_path / "letter.txt", tmp_path / "other.db"
    letter.write_text("Chère équipe, " * 200, encoding="utf-8")
    sql(other, "CREATE TABLE song (title TEXT)")

    for file in (letter, other):
        refused("--workspace", file, *command, told=(file.name,))
        refused("--workspace", file, "import", demo[0], told=(file.name,))
    refused("--workspace", tmp_path, *command, told=(tmp_path.name,))


def test_a_workspace_from_a_newer_jalon_is_left_alone(used: Path, refused: Call) -> None:
    sql(used, "PRAGMA user_version = 99")

    for command in COMMANDS:
        refused(*command, told=(used.name, "99"))


def test_a_damaged_workspace_is_told(used: Path, jalon: Call, sentence: Call) -> None:
    content = bytearray(used.read_bytes())
    content[4_096:] = b"\xa5" * (len(content) - 4_096)
    used.write_bytes(content)

    assert used.name in sentence(jalon("list"))


def test_a_workspace_where_nothing_can_be_written_is_told(
    refused: Call, tmp_path: Path, demo: tuple[Path, ...]
) -> None:
    (tmp_path / "file").write_text("x")
    inside = tmp_path / "file" / "deeper" / "w.sqlite3"

    for command in (*COMMANDS, ("import", demo[0])):
        refused("--workspace", inside, *command, told=("w.sqlite3",))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told(refused: Call, tmp_path: Path, demo: tuple[Path, ...]) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)

    refused("--workspace", locked / "w.sqlite3", "list", told=("w.sqlite3",))
    refused("diagnose", demo[0], "--pdf", locked / "d.pdf", told=("d.pdf",))


def test_an_unknown_home_is_a_path_like_any_other(
    jalon: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert jalon("--workspace", "~nobody-of-that-name/w.sqlite3", "list").code == 0


@pytest.mark.parametrize("option", ["--pdf", "--json", "--text"])
def test_outputs_that_cannot_be_written_are_told_before_anything_is(
    option: str, refused: Call, tmp_path: Path, demo: tuple[Path, ...]
) -> None:
    (tmp_path / "file").write_text("x")
    others = [("--pdf", tmp_path / "p"), ("--json", tmp_path / "j"), ("--text", tmp_path / "t")]
    fine = [part for key, target in others if key != option for part in (key, target)]

    for target in (tmp_path / "missing" / "d", tmp_path / "file" / "d", tmp_path, tmp_path / ("x" * 300)):
        refused("diagnose", demo[0], *fine, option, target, told=(target.name,))


def test_dossiers_that_cannot_be_read_are_told(refused: Call, tmp_path: Path, demo: tuple[Path, ...]) -> None:
    for command in ("diagnose", "import"):
        refused(command, tmp_path, told=(tmp_path.name,))
        refused(command, tmp_path / "missing.json", told=("missing.json",))
        refused(command, demo[0] / "inside.json", told=("inside.json",))
        refused(command, "x" * 300, told=("xxx",))
        refused(command, os.devnull, told=(os.devnull,))
        refused(command, "", told=())


def test_exports_that_cannot_be_written_are_told_before_anything_is(
    used: Path, refused: Call, jalon: Call, tmp_path: Path
) -> None:
    ids = [line.split("\t")[0] for line in jalon("list").lines]
    (tmp_path / "file").write_text("x")

    refused("export", *ids, "--out", tmp_path / "missing", told=("missing",))
    refused("export", *ids, "--out", tmp_path / "file", told=("file",))
    refused("export", ids[0], "zzz", "--out", tmp_path, told=("zzz",))


# --- full disk ----------------------------------------------------------------------------------


@limited
def test_a_full_disk_leaves_the_old_document_whole(
    process: Call, sentence: Call, disk: Call, tmp_path: Path, demo: tuple[Path, ...]
) -> None:
    for name in ("d.pdf", "d.json"):
        (tmp_path / name).write_text("older")
    before = disk()

    pdf = process("diagnose", demo[0], "--pdf", tmp_path / "d.pdf", limit=10_000)
    data = process("diagnose", demo[0], "--json", tmp_path / "d.json", limit=10_000)

    assert "d.pdf" in sentence(pdf)
    assert "d.json" in sentence(data)
    assert disk() == before


@limited
def test_a_full_disk_loses_nothing_of_the_workspace(
    process: Call, sentence: Call, jalon: Call, workspace: Path, demo: tuple[Path, ...]
) -> None:
    jalon("import", demo[0])
    rows, dossier = jalon("list").out, jalon("export", "L’Abri du vélo (exemple fictif)").out

    said = sentence(process("import", demo[1], demo[2], limit=4_096))

    assert workspace.name in said
    assert jalon("list").out == rows
    assert jalon("export", "L’Abri du vélo (exemple fictif)").out == dossier


@limited
def test_a_disk_that_is_full_from_the_start_is_told_and_serves_once_it_has_room(
    process: Call, sentence: Call, jalon: Call, workspace: Path, demo: tuple[Path, ...]
) -> None:
    for limit in (0, 1_000, 4_096, 20_000):
        assert workspace.name in sentence(process("import", *demo, limit=limit))
    assert jalon("list").out == b""

    assert jalon("import", *demo).code == 0
    assert len(jalon("list").lines) == 3


# --- names --------------------------------------------------------------------------------------

IMPOSSIBLE = ["a\nb", "a\tb", "a\x1b[2Jb", "a\x7fb", "a\x85b", "a\u2028b", "\udcff", "x" * 1_001]


@pytest.mark.parametrize("command", ["new", "ask"])
@pytest.mark.parametrize("name", IMPOSSIBLE, ids=ascii)
def test_an_impossible_name_is_refused(command: str, name: str, refused: Call) -> None:
    said = refused(command, name)

    assert "1000" in said if len(name) > 1_000 else "control" in said
