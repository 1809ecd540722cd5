"""Two rounds of one organisation, answer by answer (METHOD §4): codes and counts, no language, no test.

Only what was answered both times, in the same version of the questionnaire, is compared: an organisation is a
census of itself.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessment.scoring import ALL, DOMAINS, DomainProfile, State, domain_profile, state_of
from questionnaire.answers import AnswerSheet
from questionnaire.model import Questionnaire

ANSWERED = ("use", "need", "no_need", "dont_know")
IN_PLACE = ("fine", "improve")
"""Answers to a basic that say it is there."""
Warning = Literal["other_respondent", "other_questionnaire", "not_comparable"]  # noqa: A001 - METHOD's word
"""Someone else answered; another version was answered, so that nothing is compared; some items were answered
one time only."""


@dataclass(frozen=True, slots=True)
class Round:
    """One dated set of answers of the organisation."""

    sheet: AnswerSheet
    questionnaire: str
    """Id of the questionnaire and its version."""
    id: str | None = None
    """Id of the assessment in the dossier."""
    day: date | None = None

    @property
    def respondent(self) -> str:
        """Who answered; empty when nobody said."""
        return str(self.sheet.get("respondent") or "")


@dataclass(frozen=True, slots=True)
class Moves:
    """What became of each thing answered both times; ids in the order of the questionnaire."""

    states: Mapping[str, tuple[State, State]]
    """Then and now, one of the four answers each."""

    def _went(self, then: Iterable[str], now: Iterable[str]) -> tuple[str, ...]:
        before, after = set(then), set(now)
        return tuple(one for one, (a, b) in self.states.items() if a in before and b in after)

    @property
    def met(self) -> tuple[str, ...]:
        """Needs that are in use now."""
        return self._went(("need",), ("use",))

    @property
    def still(self) -> tuple[str, ...]:
        """Needs that are needs still."""
        return self._went(("need",), ("need",))

    @property
    def dropped(self) -> tuple[str, ...]:
        """Needs that are none any more."""
        return self._went(("need",), ("no_need",))

    @property
    def unsure(self) -> tuple[str, ...]:
        """Needs nobody is sure of any more."""
        return self._went(("need",), ("dont_know",))

    @property
    def adopted(self) -> tuple[str, ...]:
        """What is in use now and was not, whatever was answered then."""
        return self._went(("need", "no_need", "dont_know"), ("use",))

    @property
    def abandoned(self) -> tuple[str, ...]:
        """What was in use and is not any more, whatever is answered now."""
        return self._went(("use",), ("need", "no_need", "dont_know"))

    @property
    def new_needs(self) -> tuple[str, ...]:
        """Needs recognised since; a use that became a need again is an abandoned use, not one of these."""
        return self._went(("no_need", "dont_know"), ("need",))

    @property
    def clarified(self) -> tuple[str, ...]:
        """What was not known and is now, whatever the answer."""
        return self._went(("dont_know",), ("use", "need", "no_need"))

    @property
    def lost_clarity(self) -> tuple[str, ...]:
        """What was known and is not any more."""
        return self._went(("use", "need", "no_need"), ("dont_know",))

    @property
    def needs_then(self) -> tuple[str, ...]:
        """Needs of the earlier round: the base of the progress."""
        return self._went(("need",), ANSWERED)

    @property
    def progress(self) -> tuple[int, int] | None:
        """Needs met, and how many there were; None when there were none."""
        needs = len(self.needs_then)
        return (len(self.met), needs) if needs else None

    @property
    def in_place(self) -> tuple[int, int]:
        """How many were in place then, and how many are now."""
        then, now = ([went[place] for went in self.states.values()] for place in (0, 1))
        return then.count("use"), now.count("use")

    @property
    def transitions(self) -> Mapping[tuple[State, State], int]:
        """How many went from one answer to another, or stayed."""
        return Counter(self.states.values())


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What changed between an earlier round and the one diagnosed."""

    baseline: Round
    later: Round
    items: Moves
    """The 19 items."""
    baskets: Mapping[str, tuple[DomainProfile, DomainProfile]]
    """By domain, and all: what was in use or needed in the earlier round, as answered then and now."""
    basics: Moves
    """The basics, as items: in use when they are in place."""
    basics_improved: tuple[str, ...]
    """In place and to be improved then, fine now."""
    basics_to_improve: tuple[str, ...]
    """Fine then, to be improved now."""
    skills: tuple[int, int] | None
    """Place on the skills ladder then and now, 1 to 4; None when it was not given both times."""
    not_compared: tuple[str, ...]
    """Items answered one time only."""
    warnings: tuple[Warning, ...]

    @property
    def stage_on_baseline_basket(self) -> Mapping[str, int | None]:
        """Stage of what was in use or needed in the earlier round, with the answers of now."""
        return {domain: now.stage for domain, (_, now) in self.baskets.items()}


