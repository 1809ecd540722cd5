"""The results: nine pages, one digit each, in words and bars."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.app.results_pages import PAGES, Results
from assessment.app.tones import MUTED
from assessment.wording import Wording
from questionnaire.typography import NO_BREAK


class ResultsScreen(Page):
    """One page of the results at a time."""

    CSS_PATH = "results_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("right,enter", "turn(1)", "next_page", show=True),
        key("left,backspace", "turn(-1)", "previous_page", show=True),
        key("down,pagedown,space", "scroll(1)", "scroll", show=True),
        key("up,pageup", "scroll(-1)", "scroll_up"),
        key("p", "priorities", "priorities", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help"),
    ]
    page = "overview"

    def compose_body(self) -> ComposeResult:
        """Lay out the list of pages and the page."""
        yield Prose(id="pages")
        with VerticalScroll(id="page", can_focus=False):
            yield Prose(id="text")

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("results.title"))

    def paint(self) -> None:
        """Write the page at hand."""
        diagnosis = self.desk.diagnosis()
        results = Results(diagnosis, Wording(self.desk.lang, diagnosis), self.t)
        self.query_one("#pages", Prose).show(self._pages())
        self.query_one("#text", Prose).show(PAGES[self.page](results))
        self.query_one("#page").scroll_home(animate=False)

    def _pages(self) -> Content:
        """Return the numbers and names of the pages, the one at hand marked by brackets."""
        parts: list[str | tuple[str, str]] = []
        for number, page in enumerate(PAGES, start=1):
            name = f"{number}{NO_BREAK}{self.t(f'results.tab.{page}')}"
            is_here = page == self.page
            parts += [
                (
                    f"[{name}]" if is_here else f" {name} ",
                    "bold" if is_here else MUTED,
                )
            ]
        return Content.assemble(*parts)

    def action_digit(self, digit: int) -> None:
        """Show a page by its number."""
        if 1 <= digit <= len(PAGES):
            self.page = list(PAGES)[digit - 1]
            self.paint()

    def action_turn(self, pages: int) -> None:
        """Turn to the next or the previous page; after the last one, to the priorities."""
        place = list(PAGES).index(self.page) + pages
        if place == len(PAGES):
            self.action_priorities()
        elif place >= 0:
            self.action_digit(place + 1)

    def action_scroll(self, direction: int) -> None:
        """Read further down or up."""
        self.query_one("#page", VerticalScroll).scroll_relative(y=5 * direction, animate=False)

    def action_priorities(self) -> None:
        """Go and choose the priorities."""
        self.go("priorities")
