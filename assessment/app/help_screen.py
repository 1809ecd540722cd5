"""Help in four parts: the page one comes from, the words, where the data are, where the figures come from."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input

from assessment.app.banner import Heading
from assessment.app.confirm_box import ConfirmBox
from assessment.app.desk import Desk
from assessment.app.entry import Entry
from assessment.app.help_words import PARTS, part_names, part_words
from assessment.app.key_line import all_bindings
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.app.rooms import page_classes
from assessment.errors import BadInput


class HelpScreen(Page):
    """One part at a time; a digit or the arrows turn to another."""

    CSS_PATH = "help_screen.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("escape", "leave", "close", show=True),
        key("slash", "search", "search_words", show=True),
        key("e", "erase", "erase", show=True),
        key("right", "turn(1)", "next_page", show=True),
        key("left", "turn(-1)", "previous_page"),
        key("down,pagedown", "scroll(1)", "scroll", show=True),
        key("up,pageup", "scroll(-1)", "scroll_up"),
    ]
    part = "page"

    def __init__(self, desk: Desk, page: Screen[object]) -> None:
        super().__init__(desk)
        self._keys = list(all_bindings(page))
        self._place = next((place for place, kind in page_classes().items() if kind is type(page)), "")

    def compose_body(self) -> ComposeResult:
        """Lay out the names of the parts, the line to search the words with, and the part at hand."""
        yield Prose(id="parts")
        yield Entry(id="search", compact=True)
        with VerticalScroll(id="help", can_focus=False):
            yield Prose(id="text")

    def heading(self) -> Heading:
        """Say where one is."""
        return Heading(self.t("help.title"), f"{self.t('banner.local')} · {self.desk.aside}")

    def paint(self) -> None:
        """Write the part at hand."""
        self.query_one("#parts", Prose).show(part_names(self.part, self.t))
        entry = self.query_one(Entry)
        entry.display = self.part == "words"
        entry.placeholder = self.t("help.search")
        self._paint_text(entry.value)

    def _paint_text(self, typed: str) -> None:
        text = part_words(self.part, self.desk, place=self._place, bindings=self._keys, typed=typed)
        self.query_one("#text", Prose).show(text)
        self.query_one("#help").scroll_home(animate=False)

    def action_digit(self, digit: int) -> None:
        """Turn to a part by its number."""
        if 1 <= digit <= len(PARTS):
            self.part = PARTS[digit - 1]
            self.set_focus(None)
            self.paint()

    def action_turn(self, parts: int) -> None:
        """Turn to the next part or the one before."""
        self.action_digit((PARTS.index(self.part) + parts) % len(PARTS) + 1)

    def action_search(self) -> None:
        """Search the words."""
        self.action_digit(PARTS.index("words") + 1)
        self.query_one(Entry).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the words that hold what is typed."""
        self._paint_text(event.value)

    def on_input_submitted(self) -> None:
        """Leave the line; the words found stay."""
        self.set_focus(None)

    def on_entry_went_down(self) -> None:
        """Leave the line downwards."""
        self.set_focus(None)

    def on_entry_left(self) -> None:
        """Leave the line upwards."""
        self.set_focus(None)

    def action_scroll(self, lines: int) -> None:
        """Read further."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=3 * lines, animate=False)

    def action_leave(self) -> None:
        """Leave the search first, then go back to the page."""
        if self.focused is None:
            self.app.pop_screen()
        else:
            self.query_one(Entry).clear()
            self.set_focus(None)

    def action_erase(self) -> None:
        """Ask before erasing what is kept on this computer."""
        if self.desk.organisation:
            box = ConfirmBox(self.desk, "help.erase_one", name=self.desk.name)
        else:
            box = ConfirmBox(self.desk, "help.erase_all", n=len(self.desk.workspace.organisations()))
        self.app.push_screen(box, self._erase)

    def _erase(self, is_sure: bool | None) -> None:
        """Erase, then show that nothing is left."""
        if not is_sure:
            return
        try:
            self.desk.erase()
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
            return
        self.go("welcome")
        self.tell(self.t("help.erased"))
