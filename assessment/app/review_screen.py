"""Every answer on one screen, the open questions first; Enter goes to a question and comes back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.go_to_box import GoToBox
from assessment.app.keys import key
from assessment.app.map_box import MapBox
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.app.team_box import TeamBox
from assessment.app.team_paper import has_questions
from assessment.asking.answer_words import answer_words
from assessment.asking.going import Destination
from assessment.asking.map import left_for_later
from assessment.asking.purpose import purposes_missing
from assessment.asking.step_names import step_number, step_title
from assessment.vote_words import same_answer
from questionnaire.routing import DONT_KNOW, Step, is_answered, left_out_steps

TITLE_WIDTH = 34


class ReviewScreen(Page):
    """The steps put to this organisation, with what was answered."""

    CSS_PATH = "review_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("r", "results", "results", show=True),
        key("s", "go_on", "go_on", show=True),
        key("p", "team_sheet", "team_sheet", show=True),
        key("g", "go_to", "go_to", show=True),
        key("m", "map", "map"),
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
        """Write the answers: the open questions first, then what to ask the team."""
        session = self.desk.session
        still_open = [step for step in session.path if not is_answered(step, session.sheet)]
        answered = [step for step in session.path if is_answered(step, session.sheet)]
        unknown = [step for step in answered if self._holds_unknown(step)]
        rows = [
            *self._group("review.open", still_open),
            *self._group("review.unknown", unknown),
            *self._group("review.answered", [step for step in answered if step not in unknown]),
            *self._left_out(),
        ]
        self.query_one("#sentence", Prose).show(Content(self._sentence(len(still_open))))
        answers = self.query_one(ChoiceList)
        answers.show(rows)
        answers.focus()

    def _holds_unknown(self, step: Step) -> bool:
        """Say whether « je ne sais pas » was answered somewhere in a step."""
        return any(self.desk.session.sheet.get(name) == DONT_KNOW for name in step.fields)

    def _sentence(self, still_open: int) -> str:
        """Say what is left and what can be done next."""
        session = self.desk.session
        if (session.short and not still_open) or (session.short and session.has_ended):
            parts = left_for_later(session, self.desk.lang, self.t)
            return self.t("review.short_done", parts=" · ".join(parts))
        return self.t.count("review.left", still_open) if still_open else self.t("review.all_answered")

    def _group(self, title: str, steps: Sequence[Step]) -> list[Row]:
        """Return a title and the rows under it, or nothing."""
        if not steps:
            return []
        heading = Row(self.t(title), style="bold", enabled=False)
        return [heading, *(self._row(step) for step in steps)]

    def _left_out(self) -> list[Row]:
        """Return the answers kept though their question is no longer put: read only, in no figure."""
        session = self.desk.session
        steps = left_out_steps(session.questionnaire, session.sheet)
        return [replace(row, enabled=False) for row in self._group("review.left_out", steps)]

    def _row(self, step: Step) -> Row:
        session, lang = self.desk.session, self.desk.lang
        number = step_number(session.questionnaire, step)
        title = step_title(session.questionnaire, step, lang, self.t)
        words = answer_words(session.questionnaire, step, session.sheet, lang, self.t)
        glyph = "●" if is_answered(step, session.sheet) else "○"
        return Row(f"{title:<{TITLE_WIDTH}} {words}", f" {glyph} {number:<7}", self._marks(step), key=step.id)

    def _marks(self, step: Step) -> str:
        """Say what stands beside an answer: a comment, a private note, a purpose still missing."""
        session = self.desk.session
        subjects = {step.id, *(name.rpartition(".")[2] for name in step.fields)}
        sees_notes = self.desk.is_adviser and not self.desk.is_presenting
        marks = {
            "review.comment": not subjects.isdisjoint(session.sheet.comments),
            "review.note": sees_notes and not subjects.isdisjoint(session.sheet.adviser_notes),
            "purpose.mark": bool(purposes_missing(session.questionnaire, session.sheet, step)),
        }
        said = [f"[{self.t(key)}]" for key, is_there in marks.items() if is_there]
        return " ".join([*self._voted(step), *said])

    def _voted(self, step: Step) -> list[str]:
        """Say how many of those who voted gave the answer kept."""
        sheet = self.desk.session.sheet
        votes, code = sheet.votes.get(step.id), sheet.get(step.fields[0])
        return [same_answer(votes, str(code), self.desk.lang)] if votes and code else []

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Go to a question; its answer leads back here."""
        self._go_to(event.row.key)

    def action_team_sheet(self) -> None:
        """Make the sheet of what to ask the team, or say that there is nothing to ask."""
        if has_questions(self.desk.diagnosis()):
            self.app.push_screen(TeamBox(self.desk))
        else:
            self.tell(self.t("team.nothing"))

    def action_map(self) -> None:
        """Show the parts of the questionnaire."""
        self.app.push_screen(MapBox(self.desk), self._go_to)

    def action_go_to(self) -> None:
        """Ask for the number of a question."""
        self.app.push_screen(GoToBox(self.desk), self._go_to_number)

    def _go_to_number(self, found: Destination | None) -> None:
        if found is not None and found.place is not None:
            if self.desk.session.is_beyond(found.place):
                self.desk.lengthen()
            self._go_to(found.place)

    def _go_to(self, step_id: str | None) -> None:
        """Go to a question; its answer leads back here."""
        if step_id is not None:
            self.desk.returns_to_review = True
            self.go("question", step_id)

    def action_results(self) -> None:
        """Go to the results."""
        self.go("results")

    def action_go_on(self) -> None:
        """Go on with the first open question, in order; the short version becomes the full one."""
        session = self.desk.session
        self.desk.returns_to_review = False
        self.desk.lengthen()
        still_open = session.progress.open
        if still_open:
            self.go("question", still_open[0])
        else:
            self.go("results")
