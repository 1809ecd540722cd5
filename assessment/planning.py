"""The lines of the plan: the priorities, what the organisation added, what an earlier plan holds; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessment.dossier import Action
from assessment.plan_progress import PlanState, plan_state
from assessment.planned import PlanWords, SaidAction

Group = Literal["priority", "own", "earlier"]
"""Why an action stands in the plan: a priority of today, an action of its own, or an earlier choice."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the plan."""

    action: Action
    """The action as it is kept, or as it would be."""
    said: SaidAction
    """The same in the language of the moment."""
    group: Group
    is_kept: bool
    """False for a priority nothing was written about yet."""

    @property
    def can_be_deleted(self) -> bool:
        """Whether it may go for good: a priority is taken out on its own page instead."""
        return self.is_kept and self.group != "priority"

    def state(self, today: date) -> PlanState:
        """Return how far it has got; an open action whose day is past is late."""
        return plan_state(self.action, today)


def lines(plan: Sequence[Action], priorities: Sequence[str], words: PlanWords) -> tuple[Line, ...]:
    """Return every line: the priorities in their order, own actions, then those of earlier choices."""
    own = [action for action in plan if action.item is None]
    earlier = [action for action in plan if action.item is not None and action.item not in priorities]
    return (
        *(line for item in priorities for line in _about(item, plan, words)),
        *(Line(action, words.said(action), "own", is_kept=True) for action in own),
        *(Line(action, words.said(action), "earlier", is_kept=True) for action in earlier),
    )


def _about(item: str, plan: Sequence[Action], words: PlanWords) -> Iterator[Line]:
    """Yield what is planned about a priority, or an empty action with its own first step."""
    planned = [action for action in plan if action.item == item]
    text = words.text(item)
    for action in planned or [Action(item=item, title=text.title, first_step=text.first_step)]:
        yield Line(action, words.said(action), "priority", is_kept=bool(planned))


def replaced(plan: Sequence[Action], old: Action | None, new: Action) -> tuple[Action, ...]:
    """Return the plan with an action in place of another one, found by its subject; else at the end."""
    place = _place(plan, old)
    if place is None:
        return (*plan, new)
    return (*plan[:place], new, *plan[place + 1 :])


def without(plan: Sequence[Action], action: Action) -> tuple[Action, ...]:
    """Return the plan without an action."""
    place = _place(plan, action)
    return tuple(plan) if place is None else (*plan[:place], *plan[place + 1 :])


def _place(plan: Sequence[Action], action: Action | None) -> int | None:
    """Return where an action stands: the very same one, or one on the same subject changed meanwhile."""
    if action is None:
        return None
    subject = (action.item, action.title)
    same = [place for place, other in enumerate(plan) if other == action]
    alike = [place for place, other in enumerate(plan) if (other.item, other.title) == subject]
    return next(iter([*same, *alike]), None)


def changed(line: Line, **typed: object) -> Action:
    """Return the action of a line with what was typed; words left as shown stay as they are kept."""
    new = {name: value for name, value in typed.items() if value != getattr(line.said, name)}
    return line.action.model_copy(update=new)


class PlanHistory:
    """The plans to go back to, the last one first, as long as nobody changed the plan elsewhere."""

    def __init__(self) -> None:
        self._steps: list[tuple[tuple[Action, ...], tuple[Action, ...]]] = []

    def __bool__(self) -> bool:
        return bool(self._steps)

    def clear(self) -> None:
        """Forget them all: something else was changed last."""
        self._steps.clear()

    def note(self, before: tuple[Action, ...], after: tuple[Action, ...]) -> None:
        """Remember one change."""
        if before != after:
            self._steps.append((before, after))

    def undo(self, plan: tuple[Action, ...]) -> tuple[Action, ...] | None:
        """Return the plan before the last change; None when there is none, or when it changed since."""
        if not self._steps:
            return None
        before, after = self._steps.pop()
        return before if after == plan else None
