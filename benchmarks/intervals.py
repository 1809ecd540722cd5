"""Intervals in one formula, Wilson's: for a count, a difference, several shares, and hulls over counts.

Two units, never mixed: what is computed from counts is a *proportion* 0-1; what is computed from a
published box is in *percent* like the box. Standard library only; statsmodels is the oracle of the tests.
Sources: Wilson 1927; Newcombe 1998 (method 10); Goodman 1965; Brown, Cai & DasGupta 2001.
"""

import math
from collections.abc import Iterator, Sequence
from statistics import NormalDist

from benchmarks.model import Base, Interval, ItemFigures

_SLACK = 1e-9
"""Forgives binary rounding when a box end falls exactly on a count."""

UNIT = Interval(0.0, 1.0)
"""Nothing is known of a proportion."""


def z_of(confidence: float = 0.95, comparisons: int = 1) -> float:
    """Return z such that `comparisons` intervals hold together with that confidence (Bonferroni)."""
    return NormalDist().inv_cdf(1 - (1 - confidence) / (2 * comparisons))


Z95 = z_of()
"""1.959964: the z of one 95 % interval."""


def wilson(count: int, n: int, z: float = Z95) -> Interval:
    """Return Wilson's interval of a proportion (0-1); [0, 1] when n is 0, exact 0 and 1 at the ends.

    Raises ValueError when the count is not between 0 and n.
    """
    if not 0 <= count <= n:
        raise ValueError(f"a count of {count} among {n} is impossible")
    if n == 0:
        return UNIT
    share, z2 = count / n, z * z
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    low = 0.0 if count == 0 else max(0.0, centre - half)
    high = 1.0 if count == n else min(1.0, centre + half)
    return Interval(low, high)


def newcombe_difference(count1: int, n1: int, count2: int, n2: int, z: float = Z95) -> Interval:
    """Return Newcombe's interval of p1 - p2, a difference of proportions (-1 to 1), from two Wilsons.

    Raises ValueError when a base is 0: a difference with nobody is undefined.
    """
    if n1 == 0 or n2 == 0:
        raise ValueError("a difference needs two bases that are not empty")
    p1, p2 = count1 / n1, count2 / n2
    first, second = wilson(count1, n1, z), wilson(count2, n2, z)
    low = p1 - p2 - math.hypot(p1 - first.low, second.high - p2)
    high = p1 - p2 + math.hypot(first.high - p1, p2 - second.low)
    return Interval(low, high)


def goodman(counts: Sequence[int], confidence: float = 0.95) -> tuple[Interval, ...]:
    """Return Goodman's simultaneous intervals (0-1) of the shares of one question: Wilson at z(α/2k)."""
    z, total = z_of(confidence, max(1, len(counts))), sum(counts)
    return tuple(wilson(count, total, z) for count in counts)


def admissible_counts(box: Interval, n: int) -> range:
    """Return every count among n whose percentage lies in the box (percent); empty when none does."""
    first = max(0, math.ceil(box.low * n / 100 - _SLACK))
    last = min(n, math.floor(box.high * n / 100 + _SLACK))
    return range(first, last + 1)


def admissible_bases(base: Base) -> range:
    """Return every size the base can have; empty when it has no upper limit."""
    return range(base.low or 0, (-1 if base.high is None else base.high) + 1)


def admissible_pairs(box: Interval, base: Base) -> Iterator[tuple[int, int]]:
    """Yield every (count, n) that the box (percent) and the base allow, n > 0."""
    for n in admissible_bases(base):
        if n > 0:
            yield from ((count, n) for count in admissible_counts(box, n))


def sampling_hull(box: Interval, base: Base, z: float = Z95) -> Interval | None:
    """Return the hull of Wilson over the admissible counts, in percent like the box.

    None when no count of the base fits the box, or when the base has no upper limit.
    """
    ends = []
    for n in admissible_bases(base):
        counts = admissible_counts(box, n)
        if n > 0 and counts:
            ends.append((wilson(counts[0], n, z).low, wilson(counts[-1], n, z).high))
    return _percent_hull(ends)


