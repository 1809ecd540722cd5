"""Everything that can be done from where one is, each thing by its name; found by a few letters."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding
from textual.dom import DOMNode

from assessment.app.desk import Desk
from assessment.app.key_line import key_words
from assessment.app.page import Page
from assessment.app.presenting import FOR_ADVISERS
from assessment.app.themes import NAMES
from assessment.free_text import folded

ANYWHERE = ("welcome", "home", "follow", "workshop", "group")
"""Pages that need no organisation at hand."""
WITH_ANSWERS = (
    "organisation",
    "question",
    "review",
    "results",
    "what_if",
    "priorities",
    "plan",
    "pdf",
    "orientation",
    "rounds",
    "file",
    "meetings",
)
"""Pages about the organisation at hand."""
WAITING = ("conflicts",)
"""Pages offered while a dossier received waits for a choice."""
_NOT_LISTED = ("digit", "palette", "scroll", "scroll_up", "scroll_page", "scroll_page_up")
"""Keys that mean something only on the page itself."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done."""

    name: str
    tip: str
    """What it does, in a sentence; empty when the name says it."""
    keys: str
    """The key that does it without the palette; empty when there is none."""
    action: str
    """Action of Textual that does it."""
    node: DOMNode | None = None
    """Page or widget whose action it is; the app when None."""


class Palette:
    """What can be done from one page."""

    def __init__(self, desk: Desk, page: Page) -> None:
        self._desk = desk
        active = [(one.binding, one.node) for one in page.active_bindings.values() if one.enabled]
        self._bindings = {binding.description: (binding, node) for binding, node in reversed(active)}

    def commands(self) -> tuple[Command, ...]:
        """Return everything, in the language of the moment: the page's own keys first."""
        t = self._desk.t
        asked = WAITING if self._desk.waiting else ()
        places = (*ANYWHERE, *asked, *(WITH_ANSWERS if self._desk.is_open else ()))
        offered = (one for one in places if one not in FOR_ADVISERS or self._desk.is_adviser)
        pages = (Command(t(f"palette.page.{place}"), "", "", f"app.lead('{place}')") for place in offered)
        looks = (Command(t(f"theme.name.{name}"), "", "", f"app.theme('{name}')") for name in NAMES)
        return (*self._keys(), *pages, *looks)

    def _keys(self) -> Iterable[Command]:
        t = self._desk.t
        for binding, node in reversed(self._bindings.values()):
            if _is_listed(binding):
                yield Command(
                    t(binding.description), t(binding.tooltip), key_words(binding, t), binding.action, node
                )


def found(commands: Iterable[Command], typed: str) -> list[Command]:
    """Return the commands that hold every word typed; those whose name begins with it come first."""
    wanted = folded(typed).split()
    hits = [one for one in commands if all(word in folded(f"{one.name} {one.tip}") for word in wanted)]
    return sorted(hits, key=lambda one: not folded(one.name).startswith(" ".join(wanted)))


def _is_listed(binding: Binding) -> bool:
    is_ours = binding.description.startswith("keys.") and binding.id is not None
    return is_ours and binding.id not in _NOT_LISTED
