"""Every answer on one screen, the open questions first; Enter goes to a question and comes back."""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.answer_words import answer_words
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.keys import key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.asking.step_names import step_number, step_title
from assessment.vote_words import same_answer
from questionnaire.routing import Step, is_answered, left_out

TITLE_WIDTH = 34


class ReviewScreen(Page):
    """The steps put to this organisation, with what was answered."""

    CSS_PATH = "review_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("r", "results", "results", show=True),
        key("s", "go_on", "go_on", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence and the answers."""
        yield Prose(id="sentence")
        with VerticalScroll(can_focus=False):
            yield ChoiceList(id="answers")

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("review.title"))

    def paint(self) -> None:
        """Write the answers, the open questions first."""
        session = self.desk.session
        still_open = [step for step in session.path if not is_answered(step, session.sheet)]
        answered = [step for step in session.path if is_answered(step, session.sheet)]
        rows = [
            *self._group("review.open", still_open),
            *self._group("review.answered", answered),
            *self._left_out(),
        ]
        self.query_one("#sentence", Prose).show(Content(self._sentence(len(still_open))))
        answers = self.query_one(ChoiceList)
        answers.show(rows)
        answers.focus()

    def _sentence(self, still_open: int) -> str:
        """Say what is left and what can be done next."""
        if self.desk.session.short and self.desk.session.has_ended:
            return self.t("review.short_done")
        return self.t.count("review.left", still_open) if still_open else self.t("review.all_answered")

    def _group(self, title: str, steps: list[Step]) -> list[Row]:
        """Return a title and the rows under it, or nothing."""
        if not steps:
            return []
        heading = Row(self.t(title), style="bold", enabled=False)
        return [heading, *(self._row(step) for step in steps)]

    def _left_out(self) -> list[Row]:
        """Return the answers kept though their question is no longer put: read only, in no figure."""
        session = self.desk.session
        steps = [
            Step(question, "question", (f"answers.{question}",))
            for question in left_out(session.questionnaire, session.sheet)
        ]
        return [replace(row, enabled=False) for row in self._group("review.left_out", steps)]

    def _row(self, step: Step) -> Row:
        session, lang = self.desk.session, self.desk.lang
        number = step_number(session.questionnaire, step)
        title = step_title(session.questionnaire, step, lang, self.t)
        words = answer_words(session.questionnaire, step, session.sheet, lang, self.t)
        glyph = "●" if is_answered(step, session.sheet) else "○"
        votes = session.sheet.votes.get(step.id)
        code = session.sheet.get(step.fields[0])
        voted = same_answer(votes, str(code), lang) if votes and code else ""
        return Row(f"{title:<{TITLE_WIDTH}} {words}", f" {glyph} {number:<7}", voted, key=step.id)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Go to a question; its answer leads back here."""
        self.desk.returns_to_review = True
        self.go("question", event.row.key)

    def action_results(self) -> None:
        """Go to the results."""
        self.go("results")

    def action_go_on(self) -> None:
        """Go on with the first open question, in order; the short version becomes the full one."""
        session = self.desk.session
        self.desk.returns_to_review, session.short = False, False
        still_open = session.progress.open
        if still_open:
            self.go("question", still_open[0])
        else:
            self.go("results")
