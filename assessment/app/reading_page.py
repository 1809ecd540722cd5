"""A page that is read from top to bottom, further than the screen holds."""

from textual.containers import VerticalScroll

from assessment.app.page import Page

LINES = 5
"""Lines one arrow key goes on."""


class ReadingPage(Page):
    """The scrolling of a page whose text stands in `#page`."""

    def action_scroll(self, direction: int) -> None:
        """Read further down or up."""
        self.query_one("#page", VerticalScroll).scroll_relative(y=LINES * direction, animate=False)

    def action_scroll_page(self, direction: int) -> None:
        """Read a page further down or up, one line being kept in sight."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=max(1, page.size.height - 1) * direction, animate=False)
