"""What must add up narrows the boxes and never loses the truth (property 8)."""

import math
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.intervals import need_met_share
from benchmarks.model import Interval
from benchmarks.tightening import NOT_PUBLISHED, InconsistentError, hull, published_box, tighten

Scale = tuple[tuple[str, ...], dict[str, tuple[str, ...]]]
SCALES: dict[str, Scale] = {
    "use_need": (("use", "need", "no_need", "dont_know"), {"use_or_need": ("use", "need")}),
    "agree": (
        ("strongly_agree", "agree", "disagree", "strongly_disagree", "dont_know"),
        {
            "agree_total": ("strongly_agree", "agree"),
            "disagree_total": ("disagree", "strongly_disagree"),
            "disagree_or_dont_know": ("disagree", "strongly_disagree", "dont_know"),
        },
    ),
    "cooperation": (
        ("yes_continue", "yes_stop", "no_wish", "no_no_wish", "dont_know"),
        {"yes_total": ("yes_continue", "yes_stop"), "wish": ("yes_continue", "no_wish")},
    ),
}
SLACK = 1e-6


@dataclass(frozen=True)
class Table:
    """A true table, and what a study prints of it."""

    counts: dict[str, int]
    totals: dict[str, tuple[str, ...]]
    printed: frozenset[str]

    @property
    def truth(self) -> dict[str, float]:
        n = sum(self.counts.values())
        exact = {code: 100 * count / n for code, count in self.counts.items()}
        return exact | {code: sum(exact[part] for part in parts) for code, parts in self.totals.items()}

    def box(self, code: str, printed: frozenset[str]) -> Interval:
        return published_box(math.floor(self.truth[code] + 0.5)) if code in printed else NOT_PUBLISHED

    def tightened(self, printed: frozenset[str] | None = None) -> dict[str, Interval]:
        shown = self.printed if printed is None else printed
        return tighten(
            {code: self.box(code, shown) for code in self.counts},
            {code: (parts, self.box(code, shown)) for code, parts in self.totals.items()},
        )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    answers, totals = SCALES[draw(st.sampled_from(sorted(SCALES)))]
    counts = draw(
        st.lists(st.integers(0, 250), min_size=len(answers), max_size=len(answers)).filter(
            lambda c: sum(c) > 0
        )
    )
    printed = draw(st.sets(st.sampled_from([*answers, *totals])))
    return Table(dict(zip(answers, counts, strict=True)), totals, frozenset(printed))


@given(tables())
def test_the_truth_lies_inside_every_interval(table: Table) -> None:
    for code, box in table.tightened().items():
        assert box.low - SLACK <= table.truth[code] <= box.high + SLACK


@given(tables())
def test_tightening_never_widens(table: Table) -> None:
    for code, box in table.tightened().items():
        assert box.within(table.box(code, table.printed))


@given(tables())
def test_tightening_twice_changes_nothing(table: Table) -> None:
    once = table.tightened()
    twice = tighten(
        {code: once[code] for code in table.counts},
        {code: (parts, once[code]) for code, parts in table.totals.items()},
    )
    for code, box in once.items():
        assert math.isclose(box.low, twice[code].low, abs_tol=SLACK)
        assert math.isclose(box.high, twice[code].high, abs_tol=SLACK)


@given(tables(), st.data())
def test_publishing_more_never_widens(table: Table, data: st.DataObject) -> None:
    more = table.printed | data.draw(st.sets(st.sampled_from([*table.counts, *table.totals])))
    before, after = table.tightened(), table.tightened(more)
    for code, box in after.items():
        assert before[code].low - SLACK <= box.low
        assert box.high <= before[code].high + SLACK


@given(tables().filter(lambda table: "use" in table.counts))
def test_the_true_share_of_met_needs_lies_inside(table: Table) -> None:
    use, need = table.counts["use"], table.counts["need"]
    boxes = table.tightened()
    found = need_met_share(boxes["use"], boxes["need"])
    if use + need:
        assert found.low - SLACK <= use / (use + need) <= found.high + SLACK


def test_one_equation_is_the_formula_of_the_method() -> None:
    raw = {"use": Interval(10, 50), "need": Interval(20, 30), "no_need": Interval(0, 100)}
    found = tighten(raw, {})
    for code, box in raw.items():
        others = [other for name, other in raw.items() if name != code]
        assert found[code].low == max(box.low, 100 - sum(other.high for other in others))
        assert found[code].high == min(box.high, 100 - sum(other.low for other in others))


def subcontracting(use: Interval) -> Interval:
    given_boxes = {
        "use": use,
        "need": Interval(0, 1),
        "no_need": published_box(23),
        "dont_know": NOT_PUBLISHED,
    }
    return tighten(given_boxes, {})["dont_know"]


def test_subcontracting_gives_dont_know_in_10_to_13() -> None:
    assert subcontracting(published_box(65)) == Interval(10, 13)


def test_subcontracting_with_the_summary_in_the_hull_gives_7_to_13() -> None:
    assert subcontracting(hull([published_box(65), published_box(68)])) == Interval(7, 13)


def test_two_published_sums_give_what_is_left() -> None:
    """26 agree and 68 disagree leave 5 to 7 who do not know."""
    answers = dict.fromkeys(SCALES["agree"][0], NOT_PUBLISHED)
    totals = {
        "agree_total": (("strongly_agree", "agree"), published_box(26)),
        "disagree_total": (("disagree", "strongly_disagree"), published_box(68)),
    }
    assert tighten(answers, totals)["dont_know"] == Interval(5, 7)


def test_boxes_that_exceed_100_are_refused_by_name() -> None:
    with pytest.raises(InconsistentError) as caught:
        tighten({"use": published_box(60), "need": published_box(45)}, {})
    assert caught.value.names == ("use", "need")
    assert caught.value.least == 104


def test_boxes_that_cannot_reach_100_are_refused() -> None:
    with pytest.raises(InconsistentError, match="lies between"):
        tighten({"use": published_box(60), "need": published_box(25)}, {})


def test_a_sum_that_its_parts_cannot_give_is_refused() -> None:
    with pytest.raises(InconsistentError, match="use_or_need"):
        tighten(
            {"use": published_box(30), "need": published_box(30), "no_need": NOT_PUBLISHED},
            {"use_or_need": (("use", "need"), published_box(70))},
        )


@pytest.mark.parametrize(("value", "low", "high"), [(0, 0, 0.5), (53, 52.5, 53.5), (100, 99.5, 100)])
def test_a_published_percentage_is_a_box(value: float, low: float, high: float) -> None:
    assert published_box(value) == Interval(low, high)
