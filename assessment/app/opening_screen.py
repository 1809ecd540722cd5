"""What is seen for an instant when Jalon opens straight at an organisation's questions."""

from textual.app import ComposeResult
from textual.content import Content

from assessment.app.page import Page
from assessment.app.prose import Prose


class OpeningScreen(Page):
    """One sentence while the questions are read."""

    def compose_body(self) -> ComposeResult:
        """Lay out the sentence."""
        yield Prose(id="sentence")

    def paint(self) -> None:
        """Write the sentence."""
        self.query_one("#sentence", Prose).show(Content(f"\n {self.t('opening.wait')}"))
