"""The European figures of METHOD §1 and §2 beside a profile, redone by hand on a small made-up benchmark."""

from dataclasses import replace

import pytest

from assessment.comparison import Comparison, compare, evidence_class
from assessment.scoring import score
from benchmarks.loading import standard_benchmark
from benchmarks.model import Aged, Base, Benchmark, Interval, ItemFigures, Population, Share
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire

UNKNOWN = Interval(0, 100)
CODES = ("use", "need", "no_need", "dont_know")


def share(code: str, value: float | None) -> Share:
    if value is None:
        return Share(code, UNKNOWN, UNKNOWN, "not_published")
    box = Interval(value - 0.5, value + 0.5)
    return Share(code, box, box, "stated")


def figures(item: str, *values: float | None, population: str = "all", base: int = 100) -> ItemFigures:
    shares = {code: share(code, value) for code, value in zip(CODES, values, strict=True)}
    return ItemFigures(item, population, Base(base, base), "§ 2.3", shares, {})


TABLE = {
    "platform_participation": figures("platform_participation", 40, 20, 30, 10),
    "platform_crowd": figures("platform_crowd", 10, 60, 20, 10),
    "platform_elearning": figures("platform_elearning", 30, 30, None, None),
    "tech_ai": figures("tech_ai", 14, 28, None, None),
    "tech_vr": figures("tech_vr", 10, 13, None, None),
    "tech_iot": figures("tech_iot", 15, 10, None, None),
}


@pytest.fixture(scope="module")
def toy() -> Benchmark:
    everyone = Base(100, 100)
    names = {"fr": "tous", "en": "all"}
    half = Population("france", names, Base(50, 50), Base(20, 30))
    crowd = figures("platform_crowd", 20, 50, None, None, population="france", base=50)
    return replace(
        standard_benchmark(),
        id="toy",
        n=100,
        populations={"all": Population("all", names, everyone, everyone), "france": half},
        figures={"all": TABLE, "france": {"platform_crowd": crowd}},
        aged={"tech_ai": Aged(names, caps_band=True), "platform_elearning": Aged(names, caps_band=False)},
    )


def compared(toy: Benchmark, population: str = "all", **answers: str) -> Comparison:
    questionnaire = standard_questionnaire()
    sheet = AnswerSheet.of({f"answers.{item}": code for item, code in answers.items()})
    return compare(score(questionnaire, sheet), toy, questionnaire, population)


def near(interval: Interval | None, low: float, high: float) -> bool:
    assert interval is not None
    return (interval.low, interval.high) == pytest.approx((low, high), abs=1e-9)


def test_expected_use_adds_the_boxes_of_the_answered_items(toy: Benchmark) -> None:
    found = compared(
        toy, platform_participation="use", platform_crowd="no_need", platform_elearning="dont_know"
    ).domains["platforms"]
    assert near(found.expected_use, 0.395 + 0.095 + 0.295, 0.405 + 0.105 + 0.305)


def test_like_for_like_adds_q_over_uses_and_needs(toy: Benchmark) -> None:
    found = compared(toy, platform_participation="use", platform_crowd="need", platform_elearning="no_need")
    low = 39.5 / (39.5 + 20.5) + 9.5 / (9.5 + 60.5)
    high = 40.5 / (40.5 + 19.5) + 10.5 / (10.5 + 59.5)
    assert near(found.domains["platforms"].like_for_like, low, high)
    assert near(found.domains["all"].like_for_like, low, high)
    assert near(found.items["platform_participation"].need_met, 100 * 39.5 / 60, 100 * 40.5 / 60)


def test_nothing_to_add_is_none_and_never_zero(toy: Benchmark) -> None:
    domains = compared(toy, platform_crowd="no_need").domains
    assert domains["technologies"].expected_use is None
    assert domains["technologies"].like_for_like is None
    assert domains["platforms"].like_for_like is None
    assert near(domains["platforms"].expected_use, 0.095, 0.105)


def test_the_same_answer_is_the_published_share_of_that_answer(toy: Benchmark) -> None:
    items = compared(toy, platform_participation="no_need", platform_elearning="no_need").items
    assert near(items["platform_participation"].same_answer, 29.5, 30.5)
    assert items["platform_elearning"].same_answer is None
    assert items["platform_crowd"].same_answer is None
    assert items["platform_elearning"].shares["no_need"] is None


