"""The question screen: one for all questions, its content swapped in place."""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Region
from textual.widgets import Input

from assessment.app import question_words as words
from assessment.app.answer_panel import AnswerPanel, Given
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList
from assessment.app.large_print import projected, title_of
from assessment.app.prose import Prose
from assessment.app.question_boxes import QuestionBoxes
from assessment.app.question_keys import QUESTION_KEYS, is_offered
from assessment.app.reminding_page import RemindingPage
from assessment.app.section_map import MapPanel
from assessment.app.voting_page import VotingPage
from assessment.asking.card import card
from assessment.asking.map import section_map
from assessment.asking.session import GRID
from assessment.errors import BadInput
from questionnaire.answers import Value

WIDE = 110
"""Columns from which the map of the sections stands beside the questions."""


class QuestionScreen(QuestionBoxes, RemindingPage, VotingPage):
    """One question at a time; answers go to the session, which queues them to the disk."""

    CSS_PATH = "question_screen.tcss"
    PARENT = "organisation"
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = QUESTION_KEYS
    _was_warned = False
    """Whether the person knows that leaving loses what is typed or ticked here."""

    def compose_body(self) -> ComposeResult:
        """Lay out question, answers and notes."""
        with Horizontal(id="sides"):
            with VerticalScroll(id="body", can_focus=False):
                yield Prose(id="above")
                yield AnswerPanel()
                yield Prose(id="below")
            yield MapPanel(lambda: self.desk.t)

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
        self._was_warned = False
        if self.session.has_ended:
            self._go_to_review()
            return
        self.card = card(self.session, self.desk.lang, self.t)
        self.refresh_heading()
        self.paint()

    def paint(self) -> None:
        """Swap question, answers and notes in place."""
        self._paint_words()
        self._paint_map()
        self.set_class(self.card.kind in ("text", "search", "several") or not self.card.number, "-free")
        self.panel.show(self.card, self.session.step.id, self.session.line, self.t)
        self.let_repeat()
        if self.body.scroll_y:
            self.body.scroll_home(animate=False)

    def _paint_words(self) -> None:
        if self.desk.is_presenting:
            self._paint_projected()
            return
        self.panel.room = None
        self.query_one("#below", Prose).display = True
        comment = self.session.sheet.comment(self.session.subject)
        notice = words.notice(self.session, self.desk.lang, self.t)
        self.query_one("#above", Prose).show(words.above(self.card, notice, self.t))
        self.query_one("#below", Prose).show(
            words.below(self.card, (self.reminder_words, self.votes, comment, self.note_words), self.t)
        )

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

    def _paint_map(self) -> None:
        """Show the map, where the terminal has room for it."""
        if self.app.size.width >= WIDE:
            self.query_one(MapPanel).show(section_map(self.session, self.desk.lang, self.t))

    def on_resize(self) -> None:
        """Fill the map when the terminal becomes wide enough for it."""
        if hasattr(self, "card"):
            self._paint_map()

    # --- answering ------------------------------------------------------------------------------

    def action_digit(self, digit: int) -> None:
        """Answer with a number."""
        self._take(self.panel.digit(digit))

    def action_tick(self) -> None:
        """Tick the highlighted answer, or give it when there is only one to give."""
        if self.card.kind == "several":
            self._take(self.panel.tick_highlighted())
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
        """Stop searching, or pause; a question opened from the review leads back to it."""
        if self.panel.is_searching:
            self.panel.stop_searching()
        elif self.may_leave():
            self.go("review" if self.desk.returns_to_review else self.PARENT)

    def action_search(self) -> None:
        """Search a long list."""
        self.panel.search()

    def may_leave(self) -> bool:
        """Say whether the question may be left; warn once when something typed or ticked would be lost."""
        if self._was_warned or not self.panel.is_changed:
            return True
        self._was_warned = True
        self.tell(self.t("question.unsaved"))
        return False

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
            self._go_to_review()
        else:
            self.show_step()

    def _go_to_review(self) -> None:
        """Go to the review; what the last answer changed is said there."""
        changed = self.session.rerouting.sentence(self.t)
        self.go("review")
        if changed:
            self.tell(changed)

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
        if not self.may_leave():
            return
        if self.session.back():
            self.show_step()
        else:
            self.action_leave()

    def on_entry_left(self) -> None:
        """Go back with the up arrow, or with nothing left to erase; a search gives way to its list."""
        if self.panel.is_searching:
            self.panel.stop_searching()
        else:
            self.action_back()

    def action_forward(self) -> None:
        """Look at the next question without touching this one."""
        if self.may_leave():
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
        return is_offered(action, self.desk, self.card) if hasattr(self, "card") else True
