"""`jalon ask`: the line mode."""

import argparse
import shutil
import sys
from datetime import date
from io import TextIOWrapper

from assessment.commands.output import put
from assessment.errors import BadInput
from assessment.free_text import checked_name
from assessment.line_mode.conversation import Conversation
from assessment.line_mode.spoken import wrapped
from assessment.line_mode.voice import Voice
from assessment.places import workspace_path
from assessment.workspace import OrganisationRow, Workspace


def run(options: argparse.Namespace) -> None:
    """Talk about the organisation named, a new one if need be; without a name, ask which."""
    name = checked_name(options.name)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # a terminal may send bytes that are no text
    with Workspace(workspace_path(options.workspace)) as workspace, workspace.hold():
        row, is_new = _row(workspace, name)
        Conversation(workspace, Voice(options.lang, ask=_ask, say=_say), row, is_new=is_new).run()


def _row(workspace: Workspace, name: str | None) -> tuple[OrganisationRow | None, bool]:
    """Return the organisation named and whether it was created for that; None when none is named."""
    if name is None:
        return None, False
    try:
        return workspace.find(name), False
    except BadInput as problem:
        if problem.code != "workspace.unknown_name":
            raise
        return workspace.create(name, today=date.today()), True


def _say(sentence: str) -> None:
    """Say a sentence; on a terminal it is broken between words, through a pipe it stays on one line."""
    if sys.stdout is not None and sys.stdout.isatty():
        sentence = wrapped(sentence, shutil.get_terminal_size().columns - 1)
    put(f"{sentence}\n")


def _ask(prompt: str) -> str:
    """Say a prompt and read one line; EOFError when there is none left."""
    put(prompt)
    if sys.stdin is None:
        raise EOFError
    line = sys.stdin.readline()  # `input` takes a null character for the end of the line, and waits
    if not line:
        raise EOFError
    if not sys.stdin.isatty():
        put("\n")  # nobody pressed Enter here: end the line of the prompt
    return line.rstrip("\r\n")
