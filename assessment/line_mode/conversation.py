"""The whole conversation: which organisation, then from place to place until the person leaves."""

from collections.abc import Callable
from datetime import date

from assessment.errors import BadInput
from assessment.line_mode.document import make_document
from assessment.line_mode.entrance import choose_organisation
from assessment.line_mode.menu import AFTER, choose_place
from assessment.line_mode.organisation import Erased, look_after
from assessment.line_mode.plan import make_plan
from assessment.line_mode.priorities import choose_priorities
from assessment.line_mode.questions import put_questions
from assessment.line_mode.results import results
from assessment.line_mode.review import review
from assessment.line_mode.visit import Visit
from assessment.line_mode.voice import Back, Jump, ToMenu, Voice
from assessment.workspace import OrganisationRow, Workspace

_VISITS: dict[str, Callable[[Visit], None]] = {
    "question": put_questions,
    "review": review,
    "results": results,
    "priorities": choose_priorities,
    "plan": make_plan,
    "document": make_document,
    "organisation": look_after,
}


class Conversation:
    """One person at the line mode; `row` is the organisation named on the command line, if one was."""

    def __init__(
        self, workspace: Workspace, voice: Voice, row: OrganisationRow | None = None, *, is_new: bool = False
    ) -> None:
        self.workspace, self.voice = workspace, voice
        self._row, self._is_new = row, is_new
        self._visit: Visit | None = None

    def run(self) -> None:
        """Talk until the person leaves or there is no line left."""
        self._welcome()
        try:
            while True:
                if self._row is None:
                    self._row, self._is_new = choose_organisation(self.workspace, self.voice)
                self._talk_about(self._row)
                self._row = self._visit = None
        except EOFError:
            self.voice.say("")
            self._say_goodbye()

    def _welcome(self) -> None:
        voice = self.voice
        voice.tell("start.title")
        voice.tell("start.privacy")
        if self.workspace.other_window_open():
            voice.tell("said.other_window")
        voice.tell("start.how")
        voice.tell("start.words")

    def _say_goodbye(self) -> None:
        if self._visit is None:
            self.voice.tell("said.left_nothing")
        else:
            self.voice.tell("said.left", name=self._visit.name_to_type)

    def _talk_about(self, row: OrganisationRow) -> None:
        """Go from place to place for one organisation; return when another one is wanted."""
        visit = self._visit = Visit(self.workspace, row, self.voice)
        place = "" if visit.has_answers else "question"
        if place and row.name:
            self.voice.tell("where.organisation", name=visit.name)
        if self._is_new:
            self.voice.tell("start.new")
        while True:
            place = place or self._next(visit)
            if place == "another":
                return
            if place == "round":
                visit, place = self._new_round(visit)
                continue
            try:
                place = self._go(visit, place)
            except Erased:
                return

    def _new_round(self, visit: Visit) -> tuple[Visit, str]:
        """Open a new round and stand at its questions; a reason not to is said, and the menu comes back."""
        try:
            row = self.workspace.new_round(visit.row.id, date.today())
        except BadInput as problem:
            self.voice.say(problem.text(self.voice.lang))
            return visit, ""
        self._visit = Visit(self.workspace, row, self.voice)
        self.voice.tell("start.round", number=row.rounds - 1)
        return self._visit, "question"

    def _next(self, visit: Visit) -> str:
        """Return the place the person wants; going back from the menu says it again."""
        while True:
            visit.catch_up()
            try:
                place = choose_place(visit)
            except (Back, ToMenu):
                self.voice.tell("menu.at_the_menu")
                continue
            except Jump as wanted:
                place = self._stand_at(visit, wanted.step)
            if place == "quit":
                raise EOFError
            return place

    def _go(self, visit: Visit, place: str) -> str:
        """Visit a place; return the one to go to at once, or nothing for the menu."""
        try:
            _VISITS[place](visit)
        except (Back, ToMenu):
            return ""
        except Jump as wanted:
            return self._stand_at(visit, wanted.step)
        except BadInput as problem:
            self.voice.say(problem.text(self.voice.lang))
            return ""
        visit.next_place = AFTER.get(place, visit.next_place)
        return ""

    def _stand_at(self, visit: Visit, step: str) -> str:
        """Stand at a question, outside the short version too."""
        session = visit.session
        if step not in {field.rpartition(".")[2] for one in session.path for field in one.fields}:
            visit.lengthen()
        session.go_to(step)
        return "question"
