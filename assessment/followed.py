"""What is known of the organisations an adviser follows, before anything is counted.

No language, no answer sheet, no model: a list of thousands is read without opening one dossier.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class KeptAction(NamedTuple):
    """One action of a plan, as it is kept; a tuple, as tens of thousands are made at once."""

    item: str | None
    """Item or basic it is about."""
    title: str | None
    first_step: str | None
    owner: str | None
    due: date | None
    status: str
    """open, done or dropped."""


@dataclass(frozen=True, slots=True)
class Followed:
    """An organisation, the dates of its rounds and its plan.

    A round opened and still empty is none yet, unless the organisation has no other.
    """

    id: str
    short_id: str
    name: str | None
    archived: date | None
    """Day it was put away; None while it is followed."""
    first: date
    """Day of the first round."""
    latest: date
    """Day of the latest round."""
    rounds: int
    """Rounds made, at least one."""
    plan: tuple[KeptAction, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What an organisation said that its adviser's committee reads: never a comment, never a note."""

    aim: str = ""
    """What it wants to settle, in its own words, at the latest round."""
    priorities: tuple[str, ...] = ()
    """Items chosen at the latest round, in their order."""
    basics_then: Mapping[str, str] = field(default_factory=dict)
    """Answers to the basics at the first round, by basic; empty when there is one round only."""
    basics_now: Mapping[str, str] = field(default_factory=dict)
    """Answers to the basics at the latest round."""
    is_comparable: bool = True
    """Whether both rounds answered the same version of the questionnaire."""
