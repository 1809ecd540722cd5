"""The map of the sections: its rows for a box, and the panel that follows at the side of a wide terminal."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from assessment.app.choice_list import Row
from assessment.app.tones import FAINT, MUTED
from assessment.asking.map import Part
from assessment.texts import Texts

BAR = 6
"""Cells of the small bars."""
LINES_A_PART = 2
"""Lines of one part where the panel has room for its title and its figures."""
HERE = "▸"


def bar(part: Part, width: int = BAR) -> str:
    """Draw how far a part has got: full only once it is complete, begun as soon as one answer is in."""
    full = int(part.done * width)
    full = max(full, 1) if part.answered else 0
    return "█" * full + "·" * (width - full)


def figures(part: Part, t: Texts) -> str:
    """Say how far a part has got, and what is open, in words."""
    if not part.open:
        return t("map.complete", n=part.answered)
    return t.count("map.open", part.open, answered=part.answered, asked=part.asked)


def map_rows(parts: tuple[Part, ...], t: Texts) -> list[Row]:
    """Return one row a part: where one stands, its number, its bar, its figures and its title."""
    said = [figures(part, t) for part in parts]
    width = max(map(cell_len, said), default=0)
    rows = []
    for number, (part, words) in enumerate(zip(parts, said, strict=True), start=1):
        mark = f"{HERE if part.is_here else ' '} {number if number <= 9 else ' '}  {bar(part)}"
        gap = " " * (width - cell_len(words))
        rows.append(Row(f"{words}{gap}  {part.title}", mark, key=part.target))
    return rows


class MapPanel(Widget):
    """The map beside the questions; it draws itself again only when a part has changed."""

    DEFAULT_CLASSES = "map-panel"
    parts: reactive[tuple[Part, ...]] = reactive(())

    def __init__(self) -> None:
        super().__init__()
        self._t: Texts | None = None

    def show(self, parts: tuple[Part, ...], t: Texts) -> None:
        """Show the parts; the same ones cost nothing."""
        self._t = t
        self.parts = parts

    def render(self) -> Content:
        """Draw the title and the parts for the room at hand."""
        if self._t is None:
            return Content("")
        width, height = self.content_size
        is_roomy = height >= LINES_A_PART * len(self.parts) + 2
        lines = [Content.styled(self._t("map.title"), "bold"), Content("")]
        for part in self.parts:
            lines += _roomy(part, width, self._t) if is_roomy else _narrow(part, width, self._t)
        return Content("\n").join(lines)


def _roomy(part: Part, width: int, t: Texts) -> list[Content]:
    """Return a part on two lines: title, then bar and figures."""
    title = Content.assemble(_here(part), (part.title, "bold" if part.is_here else ""))
    said = Content.assemble("  ", (bar(part), "$primary"), (f" {figures(part, t)}", MUTED))
    return [title.truncate(width, ellipsis=True), said.truncate(width, ellipsis=True)]


def _narrow(part: Part, width: int, t: Texts) -> list[Content]:
    """Return a part on one line: title, then how many answers of how many."""
    count = t("map.short", answered=part.answered, asked=part.asked)
    title = Content.assemble(_here(part), (part.title, "bold" if part.is_here else ""))
    room = max(1, width - cell_len(count) - 1)
    title = title.truncate(room, ellipsis=True)
    gap = " " * max(1, width - title.cell_length - cell_len(count))
    return [Content.assemble(title, gap, (count, MUTED if part.open else FAINT))]


def _here(part: Part) -> tuple[str, str]:
    return (f"{HERE if part.is_here else ' '} ", "bold $accent")
