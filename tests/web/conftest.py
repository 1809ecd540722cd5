"""`jalon web` as a person meets it: the real command, real requests, a real Chromium if there is one."""

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyte
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, sync_playwright

PATIENCE = 20.0
"""Seconds a state may take to come before a test gives up."""
NEEDS_CHROMIUM = "JALON_NEEDS_CHROMIUM"
"""Set where a missing browser is a failure and no reason to skip."""
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SIZE = (800, 500)


@dataclass(frozen=True)
class Answer:
    """What the server answered to one request."""

    status: int
    headers: http.client.HTTPMessage
    text: str


class Served:
    """One `jalon web`."""

    def __init__(self, workspace: Path, *options: str, lang: str = "fr", port: str = "") -> None:
        self.workspace = workspace
        settings = ["--workspace", str(workspace), "--lang", lang]
        given = [*(["--port", port] if port else []), *(options or ["--no-browser"])]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "assessment.cli", *settings, "web", *given],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self.process.stderr
        self.said = self.process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=(\S+)", self.said)
        assert found, self.said
        self.address, self.port, self.token = found[0], int(found[1]), found[2]

    @property
    def host(self) -> str:
        """Host a browser names."""
        return f"127.0.0.1:{self.port}"

    def get(self, path: str, **headers: str) -> Answer:
        """Send one request by hand; `_` in the name of a header is a dash."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest("GET", path, skip_host=True)
            for name, value in {"Host": self.host, **headers}.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            text = "" if response.status == 101 else response.read().decode("utf-8", "replace")
            return Answer(response.status, response.headers, text)
        finally:
            connection.close()

    def enter(self) -> str:
        """Exchange the token for the cookie, and return it as a browser sends it."""
        answer = self.get(f"/?token={self.token}")
        assert answer.status == 303
        return answer.headers["Set-Cookie"].partition(";")[0]

    def apps(self) -> list[int]:
        """Return the app processes of the server."""
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def stop(self) -> tuple[int, str, str]:
        """Press Ctrl+C; return the exit code and what was said on standard output and error."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        assert self.process.stdout and self.process.stderr
        return code, self.process.stdout.read(), self.process.stderr.read()


class Tab:
    """One tab: what it was sent is read as a terminal reads it."""

    def __init__(self, context: BrowserContext, served: Served) -> None:
        self.served = served
        self.forget()
        self.troubles: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("websocket", self._listen)
        self.page.on("request", lambda request: self._check(request.url))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", self._note)

    def _note(self, message: object) -> None:
        if getattr(message, "type", "") == "error":
            self.troubles.append(str(message))

    def _check(self, url: str) -> None:
        """Note a request that leaves the machine; what a page holds itself is none."""
        if not url.startswith("data:") and urlsplit(url).netloc != self.served.host:
            self.troubles.append(url)

    def _listen(self, websocket: WebSocket) -> None:
        self._check(websocket.url)
        size = {name: int(value[0]) for name, value in parse_qs(urlsplit(websocket.url).query).items()}
        self.screen = pyte.Screen(size["width"], size["height"])
        stream = pyte.ByteStream(self.screen)
        websocket.on("framesent", lambda frame: self._sent(str(frame)))
        websocket.on("framereceived", lambda frame: stream.feed(frame) if isinstance(frame, bytes) else None)

    def _sent(self, frame: str) -> None:
        kind, what = json.loads(frame)[0], json.loads(frame)[-1]
        if kind == "resize":
            self.screen.resize(what["height"], what["width"])

    @property
    def text(self) -> str:
        """What the terminal shows, line by line."""
        return "\n".join(self.screen.display)

    def open(self, address: str) -> "Tab":
        """Go to an address."""
        self.forget()
        self.page.goto(address)
        return self

    def reload(self) -> None:
        """Load the page again."""
        self.forget()
        self.page.reload()

    def forget(self) -> None:
        """Wipe the screen: what it shows next is what the next app sends."""
        self.screen = pyte.Screen(80, 24)

    def wait_for(self, pattern: str) -> None:
        """Wait until the terminal shows a pattern."""
        deadline = time.monotonic() + PATIENCE
        while not re.search(pattern, self.text):
            assert time.monotonic() < deadline, f"{pattern!r} never appeared in:\n{self.text}"
            self.page.wait_for_timeout(20)

    def press(self, *keys: str) -> None:
        """Press keys, as a person who has not touched the mouse."""
        for one in keys:
            self.page.keyboard.press(one)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Seal home, documents, language and browser off from the machine."""
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in (
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DOCUMENTS_DIR",
        "JALON_LANG",
        "JALON_WORKSPACE",
        "BROWSER",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    return home


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Return what starts a server; each one is stopped at the end."""
    started: list[Served] = []

    def start(*options: str, workspace: Path = tmp_path / "w.sqlite3", **settings: str) -> Served:
        started.append(Served(workspace, *options, **settings))
        return started[-1]

    yield start
    for served in started:
        if served.process.poll() is None:
            served.stop()
        for stream in (served.process.stdout, served.process.stderr):
            if stream:
                stream.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return a Chromium without a window: the system's, none is downloaded."""
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        if os.environ.get(NEEDS_CHROMIUM):
            pytest.fail("no Chromium on this machine, and it is needed here")
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    # Chromium has no sandbox for root, and small machines little shared memory.
    options = [
        "--disable-dev-shm-usage",
        *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium: Browser) -> Iterator[Callable[..., Tab]]:
    """Return what opens a tab; none may have asked anything of another machine, or have failed."""
    context = chromium.new_context(viewport={"width": SIZE[0], "height": SIZE[1]}, locale="fr-FR")
    context.set_default_timeout(PATIENCE * 1000)
    tabs: list[Tab] = []

    def browse(served: Served) -> Tab:
        tabs.append(Tab(context, served))
        return tabs[-1]

    yield browse
    context.close()
    assert [trouble for tab in tabs for trouble in tab.troubles] == []
