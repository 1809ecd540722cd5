"""The question screen: one for all questions, its content swapped in place."""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import Input

from assessment.app import question_words as words
from assessment.app.answer_panel import AnswerPanel, Given
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList
from assessment.app.comment_box import CommentBox
from assessment.app.explanation_box import ExplanationBox
from assessment.app.keys import ZERO, digits, key
from assessment.app.large_print import projected, title_of
from assessment.app.prose import Prose
from assessment.app.voting_page import VotingPage
from assessment.asking.card import card
from assessment.asking.session import GRID
from assessment.errors import BadInput
from questionnaire.answers import Value


class QuestionScreen(VotingPage):
    """One question at a time; answers go to the session, which queues them to the disk."""

    CSS_PATH = "question_screen.tcss"
    PARENT = "organisation"
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key(ZERO, "skip", "skip", show=True),
        key("left,backspace,pageup", "back", "back", show=True),
        key("right,pagedown", "forward", "forward"),
        key("question_mark", "explain", "explain", show=True),
        key("c", "comment", "comment", show=True),
        key("u,ctrl+z", "undo", "undo", show=True),
        key("escape", "leave", "pause", show=True),
        key("space", "tick", "tick"),
        key("n", "none_of_these", "none"),
        key("p", "pass_basics", "pass_basics"),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay out question, answers and notes."""
        with VerticalScroll(id="body", can_focus=False):
            yield Prose(id="above")
            yield AnswerPanel()
            yield Prose(id="below")

    @property
    def body(self) -> VerticalScroll:
        """Everything between banner and keys."""
        return self.query_one("#body", VerticalScroll)

    @property
    def panel(self) -> AnswerPanel:
        """The answers under the question."""
        return self.query_one(AnswerPanel)

    # --- painting -------------------------------------------------------------------------------

    def heading(self) -> Heading:
        """Show the organisation, the place and what is saved."""
        rank, last = self.session.place
        named = (self.card.part, self.card.number)
        if self.desk.is_presenting:
            named = (self.card.number, title_of(self.session, self.desk.lang, self.t))
        place = " · ".join(part for part in named if part)
        count = self.t("question.place", rank=rank, last=last)
        if self.session.left_open and not self.desk.is_presenting:
            count = f"{count} · {self.t.count('question.left_open', self.session.left_open)}"
        heading = self.desk.heading(place)
        return replace(heading, state=count, done=rank / last)

    def repaint(self) -> None:
        """Write everything again in the language of the moment, keeping what is typed or ticked."""
        self.card = card(self.session, self.desk.lang, self.t)
        unfinished = self.panel.unfinished
        super().repaint()
        self.panel.take_up(unfinished)

    def renew(self) -> None:
        """Show the answers again: another window changed some."""
        self.show_step()

    def show_step(self) -> None:
        """Show the step the person is at, or leave for the review after the last one."""
        if self.session.has_ended:
            self.go("review")
            return
        self.card = card(self.session, self.desk.lang, self.t)
        self.refresh_heading()
        self.paint()

    def paint(self) -> None:
        """Swap question, answers and notes in place."""
        self._paint_words()
        self.set_class(self.card.kind in ("text", "search", "several") or not self.card.number, "-free")
        self.panel.show(self.card, self.session.step.id, self.session.line, self.t)
        if self.body.scroll_y:
            self.body.scroll_home(animate=False)

    def _paint_words(self) -> None:
        if self.desk.is_presenting:
            self._paint_projected()
            return
        self.panel.room = None
        self.query_one("#below", Prose).display = True
        comment = self.session.sheet.comment(self.session.subject)
        self.query_one("#above", Prose).show(words.above(self.card, self.t))
        self.query_one("#below", Prose).show(words.below(self.card, comment, self.t, self.votes))

    def _paint_projected(self) -> None:
        """Write the question large, without comment, note or source."""
        votes = self.votes
        laid_out = projected(self.card, votes, self.t, self.app.size)
        self.set_class(laid_out.is_tight, "-tight")
        self.query_one("#above", Prose).show(laid_out.above)
        below = self.query_one("#below", Prose)
        below.display = bool(votes)
        below.show(votes)
        self.panel.room = laid_out.room

    # --- answering ------------------------------------------------------------------------------

    def action_digit(self, digit: int) -> None:
        """Answer with a number."""
        self._take(self.panel.digit(digit))

    def action_tick(self) -> None:
        """Tick the highlighted answer, or give it when there is only one to give."""
        if self.card.kind == "several":
            self._take(self.panel.tick(self.panel.list.highlighted))
        elif self.card.kind != "lines":
            self.panel.list.action_select()

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Answer with Enter or the mouse; a row of a question already left is ignored."""
        if not self.panel.owns(event.row.key):
            return
        if self.card.kind == "lines":
            self._leave_line(event.index, stays=event.was_clicked)
        else:
            self._take(self.panel.pick(event.index, was_clicked=event.was_clicked))

    def on_choice_list_entered(self) -> None:
        """Confirm what is ticked; Enter alone answers nothing else."""
        if self.card.kind == "several":
            self._take(self.panel.confirm())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed; an empty line passes on."""
        given = self.panel.submit(event.value)
        if given is not None and given.value is None:
            self.action_skip()
        elif given is not None:
            self._take(given)

    def action_leave(self) -> None:
        """Pause; a question opened from the review leads back to it."""
        self.go("review" if self.desk.returns_to_review else self.PARENT)

    def _take(self, given: Given | None) -> None:
        """Hand an answer to the session, if there is one, and show what comes next."""
        if given is None:
            return
        try:
            self._answer(given.value)
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
        else:
            self.show_next()

    def _answer(self, value: Value) -> None:
        if self.card.kind == "lines":
            self.session.line = self.panel.line
            self.session.answer_line(value)
        elif self.card.kind == "text":
            self.session.answer(self.desk.checked(self.session.step.fields[0], str(value)))
        else:
            self.session.answer(value)

    def stand_on_line(self) -> None:
        """Ask about the line in sight, on a screen with several."""
        if self.card.kind == "lines":
            self.session.line = self.panel.line

    def show_next(self) -> None:
        """Go back to the review one came from, or on to the next question."""
        self.app.clear_notifications()
        if self.desk.returns_to_review and self.session.step.id != GRID:
            self.go("review")
        else:
            self.show_step()

    def _leave_line(self, index: int, *, stays: bool) -> None:
        """Stand on a clicked line; with Enter, go to the next one or past the last."""
        self.session.line = index
        if not stays:
            self.session.pass_line()
        self.show_step()

    def on_choice_list_moved(self) -> None:
        """Show the question of the line the person moved to, and keep it in sight."""
        if self.card.kind == "lines":
            self.session.line = self.panel.line
            self.card = card(self.session, self.desk.lang, self.t)
            self._paint_words()
            self.refresh_heading()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Scroll to the highlighted row when the terminal is too small for the whole page."""
        body, answers = self.body, self.panel.list
        if answers.highlighted is not None and body.max_scroll_y:
            first, lines = answers.highlighted_lines
            top = self.panel.virtual_region.y + answers.virtual_region.y + first
            region = Region(0, top - int(answers.scroll_y), 1, lines + 1)
            body.scroll_to_region(region, animate=False)

    # --- moving about ---------------------------------------------------------------------------

    def action_skip(self) -> None:
        """Leave the question without an answer, which is not « I don't know »."""
        self.stand_on_line()
        self.session.leave_unanswered()
        self.show_next()

    def action_back(self) -> None:
        """Go back one question; from the first one, to the organisation."""
        if self.session.back():
            self.show_step()
        else:
            self.action_leave()

    def on_entry_left(self) -> None:
        """Go back with the up arrow, or when there is nothing left to erase."""
        self.action_back()

    def action_forward(self) -> None:
        """Look at the next question without touching this one."""
        self.session.next()
        self.show_step()

    def action_undo(self) -> None:
        """Take back the last answer."""
        was_undone = self.session.undo()
        self.show_step()
        self.tell(self.t("undo.done" if was_undone else "undo.nothing"))

    def action_none_of_these(self) -> None:
        """Answer « not a need » for the five technologies at once."""
        self.session.answer_open_lines("no_need")
        self.show_next()

    def action_pass_basics(self) -> None:
        """Go past the whole block of basics."""
        self.session.pass_basics()
        self.show_step()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys of a block only inside it."""
        if not hasattr(self, "card"):
            return True
        if action == "none_of_these":
            return self.session.step.id == GRID
        if action == "pass_basics":
            return self.session.step.kind == "basic"
        if action == "vote":
            return self.can_vote
        return self.session.step.id != "name" if action == "comment" else True

    # --- boxes ----------------------------------------------------------------------------------

    def action_explain(self) -> None:
        """Explain the question in plain words."""
        self.app.push_screen(ExplanationBox(self.desk, self.session.subject))

    def action_comment(self) -> None:
        """Open the comment of the question; a projected page shows no free text."""
        if self.desk.is_presenting:
            self.tell(self.t("presenting.private"))
            return
        subject = self.session.subject
        box = CommentBox(self.desk, self.card.prompt, self.session.sheet.comment(subject) or "")
        self.app.push_screen(box, lambda comment: self._keep_comment(subject, comment))

    def _keep_comment(self, subject: str, comment: str | None) -> None:
        """Keep a comment; None when the box was left without keeping anything."""
        if comment is not None:
            self.session.note(f"comments.{subject}", comment.strip() or None)
            self.show_step()
