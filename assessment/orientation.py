"""Which support programmes an organisation may turn to, from its answers: hints to check, never a promise.

A condition whose answer is not known is to be checked; it never counts as a no.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from assessment.facts import Facts
from assessment.support_programmes import TO_ASK, Criterion, SupportProgramme

Verdict = Literal["likely", "to_check", "unlikely"]
Standing = Literal["met", "not_met", "to_check", "to_ask"]
"""How a condition stands; to_ask is one Jalon does not ask about."""
ORDER: tuple[Verdict, ...] = ("likely", "to_check", "unlikely")
"""Order in which programmes are shown."""
MONTHS_FRESH = 12
"""Age of a check, in months, after which it is said to be old."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One programme beside the answers."""

    programme: SupportProgramme
    met: tuple[Criterion, ...]
    not_met: tuple[Criterion, ...]
    to_check: tuple[Criterion, ...]
    """What the answers do not tell."""
    to_ask: tuple[Criterion, ...]
    """What Jalon does not ask about."""

    @property
    def verdict(self) -> Verdict:
        """What the answers let one think: one condition ruled out is enough, everything else is a hint."""
        if self.not_met:
            return "unlikely"
        return "likely" if self.met and not self.to_check else "to_check"


def standing(criterion: Criterion, facts: Facts) -> Standing:
    """Return how one condition stands: among several answers, one that meets it is enough."""
    if criterion.reads == TO_ASK:
        return "to_ask"
    codes = facts.get(criterion.reads, frozenset())
    if codes & set(criterion.met):
        return "met"
    return "not_met" if codes and codes <= set(criterion.not_met) else "to_check"


def orient(programmes: Sequence[SupportProgramme], facts: Facts) -> tuple[Fit, ...]:
    """Return every programme beside the answers: those that seem to fit first, then by id."""
    fits = [_fit(programme, facts) for programme in programmes]
    return tuple(sorted(fits, key=lambda fit: ORDER.index(fit.verdict)))


def _fit(programme: SupportProgramme, facts: Facts) -> Fit:
    found: dict[Standing, list[Criterion]] = {"met": [], "not_met": [], "to_check": [], "to_ask": []}
    for criterion in programme.criteria:
        found[standing(criterion, facts)].append(criterion)
    return Fit(programme, **{name: tuple(criteria) for name, criteria in found.items()})


def is_old(checked_on: str, today: date) -> bool:
    """Say whether a check is more than twelve months old; a year or a month counts from its last day."""
    last = last_day(checked_on)
    months = (today.year - last.year) * 12 + today.month - last.month
    return months > MONTHS_FRESH or (months == MONTHS_FRESH and today.day > last.day)


def last_day(checked_on: str) -> date:
    """Return the last day a date may mean: « 2026-11 » is 30 November 2026."""
    year, month, day = (*(int(part) for part in checked_on.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return after - timedelta(days=1)
