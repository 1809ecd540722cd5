"""Who is asked what, in what order, and what is still open."""

from collections.abc import Mapping

import pytest

from questionnaire.answers import AnswerSheet, Value
from questionnaire.loading import standard_questionnaire
from questionnaire.routing import TOGETHER, Step, asked_questions, left_out, progress, steps

SHIPPED = standard_questionnaire()
FORMS = {q.id for q in SHIPPED.questions if "q16" <= q.number <= "q21"}
EFFECTS = {q.id for q in SHIPPED.questions if "q29" <= q.number <= "q31"}


def sheet(answers: Mapping[str, str]) -> AnswerSheet:
    return AnswerSheet.of({f"answers.{question}": code for question, code in answers.items()})


def path(answers: Mapping[str, str]) -> dict[str, Step]:
    return {step.id: step for step in steps(SHIPPED, sheet(answers))}


@pytest.mark.parametrize("code", ["yes_continue", "yes_stop", "no_wish", "no_no_wish", "dont_know", None])
def test_forms_and_effects_only_after_a_cooperation(code: str | None) -> None:
    answers = {"cooperation_past": code} if code else {}
    has_cooperated = code in ("yes_continue", "yes_stop")
    filtered = FORMS | EFFECTS
    assert asked_questions(SHIPPED, sheet(answers)) & filtered == (filtered if has_cooperated else set())
    asked = path(answers)
    assert set(asked) & filtered == (filtered if has_cooperated else set())
    assert ("interest" in asked) == (code in ("no_wish", "no_no_wish", "dont_know"))


@pytest.mark.parametrize(
    ("code", "is_put"),
    [("use", True), ("need", True), ("no_need", False), ("dont_know", False), (None, False)],
)
def test_ai_rules_only_when_ai_is_used_or_needed(code: str | None, is_put: bool) -> None:
    assert ("ai_rules" in path({"tech_ai": code} if code else {})) == is_put


def test_urgency_asks_for_the_needs_put_to_this_organisation() -> None:
    answers = {"tech_ai": "need", "movement_open_data": "need", "patronage_skills": "need", "tech_vr": "use"}
    assert path(answers)["urgency"].fields == (
        "complement.urgency.tech_ai",
        "complement.urgency.movement_open_data",
    )
    assert "urgency" not in path({"tech_ai": "use", "patronage_skills": "need"})


def test_unsatisfying_only_when_something_is_used() -> None:
    assert "unsatisfying" in path({"tech_ai": "use"})
    assert "unsatisfying" not in path({"tech_ai": "need"})
    assert "unsatisfying" not in path({"patronage_skills": "use", "cooperation_past": "no_wish"})


def test_answers_to_questions_not_put_are_left_out() -> None:
    answers = {"cooperation_past": "no_wish", "patronage_skills": "use", "tech_ai": "use"}
    assert left_out(SHIPPED, sheet(answers)) == ("patronage_skills",)
    assert left_out(SHIPPED, sheet({**answers, "cooperation_past": "yes_stop"})) == ()


def test_steps_follow_the_order_and_hold_one_grid() -> None:
    answers = {"cooperation_past": "yes_continue", "tech_ai": "need", "tech_iot": "use"}
    asked = path(answers)
    assert list(asked) == [step for step in SHIPPED.order if step != "interest"]
    assert asked["q09-q13"] == Step("q09-q13", "grid", tuple(f"answers.{item}" for item in TOGETHER))
    assert [q.id for q in SHIPPED.questions if "q09" <= q.number <= "q13"] == list(TOGETHER)
    assert asked["b01"] == Step("b01", "basic", ("complement.basics.b01",))
    assert asked["country"] == Step("country", "profile", ("organisation.country",))
    assert asked["sdg"] == Step("sdg", "profile", ("profile.sdg",))


def test_every_question_of_the_study_is_put_after_a_cooperation() -> None:
    fields = {name for step in path({"cooperation_past": "yes_continue"}).values() for name in step.fields}
    assert {f"answers.{q.id}" for q in SHIPPED.questions} <= fields


def test_progress_counts_full_steps_and_lists_the_open_ones() -> None:
    empty = progress(SHIPPED, AnswerSheet())
    assert (empty.answered, empty.open[0], empty.asked) == (0, "name", len(empty.open))
    grid: dict[str, Value] = {f"answers.{item}": "no_need" for item in TOGETHER[:4]}
    begun = progress(SHIPPED, AnswerSheet.of({**grid, "organisation.name": "Le Jardin"}))
    assert begun.answered == 1
    assert "q09-q13" in begun.open
    full = progress(SHIPPED, AnswerSheet.of({**grid, f"answers.{TOGETHER[4]}": "no_need"}))
    assert (full.answered, "q09-q13" in full.open) == (1, False)
