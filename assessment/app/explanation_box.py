"""What a question means, in plain words, with an example from a small association."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.keys import key
from assessment.app.prose import Prose
from assessment.app.tones import MUTED


class ExplanationBox(Box[None]):
    """The definition and the source of one question; any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [key("question_mark,enter,space", "cancel", "close")]

    def __init__(self, desk: Desk, subject: str) -> None:
        super().__init__(desk)
        self._subject = subject

    def compose_body(self) -> ComposeResult:
        """Lay out the explanation."""
        yield Prose(id="explanation")

    def paint(self) -> None:
        """Write the explanation."""
        self.query_one("#explanation", Prose).show(explanation(self._subject, self.desk))


def explanation(subject: str, desk: Desk) -> Content:
    """Return the definition, example and source of a question, or what can be said of the others."""
    questionnaire, lang, t = desk.session.questionnaire, desk.lang, desk.t
    question = next((one for one in questionnaire.questions if one.id == subject), None)
    if question is None:
        return _general(subject, desk)
    return Content.assemble(
        (f"{question.number} · {question.short[lang]}\n\n", "bold"),
        f"{question.definition[lang]}\n\n{question.example[lang]}\n\n",
        (f"{t(f'origin.{question.origin}')} {t('explain.source', source=question.source)}\n", MUTED),
        (questionnaire.study[lang], MUTED),
    )


def _general(subject: str, desk: Desk) -> Content:
    """Say what a question outside the study is for, and that skipping it is fine."""
    outside, t = desk.session.questionnaire.outside, desk.t
    is_profile = any(one.id == subject for one in desk.session.questionnaire.profile) or subject == "name"
    key = "explain.profile" if is_profile else "explain.outside"
    notice = "" if is_profile else f"\n\n{outside.notice[desk.lang]}"
    return Content.assemble((f"{t('explain.title')}\n\n", "bold"), t(key), (notice, MUTED))
