"""The figures of METHOD §1 that rest on the answers alone, redone by hand on small tables."""

from dataclasses import FrozenInstanceError
from fractions import Fraction

import pytest

from assessment.scoring import DomainProfile, domain_profile, score
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire

PLATFORMS = ("platform_participation", "platform_crowd", "platform_elearning", "platform_marketplace")


def profile_of(
    use: int, need: int, no_need: int = 0, dont_know: int = 0, unanswered: int = 0
) -> DomainProfile:
    def ids(state: str, number: int) -> tuple[str, ...]:
        return tuple(f"{state}{n}" for n in range(number))

    return DomainProfile(
        use=ids("use", use),
        need=ids("need", need),
        no_need=ids("no_need", no_need),
        dont_know=ids("dont_know", dont_know),
        unanswered=ids("unanswered", unanswered),
    )


@pytest.mark.parametrize(
    ("use", "need", "stage"),
    [(0, 1, 1), (0, 5, 1), (1, 2, 2), (3, 4, 2), (1, 1, 3), (2, 1, 3), (5, 1, 3), (1, 0, 4), (7, 0, 4)],
)
def test_the_stage_follows_uses_and_needs(use: int, need: int, stage: int) -> None:
    for others in ((0, 0), (3, 0), (0, 3), (2, 2)):
        profile = profile_of(use, need, *others)
        assert profile.stage == stage
        assert profile.outside_ladder is None


@pytest.mark.parametrize(
    ("profile", "reason"),
    [
        (profile_of(0, 0), "nothing_answered"),
        (profile_of(0, 0, unanswered=4), "nothing_answered"),
        (profile_of(0, 0, dont_know=2, unanswered=1), "only_dont_know"),
        (profile_of(0, 0, no_need=1), "no_need"),
        (profile_of(0, 0, no_need=1, dont_know=3), "no_need"),
    ],
)
def test_outside_the_ladder_the_rest_of_the_answers_says_why(profile: DomainProfile, reason: str) -> None:
    assert profile.stage is None
    assert profile.outside_ladder == reason


def test_coverage_clarity_and_completeness_by_hand() -> None:
    profile = profile_of(use=3, need=2, no_need=4, dont_know=1, unanswered=2)
    assert profile.answered == 10
    assert profile.coverage == Fraction(3, 5)
    assert profile.clarity == Fraction(9, 10)
    assert profile.completeness == Fraction(10, 12)


def test_what_is_undefined_is_none_and_never_zero() -> None:
    nothing = profile_of(0, 0, unanswered=4)
    assert nothing.coverage is None
    assert nothing.clarity is None
    assert nothing.completeness == 0
    assert DomainProfile().completeness is None
    assert profile_of(0, 0, no_need=4).coverage is None
    assert profile_of(0, 1).coverage == 0


def test_the_six_states_are_never_merged() -> None:
    sheet = AnswerSheet.of(
        {
            "answers.platform_participation": "use",
            "answers.platform_crowd": "need",
            "answers.platform_elearning": "no_need",
            "answers.tech_ai": "dont_know",
            "answers.cooperation_past": "no_wish",
        }
    )
    profile = score(standard_questionnaire(), sheet)
    platforms = profile.domains["platforms"]
    assert (platforms.use, platforms.need, platforms.no_need) == tuple((item,) for item in PLATFORMS[:3])
    assert platforms.unanswered == (PLATFORMS[3],)
    assert profile.domains["technologies"].dont_know == ("tech_ai",)
    assert len(profile.domains["cooperation"].not_asked) == 6
    assert profile.domains["all"].answered == 4


def test_an_answer_that_routing_does_not_ask_for_is_in_no_figure() -> None:
    fields = {"answers.patronage_skills": "use", "answers.cooperation_past": "no_wish"}
    profile = score(standard_questionnaire(), AnswerSheet.of(fields))
    assert profile.states["patronage_skills"] == "not_asked"
    assert profile.domains["cooperation"].answered == 0
    asked = score(
        standard_questionnaire(), AnswerSheet.of({**fields, "answers.cooperation_past": "yes_stop"})
    )
    assert asked.domains["cooperation"].use == ("patronage_skills",)


def test_each_domain_holds_its_items_and_all_of_them_the_nineteen() -> None:
    profile = score(standard_questionnaire(), AnswerSheet())
    sizes = {name: len(domain.unanswered) + len(domain.not_asked) for name, domain in profile.domains.items()}
    assert sizes == {"platforms": 4, "technologies": 7, "cooperation": 8, "all": 19}


def test_items_keep_the_order_of_the_questionnaire() -> None:
    found = domain_profile((item, "use") for item in PLATFORMS)
    assert found.use == PLATFORMS


def test_a_profile_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        DomainProfile().use = ("tech_ai",)  # type: ignore[misc]
