"""One organisation: where it stands and everything that can be done with it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.ask_box import AskBox
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.confirm_box import ConfirmBox
from assessment.app.handing import download_name, hand_over
from assessment.app.home_rows import next_words
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.presenting import shown_path, told
from assessment.app.prose import Prose
from assessment.errors import BadInput
from assessment.next_step import next_step

WAYS = ("question", "review", "results", "priorities", "pdf", "orientation", "rename", "export", "delete")
"""Choices 1 to 9."""
PLACES = {
    "begin": "question",
    "go_on": "question",
    "priorities": "priorities",
    "plan": "plan",
    "document": "pdf",
}
"""Page on which each next step is taken."""
NEED_A_FILE = ("rename", "export", "delete")
"""Choices the finished example does not offer."""


class OrganisationScreen(Page):
    """The way from the questions to the document, and what to do with the file."""

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
            [self._row(number, way) for number, way in enumerate(WAYS, start=1)], highlighted=ways.highlighted
        )
        ways.focus()

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
        sentence = self.t(key, answered=progress.answered, asked=progress.asked, open=len(progress.open))
        number = self.desk.question_numbers().get(self.desk.session.step.id, 0)
        step = self.t("organisation.next", step=next_words(self._next_step, number, self.t))
        return Content(f"{sentence}\n{step}\n")

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
        return Row(
            self.t(key), f" {number} ", key=way, enabled=not (self.desk.is_example and way in NEED_A_FILE)
        )

    def action_digit(self, digit: int) -> None:
        """Choose by number."""
        if 1 <= digit <= len(WAYS):
            self._choose(WAYS[digit - 1])

    def on_choice_list_entered(self) -> None:
        """Take the next step."""
        self._choose(PLACES[self._next_step])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Choose the highlighted row."""
        self._choose(event.row.key)

    def _choose(self, way: str) -> None:
        if self.desk.is_example and way in NEED_A_FILE:
            self.tell(self.t("example.nothing_kept"))
        elif way == "rename":
            self.app.push_screen(
                AskBox(self.desk, "organisation.rename", self.desk.stored_name), self._rename
            )
        elif way == "export":
            self._export()
        elif way == "delete":
            box = ConfirmBox(self.desk, "organisation.delete", name=self.desk.name)
            self.app.push_screen(box, self._delete)
        else:
            self.go(way)

    def _rename(self, name: str | None) -> None:
        """Give the organisation its new name; an empty line takes the name away."""
        if name is None:
            return
        try:
            self.desk.rename(name.strip() or None)
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
        else:
            self.repaint()

    def _export(self) -> None:
        """Write the dossier among the documents and say where, or let the browser take it."""
        try:
            path, content = self.desk.exported()
            hand_over(self.app, path, content)
        except BadInput as problem:
            self.tell(told(self.desk, problem))
        else:
            key = "handed.downloaded" if self.app.is_web else "organisation.exported"
            where = shown_path(self.desk, path)
            self.notify(self.t(key, path=where, name=download_name(path.name)), timeout=15, markup=False)

    def _delete(self, is_sure: bool | None) -> None:
        """Erase the organisation for good."""
        if is_sure:
            self.desk.delete()
            self.go("home")
