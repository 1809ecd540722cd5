"""Which questions are put to this organisation, in what order, and what is still open."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from questionnaire.answers import AnswerSheet
from questionnaire.model import Condition, Questionnaire

StepKind = Literal["profile", "outside", "basic", "question", "grid"]

TOGETHER = ("tech_iot", "tech_blockchain", "tech_robotics", "tech_vr", "tech_cad")
"""q09-q13 stand on one screen, one line each."""
DONT_KNOW = "dont_know"
SHORT_ENDS_WITH = "movement_free_software"
"""The short version stops after q15."""


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of the way through the questionnaire."""

    id: str
    """Id of the question it shows; "q09-q13" for the five on one screen."""
    kind: StepKind
    fields: tuple[str, ...]
    """Fields of the answer sheet it fills."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an assessment has got."""

    answered: int
    """Steps fully answered, among those put to this organisation."""
    asked: int
    """Steps put to this organisation."""
    open: tuple[str, ...]
    """Ids of the steps still open, in order."""


def holds(condition: Condition | None, sheet: AnswerSheet) -> bool:
    """Say whether a condition is met by the answers given so far."""
    if condition is None:
        return True
    return sheet.answer(condition.question) in condition.any_of


def is_asked(questionnaire: Questionnaire, question_id: str, sheet: AnswerSheet) -> bool:
    """Say whether a question of the study is put to this organisation."""
    return holds(questionnaire.question(question_id).condition, sheet)


def asked_questions(questionnaire: Questionnaire, sheet: AnswerSheet) -> frozenset[str]:
    """Return the ids of the study's questions put to this organisation."""
    return frozenset(q.id for q in questionnaire.questions if holds(q.condition, sheet))


def left_out(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[str, ...]:
    """Return the questions answered but not put to this organisation: kept, marked, in no figure."""
    asked = asked_questions(questionnaire, sheet)
    return tuple(q.id for q in questionnaire.questions if q.id in sheet.answers and q.id not in asked)


def left_out_steps(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[Step, ...]:
    """Return everything answered that is no longer put: questions of the study, then those outside it.

    What does not suit is one answer, kept apart whole when nothing is in use any more.
    """
    asked = {name for step in steps(questionnaire, sheet) for name in step.fields}
    study = (Step(one, "question", (f"answers.{one}",)) for one in left_out(questionnaire, sheet))
    outside = (
        Step(one.id, "outside", found)
        for one in questionnaire.outside.questions
        if (found := _held_apart(one.id, sheet, asked))
    )
    return (*study, *outside)


def _held_apart(step_id: str, sheet: AnswerSheet, asked: Set[str]) -> tuple[str, ...]:
    """Return the fields of a question outside the study that hold something and are not asked."""
    own = f"complement.{step_id}"
    return tuple(
        name for name in sheet.fields if (name == own or name.startswith(f"{own}.")) and name not in asked
    )


def unknown(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[str, ...]:
    """Return what was answered « je ne sais pas », in order: ids of questions put, of basics, or ai_rules."""
    fields = (name for step in steps(questionnaire, sheet) for name in step.fields)
    return tuple(name.rpartition(".")[2] for name in fields if sheet.get(name) == DONT_KNOW)


def steps(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[Step, ...]:
    """Return the screens put to this organisation, in order, given its answers so far."""
    found = (_step(questionnaire, step_id, sheet) for step_id in questionnaire.order)
    return tuple(step for step in found if step is not None)


def progress(questionnaire: Questionnaire, sheet: AnswerSheet) -> Progress:
    """Count the steps answered and list those still open."""
    path = steps(questionnaire, sheet)
    still_open = tuple(step.id for step in path if not is_answered(step, sheet))
    return Progress(answered=len(path) - len(still_open), asked=len(path), open=still_open)


def is_short_so_far(questionnaire: Questionnaire, sheet: AnswerSheet) -> bool:
    """Say whether the short version is answered whole, « je ne sais pas » included, and nothing after it.

    The name is no question: leaving it out changes nothing.
    """
    path = steps(questionnaire, sheet)
    ends = [step.id for step in path].index(SHORT_ENDS_WITH)
    is_whole = all(is_answered(step, sheet) for step in path[: ends + 1] if step.kind != "profile")
    return is_whole and all(sheet.get(name) is None for step in path[ends + 1 :] for name in step.fields)


def is_answered(step: Step, sheet: AnswerSheet) -> bool:
    """Say whether every field of a step holds something."""
    return all(sheet.get(name) is not None for name in step.fields)


def _step(questionnaire: Questionnaire, step_id: str, sheet: AnswerSheet) -> Step | None:
    """Build the step of that id, or None when it is not put to this organisation."""
    if step_id == "name":
        return Step("name", "profile", ("organisation.name",))
    if step_id == "q09-q13":
        return Step(step_id, "grid", tuple(f"answers.{item}" for item in TOGETHER))
    if questionnaire.is_question(step_id):
        asked = is_asked(questionnaire, step_id, sheet)
        return Step(step_id, "question", (f"answers.{step_id}",)) if asked else None
    if step_id in questionnaire.profile_ids:
        owner = "organisation" if step_id in ("country", "legal_form") else "profile"
        return Step(step_id, "profile", (f"{owner}.{step_id}",))
    if step_id in questionnaire.basic_ids:
        return Step(step_id, "basic", (f"complement.basics.{step_id}",))
    return _outside_step(questionnaire, step_id, sheet)


def _outside_step(questionnaire: Questionnaire, step_id: str, sheet: AnswerSheet) -> Step | None:
    """Build a step outside the study; those about what is used or needed vanish when there is nothing."""
    if not holds(questionnaire.outside.question(step_id).condition, sheet):
        return None
    asked = asked_questions(questionnaire, sheet)
    answered = {q.id: sheet.answer(q.id) for q in questionnaire.items() if q.id in asked}
    if step_id == "unsatisfying" and "use" not in answered.values():
        return None
    if step_id != "urgency":
        return Step(step_id, "outside", (f"complement.{step_id}",))
    needs = tuple(item for item, code in answered.items() if code == "need")
    return (
        Step("urgency", "outside", tuple(f"complement.urgency.{item}" for item in needs)) if needs else None
    )


def numbers(questionnaire: Questionnaire) -> dict[str, str]:
    """Return what a person may type to name a question (q07, p04, b03 or an id) → its id."""
    ids = {q.number: q.id for q in questionnaire.questions} | {q.number: q.id for q in questionnaire.profile}
    return ids | {step: step for step in questionnaire.order} | {q.id: q.id for q in questionnaire.questions}
