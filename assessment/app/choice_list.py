"""Answers, one a row, with hanging lines; nothing is highlighted before the first arrow."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content
from textual.events import Click, Resize
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a mark (number, box), the words, and a note after them."""

    words: str
    """A line break in them begins a line under the first word."""
    mark: str = ""
    """What stands before the words; on several lines, a large figure."""
    after: str = ""
    style: str = ""
    key: str = ""
    """What the page knows the row by."""
    enabled: bool = True


class ChoiceList(OptionList):
    """An OptionList whose rows wrap under their own words, and that says how a row was picked."""

    DEFAULT_CLASSES = "choices"

    class Picked(Message):
        """A row was picked, with Enter or with the mouse."""

        def __init__(self, row: Row, index: int, *, was_clicked: bool) -> None:
            self.row = row
            self.index = index
            self.was_clicked = was_clicked
            super().__init__()

    class Entered(Message):
        """Enter was pressed while no row was highlighted."""

    class Moved(Message):
        """The person moved the highlight."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the name Textual uses
        super().__init__(id=id, compact=True, markup=False)
        self.rows: tuple[Row, ...] = ()
        self._shape: tuple[int, list[tuple[bool, int]]] | None = None
        """Width, and for each row whether it can be picked and how many lines it takes beyond the first."""
        self._contents: list[Content] = []

    @property
    def row(self) -> Row | None:
        """The highlighted row."""
        return None if self.highlighted is None else self.rows[self.highlighted]

    @property
    def highlighted_lines(self) -> tuple[int, int]:
        """First line of the highlighted row among those of the list, and how many it takes."""
        counts = [text.plain.count("\n") + 1 for text in self._contents]
        place = self.highlighted or 0
        return sum(counts[:place]), counts[place] if counts else 1

    def show(self, rows: Sequence[Row], *, highlighted: int | None = None) -> None:
        """Replace the rows; the highlight goes where it is told, or away."""
        self.rows = tuple(rows)
        self._draw(highlighted)

    def on_resize(self, event: Resize) -> None:
        """Wrap the rows again when the width changes."""
        if self.rows and self._shape and self._width() != self._shape[0]:
            self._draw(self.highlighted)

    def action_select(self) -> None:
        """Pick the highlighted row, or say that Enter was pressed without one."""
        if self.highlighted is None:
            self.post_message(self.Entered())
        else:
            self._pick(was_clicked=False)

    async def _on_click(self, event: Click) -> None:
        """Pick the row under the mouse."""
        event.prevent_default()
        index = event.style.meta.get("option")
        if index is not None and self.rows[index].enabled:
            self.highlighted = index
            self._pick(was_clicked=True)

    def action_cursor_down(self) -> None:
        """Go down one row and say so."""
        super().action_cursor_down()
        self.post_message(self.Moved())

    def action_cursor_up(self) -> None:
        """Go up one row and say so."""
        super().action_cursor_up()
        self.post_message(self.Moved())

    def _pick(self, *, was_clicked: bool) -> None:
        if self.row is not None and self.highlighted is not None:
            self.post_message(self.Picked(self.row, self.highlighted, was_clicked=was_clicked))

    def _width(self) -> int:
        return (self.scrollable_content_region.width or self.app.size.width) - 1

    def _draw(self, highlighted: int | None) -> None:
        """Write the rows; in place, and only those that change, when they take as many lines as before."""
        width = self._width()
        contents = [_content(row, width) for row in self.rows]
        shape = (
            width,
            [(row.enabled, text.plain.count("\n")) for row, text in zip(self.rows, contents, strict=True)],
        )
        if shape == self._shape:
            for index, (new, old) in enumerate(zip(contents, self._contents, strict=True)):
                if not new.is_same(old):
                    self.replace_option_prompt_at_index(index, new)
        else:
            options = zip(self.rows, contents, strict=True)
            self.set_options(Option(text, disabled=not row.enabled) for row, text in options)
        self._shape, self._contents = shape, contents
        self.highlighted = highlighted


def _content(row: Row, width: int) -> Content:
    """Lay a row out: mark, words on as many lines as they need, note after them."""
    marks = row.mark.split("\n") if row.mark else []
    indent = max((len(mark) for mark in marks), default=-1) + 1
    words = f"{row.words}   {row.after}" if row.after else row.words
    room = max(8, width - indent)
    parts = (textwrap.wrap(part, room, break_on_hyphens=False) or [""] for part in words.split("\n"))
    lines = [line for part in parts for line in part]
    both = zip_longest(marks, lines, fillvalue="")
    # A large figure is for a projector, which washes colours out.
    style = row.style or ("bold" if len(marks) > 1 else "bold $accent")
    laid_out = (((f"{mark:<{indent}}", style), (line, row.style)) for mark, line in both)
    return Content("\n").join(Content.assemble(*parts) for parts in laid_out)
