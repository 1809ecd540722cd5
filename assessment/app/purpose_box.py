"""What a need would be for: one line, asked where few have it; Enter alone passes on."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.prose import Prose
from assessment.app.tones import MUTED
from assessment.errors import BadInput
from assessment.free_text import cleaned_text


class PurposeBox(Box[str]):
    """The question, the need it is about and one line; an empty one is kept as no answer."""

    def __init__(self, desk: Desk, item: str) -> None:
        """Take the id of the item answered « need »."""
        super().__init__(desk)
        self._item = item

    def compose_body(self) -> ComposeResult:
        """Lay out the question and the line."""
        yield Prose(id="title")
        yield Input(id="line", compact=True)
        yield Prose(id="how")

    def paint(self) -> None:
        """Write the question."""
        item = self.desk.session.questionnaire.question(self._item)
        head = f"{item.number} · {item.short[self.desk.lang]}\n"
        self.query_one("#title", Prose).show(
            Content.assemble((head, MUTED), (f"{self.t('purpose.ask')}\n", "bold"))
        )
        self.query_one("#how", Prose).show(Content.styled(f"\n{self.t('purpose.how')}", MUTED))
        line = self.query_one(Input)
        line.placeholder = self.t("purpose.placeholder")
        line.focus()

    @property
    def is_changed(self) -> bool:
        """Whether something is typed and not kept."""
        return bool(self.query_one(Input).value.strip())

    def may_leave(self, warning: str = "purpose.unsaved") -> bool:
        """Warn once before a typed purpose is lost: Enter keeps it here."""
        return super().may_leave(warning)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the line."""
        event.stop()
        try:
            self.dismiss(cleaned_text(event.value))
        except BadInput as problem:
            self.notify(problem.text(self.desk.lang), markup=False)