def test_chance_is_wilson_on_the_base_and_only_where_a_share_is_printed(toy: Benchmark) -> None:
    item = compared(toy).items["platform_participation"]
    drawn = item.sampling["use"]
    assert drawn is not None
    assert (drawn.low, drawn.high) == pytest.approx((30.94, 49.80), abs=0.01)
    assert compared(toy).items["platform_elearning"].sampling["no_need"] is None
    assert item.base == (100, 100)


def test_needs_met_with_chance_is_wilson_on_users_and_needers(toy: Benchmark) -> None:
    found = compared(toy).items["platform_participation"].need_met_sampling
    assert (found.low, found.high) == pytest.approx((54.06, 77.27), abs=0.01)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (50.1, 70, "proven_path"),
        (50, 70, "mixed"),
        (30, 50, "mixed"),
        (30, 49.9, "shared_gap"),
        (0, 100, "mixed"),
    ],
)
def test_the_limits_of_the_interval_choose_the_evidence(low: float, high: float, expected: str) -> None:
    assert evidence_class(Interval(low, high)) == expected


def test_the_evidence_of_the_small_table(toy: Benchmark) -> None:
    items = compared(toy).items
    assert items["platform_participation"].evidence == "proven_path"
    assert items["platform_crowd"].evidence == "shared_gap"
    assert items["platform_elearning"].evidence == "mixed"


def test_only_a_flag_that_caps_the_band_makes_evidence_aged(toy: Benchmark) -> None:
    items = compared(toy).items
    assert items["tech_ai"].aged
    assert not items["platform_elearning"].aged


def test_rarely_used_reads_the_upper_end_of_the_box_and_spares_aged_figures(toy: Benchmark) -> None:
    items = compared(toy).items
    assert items["tech_vr"].rarely_used
    assert not items["tech_iot"].rarely_used  # 15 % can be 15.5 %
    assert not items["tech_ai"].rarely_used


def test_concerned_is_the_least_share_that_used_or_needed(toy: Benchmark) -> None:
    items = compared(toy).items
    assert items["platform_participation"].concerned == 39.5 + 19.5


def test_an_item_the_benchmark_does_not_know_stays_unknown(toy: Benchmark) -> None:
    found = compared(toy, platform_marketplace="use")
    item = found.items["platform_marketplace"]
    assert item.same_answer is None
    assert item.evidence == "mixed"
    assert item.base == (0, 0)
    assert near(found.domains["platforms"].expected_use, 0, 1)
    assert near(found.domains["platforms"].like_for_like, 0, 1)


def test_a_population_adds_a_column_and_changes_no_figure(toy: Benchmark) -> None:
    answers = {"platform_crowd": "need", "platform_participation": "use"}
    everyone, france = compared(toy, **answers), compared(toy, "france", **answers)
    assert france.domains == everyone.domains
    assert everyone.items["platform_crowd"].population is None
    crowd = france.items["platform_crowd"]
    assert replace(crowd, population=None) == everyone.items["platform_crowd"]
    chosen = crowd.population
    assert chosen is not None
    assert near(chosen.shares["use"], 19.5, 20.5)
    assert chosen.shares["no_need"] is None
    assert (chosen.base, chosen.reliability) == (Base(50, 50), "ok")
    unprinted = france.items["platform_participation"].population
    assert unprinted is not None
    assert unprinted.shares == unprinted.sampling == dict.fromkeys(CODES)
    assert (unprinted.base, unprinted.reliability) == (Base(None, None), None)


def test_chance_in_a_population_rests_on_its_own_base(toy: Benchmark) -> None:
    chosen = compared(toy, "france").items["platform_crowd"].population
    assert chosen is not None
    drawn = chosen.sampling["use"]
    assert drawn is not None
    assert (drawn.low, drawn.high) == pytest.approx((11.24, 33.04), abs=0.01)  # Wilson, 10 of 50
    assert chosen.sampling["no_need"] is None


def test_chance_in_a_population_of_unknown_size_covers_every_size() -> None:
    """Portugal: 17 % of 18 to 86 respondents; 3 of 18 gives Wilson 5.8 to 39.2 %."""
    chosen = compared(standard_benchmark(), "portugal").items["platform_elearning"].population
    assert chosen is not None
    assert (chosen.base, chosen.reliability) == (Base(18, 86), "indicative")
    drawn = chosen.sampling["use"]
    assert drawn is not None
    assert near(Interval(round(drawn.low, 1), round(drawn.high, 1)), 5.8, 39.2)


def test_an_unknown_population_is_named_with_the_nearest(toy: Benchmark) -> None:
    with pytest.raises(ValueError, match="'frence' is not in the benchmark toy; nearest valid name: france"):
        compared(toy, "frence")
