"""What was answered in the round before, in words: said under the question."""

from assessment.asking.answer_words import value_words
from assessment.asking.session import Session
from assessment.day_words import long_date
from assessment.texts import Texts


def reminder(session: Session, lang: str, t: Texts) -> str:
    """Return « Le 12 mai 2026, vous aviez répondu : oui. »; empty when there is nothing to remind of."""
    earlier, step = session.earlier, session.step
    field = step.fields[min(session.line, len(step.fields) - 1)]
    value = earlier.held(field) if earlier else None
    if earlier is None or earlier.day is None or value is None:
        return ""
    words = value_words(session.questionnaire, step, field, value, lang, t)
    return t("question.reminder", day=long_date(earlier.day, lang), answer=words.rstrip("."))
