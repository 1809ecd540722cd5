"""What a step holds, in words; pure."""

from assessment.asking.session import GRID
from assessment.texts import Texts
from questionnaire.answers import AnswerSheet, Value
from questionnaire.languages import language
from questionnaire.model import Choice, Questionnaire
from questionnaire.routing import DONT_KNOW, Step


def answer_words(questionnaire: Questionnaire, step: Step, sheet: AnswerSheet, lang: str, t: Texts) -> str:
    """Return the answer a step holds, or the words for an open question."""
    if step.id == GRID or step.id == "urgency":
        answered = sum(sheet.get(field) is not None for field in step.fields)
        said = t("review.lines", n=answered, asked=len(step.fields))
        unknown = sum(sheet.get(field) == DONT_KNOW for field in step.fields)
        return t("review.lines_unknown", lines=said, n=unknown) if unknown else said
    value = sheet.get(step.fields[0])
    if value is None:
        return t("line.open")
    return value_words(questionnaire, step, step.fields[0], value, lang, t)


def value_words(
    questionnaire: Questionnaire, step: Step, field: str, value: Value, lang: str, t: Texts
) -> str:
    """Return the words of what one field of a step holds, one of several lines included."""
    if step.id == GRID:
        question = questionnaire.question(field.rpartition(".")[2])
        return questionnaire.scale(question.scale).label(str(value), lang)
    if isinstance(value, tuple):
        return " · ".join(_one(questionnaire, step, code, lang, t) for code in value) or t("review.none")
    return _one(questionnaire, step, value, lang, t)


def _one(questionnaire: Questionnaire, step: Step, value: Value, lang: str, t: Texts) -> str:
    """Return the words of one code."""
    if isinstance(value, bool):
        return t("answer.yes" if value else "answer.no")
    if step.id == "country":
        from babel import Locale  # 40 ms that only a chosen country pays

        return str(Locale.parse(language(lang).locale).territories.get(str(value), value))
    if step.id == "sdg":
        return next(goal.label[lang] for goal in questionnaire.goals if goal.number == value)
    choices = {choice.code: choice.label[lang] for choice in _choices(questionnaire, step)}
    items = {item.id: item.short[lang] for item in questionnaire.items()}
    return choices.get(str(value)) or items.get(str(value)) or str(value)


def _choices(questionnaire: Questionnaire, step: Step) -> tuple[Choice, ...]:
    """Return the possible answers of a step."""
    if step.kind == "basic":
        return questionnaire.outside.basics_scale.choices
    if step.kind == "question":
        return questionnaire.scale(questionnaire.question(step.id).scale).choices
    if step.kind == "outside":
        return questionnaire.outside.question(step.id).choices
    return questionnaire.profile_question(step.id).choices if step.id != "name" else ()
