"""What a dossier received says otherwise than the workspace, one difference at a time; no SQL in here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from assessment.errors import BadInput
from questionnaire.answers import Fields, Value

if TYPE_CHECKING:
    from pydantic import BaseModel

    from assessment.dossier import Action

Side = Literal["ours", "theirs"]
"""What stands here, or what the dossier received says."""
Subject = tuple[str | None, str | None]
"""Item and title an action of the plan is known by."""

ORGANISATION, PLAN, PROGRESS = "organisation.", "plan.", "progress."
DATE = "date"
"""Field of the day of an assessment."""
PRIVATE = "adviser_notes."
_STAYS_BEHIND = ("comments.", "session.minutes")
"""Free words a PDF may have been made without: their absence says nothing against those kept here."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field on which both sides say something else."""

    field: str
    """A field of the answer sheet, `date`, or `plan.` and a field of an action."""
    ours: Value
    """What stands here; a date in ISO form, None for nothing said."""
    theirs: Value
    assessment_id: str | None = None
    """The assessment here it belongs to; None for the organisation and its plan."""
    dossier_id: str | None = None
    """Id of that assessment in the dossier."""
    day: date | None = None
    """Day of that assessment here."""
    round: int | None = None
    """0 for T0, 1 for T1."""
    subject: Subject | None = None
    """The action of the plan it belongs to."""


Decisions = Mapping[Conflict, Side]
"""The side kept of each difference."""


class Contradicted(BadInput):
    """A dossier says something else than what is kept; the sentence names the first difference."""

    def __init__(self, code: str, conflicts: Sequence[Conflict], **fields: str | None) -> None:
        super().__init__(code)
        self.fields = {**fields, "count": len(conflicts)}
        self.conflicts = tuple(conflicts)
        """Every difference, the first one named first."""


class ConflictsChanged(Exception):  # noqa: N818
    """Another window changed something meanwhile: the differences decided are not those there are."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__()
        self.conflicts = tuple(conflicts)
        """The differences there are now."""


def fact_conflicts(stored: Mapping[str, str | None], given: Mapping[str, str | None]) -> list[Conflict]:
    """Return what both sides know of an organisation and say differently."""
    return [
        Conflict(ORGANISATION + name, stored[name], value)
        for name, value in given.items()
        if None not in (value, stored[name]) and value != stored[name]
    ]


def round_conflicts(
    stored: Fields,
    given: Fields,
    *,
    assessment_id: str,
    dossier_id: str,
    days: tuple[date, date],
    round_: int,
) -> list[Conflict]:
    """Return what both sides say differently of one assessment, its day (here, received) first."""
    here, received = days
    values: list[tuple[str, Value, Value]] = []
    if here != received:
        values.append((DATE, here.isoformat(), received.isoformat()))
    names = sorted(name for name in {*stored, *given} if _contradicts(name, stored, given))
    values += [(name, stored.get(name), given.get(name)) for name in names]
    return [
        Conflict(name, ours, theirs, assessment_id, dossier_id, here, round_) for name, ours, theirs in values
    ]


def _contradicts(name: str, stored: Fields, given: Fields) -> bool:
    """Say whether a field is a difference: a note new here is none, nor are words left behind."""
    if name.startswith(ORGANISATION) or stored.get(name) == given.get(name):
        return False
    if name.startswith(PRIVATE):
        return name in stored and name in given
    return name in given or not name.startswith(_STAYS_BEHIND)


def joined_plan(
    stored: "Iterable[Action]", coming: "Iterable[Action]"
) -> "tuple[tuple[Action, ...], list[Conflict]]":
    """Return the plan here completed by the one received, and where they contradict each other.

    An action is known by its item and title. What was empty is filled in and an open action may be closed;
    of two different owners, dates or steps nobody can say which one is right: ours stays for now.
    """
    actions = list(stored)
    places: dict[Subject, list[int]] = {}
    for place, action in enumerate(actions):
        places.setdefault((action.item, action.title), []).append(place)
    conflicts: list[Conflict] = []
    for action in coming:
        subject = action.item, action.title
        waiting = places.get(subject)
        if not waiting:
            # Two actions about one thing are two: each here answers to one received, an equal one first.
            actions.append(action)
            continue
        place = next((one for one in waiting if actions[one] == action), waiting[0])
        waiting.remove(place)
        known = actions[place]
        conflicts += _part_conflicts(known, action, PLAN, subject)
        conflicts += _part_conflicts(known.progress, action.progress, PLAN + PROGRESS, subject)
        actions[place] = _completed(known, action)
    return tuple(actions), list(dict.fromkeys(conflicts))


def _completed(known: "Action", coming: "Action") -> "Action":
    progress = known.progress.model_copy(update=_missing(known.progress, coming.progress))
    status = coming.status if known.status == "open" else known.status
    return known.model_copy(
        update={**_missing(known, coming), "progress": progress, "status": status},
    )


def _missing(known: "BaseModel", coming: "BaseModel") -> dict[str, object]:
    """Return what one part lacks and the other says."""
    held = dict(known)
    return {name: value for name, value in dict(coming).items() if held[name] is None}


def _part_conflicts(
    known: "BaseModel", coming: "BaseModel", prefix: str, subject: Subject
) -> Iterable[Conflict]:
    held = dict(known)
    for name, value in dict(coming).items():
        said_twice = name not in ("status", "progress") and None not in (value, held[name])
        if said_twice and value != held[name]:
            yield Conflict(prefix + name, _as_value(held[name]), _as_value(value), subject=subject)


def _as_value(said: object) -> Value:
    return said.isoformat() if isinstance(said, date) else str(said)


def plan_with(actions: "Sequence[Action]", taken_over: Iterable[Conflict]) -> "tuple[Action, ...]":
    """Return a plan in which what was taken from the dossier received stands."""
    changed = list(actions)
    for conflict in taken_over:
        if conflict.subject is None:
            continue
        places = {(action.item, action.title): place for place, action in enumerate(changed)}
        place = places[conflict.subject]
        changed[place] = _with(changed[place], conflict.field.removeprefix(PLAN), conflict.theirs)
    return tuple(changed)


def _with(action: "Action", name: str, value: Value) -> "Action":
    if name.startswith(PROGRESS):
        progress = action.progress.model_copy(update={name.removeprefix(PROGRESS): value})
        return action.model_copy(update={"progress": progress})
    said = date.fromisoformat(str(value)) if name == "due" else value
    return action.model_copy(update={name: said})
