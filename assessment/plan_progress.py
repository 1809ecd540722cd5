"""How far the actions of a plan have got on a day, and what is to be known of one to say so; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, Protocol, TypeVar


class Brought(Protocol):
    """What an action brought, by the signs of progress the study names (§ 7, priority 4)."""

    @property
    def time_saved(self) -> str | None:
        """Time saved."""

    @property
    def users(self) -> str | None:
        """What changed for the users."""

    @property
    def skills(self) -> str | None:
        """Skills passed on."""


class Planned(Protocol):
    """What is to be known of an action to say how far it has got."""

    @property
    def due(self) -> date | None:
        """When it should be done."""

    @property
    def status(self) -> str:
        """open, done or dropped."""


class FollowedAction(Planned, Protocol):
    """An action as a follow-up names it."""

    @property
    def item(self) -> str | None:
        """Item or basic it is about."""

    @property
    def title(self) -> str | None:
        """What is to be done."""

    @property
    def owner(self) -> str | None:
        """Who sees to it."""

    @property
    def progress(self) -> Brought | None:
        """What it brought, once done."""


Action = TypeVar("Action", bound=Planned)


@dataclass(frozen=True, slots=True)
class PlanFollowed(Generic[Action]):
    """The actions of a plan by how far they have got, each group in the order of the plan."""

    done: tuple[Action, ...]
    late: tuple[Action, ...]
    open: tuple[Action, ...]
    dropped: tuple[Action, ...]


PlanState = Literal["open", "late", "done", "dropped"]


def plan_state(action: Planned, on: date) -> PlanState:
    """Return how far an action has got; an open one whose day is past is late."""
    if action.status == "open":
        return "late" if action.due is not None and action.due < on else "open"
    return "done" if action.status == "done" else "dropped"


def plan_followed(plan: Iterable[Action], on: date) -> PlanFollowed[Action]:
    """Sort the actions of a plan by how far they have got on a day."""
    groups: dict[PlanState, list[Action]] = {"done": [], "late": [], "open": [], "dropped": []}
    for action in plan:
        groups[plan_state(action, on)].append(action)
    return PlanFollowed(**{state: tuple(actions) for state, actions in groups.items()})
