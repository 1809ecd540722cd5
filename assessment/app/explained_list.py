"""A list, and what its highlighted row says: under it, or beside it where there is room."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from assessment.app.choice_list import ChoiceList, Row
from assessment.app.keys import key
from assessment.app.prose import Prose

WIDE: list[tuple[int, str]] = [(0, "-narrow"), (120, "-wide")]
"""Widths from which a page with such a list sets both side by side."""


class _List(ChoiceList):
    """Its page keys turn the text beside it, the arrows being enough for the rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("pagedown", "page_down", "detail_down"),
        key("pageup", "page_up", "detail_up"),
    ]

    class Turned(Message):
        """The person wants to read further down (1) or up (-1)."""

        def __init__(self, by: int) -> None:
            self.by = by
            super().__init__()

    def action_page_down(self) -> None:
        """Read further down."""
        self.post_message(self.Turned(1))

    def action_page_up(self) -> None:
        """Read further up."""
        self.post_message(self.Turned(-1))


class ExplainedList(Widget):
    """The rows and the text; the page says what the text is each time another row is highlighted."""

    class Highlighted(Message):
        """Another row is highlighted, or the same one was drawn again."""

        def __init__(self, row: Row | None) -> None:
            self.row = row
            super().__init__()

    def compose(self) -> ComposeResult:
        """Lay out the list and the text."""
        yield _List(id="rows")
        with VerticalScroll(id="detail", can_focus=False):
            yield Prose(id="text")

    @property
    def row(self) -> Row | None:
        """The highlighted row."""
        return self.query_one(_List).row

    def show(self, rows: Sequence[Row], *, key: str | None = None) -> None:
        """Replace the rows; the one of that key is highlighted, or the first one that can be."""
        able = {row.key: place for place, row in reversed(list(enumerate(rows))) if row.enabled}
        first = min(able.values(), default=None)
        self.query_one(_List).show(rows, highlighted=able.get(key or "", first))
        self.post_message(self.Highlighted(self.row))

    def highlight(self, key: str) -> None:
        """Go to the row of that key."""
        rows = self.query_one(_List)
        rows.highlighted = next(place for place, row in enumerate(rows.rows) if row.key == key)
        self.post_message(self.Highlighted(self.row))

    def explain(self, text: Content) -> None:
        """Show what the highlighted row says, from its beginning."""
        self.query_one("#text", Prose).show(text)
        self.query_one("#detail").scroll_home(animate=False)

    def take_focus(self) -> None:
        """Let the keys go to the rows."""
        self.query_one(_List).focus()

    def on_choice_list_moved(self) -> None:
        """Say which row the person moved to."""
        self.post_message(self.Highlighted(self.row))

    def on__list_turned(self, event: _List.Turned) -> None:
        """Turn the text."""
        detail = self.query_one("#detail")
        turn = detail.scroll_page_down if event.by > 0 else detail.scroll_page_up
        turn(animate=False)
