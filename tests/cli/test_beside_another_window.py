"""list, export and diagnose while another process holds the workspace and writes, and after it was killed."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from questionnaire.loading import standard_questionnaire

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
Call = Callable[..., Any]

WRITER = """
import sys, time
from pathlib import Path
from assessment.workspace import Workspace
from questionnaire.loading import standard_questionnaire

items = [item.id for item in standard_questionnaire().items()]
with Workspace(Path(sys.argv[1])) as workspace, workspace.hold():
    row = workspace.find(sys.argv[2])
    held = dict(workspace.sheet(row.assessment_id).fields)
    for code in ("use", "need", "no_need", "dont_know") * 1000:
        for item in items:
            field = f"answers.{item}"
            workspace.record(row.assessment_id, field, code, expected=held.get(field))
            held[field] = code
            print(item, code, flush=True)
"""
HALF_WRITTEN = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE organisation SET name = 'half written'")
print("writing", flush=True)
time.sleep(60)
"""
NAME = "Les Mots passants (exemple fictif)"


@pytest.fixture
def used(jalon: Call, workspace: Path, demo: tuple[Path, ...]) -> Path:
    assert jalon("import", *demo).code == 0
    return workspace


@pytest.fixture
def start() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start another process on the workspace; it is ended with the test."""
    started: list[subprocess.Popen[str]] = []

    def begin(code: str, *arguments: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", code, *map(str, arguments)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline()
        return process

    yield begin
    for process in started:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def kill(process: "subprocess.Popen[str]") -> list[str]:
    """Kill a process in the middle of its work; return what it acknowledged before."""
    process.send_signal(signal.SIGKILL)
    told, _ = process.communicate()
    return told.splitlines(keepends=True)


def test_reading_works_while_another_window_writes(
    used: Path, start: Call, process: Call, jalon: Call, tmp_path: Path, demo: tuple[Path, ...]
) -> None:
    other = start(WRITER, used, NAME)

    for run in (jalon("list"), process("list")):
        assert (run.code, run.err) == (0, "")
        assert len(run.lines) == 3
    exported = jalon("export", NAME)
    assert exported.code == 0
    assert jalon("diagnose", "-", stdin=exported.out).code == 0
    assert jalon("diagnose", demo[0], "--pdf", tmp_path / "d.pdf").code == 0
    assert other.poll() is None


def test_an_export_is_a_picture_of_one_moment(used: Path, start: Call, jalon: Call) -> None:
    """The writer gives all items one code, then the next one: its border runs once through their order."""
    other = start(WRITER, used, NAME)
    for _ in range(20):  # past its first round, whose former answers are those of the dossier
        other.stdout.readline()

    for _ in range(5):
        answers = jalon("export", NAME).data["assessments"][0]["answers"]
        written = [answers[item.id] for item in standard_questionnaire().items()]
        borders = sum(one != other for one, other in pairwise(written))
        assert borders <= 1, written


def test_reading_works_beside_a_half_written_change_and_shows_none_of_it(
    used: Path, start: Call, jalon: Call
) -> None:
    before = jalon("list").out
    other = start(HALF_WRITTEN, used)

    assert jalon("list").out == before
    assert jalon("export", NAME).code == 0
    kill(other)
    assert jalon("list").out == before


def test_every_acknowledged_answer_is_there_after_a_kill(used: Path, start: Call, jalon: Call) -> None:
    other = start(WRITER, used, NAME)
    told = [other.stdout.readline() for _ in range(30)]
    acknowledged = [line.split() for line in (*told, *kill(other)) if line.endswith("\n")]

    run = jalon("export", NAME)

    assert run.code == 0
    answers = run.data["assessments"][0]["answers"]
    last = dict(acknowledged[-10:])
    # One more change may have been committed before it could be acknowledged.
    assert sum(answers[item] != code for item, code in last.items()) <= 1
    assert len(jalon("list").lines) == 3
    assert json.loads(jalon("diagnose", "-", "--json", "-", stdin=run.out).out)["format"] == "jalon-diagnosis"
    assert not used.with_name(used.name + "-wal").exists()