def difference_hull(count: int, n: int, box: Interval, base: Base, z: float = Z95) -> Interval | None:
    """Return the hull of Newcombe's interval of count/n less a published share, in points (-100 to 100).

    Over every count that the box (percent) and the base allow; only the fewest and the most of each base are
    looked at, as one more on the other side always lowers both ends. None when there is no such count.
    """
    ends = []
    for other in admissible_bases(base):
        counts = admissible_counts(box, other)
        if n > 0 and other > 0 and counts:
            low = newcombe_difference(count, n, counts[-1], other, z).low
            high = newcombe_difference(count, n, counts[0], other, z).high
            ends.append((low, high))
    return _percent_hull(ends)


def error_withstood(count: int, n: int, box: Interval, base: Base, z: float = Z95) -> float | None:
    """Return by how many points a published share may be wrong, beyond its box, before a difference vanishes.

    None when the difference is not sure in the first place: Newcombe's interval at z holds 0.
    """
    hull = difference_hull(count, n, box, base, z)
    if hull is None or hull.low <= 0 <= hull.high:
        return None
    is_above = hull.low > 0
    found = []
    for other in admissible_bases(base):
        counts = admissible_counts(box, other)
        if other > 0 and counts:
            last = _last_that_differs(count, n, other, counts[-1] if is_above else counts[0], is_above, z)
            share = 100 * last / other
            found.append(share - box.high if is_above else box.low - share)
    return max(0.0, min(found))


def _last_that_differs(count: int, n: int, other: int, start: int, is_above: bool, z: float) -> int:
    """Return the count of the other side nearest to ours from which ours still differs, found by halving."""
    sure, ours = start, round(count * other / n)
    unsure = max(start, ours) + 1 if is_above else min(start, ours) - 1
    while abs(unsure - sure) > 1:
        middle = (sure + unsure) // 2
        interval = newcombe_difference(count, n, middle, other, z)
        if interval.low > 0 if is_above else interval.high < 0:
            sure = middle
        else:
            unsure = middle
    return sure


def need_met_share(use: Interval, need: Interval) -> Interval:
    """Return q = use / (use + need) (0-1) by rounding and conflicts only, from two boxes in percent.

    [L_U / (L_U + H_N), H_U / (H_U + L_N)], and 0 to 1 where it is 0/0 (METHOD §1).
    """
    low = use.low / (use.low + need.high) if use.low + need.high > 0 else 0.0
    high = use.high / (use.high + need.low) if use.high + need.low > 0 else 1.0
    return Interval(low, high)


def need_met_share_with_sampling(
    use: Interval, need: Interval, base: Base, use_or_need: Interval | None = None, z: float = Z95
) -> Interval:
    """Return q's interval (0-1) including chance: the hull of Wilson of u / (u + e) over admissible counts.

    Boxes in percent; `use_or_need` keeps only the counts that also give the published sum. [0, 1] when
    nobody may have used or needed the thing, or when no count fits. Only the fewest and most needs
    of each use count are looked at: one more need always lowers both ends of Wilson.
    """
    ends = []
    for n in admissible_bases(base):
        sums = admissible_counts(use_or_need, n) if use_or_need else range(n + 1)
        needs = admissible_counts(need, n)
        for used in admissible_counts(use, n):
            if not sums or not needs:
                continue
            fewest, most = max(needs[0], sums[0] - used), min(needs[-1], sums[-1] - used)
            if fewest <= most:
                ends.append((wilson(used, used + most, z).low, wilson(used, used + fewest, z).high))
    return Interval(min(low for low, _ in ends), max(high for _, high in ends)) if ends else UNIT


def need_met(figures: ItemFigures, z: float = Z95) -> Interval:
    """Return q's interval including chance (0-1) for one of the use/need items: its evidence (METHOD §3)."""
    total = figures.totals["use_or_need"].box if "use_or_need" in figures.totals else None
    shares = figures.shares
    return need_met_share_with_sampling(shares["use"].box, shares["need"].box, figures.base, total, z)


def round_outward(interval: Interval) -> Interval:
    """Return an interval in percent to whole points, outward from its tenths (57.0-71.4 → 57-72).

    The tenth comes first, so that 56.99, shown as 57.0 wherever tenths are shown, is 57 here too.
    """
    low, high = math.floor(round(interval.low, 1)), math.ceil(round(interval.high, 1))
    return Interval(float(low), float(high))


def _percent_hull(ends: Sequence[tuple[float, float]]) -> Interval | None:
    """Return the percent interval holding every pair of proportions; None when there is none."""
    if not ends:
        return None
    return Interval(100 * min(low for low, _ in ends), 100 * max(high for _, high in ends))
