"""The map of the sections: its rows for a box, and the panel that follows at the side of a wide terminal."""

from collections.abc import Callable
from itertools import zip_longest

from rich.cells import cell_len
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from assessment.app.choice_list import Row
from assessment.app.prose import Prose
from assessment.app.tones import MUTED
from assessment.asking.map import Part
from assessment.texts import Texts

BAR = 6
"""Cells of the small bars."""
LINES_A_PART = 2
"""Lines of one part where the panel has room for its title and its figures."""
TITLE_LINES = 3
"""Lines of the panel's title and of the air around it."""
MOST_PARTS = 14
"""Parts the panel has room for; the questionnaire has twelve."""
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


class MapLine(Widget):
    """One part in the panel; it draws itself again only when the part has changed."""

    DEFAULT_CLASSES = "map-line"
    part: reactive[Part | None] = reactive(None)

    def __init__(self, words: Callable[[], Texts]) -> None:
        super().__init__()
        self._words = words

    def render(self) -> Content:
        """Draw the part on the lines the panel has for it."""
        if self.part is None:
            return Content("")
        draw = _on_two_lines if self.size.height >= LINES_A_PART else _on_one_line
        return draw(self.part, max(1, self.size.width), self._words())


class MapPanel(Vertical):
    """The map beside the questions; only the parts that changed are drawn again."""

    DEFAULT_CLASSES = "map-panel"

    def __init__(self, words: Callable[[], Texts]) -> None:
        super().__init__()
        self._words = words

    def show(self, parts: tuple[Part, ...]) -> None:
        """Show the parts; those that are the same cost nothing, and a narrow terminal pays for no line."""
        if not self.query(MapLine):
            self.mount(Prose(), *(MapLine(self._words) for _ in range(MOST_PARTS)))
        self.query_one(Prose).show(Content.styled(f"{self._words()('map.title')}\n", "bold"))
        self.set_class(self.size.height >= LINES_A_PART * len(parts) + TITLE_LINES, "-roomy")
        for line, part in zip_longest(self.query(MapLine), parts[:MOST_PARTS]):
            line.display = part is not None
            line.part = part


def _on_two_lines(part: Part, width: int, t: Texts) -> Content:
    """Return title, then bar and figures."""
    title = Content.assemble(_here(part), (part.title, "bold" if part.is_here else ""))
    said = Content.assemble("  ", (bar(part), "$primary"), (f" {figures(part, t)}", MUTED))
    return Content("\n").join((title.truncate(width, ellipsis=True), said.truncate(width, ellipsis=True)))


def _on_one_line(part: Part, width: int, t: Texts) -> Content:
    """Return title, then how many answers of how many."""
    count = t("map.short", answered=part.answered, asked=part.asked)
    title = Content.assemble(_here(part), (part.title, "bold" if part.is_here else ""))
    title = title.truncate(max(1, width - cell_len(count) - 1), ellipsis=True)
    gap = " " * max(1, width - title.cell_length - cell_len(count))
    return Content.assemble(title, gap, (count, MUTED))


def _here(part: Part) -> tuple[str, str]:
    return (f"{HERE if part.is_here else ' '} ", "bold $accent")
