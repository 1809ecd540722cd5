"""The last line of every page: the keys that work here, in the language of the moment; clickable."""

from collections.abc import Callable, Iterator

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from assessment.app.presenting import ESSENTIAL
from assessment.texts import Texts

AT_MOST = 6
"""Entries shown; every key is listed on the help page."""


class KeyLine(Widget):
    """The bindings shown on a page: the way out, then as many as fit, the first ones first."""

    DEFAULT_CLASSES = "key-line"

    def __init__(self, words: Callable[[], Texts]) -> None:
        super().__init__()
        self._words = words

    def on_mount(self) -> None:
        """Follow the bindings of the page."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def on_click(self, event: Click) -> None:
        """Do what the clicked key does."""
        clicked = event.style.meta.get("key")
        if clicked is not None:
            self.app.simulate_key(clicked)

    def render(self) -> Content:
        """Draw the keys and their words."""
        entries = [(binding, _entry(binding, self._words())) for binding in shown_bindings(self.screen)]
        room = self.size.width - sum(entry.cell_length for binding, entry in entries if _leads_out(binding))
        kept: list[Content] = []
        for binding, entry in entries:
            if not _leads_out(binding):
                room -= entry.cell_length
            if room >= 0 or _leads_out(binding):
                kept.append(entry)
        return Content("").join(kept[:AT_MOST])


def shown_bindings(screen: Screen[object]) -> Iterator[Binding]:
    """Return the bindings of a page worth a place on the key line; fewer when it is projected."""
    if screen.has_class("-presenting"):
        kept = (binding for binding in all_bindings(screen) if binding.id in ESSENTIAL)
        return iter(sorted(kept, key=lambda binding: ESSENTIAL.index(str(binding.id))))
    return (binding for binding in all_bindings(screen) if binding.show)


def all_bindings(screen: Screen[object]) -> Iterator[Binding]:
    """Return the bindings of ours that work on a page, each once."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        is_ours = binding.description.startswith("keys.") and binding.id is not None
        if is_ours and active.enabled and binding.description not in seen:
            seen.add(binding.description)
            yield binding


def _leads_out(binding: Binding) -> bool:
    return binding.key == "escape"


def key_words(binding: Binding, t: Texts) -> str:
    """Return how a key is written on the keyboards of the language."""
    written = f"keys.{binding.id}.{binding.key}"
    return t(written if written in t else f"keys.{binding.id}.key")


def _entry(binding: Binding, t: Texts) -> Content:
    click = Style.from_meta({"key": binding.key})
    entry = Content.assemble((f" {key_words(binding, t)} ", "bold $accent"), f"{t(binding.description)} ")
    return entry.stylize(click)
