"""The first screen: what Jalon gives, what it asks, and five ways in."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from questionnaire.languages import language_titles

WAYS_IN = ("start", "short", "example", "resume", "portfolio")
"""Choices 1 to 5."""
LONGEST_NAME = 24
"""Letters of a name the choice that carries on has the room for."""


class WelcomeScreen(Page):
    """The five ways in; a digit or a row chooses."""

    CSS_PATH = "welcome_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("escape", "nothing", "leave"),
        key("t", "app.tour", "tour", show=True),
        key("f1", "app.help", "help", show=True),
        key("ctrl+q", "app.quit", "quit", show=True),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay out the promise, the ways in and how to choose."""
        with VerticalScroll(can_focus=False):
            yield Prose(id="promise")
            yield Prose(id="points")
            yield ChoiceList(id="ways")
            yield Prose(id="how")

    def heading(self) -> Heading:
        """Show the name of the program and how to change language."""
        return Heading("JALON", self.t("welcome.languages", names=language_titles()))

    def paint(self) -> None:
        """Write the page in the language of the moment."""
        t = self.t
        points = "\n".join(f" · {t(f'welcome.point.{n}')}" for n in range(1, 5))
        promise = (t("welcome.title"), "bold"), f"\n\n{t('welcome.promise')}\n"
        self.query_one("#promise", Prose).show(Content.assemble(*promise))
        self.query_one("#points", Prose).show(f"{points}\n")
        self.query_one("#how", Prose).show(Content(t("welcome.how")))
        ways = self.query_one("#ways", ChoiceList)
        rows = [Row(self._way(way), mark=f"  {n} ") for n, way in enumerate(WAYS_IN, start=1)]
        ways.show(rows, highlighted=ways.highlighted)
        ways.focus()

    def _way(self, way: str) -> str:
        """Return the words of a way in; the only organisation under way is named, unless it is projected."""
        is_named = way == "resume" and not self.desk.is_presenting
        name = self.desk.workspace.unfinished() if is_named else None
        if name is None:
            return self.t(f"welcome.way.{way}")
        return self.t(
            "welcome.resume_one", name=name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
        )

    def action_digit(self, digit: int) -> None:
        """Choose a way in by its number."""
        if 1 <= digit <= len(WAYS_IN):
            self.go(WAYS_IN[digit - 1])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Choose the highlighted way in."""
        self.go(WAYS_IN[event.index])

    def action_nothing(self) -> None:
        """Stay: there is nowhere above the first screen."""
