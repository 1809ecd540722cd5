"""`jalon web` on the command line: where it listens, what it refuses, how it ends."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Serve = Callable[..., Any]


def refusal(workspace: Path, *options: str, lang: str = "fr") -> str:
    """Check that the command is refused in one sentence, and return it."""
    command = [sys.executable, "-m", "assessment.cli", "--workspace", str(workspace), "--lang", lang, "web"]
    run = subprocess.run([*command, *options], capture_output=True, text=True, encoding="utf-8", timeout=20)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1 and "Traceback" not in run.stderr
    return run.stderr


def test_it_says_its_address_and_ends_with_ctrl_c(serve: Serve) -> None:
    served = serve()
    code, out, err = served.stop()
    assert (code, out) == (0, "")
    assert "Ctrl+C" in err and err.endswith("Ce qui était enregistré l’est toujours.\n")
    assert "Traceback" not in err


def test_it_opens_the_browser_by_itself(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, browser = tmp_path / "opened", tmp_path / "browser.py"
    browser.write_text("import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])")
    monkeypatch.setenv("BROWSER", f"{sys.executable} {browser} {opened} %s")
    served = serve("--port", free_port())
    deadline = time.monotonic() + 20
    while not opened.is_file() or opened.read_text() != served.address:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return str(listening.getsockname()[1])


def test_it_listens_on_the_port_asked_for_on_this_machine_only(serve: Serve) -> None:
    port = free_port()
    served = serve(port=port)
    assert served.port == int(port)
    with socket.socket() as outside, pytest.raises(OSError):
        outside.settimeout(2)
        # Another address of the same machine: only a server that listens to all of them answers there.
        outside.connect(("127.0.0.2", served.port))


def test_a_port_that_is_taken_or_none_is_told_in_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = str(listening.getsockname()[1])
        assert f"--port {port}" in refusal(tmp_path / "w.sqlite3", "--port", port)
    for port in ("0", "65536", "abc", "-1", "٣"):
        refusal(tmp_path / "w.sqlite3", f"--port={port}", lang="en")


def test_a_workspace_that_cannot_be_is_told_in_one_sentence(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Chère équipe, " * 200, encoding="utf-8")
    assert letter.name in refusal(letter)
    assert str(tmp_path) in refusal(tmp_path)
