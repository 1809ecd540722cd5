"""FollowUp → JSON, a part of a diagnosis: what changed since an earlier round, in ids, codes and counts."""

from typing import Literal

from typing_extensions import TypedDict  # the only one pydantic reads before Python 3.12

from assessment.followup import FollowUp, Moves


class MovesPart(TypedDict):
    """What became of each thing answered both times: ids, in questionnaire order."""

    met: list[str]
    still: list[str]
    dropped: list[str]
    unsure: list[str]
    adopted: list[str]
    abandoned: list[str]
    new_needs: list[str]
    clarified: list[str]
    lost_clarity: list[str]


class BasicsMovesPart(MovesPart):
    """The basics, in place counting as in use."""

    improved: list[str]
    """In place and to be improved then, fine now."""
    to_improve: list[str]
    """Fine then, to be improved now."""


class ProgressPart(TypedDict):
    """Needs of the earlier round that are met, out of those there were."""

    met: int
    needs: int


class FollowUpPart(MovesPart):
    """This round beside an earlier one; only what was answered both times is compared."""

    baseline: str | None
    """Id of the assessment compared with."""
    date: str | None
    """Its date."""
    stage_on_baseline_basket: dict[str, int | None]
    """By domain, and all: stage of what was in use or needed then, with the answers of now."""
    progress: ProgressPart | None
    """Null when there was no need."""
    transitions: dict[str, dict[str, int]]
    """How many items went from one answer to another: then, now, count."""
    basics: BasicsMovesPart
    skills_level: list[int] | None
    """Then and now; null when it was not given both times."""
    not_compared: list[str]
    """Items answered one time only."""
    warnings: list[Literal["other_respondent", "other_questionnaire", "not_comparable"]]


def follow_up_part(found: FollowUp) -> FollowUpPart:
    """Return what changed since one earlier round as plain data."""
    day, progress = found.baseline.day, found.items.progress
    transitions: dict[str, dict[str, int]] = {}
    for (then, now), count in sorted(found.items.transitions.items()):
        transitions.setdefault(then, {})[now] = count
    return {
        "baseline": found.baseline.id,
        "date": day.isoformat() if day else None,
        **_moves(found.items),
        "stage_on_baseline_basket": dict(found.stage_on_baseline_basket),
        "progress": {"met": progress[0], "needs": progress[1]} if progress else None,
        "transitions": transitions,
        "basics": {
            **_moves(found.basics),
            "improved": list(found.basics_improved),
            "to_improve": list(found.basics_to_improve),
        },
        "skills_level": list(found.skills) if found.skills else None,
        "not_compared": list(found.not_compared),
        "warnings": list(found.warnings),
    }


def _moves(moves: Moves) -> MovesPart:
    return {
        "met": list(moves.met),
        "still": list(moves.still),
        "dropped": list(moves.dropped),
        "unsure": list(moves.unsure),
        "adopted": list(moves.adopted),
        "abandoned": list(moves.abandoned),
        "new_needs": list(moves.new_needs),
        "clarified": list(moves.clarified),
        "lost_clarity": list(moves.lost_clarity),
    }
