"""A group as it may be looked at: its counters, what may be read of them, who agreed to be named; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.group_disclosure import ShownGroup, shown
from assessment.groups import Group, group_of
from assessment.scoring import state_of
from questionnaire.answers import AnswerSheet
from questionnaire.model import Questionnaire

CONSENT = "consent.named"
"""Field of an answer sheet that says the organisation agreed to be named in a group."""
NAMED_STATES = ("use", "need")
"""States in which those that agreed are named: who can show, who is looking."""


@dataclass(frozen=True, slots=True)
class Room:
    """Everything a page or a screen about a group is made from."""

    questionnaire: Questionnaire
    group: Group
    shown: ShownGroup
    """What of the counters may be read."""
    names: Mapping[tuple[str, str], tuple[str, ...]]
    """Names of those that agreed to it, by (item, state)."""
    named: int = 0
    """Organisations that agreed to be named."""

    def who(self, item: str, state: str) -> tuple[str, ...]:
        """Return who may be named among those in a state."""
        return self.names.get((item, state), ())


def room_of(questionnaire: Questionnaire, sheets: Sequence[AnswerSheet], *, is_public: bool = False) -> Room:
    """Count a group, one sheet an organisation; nobody is named outside the room."""
    group = group_of(questionnaire, sheets)
    seen = shown(group, is_public=is_public)
    willing = () if is_public or seen.is_too_small else [sheet for sheet in sheets if _agreed(sheet)]
    names: dict[tuple[str, str], tuple[str, ...]] = {}
    for item in questionnaire.items():
        for sheet in willing:
            key = (item.id, state_of(questionnaire, item.id, sheet))
            if key[1] in NAMED_STATES:
                names[key] = (*names.get(key, ()), str(sheet.get("organisation.name")))
    names = {key: tuple(sorted(found, key=str.casefold)) for key, found in names.items()}
    return Room(questionnaire, group, seen, names, len(willing))


def _agreed(sheet: AnswerSheet) -> bool:
    return sheet.get(CONSENT) is True and bool(sheet.get("organisation.name"))
