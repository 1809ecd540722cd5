"""The Textual app: one screen or widget a file, its .tcss beside it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.app.start import RESUME_VARIABLE, Start

if TYPE_CHECKING:
    from assessment.app.jalon import Jalon

__all__ = ["Start", "run_app"]


def run_app(workspace_path: Path, lang: str, *, start: Start) -> None:
    """Open the app on a workspace and return when the person leaves it."""
    place_file = os.environ.get(RESUME_VARIABLE)
    if place_file:
        _run_in_tab(workspace_path, lang, start, Path(place_file))
    else:
        _run(workspace_path, lang, start)


def _run_in_tab(workspace_path: Path, lang: str, start: Start, place_file: Path) -> None:
    """Open the app where the tab was, and keep where it is when it goes."""
    from assessment.app.resuming import keep_place, place_of, taken_place

    place = taken_place(place_file)
    if place is not None:
        start, lang = place.start, place.lang
    app = _run(workspace_path, lang, start)
    keep_place(place_file, place_of(app.desk, app.place))


def _run(workspace_path: Path, lang: str, start: Start) -> "Jalon":
    from assessment.app.jalon import Jalon  # textual: 150 ms that other commands do not pay

    app = Jalon(workspace_path, lang, start=start)
    try:
        app.run()
    finally:
        app.close()
    return app
