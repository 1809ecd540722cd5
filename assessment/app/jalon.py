"""The app itself: reads the questions after the first frame and leads from page to page."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from assessment.app.keys import key
from assessment.app.opening_screen import OpeningScreen
from assessment.app.page import Page
from assessment.app.projecting_app import ProjectingApp
from assessment.app.saving_app import SavingApp
from assessment.app.start import Start
from assessment.app.tour import STOPS
from assessment.app.welcome_screen import WelcomeScreen
from assessment.errors import BadInput
from assessment.workspace import ChangedElsewhere

if TYPE_CHECKING:
    from assessment.app.palette import Command
    from questionnaire.model import Questionnaire

GONE = "workspace.gone"
"""Code of the problem « this organisation is no longer there »."""
CHANGING = ("question", "priorities", "plan")
"""Pages on which something of a round is changed: never while an earlier one is looked at."""
LOOK_ELSEWHERE_EVERY = 2.0
"""Seconds between two looks at what another window may have written."""


class Jalon(ProjectingApp):
    """The self-assessment in a terminal."""

    TITLE = "Jalon"
    # Textual reads the style of every screen but the first one: that one's stands here.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "presenting.tcss", "welcome_screen.tcss"]
    ENABLE_COMMAND_PALETTE = False
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (24, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f1", "help", "help"),
        key("f2", "switch_language", "language"),
        key("f3", "home", "home"),
        key("f4", "next_theme", "theme"),
        key("f5", "retry", "retry"),
        key("f7", "adviser", "adviser"),
        key("ctrl+p", "palette", "palette"),
        key("ctrl+q", "quit", "quit"),
    ]

    class Read(Message):
        """The questionnaire has been read."""

        def __init__(self, questionnaire: "Questionnaire") -> None:
            self.questionnaire = questionnaire
            super().__init__()

    def __init__(self, workspace_path: Path, lang: str, *, start: Start) -> None:
        super().__init__(workspace_path, lang)
        self._start = start
        self.desk.is_presenting = start.is_presenting
        self.place = "welcome"
        """Page on top, or under what stands above it for a moment."""
        self._wanted: tuple[str, str | None] | None = None
        """Page asked for before the questionnaire was read."""
        self._tour_ends_at = "welcome"

    def get_default_screen(self) -> Screen[None]:
        """Show the first screen, or a page that waits for the questions of one organisation."""
        opens_at_once = self._start.demo or self._start.organisation_id or self._start.page
        return OpeningScreen(self.desk) if opens_at_once else WelcomeScreen(self.desk)

    # --- after the first frame ------------------------------------------------------------------

    def on_ready(self) -> None:
        """Read the questions once the first screen is painted."""
        self.call_after_refresh(self._read_questionnaire)

    @work(thread=True, exclusive=True)
    def _read_questionnaire(self) -> None:
        from questionnaire.loading import standard_questionnaire  # pydantic: not before the first frame

        questionnaire = standard_questionnaire()
        from assessment.app.rooms import page_classes

        page_classes()
        self.post_message(self.Read(questionnaire))
        from assessment.app.library import warm_up

        warm_up()

    def on_jalon_read(self, event: Read) -> None:
        """Go where the person wanted to go meanwhile."""
        self.desk.questionnaire = event.questionnaire
        self.clear_notifications()
        if not self.workspace.hold():
            self.notify(self.desk.t("elsewhere.other_window"), timeout=10, markup=False)
        self.set_interval(LOOK_ELSEWHERE_EVERY, self._look_elsewhere)
        if self._start.organisation_id or self._start.page:
            self._open_at_start()
        elif self._start.demo:
            self.lead("home")
        elif self._wanted:
            self.lead(*self._wanted)

    def _open_at_start(self) -> None:
        """Open an organisation straight at its questions, or the page a tab was at."""
        start = self._start
        if start.example:
            self._open_example()
        elif start.organisation_id:
            try:
                self.desk.open_by_id(start.organisation_id)
            except BadInput as problem:
                self._leave_gone(problem)
                return
        if start.step:
            self.desk.session.go_to(start.step)
        self._show(start.page or "question")

    # --- from page to page ----------------------------------------------------------------------

    def on_page_going(self, event: Page.Going) -> None:
        """Lead to the page a page asked for."""
        self.lead(event.place, event.argument)

    def lead(self, place: str, argument: str | None = None) -> None:
        """Show a page, or do what one of the ways in stands for; wait when the questions are not read yet."""
        if self.desk.questionnaire is None:
            self._wanted = place, argument
            self.notify(self.desk.t("opening.wait"), markup=False)
            return
        if self.keeps_out(place):
            if self.desk.is_open or not self.desk.is_presenting:
                return
            place = "welcome"
        if self.desk.looked_at is not None and place in CHANGING:
            self.notify(self.desk.t("rounds.cannot_change"), timeout=10, markup=False)
            return
        try:
            ways: dict[str, Callable[[], str]] = {
                "start": lambda: self._begin(short=False),
                "short": lambda: self._begin(short=True),
                "example": self._open_example,
                "demo": self._open_demo,
                "tour": self._start_tour,
                "resume": lambda: "home",
                "portfolio": self._open_portfolio,
                "open": lambda: self._open(str(argument)),
                "question": lambda: self._question(argument),
            }
            self._show(ways[place]() if place in ways else place)
        except BadInput as problem:
            self.tell(problem)

    def _begin(self, *, short: bool) -> str:
        self.desk.start_new(short=short)
        return "question"

    def _open_example(self) -> str:
        from assessment.app.example import example_sheet

        self.desk.open_example(example_sheet(self.desk.lang))
        return "results"

    def _open_demo(self) -> str:
        self.notify(self.desk.t("example.three"), timeout=10, markup=False)
        return self._open_example()

    def _open_portfolio(self) -> str:
        if not self.desk.is_adviser:
            self.action_adviser()
        return "home"

    def _open(self, organisation_id: str) -> str:
        self.desk.open_by_id(organisation_id)
        return "organisation"

    def _question(self, step: str | None) -> str:
        if step:
            self.desk.session.go_to(step)
        else:
            self.desk.returns_to_review = False
            self.desk.session.resume()
            self._keep_length()
        return "question"

    def _keep_length(self) -> None:
        """Remember whether the short version goes on; a disk that refuses has its say with the answers."""
        with suppress(BadInput):
            self.desk.keep_length()

    def _show(self, place: str) -> None:
        """Put a page on top of the first one; there are never more than two."""
        from assessment.app.rooms import page_classes

        self.place = place
        page = page_classes()[place](self.desk)
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) > 1:
            self.switch_screen(page)
        else:
            self.push_screen(page)

    # --- the tour -------------------------------------------------------------------------------

    def action_tour(self) -> None:
        """Take the two-minute tour of the finished example."""
        self.lead("tour")

    def _start_tour(self) -> str:
        self._tour_ends_at = "home" if len(self.screen_stack) > 1 else "welcome"
        self._open_example()
        self.call_later(self._stop_at, 0)
        return STOPS[0].place

    def _stop_at(self, number: int | None) -> None:
        """Show a stop of the tour above the page it is about; past the last one, go back."""
        if number is None or number >= len(STOPS):
            self.desk.close()
            self.lead(self._tour_ends_at)
            return
        from assessment.app.tour_box import TourBox

        self.lead(STOPS[number].place, STOPS[number].argument)
        self.push_screen(TourBox(self.desk, number), self._go_to_stop)

    def _go_to_stop(self, number: int | None) -> None:
        """Go on once the card before is put away."""
        self.call_later(self._stop_at, number)

    # --- what reaches the disk ------------------------------------------------------------------

    def on_saving_app_refused(self, event: SavingApp.Refused) -> None:
        """Take over what another window wrote, or keep the problem in sight until it is solved."""
        if isinstance(event.problem, BadInput) and event.problem.code == GONE:
            self._leave_gone(event.problem)
        elif isinstance(event.problem, ChangedElsewhere):
            self.desk.note_let_go(event.change.assessment_id)
            self.notify(self.desk.t("elsewhere.theirs_kept"), timeout=10, markup=False)
            self._renew_if(self.desk.catch_up())
        else:
            self.desk.problem = event.problem
            self.tell(event.problem)
        self._refresh_heading()

    def _look_elsewhere(self) -> None:
        """Take over answers written in another window."""
        try:
            has_news = self.workspace.changed_elsewhere() and self.desk.catch_up()
        except BadInput as problem:
            self._leave_gone(problem)
            return
        self._renew_if(has_news)

    def _renew_if(self, has_news: bool) -> None:
        """Show the answers taken over from another window, if any."""
        if has_news:
            self.notify(self.desk.t("elsewhere.taken_over"), timeout=10, markup=False)
            for page in self._pages():
                page.renew()

    def _leave_gone(self, problem: BadInput) -> None:
        """Leave an organisation that another window deleted."""
        self.tell(problem)
        self.desk.close()
        self.lead("home")

    # --- everywhere -----------------------------------------------------------------------------

    def action_home(self) -> None:
        """Go to the list of organisations, unless a text not kept would be lost."""
        self.clear_notifications()
        if self.may_leave():
            self.lead("home")

    def action_lead(self, place: str) -> None:
        """Go to a page the palette named."""
        self.clear_notifications()
        self.lead(place)

    def action_palette(self) -> None:
        """Open the list of everything that can be done from here."""
        from assessment.app.palette import Palette
        from assessment.app.palette_box import PaletteBox

        if isinstance(self.screen, Page):
            self.push_screen(PaletteBox(self.desk, Palette(self.desk, self.screen)), self._obey)

    def _obey(self, command: "Command | None") -> None:
        """Do what was chosen in the palette, on the page it was opened from."""
        if command is not None:
            self.call_later(self.run_action, command.action, command.node)

    def action_help(self) -> None:
        """Open the help above the page, or close it."""
        from assessment.app.help_screen import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.pop_screen()
        else:
            self.push_screen(HelpScreen(self.desk, self.screen))
