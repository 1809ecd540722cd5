"""The organisations an adviser follows, in words: what the page, the paper and the spreadsheet all show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.day_words import short_date
from assessment.followed import KeptAction, Told
from assessment.names import Names
from assessment.plan_progress import PlanState, plan_state
from assessment.portfolio import Basics, Filter, Line, basics_in_place
from assessment.texts import texts
from questionnaire.model import Questionnaire

LONGEST_AIM = 110
"""Characters of an aim in a row; a longer one ends with an ellipsis."""
MOST_PRIORITIES = 3
"""Priorities named in a row; the others are counted."""


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One organisation, ready to be written in a row."""

    name: str
    aim: str
    priorities: str
    done: int
    late: int
    next_date: date | None
    next_day: str
    basics: str
    """« 8 → 10 sur 12 », « 8 sur 12 » in a first round, or that nothing was answered."""
    counted: Basics
    round: str
    """« T1, le 22 oct. 2026 »."""


@dataclass(frozen=True, slots=True)
class SaidAction:
    """One action of one organisation."""

    organisation: str
    title: str
    first_step: str
    owner: str
    due: date | None
    state: str


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What is handed to a committee: the rows in their order, and each action of each of them."""

    lines: tuple[SaidLine, ...]
    actions: tuple[SaidAction, ...]
    chosen: str
    """What the rows were chosen by, in words."""


class PortfolioWords:
    """Says the rows of a portfolio in one language, on one day."""

    def __init__(self, lang: str, questionnaire: Questionnaire, today: date) -> None:
        self.lang, self.today = lang, today
        self.t = texts("portfolio", lang)
        self._names = Names(lang, questionnaire)
        self._basics = [basic.id for basic in questionnaire.outside.basics]
        self._known = {*self._basics, *(question.id for question in questionnaire.questions)}

    def name(self, line: Line) -> str:
        """Return the name of an organisation, or what stands for it."""
        return line.followed.name or self.t("unnamed", short_id=line.followed.short_id)

    def line(self, line: Line, told: Told) -> SaidLine:
        """Return one organisation in words."""
        counted = basics_in_place(told, self._basics)
        return SaidLine(
            name=self.name(line),
            aim=_shortened(told.aim),
            priorities=self._priorities(told.priorities),
            done=line.done,
            late=len(line.late),
            next_date=line.next_date,
            next_day=short_date(line.next_date, self.lang) if line.next_date else self.t("none"),
            basics=self._counted(counted),
            counted=counted,
            round=self.round(line),
        )

    def lines(self, lines: Iterable[Line], told: Mapping[str, Told]) -> tuple[SaidLine, ...]:
        """Return several organisations in words, in their order."""
        return tuple(self.line(line, told.get(line.followed.id, Told())) for line in lines)

    def portfolio(
        self, lines: Sequence[Line], told: Mapping[str, Told], chosen: Filter, searched: str = ""
    ) -> Portfolio:
        """Return what is handed to a committee: these organisations, and what they were chosen by."""
        said, words = self.t(f"chosen.{chosen}"), searched.strip()
        return Portfolio(
            self.lines(lines, told),
            tuple(self.actions(lines)),
            self.t("chosen.words", chosen=said, words=words) if words else said,
        )

    def actions(self, lines: Iterable[Line]) -> Iterator[SaidAction]:
        """Yield every action of some organisations, in the order of their plans."""
        for line in lines:
            for action in line.followed.plan:
                yield SaidAction(
                    self.name(line),
                    self.title(action),
                    action.first_step or "",
                    action.owner or "",
                    action.due,
                    self.state(plan_state(action, self.today)),
                )

    def title(self, action: KeptAction) -> str:
        """Return what an action is about."""
        if action.title or action.item is None:
            return action.title or ""
        return self._item(action.item)

    def state(self, state: PlanState) -> str:
        """Return how far an action has got."""
        return self.t(f"state.{state}")

    def round(self, line: Line) -> str:
        """Return the latest round and its day."""
        day = short_date(line.followed.latest, self.lang)
        return self.t("round", number=line.followed.rounds - 1, day=day)

    def owner(self, action: KeptAction) -> str:
        """Return who sees to an action, or that nobody does yet."""
        return action.owner or self.t("nobody")

    def due(self, action: KeptAction) -> str:
        """Return one action with who sees to it and for when."""
        parts = [self.title(action), self.owner(action)]
        if action.due:
            parts.append(short_date(action.due, self.lang))
        return " · ".join(parts)

    def _item(self, item: str) -> str:
        """Return the short name of an item; one of another version of the questionnaire keeps its code."""
        return self._names.item(item) if item in self._known or item == "ai_rules" else item

    def _priorities(self, items: tuple[str, ...]) -> str:
        named = self.t("between").join(self._item(one) for one in items[:MOST_PRIORITIES])
        left = len(items) - MOST_PRIORITIES
        return f"{named} {self.t('more', n=left)}" if left > 0 else named or self.t("none")

    def _counted(self, counted: Basics) -> str:
        if not counted.answered:
            return self.t("none")
        key = "basics.now" if counted.then is None else "basics.both"
        return self.t(key, then=counted.then, now=counted.now, answered=counted.answered)


def _shortened(aim: str) -> str:
    """Return an aim on one line, cut between two words when it is long."""
    words = " ".join(aim.split())
    if len(words) <= LONGEST_AIM:
        return words
    return words[:LONGEST_AIM].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
