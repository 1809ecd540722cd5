"""The results: nine pages, one digit each, in words and bars; what changed is page 0 of a later round."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.keys import ZERO, digits, key
from assessment.app.pick_box import PickBox
from assessment.app.populations import population_rows
from assessment.app.prose import FittedProse, Prose
from assessment.app.reading_page import ReadingPage
from assessment.app.results.pages import FOLLOWUP, pages
from assessment.app.results.results import Results
from assessment.app.tones import MUTED
from assessment.comparison import EVERYONE
from assessment.planned import PlanWords
from assessment.wording import Wording
from questionnaire.typography import NO_BREAK


class ResultsScreen(ReadingPage):
    """One page of the results at a time."""

    CSS_PATH = "results_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key(ZERO, "page('followup')", "since_first"),
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
        diagnosis, page, t = self.desk.diagnosis(), self._known[self.page], self.t
        wording = Wording(self.desk.lang, diagnosis)
        plan = PlanWords(diagnosis, wording).all(self.desk.plan()) if self.page == FOLLOWUP else ()
        self.query_one("#pages", Prose).show(self._pages())
        text = self.query_one("#text", FittedProse)
        text.write(lambda width: page(Results(diagnosis, wording, t, width, plan)))

    @property
    def _known(self) -> dict[str, Callable[[Results], Content]]:
        """The pages there are: one more in a later round."""
        return pages(self.desk.diagnosis().followup is not None)

    def _pages(self) -> Content:
        """Return the numbers and names of the pages, the one at hand marked by brackets."""
        parts: list[str | tuple[str, str]] = []
        known = self._known
        for number, page in enumerate(known, start=0 if FOLLOWUP in known else 1):
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
        numbered = [page for page in self._known if page != FOLLOWUP]
        if 1 <= digit <= len(numbered):
            self.action_page(numbered[digit - 1])

    def action_page(self, page: str) -> None:
        """Show a page by its name, if there is one."""
        if page in self._known:
            self.page = page
            self.paint()
            self.query_one("#page").scroll_home(animate=False)

    def action_turn(self, by: int) -> None:
        """Turn to the next or the previous page; after the last one, to the priorities."""
        known = list(self._known)
        place = known.index(self.page) + by
        if place == len(known):
            self.action_priorities()
        elif place >= 0:
            self.action_page(known[place])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the page of what changed in a later round only."""
        return action != "page" or self.desk.diagnosis().followup is not None

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
