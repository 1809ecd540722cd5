"""Wilson, Newcombe and Goodman equal statsmodels (property 9); hulls over the admissible counts."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    multinomial_proportions_confint,
    proportion_confint,
)

from benchmarks.intervals import (
    Z95,
    admissible_counts,
    admissible_pairs,
    goodman,
    need_met_share,
    need_met_share_with_sampling,
    newcombe_difference,
    round_outward,
    sampling_hull,
    wilson,
    z_of,
)
from benchmarks.model import Base, Interval
from benchmarks.tightening import published_box

samples = st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
boxes = st.integers(0, 100).map(published_box)


def close(value: float, expected: float) -> bool:
    return math.isclose(value, expected, rel_tol=0, abs_tol=1e-12)


def test_z_is_the_one_of_the_method() -> None:
    assert round(Z95, 6) == 1.959964
    assert z_of(0.95, comparisons=19) > Z95


@given(samples, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_wilson_equals_statsmodels(sample: tuple[int, int], confidence: float) -> None:
    count, n = sample
    low, high = proportion_confint(count, n, 1 - confidence, method="wilson")
    found = wilson(count, n, z_of(confidence))
    assert close(found.low, float(low))
    assert close(found.high, float(high))


def test_wilson_is_exact_at_the_ends_and_knows_nothing_of_nobody() -> None:
    assert wilson(0, 40).low == 0.0
    assert wilson(40, 40).high == 1.0
    assert wilson(0, 0) == Interval(0.0, 1.0)


@pytest.mark.parametrize(("count", "n"), [(-1, 10), (11, 10), (1, 0)])
def test_wilson_refuses_an_impossible_count(count: int, n: int) -> None:
    with pytest.raises(ValueError, match="impossible"):
        wilson(count, n)


@given(samples, samples)
def test_newcombe_equals_statsmodels(first: tuple[int, int], second: tuple[int, int]) -> None:
    low, high = confint_proportions_2indep(*first, *second, compare="diff", method="newcomb")
    found = newcombe_difference(*first, *second)
    assert close(found.low, float(low))
    assert close(found.high, float(high))


def test_newcombe_with_nobody_is_undefined() -> None:
    with pytest.raises(ValueError, match="not empty"):
        newcombe_difference(0, 0, 3, 10)


@given(st.lists(st.integers(0, 400), min_size=2, max_size=6).filter(lambda counts: sum(counts) > 0))
def test_goodman_equals_statsmodels(counts: list[int]) -> None:
    expected = multinomial_proportions_confint(counts, alpha=0.05, method="goodman")
    for found, (low, high) in zip(goodman(counts), expected, strict=True):
        assert math.isclose(found.low, max(0.0, float(low)), abs_tol=1e-9)
        assert math.isclose(found.high, min(1.0, float(high)), abs_tol=1e-9)


def test_53_percent_of_218_is_115_or_116() -> None:
    assert list(admissible_counts(Interval(52.5, 53.5), 218)) == [115, 116]


def test_68_percent_of_218_is_148_or_149() -> None:
    assert list(admissible_counts(Interval(67.5, 68.5), 218)) == [148, 149]


def test_57_percent_of_at_most_13_is_only_4_of_7() -> None:
    assert list(admissible_pairs(Interval(56.5, 57.5), Base(0, 13))) == [(4, 7)]


def test_13_respondents_allow_14_whole_percentages() -> None:
    possible = [p for p in range(101) if admissible_counts(published_box(p), 13)]
    assert possible == [0, 8, 15, 23, 31, 38, 46, 54, 62, 69, 77, 85, 92, 100]


@given(samples)
def test_a_published_percentage_keeps_the_true_count(sample: tuple[int, int]) -> None:
    count, n = sample
    published = math.floor(100 * count / n + 0.5)
    assert count in admissible_counts(published_box(published), n)


def test_sampling_hull_by_hand() -> None:
    found = sampling_hull(Interval(52.5, 53.5), Base(218, 218))
    assert found is not None
    assert found.low == 100 * wilson(115, 218).low
    assert found.high == 100 * wilson(116, 218).high
    assert (round(found.low, 1), round(found.high, 1)) == (46.1, 59.7)


@given(boxes, st.integers(1, 60), st.integers(0, 30))
def test_sampling_hull_holds_every_admissible_wilson(box: Interval, low: int, more: int) -> None:
    base = Base(low, low + more)
    pairs = list(admissible_pairs(box, base))
    found = sampling_hull(box, base)
    if found is None:
        assert not pairs
    else:
        assert math.isclose(found.low, 100 * min(wilson(*pair).low for pair in pairs))
        assert math.isclose(found.high, 100 * max(wilson(*pair).high for pair in pairs))


def test_sampling_hull_without_an_upper_limit_is_unknown() -> None:
    assert sampling_hull(Interval(10, 11), Base(5, None)) is None


def test_need_met_by_rounding_only() -> None:
    found = need_met_share(Interval(52.5, 53.5), Interval(28.5, 29.5))
    assert found.low == 52.5 / 82
    assert found.high == 53.5 / 82


@pytest.mark.parametrize(
    ("use", "need"), [(Interval(0, 0), Interval(0, 0)), (Interval(0, 0.5), Interval(0, 100))]
)
def test_need_met_is_unknown_when_nobody_may_have_the_need(use: Interval, need: Interval) -> None:
    assert need_met_share(use, need) == Interval(0, 1)
    assert need_met_share_with_sampling(use, need, Base(148, 149)) == Interval(0, 1)


def test_participation_is_57_to_72() -> None:
    found = need_met_share_with_sampling(
        Interval(52.5, 53.5), Interval(28.5, 29.5), Base(218, 218), Interval(81.5, 82.5)
    )
    assert (round(100 * found.low, 1), round(100 * found.high, 1)) == (57.0, 71.4)
    assert round_outward(Interval(100 * found.low, 100 * found.high)) == Interval(57, 72)


def test_skills_patronage_is_58_to_76() -> None:
    found = need_met_share_with_sampling(
        Interval(51.5, 52.5), Interval(24.5, 25.5), Base(148, 149), Interval(76.5, 77.5)
    )
    assert round_outward(Interval(100 * found.low, 100 * found.high)) == Interval(58, 76)


@given(boxes, boxes, st.integers(1, 40), st.integers(0, 3))
def test_the_short_way_to_need_met_equals_every_pair(
    use: Interval, need: Interval, low: int, more: int
) -> None:
    base = Base(low, low + more)
    every = [
        wilson(u, u + e)
        for n in range(base.low or 0, (base.high or 0) + 1)
        for u in admissible_counts(use, n)
        for e in admissible_counts(need, n)
        if u + e <= n
    ]
    found = need_met_share_with_sampling(use, need, base)
    if every:
        assert math.isclose(found.low, min(interval.low for interval in every), abs_tol=1e-12)
        assert math.isclose(found.high, max(interval.high for interval in every), abs_tol=1e-12)
    else:
        assert found == Interval(0, 1)


@given(st.floats(0, 100), st.floats(0, 100))
def test_rounding_outward_starts_from_the_tenths(one: float, other: float) -> None:
    interval = Interval(min(one, other), max(one, other))
    rounded = round_outward(interval)
    assert rounded.low <= interval.low + 0.05 + 1e-9
    assert interval.high - 0.05 - 1e-9 <= rounded.high
    assert rounded.low.is_integer()
    assert rounded.high.is_integer()
