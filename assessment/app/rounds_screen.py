"""The rounds of one organisation: open a new one, look at an earlier one, take away one opened by mistake."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.ask_box import AskBox
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.confirm_box import ConfirmBox
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.day_words import long_date
from assessment.errors import BadInput
from assessment.workspace import RoundRow

NEW = "new"
"""Key of the row that opens a new round."""


class RoundsScreen(Page):
    """One row a round, the latest first; a new one on top."""

    CSS_PATH = "rounds_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("n", "begin", "new_round", show=True),
        key("delete,e", "remove", "remove_round", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
    ]
    rounds: tuple[RoundRow, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence and the rounds."""
        yield Prose(id="sentence")
        with VerticalScroll(can_focus=False):
            yield ChoiceList(id="rounds")

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("rounds.title"))

    def paint(self) -> None:
        """Write the rounds as they are kept."""
        organisation = self.desk.organisation
        self.rounds = self.desk.workspace.rounds(organisation.id)[::-1] if organisation else ()
        self.query_one("#sentence", Prose).show(Content(self.t("rounds.sentence")))
        shown = self.query_one(ChoiceList)
        new = Row(self.t("rounds.new", number=len(self.rounds)), " 1 ", key=NEW)
        rows = [self._row(rank, one) for rank, one in enumerate(self.rounds, start=2)]
        shown.show([new, *rows] if organisation else [], highlighted=shown.highlighted)
        shown.focus()

    def _row(self, rank: int, one: RoundRow) -> Row:
        """Return a round: its rank, its day and how far its questions have got."""
        key = "rounds.empty" if one.is_empty else "rounds.progress"
        said = self.t(key, answered=one.answered, asked=one.asked)
        latest = f" · {self.t('rounds.latest')}" if one is self.rounds[0] else ""
        words = f"T{one.number} · {long_date(one.day, self.desk.lang)} · {said}{latest}"
        return Row(words, f" {rank if rank <= 9 else ' '} ", key=one.id)

    def action_digit(self, digit: int) -> None:
        """Choose by number."""
        rows = self.query_one(ChoiceList).rows
        if digit <= len(rows):
            self._choose(rows[digit - 1].key)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Choose the picked row."""
        self._choose(event.row.key)

    def _choose(self, key: str) -> None:
        """Open a new round, the latest one, or an earlier one to look at."""
        if key == NEW:
            self.action_begin()
        elif key == self.rounds[0].id:
            self.desk.leave_look()
            self.go("organisation")
        else:
            self.desk.look_at(next(one for one in self.rounds if one.id == key))
            self.go("organisation")

    # --- a new round ----------------------------------------------------------------------------

    def action_begin(self) -> None:
        """Ask who answers this time, then open a new round; nothing is opened by leaving the question."""
        if self.desk.is_example:
            self.tell(self.t("example.nothing_kept"))
        elif self.rounds[0].is_empty:
            self.tell(self.t("rounds.not_begun", number=self.rounds[0].number))
        else:
            self._ask_respondent("")

    def _ask_respondent(self, typed: str) -> None:
        self.app.push_screen(AskBox(self.desk, "rounds.respondent", typed), self._begin)

    def _begin(self, typed: str | None) -> None:
        """Open a new round, keep who answers if it is said, and go to the questions."""
        if typed is None:
            return
        try:
            name = self.desk.checked_respondent(typed)
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
            self._ask_respondent(typed)
            return
        try:
            self.desk.start_round()
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
            return
        if name:
            self.desk.session.note("respondent", name)
        self._warn(name)
        self.go("question")

    def _warn(self, name: str | None) -> None:
        """Say at once that somebody else answers: it will stand in the document."""
        before = self.desk.respondent_before
        if name and before and " ".join(name.split()).casefold() != " ".join(before.split()).casefold():
            self.call_after_refresh(self.tell, self.t("rounds.other_respondent", before=before, now=name))

    # --- one opened by mistake ------------------------------------------------------------------

    def action_remove(self) -> None:
        """Take away the highlighted round, or the latest one, when it is empty."""
        row = self.query_one(ChoiceList).row
        wanted = [one for one in self.rounds if row is None or one.id == row.key or row.key == NEW][:1]
        if not wanted:
            return
        if not wanted[0].is_empty or len(self.rounds) == 1:
            self.tell(self.t("rounds.not_empty", number=wanted[0].number))
            return
        box = ConfirmBox(self.desk, "rounds.delete", number=wanted[0].number)
        self.app.push_screen(box, lambda is_sure: self._remove(wanted[0], is_sure))

    def _remove(self, wanted: RoundRow, is_sure: bool | None) -> None:
        if not is_sure:
            return
        try:
            self.desk.delete_round(wanted)
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
        self.repaint()
