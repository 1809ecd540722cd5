"""What every page of the report is made from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assessment.diagnosis import Diagnosis
from assessment.planned import PlannedAction
from assessment.recommendation import Recommendation
from assessment.report.characters import clean
from assessment.texts import Texts
from assessment.wording import RecommendationText, Wording

LONGEST_NAME = 110
"""Characters of a name at the head of a page; the rest stands at the end of the document."""
LONGEST_HEAD = 60
"""Characters of a name in the running head."""
LONGEST_AIM = 420
"""Characters of the aim on the front sheet."""
LONGEST_PARAGRAPH = 3_000
"""Characters of a paragraph nobody cut: more than half a page."""
LONGEST_CELL = 220
"""Characters of a text the organisation wrote in a cell of the plan."""


@dataclass(frozen=True)
class Material:
    """A diagnosis, its words, and the choices made before printing."""

    diagnosis: Diagnosis
    wording: Wording
    t: Texts
    """The labels of the report."""
    printed_on: date
    with_comments: bool = True
    plan: Sequence[PlannedAction] = ()

    @property
    def lang(self) -> str:
        """Language of the report."""
        return self.wording.lang

    @cached_property
    def name(self) -> str:
        """Name of the organisation, or what stands for it."""
        return clean(self.diagnosis.subject.name or "").strip() or self.t("front.unnamed")

    @cached_property
    def recommended(self) -> Mapping[str, Recommendation]:
        """Every recommendation by item, basics included."""
        return {one.item: one for one in (*self.diagnosis.recommendations, *self.diagnosis.basics)}

    @cached_property
    def priorities(self) -> tuple[RecommendationText, ...]:
        """The chosen priorities in words, in their order."""
        known = self.recommended
        return tuple(
            self.wording.recommendation(known[item]) for item in self.diagnosis.priorities if item in known
        )

    @cached_property
    def is_blank(self) -> bool:
        """Whether nothing at all was answered."""
        return self.diagnosis.is_blank


def excerpt(text: str, longest: int) -> str:
    """Return a text on one line, cut at a word with « … » when it is longer than it may be."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > longest // 2 else cut).rstrip(" ,;:.") + "…"


def is_cut(text: str, longest: int) -> bool:
    """Say whether an excerpt of that length leaves something out."""
    return len(" ".join(text.split())) > longest


def paragraphs(text: str) -> tuple[str, ...]:
    """Cut a text the organisation wrote into its paragraphs; a wall of text is cut after a sentence."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(part for line in lines if line for part in _readable(line))


def _readable(line: str) -> Iterator[str]:
    while len(line) > LONGEST_PARAGRAPH:
        at = max(line.rfind(end, 0, LONGEST_PARAGRAPH) + 1 for end in (". ", "! ", "? ", "… "))
        at = at or line.rfind(" ", 0, LONGEST_PARAGRAPH) + 1 or LONGEST_PARAGRAPH
        yield line[:at].strip()
        line = line[at:].strip()
    if line:
        yield line
