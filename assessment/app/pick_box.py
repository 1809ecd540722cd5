"""One choice among many, shown above a page: the one held is marked, another is taken by its number."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.box import Box
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.desk import Desk
from assessment.app.keys import digits
from assessment.app.prose import Prose


class PickBox(Box[str]):
    """A sentence and a list; the key of the row picked is the answer."""

    CSS_PATH = "pick_box.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*digits()]

    def __init__(self, desk: Desk, question: str, choices: Callable[[], Sequence[Row]], held: str) -> None:
        """Take the key of the sentence, the rows as they are said now, and the key of the one held."""
        super().__init__(desk)
        self._question, self._choices, self._held = question, choices, held

    def compose_body(self) -> ComposeResult:
        """Lay out the sentence and the list."""
        yield Prose(id="title")
        yield ChoiceList(id="choices")

    def paint(self) -> None:
        """Write the sentence and the choices."""
        self.query_one("#title", Prose).show(Content(self.t(self._question) + "\n"))
        choices = self.query_one(ChoiceList)
        choices.show(
            [self._row(*one) for one in enumerate(self._choices(), 1)], highlighted=choices.highlighted
        )
        choices.focus()

    def _row(self, number: int, choice: Row) -> Row:
        mark = "(●)" if choice.key == self._held else "( )"
        return Row(choice.words, f" {number if number <= 9 else ' '} {mark}", choice.after, key=choice.key)

    def action_digit(self, digit: int) -> None:
        """Take a choice by its number."""
        rows = self._choices()
        if digit <= len(rows):
            self.dismiss(rows[digit - 1].key)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Take the highlighted choice."""
        self.dismiss(event.row.key)
