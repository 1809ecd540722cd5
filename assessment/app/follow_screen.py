"""The organisations followed: what is late, what is due this month, whom to see again."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList
from assessment.app.entry import Entry
from assessment.app.explained_list import WIDE, ExplainedList
from assessment.app.follow_box import FollowBox
from assessment.app.follow_rows import AT_MOST, filters_line, follow_detail, follow_row, head
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.app.tones import MUTED
from assessment.errors import BadInput
from assessment.followed import Told
from assessment.portfolio import FILTERS, Filter, Line, kept, lines
from assessment.portfolio_words import Portfolio, PortfolioWords

WIDE_FROM = WIDE[1][0]
"""Cells from which the text stands beside the list, which then has half of them."""


class FollowScreen(Page):
    """One row an organisation, what is late first; nothing is ranked."""

    CSS_PATH: ClassVar[list[str]] = ["explained_list.tcss", "follow_screen.tcss"]  # type: ignore[assignment]
    PARENT = "home"
    HORIZONTAL_BREAKPOINTS = WIDE
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("p", "paper", "follow_paper", show=True),
        key("slash", "search", "search_names", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
        key("f3", "app.home", "home", show=True),
    ]
    chosen: Filter = "all"
    found: tuple[Line, ...] = ()
    """What the filter and the search keep, shown or not."""
    _lines: tuple[Line, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay out the counts, the filters, the line to search with and the organisations."""
        yield Prose(id="sentence")
        yield Prose(id="filters")
        yield Entry(id="search", compact=True)
        yield Prose(id="head")
        yield ExplainedList(id="organisations")

    def on_mount(self) -> None:
        """Put the search away."""
        self.query_one(Entry).display = False

    def on_resize(self) -> None:
        """Give the names the width there is now."""
        self.repaint()

    def heading(self) -> Heading:
        """Say where one is."""
        return Heading(self.t("follow.title"), f"{self.t('banner.local')} · {self.desk.aside}", "")

    @property
    def words(self) -> PortfolioWords:
        """What says the rows, in the language of the moment."""
        if self.desk.questionnaire is None:
            raise RuntimeError("the questionnaire is not read yet")
        return PortfolioWords(self.desk.lang, self.desk.questionnaire, date.today())

    # --- what is shown --------------------------------------------------------------------------

    def paint(self) -> None:
        """Read what is due and write it."""
        self._lines = lines(self.desk.workspace.followed(), date.today())
        self.query_one(Entry).placeholder = self.t("home.search")
        self._draw()
        if not self.query_one(Entry).display:
            self.query_one(ExplainedList).take_focus()

    def _draw(self) -> None:
        """Write the counts, the filters and the organisations they keep."""
        searched = self.query_one(Entry).value
        self.found = kept(self._lines, self.chosen, searched)
        self.query_one("#sentence", Prose).show(Content(self._counts()))
        counts = {name: len(kept(self._lines, name)) for name in FILTERS}
        self.query_one("#filters", Prose).show(filters_line(counts, self.chosen, self.t))
        shown, words = self.query_one(ExplainedList), self.words
        held = shown.row.key if shown.row else None
        width = self.size.width // (2 if self.size.width >= WIDE_FROM else 1)
        shown.show([follow_row(line, words, self.t, width) for line in self.found[:AT_MOST]], key=held)
        self.query_one("#head", Prose).show(Content.styled(head(self.t, width) if self.found else "", MUTED))
        if not self.found:
            shown.explain(Content(self._empty(searched)))

    def _counts(self) -> str:
        """Say how many are followed, how many actions are late and how many are due this month."""
        followed = kept(self._lines, "all")
        if not followed:
            return self.t("follow.nobody")
        late, due = (
            sum(map(len, one)) for one in zip(*((x.late, x.this_month) for x in followed), strict=True)
        )
        left = len(self.found) - AT_MOST
        said = [
            self.t.count("follow.followed", len(followed)),
            self.t.count("follow.late", late),
            self.t.count("follow.due", due),
            *([self.t("follow.first", shown=AT_MOST, total=len(self.found))] if left > 0 else []),
        ]
        return " · ".join(said)

    def _empty(self, searched: str) -> str:
        return self.t("follow.none.search") if searched.strip() else self.t(f"follow.none.{self.chosen}")

    def on_explained_list_highlighted(self, event: ExplainedList.Highlighted) -> None:
        """Show what is due in the highlighted organisation."""
        line = next((one for one in self.found if event.row and one.followed.id == event.row.key), None)
        if line is None:
            return
        told = self.desk.workspace.told([line.followed.id]).get(line.followed.id, Told())
        self.query_one(ExplainedList).explain(follow_detail(line, told, self.words, self.t))

    # --- choosing -------------------------------------------------------------------------------

    def action_digit(self, digit: int) -> None:
        """Choose a filter by number."""
        if 1 <= digit <= len(FILTERS):
            self.chosen = FILTERS[digit - 1]
            self._draw()

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Open the plan of the highlighted organisation."""
        try:
            self.desk.open_by_id(event.row.key)
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
            self.repaint()
        else:
            self.go("plan")

    def action_search(self) -> None:
        """Open the line to search with."""
        entry = self.query_one(Entry)
        entry.display = True
        entry.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the organisations that hold what is typed."""
        self._draw()

    def on_input_submitted(self) -> None:
        """Go from the line to the organisations found."""
        self.query_one(ExplainedList).take_focus()

    def on_entry_went_down(self) -> None:
        """Go from the line to the organisations found."""
        self.query_one(ExplainedList).take_focus()

    def on_entry_left(self) -> None:
        """Put the search away."""
        self._stop_searching()

    def _stop_searching(self) -> None:
        entry = self.query_one(Entry)
        self.query_one(ExplainedList).take_focus()
        entry.value, entry.display = "", False

    def action_leave(self) -> None:
        """Put the search away, or go back to the list."""
        if self.query_one(Entry).display:
            self._stop_searching()
        else:
            super().action_leave()

    # --- for a committee ------------------------------------------------------------------------

    def action_paper(self) -> None:
        """Make the page for a committee, or the spreadsheet, of what is shown."""
        if self.found:
            self.app.push_screen(FollowBox(self.desk, self._portfolio(), self.words.today))
        else:
            self.tell(self.t("follow.nothing_to_print"))

    def _portfolio(self) -> Portfolio:
        """Gather what is shown, every row of it."""
        words, searched = self.words, self.query_one(Entry).value.strip()
        told = self.desk.workspace.told([line.followed.id for line in self.found])
        chosen = words.t(f"chosen.{self.chosen}")
        return Portfolio(
            words.lines(self.found, told),
            tuple(words.actions(self.found)),
            words.t("chosen.words", chosen=chosen, words=searched) if searched else chosen,
        )
