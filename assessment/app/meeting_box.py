"""One meeting: its day, who was there, what was said; for that of a round, the day is the round's."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, TextArea

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.keys import key
from assessment.app.meeting_rows import MeetingLine, people_in, people_line
from assessment.app.plan_box import DATE
from assessment.app.prose import Prose
from assessment.day_words import full_date
from assessment.errors import BadInput
from assessment.texts import texts
from assessment.typed_day import is_surprising, read_day
from assessment.workspace import MeetingNote
from assessment.workspace.meetings import acceptable


class MeetingBox(Box[MeetingNote]):
    """Three lines; Ctrl+S keeps them from anywhere, Escape drops, once warned."""

    CSS_PATH = "meeting_box.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [key("ctrl+s,f10", "keep", "keep", show=True)]

    def __init__(self, desk: Desk, line: MeetingLine | None, today: date) -> None:
        """Take the meeting to change, None for a new one, and the day it is today."""
        super().__init__(desk)
        self._line, self._today = line, today
        note = line.note if line else MeetingNote(today)
        self._note = note
        self._held = {
            "day": note.day.strftime(DATE),
            "people": people_line(note.people),
            "minutes": note.minutes or "",
        }
        self._asked: date | None = None
        """A date already asked about: kept the second time."""

    @property
    def _has_day(self) -> bool:
        """Whether the day can be changed: that of a round cannot."""
        return self._line is None or self._line.round is None

    def compose_body(self) -> ComposeResult:
        """Lay out the title and the lines, each under its words."""
        yield Prose(id="heading")
        if self._has_day:
            yield Prose(id="label-day")
            yield Input(self._held["day"], id="day", compact=True, select_on_focus=True)
            yield Prose(id="echo")
        yield Prose(id="label-people")
        yield Input(self._held["people"], id="people", compact=True, select_on_focus=False)
        yield Prose(id="label-minutes")
        yield TextArea(
            self._held["minutes"], id="minutes", soft_wrap=True, compact=True, tab_behavior="focus"
        )
        yield Prose(id="how", classes="muted")

    def paint(self) -> None:
        """Write the words around the lines."""
        self.query_one("#heading", Prose).show(Content.styled(self._title, "bold"))
        for name in self._typed:
            self.query_one(f"#label-{name}", Prose).show(Content(self.t(f"meetings.label.{name}")))
        how = self.t("meetings.how")
        if not self._has_day:
            how = f"{self.t('meetings.printed')} {how}"
        self.query_one("#how", Prose).show(Content(how))
        self._echo()
        if self.focused is None:
            self.query_one("#day" if self._has_day else "#people").focus()

    @property
    def _title(self) -> str:
        if self._line is None:
            return self.t("meetings.new")
        if self._has_day:
            return self.t("meetings.change")
        day = full_date(self._note.day, self.desk.lang)
        return self.t("meetings.round_title", day=day, number=self._line.round)

    @property
    def _typed(self) -> dict[str, str]:
        """What the lines hold."""
        lines = {one.id: one.value for one in self.query(Input) if one.id}
        return {**lines, "minutes": self.query_one(TextArea).text}

    @property
    def is_changed(self) -> bool:
        """Whether a line no longer holds what is kept."""
        return any(self._held[name] != text for name, text in self._typed.items())

    # --- the date, said back --------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say the date back in full words."""
        if event.input.id == "day":
            self._echo()

    def _echo(self) -> None:
        """Say which day is meant, or how a day can be written."""
        if not self._has_day:
            return
        try:
            day = read_day(self._typed["day"], self._today)
        except ValueError:
            day = None
        said = self.t("plan.not_yet_a_date", example=self._example)
        if day is not None:
            key = "meetings.coming_day" if day > self._today else "plan.day"
            said = self.t(key, day=full_date(day, self.desk.lang))
        self.query_one("#echo", Prose).show(Content(said))

    @property
    def _example(self) -> str:
        """Ways of writing a date."""
        return texts("day", self.desk.lang)("example")

    # --- keeping --------------------------------------------------------------------------------

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next line."""
        event.stop()
        self.focus_next()

    def action_keep(self) -> None:
        """Keep the meeting, or say which line cannot be read."""
        try:
            day = read_day(self._typed["day"], self._today) if self._has_day else self._note.day
        except ValueError:
            day = None
        if day is None:
            typed = self._typed["day"].strip()
            key = "plan.bad_date" if typed else "meetings.day_needed"
            self._refuse("day", self.t(key, typed=typed, example=self._example))
        elif self._is_to_ask_about(day):
            self._asked = day
            self._refuse("day", self.t("plan.ask_far", day=full_date(day, self.desk.lang)))
        else:
            self._keep(day)

    def _keep(self, day: date) -> None:
        """Keep what was typed; names nobody touched stay as they are, whatever signs they hold."""
        typed = self._typed
        is_same = typed["people"] == self._held["people"]
        people = self._note.people if is_same else people_in(typed["people"])
        try:
            self.dismiss(acceptable(MeetingNote(day, people, typed["minutes"])))
        except BadInput as problem:
            self.notify(problem.text(self.desk.lang), markup=False)

    def _is_to_ask_about(self, day: date) -> bool:
        is_far = day > self._today and is_surprising(day, self._today)
        return is_far and day not in (self._note.day, self._asked)

    def _refuse(self, name: str, sentence: str) -> None:
        """Say what is to be looked at, and go there."""
        self.notify(sentence, markup=False)
        self.query_one(f"#{name}").focus()
