"""Boxes of the answers of one question, tightened by what must add up (METHOD §2).

The answers add to 100 and a published sum of answers is the sum of its parts. Every such equation narrows
each of its terms from the limits of the others: L = max(L, 100 - ΣH of the others), H = min(H, 100 - ΣL).
With one equation one round is exact; with published sums beside it, rounds follow until nothing moves.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.model import Interval

_SLACK = 1e-9
WHOLE = 100.0
NOT_PUBLISHED = Interval(0.0, WHOLE)


class InconsistentError(ValueError):
    """The boxes cannot add up; `names` are the terms that collide, `least` and `most` their limits."""

    def __init__(self, names: Sequence[str], target: float, least: float, most: float) -> None:
        super().__init__(f"{' + '.join(names)} lies between {least:g} and {most:g}, not {target:g}")
        self.names = tuple(names)
        self.target = target
        self.least = least
        self.most = most


@dataclass(frozen=True, slots=True)
class _Equation:
    """Terms with their sign, adding to a number."""

    terms: tuple[tuple[str, int], ...]
    target: float


def published_box(value: float) -> Interval:
    """Return the box of a whole published percentage: half a point each side, inside 0-100."""
    return Interval(max(0.0, value - 0.5), min(WHOLE, value + 0.5))


def hull(intervals: Iterable[Interval]) -> Interval:
    """Return the smallest interval holding all of them."""
    found = tuple(intervals)
    return Interval(min(i.low for i in found), max(i.high for i in found))


def tighten(
    answers: Mapping[str, Interval], totals: Mapping[str, tuple[Sequence[str], Interval]]
) -> dict[str, Interval]:
    """Return the tightened box of every answer and every total, by code.

    `answers` holds all the answers of the question; `totals` gives, by code, the answers it adds and its box.
    Raises InconsistentError when the answers cannot add up to 100, or a total to its parts.
    """
    boxes = {**answers, **{code: box for code, (_, box) in totals.items()}}
    equations = _equations(tuple(answers), tuple((code, tuple(parts)) for code, (parts, _) in totals.items()))
    while sum(_apply(equation, boxes) for equation in equations):
        pass
    return boxes


@cache
def _equations(
    answers: tuple[str, ...], totals: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[_Equation, ...]:
    """Write down everything that must add up: every way to cut the whole, or a total, into known pieces."""
    pieces = {code: frozenset((code,)) for code in answers} | {
        code: frozenset(parts) for code, parts in totals
    }
    whole = [_Equation(tuple((name, 1) for name in cut), WHOLE) for cut in _cuts(frozenset(answers), pieces)]
    parts_of_totals = [
        _Equation((*((name, 1) for name in cut), (total, -1)), 0.0)
        for total, parts in totals
        for cut in _cuts(frozenset(parts), {n: piece for n, piece in pieces.items() if n != total})
    ]
    return (*whole, *parts_of_totals)


def _cuts(whole: frozenset[str], pieces: Mapping[str, frozenset[str]]) -> list[tuple[str, ...]]:
    """Return every way to cut a set of answers into disjoint pieces, in the order of the answers."""
    if not whole:
        return [()]
    first = next(name for name in pieces if name in whole)
    return [
        (name, *rest)
        for name, piece in pieces.items()
        if first in piece and piece <= whole
        for rest in _cuts(whole - piece, pieces)
    ]


def _apply(equation: _Equation, boxes: dict[str, Interval]) -> bool:
    """Narrow the terms of one equation in place; say whether anything moved."""
    ends = [_signed(boxes[code], sign) for code, sign in equation.terms]
    least, most = sum(low for low, _ in ends), sum(high for _, high in ends)
    if least > equation.target + _SLACK or most < equation.target - _SLACK:
        raise InconsistentError([code for code, _ in equation.terms], equation.target, least, most)
    moved = False
    for (code, sign), (low, high) in zip(equation.terms, ends, strict=True):
        new_low = max(low, equation.target - (most - high))
        new_high = min(high, equation.target - (least - low))
        if new_low > low + _SLACK or new_high < high - _SLACK:
            new_high = max(new_low, new_high)
            boxes[code] = Interval(*((new_low, new_high) if sign > 0 else (-new_high, -new_low)))
            moved = True
    return moved


def _signed(box: Interval, sign: int) -> tuple[float, float]:
    return (box.low, box.high) if sign > 0 else (-box.high, -box.low)
