"""Back at the same place after a tab is loaded again: a file tells one app process where the last one was."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.app.start import Start
from questionnaire.languages import language_codes

if TYPE_CHECKING:
    from assessment.app.desk import Desk


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person was, and in which language."""

    start: Start
    lang: str


def place_of(desk: "Desk", page: str) -> Place:
    """Return the place a page of the app is."""
    if page == "welcome":
        return Place(Start(is_presenting=desk.is_presenting), desk.lang)
    at_questions = desk.is_open and page == "question"
    start = Start(
        organisation_id=desk.organisation.id if desk.organisation else None,
        step=desk.session.subject if at_questions else None,
        page=page,
        example=desk.is_example,
        is_presenting=desk.is_presenting,
    )
    return Place(start, desk.lang)


def keep_place(file: Path, place: Place) -> None:
    """Write a place down; a disk that refuses costs the way back, nothing else."""
    start = place.start
    held = {
        "organisation": start.organisation_id,
        "step": start.step,
        "page": start.page,
        "example": start.example,
        "presenting": start.is_presenting,
        "lang": place.lang,
    }
    with suppress(OSError):
        file.write_text(json.dumps(held), encoding="utf-8")


def taken_place(file: Path) -> Place | None:
    """Take the place written down, once: an app that fails there must not be led there again."""
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        file.unlink()
    except (OSError, ValueError):
        return None
    if not isinstance(held, dict) or held.get("lang") not in language_codes():
        return None
    start = Start(
        organisation_id=held.get("organisation"),
        step=held.get("step"),
        page=held.get("page"),
        example=held.get("example") is True,
        is_presenting=held.get("presenting") is True,
    )
    return Place(start, held["lang"])
