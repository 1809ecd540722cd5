"""Answers → Profile: what is used, needed, not needed and unclear, domain by domain (METHOD §0, §1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from questionnaire.answers import AnswerSheet
from questionnaire.model import Questionnaire
from questionnaire.routing import is_asked

State = Literal["use", "need", "no_need", "dont_know", "unanswered", "not_asked"]
OutsideLadder = Literal["nothing_answered", "only_dont_know", "no_need"]

_STATES: Mapping[str, State] = {
    "use": "use",
    "need": "need",
    "no_need": "no_need",
    "dont_know": "dont_know",
}

DOMAINS = ("platforms", "technologies", "cooperation")
ALL = "all"
"""Key of the 19 items taken together, beside the three domains."""


@dataclass(frozen=True, slots=True)
class DomainProfile:
    """Where one set of items stands; item ids in questionnaire order, six states never merged."""

    use: tuple[str, ...] = ()
    need: tuple[str, ...] = ()
    no_need: tuple[str, ...] = ()
    dont_know: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    """Put to the organisation and skipped."""
    not_asked: tuple[str, ...] = ()
    """Not put to the organisation; counts nowhere."""

    @property
    def answered(self) -> int:
        """n of METHOD §0: items answered, « je ne sais pas » included."""
        return len(self.use) + len(self.need) + len(self.no_need) + len(self.dont_know)

    @property
    def coverage(self) -> Fraction | None:
        """C = u/(u+e), 0 to 1; None when nothing is used or needed."""
        return _share(len(self.use), len(self.use) + len(self.need))

    @property
    def clarity(self) -> Fraction | None:
        """K = (u+e+x)/n, 0 to 1; None when nothing is answered."""
        return _share(self.answered - len(self.dont_know), self.answered)

    @property
    def completeness(self) -> Fraction | None:
        """n/(n+a), 0 to 1; None when nothing is asked."""
        return _share(self.answered, self.answered + len(self.unanswered))

    @property
    def stage(self) -> int | None:
        """Situation of the needs, 1 to 4; None outside the ladder."""
        used, needed = len(self.use), len(self.need)
        if used == needed == 0:
            return None
        if used == 0:
            return 1
        if needed == 0:
            return 4
        return 2 if used < needed else 3

    @property
    def outside_ladder(self) -> OutsideLadder | None:
        """Why there is no stage; None when there is one."""
        if self.stage is not None:
            return None
        if self.no_need:
            return "no_need"
        return "only_dont_know" if self.dont_know else "nothing_answered"


@dataclass(frozen=True, slots=True)
class Profile:
    """The use/need profile of one organisation."""

    states: Mapping[str, State]
    """State of each of the 19 items, by item id, in questionnaire order."""
    domains: Mapping[str, DomainProfile]
    """platforms, technologies, cooperation, and "all"."""


def score(questionnaire: Questionnaire, sheet: AnswerSheet) -> Profile:
    """Sort the 19 items by what was answered, by domain and for all of them (METHOD §1)."""
    states = {item.id: state_of(questionnaire, item.id, sheet) for item in questionnaire.items()}
    domains = {
        domain: domain_profile(
            (item.id, states[item.id]) for item in questionnaire.items() if item.domain == domain
        )
        for domain in DOMAINS
    }
    return Profile(states, {**domains, ALL: domain_profile(states.items())})


def state_of(questionnaire: Questionnaire, item_id: str, sheet: AnswerSheet) -> State:
    """Return the state of one item; an answer to a question that was not put counts as not asked."""
    if not is_asked(questionnaire, item_id, sheet):
        return "not_asked"
    return _STATES.get(sheet.answer(item_id) or "", "unanswered")


def domain_profile(states: Iterable[tuple[str, State]]) -> DomainProfile:
    """Gather items by state."""
    found: dict[str, list[str]] = {}
    for item, state in states:
        found.setdefault(state, []).append(item)
    return DomainProfile(**{state: tuple(items) for state, items in found.items()})


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