def follow_up(baseline: Round, later: Round, questionnaire: Questionnaire) -> FollowUp:
    """Compare a round with an earlier one."""
    is_comparable = baseline.questionnaire == later.questionnaire
    then, now = (_items(questionnaire, one.sheet) for one in (baseline, later))
    items = _moves(then, now) if is_comparable else Moves({})
    ids = [basic.id for basic in questionnaire.outside.basics] if is_comparable else []
    basics = basics_moved(baseline.sheet.basics, later.sheet.basics, ids)
    not_compared = tuple(item for item in then if (then[item] in ANSWERED) != (now[item] in ANSWERED))
    codes = {one: (baseline.sheet.basics[one], later.sheet.basics[one]) for one in basics.states}
    return FollowUp(
        baseline=baseline,
        later=later,
        items=items,
        baskets={domain: _basket(questionnaire, items, domain) for domain in (*DOMAINS, ALL)},
        basics=basics,
        basics_improved=tuple(one for one, went in codes.items() if went == ("improve", "fine")),
        basics_to_improve=tuple(one for one, went in codes.items() if went == ("fine", "improve")),
        skills=_skills(baseline.sheet, later.sheet) if is_comparable else None,
        not_compared=not_compared if is_comparable else (),
        warnings=_warnings(baseline, later, has_gaps=is_comparable and bool(not_compared)),
    )


def follow_ups(
    earlier: Sequence[Round], later: Round, questionnaire: Questionnaire
) -> tuple[FollowUp | None, FollowUp | None]:
    """Compare a round with the first one and, when it is another one, with the one just before.

    The earlier rounds come in the order of their dates.
    """
    if not earlier:
        return None, None
    first = follow_up(earlier[0], later, questionnaire)
    return first, follow_up(earlier[-1], later, questionnaire) if len(earlier) > 1 else None


def _items(questionnaire: Questionnaire, sheet: AnswerSheet) -> Mapping[str, State]:
    return {item.id: state_of(questionnaire, item.id, sheet) for item in questionnaire.items()}


def basics_moved(then: Mapping[str, str], now: Mapping[str, str], ids: Iterable[str]) -> Moves:
    """Return what became of the basics answered both times, as if they were items; answers by id."""
    both = [(one, _basic_state(then.get(one)), _basic_state(now.get(one))) for one in ids]
    return _moves({one: state for one, state, _ in both}, {one: state for one, _, state in both})


def _basic_state(answer: str | None) -> State:
    """Return a basic as if it were an item: in use when it is in place, to be improved or not."""
    if answer in IN_PLACE:
        return "use"
    states: dict[str | None, State] = {"need": "need", "no_need": "no_need", "dont_know": "dont_know"}
    return states.get(answer, "unanswered")


def _moves(then: Mapping[str, State], now: Mapping[str, State]) -> Moves:
    """Keep what was answered both times."""
    both = {one: (state, now[one]) for one, state in then.items()}
    return Moves({one: went for one, went in both.items() if set(went) <= set(ANSWERED)})


def _basket(questionnaire: Questionnaire, items: Moves, domain: str) -> tuple[DomainProfile, DomainProfile]:
    """Return what was in use or needed then, as answered then and now."""
    inside = [item.id for item in questionnaire.items() if domain in (ALL, item.domain)]
    held = {one: items.states[one] for one in inside if one in items.states}
    wanted = {one: went for one, went in held.items() if went[0] in ("use", "need")}
    then = domain_profile((one, went[0]) for one, went in wanted.items())
    return then, domain_profile((one, went[1]) for one, went in wanted.items())


def _skills(then: AnswerSheet, now: AnswerSheet) -> tuple[int, int] | None:
    levels = then.skills_level, now.skills_level
    return (levels[0], levels[1]) if levels[0] is not None and levels[1] is not None else None


def _warnings(baseline: Round, later: Round, *, has_gaps: bool) -> tuple[Warning, ...]:
    then, now = (" ".join(one.respondent.split()).casefold() for one in (baseline, later))
    found: dict[Warning, bool] = {
        "other_respondent": bool(then and now and then != now),
        "other_questionnaire": baseline.questionnaire != later.questionnaire,
        "not_comparable": has_gaps,
    }
    return tuple(warning for warning, holds in found.items() if holds)
