"""« Et si »: met needs never make anything worse, and the answers stay as they are."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.diagnosis import Diagnosis, Subject, diagnose
from assessment.rulebook import standard_rulebook
from assessment.scoring import ALL, DOMAINS
from assessment.what_if import Moves, sheet_if_met
from benchmarks.loading import standard_benchmark
from questionnaire.answers import AnswerSheet, Value
from questionnaire.loading import standard_questionnaire

ITEMS = tuple(item.id for item in standard_questionnaire().items())
CODES = ("use", "need", "no_need", "dont_know")
COOPERATED = {"answers.cooperation_past": "yes_continue"}


def of(sheet: AnswerSheet) -> Diagnosis:
    return diagnose(
        sheet,
        standard_questionnaire(),
        standard_benchmark(),
        standard_rulebook(),
        subject=Subject(assessment_date=date(2026, 11, 22)),
    )


def moves(fields: dict[str, Value], *met: str) -> Moves:
    sheet = AnswerSheet.of({**COOPERATED, **fields})
    return Moves(of(sheet), of(sheet_if_met(sheet, met)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(CODES), min_size=len(ITEMS), max_size=len(ITEMS)), st.data())
def test_a_met_need_never_lowers_uses_coverage_or_stage(codes: list[str], data: st.DataObject) -> None:
    """METHOD property 1, for any set of needs ticked."""
    answers = dict(zip(ITEMS, codes, strict=True))
    needs = [item for item, code in answers.items() if code == "need"]
    met = data.draw(st.sets(st.sampled_from(needs))) if needs else set()
    both = moves({f"answers.{item}": code for item, code in answers.items()}, *met)
    for domain in (*DOMAINS, ALL):
        before, after = both.before.profile.domains[domain], both.after.profile.domains[domain]
        assert len(after.use) >= len(before.use)
        assert (after.coverage or 0) >= (before.coverage or 0)
        assert (after.stage or 0) >= (before.stage or 0)
    assert {one.item for one in both.gone} == met
    assert not set(met) & set(both.after.priorities)


def test_nothing_ticked_moves_nothing() -> None:
    both = moves({"answers.tech_ai": "need", "complement.basics.b01": "need"})
    assert both.domains == both.advice_gone == both.advice_new == ()
    assert both.gone == both.ready == ()
    assert both.basics == (1, 1) and both.priorities_new == ()


def test_the_sheet_it_starts_from_is_left_alone() -> None:
    sheet = AnswerSheet.of({"answers.tech_ai": "need", "complement.basics.b01": "improve"})
    changed = sheet_if_met(sheet, ("tech_ai", "b01"))
    assert (sheet.answer("tech_ai"), sheet.basics["b01"]) == ("need", "improve")
    assert (changed.answer("tech_ai"), changed.basics["b01"]) == ("use", "fine")


@pytest.mark.parametrize(
    ("item", "prerequisite"),
    [("tech_iot", "tech_cloud_bigdata"), ("business_jvs", "patronage_skills")],
)
def test_a_met_prerequisite_makes_what_rests_on_it_ready(item: str, prerequisite: str) -> None:
    fields: dict[str, Value] = {f"answers.{one}": "need" for one in (item, prerequisite)}
    both = moves({**fields, f"comments.{item}": "pour mesurer"}, prerequisite)
    assert [one.item for one in both.ready] == [item]
    assert both.ready[0].band != "D"


def test_a_basic_in_place_leaves_the_recommendations_and_no_domain_moves() -> None:
    both = moves({"complement.basics.b01": "need", "complement.basics.b02": "improve"}, "b01")
    assert both.basics == (2, 1) and both.domains == ()
    assert [one.item for one in both.gone] == ["b01"]


def test_a_priority_that_is_met_makes_room_for_the_next_one() -> None:
    fields: dict[str, Value] = {f"complement.basics.b0{n}": "need" for n in range(1, 5)}
    both = moves(fields, "b01")
    assert both.priorities_new == ("b04",)
