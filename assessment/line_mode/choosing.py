"""A few numbered choices, one of them typed by its number or its words; and reading page by page."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from assessment.errors import shown
from assessment.line_mode.spoken import in_pages
from assessment.line_mode.typed_answers import NotUnderstoodError, TooManyError, rank_of
from assessment.line_mode.voice import Place, Voice

T = TypeVar("T")


def chosen(
    voice: Voice,
    name: str,
    labels: Callable[[], Sequence[str]],
    *,
    intro: Callable[[], None] = lambda: None,
    default: int,
    are_known: bool = False,
) -> int:
    """Say numbered choices and return the rank chosen, from 1; Enter alone takes the default.

    Choices that `are_known` are not said again before they are asked for.
    """

    def show() -> None:
        intro()
        for rank, label in enumerate(labels(), start=1):
            voice.number(rank, label)
        voice.tell("menu.default", n=default)

    if are_known:
        intro()
        voice.tell("menu.known", n=default, label=labels()[default - 1], last=len(labels()))
    else:
        show()
    place = Place(name, lambda: voice.t("prompt.choice"), show)
    while True:
        line = voice.hear(place)
        if not line:
            return default
        rank = understood(voice, line, lambda typed: rank_of(typed, labels(), by_any_word=True))
        if rank is not None:
            return rank


def understood(voice: Voice, line: str, read: Callable[[str], T]) -> T | None:
    """Return what a line stands for, or say why it stands for nothing."""
    try:
        return read(line)
    except TooManyError as problem:
        voice.tell("said.too_many", n=problem.at_most)
    except NotUnderstoodError as problem:
        not_understood(voice, line, problem.meant)
    return None


def not_understood(voice: Voice, line: str, meant: Sequence[str] = ()) -> None:
    """Say that a line is no answer here, and what it may have meant."""
    if not line:
        voice.tell("said.nothing_typed")
        return
    voice.tell("said.not_understood", given=shown(line))
    if meant:
        voice.tell("said.meant", labels=" ; ".join(meant))


def read_out(voice: Voice, lines: Callable[[], Iterable[str]]) -> None:
    """Say lines in short pages, Enter going on; the person may leave at any of them.

    `lines` makes them in the language of the moment, which may change between two pages.
    """
    rank = 0
    while rank < len(pages := in_pages(lines())):
        voice.say(*pages[rank])
        rank += 1
        if rank < len(pages):
            voice.hear(Place("page", lambda: voice.t("prompt.page"), partial(_again, voice, lines, rank - 1)))


def _again(voice: Voice, lines: Callable[[], Iterable[str]], rank: int) -> None:
    """Say one page again."""
    pages = in_pages(lines())
    voice.say(*pages[min(rank, len(pages) - 1)])
