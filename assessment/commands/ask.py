"""`jalon ask`: the line mode."""

import argparse
import sys
from datetime import date
from io import TextIOWrapper

from assessment.commands.output import put
from assessment.errors import BadInput
from assessment.free_text import checked_name
from assessment.places import workspace_path
from assessment.plain import PlainSession
from assessment.workspace import OrganisationRow, Workspace


def run(options: argparse.Namespace) -> None:
    """Open the organisation named, or a new one; without a name, the last one touched, or a new one."""
    name = checked_name(options.name)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # a terminal may send bytes that are no text
    with Workspace(workspace_path(options.workspace)) as workspace, workspace.hold():
        row, is_new = _row(workspace, name)
        PlainSession(workspace, row, options.lang, is_new=is_new, ask=_ask, say=_say).run()


def _row(workspace: Workspace, name: str | None) -> tuple[OrganisationRow, bool]:
    """Return the organisation to talk about, and whether it was created for that."""
    rows = workspace.organisations()
    if name is None and rows:
        return rows[0], False
    try:
        return (workspace.find(name), False) if name else (workspace.create(None, today=date.today()), True)
    except BadInput as problem:
        if problem.code != "workspace.unknown_name":
            raise
        return workspace.create(name, today=date.today()), True


def _say(sentence: str) -> None:
    put(f"{sentence}\n")


def _ask(prompt: str) -> str:
    """Say a prompt and read one line; EOFError when there is none left."""
    put(prompt)
    if sys.stdin is None:
        raise EOFError
    line = input()
    if not sys.stdin.isatty():
        put("\n")  # nobody pressed Enter here: end the line of the prompt
    return line
