"""The question page in a later round: what was answered before is said, and one key answers the same."""

from assessment.app.answer_panel import AnswerPanel
from assessment.app.page import Page
from assessment.asking.card import Card
from assessment.asking.reminder import reminder


class RemindingPage(Page):
    """What a question page does with the answers of the round before."""

    card: Card

    def stand_on_line(self) -> None:
        """Ask about the line in sight, on a screen with several."""
        raise NotImplementedError

    def show_next(self) -> None:
        """Go on after an answer."""
        raise NotImplementedError

    @property
    def reminder_words(self) -> str:
        """What was answered before, and the key that answers the same; empty where nothing was."""
        said = reminder(self.desk.session, self.desk.lang, self.t)
        return f"{said} {self.t('question.same')}" if said else ""

    def action_same(self) -> None:
        """Answer as in the round before, as far as that answer is possible now."""
        self.stand_on_line()
        session = self.desk.session
        earlier, field = session.earlier, session.step.fields[session.line]
        possible = [answer.code for answer in self.card.answers]
        value = earlier.repeated(field, possible) if earlier else None
        if value is None:
            self.tell(self.t("question.no_reminder"))
            return
        session.answer_line(value)
        self.show_next()

    def on_entry_repeated(self) -> None:
        """Answer the same from an empty line too."""
        self.action_same()

    def let_repeat(self) -> None:
        """Let an empty line take the key when there is something to repeat."""
        self.query_one(AnswerPanel).entry.repeats = bool(self.reminder_words)
