"""Textual's web driver with three faults of 8.2.8 cured; `jalon web` names it in the environment."""

import os
from contextlib import suppress
from threading import Lock
from typing import Any

from textual import events, messages
from textual.drivers import web_driver

KEYS_MAY_TAKE = 2.0
"""Seconds the last keys may take to be obeyed once the tab is gone."""


class WebDriver(web_driver.WebDriver):
    """Writes each packet whole, obeys the last keys before it ends, and ends when the server is gone."""

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

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """End the app when its tab is gone, after the keys that came before: a last answer is one of them."""
        if packet_type == "quit":
            self.send_message(events.Callback(callback=self._end_after_keys))
        else:
            super().on_meta(packet_type, payload)

    def _end_after_keys(self) -> None:
        """Follow the way a key takes: handed to what has the keyboard, on to its page, back to the app."""
        app, screen = self._app, self._app.screen
        (app.focused or screen).call_later(screen.call_later, app.call_after_refresh, app.exit)
        app.set_timer(KEYS_MAY_TAKE, app.exit)
