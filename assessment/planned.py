"""The actions of a plan in one language: what Jalon wrote is said in it, what a person wrote stays."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from assessment.diagnosis import Diagnosis
from assessment.plan_progress import Brought
from assessment.wording import RecommendationText, Wording
from questionnaire.languages import language_codes


class PlannedAction(Protocol):
    """One line of the action plan kept with the dossier."""

    @property
    def item(self) -> str | None:
        """Item or basic it is about."""

    @property
    def title(self) -> str | None:
        """Its own title."""

    @property
    def first_step(self) -> str | None:
        """What to begin with."""

    @property
    def owner(self) -> str | None:
        """Who sees to it."""

    @property
    def due(self) -> date | None:
        """When it should be done."""

    @property
    def help(self) -> str | None:
        """Help needed."""

    @property
    def status(self) -> str:
        """open, done or dropped."""

    @property
    def progress(self) -> Brought | None:
        """What it brought, once done."""

    @property
    def support(self) -> str | None:
        """Who carries it, in the DLA's terms."""


@dataclass(frozen=True, slots=True)
class SaidAction:
    """An action in one language."""

    item: str | None
    title: str
    first_step: str | None
    owner: str | None
    due: date | None
    help: str | None
    status: str
    progress: Brought | None = None
    support: str | None = None


class PlanWords:
    """Says the actions of one organisation."""

    def __init__(self, diagnosis: Diagnosis, wording: Wording) -> None:
        self._diagnosis, self._wording = diagnosis, wording
        self._found = {one.item: one for one in (*diagnosis.recommendations, *diagnosis.basics)}
        self._wordings = [Wording(lang, diagnosis) for lang in language_codes() if lang != wording.lang]

    def all(self, plan: Iterable[PlannedAction]) -> tuple[SaidAction, ...]:
        """Say every action of a plan, in its order."""
        return tuple(self.said(action) for action in plan)

    def said(self, action: PlannedAction) -> SaidAction:
        """Say one action; a title or first step nobody changed is that of the recommendation."""
        said = SaidAction(
            action.item,
            action.title or self._subject(action.item),
            action.first_step,
            action.owner,
            action.due,
            action.help,
            action.status,
            action.progress,
            action.support,
        )
        if action.item not in self._found:
            return said
        text, others = self.text(action.item), self._in_other_languages(action.item)
        if said.title in [other.title for other in others]:
            said = replace(said, title=text.title)
        if said.first_step in [other.first_step for other in others]:
            said = replace(said, first_step=text.first_step)
        return said

    def text(self, item: str) -> RecommendationText:
        """Return what Jalon recommends about an item; KeyError when it recommends nothing."""
        return self._wording.recommendation(self._found[item])

    def _subject(self, item: str | None) -> str:
        """Return what an action without a title is about."""
        if item is None:
            return ""
        return self.text(item).title if item in self._found else self._wording.item(item)

    def _in_other_languages(self, item: str) -> list[RecommendationText]:
        return [wording.recommendation(self._found[item]) for wording in self._wordings]
