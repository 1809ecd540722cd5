"""A table of answers scored by the one scorer: each vector of a domain once, then looked up (METHOD §5).

A domain has finitely many answer vectors: what the scorer finds for each is kept, so that the table path is
the scalar path. A vector is numbered in base 5; its five counts are packed in one number, and such numbers
add up over domains: the 19 items together are three look-ups and two additions.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import prod
from typing import Any, TypeVar, get_args

import numpy as np
from numpy.typing import NDArray

from assessment.networks.table import AnswerTable, Codes, by_condition
from assessment.scoring import ALL, DOMAINS, DomainProfile, State, domain_profile
from questionnaire.model import Domain, Question, Questionnaire

Packed = NDArray[np.uint32]
Unsigned = NDArray[np.unsignedinteger[Any]]
Number = TypeVar("Number", np.uint8, np.float32)

STATES: tuple[State, ...] = ("unanswered", "use", "need", "no_need", "dont_know")
"""States by code; a blank of a question that was not put is not asked."""
COUNTED: tuple[State, ...] = ("use", "need", "no_need", "dont_know", "unanswered")
"""States counted in a packed number, the first in its lowest digit; what is left was not asked."""
_BASE = len(STATES)
_RADIX = 20
"""A count goes from 0 to 19."""
_CHUNK = 1 << 16
"""Organisations scored at a time, so that what is worked on stays in the processor's cache."""
_SHORT = 3
"""Items whose number fits one byte; twice as many fit two."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the scorer says of one set of counts; None is undefined, never 0."""

    stage: int | None
    coverage: float | None
    clarity: float | None
    completeness: float | None
    outside_ladder: str | None


@dataclass(frozen=True, slots=True)
class ScoredTable:
    """Many profiles: per domain and for the 19 items, one packed number per organisation."""

    packed: Mapping[str, Packed]
    """By domain and "all"; `counts` and `figures` read it."""

    def counts(self, domain: str) -> dict[State, NDArray[np.uint8]]:
        """Return how many items of each organisation are in each state."""
        left, found = self.packed[domain], dict[State, NDArray[np.uint8]]()
        for state in COUNTED:
            left, digit = np.divmod(left, np.uint32(_RADIX))
            found[state] = digit.astype(np.uint8)
        return found

    def stages(self, domain: str) -> NDArray[np.uint8]:
        """Return the situation of the needs of each organisation, 1 to 4; 0 outside the ladder."""
        return _spread(self.packed[domain], lambda one: one.stage or 0, np.uint8)

    def coverage(self, domain: str) -> NDArray[np.float32]:
        """Return u/(u+e) of each organisation; nan when nothing is used or needed."""
        return _spread(self.packed[domain], lambda one: _or_nan(one.coverage), np.float32)

    def clarity(self, domain: str) -> NDArray[np.float32]:
        """Return (u+e+x)/n of each organisation; nan when nothing is answered."""
        return _spread(self.packed[domain], lambda one: _or_nan(one.clarity), np.float32)

    def situations(self, domain: str) -> dict[str, int]:
        """Count the organisations by situation of their needs: "1" to "4", or why there is none."""
        times = np.bincount(self.packed[domain])
        found: dict[str, int] = {}
        for one in np.flatnonzero(times).tolist():
            said = figures_of(one)
            name = str(said.stage or said.outside_ladder)
            found[name] = found.get(name, 0) + int(times[one])
        return found


def score_table(table: AnswerTable) -> ScoredTable:
    """Score every organisation of a table."""
    size, scorer = table.organisations, _scorer(table.questionnaire)
    packed = {domain: np.empty(size, np.uint32) for domain in DOMAINS}
    whole = np.empty(size, np.uint32)
    for start in range(0, size, _CHUNK):
        part = slice(start, min(size, start + _CHUNK))
        for domain in DOMAINS:
            scorer.domains[domain].score(table, part, packed[domain][part])
        first, second, third = (packed[domain][part] for domain in DOMAINS)
        np.add(first, second, out=whole[part])
        whole[part] += third
    return ScoredTable({**packed, ALL: whole})


@cache
def figures_of(packed: int) -> Figures:
    """Return what the scorer says of counts, however many items they come from."""
    states, left = list[State](), packed
    for state in COUNTED:
        left, count = divmod(left, _RADIX)
        states.extend([state] * count)
    return _figures(domain_profile((str(place), state) for place, state in enumerate(states)))


def _figures(profile: DomainProfile) -> Figures:
    return Figures(
        stage=profile.stage,
        coverage=_number(profile.coverage),
        clarity=_number(profile.clarity),
        completeness=_number(profile.completeness),
        outside_ladder=profile.outside_ladder,
    )


