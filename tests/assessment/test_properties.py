"""The properties of METHOD §6 that concern one assessment, over random answers."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.comparison import Comparison, compare
from assessment.diagnosis import Diagnosis, Subject, diagnose
from assessment.rulebook import standard_rulebook
from assessment.scoring import DOMAINS, DomainProfile, Profile, score
from benchmarks.loading import standard_benchmark
from benchmarks.model import Interval
from questionnaire.answers import AnswerSheet, Value
from questionnaire.loading import standard_questionnaire

ITEMS = tuple(item.id for item in standard_questionnaire().items())
USE_NEED = ("use", "need", "no_need", "dont_know")
COOPERATION = standard_questionnaire().scale("cooperation").codes
BASICS = tuple(basic.id for basic in standard_questionnaire().outside.basics)
CLOSE = 1e-9

Answers = dict[str, str]
items = st.sampled_from(ITEMS)
codes = st.sampled_from(USE_NEED)
answers = st.fixed_dictionaries({}, optional={**dict.fromkeys(ITEMS, codes)}).flatmap(
    lambda given_answers: st.sampled_from((None, *COOPERATION)).map(
        lambda past: given_answers | ({"cooperation_past": past} if past else {})
    )
)
many = settings(deadline=None, max_examples=60)


def profile_of(given_answers: Mapping[str, str]) -> Profile:
    sheet = AnswerSheet.of({f"answers.{item}": code for item, code in given_answers.items()})
    return score(standard_questionnaire(), sheet)


def compared(given_answers: Mapping[str, str]) -> tuple[Profile, Comparison]:
    profile = profile_of(given_answers)
    return profile, compare(profile, standard_benchmark(), standard_questionnaire())


def diagnosed(fields: Mapping[str, Value]) -> Diagnosis:
    parts = (standard_questionnaire(), standard_benchmark(), standard_rulebook())
    return diagnose(AnswerSheet.of(fields), *parts, subject=Subject())


def without(given_answers: Answers, *unwanted: str) -> Answers:
    """Forget the answers that are one of these codes."""
    return {item: code for item, code in given_answers.items() if code not in unwanted}


def never_lower(before: object, after: object) -> bool:
    """Compare two figures; nothing is said of one that is undefined."""
    return before is None or after is None or before <= after  # type: ignore[operator]


def beyond_expected(profile: DomainProfile, expected: Interval | None) -> tuple[float, float]:
    """Return u - E, both ends; 0 when nothing is answered."""
    used = len(profile.use)
    return (used - expected.high, used - expected.low) if expected else (0.0, 0.0)


@many
@given(answers, items)
def test_1_one_more_use_never_lowers_anything(given_answers: Answers, item: str) -> None:
    (before, europe_before), (after, europe_after) = (
        compared(given_answers),
        compared({**given_answers, item: "use"}),
    )
    for name, domain in before.domains.items():
        assert len(domain.use) <= len(after.domains[name].use)
        assert never_lower(domain.coverage, after.domains[name].coverage)
        assert never_lower(domain.stage, after.domains[name].stage)
        ends_before = beyond_expected(domain, europe_before.domains[name].expected_use)
        ends_after = beyond_expected(after.domains[name], europe_after.domains[name].expected_use)
        assert all(end <= other + CLOSE for end, other in zip(ends_before, ends_after, strict=True))


@many
@given(answers)
def test_2_no_need_and_dont_know_are_as_if_not_asked_for_stage_and_coverage(given_answers: Answers) -> None:
    past = {"cooperation_past": given_answers.get("cooperation_past", "yes_stop")}
    before = profile_of(given_answers | past).domains
    after = profile_of(without(given_answers, "no_need", "dont_know") | past).domains
    for name, domain in before.items():
        assert (domain.stage, domain.coverage) == (after[name].stage, after[name].coverage)


@many
@given(answers, items)
def test_2_dropping_a_need_never_lowers_coverage(given_answers: Answers, item: str) -> None:
    before = profile_of({**given_answers, item: "need"}).domains
    after = profile_of({**given_answers, item: "no_need"}).domains
    assert all(never_lower(domain.coverage, after[name].coverage) for name, domain in before.items())


@many
@given(answers, items, st.sampled_from(("use", "need", "no_need")))
def test_3_clearing_up_strictly_raises_clarity(given_answers: Answers, item: str, code: str) -> None:
    given_answers = {**given_answers, "cooperation_past": "yes_continue"}
    before = profile_of({**given_answers, item: "dont_know"})
    after = profile_of({**given_answers, item: code})
    for name, domain in before.domains.items():
        clarity, cleared = domain.clarity, after.domains[name].clarity
        if item in domain.dont_know:
            assert clarity is not None and cleared is not None and clarity < cleared
        else:
            assert clarity == cleared


@many
@given(answers, st.sampled_from(("yes_continue", "no_wish")))
def test_3_clarity_ignores_what_is_not_asked(given_answers: Answers, past: str) -> None:
    asked_of_all = [item.id for item in standard_questionnaire().items() if item.condition is None]
    kept = {item: code for item, code in given_answers.items() if item in asked_of_all}
    before, after = profile_of(kept), profile_of({**kept, "cooperation_past": past})
    assert [d.clarity for d in before.domains.values()] == [d.clarity for d in after.domains.values()]


@many
@given(answers, st.randoms(use_true_random=False))
def test_4_the_order_of_answering_changes_nothing(given_answers: Answers, chance: object) -> None:
    fields = [(f"answers.{item}", code) for item, code in given_answers.items()]
    shuffled = list(fields)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert diagnosed(dict(fields)) == diagnosed(dict(shuffled))


@many
@given(answers)
def test_5_bounds_hold_and_the_undefined_is_none(given_answers: Answers) -> None:
    profile, comparison = compared(given_answers)
    for name, domain in profile.domains.items():
        wanted = len(domain.use) + len(domain.need)
        assert (domain.coverage is None) == (wanted == 0)
        assert (domain.clarity is None) == (domain.answered == 0)
        assert (domain.stage is None) == (wanted == 0) == (domain.outside_ladder is not None)
        assert all(share is None or 0 <= share <= 1 for share in (domain.coverage, domain.clarity))
        europe = comparison.domains[name]
        assert (europe.expected_use is None) == (domain.answered == 0)
        assert (europe.like_for_like is None) == (wanted == 0)
        for figure, most in ((europe.expected_use, domain.answered), (europe.like_for_like, wanted)):
            assert figure is None or 0 <= figure.low <= figure.high <= most
    for item in comparison.items.values():
        assert 0 <= item.need_met_sampling.low <= item.need_met_sampling.high <= 100
        assert item.same_answer is None or item.state in USE_NEED


@many
@given(answers)
def test_6_the_whole_lies_between_its_domains(given_answers: Answers) -> None:
    profile = profile_of(given_answers)
    coverages = [c for name in DOMAINS if (c := profile.domains[name].coverage) is not None]
    stages = [s for name in DOMAINS if (s := profile.domains[name].stage) is not None]
    coverage, stage = profile.domains["all"].coverage, profile.domains["all"].stage
    assert (coverage is None, stage is None) == (not coverages, not stages)
    assert coverage is None or min(coverages) <= coverage <= max(coverages)
    assert stage is None or min(stages) <= stage <= max(stages)


@many
@given(answers)
def test_7_domains_add_up_to_the_whole(given_answers: Answers) -> None:
    profile, comparison = compared(given_answers)
    whole = profile.domains["all"]
    for state in ("use", "need", "no_need", "dont_know", "unanswered", "not_asked"):
        parts = [item for name in DOMAINS for item in getattr(profile.domains[name], state)]
        assert sorted(parts) == sorted(getattr(whole, state))
    for figure in ("expected_use", "like_for_like"):
        found = [getattr(comparison.domains[name], figure) for name in DOMAINS]
        total = getattr(comparison.domains["all"], figure)
        added = [sum(getattr(part, end) for part in found if part) for end in ("low", "high")]
        assert added == ([pytest.approx(total.low), pytest.approx(total.high)] if total else [0, 0])


@many
@given(
    answers, st.dictionaries(st.sampled_from(BASICS), st.sampled_from(("fine", "improve", "need", "no_need")))
)
def test_10_recommendations_are_exactly_the_needs_each_once(given_answers: Answers, basics: Answers) -> None:
    fields: dict[str, Value] = {f"answers.{item}": code for item, code in given_answers.items()}
    fields |= {f"complement.basics.{basic}": code for basic, code in basics.items()}
    found = diagnosed(fields)
    recommended = [one.item for one in found.recommendations]
    assert sorted(recommended) == sorted(found.profile.domains["all"].need)
    assert [one.band for one in found.recommendations] == sorted(
        str(one.band) for one in found.recommendations
    )
    assert {one.item for one in found.basics} == {
        b for b, code in basics.items() if code in ("need", "improve")
    }
    possible = {*recommended, *(one.item for one in found.basics)}
    assert len(found.priorities) == len(set(found.priorities)) == min(3, len(possible))
    assert set(found.priorities) <= possible
    assert sorted(found.to_clarify) == sorted(found.profile.domains["all"].dont_know)
    assert set(found.second_looks) <= {*found.profile.domains["all"].no_need, *BASICS[:3]}


@many
@given(answers)
def test_10_a_band_says_whether_something_comes_first(given_answers: Answers) -> None:
    for one in diagnosed({f"answers.{item}": code for item, code in given_answers.items()}).recommendations:
        assert (one.band == "D") == bool(one.missing or one.to_check or one.purpose_missing)


def test_11_no_item_waits_for_itself_through_its_prerequisites() -> None:
    prerequisites = standard_rulebook().prerequisites

    def reached(item: str, path: tuple[str, ...] = ()) -> None:
        assert item not in path
        for other in prerequisites[item].items if item in prerequisites else ():
            reached(other, (*path, item))

    for item in ITEMS:
        reached(item)


@many
@given(answers)
def test_15_the_same_answers_give_the_same_diagnosis(given_answers: Answers) -> None:
    fields = {f"answers.{item}": code for item, code in given_answers.items()}
    assert repr(diagnosed(fields)) == repr(diagnosed(fields))
