"""Bands, order, second looks, advice and priorities of METHOD §3, on the benchmark and rules that ship."""

import pytest

from assessment.diagnosis import Diagnosis, Subject, diagnose
from assessment.recommendation import Recommendation, keep_priorities, propose_priorities
from assessment.rulebook import standard_rulebook
from benchmarks.loading import standard_benchmark
from questionnaire.answers import AnswerSheet, Value
from questionnaire.loading import standard_questionnaire

COOPERATED: dict[str, Value] = {"answers.cooperation_past": "yes_continue"}
NEVER: dict[str, Value] = {"answers.cooperation_past": "no_wish"}


def diagnosed(fields: dict[str, Value]) -> Diagnosis:
    return diagnose(
        AnswerSheet.of(fields),
        standard_questionnaire(),
        standard_benchmark(),
        standard_rulebook(),
        subject=Subject(),
    )


def answers(code: str, *items: str) -> dict[str, Value]:
    return {f"answers.{item}": code for item in items}


def only_need(item: str, fields: dict[str, Value] | None = None) -> Recommendation:
    found = diagnosed({**COOPERATED, **answers("need", item), **(fields or {})}).recommendations
    assert [one.item for one in found] == [item]
    return found[0]


@pytest.mark.parametrize(
    ("item", "band", "evidence"),
    [
        ("platform_participation", "A", "proven_path"),
        ("platform_crowd", "B", "mixed"),
        ("platform_elearning", "A", "proven_path"),
        ("platform_marketplace", "B", "mixed"),
        ("tech_cloud_bigdata", "A", "proven_path"),
        ("tech_ai", "B", "shared_gap"),
        ("tech_iot", "D", "mixed"),
        ("tech_blockchain", "D", "mixed"),
        ("tech_robotics", "D", "mixed"),
        ("tech_vr", "D", "mixed"),
        ("tech_cad", "D", "mixed"),
        ("movement_open_data", "A", "proven_path"),
        ("movement_free_software", "B", "mixed"),
        ("patronage_financial", "B", "mixed"),
        ("patronage_in_kind", "B", "mixed"),
        ("patronage_skills", "A", "proven_path"),
        ("business_subcontracting", "A", "proven_path"),
        ("business_franchise", "D", "mixed"),
        ("business_jvs", "D", "mixed"),
    ],
)
def test_the_band_of_each_need_alone(item: str, band: str, evidence: str) -> None:
    found = only_need(item)
    assert (found.band, found.evidence, found.answer) == (band, evidence, "need")


def test_connected_objects_wait_for_the_cloud() -> None:
    assert only_need("tech_iot").missing == ("tech_cloud_bigdata",)
    ready = only_need("tech_iot", answers("use", "tech_cloud_bigdata"))
    assert (ready.band, ready.missing, ready.to_check) == ("B", (), ())


def test_a_prerequisite_answered_no_need_is_to_be_checked_and_not_missing() -> None:
    found = only_need("tech_iot", answers("no_need", "tech_cloud_bigdata"))
    assert (found.band, found.missing, found.to_check) == ("D", (), ("tech_cloud_bigdata",))


def test_a_joint_venture_waits_for_any_one_cooperation() -> None:
    purpose: dict[str, Value] = {"comments.business_jvs": "Un atelier commun de réparation"}
    waiting = only_need("business_jvs", purpose | answers("no_need", "patronage_skills"))
    assert waiting.band == "D"
    assert waiting.one_is_enough
    assert waiting.missing == ("patronage_financial", "patronage_in_kind", "business_subcontracting")
    assert waiting.to_check == ("patronage_skills",)
    ready = only_need("business_jvs", purpose | answers("use", "patronage_in_kind"))
    assert (ready.band, ready.missing, ready.one_is_enough) == ("B", (), False)


@pytest.mark.parametrize(
    "item", ["tech_blockchain", "tech_robotics", "tech_vr", "tech_cad", "business_franchise"]
)
def test_what_few_used_asks_for_a_purpose_first(item: str) -> None:
    assert only_need(item).purpose_missing
    assert only_need(item, {f"comments.{item}": "  "}).purpose_missing
    with_purpose = only_need(item, {f"comments.{item}": "Suivre nos dons"})
    assert (with_purpose.band, with_purpose.purpose_missing) == ("B", False)


