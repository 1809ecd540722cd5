"""What changes everywhere while the screen is projected; light, as the first page reads it."""

from pathlib import Path
from typing import TYPE_CHECKING

from assessment.errors import BadInput

if TYPE_CHECKING:
    from assessment.app.desk import Desk

NOT_PROJECTED = ("home", "portfolio", "resume", "pdf", "workshop", "conflicts", "follow", "meetings")
"""Places that show other organisations, where files are kept, or what was said in a meeting."""
FOR_ADVISERS = ("meetings", "follow")
"""Places of adviser mode only."""
ESSENTIAL = (
    "vote",
    "reveal",
    "presentation",
    "take_back",
    "results",
    "next_page",
    "previous_page",
    "back",
    "skip",
    "leave",
    "pause",
    "close",
)
"""Keys worth a place on a projected page, by id, the first ones first."""


def shown_path(desk: "Desk", path: Path) -> str:
    """Return a path as it may be read on the screen: a projected one gives the name of the file only."""
    return path.name if desk.is_presenting else str(path)


def told(desk: "Desk", problem: BadInput) -> str:
    """Return what cannot be done, in one sentence; a projected one names a file without its folder."""
    fields = dict(problem.fields)
    if "file" in fields:
        fields["file"] = shown_path(desk, Path(str(fields["file"])))
    return BadInput(problem.code, catalogue=problem.catalogue, **fields).text(desk.lang)
