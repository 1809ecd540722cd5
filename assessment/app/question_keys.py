"""The keys of the question page, and when each is offered."""

from textual.binding import BindingType

from assessment.app.desk import Desk
from assessment.app.keys import ZERO, digits, key
from assessment.asking.card import Card
from assessment.asking.session import GRID

QUESTION_KEYS: list[BindingType] = [
    *digits(),
    key(ZERO, "skip", "skip", show=True),
    key("left,backspace,pageup", "back", "back", show=True),
    key("right,pagedown", "forward", "forward"),
    key("question_mark", "explain", "explain", show=True),
    key("c", "comment", "comment", show=True),
    key("a", "private_note", "note"),
    key("b", "purpose", "purpose"),
    key("u,ctrl+z", "undo", "undo", show=True),
    key("escape", "leave", "pause", show=True),
    key("space", "tick", "tick"),
    key("slash", "search", "search_list"),
    key("n", "none_of_these", "none"),
    key("p", "pass_basics", "pass_basics"),
    key("m", "map", "map"),
    key("g", "go_to", "go_to"),
    key("v", "vote", "vote"),
    key("equals_sign", "same", "same"),
]
VOTED_ON = ("basic", "question", "grid")
"""Kinds of questions a group can vote on."""


def is_offered(action: str, desk: Desk, card: Card) -> bool:
    """Say whether a key does something at the question shown."""
    session = desk.session
    match action:
        case "private_note":
            return desk.is_adviser and not desk.is_presenting
        case "purpose":
            return bool(session.purposes_wanted)
        case "search":
            return card.is_long
        case "none_of_these":
            return session.step.id == GRID
        case "pass_basics":
            return session.step.kind == "basic"
        case "same":
            return session.earlier is not None
        case "vote":
            return session.step.kind in VOTED_ON
        case "comment":
            return session.step.id != "name"
    return True
