"""What may be published of a network: small cells hidden, and none of them found again by subtraction.

Outside the room (METHOD §5): no base under 10; a cell of 1 to 4 is hidden; whatever would give it back is
hidden too; groups too small are printed together. Pure arithmetic on counts; whoever reads the pages is
assumed to know these rules and every printed number. All hidden cells are printed alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.group_disclosure import OUTSIDE, SMALL, hidden_together

THRESHOLD = OUTSIDE
"""Fewest organisations under a figure, and in what is hidden together."""

Hidden = Literal["small", "with_it"]
"""Why a cell is hidden: it holds 1 to 4, or it would give back one that does."""
Pattern = tuple[Hidden | None, ...]
"""Of each cell of a row, why it is hidden; None when it is printed."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which groups are printed by themselves, and which together."""

    alone: tuple[str, ...]
    together: tuple[str, ...]
    """Too small for a figure, and those that would give them back; empty when there is none."""


def grouped(sizes: Mapping[str, int], threshold: int = THRESHOLD) -> Grouping | None:
    """Share groups that part a whole into those printed alone and those printed together.

    None when nothing is left to compare: fewer than two lines could be printed.
    """
    by_size = sorted((name for name, size in sizes.items() if size), key=lambda name: sizes[name])
    together = [name for name in by_size if sizes[name] < threshold]
    rest = by_size[len(together) :]
    while together and rest and sum(sizes[name] for name in together) < threshold:
        together.append(rest.pop(0))
    if len(rest) + bool(together) < 2:
        return None
    order = list(sizes)
    return Grouping(tuple(sorted(rest, key=order.index)), tuple(sorted(together, key=order.index)))


def row_pattern(counts: Sequence[int]) -> Pattern:
    """Return what to hide of counts whose sum is printed."""
    hidden = hidden_together({str(place): count for place, count in enumerate(counts)})
    return tuple(_why(count) if str(place) in hidden else None for place, count in enumerate(counts))


def _why(count: int) -> Hidden:
    return "small" if 0 < count < SMALL else "with_it"


def table_patterns(rows: Sequence[Sequence[int]], total: Pattern) -> tuple[Pattern, ...] | None:
    """Return what to hide of rows that add up to a row already printed with its own pattern.

    None when they cannot be printed without giving something back.
    """
    sums = [sum(column) for column in zip(*rows, strict=True)]
    board = _Board(rows, sums, total)
    return board.row_patterns() if board.closed() else None


Place = tuple[int, int]
"""Row and column of a cell; row -1 is the sum of the rows."""
_TOTAL = -1
_Node = tuple[str, int]


class _Board:
    """Cells with what is hidden of them so far.

    Every printed sum is an equation. What can still move when all of them hold is a walk around a circuit,
    from row to column to row, through hidden cells only: raising one, lowering the next. A hidden cell that
    lies on no such circuit can be worked out.
    """

    def __init__(self, rows: Sequence[Sequence[int]], total: Sequence[int], total_pattern: Pattern) -> None:
        self._width = len(total)
        self._value: dict[Place, int] = {(_TOTAL, column): count for column, count in enumerate(total)}
        for row, counts in enumerate(rows):
            self._value |= {(row, column): count for column, count in enumerate(counts)}
        self._lines = len(rows)
        self._hidden: dict[Place, Hidden] = {
            (_TOTAL, column): why for column, why in enumerate(total_pattern) if why
        }
        for place, count in self._value.items():
            if 0 < count < SMALL:
                self._hidden[place] = "small"

    def closed(self) -> bool:
        """Hide what has to be hidden; False when some cell would still be given back."""
        while True:
            wanting = [line for line in self._every_line() if self._is_thin(line)]
            places = wanting or [self._around(place) for place in self._open_places()]
            if not places:
                return True
            candidates = {place for line in places for place in self._printed(line)}
            if not candidates:
                return False
            smallest = min(candidates, key=lambda place: (self._value[place], place))
            self._hidden[smallest] = "with_it"

    def row_patterns(self) -> tuple[Pattern, ...]:
        """Return what is hidden of each row."""
        return tuple(
            tuple(self._hidden.get((row, column)) for column in range(self._width))
            for row in range(self._lines)
        )

    def _every_line(self) -> Iterator[list[Place]]:
        """Yield the cells whose sum is printed, line after line."""
        yield from ([(row, column) for column in range(self._width)] for row in range(self._lines))
        for column in range(self._width):
            if (_TOTAL, column) not in self._hidden:
                yield [(row, column) for row in range(self._lines)]

    def _is_thin(self, line: Sequence[Place]) -> bool:
        """Say whether too little is hidden in a line, and more can be."""
        hidden = [self._value[place] for place in line if place in self._hidden]
        return 0 < sum(hidden) < THRESHOLD and bool(self._printed(line))

    def _printed(self, line: Sequence[Place]) -> list[Place]:
        """Return the cells of a line that may still be hidden; a zero hides nothing, and a sum stays."""
        return [
            place for place in line if place not in self._hidden and self._value[place] and place[0] != _TOTAL
        ]

    def _around(self, place: Place) -> list[Place]:
        """Return the row and the column of a cell."""
        row, column = place
        own_row = [] if row == _TOTAL else [(row, other) for other in range(self._width)]
        return own_row + [(other, column) for other in range(self._lines)]

    def _open_places(self) -> Iterator[Place]:
        """Yield the hidden cells that can be worked out."""
        arcs = self._arcs()
        for place in self._hidden:
            if not any(_leads(arcs, end, start, place) for start, end in self._ways(place)):
                yield place

    def _arcs(self) -> dict[_Node, list[tuple[_Node, Place]]]:
        arcs: dict[_Node, list[tuple[_Node, Place]]] = {}
        for place in self._hidden:
            for start, end in self._ways(place):
                arcs.setdefault(start, []).append((end, place))
        return arcs

    def _ways(self, place: Place) -> list[tuple[_Node, _Node]]:
        """Return the directions in which a hidden cell can be walked: raised, lowered, or both."""
        row, column = place
        ends = (("row", row), ("column", column))
        value, why = self._value[place], self._hidden[place]
        can_rise = value + 1 < SMALL if why == "small" else True
        can_fall = value > (1 if why == "small" else SMALL)
        if row == _TOTAL:
            can_rise, can_fall = can_fall, can_rise
        return [
            *([(ends[0], ends[1])] if can_rise else []),
            *([(ends[1], ends[0])] if can_fall else []),
        ]


def _leads(arcs: Mapping[_Node, list[tuple[_Node, Place]]], start: _Node, end: _Node, without: Place) -> bool:
    """Say whether one can walk from a node to another without a cell."""
    seen, ahead = {start}, [start]
    while ahead:
        for node, place in arcs.get(ahead.pop(), []):
            if place == without or node in seen:
                continue
            if node == end:
                return True
            seen.add(node)
            ahead.append(node)
    return False
