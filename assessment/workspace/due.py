"""What is due in every organisation at once: a few queries, no dossier opened.

Comments, private notes and meetings are in none of them: what is read here is handed to a committee.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assessment.followed import Followed, KeptAction, Told
from assessment.workspace.database import reading, telling

_ORGANISATIONS = "SELECT id, short_id, name, archived FROM organisation ORDER BY rowid"
_ROUNDS = (
    "SELECT organisation_id, id, date, questionnaire,"
    " EXISTS (SELECT 1 FROM entry WHERE assessment_id = assessment.id AND field <> 'respondent')"
    " FROM assessment ORDER BY date, seq"
)
_ACTIONS = "SELECT organisation_id, action FROM plan ORDER BY organisation_id, position"
_BASICS = "complement.basics."
_TOLD = (
    "SELECT entry.assessment_id, entry.field, entry.value FROM json_each(?) AS wanted"
    " JOIN entry ON entry.assessment_id = wanted.value"
    f" WHERE entry.field IN ('complement.aim', 'priorities') OR entry.field GLOB '{_BASICS}*'"
)


class Due:
    """The part of a workspace that knows what is due everywhere; what it needs of the whole stands first."""

    path: Path
    _connection: sqlite3.Connection

    def followed(self) -> tuple[Followed, ...]:
        """Return every organisation with the dates of its rounds and its plan, in the order they came."""
        with telling(self.path), reading(self._connection):
            return tuple(rows(self._connection))

    def told(self, organisation_ids: Collection[str]) -> Mapping[str, Told]:
        """Return what some organisations said that a committee reads, by organisation."""
        with telling(self.path), reading(self._connection):
            return told(self._connection, organisation_ids)


@dataclass(frozen=True, slots=True)
class _Ends:
    """First and latest round of one organisation."""

    first: tuple[str, str, str]
    """Id, day and questionnaire."""
    latest: tuple[str, str, str]
    rounds: int


def rows(connection: sqlite3.Connection) -> Iterator[Followed]:
    """Yield every organisation, in the order they came."""
    ends, plans = _ends(connection), _plans(connection)
    for id_, short_id, name, archived in connection.execute(_ORGANISATIONS):
        rounds = ends[id_]
        yield Followed(
            id_,
            short_id,
            name,
            date.fromisoformat(archived[:10]) if archived else None,
            date.fromisoformat(rounds.first[1]),
            date.fromisoformat(rounds.latest[1]),
            rounds.rounds,
            tuple(plans.get(id_, ())),
        )


def told(connection: sqlite3.Connection, organisation_ids: Collection[str]) -> dict[str, Told]:
    """Return what some organisations said at their first and latest round."""
    ends, wanted = _ends(connection), set(organisation_ids)
    kept = {id_: one for id_, one in ends.items() if id_ in wanted}
    assessments = [id_ for one in kept.values() for id_ in {one.first[0], one.latest[0]}]
    said: dict[str, dict[str, str]] = {}
    for assessment_id, field, value in connection.execute(_TOLD, (json.dumps(assessments),)):
        said.setdefault(assessment_id, {})[field] = value
    return {id_: _said(one, said) for id_, one in kept.items()}


def _said(ends: _Ends, said: Mapping[str, Mapping[str, str]]) -> Told:
    then, now = said.get(ends.first[0], {}), said.get(ends.latest[0], {})
    return Told(
        json.loads(now.get("complement.aim", "null")) or "",
        tuple(json.loads(now.get("priorities", "null")) or ()),
        {} if ends.rounds == 1 else _basics(then),
        _basics(now),
        ends.first[2] == ends.latest[2],
    )


def _basics(said: Mapping[str, str]) -> dict[str, str]:
    return {
        field.removeprefix(_BASICS): json.loads(value)
        for field, value in said.items()
        if field.startswith(_BASICS)
    }


def _ends(connection: sqlite3.Connection) -> dict[str, _Ends]:
    """Return the first and the latest round of each organisation; one still empty counts when it is alone."""
    by_owner: dict[str, list[tuple[str, str, str, int]]] = {}
    for owner, *found in connection.execute(_ROUNDS):
        by_owner.setdefault(owner, []).append(tuple(found))
    return {owner: _ends_of(found) for owner, found in by_owner.items()}


def _ends_of(found: list[tuple[str, str, str, int]]) -> _Ends:
    begun = [one[:3] for one in found if one[3]] or [found[0][:3]]
    return _Ends(begun[0], begun[-1], len(begun))


def _plans(connection: sqlite3.Connection) -> dict[str, list[KeptAction]]:
    plans: dict[str, list[KeptAction]] = {}
    for owner, kept in connection.execute(_ACTIONS):
        action = json.loads(kept)
        due = action.get("due")
        plans.setdefault(owner, []).append(
            KeptAction(
                action.get("item"),
                action.get("title"),
                action.get("first_step"),
                action.get("owner"),
                date.fromisoformat(due) if due else None,
                action.get("status", "open"),
            )
        )
    return plans
