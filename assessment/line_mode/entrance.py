"""Which organisation to talk about: one of the list, by number or by a part of its name, or a new one."""

from collections.abc import Callable, Sequence
from datetime import date

from assessment.free_text import folded, isolated
from assessment.line_mode.choosing import chosen, not_understood
from assessment.line_mode.typed_answers import digits
from assessment.line_mode.voice import Back, Place, ToMenu, Voice
from assessment.workspace import OrganisationRow, Workspace

A_PAGE = 9
"""Organisations said at once, the last changed first."""
LONGEST_NUMBER = 7
"""Digits of a number that can still be that of an organisation."""


def choose_organisation(workspace: Workspace, voice: Voice) -> tuple[OrganisationRow, bool]:
    """Ask which organisation; return it, and whether it is new."""
    voice.everywhere, voice.unusual = {}, lambda _line: False
    while True:
        try:
            row = _pick(workspace, voice)
            return (row, False) if row else _new(workspace, voice)
        except (Back, ToMenu):
            voice.tell("entrance.at_the_start")


def _new(workspace: Workspace, voice: Voice) -> tuple[OrganisationRow, bool]:
    """Ask for the length and add an organisation; its name is the first question."""

    def labels() -> list[str]:
        return [voice.t("entrance.full"), voice.t("entrance.short")]

    def intro() -> None:
        voice.say("")
        voice.tell("entrance.which_version")

    is_short = chosen(voice, "entrance_length", labels, intro=intro, default=1) == 2
    row = workspace.create(None, today=date.today())
    workspace.keep_short(row.assessment_id, is_short)
    return row, True


def _pick(workspace: Workspace, voice: Voice) -> OrganisationRow | None:
    """Return an organisation of the list; None for a new one, or when there is none yet."""
    found = [row for row in workspace.organisations() if row.archived is None]
    if not found:
        return None
    first = 0
    while True:
        some = found[first : first + A_PAGE]
        show = _shows(voice, some, first, len(found))
        show()
        line = voice.hear(Place("entrance", lambda: voice.t("prompt.entrance"), show))
        if line.lower() == "n":
            return None
        if not line:
            first = first + A_PAGE if first + A_PAGE < len(found) else 0
        elif (rank := _rank(line)) is not None and rank <= len(found):
            return found[rank - 1]
        elif named := [row for row in found if rank is None and folded(line) in folded(row.name or "")]:
            if len(named) == 1:
                return named[0]
            found, first = named, 0
        else:
            not_understood(voice, line)


def _rank(line: str) -> int | None:
    """Return the number typed; None for anything else."""
    typed = digits(line)
    is_number = typed.isascii() and typed.isdigit() and len(typed) < LONGEST_NUMBER
    return int(typed) if is_number and int(typed) > 0 else None


def _shows(voice: Voice, some: Sequence[OrganisationRow], first: int, total: int) -> Callable[[], None]:
    def show() -> None:
        voice.say("")
        voice.say(voice.t.count("entrance.list", total))
        for rank, row in enumerate(some, start=first + 1):
            voice.number(rank, _said(voice, row))
        voice.tell("entrance.new")
        if first + A_PAGE < total:
            voice.tell("entrance.more", rest=total - first - A_PAGE)

    return show


def _said(voice: Voice, row: OrganisationRow) -> str:
    """Return one organisation: its name, and how far its questions have got."""
    name = isolated(row.name) if row.name else voice.t("start.unnamed")
    if not row.asked:
        return voice.t("entrance.not_started", name=name)
    return voice.t("entrance.progress", name=name, answered=row.answered, asked=row.asked)