def test_aged_evidence_asks_for_no_purpose() -> None:
    assert not only_need("tech_ai").purpose_missing


def test_only_needs_are_recommended() -> None:
    fields = {**COOPERATED, **answers("use", "tech_ai"), **answers("no_need", "tech_vr"), **NEVER}
    assert diagnosed({**fields, **answers("need", "patronage_skills")}).recommendations == ()


def test_bands_come_first_then_urgency_then_the_lower_limit_then_the_questionnaire() -> None:
    fields = COOPERATED | answers(
        "need",
        "platform_participation",
        "platform_elearning",
        "platform_crowd",
        "tech_cloud_bigdata",
        "tech_blockchain",
        "tech_robotics",
    )
    assert [one.item for one in diagnosed(fields).recommendations] == [
        "tech_cloud_bigdata",
        "platform_participation",
        "platform_elearning",
        "platform_crowd",
        "tech_blockchain",
        "tech_robotics",
    ]
    urgent: dict[str, Value] = {
        "complement.urgency.platform_elearning": "now",
        "complement.urgency.platform_participation": "later",
        "complement.urgency.tech_robotics": "now",
    }
    assert [one.item for one in diagnosed(fields | urgent).recommendations] == [
        "platform_elearning",
        "platform_participation",
        "tech_cloud_bigdata",
        "platform_crowd",
        "tech_robotics",
        "tech_blockchain",
    ]


def test_dont_know_is_clarified_by_the_share_surely_concerned() -> None:
    fields = COOPERATED | answers(
        "dont_know", "tech_vr", "platform_participation", "platform_crowd", "tech_ai"
    )
    found = diagnosed(fields).to_clarify
    assert found == ("platform_participation", "platform_crowd", "tech_ai", "tech_vr")


def test_one_second_look_per_domain_when_two_thirds_are_concerned() -> None:
    everything = [item.id for item in standard_questionnaire().items()]
    found = diagnosed(COOPERATED | answers("no_need", *everything)).second_looks
    assert found == ("platform_participation", "tech_cloud_bigdata", "patronage_skills")
    assert diagnosed(answers("no_need", "tech_ai", "platform_marketplace")).second_looks == ()
    assert diagnosed(answers("no_need", "platform_crowd")).second_looks == ("platform_crowd",)


def test_protection_basics_not_needed_open_a_second_look() -> None:
    fields: dict[str, Value] = {f"complement.basics.{basic}": "no_need" for basic in ("b03", "b01", "b04")}
    assert diagnosed(fields).second_looks == ("b01", "b03")


def test_basics_are_recommended_when_needed_or_to_improve() -> None:
    """The AI rules are advice, never a recommendation nor a priority (METHOD §3)."""
    fields: dict[str, Value] = {
        "complement.basics.b05": "improve",
        "complement.basics.b02": "need",
        "complement.basics.b04": "fine",
        "complement.basics.b06": "dont_know",
        "complement.ai_rules": "need",
    }
    routed = diagnosed(fields | answers("use", "tech_ai"))
    assert [(one.item, one.answer, one.band) for one in routed.basics] == [
        ("b02", "need", None),
        ("b05", "improve", None),
    ]
    assert "ai_rules_to_write" in [advice.rule for advice in routed.advice]
    assert routed.basics_to_clarify == ("b06",)
    unrouted = diagnosed(fields | answers("no_need", "tech_ai"))
    assert "ai_rules_to_write" not in [advice.rule for advice in unrouted.advice]


def test_the_default_order_of_priorities() -> None:
    needs = [Recommendation(band, "need", band=band) for band in ("A", "B", "C", "D")]
    basics = [
        Recommendation("b02", "improve"),
        Recommendation("b04", "improve"),
        Recommendation("b05", "need"),
    ]
    duties = ("b01", "b02", "b03")
    order = ["b02", "A", "b05", "B", "C", "b04", "D"]
    for start in range(len(order)):
        left = order[start:]
        found = propose_priorities(
            [one for one in needs if one.item in left], [one for one in basics if one.item in left], duties
        )
        assert list(found) == left[:3]


