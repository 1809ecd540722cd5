"""The organisations an adviser follows, at once: what is done, late and due in their plans; pure.

Nothing is ranked, scored or averaged: rows stand in the order of what is to be done next.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessment.followed import Followed, KeptAction, Told
from assessment.followup import basics_moved
from assessment.free_text import folded
from assessment.plan_progress import plan_state

MONTHS_BEFORE_A_REVIEW = 6
"""A programme reviews every six months (study, § 8): a round older than that calls for another one."""
Filter = Literal["all", "this_month", "late", "review", "no_plan", "archived"]
FILTERS: tuple[Filter, ...] = ("all", "this_month", "late", "review", "no_plan", "archived")
"""In the order of their digits."""


@dataclass(frozen=True, slots=True)
class Basics:
    """How many of the twelve basics were in place, and are."""

    then: int | None
    """At the first round; None when there is one round only, or nothing to compare."""
    now: int
    """At the latest round."""
    answered: int
    """Basics answered, both times when there were two."""


@dataclass(frozen=True, slots=True)
class Line:
    """One organisation as its adviser follows it on a day."""

    followed: Followed
    done: int
    late: tuple[KeptAction, ...]
    """Open, their day past."""
    this_month: tuple[KeptAction, ...]
    """Open, due in the month of the day, not late."""
    open: int
    """Actions to be done, the late ones included."""
    next_date: date | None
    """Earliest day to come of what is to be done; the late ones are counted apart."""
    has_review_due: bool
    searched: str
    """The name as it is searched and sorted, once for all the letters typed."""

    @property
    def is_archived(self) -> bool:
        """Whether the organisation was put away."""
        return self.followed.archived is not None

    def passes(self, kept: Filter) -> bool:
        """Say whether a filter keeps it; an organisation put away is in its own filter only."""
        if self.is_archived or kept == "archived":
            return self.is_archived and kept == "archived"
        return {
            "all": True,
            "this_month": bool(self.this_month),
            "late": bool(self.late),
            "review": self.has_review_due,
            "no_plan": not self.followed.plan,
        }[kept]


@dataclass(frozen=True, slots=True)
class DueAction:
    """One action that is late or due this month, and the organisation whose plan it stands in."""

    line: Line
    action: KeptAction
    day: date
    is_late: bool


def lines(organisations: Iterable[Followed], today: date) -> tuple[Line, ...]:
    """Return one line an organisation: the one late for longest first, then by next date, then by name."""
    return tuple(sorted((_line(one, today) for one in organisations), key=_order))


def kept(found: Iterable[Line], filter_: Filter, words: str = "") -> tuple[Line, ...]:
    """Return the lines a filter keeps whose name holds the words, whatever their accents and capitals."""
    wanted = folded(words.strip())
    return tuple(line for line in found if line.passes(filter_) and wanted in line.searched)


def due_actions(found: Iterable[Line], filter_: Filter) -> tuple[DueAction, ...]:
    """Return what is late, apart and first, then what is due this month, each by its day.

    The filter of what is late keeps the late ones only, that of the month those of the month.
    """
    due = [
        DueAction(line, action, action.due, is_late)
        for line in found
        for is_late, actions in ((True, line.late), (False, line.this_month))
        if not (is_late and filter_ == "this_month") and (is_late or filter_ != "late")
        for action in actions
        if action.due is not None
    ]
    return tuple(sorted(due, key=lambda one: (not one.is_late, one.day)))


def counts_due(found: Iterable[Line]) -> tuple[int, int]:
    """Return how many actions are late in some organisations, and how many are due this month."""
    every = tuple(found)
    return sum(len(line.late) for line in every), sum(len(line.this_month) for line in every)


def basics_in_place(told: Told, basics: Sequence[str]) -> Basics:
    """Return how many basics were in place at the first round and are now (METHOD §4)."""
    moves = basics_moved(told.basics_then, told.basics_now, basics) if told.is_comparable else None
    if moves is not None and moves.states:
        then, now = moves.in_place
        return Basics(then, now, len(moves.states))
    alone = basics_moved(told.basics_now, told.basics_now, basics)
    return Basics(None, alone.in_place[1], len(alone.states))


def _line(one: Followed, today: date) -> Line:
    states = [(action, plan_state(action, today)) for action in one.plan]
    late = tuple(action for action, state in states if state == "late")
    due = [action for action, state in states if state == "open" and action.due is not None]
    days = [action.due for action in due if action.due is not None]
    return Line(
        followed=one,
        done=sum(state == "done" for _, state in states),
        late=late,
        this_month=tuple(action for action in due if action.due and _month(action.due) == _month(today)),
        open=sum(state in ("open", "late") for _, state in states),
        next_date=min(days, default=None),
        has_review_due=_has_review_due(one.latest, today),
        searched=folded(one.name or ""),
    )


def _order(line: Line) -> tuple[bool, date, str, str]:
    late = [action.due for action in line.late if action.due is not None]
    first = min(late, default=line.next_date or date.max)
    return not line.late, first, line.searched, line.followed.id


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _has_review_due(latest: date, today: date) -> bool:
    """Say whether so many months went by, to the day or to the last one of a shorter month."""
    months = 12 * (today.year - latest.year) + today.month - latest.month
    if months != MONTHS_BEFORE_A_REVIEW:
        return months > MONTHS_BEFORE_A_REVIEW
    return today.day >= min(latest.day, monthrange(today.year, today.month)[1])
