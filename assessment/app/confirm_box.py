"""A question that must be answered before something that cannot be taken back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.box import Box
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.desk import Desk
from assessment.app.keys import digits
from assessment.app.prose import Prose


class ConfirmBox(Box[bool]):
    """Two choices: 1 changes nothing, 2 does it."""

    BINDINGS: ClassVar[list[BindingType]] = [*digits()]

    def __init__(self, desk: Desk, question: str, **values: object) -> None:
        """Take the group of sentences that asks: its title, `no` and `yes`, and the values they name."""
        super().__init__(desk)
        self._question, self._values = question, values

    def compose_body(self) -> ComposeResult:
        """Lay out the question and the two choices."""
        yield Prose(id="title")
        yield ChoiceList(id="choices")

    def paint(self) -> None:
        """Write the question and the choices."""
        ask, no, yes = (self.t(f"{self._question}.{part}", **self._values) for part in ("ask", "no", "yes"))
        self.query_one("#title", Prose).show(Content(f"{ask}\n"))
        choices = self.query_one(ChoiceList)
        choices.show([Row(no, " 1 "), Row(yes, " 2 ")])
        choices.focus()

    def action_digit(self, digit: int) -> None:
        """Choose by number."""
        if digit in (1, 2):
            self.dismiss(digit == 2)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Choose the highlighted row."""
        self.dismiss(event.index == 1)
