"""What every page of the results is written from."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from assessment.app.tones import MUTED
from assessment.diagnosis import Diagnosis
from assessment.planned import PlannedAction
from assessment.recommendation import Recommendation
from assessment.scoring import DomainProfile
from assessment.texts import Texts
from assessment.wording import Wording

GLYPHS = {"use": "●", "need": "○", "no_need": "·", "dont_know": "?", "unanswered": "_"}
"""One sign a state, always beside its word."""

Part = str | tuple[str, str]
"""Words, or words and their style."""


@dataclass(frozen=True, slots=True)
class Results:
    """One diagnosis, its words in the language of the moment, and the room there is for them."""

    diagnosis: Diagnosis
    wording: Wording
    t: Texts
    width: int
    """Cells of a line."""
    plan: Sequence[PlannedAction] = ()
    """The actions kept with the dossier, as they are said."""

    def recommended(self) -> dict[str, Recommendation]:
        """Return every recommendation by item, basics included."""
        return {one.item: one for one in (*self.diagnosis.recommendations, *self.diagnosis.basics)}


def signs(profile: DomainProfile) -> str:
    """Return one sign an item, used first."""
    return "".join(sign * len(getattr(profile, state)) for state, sign in GLYPHS.items())


def heading(words: str) -> Content:
    """Return the words that head a part of a page."""
    return Content.styled(words, "bold")


def quiet(words: str) -> Content:
    """Return words that are read second."""
    return Content.styled(words, MUTED)


def lines(parts: Sequence[Content | str]) -> Content:
    """Set lines one under the other."""
    return Content("\n").join(one if isinstance(one, Content) else Content(one) for one in parts)
