"""The line where text is typed: a name, an aim, a country."""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import Input


class Entry(Input):
    """An Input that says when the person leaves it, upwards or downwards."""

    class Left(Message):
        """The up arrow was pressed, or Backspace on an empty line."""

    class WentDown(Message):
        """The down arrow was pressed."""

    class Repeated(Message):
        """The key that answers as before was pressed on an empty line."""

    repeats = False
    """Whether « = » on an empty line answers as before."""

    BINDINGS: ClassVar[list[BindingType]] = [("down", "go_down", ""), ("up", "go_up", "")]

    def fill(self, text: str, placeholder: str) -> None:
        """Start from a text already given, without saying that it changed."""
        with self.prevent(Input.Changed):
            self.value = text
        self.placeholder = placeholder
        self.cursor_position = len(text)

    async def _on_key(self, event: Key) -> None:
        """Take « = » on an empty line for the answer of before; elsewhere it is a sign like any other."""
        if event.character == "=" and self.repeats and not self.value:
            event.prevent_default()
            event.stop()
            self.post_message(self.Repeated())
        else:
            await super()._on_key(event)

    def action_delete_left(self) -> None:
        """Erase a letter, or say that there is none left."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Left())

    def action_go_down(self) -> None:
        """Leave the line for the list under it."""
        self.post_message(self.WentDown())

    def action_go_up(self) -> None:
        """Leave the line for the question before."""
        self.post_message(self.Left())
