"""Going to a question by its number."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from assessment.app.box import Box
from assessment.app.prose import Prose
from assessment.app.tones import MUTED
from assessment.asking.going import Destination, destination


class GoToBox(Box[Destination]):
    """One short line; a number that leads nowhere is explained here, and the line stays."""

    def compose_body(self) -> ComposeResult:
        """Lay out the sentence, the line and what is said of the number."""
        yield Prose(id="title")
        yield Input(id="line", compact=True, max_length=20)
        yield Prose(id="said")

    def on_mount(self) -> None:
        """Start with nothing typed and nothing to say."""
        self._found: Destination | None = None
        self.repaint()

    def paint(self) -> None:
        """Write the sentence, and what was said of the number in the language of the moment."""
        words = Content.assemble((f"{self.t('goto.ask')}\n", "bold"), (f"{self.t('goto.how')}\n", MUTED))
        self.query_one("#title", Prose).show(words)
        line = self.query_one(Input)
        if self._found is not None:
            self._found = destination(line.value, self.desk.session, self.desk.lang)
        said = self._found.sentence(self.t) if self._found else ""
        self.query_one("#said", Prose).show(Content(f"\n{said}" if said else ""))
        line.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go there, or say why not; an empty line closes the box."""
        event.stop()
        if not event.value.strip():
            self.dismiss(None)
            return
        self._found = destination(event.value, self.desk.session, self.desk.lang)
        if self._found.place is None:
            self.paint()
            self.query_one(Input).action_select_all()
        else:
            self.dismiss(self._found)
