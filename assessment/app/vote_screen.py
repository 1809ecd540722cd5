"""Several people vote on one question at one keyboard; the spread is shown once everyone has voted."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.box import Box
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.desk import Desk
from assessment.app.keys import digits, key
from assessment.app.large_print import MARGIN, bar, enlarged, lines_of, title_of
from assessment.app.prose import Prose, wrapped
from assessment.asking.ballot import Agreed, Ballot
from assessment.asking.card import card
from assessment.vote_words import agreement, answers_to, votes_cast
from questionnaire.typography import NO_BREAK

AROUND = 4
"""Lines that hold neither question, answers nor the sentence under them: margins and keys."""


class VoteScreen(Box[Agreed]):
    """Votes are cast unseen; then the group agrees on one answer, kept with the spread."""

    CSS_PATH = "vote_screen.tcss"
    IS_FOR_ALL = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("enter,v", "reveal", "reveal", show=True),
        key("left,backspace", "take_back", "take_back", show=True),
        key("f6", "app.presentation", "presentation"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        session = desk.session
        self._subject = session.subject
        self._prompt = card(session, desk.lang, desk.t).prompt
        self._title = title_of(session, desk.lang, desk.t)
        self._ballot = Ballot([code for code, _ in self._answers])

    @property
    def _answers(self) -> tuple[tuple[str, str], ...]:
        return answers_to(self.desk.session.questionnaire, self._subject, self.desk.lang)

    def compose_body(self) -> ComposeResult:
        """Lay out the question, the answers, the votes and how to vote."""
        yield Prose(id="title")
        yield ChoiceList(id="answers")
        yield Prose(id="votes")
        yield Prose(id="how")

    # --- painting -------------------------------------------------------------------------------

    def paint(self) -> None:
        """Write the question, and the votes as far as they may be seen."""
        self._renew_question()
        self.refresh_bindings()
        head, rows, votes, how = self._form()
        answers = self.query_one(ChoiceList)
        answers.show(rows)
        answers.focus()
        self.query_one("#title", Prose).show(head)
        self.query_one("#votes", Prose).show(votes)
        self.query_one("#how", Prose).show(how)

    def _form(self) -> tuple[Content, list[Row], Content, str]:
        """Return question, answers, votes and how to go on: the fullest form that fits the terminal."""
        width, height = self.app.size.width - 2 * MARGIN, self.app.size.height - AROUND
        votes = self._votes()
        for head, drawn, how in self._forms():
            rows = self._rows(width if drawn else 0)
            taken = sum(len(wrapped(text, width)) for text in (head, votes, Content(how)))
            is_tight = taken + lines_of(rows, width) > height
            if not is_tight:
                break
        self.set_class(is_tight, "-tight")
        return head, enlarged(rows, width=width, room=height - taken), votes, how

    def _forms(self) -> tuple[tuple[Content, bool, str], ...]:
        """Return what may be shown, the fullest first: head, whether bars are drawn, how to go on."""
        title, prompt = Content(self._title), Content.styled(self._prompt, "bold")
        both = Content("\n").join((title, prompt))
        if self._ballot.is_revealed:
            how = self.t("vote.agree")
            return (both, True, how), (prompt, True, how), (title, True, how), (title, False, how)
        how = self.t("vote.how")
        return (both, True, f"{how} {self.t('vote.hidden')}"), (both, True, how), (prompt, True, how)

    def _renew_question(self) -> None:
        """Put the question in the language of the moment, as long as it is the one voted on."""
        session = self.desk.session
        if session.subject == self._subject:
            self._prompt = card(session, self.desk.lang, self.t).prompt
            self._title = title_of(session, self.desk.lang, self.t)

    def _rows(self, width: int) -> list[Row]:
        """Return the answers; once revealed, each with its votes, and a bar when there is a width for it."""
        rows = []
        for number, (code, words) in enumerate(self._answers, start=1):
            votes = self._drawn(code, min(40, width - 10)) if self._ballot.is_revealed else ""
            parts = (f"{words}\n{votes}", "") if votes and width else (words, votes)
            rows.append(Row(parts[0], f" {number} ", parts[1], key=code))
        return rows

    def _drawn(self, code: str, width: int) -> str:
        """Return the votes for an answer, behind a bar when there is a width for it."""
        spread, lang = self._ballot.spread, self.desk.lang
        count = spread.get(code, 0)
        if width <= 0:
            return votes_cast(count, lang).replace(" ", NO_BREAK)
        return bar(count, max(spread.values()), width, lambda number: votes_cast(number, lang))

    def _votes(self) -> Content:
        """Return how many voted, one sign each; once revealed, what the spread says."""
        if self._ballot.is_revealed:
            return Content.styled(agreement(self._answers, self._ballot.spread, self.desk.lang), "bold")
        cast = votes_cast(self._ballot.number, self.desk.lang)
        return Content.assemble((f"{cast}   ", "bold"), "● " * self._ballot.number)

    # --- voting ---------------------------------------------------------------------------------

    def action_digit(self, digit: int) -> None:
        """Vote, or choose the answer agreed on."""
        if digit > len(self._answers):
            self.notify(self.t("vote.no_such", last=len(self._answers)), markup=False)
            return
        self._was_warned = False
        agreed = self._ballot.digit(digit)
        if agreed is None:
            self.paint()
        else:
            self.dismiss(agreed)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Vote with the mouse, or with the arrows and Enter."""
        self.action_digit(event.index + 1)

    def on_choice_list_entered(self) -> None:
        """Show the votes with Enter."""
        self.action_reveal()

    def action_reveal(self) -> None:
        """Show how the votes are spread."""
        if self._ballot.reveal():
            # What was said about voting would hide the votes.
            self.app.clear_notifications()
            self.paint()
        else:
            self.notify(self.t("vote.nobody"), markup=False)

    def action_take_back(self) -> None:
        """Take back the last vote, or hide the votes again so that others can vote."""
        self._ballot.step_back()
        self.paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to show the votes while they are hidden, and to take one back once there is one."""
        if action == "reveal":
            return not self._ballot.is_revealed
        return self._ballot.number > 0 if action == "take_back" else True

    # --- leaving --------------------------------------------------------------------------------

    @property
    def is_changed(self) -> bool:
        """Whether leaving would lose votes."""
        return self._ballot.number > 0

    def may_leave(self, warning: str = "vote.unsaved") -> bool:
        """Say whether the vote may be left; the first time, warn when votes would be lost."""
        return super().may_leave("vote.unsaved")

    def on_resize(self) -> None:
        """Lay the vote out again: what is large depends on the room."""
        self.paint()
