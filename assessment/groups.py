"""A room of organisations as integer counters: joining two groups is adding them (METHOD §5); pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from typing import Literal

from assessment.scoring import state_of
from questionnaire.answers import AnswerSheet
from questionnaire.model import Questionnaire

STATES = ("use", "need", "no_need", "dont_know", "not_asked", "unanswered")
"""States of an item, never merged (METHOD §0)."""
ANSWERED = STATES[:4]
UNANSWERED = "unanswered"
MOST_IN_A_ROOM = 30
"""Organisations up to which a group is a room, of which one takes a census."""
ENOUGH_SEEKERS = 3
"""Organisations in need of the same thing that make a common action worth it."""
A_THIRD = Fraction(1, 3)
"""Share of « je ne sais pas » from which information comes first."""

Kind = Literal["teach", "together", "inform"]
Counts = Mapping[str, int]
"""Organisations by answer; every answer there is has its key."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a group can do about one item."""

    item: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Group:
    """The counters of a group: no name and no organisation can be read from them."""

    organisations: int = 0
    items: Mapping[str, Counts] = field(default_factory=dict)
    """Organisations in each of the six states, by item, in questionnaire order."""
    basics: Mapping[str, Counts] = field(default_factory=dict)
    """Organisations by answer, `unanswered` included, by basic."""
    barriers: Counts = field(default_factory=dict)
    """Organisations held back by each barrier; up to three each."""
    told_barriers: int = 0
    """Organisations that said what holds them back."""
    aims: int = 0
    """Organisations that said in a sentence what they want to sort out."""

    def __add__(self, other: "Group") -> "Group":
        return Group(
            self.organisations + other.organisations,
            _added_tables(self.items, other.items),
            _added_tables(self.basics, other.basics),
            added(self.barriers, other.barriers),
            self.told_barriers + other.told_barriers,
            self.aims + other.aims,
        )

    def total(self, items: Iterable[str]) -> Counts:
        """Return the counters of several items added up: answers, not organisations."""
        return reduce(added, (self.items[item] for item in items), dict.fromkeys(STATES, 0))


def added(some: Counts, others: Counts) -> Counts:
    """Add two rows of counters."""
    return {name: some.get(name, 0) + others.get(name, 0) for name in {**some, **others}}


def answered(counts: Counts) -> int:
    """Return how many answered an item, « je ne sais pas » included."""
    return sum(counts[state] for state in ANSWERED)


def coverage(counts: Counts) -> Fraction | None:
    """Return Σu/Σ(u+e), 0 to 1; None when nothing is used or needed."""
    whole = wanted(counts)
    return Fraction(counts["use"], whole) if whole else None


def wanted(counts: Counts) -> int:
    """Return Σ(u+e): answers that use or need something."""
    return counts["use"] + counts["need"]


def group_of(questionnaire: Questionnaire, sheets: Iterable[AnswerSheet]) -> Group:
    """Count the answers of a group, one sheet an organisation."""
    return sum((_alone(questionnaire, sheet) for sheet in sheets), _nobody(questionnaire))


def matches(group: Group) -> tuple[Match, ...]:
    """Return what the group can do together, the most wanted first, then the most used.

    Members can teach members, learn or buy together, or start with information; an item may call for
    information and for one of the others.
    """
    found = (Match(item, kind) for item, counts in group.items.items() for kind in _kinds(counts))
    return tuple(sorted(found, key=lambda match: _by_need(group.items[match.item])))


def folded(group: Group) -> tuple[str, ...]:
    """Return the items nobody uses or needs: one line is enough for them all."""
    return tuple(item for item, counts in group.items.items() if not counts["use"] + counts["need"])


def sought(group: Group) -> tuple[str, ...]:
    """Return the items somebody uses or needs, the most wanted first, then the most used."""
    apart = folded(group)
    kept = (item for item in group.items if item not in apart)
    return tuple(sorted(kept, key=lambda item: _by_need(group.items[item])))


def unclear(group: Group) -> tuple[str, ...]:
    """Return the items somebody could not answer, the most often unknown first."""
    kept = (item for item, counts in group.items.items() if counts["dont_know"])
    return tuple(sorted(kept, key=lambda item: -group.items[item]["dont_know"]))


# --- one organisation ---------------------------------------------------------------------------


def _alone(questionnaire: Questionnaire, sheet: AnswerSheet) -> Group:
    """Return the group of one organisation."""
    codes = (*questionnaire.outside.basics_scale.codes, UNANSWERED)
    said = sheet.basics
    barriers = questionnaire.outside.question("barriers").choices
    return Group(
        organisations=1,
        items={
            item.id: _one(STATES, state_of(questionnaire, item.id, sheet)) for item in questionnaire.items()
        },
        basics={
            basic.id: _one(codes, said.get(basic.id, UNANSWERED)) for basic in questionnaire.outside.basics
        },
        barriers={choice.code: int(choice.code in sheet.barriers) for choice in barriers},
        told_barriers=int(bool(sheet.barriers)),
        aims=int(bool(sheet.aim)),
    )


def _nobody(questionnaire: Questionnaire) -> Group:
    """Return the group without a member: every counter is there, at zero."""
    empty = _alone(questionnaire, AnswerSheet())
    return Group(
        items={item: dict.fromkeys(counts, 0) for item, counts in empty.items.items()},
        basics={basic: dict.fromkeys(counts, 0) for basic, counts in empty.basics.items()},
        barriers=dict.fromkeys(empty.barriers, 0),
    )


def _one(names: Sequence[str], held: str) -> Counts:
    return {name: int(name == held) for name in names}


def _added_tables(some: Mapping[str, Counts], others: Mapping[str, Counts]) -> Mapping[str, Counts]:
    return {name: added(some.get(name, {}), others.get(name, {})) for name in {**some, **others}}


def _kinds(counts: Counts) -> Iterable[Kind]:
    if counts["need"] >= ENOUGH_SEEKERS:
        yield "teach" if counts["use"] else "together"
    if counts["dont_know"] and counts["dont_know"] >= A_THIRD * answered(counts):
        yield "inform"


def _by_need(counts: Counts) -> tuple[int, int]:
    return -counts["need"], -counts["use"]
