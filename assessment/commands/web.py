"""`jalon web`: the app in a browser, on this machine only."""

import argparse
import asyncio
import errno
import os
import socket
import sys
import tempfile
import webbrowser
from contextlib import suppress
from pathlib import Path
from threading import Thread

from assessment.app.start import RESUME_VARIABLE
from assessment.commands.output import narrate
from assessment.errors import BadInput
from assessment.places import workspace_path
from assessment.texts import texts

DRIVER = "assessment.app.web_driver:WebDriver"
"""What draws the app into the pipe to the server."""


def run(options: argparse.Namespace) -> None:
    """Serve the app until Ctrl+C."""
    from assessment.workspace import Workspace

    workspace = workspace_path(options.workspace).absolute()
    with Workspace(workspace):
        pass  # a place no answer can be kept in is told here, not in the browser
    with (
        _listening(options.port) as listening,
        tempfile.TemporaryDirectory(prefix="jalon-web-") as folder,
        # Ctrl+C is how one leaves; where signals do not reach the loop (Windows), it arrives as an exception.
        suppress(KeyboardInterrupt),
    ):
        _serve(listening, Path(folder) / "place.json", workspace, options)
    narrate(texts("cli", options.lang)("web.stopped"))


def _serve(listening: socket.socket, place: Path, workspace: Path, options: argparse.Namespace) -> None:
    from assessment.web.server import WebServer  # aiohttp: 200 ms that other commands do not pay

    server = WebServer(
        # -P: a file of the current folder must not be taken for one of Python's own.
        [sys.executable, "-P", "-m", "assessment.cli", f"--workspace={workspace}", f"--lang={options.lang}"],
        {"TEXTUAL_DRIVER": DRIVER, RESUME_VARIABLE: str(place)},
        place=place,
        port=listening.getsockname()[1],
        lang=options.lang,
    )
    asyncio.run(server.run(listening, lambda: _tell(server.guard.address, options)))


def _listening(port: int | None) -> socket.socket:
    """Take a port of this machine, which no other machine can reach; a free one when none is given."""
    try:
        return socket.create_server(("127.0.0.1", port or 0))
    except OSError as error:
        code = "port_taken" if error.errno == errno.EADDRINUSE else "port_refused"
        raise BadInput(f"usage.{code}", value=port) from error


def _tell(address: str, options: argparse.Namespace) -> None:
    """Open the browser, and give the address in case none comes."""
    opens = not options.no_browser and _has_browser()
    narrate(texts("cli", options.lang)("web.opening" if opens else "web.open_it", address=address))
    if opens:
        # A browser may take a while to answer; the server must not wait for it.
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _has_browser() -> bool:
    """Whether a browser has a screen to open on: without one, Python would start a text browser here."""
    has_screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
    return has_screen or sys.platform in ("win32", "darwin")
