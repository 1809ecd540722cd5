"""Who sees to a priority, by when, and with what help: three lines."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.keys import key
from assessment.app.planning import read_day
from assessment.app.prose import Prose
from assessment.dossier import Action
from assessment.errors import BadInput
from assessment.free_text import checked_name, cleaned_text

LINES = ("owner", "due", "help")


class PlanBox(Box[Action]):
    """Three lines; Enter goes to the next one and keeps after the last; Escape drops, once warned."""

    BINDINGS: ClassVar[list[BindingType]] = [key("ctrl+s,f10", "keep", "keep", show=True)]

    def __init__(self, desk: Desk, action: Action) -> None:
        super().__init__(desk)
        self._action = action
        due = action.due.strftime(self.t("format.date")) if action.due else ""
        self._held = (action.owner or "", due, action.help or "")

    def compose_body(self) -> ComposeResult:
        """Lay out the title and the three lines, each under its words."""
        yield Prose(id="title")
        for line, held in zip(LINES, self._held, strict=True):
            yield Prose(id=f"label-{line}")
            yield Input(held, id=line, compact=True)
        yield Prose(id="how", classes="muted")

    def paint(self) -> None:
        """Write the words around the lines."""
        title = (f"{self._action.title or ''}\n", "bold")
        self.query_one("#title", Prose).show(Content.assemble(title, f"{self._action.first_step or ''}\n"))
        for line in LINES:
            self.query_one(f"#label-{line}", Prose).show(Content(self.t(f"plan.{line}")))
        self.query_one("#how", Prose).show(Content("\n" + self.t("plan.how")))
        self.query_one("#owner", Input).focus()

    @property
    def _typed(self) -> tuple[str, ...]:
        """What the three lines hold."""
        return tuple(self.query_one(f"#{line}", Input).value for line in LINES)

    @property
    def is_changed(self) -> bool:
        """Whether a line no longer holds what is kept."""
        return self._typed != self._held

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next line, or keep."""
        event.stop()
        if event.input.id == LINES[-1]:
            self.action_keep()
        else:
            self.focus_next()

    def action_keep(self) -> None:
        """Keep the three lines, or say which one cannot be read."""
        owner, due, help_wanted = self._typed
        try:
            said = {
                "owner": checked_name(owner),
                "due": read_day(due),
                "help": cleaned_text(help_wanted).strip() or None,
            }
        except BadInput as problem:
            self.notify(problem.text(self.desk.lang), markup=False)
        except ValueError:
            self.notify(self.t("plan.bad_date", typed=due), markup=False)
        else:
            self.dismiss(self._action.model_copy(update=said))
