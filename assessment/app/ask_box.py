"""One line to type: a new name, the path of a file."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.prose import Prose


class AskBox(Box[str]):
    """A sentence and one line; Enter takes it."""

    def __init__(self, desk: Desk, question: str, text: str = "") -> None:
        """Take the key of the sentence and the text to start from."""
        super().__init__(desk)
        self._question, self._text = question, text

    def compose_body(self) -> ComposeResult:
        """Lay out the sentence and the line."""
        yield Prose(id="title")
        yield Input(self._text, id="line", compact=True)

    def paint(self) -> None:
        """Write the sentence."""
        self.query_one("#title", Prose).show(Content(self.t(self._question) + "\n"))
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the line."""
        event.stop()
        self.dismiss(event.value)
