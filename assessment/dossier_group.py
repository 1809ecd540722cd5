"""Dossiers in, the room they make out: the latest assessment of each organisation, once."""

from collections.abc import Iterable, Sequence

from assessment.dossier import Dossier, sheet_of
from assessment.room import Room, room_of
from questionnaire.loading import standard_questionnaire


def one_each(dossiers: Iterable[Dossier]) -> tuple[Dossier, ...]:
    """Return one dossier an organisation: the one with the latest assessment when several are the same."""
    given = tuple(dossiers)
    return tuple(given[place] for place in kept_places(given))


def kept_places(dossiers: Sequence[Dossier]) -> tuple[int, ...]:
    """Return the places of the dossiers that are counted, one an organisation."""
    kept: dict[object, int] = {}
    for place, dossier in enumerate(dossiers):
        key = dossier.organisation.id or place
        other = kept.get(key)
        if other is None or dossiers[other].latest.date <= dossier.latest.date:
            kept[key] = place
    return tuple(kept.values())


def contradicting(dossiers: Sequence[Dossier]) -> int:
    """Return how many are of the same organisation and day as one that is counted, with other answers."""
    counted = {dossiers[place].organisation.id: dossiers[place].latest for place in kept_places(dossiers)}
    return sum(
        one.organisation.id is not None
        and one.latest.date == counted[one.organisation.id].date
        and one.latest.answers != counted[one.organisation.id].answers
        for one in dossiers
    )


def room_of_dossiers(dossiers: Iterable[Dossier], *, is_public: bool = False) -> Room:
    """Count the latest assessment of each organisation."""
    sheets = [sheet_of(dossier, dossier.latest) for dossier in one_each(dossiers)]
    return room_of(standard_questionnaire(), sheets, is_public=is_public)
