"""Populations: bases, what may be printed on them, and what is never a rate."""

import math

import pytest

from benchmarks.intervals import admissible_pairs
from benchmarks.model import Base, Benchmark, Interval, ItemFigures
from benchmarks.tightening import published_box


def found(soga: Benchmark, item: str, population: str) -> ItemFigures:
    figures = soga.item(item, population)
    assert figures is not None
    return figures


@pytest.mark.parametrize(
    ("base", "reliability"),
    [
        (Base(218, 218), "ok"),
        (Base(30, 31), "ok"),
        (Base(29, 31), "indicative"),
        (Base(10, 200), "indicative"),
        (Base(9, 200), "hidden"),
        (Base(None, 200), "hidden"),
        (Base(None, None), "hidden"),
    ],
)
def test_no_percentage_under_10_and_indicative_under_30(base: Base, reliability: str) -> None:
    assert base.reliability == reliability


def test_only_populations_with_a_printed_rate_have_figures(soga: Benchmark) -> None:
    assert all(soga.figures[population] for population in soga.populations)
    assert soga.item("tech_ai", "france") is None
    assert soga.item("tech_ai", "atlantis") is None


def test_france_and_the_rest_by_hand(soga: Benchmark) -> None:
    france, rest = soga.populations["france"], soga.populations["rest_of_europe"]
    assert (france.base, rest.base) == (Base(115, 116), Base(102, 103))
    assert (france.rest, rest.rest) == ("rest_of_europe", "france")
    assert found(soga, "platform_marketplace", "france").shares["use"].printable == Interval(12.5, 13.5)
    assert found(soga, "platform_marketplace", "rest_of_europe").shares["no_need"].box == Interval(37.5, 38.5)
    assert found(soga, "platform_marketplace", "france").shares["need"].printable is None


def test_bases_of_those_that_cooperated_are_what_inclusion_allows(soga: Benchmark) -> None:
    for name in ("france", "rest_of_europe", "employees_0_to_9"):
        group = soga.populations[name]
        assert group.base.low is not None
        assert group.base.high is not None
        other_low = 218 - group.base.high
        other_high = 218 - group.base.low
        assert group.cooperated.low == max(0, 148 - other_high)
        assert group.cooperated.high == min(149, group.base.high)
        assert other_low >= 0


def test_the_whole_and_france_imply_the_rest(soga: Benchmark) -> None:
    """E-learning: 43 % of all and 50 % of France leave 33.4 to 36.9 % elsewhere."""
    share = found(soga, "platform_elearning", "rest_of_europe").shares["use"]
    ends = [
        (218 * whole - n * france) / (218 - n)
        for whole in (42.5, 43.5)
        for france in (49.5, 50.5)
        for n in (115, 116)
    ]
    assert share.status == "derived"
    assert share.box.low == math.floor(10 * min(ends)) / 10
    assert share.box.high == math.ceil(10 * max(ends)) / 10
    assert share.printable == share.box


def test_seven_points_less_than_74(soga: Benchmark) -> None:
    small = found(soga, "cooperation_past", "employees_0_to_9")
    assert small.shares["yes_continue"].printable == Interval(66, 68)
    assert small.reliability == "ok"
    large = found(soga, "cooperation_past", "employees_50_to_249")
    assert large.reliability == "hidden"
    assert large.shares["yes_continue"].printable is None


@pytest.mark.parametrize("population", ["france", "rest_of_europe"])
@pytest.mark.parametrize("item", ["tech_iot", "business_jvs"])
def test_a_share_among_users_turned_around_is_kept_and_never_printed(
    soga: Benchmark, item: str, population: str
) -> None:
    figures = found(soga, item, population)
    assert figures.shares["use"].withheld == "reversed"
    assert figures.shares["use"].printable is None
    assert figures.shares["use"].derivation
    assert all(total.printable is None for total in figures.totals.values())


def test_derivations_turned_around_hold_their_formula(soga: Benchmark) -> None:
    iot = [found(soga, "tech_iot", name).shares["use"].box for name in ("france", "rest_of_europe")]
    assert Interval(31.5 * 19.5 / 53.5, 32.5 * 20.5 / 52.5).within(iot[0])
    assert Interval(67.5 * 19.5 / 47.5, 68.5 * 20.5 / 46.5).within(iot[1])
    jvs = [found(soga, "business_jvs", name).shares["use"].box for name in ("france", "rest_of_europe")]
    assert Interval(34.5 * 12.5 / 100 * 148 / 116, 35.5 * 13.5 / 100 * 149 / 45).within(jvs[0])
    assert Interval(64.5 * 12.5 / 100 * 148 / 103, 65.5 * 13.5 / 100 * 149 / 32).within(jvs[1])


def test_shares_among_users_are_kept_apart(soga: Benchmark) -> None:
    among = {share.id: share for share in soga.shares_among}
    assert among["F274"].value == 68
    assert among["F274"].among == "structures declaring they use the IoT"
    listed = {
        value.figure
        for items in soga.figures.values()
        for figures in items.values()
        for share in (*figures.shares.values(), *figures.totals.values())
        for value in share.published
    }
    assert not listed & set(among)


@pytest.mark.parametrize("population", ["sdg_health", "sdg_environment", "sdg_education"])
def test_small_groups_show_no_percentage(soga: Benchmark, population: str) -> None:
    figures = found(soga, "effect_social_impact", population)
    assert figures.reliability == "hidden"
    assert all(share.printable is None for share in figures.totals.values())


def test_health_and_environment_keep_both_values(soga: Benchmark) -> None:
    health = found(soga, "effect_social_impact", "sdg_health").totals["agree_total"]
    environment = found(soga, "effect_social_impact", "sdg_environment").totals["agree_total"]
    assert (health.box, environment.box) == (Interval(49.5, 55.5), Interval(49.5, 57.5))
    assert [value.value for value in health.variants] == [55, 50]
    for note in (health.note, environment.note):
        assert note is not None
        assert not any(sign in note["fr"] for sign in "0123456789%")


def test_portugal_has_at_least_18_respondents_by_its_own_percentages(soga: Benchmark) -> None:
    cooperated = min(n for _, n in admissible_pairs(published_box(94), Base(1, 60)))
    assert cooperated == 16
    assert min(n for _, n in admissible_pairs(published_box(17), Base(cooperated, 60))) == 18
    assert soga.populations["portugal"].base.low == 18
    assert soga.populations["portugal"].cooperated.low == 16
    assert found(soga, "platform_elearning", "portugal").reliability == "indicative"


def test_countries_that_do_not_agree_are_indicative(soga: Benchmark) -> None:
    for item in ("effect_business_model", "effect_social_impact"):
        for population in ("france", "rest_of_europe"):
            assert found(soga, item, population).reliability == "indicative"


def test_81_and_77_are_no_reference(soga: Benchmark) -> None:
    assert soga.item("barrier_unknown_potential", "france") is None
