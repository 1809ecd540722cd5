"""The lines at the top of every page: where one is, what is saved, how far one has got."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from assessment.app.tones import FAINT, MUTED

LEAST_LEFT = 12
"""Cells the words on the left keep before those on the right give way."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The words of a banner; the two on the right give way when the terminal is narrow."""

    title: str
    aside: str = ""
    place: str = ""
    state: str = ""
    done: float | None = None
    """Share of the way already gone, 0 to 1; None draws a plain rule."""


class Banner(Widget):
    """Two lines of words and one of progress drawn as one widget: nothing can be squeezed to 0."""

    DEFAULT_CLASSES = "banner"
    heading: reactive[Heading] = reactive(Heading(""))

    def render(self) -> Content:
        """Draw the three lines for the width at hand."""
        width = max(1, self.size.width)
        heading = self.heading
        lines = (
            _spread(heading.title, heading.aside, width, "bold"),
            _spread(heading.place, heading.state, width, ""),
            _rule(heading.done, width),
        )
        return Content("\n").join(lines)


def _spread(left: str, right: str, width: int, style: str) -> Content:
    """Put words at both ends of a line; those on the left are shortened, those on the right go last."""
    room = width - 2
    kept = right if room - cell_len(right) >= min(cell_len(left), LEAST_LEFT) + 2 else ""
    title = Content.styled(left, style).truncate(max(1, room - cell_len(kept) - 2), ellipsis=True)
    gap = max(0, room - title.cell_length - cell_len(kept))
    return Content.assemble(" ", title, " " * gap, (kept, MUTED), " ")


def _rule(done: float | None, width: int) -> Content:
    """Draw the progress as a double line over a single one, or a plain rule."""
    if done is None:
        return Content.styled("─" * width, FAINT)
    full = round(done * width)
    return Content.assemble(("═" * full, "bold $primary"), ("─" * (width - full), FAINT))
