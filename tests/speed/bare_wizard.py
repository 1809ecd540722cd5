"""The yardstick: a bare Textual wizard (header, progress, question, answers, footer), nothing of ours."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, OptionList, ProgressBar, Static

ANSWERS = ("Yes", "No, but it is needed", "No, and it is not needed", "I do not know")
PROMPT = "Bare wizard, question {number}: does your organisation use something of this kind at the moment?"


class BareWizard(App[None]):
    """One question, swapped in place by the keys 1 to 4 and Backspace."""

    BINDINGS: ClassVar[list[BindingType]] = [("1,2,3,4", "go(1)", "Answer"), ("backspace", "go(-1)", "Back")]
    number = 1

    def compose(self) -> ComposeResult:
        yield Header()
        yield ProgressBar(total=30, show_eta=False)
        yield Static(PROMPT.format(number=1))
        yield OptionList(*ANSWERS)
        yield Footer()

    def action_go(self, step: int) -> None:
        self.number += step
        self.query_one(Static).update(PROMPT.format(number=self.number))
        self.query_one(OptionList).set_options(ANSWERS)
        self.query_one(ProgressBar).progress = self.number


if __name__ == "__main__":
    BareWizard().run()
