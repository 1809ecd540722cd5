"""The boxes above a question: explanation, comment, private note, purpose, map, number."""

from collections.abc import Callable

from assessment.app.comment_box import CommentBox
from assessment.app.explanation_box import ExplanationBox
from assessment.app.go_to_box import GoToBox
from assessment.app.map_box import MapBox
from assessment.app.note_box import NoteBox
from assessment.app.page import Page
from assessment.app.purpose_box import PurposeBox
from assessment.app.question_words import FIRST_WORDS, shortened
from assessment.asking.card import Card
from assessment.asking.going import Destination
from assessment.asking.session import Session


class QuestionBoxes(Page):
    """What the question page opens above itself, and what it does with the answer."""

    card: Card

    @property
    def session(self) -> Session:
        """The assessment being answered."""
        return self.desk.session

    def show_step(self) -> None:
        """Show the step the person is at."""
        raise NotImplementedError

    def action_explain(self) -> None:
        """Explain the question in plain words."""
        self.app.push_screen(ExplanationBox(self.desk, self.session.subject))

    # --- texts beside the answer ----------------------------------------------------------------

    def action_comment(self) -> None:
        """Open the comment of the question; a projected page shows no free text."""
        if self.desk.is_presenting:
            self.tell(self.t("presenting.private"))
            return
        subject = self.session.subject
        box = CommentBox(self.desk, self.card.prompt, self.session.sheet.comment(subject) or "")
        self.app.push_screen(box, self._keeper(f"comments.{subject}"))

    def action_private_note(self) -> None:
        """Open the adviser's private note about the question."""
        subject = self.session.subject
        box = NoteBox(self.desk, self.card.prompt, self.session.sheet.adviser_notes.get(subject, ""))
        self.app.push_screen(box, self._keeper(f"adviser_notes.{subject}"))

    def key_a(self) -> None:
        """Say why no private note opens on a projected screen, where its key is offered nowhere."""
        if self.desk.is_adviser and self.desk.is_presenting:
            self.tell(self.t("note.refused"))

    key_upper_a = key_a

    @property
    def note_words(self) -> str:
        """What is said of the private note under the question: nothing where it may not be seen."""
        if not self.desk.is_adviser or self.desk.is_presenting:
            return ""
        note = self.session.sheet.adviser_notes.get(self.session.subject)
        return self.t("note.there", words=shortened(note, FIRST_WORDS)) if note else self.t("note.none")

    def action_purpose(self) -> None:
        """Ask what the needs just given would be for, one after the other."""
        wanted = self.session.purposes_wanted
        if wanted:
            self._ask_purposes(wanted)

    def _ask_purposes(self, wanted: tuple[str, ...]) -> None:
        item, *others = wanted

        def keep(purpose: str | None) -> None:
            if purpose:
                self._keep(f"comments.{item}", purpose)
            if others and purpose is not None:
                self._ask_purposes(tuple(others))

        self.app.push_screen(PurposeBox(self.desk, item), keep)

    def _keeper(self, field: str) -> Callable[[str | None], None]:
        """Return what keeps a text in a field; None says that the box was left without keeping any."""

        def keep(text: str | None) -> None:
            if text is not None:
                self._keep(field, text)

        return keep

    def _keep(self, field: str, text: str) -> None:
        self.session.note(field, text.strip() or None)
        self.show_step()

    # --- going elsewhere ------------------------------------------------------------------------

    def action_map(self) -> None:
        """Show the parts of the questionnaire."""
        if self.may_leave():
            self.app.push_screen(MapBox(self.desk), self._go_to_part)

    def _go_to_part(self, step_id: str | None) -> None:
        if step_id is not None:
            self.session.go_to(step_id)
            self.show_step()

    def action_go_to(self) -> None:
        """Ask for the number of a question."""
        if self.may_leave():
            self.app.push_screen(GoToBox(self.desk), self._go_to_number)

    def _go_to_number(self, found: Destination | None) -> None:
        if found is None or found.place is None:
            return
        if self.session.is_beyond(found.place):
            self.desk.lengthen()
        self.session.go_to(found.place)
        self.show_step()
        if found.reason:
            self.tell(found.sentence(self.t))
