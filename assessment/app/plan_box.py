"""One action of the plan: what to begin with, who sees to it, by when and with what help."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.keys import key
from assessment.app.prose import Prose
from assessment.day_words import full_date
from assessment.dossier import Action
from assessment.errors import BadInput
from assessment.free_text import checked_name, cleaned_text
from assessment.planning import Line, changed
from assessment.typed_day import is_surprising, read_day

STEP = "first_step"
LINES = ("title", STEP, "owner", "due", "help")
"""Lines in their order; only an action of the organisation's own has a title to write."""
DATE = "%d/%m/%Y"
"""How a date kept is written in its line, in figures that are read back."""


class _Step(TextArea):
    """A text of a few lines; Enter goes on as it does on the lines of one line."""

    class Entered(Message):
        """Enter was pressed."""

    async def _on_key(self, event: Key) -> None:
        """Keep Enter for going on."""
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.post_message(self.Entered())
        else:
            await super()._on_key(event)


class PlanBox(Box[Action]):
    """A few lines; Enter goes to the next one and keeps after the last; Escape drops, once warned."""

    CSS_PATH = "plan_box.tcss"
    AUTO_FOCUS = ""  # the line to begin with is chosen below
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s,f10", "keep", "keep", show=True),
        key("up", "app.focus_previous", "line_before"),
        key("down", "app.focus_next", "line_after"),
    ]

    def __init__(self, desk: Desk, line: Line, today: date) -> None:
        """Take the line to fill in and the day from which « dans deux mois » is counted."""
        super().__init__(desk)
        self._line, self._today = line, today
        said = line.said
        due = said.due.strftime(DATE) if said.due else ""
        held = (said.title, said.first_step or "", said.owner or "", due, said.help or "")
        own = line.action.item is None
        self._held = {name: text for name, text in zip(LINES, held, strict=True) if own or name != "title"}
        self._asked: date | None = None
        """A date already asked about: kept the second time."""

    def compose_body(self) -> ComposeResult:
        """Lay out the title and the lines, each under its words."""
        yield Prose(id="heading")
        for name, held in self._held.items():
            yield Prose(id=f"label-{name}")
            if name == STEP:
                yield _Step(held, id=name, soft_wrap=True, compact=True, tab_behavior="focus")
            else:
                yield Input(held, id=name, compact=True, select_on_focus=False)
            if name == "due":
                yield Prose(id="echo")
        yield Prose(id="how", classes="muted")

    def paint(self) -> None:
        """Write the words around the lines."""
        title = self.t("plan.own_title") if "title" in self._held else self._line.said.title
        self.query_one("#heading", Prose).show(Content.styled(title, "bold"))
        for name in self._held:
            self.query_one(f"#label-{name}", Prose).show(Content(self.t(f"plan.label.{name}")))
        self.query_one("#how", Prose).show(Content(self.t("plan.how")))
        self._echo()
        if self.focused is None:
            self._first_line.focus()

    @property
    def _first_line(self) -> Widget:
        """The line to begin with: the title when there is none yet, else who sees to it."""
        return self.query_one("#title" if self._held.get("title") == "" else "#owner")

    @property
    def _typed(self) -> dict[str, str]:
        """What the lines hold."""
        return {name: self._text(name) for name in self._held}

    def _text(self, name: str) -> str:
        line = self.query_one(f"#{name}")
        return line.text if isinstance(line, TextArea) else self.query_one(f"#{name}", Input).value

    @property
    def is_changed(self) -> bool:
        """Whether a line no longer holds what is kept."""
        return self._typed != self._held

    # --- the date, said back --------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say the date back in full words."""
        if event.input.id == "due":
            self._echo()

    def _echo(self) -> None:
        """Say which day is meant, or how a day can be written."""
        typed = self._text("due").strip()
        try:
            day = read_day(typed, self._today)
        except ValueError:
            said = self.t("plan.not_yet_a_date", example=self._example)
        else:
            said = self._day_words(day) if day else self.t("plan.no_date", example=self._example)
        self.query_one("#echo", Prose).show(Content(said))

    def _day_words(self, day: date) -> str:
        words = full_date(day, self.desk.lang)
        if not is_surprising(day, self._today):
            return self.t("plan.day", day=words)
        return self.t("plan.past_day" if day < self._today else "plan.far_day", day=words)

    @property
    def _example(self) -> str:
        """Ways of writing a date."""
        from assessment.texts import texts

        return texts("day", self.desk.lang)("example")

    # --- keeping --------------------------------------------------------------------------------

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next line, or keep."""
        event.stop()
        if event.input.id == LINES[-1]:
            self.action_keep()
        else:
            self.focus_next()

    def on__step_entered(self) -> None:
        """Go to the next line."""
        self.focus_next()

    def action_keep(self) -> None:
        """Keep the lines, or say which one cannot be read."""
        try:
            said = self._read()
        except BadInput as problem:
            self.notify(problem.text(self.desk.lang), markup=False)
        except ValueError:
            self._refuse("due", self.t("plan.bad_date", typed=self._text("due"), example=self._example))
        else:
            self._keep(said)

    def _read(self) -> dict[str, object]:
        """Return what was typed, as it may be kept; BadInput or ValueError when it may not."""
        typed = self._typed
        read: dict[str, object] = {name: cleaned_text(text).strip() or None for name, text in typed.items()}
        read["owner"] = checked_name(typed["owner"].strip())
        read["due"] = read_day(typed["due"], self._today)
        return read

    def _keep(self, said: dict[str, object]) -> None:
        """Keep what was read; a date long gone or far away is asked about first."""
        due = said["due"]
        if said.get("title", "") is None:
            self._refuse("title", self.t("plan.title_needed"))
        elif isinstance(due, date) and self._is_to_ask_about(due):
            self._asked = due
            words = full_date(due, self.desk.lang)
            question = "plan.ask_past" if due < self._today else "plan.ask_far"
            self._refuse("due", self.t(question, day=words))
        else:
            self.dismiss(changed(self._line, **said))

    def _is_to_ask_about(self, due: date) -> bool:
        known = due in (self._line.action.due, self._asked)
        return is_surprising(due, self._today) and not known

    def _refuse(self, name: str, sentence: str) -> None:
        """Say what is to be looked at, and go there."""
        self.notify(sentence, markup=False)
        self.query_one(f"#{name}").focus()
