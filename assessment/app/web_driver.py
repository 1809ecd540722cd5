"""Textual's web driver with two faults of textual 8.2.8 cured; `jalon web` names it in the environment."""

import os
from contextlib import suppress
from threading import Lock
from typing import Any

from textual import messages
from textual.drivers import web_driver


class WebDriver(web_driver.WebDriver):
    """Writes each packet whole, and ends the app when the server is gone."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401  # handed on as they come
        super().__init__(*arguments, **options)
        self._writing = Lock()
        self._write = self._write_whole  # type: ignore[assignment]

    def _write_whole(self, packet: bytes) -> int:
        """Write one packet, whatever another thread has to write meanwhile.

        The pieces of a download are written by the thread that reads the keys, the screen by the main one;
        a pipe takes nothing over 4 kB in one go, so that one would land in the middle of the other.
        """
        with self._writing, suppress(BrokenPipeError):  # no server any more: the app is about to end
            rest = memoryview(packet)
            while rest:
                rest = rest[os.write(self.fileno, rest) :]
        return len(packet)

    def run_input_thread(self) -> None:
        """Read the keys; when none can come any more, the server is gone and the app must not stay behind."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
