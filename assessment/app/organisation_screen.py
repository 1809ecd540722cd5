"""One organisation: where it stands and everything that can be done with it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.home_rows import next_words
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.presenting import FOR_ADVISERS
from assessment.app.prose import Prose
from assessment.day_words import long_date, short_date
from assessment.next_step import next_step

WAYS = ("question", "review", "results", "priorities", "pdf", "orientation", "rounds", "file", "meetings")
"""Choices 1 to 9; the last one stands in adviser mode only."""
PLACES = {
    "begin": "question",
    "go_on": "question",
    "priorities": "priorities",
    "plan": "plan",
    "document": "pdf",
}
"""Page on which each next step is taken."""
NEED_A_FILE = ("rounds", "file", "meetings")
"""Choices the finished example does not offer."""
CHANGE = ("question", "priorities")
"""Choices an earlier round, which is only read, does not offer."""


class OrganisationScreen(Page):
    """The way from the questions to the document, the rounds and what is kept."""

    CSS_PATH = "organisation_screen.tcss"
    PARENT = "home"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
        key("f3", "app.home", "home", show=True),
        key("ctrl+q", "app.quit", "quit", show=True),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay out where one stands and the list of what can be done."""
        with VerticalScroll(can_focus=False):
            yield Prose(id="standing")
            yield ChoiceList(id="ways")

    def paint(self) -> None:
        """Write where the organisation stands and what can be done."""
        self.query_one("#standing", Prose).show(self._standing())
        ways = self.query_one(ChoiceList)
        ways.show(
            [self._row(number, way) for number, way in enumerate(self.ways, start=1)],
            highlighted=ways.highlighted,
        )
        ways.focus(scroll_visible=False)  # where one stands is read first

    @property
    def ways(self) -> tuple[str, ...]:
        """What can be chosen here; the adviser's own pages are not even named on a projected screen."""
        is_told = self.desk.is_adviser and not self.desk.is_presenting
        return tuple(way for way in WAYS if way not in FOR_ADVISERS or is_told)

    def heading(self) -> Heading:
        """Say whose page it is and which round."""
        round_ = (
            self.t("organisation.round", round=self.desk.organisation.rounds - 1)
            if self.desk.organisation
            else ""
        )
        return self.desk.heading(round_)

    def _standing(self) -> Content:
        """Say how far the questions have got, without a mark of any kind, and what comes next."""
        progress = self.desk.session.progress
        key = "organisation.standing.none"
        if progress.answered:
            key = "organisation.standing.some" if progress.open else "organisation.standing.all"
        if self.desk.looked_at is not None:
            return Content(f"{self.t('rounds.cannot_change')}\n")
        sentence = self.t(key, answered=progress.answered, asked=progress.asked, open=len(progress.open))
        number = self.desk.question_numbers().get(self.desk.session.step.id, 0)
        step = self.t("organisation.next", step=next_words(self._next_step, number, self.t))
        return Content(f"{sentence}\n{step}\n{self._set_aside()}")

    def _set_aside(self) -> str:
        """Say since when the organisation is archived, and how it is taken up again."""
        day = self.desk.organisation.archived if self.desk.organisation else None
        return f"{self.t('file.is_archived', day=long_date(day, self.desk.lang))}\n" if day else ""

    @property
    def _next_step(self) -> str:
        """Code of what comes next, from the answers at hand."""
        session = self.desk.session
        progress = session.progress
        return next_step(
            progress.answered,
            progress.answered + len(progress.open),
            has_priorities=bool(session.sheet.priorities),
            has_plan=bool(self.desk.plan()),
        )

    def _row(self, number: int, way: str) -> Row:
        key = f"organisation.way.{way}"
        if way == "question" and not self.desk.session.progress.answered:
            key = "organisation.way.begin"
        words = self.t(key, number=len(self.desk.rounds)) if way == "rounds" else self.t(key)
        after = self._meeting_days() if way == "meetings" else ""
        return Row(words, f" {number} ", after, key=way, enabled=self._is_offered(way))

    def _meeting_days(self) -> str:
        """Say when the next meeting is, or else when the last one was."""
        last, coming = self.desk.meeting_days()
        key, day = ("meetings.planned", coming) if coming else ("meetings.last", last)
        return self.t(key, day=short_date(day, self.desk.lang)) if day else ""

    def _is_offered(self, way: str) -> bool:
        """Say whether a choice does something with the organisation at hand."""
        is_kept_back = self.desk.looked_at is not None and way in CHANGE
        return not is_kept_back and not (self.desk.is_example and way in NEED_A_FILE)

    def action_digit(self, digit: int) -> None:
        """Choose by number."""
        if 1 <= digit <= len(self.ways):
            self._choose(self.ways[digit - 1])

    def on_choice_list_entered(self) -> None:
        """Take the next step."""
        self._choose(PLACES[self._next_step])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Choose the highlighted row."""
        self._choose(event.row.key)

    def _choose(self, way: str) -> None:
        if self.desk.is_example and way in NEED_A_FILE:
            self.tell(self.t("example.nothing_kept"))
        elif not self._is_offered(way):
            self.tell(self.t("rounds.cannot_change"))
        else:
            self.go(way)
