"""The counters of a group → JSON, version 1, for other programs; names are never in it."""

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from typing_extensions import TypedDict  # the only one pydantic reads before Python 3.12

from assessment.group_disclosure import SILENT, ShownRow
from assessment.groups import coverage, folded, matches, unclear
from assessment.room import Room
from assessment.scoring import ALL, DOMAINS

Number = int | None
"""Organisations; null, outside the room only: not to be read."""


class ItemCounts(TypedDict):
    """Organisations in each of the six states of an item."""

    use: Number
    need: Number
    no_need: Number
    dont_know: Number
    not_asked: Number
    unanswered: Number


class DomainCounts(ItemCounts):
    """Answers of a domain added up: several an organisation."""

    coverage: float | None
    """Σu/Σ(u+e), 0 to 1."""


class MatchPart(TypedDict):
    """What the group can do about an item."""

    item: str
    kind: Literal["teach", "together", "inform"]


class GroupPart(TypedDict):
    """A group."""

    format: Literal["jalon-group"]
    version: Literal[1]
    organisations: int
    public: bool
    """Whether it may leave the room: small counts are null, and no total is given to subtract from."""
    items: dict[str, ItemCounts]
    matches: list[MatchPart]
    folded: list[str]
    """Items nobody uses or needs."""
    to_clarify: list[str]
    """Items somebody could not answer, the most often unknown first."""
    domains: dict[str, DomainCounts] | None
    basics: dict[str, dict[str, Number]]
    barriers: dict[str, Number]
    aims: Number
    """Organisations that said in a sentence what they want to sort out."""


def write_group_json(room: Room) -> bytes:
    """Return the group as UTF-8 JSON; the same group gives the same bytes."""
    return (json.dumps(group_part(room), ensure_ascii=False, indent=1) + "\n").encode()


def group_part(room: Room) -> GroupPart:
    """Return the group as a tree: whole in the room, what may be read outside it."""
    group, seen = room.group, room.shown
    if seen.is_public:
        items = {item: _readable(row, group.items[item]) for item, row in seen.items.items()}
        basics = {basic: _readable(row, group.basics[basic]) for basic, row in seen.basics.items()}
    else:
        items = {item: dict(counts) for item, counts in group.items.items()}
        basics = {basic: dict(counts) for basic, counts in group.basics.items()}
    found = seen.matches if seen.is_public else matches(group)
    readable = [item for item in group.items if not seen.is_public or _is_whole(seen.items[item])]
    return {
        "format": "jalon-group",
        "version": 1,
        "organisations": group.organisations,
        "public": seen.is_public,
        "items": {item: _six(counts) for item, counts in items.items()},
        "matches": [{"item": match.item, "kind": match.kind} for match in found],
        "folded": [item for item in folded(group) if item in readable],
        "to_clarify": [item for item in unclear(group) if item in readable],
        "domains": None if seen.is_public else _domains(room),
        "basics": basics,
        "barriers": {
            code: seen.barriers[code] if seen.is_public else number for code, number in group.barriers.items()
        },
        "aims": None if seen.is_public else group.aims,
    }


def _readable(row: ShownRow, counts: Mapping[str, int]) -> dict[str, Number]:
    """Return a row outside the room: those that did not answer are told apart only when there are none."""
    cells: dict[str, Number] = {name: row.cells.get(name) for name in counts}
    if row.cells.get(SILENT) == 0:
        cells |= {name: 0 for name in ("not_asked", "unanswered") if name in cells}
    return cells


def _is_whole(row: ShownRow) -> bool:
    return bool(row.cells) and not row.together


def _six(counts: Mapping[str, Number]) -> ItemCounts:
    return {
        "use": counts["use"],
        "need": counts["need"],
        "no_need": counts["no_need"],
        "dont_know": counts["dont_know"],
        "not_asked": counts["not_asked"],
        "unanswered": counts["unanswered"],
    }


def _domains(room: Room) -> dict[str, DomainCounts]:
    items = room.questionnaire.items()
    parts = {domain: [item.id for item in items if item.domain == domain] for domain in DOMAINS}
    totals = {
        name: room.group.total(ids) for name, ids in {**parts, ALL: [item.id for item in items]}.items()
    }
    return {name: {**_six(total), "coverage": _number(coverage(total))} for name, total in totals.items()}


def _number(share: Fraction | None) -> float | None:
    return None if share is None else float(share)