def test_chosen_priorities_keep_their_order_and_those_no_longer_recommended_fall_out() -> None:
    recommended = ("b01", "tech_ai", "tech_vr", "b04", "b05", "b06", "b07")
    assert keep_priorities(("tech_vr", "gone", "b01", "tech_vr"), recommended) == ("tech_vr", "b01")
    assert keep_priorities(recommended, recommended) == recommended[:6]


def test_priorities_chosen_proposed_or_emptied() -> None:
    needs = answers("need", "platform_crowd", "tech_cloud_bigdata", "platform_participation", "tech_ai")
    proposed = diagnosed(needs)
    assert proposed.priorities == ("tech_cloud_bigdata", "platform_participation", "platform_crowd")
    assert not proposed.priorities_were_chosen
    chosen = diagnosed({**needs, "priorities": ("tech_ai", "platform_crowd", "tech_vr")})
    assert (chosen.priorities, chosen.priorities_were_chosen) == (("tech_ai", "platform_crowd"), True)
    gone = diagnosed({**needs, "priorities": ("tech_vr",)})
    assert (gone.priorities, gone.priorities_were_chosen) == (proposed.priorities, False)
    none = diagnosed({**needs, "priorities": ()})
    assert (none.priorities, none.priorities_were_chosen) == ((), True)


def rules_fired(fields: dict[str, Value]) -> dict[str, tuple[str, ...]]:
    return {one.rule: one.facts for one in diagnosed(fields).advice}


def test_a_declared_barrier_adds_an_advice_and_changes_no_band() -> None:
    fired = rules_fired({"complement.barriers": ("time", "trust")})
    assert fired == {"holding_back_time": ("time",), "holding_back_trust": ("trust",)}
    needs = COOPERATED | answers("need", "platform_crowd")
    assert (
        diagnosed(needs).recommendations
        == diagnosed({**needs, "complement.barriers": ("time",)}).recommendations
    )


def test_nothing_fires_on_what_was_not_said() -> None:
    assert diagnosed({}).advice == ()


def test_every_fact_of_a_table_must_hold() -> None:
    assert "skills_step_by_step" not in rules_fired({"answers.skills_wish": "agree"})
    both: dict[str, Value] = {"answers.skills_wish": "agree", "complement.barriers": ("money",)}
    assert rules_fired(both)["skills_step_by_step"] == ("agree", "money")


def test_only_what_is_used_can_fail_to_suit() -> None:
    unsatisfied: dict[str, Value] = {"complement.unsatisfying": ("platform_crowd", "platform_elearning")}
    fired = rules_fired(
        unsatisfied | answers("use", "platform_crowd") | answers("need", "platform_elearning")
    )
    assert [facts for facts in fired.values() if "platform_crowd" in facts] == [("platform_crowd",)]
    assert diagnosed(unsatisfied | answers("use", "platform_crowd")).profile.states["platform_crowd"] == "use"


def test_forms_that_interest_fire_only_when_the_question_was_put() -> None:
    interest: dict[str, Value] = {"complement.interest": ("business_jvs", "patronage_skills")}
    forms = [rule for rule in rules_fired(NEVER | interest) if rule.startswith("interest:")]
    assert forms == ["interest:patronage_skills", "interest:business_jvs"]
    assert not [rule for rule in rules_fired(COOPERATED | interest) if rule.startswith("interest:")]


def test_opinions_and_profile_facts_fire_too() -> None:
    small: dict[str, Value] = {"profile.employees": "0_to_9"}
    assert "small_start" not in rules_fired(NEVER)
    assert rules_fired(NEVER | small)["small_start"] == ("0_to_9", "no_wish")
    assert rules_fired(answers("agree", "barrier_values")) == {"values_before_tools": ("agree",)}


def test_a_rule_fires_once_with_the_codes_of_every_table_that_holds() -> None:
    found = diagnosed(COOPERATED | answers("dont_know", "effect_skills", "effect_social_impact")).advice
    assert [one.facts for one in found if one.rule == "measure_progress"] == [("dont_know",)]
