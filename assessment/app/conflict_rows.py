"""Two versions side by side: one row a difference, and the highlighted one in full; no widget here."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from assessment.app.choice_list import Row
from assessment.app.conflict_words import ConflictWords
from assessment.app.tones import MUTED
from assessment.free_text import isolated
from assessment.workspace import Conflict, Side

MARK = 4
"""Cells before the words of a row."""
GAP = 2
LEAST = 10
"""Cells a side takes at least."""
SIDES: tuple[Side, Side] = ("ours", "theirs")
_SIGNS = {True: "●", False: "○"}


def column(width: int) -> int:
    """Return the cells of one side where a row has that many."""
    return max(LEAST, (width - MARK - GAP) // 2)


def head(width: int, words: ConflictWords) -> str:
    """Return the names of the two sides, each above its column."""
    sides = [f"  {words.t(f'conflicts.side.{side}')}" for side in SIDES]
    return f"{'':{MARK}}{_beside(sides, column(width))}"


def conflict_rows(
    conflicts: Sequence[Conflict], decided: Mapping[Conflict, Side], words: ConflictWords, width: int
) -> Iterator[Row]:
    """Yield one row a difference, in its order, the name of what it belongs to above the first of each."""
    above = ""
    for place, conflict in enumerate(conflicts):
        group = words.group(conflict)
        if group != above:
            yield Row(group, style="bold", enabled=False)
        above = group
        side = decided.get(conflict)
        sides = [
            f"{_SIGNS[one == side]} {_cell(words.value(conflict, said))}"
            for one, said in zip(SIDES, (conflict.ours, conflict.theirs), strict=True)
        ]
        state = words.t(f"conflicts.state.{side or 'open'}")
        about = f"{words.about(conflict)} — {state}"
        yield Row(f"{about}\n{_beside(sides, column(width))}", f" {_SIGNS[bool(side)]} ", key=str(place))


def _cell(text: str) -> str:
    """Return a text on one line that cannot turn round what stands beside it."""
    return isolated(" ".join(text.split()))


def _beside(sides: Sequence[str], cells: int) -> str:
    """Return both sides on one line, a longer one shortened."""
    fitted = [text if cell_len(text) <= cells else set_cell_size(text, cells - 1) + "…" for text in sides]
    return (set_cell_size(fitted[0], cells) + " " * GAP + fitted[1]).rstrip()


def conflict_detail(conflict: Conflict, side: Side | None, words: ConflictWords) -> Content:
    """Return one difference in full: what it is about, what each side says, which one stays."""
    t = words.t
    state = t(f"conflicts.state.{side or 'open'}")
    parts: list[str | tuple[str, str]] = [
        (words.about(conflict), "bold"),
        f" — {state}\n",
        (words.group(conflict), MUTED),
    ]
    for number, (one, said) in enumerate(zip(SIDES, (conflict.ours, conflict.theirs), strict=True), start=1):
        named = t(f"conflicts.side.{one}")
        label = t("conflicts.said", number=number, sign=_SIGNS[one == side], side=named)
        parts += [(f"\n{label} ", "bold"), f"{words.value(conflict, said)}"]
    return Content.assemble(*parts)
