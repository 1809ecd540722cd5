"""One app process behind one tab, as textual-serve runs it, with what it leaves open closed."""

import asyncio
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

ENDING_MAY_TAKE = 10.0
"""Seconds an app may take to commit its last answers once its tab is gone."""


class AppProcess(AppService):
    """The app of one tab; it is gone for good when `stop` returns."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        websocket: web.WebSocketResponse,
        downloads: DownloadManager,
    ) -> None:
        super().__init__(
            "",
            write_bytes=self._send_bytes,
            write_str=self._send_text,
            close=websocket.close,  # type: ignore[arg-type]  # it says whether there was anything to close
            download_manager=downloads,
        )
        self.was_left = False
        """Whether the person left the app, rather than the tab."""
        self._arguments = arguments
        self._added_environment = environment
        self._websocket = websocket
        self._is_ending = False

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return {**super()._build_environment(width, height), **self._added_environment}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the app itself: no shell stands between, so no name of a file can be read as a command."""
        environment = self._build_environment(width, height)
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment
        )
        self._stdin = process.stdin
        return process

    async def run(self) -> None:
        """Run the app; one that ends without a word (it failed) must not leave a page that waits for ever."""
        await super().run()
        await self._websocket.close(code=WSCloseCode.INTERNAL_ERROR)

    async def on_meta(self, data: bytes) -> None:
        """Tell an app that was left by its own key from one whose tab was closed."""
        if data == b'{"type": "exit"}':
            self.was_left = not self._is_ending
        await super().on_meta(data)

    async def stop(self) -> None:
        """End the app and wait until it is gone: its answers are on the disk then."""
        self._is_ending = True
        process = self._process
        if process is None:
            return
        try:
            async with asyncio.timeout(ENDING_MAY_TAKE):
                await super().stop()
                await process.wait()
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _send_bytes(self, content: bytes) -> None:
        await self._send(self._websocket.send_bytes(content))

    async def _send_text(self, text: str) -> None:
        await self._send(self._websocket.send_str(text))

    async def _send(self, sending: Any) -> None:  # noqa: ANN401  # a coroutine of aiohttp
        """Send to the tab; one that is gone takes nothing, and what the app writes is still to be read."""
        with suppress(ConnectionError):
            await sending
