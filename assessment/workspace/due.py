"""What is due in every organisation at once: a few queries, no dossier opened.

Comments, private notes and meetings are in none of them: what is read here is handed to a committee.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from assessment.followed import Followed, KeptAction, Told
from assessment.workspace.database import reading, telling

_ORGANISATIONS = "SELECT id, short_id, name, archived FROM organisation ORDER BY rowid"
_ROUND = (
    "SELECT organisation_id, assessment.id, date, questionnaire,"
    " EXISTS (SELECT 1 FROM entry WHERE assessment_id = assessment.id AND field <> 'respondent')"
)
_ROUNDS = f"{_ROUND} FROM assessment ORDER BY date, seq"
_ROUNDS_OF = (
    f"{_ROUND} FROM json_each(?) AS wanted JOIN assessment ON organisation_id = wanted.value"
    " ORDER BY date, seq"
)
_ACTIONS = "SELECT organisation_id, action FROM plan ORDER BY organisation_id, position"
_BASICS = "complement.basics."
_TOLD = (
    "SELECT entry.assessment_id, entry.field, json_extract(entry.value, '$') FROM json_each(?) AS wanted"
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
    ends, plans = _ends(connection.execute(_ROUNDS)), _plans(connection)
    for id_, short_id, name, archived in connection.execute(_ORGANISATIONS):
        rounds = ends[id_]
        yield Followed(
            id_,
            short_id,
            name,
            _day(archived[:10]) if archived else None,
            _day(rounds.first[1]),
            _day(rounds.latest[1]),
            rounds.rounds,
            tuple(plans.get(id_, ())),
        )


def told(connection: sqlite3.Connection, organisation_ids: Collection[str]) -> dict[str, Told]:
    """Return what some organisations said at their first and latest round."""
    ends = _ends(connection.execute(_ROUNDS_OF, (json.dumps([*organisation_ids]),)))
    assessments = [id_ for one in ends.values() for id_ in {one.first[0], one.latest[0]}]
    said: dict[str, dict[str, str]] = {}
    for assessment_id, field, value in connection.execute(_TOLD, (json.dumps(assessments),)):
        said.setdefault(assessment_id, {})[field] = value
    return {id_: _said(one, said) for id_, one in ends.items()}


def _said(ends: _Ends, said: Mapping[str, Mapping[str, str]]) -> Told:
    then, now = said.get(ends.first[0], {}), said.get(ends.latest[0], {})
    return Told(
        now.get("complement.aim") or "",
        tuple(json.loads(now.get("priorities") or "[]")),
        {} if ends.rounds == 1 else _basics(then),
        _basics(now),
        ends.first[2] == ends.latest[2],
    )


def _basics(said: Mapping[str, str]) -> dict[str, str]:
    return {field.removeprefix(_BASICS): value for field, value in said.items() if field.startswith(_BASICS)}


def _ends(found: Iterable[tuple[str, str, str, str, int]]) -> dict[str, _Ends]:
    """Return the first and the latest round of each organisation; one still empty counts when it is alone."""
    by_owner: dict[str, list[tuple[str, str, str, int]]] = {}
    for owner, id_, day, questionnaire, is_begun in found:
        by_owner.setdefault(owner, []).append((id_, day, questionnaire, is_begun))
    return {owner: _ends_of(rounds) for owner, rounds in by_owner.items()}


def _ends_of(found: list[tuple[str, str, str, int]]) -> _Ends:
    begun = [one[:3] for one in found if one[3]] or [found[0][:3]]
    return _Ends(begun[0], begun[-1], len(begun))


def _plans(connection: sqlite3.Connection) -> dict[str, list[KeptAction]]:
    kept = connection.execute(_ACTIONS).fetchall()
    # One reading of the whole takes a fifth of the time of one an action.
    actions = json.loads(f"[{','.join(action for _, action in kept)}]")
    plans: dict[str, list[KeptAction]] = {}
    for (owner, _), action in zip(kept, actions, strict=True):
        plans.setdefault(owner, []).append(_action(action))
    return plans


def _action(kept: Mapping[str, str]) -> KeptAction:
    due = kept.get("due")
    return KeptAction(
        kept.get("item"),
        kept.get("title"),
        kept.get("first_step"),
        kept.get("owner"),
        _day(due) if due else None,
        kept.get("status", "open"),
    )


_day = lru_cache(maxsize=4096)(date.fromisoformat)
"""A day written as in a dossier; the same few hundred come again in every plan."""
