"""The actions of the plan, found and replaced; pure."""

import re
from collections.abc import Sequence
from datetime import date

from assessment.dossier import Action
from assessment.wording import RecommendationText


def action_for(plan: Sequence[Action], item: str, text: RecommendationText) -> Action:
    """Return the action kept for an item, or an empty one with its title and first step."""
    kept = next((action for action in plan if action.item == item), None)
    return kept or Action(item=item, title=text.title, first_step=text.first_step)


def with_action(plan: Sequence[Action], action: Action) -> tuple[Action, ...]:
    """Return the plan with one action put in place of the one about the same item, or at the end."""
    if all(other.item != action.item for other in plan):
        return (*plan, action)
    return tuple(action if other.item == action.item else other for other in plan)


def read_day(typed: str) -> date | None:
    """Return a day typed as 31/03/2027, 31.3.2027 or 2027-03-31; None when empty, ValueError otherwise."""
    text = typed.strip()
    if not text:
        return None
    french = re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", text)
    if french:
        day, month, year = (int(part) for part in french.groups())
        return date(year, month, day)
    return date.fromisoformat(text)
