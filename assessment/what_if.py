"""« Et si »: what would move if some needs were met; worked out on a copy of the answers, nothing is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.diagnosis import Diagnosis
from assessment.names import is_basic
from assessment.recommendation import Recommendation
from assessment.scoring import DOMAINS
from questionnaire.answers import AnswerSheet


def sheet_if_met(sheet: AnswerSheet, met: Iterable[str]) -> AnswerSheet:
    """Return a copy of the answers in which some needs and basics are in place."""
    for item in met:
        field, code = (f"complement.basics.{item}", "fine") if is_basic(item) else (f"answers.{item}", "use")
        sheet = sheet.with_field(field, code)
    return sheet


@dataclass(frozen=True, slots=True)
class Moves:
    """Two diagnoses of the same organisation: as it is, and as it would be."""

    before: Diagnosis
    after: Diagnosis

    @property
    def domains(self) -> tuple[str, ...]:
        """Domains in which an item has another state."""
        old, new = self.before.profile.domains, self.after.profile.domains
        return tuple(domain for domain in DOMAINS if old[domain] != new[domain])

    @property
    def basics(self) -> tuple[int, int]:
        """How many basics are to be looked after, before and after."""
        return len(self.before.basics), len(self.after.basics)

    @property
    def gone(self) -> tuple[Recommendation, ...]:
        """What would no longer be recommended."""
        kept = {one.item for one in _recommended(self.after)}
        return tuple(one for one in _recommended(self.before) if one.item not in kept)

    @property
    def ready(self) -> tuple[Recommendation, ...]:
        """What would no longer have to be prepared first, as it would be recommended."""
        unready = {one.item for one in self.before.recommendations if one.band == "D"}
        return tuple(one for one in self.after.recommendations if one.item in unready and one.band != "D")

    @property
    def advice_gone(self) -> tuple[str, ...]:
        """Rules of advice that would no longer fire."""
        return _missing(_rules(self.before), _rules(self.after))

    @property
    def advice_new(self) -> tuple[str, ...]:
        """Rules of advice that would begin to fire."""
        return _missing(_rules(self.after), _rules(self.before))

    @property
    def priorities_new(self) -> tuple[str, ...]:
        """What would come among the priorities."""
        return _missing(self.after.priorities, self.before.priorities)


def _recommended(diagnosis: Diagnosis) -> tuple[Recommendation, ...]:
    return (*diagnosis.recommendations, *diagnosis.basics)


def _rules(diagnosis: Diagnosis) -> tuple[str, ...]:
    return tuple(one.rule for one in diagnosis.advice)


def _missing(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Return what is among some and not among others."""
    known = set(others)
    return tuple(one for one in some if one not in known)
