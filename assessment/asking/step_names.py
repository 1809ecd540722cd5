"""How a step is called in lists and banners: its part, its number, a few words; no widget in here."""

from assessment.asking.session import GRID
from assessment.texts import Texts
from questionnaire.model import Questionnaire
from questionnaire.routing import Step


def part_title(questionnaire: Questionnaire, step: Step, lang: str, t: Texts) -> str:
    """Return the title of the part a step belongs to; a question that follows another stands in its part."""
    if step.kind in ("profile", "basic"):
        return t(f"part.{step.kind}")
    if step.kind != "outside":
        return _section_of(questionnaire, step.fields[0].removeprefix("answers."), lang)
    condition = questionnaire.outside.question(step.id).condition
    if condition:
        return _section_of(questionnaire, condition.question, lang)
    return t("part.aim" if step.id == "aim" else "part.closing")


def _section_of(questionnaire: Questionnaire, question_id: str, lang: str) -> str:
    return next(
        section.title[lang]
        for section in questionnaire.sections
        if any(question.id == question_id for question in section.questions)
    )


def step_title(questionnaire: Questionnaire, step: Step, lang: str, t: Texts) -> str:
    """Return a few words that name a step, for lists."""
    if step.id in ("name", GRID):
        return t(f"step.{step.id}")
    if step.kind == "question":
        return questionnaire.question(step.id).short[lang]
    if step.kind == "basic":
        return questionnaire.basic(step.id).short[lang]
    return t(f"step.{step.id}")


def step_number(questionnaire: Questionnaire, step: Step) -> str:
    """Return the number printed beside a step, empty when it has none."""
    if step.id == GRID:
        return GRID
    if step.kind == "question":
        return questionnaire.question(step.id).number
    if step.kind == "profile" and step.id != "name":
        return questionnaire.profile_question(step.id).number
    return step.id if step.kind == "basic" else ""
