"""What a page about one question has for a group: a vote, and how it went."""

from assessment.app.page import Page
from assessment.app.vote_screen import VoteScreen
from assessment.asking.ballot import Agreed
from assessment.asking.card import Card
from assessment.asking.session import Session
from assessment.vote_words import spread_sentence


class VotingPage(Page):
    """A page about one question, or about one line of several."""

    card: Card

    @property
    def session(self) -> Session:
        """The assessment being answered."""
        return self.desk.session

    @property
    def votes(self) -> str:
        """How a group voted here, once there is an answer; empty otherwise."""
        session = self.session
        spread = session.sheet.votes.get(session.subject)
        if not spread or session.sheet.get(session.step.fields[session.line]) is None:
            return ""
        return spread_sentence(session.questionnaire, session.subject, spread, self.desk.lang)

    def stand_on_line(self) -> None:
        """Ask about the line in sight, on a screen with several."""

    def show_next(self) -> None:
        """Show what comes after an answer."""

    def action_vote(self) -> None:
        """Let a group vote on the question, or on the line one stands on."""
        self.stand_on_line()
        subject = self.session.subject
        self.app.push_screen(VoteScreen(self.desk), lambda agreed: self._keep_agreed(subject, agreed))

    def _keep_agreed(self, subject: str, agreed: Agreed | None) -> None:
        """Keep what the group agreed on; None when it left without voting."""
        if agreed is None:
            return
        if self.session.subject != subject:
            self.tell(self.t("vote.gone"))
            return
        self.session.agree(agreed.code, agreed.spread)
        self.show_next()
