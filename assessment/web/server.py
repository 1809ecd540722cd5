"""The server: textual-serve's, with a guard at the door, a page of our own and a place to come back to."""

import asyncio
import signal
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout, suppress
from importlib.resources import files
from pathlib import Path

import aiohttp_jinja2
import jinja2
from aiohttp import WSCloseCode, web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server, to_int

from assessment.texts import Texts, texts
from assessment.web.guard import Guard
from assessment.web.process import AppProcess
from questionnaire.languages import language, language_codes

HERE = Path(str(files("assessment.web")))
HEADERS = {
    # Nothing from anywhere else, whatever a page or a name in it may hold; xterm writes its own styles.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class WebServer(Server):
    """Serves the app to one browser on this machine; each tab has its own process."""

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str], *, place: Path, port: int, lang: str
    ) -> None:
        """Take the command line of the app, what its environment needs, and the file of the place it was at.

        The file is the app's: written when its tab goes, read when the next one comes. The server only
        forgets it when the person left the app.
        """
        super().__init__("jalon", host="127.0.0.1", port=port, templates_path=HERE / "templates")
        self.guard = Guard(port)
        self._arguments = arguments
        self._environment = environment
        self._place = place
        self._lang = lang
        self._open: set[web.WebSocketResponse] = set()
        self._ending: set[asyncio.Future[None]] = set()

    async def run(self, listening: socket.socket, on_ready: Callable[[], None]) -> None:
        """Serve until the person or the system asks to stop; every app is gone when it returns."""
        stopped = asyncio.Event()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            with suppress(NotImplementedError, AttributeError):  # Windows: Ctrl+C cancels this task instead
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), stopped.set)
        runner = web.AppRunner(await self._make_app(), access_log=None)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            on_ready()
            with redirect_stdout(sys.stderr):  # textual-serve prints there what a failing app said
                await stopped.wait()
        finally:
            await runner.cleanup()

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guarded()])
        aiohttp_jinja2.setup(app, loader=jinja2.FileSystemLoader(self.templates_path))
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
                web.static("/page", HERE / "static"),
            ]
        )
        app.on_response_prepare.append(self._add_headers)
        app.on_shutdown.append(self.on_shutdown)
        return app

    # --- the door -------------------------------------------------------------------------------

    def _guarded(self) -> Middleware:
        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            headers, guard = request.headers, self.guard
            if guard.is_foreign(headers.getall("Host", ()), headers.getall("Origin", ())):
                return self._refusal("foreign")
            is_known = guard.knows(request.cookies.get(guard.cookie_name))
            token = request.query.get("token") if (request.method, request.path) == ("GET", "/") else None
            if token is not None:
                return self._let_in() if is_known or guard.take(token) else self._refusal("used")
            return await handler(request) if is_known else self._refusal("closed")

        return guarded

    def _let_in(self) -> web.Response:
        """Exchange the token for the cookie, and lead to the address without it."""
        response = web.Response(status=303, headers={"Location": "/"})
        response.set_cookie(
            self.guard.cookie_name, self.guard.cookie, path="/", httponly=True, samesite="Strict"
        )
        return response

    def _refusal(self, reason: str) -> web.Response:
        sentences = (words(f"refused.{reason}") for words in self._words().values())
        return web.Response(status=403, text="\n".join(sentences) + "\n")

    def _words(self) -> dict[str, Texts]:
        """Return the sentences in the language of the app, then in each one that has them all."""
        complete = (lang for lang in language_codes() if language(lang).complete)
        return {lang: texts("web", lang) for lang in dict.fromkeys([self._lang, *complete])}

    async def _add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(HEADERS)

    # --- what is served -------------------------------------------------------------------------

    async def handle_index(self, request: web.Request) -> web.Response:
        """Serve the page; it says everything in each language, as the app may be in another one by then."""
        context = {"lang": self._lang, "words": self._words()}
        return aiohttp_jinja2.render_template("page.html", request, context)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run an app for one tab, once those of the tabs just closed are gone.

        A tab that is loaded again must find its last answer on the disk, and the place it was at.
        """
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)
        await asyncio.gather(*self._ending)
        process = AppProcess(self._arguments, self._environment, websocket, self.download_manager)
        width, height = (to_int(request.query.get(name, ""), 0) for name in ("width", "height"))
        self._open.add(websocket)
        try:
            await process.start(width or 80, height or 24)
            await self._process_messages(websocket, process)
        finally:
            self._open.discard(websocket)
            await self._end(process)
        return websocket

    async def _end(self, process: AppProcess) -> None:
        """End the app of a tab, and forget the place when the person left it."""
        ended = asyncio.get_running_loop().create_future()
        self._ending.add(ended)
        try:
            await process.stop()
            if process.was_left:
                self._place.unlink(missing_ok=True)
        finally:
            self._ending.discard(ended)
            ended.set_result(None)

    async def on_shutdown(self, app: web.Application) -> None:
        """Say goodbye to every tab; each one's app then ends by itself."""
        for websocket in tuple(self._open):
            await websocket.close(code=WSCloseCode.GOING_AWAY)
