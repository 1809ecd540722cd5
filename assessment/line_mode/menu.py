"""The places of one organisation, in the order of the way, and the one that comes next."""

from assessment.line_mode.choosing import chosen
from assessment.line_mode.visit import Visit

PLACES = (
    "question",
    "review",
    "results",
    "priorities",
    "plan",
    "document",
    "organisation",
    "round",
    "another",
)
"""Choices 1 to 9."""
AFTER = {
    "question": "results",
    "review": "results",
    "results": "priorities",
    "priorities": "plan",
    "plan": "document",
    "document": "quit",
}
"""What comes next once a place was visited: Enter alone leads all the way."""


def choose_place(visit: Visit) -> str:
    """Say where one stands and return the place chosen; « quit » to leave."""
    voice = visit.voice

    def labels() -> list[str]:
        number = len(visit.workspace.rounds(visit.row.id))
        return [voice.t(f"menu.way.{_label(visit, place)}", number=number) for place in (*PLACES, "quit")]

    def intro() -> None:
        voice.say("")
        voice.tell("menu.title", name=visit.name)
        visit.say_progress()

    default = (*PLACES, "quit").index(visit.next_place) + 1
    rank = chosen(voice, "menu", labels, intro=intro, default=default, are_known=visit.knows_menu)
    visit.knows_menu = True
    return (*PLACES, "quit")[rank - 1]


def _label(visit: Visit, place: str) -> str:
    """Return the name of the words of a place: questions not begun yet are begun."""
    return "begin" if place == "question" and not visit.has_answers else place
