"""What an action brought once done: the three signs of progress the study names, all optional."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.keys import key
from assessment.app.prose import Prose
from assessment.dossier import Action, Progress
from assessment.errors import BadInput
from assessment.free_text import cleaned_text
from assessment.planning import Line

SIGNS = ("time_saved", "users", "skills")
"""Lines in their order."""


class BroughtBox(Box[Action]):
    """Three lines; Enter goes to the next one and keeps after the last; Escape drops, once warned."""

    CSS_PATH = "brought_box.tcss"
    AUTO_FOCUS = "#time_saved"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s,f10", "keep", "keep", show=True),
        key("up", "app.focus_previous", "line_before"),
        key("down", "app.focus_next", "line_after"),
    ]

    def __init__(self, desk: Desk, line: Line) -> None:
        super().__init__(desk)
        self._line = line
        held = line.action.progress
        self._held = {sign: getattr(held, sign) or "" for sign in SIGNS}

    def compose_body(self) -> ComposeResult:
        """Lay out the title and the lines, each under its words."""
        yield Prose(id="heading")
        for sign, held in self._held.items():
            yield Prose(id=f"label-{sign}")
            yield Input(held, id=sign, compact=True, select_on_focus=False)
        yield Prose(id="how", classes="muted")

    def paint(self) -> None:
        """Write the words around the lines."""
        title = Content.assemble((self._line.said.title, "bold"), f"\n{self.t('brought.sentence')}")
        self.query_one("#heading", Prose).show(title)
        for sign in SIGNS:
            self.query_one(f"#label-{sign}", Prose).show(Content(self.t(f"brought.label.{sign}")))
        self.query_one("#how", Prose).show(Content(self.t("brought.how")))

    @property
    def _typed(self) -> dict[str, str]:
        """What the lines hold."""
        return {sign: self.query_one(f"#{sign}", Input).value for sign in SIGNS}

    @property
    def is_changed(self) -> bool:
        """Whether a line no longer holds what is kept."""
        return self._typed != self._held

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next line, or keep."""
        event.stop()
        if event.input.id == SIGNS[-1]:
            self.action_keep()
        else:
            self.focus_next()

    def action_keep(self) -> None:
        """Keep the lines, or say which sign cannot be kept."""
        try:
            said = {sign: cleaned_text(text).strip() or None for sign, text in self._typed.items()}
        except BadInput as problem:
            self.notify(problem.text(self.desk.lang), markup=False)
        else:
            self.dismiss(self._line.action.model_copy(update={"progress": Progress(**said)}))
