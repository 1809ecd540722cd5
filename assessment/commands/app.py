"""`jalon`, `jalon demo`, `new` and `open`: the app, on the right workspace and at the right place."""

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.errors import BadInput
from assessment.free_text import checked_name, name_key
from assessment.places import workspace_path

if TYPE_CHECKING:
    from assessment.app import Start


def run(options: argparse.Namespace) -> None:
    """Open the app."""
    from assessment.app import Start, run_app

    if options.command == "demo":
        _check_terminal()
        _run_demo(options.lang)
        return
    path = workspace_path(options.workspace)
    start = Start() if options.command is None else _start_at(path, options)
    _check_terminal()
    run_app(path, options.lang, start=start)


def _start_at(path: Path, options: argparse.Namespace) -> "Start":
    """Create or find the organisation and the step to open at."""
    from assessment.app import Start
    from assessment.workspace import Workspace

    step = None if options.at is None else _step(options.at)
    name = checked_name(options.name) if options.command == "new" else None
    with Workspace(path) as workspace:
        if options.command == "open":
            return Start(organisation_id=workspace.find(options.name).id, step=step)
        taken = {name_key(row.name) for row in workspace.organisations() if row.name}
        if name is None or name_key(name) not in taken:
            _check_terminal()
        return Start(organisation_id=workspace.create(name, today=date.today()).id, step=step)


def _check_terminal() -> None:
    """Refuse to draw screens where nobody sees them or no key arrives; a driver set by hand may."""
    drawn_on = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__
    is_terminal = all(stream is not None and stream.isatty() for stream in (sys.__stdin__, drawn_on))
    if not is_terminal and not os.environ.get("TEXTUAL_DRIVER"):
        raise BadInput("usage.no_terminal")


def _step(asked: str) -> str:
    """Return the id of a question given by number (q07, p04, b03) or id."""
    from questionnaire.loading import nearest, standard_questionnaire
    from questionnaire.routing import numbers

    known = numbers(standard_questionnaire())
    if asked not in known:
        guess = nearest(asked, known)
        raise BadInput("usage.not_a_question", value=asked, nearest=guess)
    return known[asked]


def _run_demo(lang: str) -> None:
    """Run on a throw-away workspace that holds the three fictional organisations."""
    from assessment.app import Start, run_app
    from assessment.demo import fill

    with tempfile.TemporaryDirectory(prefix="jalon-demo-") as folder:
        path = Path(folder) / "demo.sqlite3"
        fill(path, lang)
        run_app(path, lang, start=Start(demo=True))
