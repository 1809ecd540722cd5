"""The first page of the document as it will be printed, on a sheet of paper above the page."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.document import Order
from assessment.app.key_line import KeyLine
from assessment.app.keys import key
from assessment.app.sheet import Sheet


class PreviewBox(Box[None]):
    """One sheet to read, nothing to change; it is drawn again when the language changes."""

    CSS_PATH = "preview_box.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("a,enter", "cancel", "close"),
        key("down", "scroll(3)", "scroll", show=True),
        key("up", "scroll(-3)", "scroll_up"),
        key("pagedown,space", "scroll(15)", "scroll_page"),
        key("pageup", "scroll(-15)", "scroll_page_up"),
    ]

    def __init__(self, desk: Desk, order: Order) -> None:
        """Take what the document is made from."""
        super().__init__(desk)
        self._order = order

    def compose(self) -> ComposeResult:
        """Lay the sheet on the table."""
        with VerticalScroll(id="table", can_focus=False):
            yield Sheet(id="sheet")
        yield KeyLine(lambda: self.desk.t)

    def paint(self) -> None:
        """Write the sheet, its frame saying what it is."""
        document = self._order.document(self.desk.lang)
        sheet = self.query_one(Sheet)
        sheet.show(document.pages[0], document.standing)
        sheet.border_title = self.t("pdf.first_page")

    def action_scroll(self, lines: int) -> None:
        """Read further down or up."""
        self.query_one("#table", VerticalScroll).scroll_relative(y=lines, animate=False, immediate=True)
