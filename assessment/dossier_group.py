"""Dossiers in, the room they make out: the latest assessment of each organisation, once."""

from collections.abc import Iterable

from assessment.dossier import Dossier, sheet_of
from assessment.room import Room, room_of
from questionnaire.loading import standard_questionnaire


def one_each(dossiers: Iterable[Dossier]) -> tuple[Dossier, ...]:
    """Return one dossier an organisation: the one with the latest assessment when several are the same."""
    kept: dict[object, Dossier] = {}
    for place, dossier in enumerate(dossiers):
        key = dossier.organisation.id or place
        other = kept.get(key)
        if other is None or other.latest.date <= dossier.latest.date:
            kept[key] = dossier
    return tuple(kept.values())


def room_of_dossiers(dossiers: Iterable[Dossier], *, is_public: bool = False) -> Room:
    """Count the latest assessment of each organisation."""
    sheets = [sheet_of(dossier, dossier.latest) for dossier in one_each(dossiers)]
    return room_of(standard_questionnaire(), sheets, is_public=is_public)
