"""One question broken down by a profile question: the groups printed, and what is hidden of each (METHOD §5).

Groups of a question with one answer part the organisations that answered: those too small are printed
together, so that every base stands and every sum of groups is a printed one. Goals overlap: each is weighed
against those that did not choose it, and of two with nearly the same members the smaller is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.group_disclosure import SMALL
from assessment.networks.counting import Counts, counts_by_goal, counts_by_group, counts_of, shared_by_goals
from assessment.networks.disclosure import THRESHOLD, Hidden, Pattern, grouped, table_patterns
from assessment.networks.table import GOALS, AnswerTable, parts_of


@dataclass(frozen=True, slots=True)
class Group:
    """One line of a breakdown."""

    names: tuple[str, ...]
    """Codes of the profile question, "not_stated" among them; several when they are printed together."""
    base: int
    """Organisations of the group that answered, ten or more."""
    counts: tuple[int | None, ...]
    """By answer, in the order of the scale; None when hidden."""
    hidden: Pattern
    """Why each count is hidden."""


def groups_of(table: AnswerTable, question_id: str, by: str, total: Pattern) -> tuple[Group, ...]:
    """Return the groups of one question that may be printed, given what is hidden of their sum."""
    parts = parts_of(table, question_id)
    if by == GOALS:
        return _goals(table, question_id, total, parts)
    counted = counts_by_group(table, question_id, by)
    found = grouped({name: sum(counts) for name, counts in counted.items()})
    if found is None:
        return ()
    names = [*((name,) for name in found.alone), *((found.together,) if found.together else ())]
    rows = [_added([counted[name] for name in together]) for together in names]
    patterns = _patterns(rows, total, parts)
    if patterns is None:
        return ()
    return tuple(_group(*line) for line in zip(names, rows, patterns, strict=True))


def _group(names: tuple[str, ...], counts: Counts, pattern: Pattern) -> Group:
    shown = tuple(None if why else count for count, why in zip(counts, pattern, strict=True))
    return Group(names, sum(counts), shown, pattern)


def _goals(
    table: AnswerTable, question_id: str, total: Pattern, parts: Sequence[Sequence[int]]
) -> tuple[Group, ...]:
    """Return the goals that may be printed, each beside those that did not choose it."""
    counted = counts_by_goal(table, question_id)
    everyone = counts_of(table, question_id)
    apart = shared_by_goals(table, question_id)
    sizes = {goal: sum(counts) for goal, counts in counted.items()}
    kept: list[str] = []
    for goal in sorted(sizes, key=lambda goal: (-sizes[goal], int(goal))):
        rest = sum(everyone) - sizes[goal]
        if sizes[goal] >= THRESHOLD and (rest == 0 or rest >= THRESHOLD) and not _too_near(goal, kept, apart):
            kept.append(goal)
    found = []
    for goal in sorted(kept, key=int):
        rest_of_them = tuple(n - own for n, own in zip(everyone, counted[goal], strict=True))
        patterns = _patterns([counted[goal], rest_of_them], total, parts)
        if patterns:
            found.append(_group((goal,), counted[goal], patterns[0]))
    return tuple(found)


def _too_near(goal: str, kept: Sequence[str], apart: Mapping[tuple[str, str], int]) -> bool:
    """Say whether a goal has the members of one already kept but for one to four."""
    distances = (apart.get((goal, other), apart.get((other, goal), 0)) for other in kept)
    return any(0 < distance < SMALL for distance in distances)


def _added(rows: Sequence[Counts]) -> Counts:
    return tuple(sum(column) for column in zip(*rows, strict=True))


def _patterns(
    rows: Sequence[Counts], total: Pattern, parts: Sequence[Sequence[int]]
) -> tuple[Pattern, ...] | None:
    """Return what to hide of each row, part by part of the answers; None when nothing may be printed."""
    found: list[dict[int, Hidden | None]] = [{} for _ in rows]
    for places in parts:
        patterns = table_patterns(
            [[row[place] for place in places] for row in rows], tuple(total[place] for place in places)
        )
        if patterns is None:
            return None
        for own, pattern in zip(found, patterns, strict=True):
            own |= dict(zip(places, pattern, strict=True))
    return tuple(tuple(own[place] for place in range(len(total))) for own in found)