class _Vectors:
    """Every answer vector of one domain, each scored when it is first met."""

    def __init__(self, items: Iterable[Question]) -> None:
        self._groups = by_condition(items)
        self._packed = np.zeros(prod(_vectors_of(group) for group in self._groups), np.uint32)
        """1 + the packed counts of each vector; 0 as long as the scorer has not met it."""

    def score(self, table: AnswerTable, part: slice, out: Packed) -> None:
        """Write the packed counts of some organisations."""
        vectors = self._numbers(table, part)
        np.take(self._packed, vectors, out=out, mode="clip")
        if out.size and not out.min():
            self._meet(np.unique(vectors[out == 0]))
            np.take(self._packed, vectors, out=out, mode="clip")
        out -= 1

    def _numbers(self, table: AnswerTable, part: slice) -> Packed:
        """Return the number of each vector, one digit per group of items put together."""
        first, *others = self._groups
        number = _digit(table, first, part).astype(np.uint32)
        for group in others:
            number *= np.uint32(_vectors_of(group))
            number += _digit(table, group, part)
        return number

    def _meet(self, vectors: Packed) -> None:
        """Have the scorer look at vectors not met yet: at one of those that hold the same answers.

        The order of the items changes no figure (METHOD §6, property 4), and a test compares every vector of
        every domain with the scorer's own word: looking at each of them here would take seconds.
        """
        held = self._held(vectors)
        _, first, group = np.unique(held, return_index=True, return_inverse=True)
        found = [1 + _pack(domain_profile(self._states(int(one)))) for one in vectors[first]]
        self._packed[vectors] = np.array(found, np.uint32)[group]

    def _held(self, vectors: Packed) -> NDArray[np.int64]:
        """Return one number per vector, the same for those that hold the same answers in any order."""
        left, held = vectors, np.zeros(len(vectors), np.int64)
        for group in reversed(self._groups):
            left, digit = np.divmod(left, np.uint32(_vectors_of(group)))
            not_asked = digit == _BASE ** len(group)
            for _ in group:
                digit, code = np.divmod(digit, np.uint32(_BASE))
                held += np.power(_RADIX, np.where(not_asked, _BASE, code), dtype=np.int64)
        return held

    def _states(self, vector: int) -> list[tuple[str, State]]:
        """Return the state of each item of a numbered vector."""
        states: list[tuple[str, State]] = []
        for group in reversed(self._groups):
            vector, digit = divmod(vector, _vectors_of(group))
            is_asked = digit < _BASE ** len(group)
            for question in reversed(group):
                digit, code = divmod(digit, _BASE)
                states.append((question.id, STATES[code] if is_asked else "not_asked"))
        return states


def _vectors_of(group: Sequence[Question]) -> int:
    """Return how many vectors a group of items has: its answers, and not asked when it has a condition."""
    answers: int = _BASE ** len(group)
    return answers + (group[0].condition is not None)


def _digit(table: AnswerTable, group: Sequence[Question], part: slice) -> Unsigned:
    """Return the number of the answers to a group; the last of its numbers says that it was not asked."""
    digit = _in_base([table.row(question.id)[part] for question in group])
    asked = table.asked(group[0].id, part)
    if asked is not None:
        digit *= asked
        digit += ~asked * digit.dtype.type(_BASE ** len(group))
    return digit


class _Scorer:
    """The vectors of the three domains of one questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.domains = {domain: _Vectors(questionnaire.items(domain)) for domain in get_args(Domain)}


_scorers: dict[int, _Scorer] = {}
"""By questionnaire, each kept with its scorer as long as the process lives."""


def _scorer(questionnaire: Questionnaire) -> _Scorer:
    if id(questionnaire) not in _scorers:
        _scorers[id(questionnaire)] = _Scorer(questionnaire)
    return _scorers[id(questionnaire)]


def _in_base(rows: Sequence[Codes]) -> Unsigned:
    """Return the number written by codes in base 5, in as few bytes as hold it."""
    number: Unsigned | None = None
    for start in range(0, len(rows), _SHORT):
        few = rows[start : start + _SHORT]
        short = few[0].copy()
        for row in few[1:]:
            short *= np.uint8(_BASE)
            short += row
        if number is None:
            number = short.astype(np.uint16 if len(rows) <= 2 * _SHORT else np.uint32)
        else:
            number *= number.dtype.type(_BASE ** len(few))
            number += short
    assert number is not None
    return number


def _pack(profile: DomainProfile) -> int:
    """Return five counts in one number."""
    return sum(len(getattr(profile, state)) * _RADIX**place for place, state in enumerate(COUNTED))


def _spread(packed: Packed, figure: Callable[[Figures], float], kind: type[Number]) -> NDArray[Number]:
    """Return one figure of each organisation, asked of the scorer once for all that have the same counts."""
    present = np.flatnonzero(np.bincount(packed))
    by_packed = np.zeros(int(present[-1]) + 1 if len(present) else 1, kind)
    for one in present.tolist():
        by_packed[one] = figure(figures_of(one))
    return by_packed[packed]


def _number(share: Fraction | None) -> float | None:
    return None if share is None else float(share)


def _or_nan(figure: float | None) -> float:
    return float("nan") if figure is None else figure
