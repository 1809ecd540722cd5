"""The command line as a person meets it: a sealed home, a workspace of one's own, one call at a time."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from assessment.cli import main
from assessment.demo import FILES

DEMO = tuple(Path(str(files("assessment") / "demo" / name)) for name in FILES)


@dataclass(frozen=True)
class Run:
    """What one call gave back."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @property
    def data(self) -> dict[str, Any]:
        tree: dict[str, Any] = json.loads(self.out)
        return tree


Call = Callable[..., Run]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Seal home, documents, workspace, language and width off from the machine."""
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR", "JALON_LANG", "TEXTUAL_DRIVER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JALON_WORKSPACE", str(tmp_path / "w.sqlite3"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    return home


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return the file JALON_WORKSPACE names; it need not exist yet."""
    return tmp_path / "w.sqlite3"


@pytest.fixture
def demo() -> tuple[Path, ...]:
    """Return the three dossiers that ship with Jalon."""
    return DEMO


@pytest.fixture
def jalon(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call the command in this process: fast, for what does not depend on the process."""

    def call(*arguments: object, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsysbinary.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as leaving:  # --help and --version leave by themselves
            code = leaving.code if isinstance(leaving.code, int) else 1
        out, err = capsysbinary.readouterr()
        return Run(code, out, err.decode())

    return call


@pytest.fixture
def process() -> Call:
    """Call the command in a process of its own, as a shell does."""

    def call(
        *arguments: object,
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        limit: int | None = None,
    ) -> Run:
        """`limit` is the size no file may exceed, as on a full disk."""
        done = subprocess.run(
            [sys.executable, "-m", "assessment.cli", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env={**os.environ, **(environment or {})},
            preexec_fn=None if limit is None else lambda: _limit_files(limit),
            timeout=60,
        )
        return Run(done.returncode, done.stdout, done.stderr.decode())

    return call


def _limit_files(size: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture
def refused(jalon: Call, tmp_path: Path) -> Callable[..., str]:
    """Call a command that must refuse, in both languages; returns the English sentence.

    Exit 2, one line on standard error that holds every word of `told`, nothing on standard output, and not
    a byte changed on the disk.
    """

    def call(*arguments: object, told: tuple[str, ...] = (), stdin: bytes = b"") -> str:
        before, said = snapshot(tmp_path), ""
        for lang in ("fr", "en"):
            run = jalon("--lang", lang, *arguments, stdin=stdin)
            said = one_sentence(run)
            assert [word for word in told if word not in said] == [], said
        assert snapshot(tmp_path) == before
        return said

    return call


def one_sentence(run: Run) -> str:
    """Check that a call was refused in one clean sentence, and return it."""
    assert run.code == 2, run
    assert run.out == b""
    assert run.err.endswith("\n")
    sentence = run.err[:-1]
    assert all(character.isprintable() or character == "\N{NO-BREAK SPACE}" for character in sentence)
    assert not any(sign in sentence for sign in ("\n", "\x1b", "Traceback", "{", "None"))
    assert len(sentence) < 600
    return sentence


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Return every file under a folder with its content; the lock of a window is no content."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
        if not path.name.endswith("-lock")
    }


@pytest.fixture
def sentence() -> Callable[[Run], str]:
    """Return the check that a call was refused in one clean sentence."""
    return one_sentence


@pytest.fixture
def disk(tmp_path: Path) -> Callable[[], dict[str, bytes | None]]:
    """Return what takes a picture of everything this test has on the disk."""
    return lambda: snapshot(tmp_path)
