"""The question before an organisation is erased: what goes with it, and a way to save everything first."""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.box import Box
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.desk import Desk
from assessment.app.keys import digits
from assessment.app.prose import Prose

Choice = Literal["no", "yes", "access"]
CHOICES: tuple[Choice, ...] = ("no", "yes", "access")
"""1 changes nothing, 2 erases, 3 saves everything first."""


class EraseBox(Box[Choice]):
    """Three choices; nothing can be saved in front of a group, since private notes would be."""

    BINDINGS: ClassVar[list[BindingType]] = [*digits()]

    def __init__(self, desk: Desk, rounds: int, meetings: int, actions: int) -> None:
        """Take how much there is to erase."""
        super().__init__(desk)
        self._counts = {"rounds": rounds, "actions": actions, "meetings": meetings}

    def compose_body(self) -> ComposeResult:
        """Lay out the question and the choices."""
        yield Prose(id="title")
        yield ChoiceList(id="choices")

    def paint(self) -> None:
        """Write what goes, and the choices."""
        counted = [
            self.t.count(f"file.delete.{name}", number) for name, number in self._counts.items() if number
        ]
        ask = self.t("file.delete.ask", name=self.desk.name, counted=", ".join(counted))
        self.query_one("#title", Prose).show(Content(f"{ask}\n"))
        choices = self.query_one(ChoiceList)
        choices.show([Row(self.t(f"file.delete.{one}"), f" {n} ") for n, one in enumerate(self._offered, 1)])
        choices.focus()

    @property
    def _offered(self) -> tuple[Choice, ...]:
        return CHOICES[:2] if self.desk.is_presenting else CHOICES

    def action_digit(self, digit: int) -> None:
        """Choose by number."""
        if 1 <= digit <= len(self._offered):
            self.dismiss(self._offered[digit - 1])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Choose the highlighted row."""
        self.dismiss(self._offered[event.index])
