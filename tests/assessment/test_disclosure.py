"""Property 13: no base under the threshold, no hidden cell recoverable by subtraction (METHOD §5, §6).

The attacker reads every printed number, knows the rules and has a solver of integer programs: a hidden cell
is safe when the least and the most it can hold are different.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from assessment.group_disclosure import SMALL
from assessment.networks.disclosure import THRESHOLD, Pattern, grouped, row_pattern, table_patterns
from assessment.networks.groups import Group, groups_of
from assessment.networks.packing import counted_shares
from assessment.networks.shares import network, pattern_of
from assessment.networks.table import GOALS, AnswerTable, Codes
from benchmarks.loading import standard_benchmark
from questionnaire.loading import standard_questionnaire

QUESTIONNAIRE = standard_questionnaire()
MANY = 10_000.0
counts = st.one_of(st.integers(0, 12), st.integers(0, 60))


def can_hold(rows: Sequence[Sequence[int]], patterns: Sequence[Pattern]) -> Iterator[tuple[int, int]]:
    """Yield, for each hidden cell, the least and the most it can hold; the last row is the sum of the others.

    One row alone has a printed sum only.
    """
    flat = [
        (count, why)
        for row, pattern in zip(rows, patterns, strict=True)
        for count, why in zip(row, pattern, strict=True)
    ]
    low = [{None: count, "small": 1, "with_it": 0}[why] for count, why in flat]
    high = [{None: count, "small": SMALL - 1, "with_it": MANY}[why] for count, why in flat]
    width, parts = len(rows[0]), len(rows) - 1
    equations, totals = [], []
    for line, row in enumerate(rows):
        equations.append([1.0 if place // width == line else 0.0 for place in range(len(flat))])
        totals.append(float(sum(row)))
    for column in range(width if parts else 0):
        signs = [0.0] * len(flat)
        for line in range(parts):
            signs[line * width + column] = 1.0
        signs[parts * width + column] = -1.0
        equations.append(signs)
        totals.append(0.0)
    held = LinearConstraint(np.array(equations), totals, totals)
    for place, (_, why) in enumerate(flat):
        if why:
            ends = []
            for sign in (1, -1):
                goal = np.zeros(len(flat))
                goal[place] = sign
                found = milp(goal, constraints=held, bounds=Bounds(low, high), integrality=np.ones(len(flat)))
                assert found.success
                ends.append(round(sign * found.fun))
            yield ends[0], ends[1]


def test_the_attacker_finds_what_is_badly_hidden() -> None:
    assert list(can_hold([[3, 40, 20]], [("small", None, None)])) == [(3, 3)]
    assert list(
        can_hold([[3, 20], [9, 30], [12, 50]], [("small", "with_it"), (None, None), (None, None)])
    ) == [(3, 3), (20, 20)]


@given(st.lists(counts, min_size=2, max_size=7).filter(lambda row: sum(row) >= THRESHOLD))
@settings(max_examples=40, deadline=None)
def test_no_hidden_count_of_a_row_can_be_worked_out(row: list[int]) -> None:
    pattern = row_pattern(row)
    assert all(why for count, why in zip(row, pattern, strict=True) if 0 < count < SMALL)
    # One sign for every hidden cell: why it is hidden is not printed.
    alike: Pattern = tuple("with_it" if why else None for why in pattern)
    assert all(least < most for least, most in can_hold([row], [alike]))


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(counts, min_size=width, max_size=width), min_size=2, max_size=5)
    )
)
@settings(max_examples=30, deadline=None)
def test_no_hidden_count_of_a_table_can_be_worked_out(rows: list[list[int]]) -> None:
    kept = [row for row in rows if sum(row) >= THRESHOLD]
    if len(kept) < 2:
        return
    total = [sum(column) for column in zip(*kept, strict=True)]
    pattern = row_pattern(total)
    patterns = table_patterns(kept, pattern)
    if patterns is None:
        return
    shown = [*patterns, pattern]
    for row, own in zip([*kept, total], shown, strict=True):
        assert all(why for count, why in zip(row, own, strict=True) if 0 < count < SMALL)
    assert all(least < most for least, most in can_hold([*kept, total], shown))


def test_a_table_of_large_counts_is_printed_whole() -> None:
    rows = [[20, 30, 40], [25, 0, 60]]
    assert row_pattern([45, 30, 100]) == (None, None, None)
    assert table_patterns(rows, (None, None, None)) == ((None,) * 3, (None,) * 3)


def test_what_gives_a_small_cell_back_is_hidden_with_it() -> None:
    assert row_pattern([2, 40, 30, 8]) == ("small", None, None, "with_it")
    assert row_pattern([2, 40, 12, 8]) == ("small", None, "with_it", "with_it")
    patterns = table_patterns([[2, 40], [50, 60]], (None, None))
    assert patterns == (("small", "with_it"), ("with_it", "with_it"))


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_groups_have_bases_and_none_differs_by_a_few(sizes: list[int]) -> None:
    named = {str(place): size for place, size in enumerate(sizes)}
    found = grouped(named)
    if found is None:
        return
    bases = [named[name] for name in found.alone]
    if found.together:
        bases.append(sum(named[name] for name in found.together))
    assert sum(bases) == sum(sizes)
    assert all(base >= THRESHOLD for base in bases)
    # A group and everybody differ by all the other groups, which hold ten or more.
    assert all(sum(sizes) - base >= THRESHOLD for base in bases)


def rows_of(total: int, cells: int) -> Iterator[tuple[int, ...]]:
    """Yield every way of sharing a total among cells."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in rows_of(total - first, cells - 1))


