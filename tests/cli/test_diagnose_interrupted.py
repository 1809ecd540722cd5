"""diagnose with many dossiers, interrupted or killed: whole files only, and nobody left at work."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of its own")
MANY = 120
LONG_ENOUGH = 30.0
"""Seconds after which what is waited for will not come."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def batch(demo: tuple[Path, ...], tmp_path: Path, out: Path) -> Iterator["subprocess.Popen[str]"]:
    """Start a batch in a group of processes of its own, as a shell does."""
    tree, files = json.loads(demo[1].read_text(encoding="utf-8")), []
    for number in range(MANY):
        tree["organisation"]["name"] = f"Structure {number}"
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(json.dumps(tree), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "assessment.cli", "diagnose", *map(str, files), "--pdf-dir", str(out)],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=hear_ctrl_c,
    )
    yield process
    if is_anyone_left(process.pid):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert process.stderr is not None
    process.stderr.close()


def hear_ctrl_c() -> None:
    """Undo what a shell does to the processes it starts in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def is_anyone_left(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(check: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONG_ENOUGH
    while not check():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def check_interrupted(batch: "subprocess.Popen[str]") -> None:
    """Press Ctrl+C, which reaches everybody, and check that they leave with one sentence."""
    os.killpg(batch.pid, signal.SIGINT)

    _, said = batch.communicate(timeout=LONG_ENOUGH)

    assert batch.returncode == 130
    assert said.replace("\xa0", " ") == "Interrompu. Ce qui était enregistré l’est toujours.\n"
    wait_until(lambda: not is_anyone_left(batch.pid))


def check_files(out: Path) -> None:
    """Check that some documents are there, not all of them, each of them whole."""
    names = [path.name for path in out.iterdir()]
    assert 0 < len(names) < MANY
    assert all(name.endswith(".pdf") and not name.startswith(".") for name in names)
    for path in out.iterdir():
        assert len(PdfReader(path).pages) >= 3


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells who has started")
def test_ctrl_c_while_the_others_start_is_one_sentence(batch: "subprocess.Popen[str]", out: Path) -> None:
    started = Path(f"/proc/{batch.pid}/task/{batch.pid}/children")
    wait_until(lambda: bool(started.read_text()))

    check_interrupted(batch)
    assert all(path.suffix == ".pdf" for path in out.iterdir())


def test_ctrl_c_leaves_whole_files_and_nobody_at_work(batch: "subprocess.Popen[str]", out: Path) -> None:
    wait_until(lambda: any(out.glob("*.pdf")))

    check_interrupted(batch)
    check_files(out)


def test_a_killed_batch_leaves_nobody_at_work(batch: "subprocess.Popen[str]", out: Path) -> None:
    wait_until(lambda: any(out.glob("*.pdf")))

    batch.kill()

    batch.wait(timeout=LONG_ENOUGH)
    wait_until(lambda: not is_anyone_left(batch.pid))
    check_files(out)
