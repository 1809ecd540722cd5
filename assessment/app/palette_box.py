"""The palette: type a few letters of what is to be done, Enter does it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from assessment.app.box import Box
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.desk import Desk
from assessment.app.entry import Entry
from assessment.app.palette import Command, Palette, found
from assessment.app.prose import Prose


class PaletteBox(Box[Command]):
    """A line to type in and what it finds; the answer is what is to be done."""

    CSS_PATH = "palette_box.tcss"

    def __init__(self, desk: Desk, palette: Palette) -> None:
        super().__init__(desk)
        self._palette = palette
        self._found: Sequence[Command] = ()

    def compose_body(self) -> ComposeResult:
        """Lay out the line, what it finds, and what is said when it finds nothing."""
        yield Prose(id="title")
        yield Entry(id="search", compact=True)
        yield ChoiceList(id="choices")

    def paint(self) -> None:
        """Write the palette."""
        entry = self.query_one(Entry)
        entry.placeholder = self.t("palette.search")
        self._show(entry.value)
        entry.focus()

    def _show(self, typed: str) -> None:
        """Show what holds the letters typed."""
        self._found = found(self._palette.commands(), typed)
        title = self.t("palette.title") if self._found else self.t("palette.none", typed=typed.strip())
        self.query_one("#title", Prose).show(Content(title))
        rows = [Row(one.name, f"{one.keys:>9}", f"· {one.tip}" if one.tip else "") for one in self._found]
        self.query_one(ChoiceList).show(rows)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed."""
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what is highlighted, or the first thing found."""
        event.stop()
        index = self.query_one(ChoiceList).highlighted
        if self._found and (index is not None or event.value.strip()):
            self.dismiss(self._found[index or 0])

    def on_entry_went_down(self) -> None:
        """Highlight the next thing, the line keeping the keyboard."""
        self.query_one(ChoiceList).action_cursor_down()

    def on_entry_left(self) -> None:
        """Highlight the thing before."""
        choices = self.query_one(ChoiceList)
        if choices.highlighted is not None:
            choices.action_cursor_up()

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Do what was picked."""
        self.dismiss(self._found[event.index])
