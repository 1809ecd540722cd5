"""Rounds compared: tables worked out by hand, and the properties of METHOD §6.12 for any answers."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.followup import FollowUp, Round, follow_up, follow_ups
from assessment.plan_progress import plan_followed
from assessment.scoring import ALL, DOMAINS
from questionnaire.answers import AnswerSheet, Value
from questionnaire.loading import standard_questionnaire

QUESTIONNAIRE = standard_questionnaire()
ITEMS = tuple(item.id for item in QUESTIONNAIRE.items())
BASICS = tuple(basic.id for basic in QUESTIONNAIRE.outside.basics)
CODES = ("use", "need", "no_need", "dont_know")
BASIC_CODES = QUESTIONNAIRE.outside.basics_scale.codes
LISTS = (
    "met",
    "still",
    "dropped",
    "unsure",
    "adopted",
    "abandoned",
    "new_needs",
    "clarified",
    "lost_clarity",
)
COOPERATED = {"answers.cooperation_past": "yes_continue"}


def round_of(fields: Mapping[str, Value], version: str = "soga-2019") -> Round:
    return Round(AnswerSheet.of(fields), version)


def between(then: Mapping[str, str], now: Mapping[str, str]) -> FollowUp:
    """Compare the answers to some items, six forms of cooperation being asked both times."""
    before, after = (
        round_of(COOPERATED | {f"answers.{item}": code for item, code in one.items()}) for one in (then, now)
    )
    return follow_up(before, after, QUESTIONNAIRE)


answers = st.fixed_dictionaries({}, optional=dict.fromkeys(ITEMS, st.sampled_from(CODES)))
basics = st.fixed_dictionaries({}, optional=dict.fromkeys(BASICS, st.sampled_from(BASIC_CODES)))
past = st.sampled_from((None, *QUESTIONNAIRE.scale("cooperation").codes))
rounds = st.builds(
    lambda items, found, cooperation: round_of(
        {
            **{f"answers.{item}": code for item, code in items.items()},
            **{f"complement.basics.{basic}": code for basic, code in found.items()},
            "answers.cooperation_past": cooperation,
        }
    ),
    answers,
    basics,
    past,
)
many = settings(deadline=None, max_examples=100)


# --- by hand --------------------------------------------------------------------------------------


class Went(NamedTuple):
    """One item that went from an answer to another, and the lists it must stand in."""

    then: str
    now: str
    lists: str


EVERY_WAY = (
    Went("use", "use", ""),
    Went("use", "need", "abandoned"),
    Went("use", "no_need", "abandoned"),
    Went("use", "dont_know", "abandoned lost_clarity"),
    Went("need", "use", "met adopted"),
    Went("need", "need", "still"),
    Went("need", "no_need", "dropped"),
    Went("need", "dont_know", "unsure lost_clarity"),
    Went("no_need", "use", "adopted"),
    Went("no_need", "need", "new_needs"),
    Went("no_need", "no_need", ""),
    Went("no_need", "dont_know", "lost_clarity"),
    Went("dont_know", "use", "adopted clarified"),
    Went("dont_know", "need", "new_needs clarified"),
    Went("dont_know", "no_need", "clarified"),
    Went("dont_know", "dont_know", ""),
)


@pytest.mark.parametrize("went", EVERY_WAY, ids=lambda went: f"{went.then}-{went.now}")
def test_each_way_an_answer_can_go_is_named(went: Went) -> None:
    found = between({"tech_ai": went.then}, {"tech_ai": went.now}).items
    assert {name for name in LISTS if getattr(found, name)} == set(went.lists.split())
    assert all(getattr(found, name) in ((), ("tech_ai",)) for name in LISTS)
    assert found.transitions == {(went.then, went.now): 1}


THEN = {
    "platform_participation": "need",
    "platform_crowd": "need",
    "platform_elearning": "use",
    "tech_cloud_bigdata": "need",
    "tech_ai": "need",
    "tech_vr": "dont_know",
    "movement_open_data": "no_need",
}
NOW = {
    "platform_participation": "use",
    "platform_crowd": "need",
    "platform_elearning": "no_need",
    "tech_cloud_bigdata": "use",
    "tech_ai": "no_need",
    "tech_vr": "need",
    "movement_open_data": "need",
    "movement_free_software": "use",
}


def test_a_year_by_hand() -> None:
    """Four needs: two met, one still there, one dropped; one use given up; two needs more."""
    found = between(THEN, NOW)
    moves = found.items
    assert moves.met == moves.adopted == ("platform_participation", "tech_cloud_bigdata")
    assert moves.still == ("platform_crowd",)
    assert moves.dropped == ("tech_ai",)
    assert moves.abandoned == ("platform_elearning",)
    assert moves.new_needs == ("tech_vr", "movement_open_data")
    assert moves.clarified == ("tech_vr",)
    assert moves.unsure == moves.lost_clarity == ()
    assert moves.progress == (2, 4)
    assert found.not_compared == ("movement_free_software",)
    assert found.warnings == ("not_comparable",)
    # Platforms: 3 wanted or used, 1 in use and 1 needed now. Technologies: 2 wanted, 1 in use, 1 dropped.
    # Cooperation: nothing was in use or needed. All: 2 in use, 1 needed.
    assert found.stage_on_baseline_basket == {"platforms": 3, "technologies": 4, "cooperation": None, ALL: 3}


def test_no_need_then_leaves_the_progress_undefined() -> None:
    assert between({"tech_ai": "use"}, {"tech_ai": "use"}).items.progress is None


def test_a_need_dropped_leaves_the_ladder_without_a_fall() -> None:
    found = between({"tech_ai": "need"}, {"tech_ai": "no_need"})
    assert found.stage_on_baseline_basket["technologies"] is None
    assert found.items.abandoned == ()


def test_what_is_not_put_any_more_is_not_compared() -> None:
    """A form of cooperation asked at T0 only: its answer is kept, and compared with nothing."""
    then = round_of(COOPERATED | {"answers.patronage_skills": "need"})
    now = round_of({"answers.cooperation_past": "no_wish", "answers.patronage_skills": "use"})
    found = follow_up(then, now, QUESTIONNAIRE)
    assert found.items.states == {}
    assert found.not_compared == ("patronage_skills",)


def test_basics_go_the_same_ways() -> None:
    """In place counts as in use, whether it is to be improved or not; both finer moves are told apart."""
    then = {
        "b01": "need",
        "b02": "improve",
        "b03": "fine",
        "b04": "fine",
        "b05": "dont_know",
        "b06": "need",
        "b07": "fine",
    }
    now = {"b01": "improve", "b02": "fine", "b03": "need", "b04": "improve", "b05": "fine", "b06": "need"}
    before, after = (
        round_of({f"complement.basics.{basic}": code for basic, code in one.items()}) for one in (then, now)
    )
    found = follow_up(before, after, QUESTIONNAIRE)
    moves = found.basics
    assert moves.met == ("b01",) and moves.still == ("b06",) and moves.progress == (1, 2)
    assert moves.abandoned == ("b03",) and moves.clarified == ("b05",)
    assert found.basics_improved == ("b02",) and found.basics_to_improve == ("b04",)
    assert found.items.states == {} and found.items.progress is None


@pytest.mark.parametrize(
    ("then", "now", "skills"), [(1, 3, (1, 3)), (2, 2, (2, 2)), (None, 2, None), (2, None, None)]
)
def test_the_ladder_is_compared_when_it_was_given_both_times(
    then: int | None, now: int | None, skills: tuple[int, int] | None
) -> None:
    before, after = (round_of({"complement.skills_level": level}) for level in (then, now))
    assert follow_up(before, after, QUESTIONNAIRE).skills == skills


def test_another_version_is_not_compared() -> None:
    fields: dict[str, Value] = {
        "answers.tech_ai": "need",
        "complement.basics.b01": "need",
        "complement.skills_level": 2,
    }
    found = follow_up(round_of(fields), round_of(fields, "soga-2030"), QUESTIONNAIRE)
    assert found.warnings == ("other_questionnaire",)
    assert not found.items.states and not found.basics.states
    assert found.skills is None and found.not_compared == ()
    assert set(found.stage_on_baseline_basket.values()) == {None}


@pytest.mark.parametrize(
    ("then", "now", "is_other"),
    [
        ("Awa", "Marc", True),
        ("Awa  Diallo", "awa diallo", False),
        ("Awa", None, False),
        (None, "Marc", False),
        (None, None, False),
    ],
)
def test_another_respondent_is_told(then: str | None, now: str | None, is_other: bool) -> None:
    before, after = (round_of({"respondent": one}) for one in (then, now))
    found = follow_up(before, after, QUESTIONNAIRE)
    assert ("other_respondent" in found.warnings) is is_other


def test_each_round_is_compared_with_the_first_and_the_last() -> None:
    t0, t1, t2 = (round_of({"answers.tech_ai": code}) for code in ("need", "use", "no_need"))
    assert follow_ups((), t0, QUESTIONNAIRE) == (None, None)
    first, last = follow_ups((t0,), t1, QUESTIONNAIRE)
    assert first is not None and first.items.met == ("tech_ai",) and last is None
    first, last = follow_ups((t0, t1), t2, QUESTIONNAIRE)
    assert first is not None and first.items.dropped == ("tech_ai",) and not first.items.abandoned
    assert last is not None and last.items.abandoned == ("tech_ai",) and not last.items.dropped


class Act(NamedTuple):
    """An action, as far as following it up goes."""

    status: str
    due: date | None = None


def test_an_open_action_is_late_after_its_day() -> None:
    day = date(2027, 5, 12)
    done, late = Act("done", date(2026, 1, 1)), Act("open", date(2027, 5, 11))
    dropped, today, without = Act("dropped", date(2026, 1, 1)), Act("open", day), Act("open")
    found = plan_followed([without, late, dropped, today, done], day)
    assert (found.done, found.late, found.open, found.dropped) == (
        (done,),
        (late,),
        (without, today),
        (dropped,),
    )


# --- for any answers (METHOD §6.12) ---------------------------------------------------------------


@many
@given(rounds)
def test_the_same_answers_give_zeros(one: Round) -> None:
    found = follow_up(one, one, QUESTIONNAIRE)
    for moves in (found.items, found.basics):
        assert all(getattr(moves, name) == () for name in LISTS if name != "still")
        assert moves.still == moves.needs_then
        assert moves.progress in (None, (0, len(moves.still)))
        assert all(then == now for then, now in moves.transitions)
    assert found.basics_improved == found.basics_to_improve == found.not_compared == ()
    assert not found.warnings
    assert found.skills is None or found.skills[0] == found.skills[1]
    assert all(then == now for then, now in found.baskets.values())


@many
@given(rounds, rounds)
def test_swapping_the_rounds_swaps_adopted_and_abandoned(then: Round, now: Round) -> None:
    there, back = follow_up(then, now, QUESTIONNAIRE), follow_up(now, then, QUESTIONNAIRE)
    for forth, returned in ((there.items, back.items), (there.basics, back.basics)):
        assert forth.adopted == returned.abandoned and forth.abandoned == returned.adopted
        assert forth.clarified == returned.lost_clarity and forth.still == returned.still
        assert {(b, a): n for (a, b), n in forth.transitions.items()} == returned.transitions
    assert there.basics_improved == back.basics_to_improve
    assert there.not_compared == back.not_compared


@many
@given(rounds, rounds)
def test_the_stage_of_the_basket_falls_only_with_an_abandonment(then: Round, now: Round) -> None:
    found = follow_up(then, now, QUESTIONNAIRE)
    for domain in (*DOMAINS, ALL):
        before, after = (one.stage for one in found.baskets[domain])
        given_up = [
            item.id
            for item in QUESTIONNAIRE.items()
            if item.id in found.items.abandoned and domain in (ALL, item.domain)
        ]
        if before is not None and after is not None and after < before:
            assert given_up
        if not given_up:
            assert after is None or before is None or after >= before


@many
@given(rounds, rounds)
def test_every_need_of_the_first_round_went_one_way(then: Round, now: Round) -> None:
    for moves in (found := follow_up(then, now, QUESTIONNAIRE)).items, found.basics:
        ways = (*moves.met, *moves.still, *moves.dropped, *moves.unsure)
        assert sorted(ways) == sorted(moves.needs_then) and len(set(ways)) == len(ways)
        assert sum(moves.transitions.values()) == len(moves.states)
        order = list(moves.states)
        lists = [list(getattr(moves, name)) for name in LISTS]
        assert all(one == sorted(one, key=order.index) for one in lists)
