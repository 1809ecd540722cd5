"""The results: nine pages, one digit each, in words and bars."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.pick_box import PickBox
from assessment.app.populations import population_rows
from assessment.app.prose import FittedProse, Prose
from assessment.app.results.pages import PAGES
from assessment.app.results.results import Results
from assessment.app.tones import MUTED
from assessment.comparison import EVERYONE
from assessment.wording import Wording
from questionnaire.typography import NO_BREAK


class ResultsScreen(Page):
    """One page of the results at a time."""

    CSS_PATH = "results_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("right,enter", "turn(1)", "next_page", show=True),
        key("left,backspace", "turn(-1)", "previous_page"),
        key("down", "scroll(1)", "scroll", show=True),
        key("up", "scroll(-1)", "scroll_up"),
        key("pagedown,space", "scroll_page(1)", "scroll_page"),
        key("pageup", "scroll_page(-1)", "scroll_page_up"),
        key("c", "compare", "compare", show=True),
        key("e", "what_if", "what_if", show=True),
        key("p", "priorities", "priorities", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help"),
    ]
    page = "overview"

    def compose_body(self) -> ComposeResult:
        """Lay out the list of pages and the page."""
        yield Prose(id="pages")
        with VerticalScroll(id="page", can_focus=False):
            yield FittedProse(id="text")

    def heading(self) -> Heading:
        """Say where one is, and who stands beside all respondents."""
        title = self.t("results.title")
        diagnosis = self.desk.diagnosis()
        if diagnosis.population == EVERYONE:
            return self.desk.heading(title)
        chosen = diagnosis.benchmark.populations[diagnosis.population]
        words = Wording(self.desk.lang, diagnosis).population_words
        return self.desk.heading(
            self.t("results.compared", title=title, name=words.name(chosen), size=words.size(chosen))
        )

    def paint(self) -> None:
        """Write the page at hand, for the width it is given."""
        diagnosis, page, t = self.desk.diagnosis(), PAGES[self.page], self.t
        wording = Wording(self.desk.lang, diagnosis)
        self.query_one("#pages", Prose).show(self._pages())
        text = self.query_one("#text", FittedProse)
        text.write(lambda width: page(Results(diagnosis, wording, t, width)))

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
            self.query_one("#page").scroll_home(animate=False)

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

    def action_scroll_page(self, direction: int) -> None:
        """Read a page further down or up, one line being kept in sight."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=max(1, page.size.height - 1) * direction, animate=False)

    def action_compare(self) -> None:
        """Ask which respondents stand beside all of them."""
        box = PickBox(
            self.desk,
            "results.ask_population",
            lambda: population_rows(self.desk.diagnosis(), self.desk.lang),
            self.desk.diagnosis().population,
        )
        self.app.push_screen(box, self._take_population)

    def _take_population(self, population: str | None) -> None:
        """Show other respondents, or all of them alone again."""
        if population is not None:
            self.desk.compare_with(population)
            self.repaint()

    def action_what_if(self) -> None:
        """Go and see what would move if needs were met."""
        self.go("what_if")

    def action_priorities(self) -> None:
        """Go and choose the priorities."""
        self.go("priorities")
