"""What changed between two rounds → sentences, in the order of METHOD §4 (templates: `followup.toml`)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessment.day_words import long_date
from assessment.followup import FollowUp, Moves
from assessment.names import Names
from assessment.plan_progress import FollowedAction, plan_followed
from assessment.scoring import ALL, DOMAINS, DomainProfile
from assessment.texts import texts
from questionnaire.model import Questionnaire

Subject = Literal["plan", "basics", "skills", "items"]
PLAN = ("done", "late", "open", "dropped")
ITEMS = (
    "met",
    "adopted",
    "still",
    "new_needs",
    "dropped",
    "unsure",
    "abandoned",
    "clarified",
    "lost_clarity",
)
"""What is said of the items, in this order."""
BASICS = (
    "met",
    "improved",
    "adopted",
    "still",
    "new_needs",
    "to_improve",
    "dropped",
    "unsure",
    "abandoned",
    "clarified",
    "lost_clarity",
)
WITH_ANSWER = ("abandoned", "clarified")
"""Lists in which each name is followed by the answer of now."""
BROUGHT = ("time_saved", "users", "skills")
"""What an action brought: the signs of progress the study names."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line: what it is about, then names or words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a follow-up, in the order it is read."""

    subject: Subject
    title: str
    sentence: str
    """What is to be said first; empty when the points say it all."""
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class BasketRow:
    """One domain of what was in use or wanted in the first round."""

    domain: str
    wanted: int
    in_place: int
    needed: int
    situation: str


