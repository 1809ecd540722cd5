"""Which needs ask what they would be for (METHOD §3, « purpose first »)."""

from questionnaire.answers import AnswerSheet
from questionnaire.model import Question, Questionnaire
from questionnaire.routing import TOGETHER, Step


def is_form(question: Question) -> bool:
    """Say whether a question is about a form of cooperation."""
    return question.domain == "cooperation" and question.condition is not None


def asks_purpose(question: Question) -> bool:
    """Say whether a need is followed by « à quoi cela servirait-il ? ».

    Every item the rules call rarely used is among them; which ones those are is known from the European
    figures, which are not read yet when the first questions are put.
    """
    return is_form(question) or question.id in TOGETHER


def purposes_missing(questionnaire: Questionnaire, sheet: AnswerSheet, step: Step) -> tuple[str, ...]:
    """Return the needs of a step that lack a word on what they would be for."""
    if step.kind not in ("question", "grid"):
        return ()
    asked = (questionnaire.question(name.removeprefix("answers.")) for name in step.fields)
    return tuple(
        one.id
        for one in asked
        if asks_purpose(one) and sheet.answer(one.id) == "need" and not sheet.comment(one.id)
    )