@pytest.mark.parametrize("total", [10, 13, 16, 20, 26])
def test_no_small_cell_comes_back_even_for_who_knows_the_rule(total: int) -> None:
    """Lay every row beside all those that read the same: a small count is never the only one possible."""
    read: dict[tuple[int | None, ...], list[tuple[int, ...]]] = {}
    for row in rows_of(total, 4):
        shown = tuple(None if why else n for n, why in zip(row, row_pattern(row), strict=True))
        read.setdefault(shown, []).append(row)
    hidden = 0
    for shown, alike in read.items():
        for place, cell in enumerate(shown):
            possible = {row[place] for row in alike}
            assert cell is not None or len(possible) > 1 or min(possible) >= SMALL, alike
            hidden += cell is None
    assert hidden


def mixed_table(given: Mapping[str, Sequence[int]], size: int = 60) -> AnswerTable:
    """Return answers in these numbers; half yes and half need to every other question."""
    rows = []
    for question in QUESTIONNAIRE.questions:
        counts = given.get(question.id, [size // 2, size // 2])
        rows.append(np.repeat(np.arange(1, len(counts) + 1), counts).astype(np.uint8))
    return AnswerTable.of(QUESTIONNAIRE, np.array(rows))


def test_the_base_of_the_forms_never_tells_who_did_not_cooperate() -> None:
    """Three never cooperated, and hidden among seventeen: the 57 answers to a form would tell them."""
    table = mixed_table({"cooperation_past": [40, 17, 3, 0, 0]})
    found = network(table, standard_benchmark())
    forms = [one for part in found.tables for one in part.questions if one.question == "patronage_financial"]
    assert [one.base for one in forms] == [None]
    assert "patronage_financial" not in {one.question for one in counted_shares(table)}


def test_situations_are_kept_back_where_a_use_or_a_need_is_hidden() -> None:
    table = mixed_table({"platform_participation": [20, 36, 2, 2], "tech_ai": [20, 20, 10, 10]})
    found = network(table, standard_benchmark())
    assert all(
        cell.count is None for domain in ("platforms", "all") for cell in found.situations[domain].values()
    )


def test_the_next_smallest_group_joins_those_too_small() -> None:
    found = grouped({"a": 40, "b": 3, "c": 12, "d": 30})
    assert found is not None
    assert (found.alone, found.together) == (("a", "d"), ("b", "c"))
    assert grouped({"a": 40, "b": 3}) is None
    assert grouped({"a": 40, "b": 30}) is not None


def random_table(seed: int, size: int) -> AnswerTable:
    """Return answers given unevenly, so that small cells are many."""
    rng = np.random.default_rng(seed)
    rows = []
    for question in QUESTIONNAIRE.questions:
        width = len(QUESTIONNAIRE.scale(question.scale).codes) + 1
        rows.append(rng.choice(width, size, p=rng.dirichlet(np.full(width, 0.6))).astype(np.uint8))
    employees = rng.choice(5, size, p=[0.05, 0.6, 0.25, 0.07, 0.03]).astype(np.uint8)
    goals = (rng.random((size, 17)) < rng.random(17) * 0.6) @ (1 << np.arange(1, 18))
    return AnswerTable.of(QUESTIONNAIRE, np.array(rows), {"employees": employees}, goals.astype(np.uint32))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("by", ["employees", GOALS])
def test_a_whole_network_gives_no_hidden_cell_back(seed: int, by: str) -> None:
    table = random_table(seed, 60 + 90 * seed)
    compared = 0
    for question in QUESTIONNAIRE.questions[1::3]:
        codes = table.put(question.id)
        width = len(table.codes(question.id))
        total = [int(np.count_nonzero(codes == code)) for code in range(1, width + 1)]
        if sum(total) < THRESHOLD:
            continue
        pattern = pattern_of(table, question.id, total)
        groups = groups_of(table, question.id, by, pattern)
        compared += len(groups)
        assert all(group.base >= THRESHOLD for group in groups)
        for group in groups:
            assert [count is None for count in group.counts] == [why is not None for why in group.hidden]
            assert not any(count and count < SMALL for count in group.counts)
        if groups and by == "employees":
            rows = [_true_row(table, codes, group, width) for group in groups]
            patterns = [*(group.hidden for group in groups), pattern]
            assert all(least < most for least, most in can_hold([*rows, total], patterns))
        for group in groups if by == GOALS else ():
            own = _true_goal(table, codes, group, width)
            rest = [n - m for n, m in zip(total, own, strict=True)]
            # Those that did not choose it are never printed: a cell of theirs shows only if both others do.
            seen = tuple(a or b for a, b in zip(group.hidden, pattern, strict=True))
            loose: Pattern = tuple("with_it" if why else None for why in seen)
            assert all(why for count, why in zip(rest, seen, strict=True) if 0 < count < SMALL)
            assert all(a < b for a, b in can_hold([own, rest, total], [group.hidden, loose, pattern]))
    assert compared


def _true_row(table: AnswerTable, codes: Codes, group: Group, width: int) -> list[int]:
    choices = [choice.code for choice in QUESTIONNAIRE.profile_question("employees").choices]
    places = [0 if name == "not_stated" else choices.index(name) + 1 for name in group.names]
    inside = np.isin(table.profile["employees"], places)
    return [int(np.count_nonzero(codes[inside] == code)) for code in range(1, width + 1)]


def _true_goal(table: AnswerTable, codes: Codes, group: Group, width: int) -> list[int]:
    inside = (table.goals >> int(group.names[0])) & 1 == 1
    return [int(np.count_nonzero(codes[inside] == code)) for code in range(1, width + 1)]
