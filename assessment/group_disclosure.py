"""What of a group's counters may be read, in the room and outside it (METHOD §5, disclosure); pure.

In the room the threshold of 5 stands on the base. Outside it is 10, on the base and on what a reader could
subtract: small cells of a row are printed together with enough others, so that none of them comes back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment.groups import ANSWERED, STATES, Counts, Group, Match, matches

IN_THE_ROOM = 5
"""Answers under which a row is not shown in the room."""
OUTSIDE = 10
"""Answers under which a row is not shown outside the room."""
SMALL = 5
"""Organisations under which a cell is not shown outside the room, zero aside: nobody is nobody."""
SILENT = "silent"
"""Organisations that did not answer a row, whatever the reason."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """What of one row may be read."""

    cells: Mapping[str, int] = field(default_factory=dict)
    """Cells that may be read, by answer; empty when the row is hidden whole."""
    together: tuple[str, ...] = ()
    """Answers that may only be read added up."""
    total: int = 0
    """What those add up to."""
    base: int | None = None
    """Organisations that answered; None when that may not be read."""

    @property
    def is_hidden(self) -> bool:
        """Whether nothing of the row may be read."""
        return not self.cells and not self.together


HIDDEN = ShownRow()


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """What of a group may be read."""

    organisations: int
    is_public: bool
    items: Mapping[str, ShownRow]
    basics: Mapping[str, ShownRow]
    barriers: Mapping[str, int | None]
    """Organisations held back by each barrier; None: not to be read."""
    matches: tuple[Match, ...]
    """Those whose reason may be read."""

    @property
    def is_too_small(self) -> bool:
        """Whether the group has too few members for any count."""
        return self.organisations < threshold(is_public=self.is_public)


def threshold(*, is_public: bool) -> int:
    """Return the base under which nothing is shown."""
    return OUTSIDE if is_public else IN_THE_ROOM


def shown(group: Group, *, is_public: bool = False) -> ShownGroup:
    """Return what of a group may be read, in the room or outside it."""
    items = {item: _row(group, counts, is_public) for item, counts in group.items.items()}
    basics = {basic: _row(group, counts, is_public) for basic, counts in group.basics.items()}
    is_readable = group.told_barriers >= threshold(is_public=is_public)
    barriers = {
        code: number if is_readable and not (is_public and _is_telling(number, group)) else None
        for code, number in group.barriers.items()
    }
    kept = tuple(match for match in matches(group) if _may_be_said(match, items[match.item]))
    return ShownGroup(group.organisations, is_public, items, basics, barriers, kept)


def _row(group: Group, counts: Counts, is_public: bool) -> ShownRow:
    """Return what may be read of an item or a basic."""
    silent = sum(number for name, number in counts.items() if name in ("unanswered", "not_asked"))
    base = group.organisations - silent
    if base < threshold(is_public=is_public):
        return HIDDEN
    if not is_public:
        return ShownRow(counts, base=base)
    if 0 < silent < SMALL and group.organisations < OUTSIDE + SMALL:
        return HIDDEN  # that the base is large enough would tell how few said nothing
    return _collapsed({**{name: n for name, n in counts.items() if name not in _SILENCES}, SILENT: silent})


_SILENCES = STATES[len(ANSWERED) :]


def hidden_together(cells: Counts) -> tuple[str, ...]:
    """Return which cells of a row whose sum is printed must be read added up, or not at all; in their order.

    The cells of 1 to 4 are hidden together with the next smallest, until they hold as many organisations as a
    figure needs and none of them comes back. Knowing this very rule gives no more: cells that could as well
    have been the next smallest join them. A row is told with one sign for all of them.
    """
    together = [name for name, number in cells.items() if 0 < number < SMALL]
    if not together:
        return ()
    others = sorted((n for n in cells if cells[n] >= SMALL), key=lambda name: cells[name])
    is_guessed = len(together) < 2 or sum(cells[name] for name in together) == (SMALL - 1) * len(together)
    while others and (is_guessed or sum(cells[name] for name in together) < OUTSIDE):
        nearest = cells[others[0]]
        together += [name for name in others if cells[name] < nearest + SMALL]
        others = [name for name in others if name not in together]
        is_guessed = False
    return tuple(name for name in cells if name in together)


def _collapsed(cells: Counts) -> ShownRow:
    """Print the small cells of a row added up with those that hide them."""
    hidden = hidden_together(cells)
    base = None if SILENT in hidden else sum(n for name, n in cells.items() if name != SILENT)
    kept = {name: number for name, number in cells.items() if name not in hidden}
    return ShownRow(kept, hidden, sum(cells[name] for name in hidden), base)


def _is_telling(number: int, group: Group) -> bool:
    """Say whether a count, or those it leaves out, is small enough to point at somebody."""
    return any(0 < part < SMALL for part in (number, group.told_barriers - number))


def _may_be_said(match: Match, row: ShownRow) -> bool:
    """Say whether the counts a match rests on may be read."""
    reasons = ("dont_know",) if match.kind == "inform" else ("use", "need")
    return bool(row.cells) and all(reason in row.cells for reason in reasons)