class FollowUpWords:
    """Says what changed since one earlier round, in one language."""

    def __init__(self, lang: str, questionnaire: Questionnaire, found: FollowUp, number: int = 1) -> None:
        self.lang, self._questionnaire, self._found, self._number = lang, questionnaire, found, number
        self._t = texts("followup", lang)
        self._stages = texts("stages", lang)
        self._names = Names(lang, questionnaire)

    # --- the rounds -----------------------------------------------------------------------------

    @property
    def then(self) -> str:
        """Day of the earlier round."""
        return self._day(self._found.baseline.day)

    @property
    def now(self) -> str:
        """Day of this round."""
        return self._day(self._found.later.day)

    def _day(self, day: date | None) -> str:
        return long_date(day, self.lang) if day else self._t("first")

    @property
    def title(self) -> str:
        """« Ce qui a changé depuis le 12 mai 2026 »."""
        return self._t("title", day=self.then)

    @property
    def since_last(self) -> str:
        """Title of what changed since the round just before."""
        return self._t("since_last", day=self.then)

    @property
    def rounds(self) -> str:
        """Which two rounds stand side by side, and what is compared."""
        beside = self._t("rounds", number=self._number, now=self.now, then=self.then)
        return f"{beside} {self._t('compared')}"

    def warnings(self) -> tuple[str, ...]:
        """Say what to know before reading."""
        found = self._found
        values = {
            "then": found.baseline.respondent,
            "now": found.later.respondent,
            "names": self._listed(found.not_compared),
        }
        return tuple(self._t(f"warning.{warning}", **values) for warning in found.warnings)

    # --- what changed ---------------------------------------------------------------------------

    def parts(self, plan: Sequence[FollowedAction], on: date) -> tuple[Part, ...]:
        """Return what changed: the plan, the basics, the skills ladder, then the 19 items."""
        return (self.plan(plan, on), *self.answers())

    def answers(self) -> tuple[Part, ...]:
        """Return what changed in the answers alone: the plan has no rounds."""
        return (self.basics(), self.skills(), self.items())

    def plan(self, plan: Sequence[FollowedAction], on: date) -> Part:
        """Return the actions done, late, still to do and dropped, on a day."""
        followed = plan_followed(plan, on)
        groups = {state: getattr(followed, state) for state in PLAN}
        counts = [self._t.count(f"plan.{state}", len(some)) for state, some in groups.items() if some]
        title = self._headed("plan", self._t("between").join(counts))
        points = (
            Point(self._t(f"plan.{state}.label"), self._action(one))
            for state, some in groups.items()
            for one in some
        )
        return Part("plan", title, "" if plan else self._t("plan.none"), tuple(points))

    def _action(self, action: FollowedAction) -> str:
        """Return an action with who saw to it, its day and what it brought."""
        said = action.title or (self._names.item(action.item) if action.item else "")
        if action.owner:
            said = self._t("plan.owned", title=said, owner=action.owner)
        if action.due:
            said = self._t("plan.by", title=said, day=long_date(action.due, self.lang))
        brought = self.brought(action)
        return f"{said}{self._t('brought.between')}{brought}" if brought else said

    def brought(self, action: FollowedAction) -> str:
        """Return what an action brought: time saved, relation with users, skills passed on; or nothing."""
        written = {name: getattr(action.progress, name) for name in BROUGHT} if action.progress else {}
        return self._t("brought.between").join(
            self._t("brought.said", label=self._t(f"brought.{name}"), text=text)
            for name, text in written.items()
            if text
        )

    def basics(self) -> Part:
        """Return the basics that moved, and those that did not."""
        found = self._found
        finer = {"improved": found.basics_improved, "to_improve": found.basics_to_improve}
        return self._moved("basics", found.basics, BASICS, finer)

    def items(self) -> Part:
        """Return what became of the 19 items."""
        return self._moved("items", self._found.items, ITEMS, {})

    def _moved(
        self,
        subject: Literal["basics", "items"],
        moves: Moves,
        lists: Sequence[str],
        finer: Mapping[str, Sequence[str]],
    ) -> Part:
        title = self._t(f"{subject}.subject")
        if not moves.states:
            return Part(subject, title, self._t(f"{subject}.none"))
        points = (
            Point(self._t(f"{subject}.{name}"), self._said(moves, name, some))
            for name in lists
            if (some := finer[name] if name in finer else _not_said_twice(moves, name))
        )
        return Part(subject, title, self._progress(subject, moves), tuple(points))

    def _said(self, moves: Moves, name: str, some: Iterable[str]) -> str:
        if name not in WITH_ANSWER:
            return self._listed(some)
        return self._t("between").join(
            self._t("now_answer", name=self._names.item(one), answer=self._answer(moves, one)) for one in some
        )

    def _answer(self, moves: Moves, one: str) -> str:
        return self._t(f"answer.{moves.states[one][1]}")

    def _progress(self, subject: str, moves: Moves) -> str:
        """Say how many of the needs of then are met, in counts."""
        key, progress = f"{subject}.progress", moves.progress
        if progress is None:
            return self._t(f"{key}.undefined", day=self.then)
        met, needs = progress
        if subject == "items" and self._has_needs_left_out():
            return self._t(f"{key}.partly", met=met, needs=needs, day=self.then)
        if met == needs:
            return self._t(f"{key}.only" if needs == 1 else f"{key}.all", needs=needs, day=self.then)
        if met == 0:
            return self._t.count(f"{key}.none", needs, day=self.then)
        return self._t.count(f"{key}.some", met, needs=needs, day=self.then)

    def _has_needs_left_out(self) -> bool:
        """Say whether a need of then was not answered again: the counts are then of some only."""
        return any(self._found.baseline.sheet.answer(one) == "need" for one in self._found.not_compared)

    def skills(self) -> Part:
        """Return the place on the skills ladder then and now, without a verdict."""
        title, levels = self._t("skills.subject"), self._found.skills
        if levels is None:
            return Part("skills", title, self._t("skills.none"))
        question = self._questionnaire.outside.question("skills_level")
        labels = {choice.code: choice.label[self.lang] for choice in question.choices}
        then, now = (labels[str(level)] for level in levels)
        if then == now:
            return Part("skills", title, self._t("skills.same", day=self.then, level=then))
        points = (
            Point(self._t("skills.label", day=self.then), then),
            Point(self._t("skills.label", day=self.now), now),
        )
        return Part("skills", title, "", points)

    # --- what was in use or wanted in the first round ----------------------------------------------

    @property
    def basket_title(self) -> str:
        """« Ce que vous utilisiez ou souhaitiez le 12 mai 2026 »."""
        return self._t("basket.subject", day=self.then)

    @property
    def basket_caption(self) -> str:
        """What the words of the situation are about."""
        return self._t("basket.caption")

    def basket_head(self) -> tuple[str, ...]:
        """Return the titles of the columns."""
        columns = ("domain", "wanted", "in_place", "needed", "situation")
        return tuple(self._t(f"basket.{column}") for column in columns)

    def basket(self) -> Iterator[BasketRow]:
        """Yield one row a domain, and one for all of them."""
        for domain in (*DOMAINS, ALL):
            then, now = self._found.baskets[domain]
            name = self._names.domain(domain)
            yield BasketRow(name, then.answered, len(now.use), len(now.need), self._situation(then, now))

    def on_basket(self, domain: str) -> str:
        """Return where the needs of then stand in one domain, in one sentence with its counts."""
        then, now = self._found.baskets[domain]
        if not then.answered:
            return self._t("basket.sentence.none", day=self.then)
        situation = self._situation(then, now).lower()
        return self._t.count(
            "basket.sentence", len(now.use), day=self.then, wanted=then.answered, situation=situation
        )

    def on_basket_short(self, domain: str) -> str:
        """Return the same on one line."""
        then, now = self._found.baskets[domain]
        if not then.answered:
            return self._t("basket.short.none", day=self.then)
        situation = self._situation(then, now)
        return self._t.count(
            "basket.short", len(now.use), day=self.then, wanted=then.answered, situation=situation
        )

    def _situation(self, then: DomainProfile, now: DomainProfile) -> str:
        if now.stage is not None:
            return self._stages(f"stage.{now.stage}.title")
        return self._t("basket.left" if then.answered else "basket.empty")

    # --- words ----------------------------------------------------------------------------------

    def _headed(self, subject: str, counts: str) -> str:
        name = self._t(f"{subject}.subject")
        return self._stages("finding.named", name=name, found=counts) if counts else name

    def _listed(self, some: Iterable[str]) -> str:
        return self._t("between").join(self._names.item(one) for one in some)


def _not_said_twice(moves: Moves, name: str) -> tuple[str, ...]:
    """Return a list without what stands in a more telling one: a met need is not said again as a new use."""
    told = {"adopted": moves.met, "lost_clarity": (*moves.unsure, *moves.abandoned)}
    found: tuple[str, ...] = getattr(moves, name)
    return tuple(one for one in found if one not in told.get(name, ()))
