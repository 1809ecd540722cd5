"""The app in process and in a real terminal: a sealed home, and waits for states, never for time."""

import asyncio
import os
import re
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TypeVar

import pexpect
import pyte
import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from assessment.app import Start
from assessment.app.jalon import Jalon
from assessment.app.page import Page
from assessment.app.prose import Prose

PATIENCE = 20.0
"""Seconds a state may take to come before a test gives up."""

PageType = TypeVar("PageType", bound=Page)


class Driver:
    """One running app, its keys and what it shows."""

    def __init__(self, app: Jalon, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each one settled."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def enter(self, text: str) -> None:
        """Type a text into the line that has the focus, and enter it."""
        line = self.app.focused
        assert isinstance(line, Input)
        line.value = text
        await self.press("enter")

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await asyncio.sleep(0.005)
        await self.pilot.pause()

    async def saved(self) -> None:
        """Wait until everything answered is on the disk and told."""
        await self.until(lambda: not self.app.desk.is_open or not self.app.desk.session.pending)

    async def go(self, place: str, argument: str | None = None) -> None:
        """Lead to a page."""
        self.app.lead(place, argument)
        await self.pilot.pause()
        await self.pilot.pause()

    def page(self, kind: type[PageType]) -> PageType:
        """Return the page on top, which must be of a kind."""
        assert isinstance(self.app.screen, kind), self.app.screen
        return self.app.screen

    @property
    def step(self) -> str:
        """Step the person is at."""
        return self.app.desk.session.step.id

    @property
    def prose(self) -> str:
        """Every text of the page on top."""
        return "\n".join(prose.text.plain for prose in self.app.screen.query(Prose))


RUN = (
    "import sys; from pathlib import Path; from assessment.app import Start, run_app; "
    "run_app(Path(sys.argv[1]), sys.argv[2], start=Start(*(sys.argv[3:4] or [None])))"
)


class Terminal:
    """The app in a terminal of a given size."""

    def __init__(
        self,
        workspace: Path,
        *,
        lang: str = "fr",
        organisation: str | None = None,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        arguments = ["-c", RUN, str(workspace), lang, *([organisation] if organisation else [])]
        environment = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        self.process = pexpect.spawn(
            sys.executable,
            arguments,
            dimensions=(rows, columns),
            env=environment,
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE,
        )
        self.process.delaybeforesend = None

    @property
    def text(self) -> str:
        """What is shown, line by line."""
        return "\n".join(self.screen.display)

    def read(self, timeout: float = 0.05) -> bool:
        """Take in what the app wrote meanwhile; False when it wrote nothing."""
        try:
            self._stream.feed(self.process.read_nonblocking(65536, timeout))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        return True

    def settle(self) -> None:
        """Read until the app has nothing more to draw: the line after Enter has the keys by then."""
        while self.read(0.5):
            pass

    def wait_for(self, pattern: str) -> "re.Match[str]":
        """Read until the screen shows a pattern."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = re.search(pattern, self.text)
            if found:
                return found
            self.read()
        raise AssertionError(f"{pattern!r} never appeared in:\n{self.text}")

    def press(self, keys: str) -> None:
        """Type keys."""
        self.process.send(keys)

    def kill(self) -> None:
        """End the process as a power cut would."""
        self.process.kill(signal.SIGKILL)
        self.process.wait()

    def close(self) -> None:
        """End the process if it still runs."""
        self.process.close(force=True)


Open = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Seal home, documents, colours and animations off from the machine."""
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR", "NO_COLOR", "JALON_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    return home


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace that does not exist yet."""
    return tmp_path / "w.sqlite3"


@pytest.fixture
def opened(workspace: Path) -> Open:
    """Open the app on the workspace and wait until the questions are read."""

    @asynccontextmanager
    async def open_app(
        *,
        lang: str = "fr",
        start: Start | None = None,
        size: tuple[int, int] = (80, 24),
        path: Path | None = None,
    ) -> AsyncIterator[Driver]:
        app = Jalon(path or workspace, lang, start=start or Start())
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                driver = Driver(app, pilot)
                await driver.until(lambda: app.desk.questionnaire is not None)
                yield driver
        finally:
            app.close()

    return open_app


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Open the app in pseudo-terminals, closed at the end whatever happens."""
    opened: list[Terminal] = []

    def open_terminal(workspace: Path, organisation: str | None = None) -> Terminal:
        opened.append(Terminal(workspace, organisation=organisation))
        return opened[-1]

    yield open_terminal
    for one in opened:
        one.close()
