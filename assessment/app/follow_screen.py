"""The organisations followed: what is late, what is due this month, whom to see again."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.entry import Entry
from assessment.app.explained_list import WIDE, ExplainedList
from assessment.app.follow_actions import action_rows, actions_head, owner_of
from assessment.app.follow_box import FollowBox, Handed
from assessment.app.follow_rows import AT_MOST, filters_line, follow_detail, follow_row, head
from assessment.app.home_rows import grouped
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.app.tones import MUTED
from assessment.errors import BadInput
from assessment.followed import Told
from assessment.portfolio import FILTERS, Filter, Line, counts_due, due_actions, kept, lines
from assessment.portfolio_words import PortfolioWords

WIDE_FROM = WIDE[1][0]
"""Cells from which the text stands beside the list, which then has half of them."""


class FollowScreen(Page):
    """One row an organisation, or one an action that is due; what is late first, nothing is ranked."""

    CSS_PATH: ClassVar[list[str]] = ["explained_list.tcss", "follow_screen.tcss"]  # type: ignore[assignment]
    PARENT = "home"
    HORIZONTAL_BREAKPOINTS = WIDE
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("a", "list_actions", "follow_actions", show=True),
        key("p", "paper", "follow_paper", show=True),
        key("x", "paper('xlsx')", "follow_spreadsheet"),
        key("slash", "search", "search_names", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
        key("f3", "app.home", "home", show=True),
    ]
    chosen: Filter = "all"
    found: tuple[Line, ...] = ()
    """What the filter and the search keep, shown or not."""
    lists_actions = False
    """Whether the rows are the actions due, rather than the organisations."""
    _lines: tuple[Line, ...] = ()
    _counted: Mapping[Filter, int] = MappingProxyType(dict.fromkeys(FILTERS, 0))
    """How many organisations each filter keeps, whatever is searched."""
    _drawn_for = 0

    def compose_body(self) -> ComposeResult:
        """Lay out the counts, the filters, the line to search with and the organisations."""
        yield Prose(id="sentence")
        yield Prose(id="filters")
        yield Entry(id="search", compact=True)
        yield Prose(id="head")
        yield ExplainedList(id="organisations")

    def on_mount(self) -> None:
        """Put the search away, and come back to the filter a plan was opened from."""
        self.query_one(Entry).display = False
        self.chosen = self.desk.followed_by or self.chosen
        self.desk.followed_by = None

    def on_resize(self) -> None:
        """Give the names the width there is now."""
        if self.size.width != self._drawn_for:
            self._draw()

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
        if not self.desk.is_adviser:
            self.go("home")
            return
        self._lines = lines(self.desk.workspace.followed(), date.today())
        self._counted = {name: len(kept(self._lines, name)) for name in FILTERS}
        self.query_one(Entry).placeholder = self.t("home.search")
        self._draw()
        if not self.query_one(Entry).display:
            self.query_one(ExplainedList).take_focus()

    def _draw(self) -> None:
        """Write the counts, the filters and what they keep."""
        self._drawn_for = self.size.width
        searched = self.query_one(Entry).value
        self.found = kept(self._lines, self.chosen, searched)
        rows, heading, total = self._rows(self.size.width // (2 if self.size.width >= WIDE_FROM else 1))
        self.query_one("#sentence", Prose).show(Content(self._counts(total)))
        self.query_one("#filters", Prose).show(filters_line(self._counted, self.chosen, self.t))
        shown = self.query_one(ExplainedList)
        held = shown.row.key if shown.row else None
        shown.show(rows, key=held)
        self.query_one("#head", Prose).show(Content.styled(heading if rows else "", MUTED))
        if not rows:
            shown.explain(Content(self._empty(searched)))

    def _rows(self, width: int) -> tuple[list[Row], str, int]:
        """Return the rows shown, the names of their columns, and how many there are in all."""
        words = self.words
        if self.lists_actions:
            due = due_actions(self.found, self.chosen)
            return action_rows(due, words, self.t, width), actions_head(self.t, width), len(due)
        rows = [follow_row(line, words, self.t, width) for line in self.found[:AT_MOST]]
        return rows, head(self.t, width), len(self.found)

    def _counts(self, total: int) -> str:
        """Say how many are followed, how many actions are late and how many are due this month."""
        followed = kept(self._lines, "all")
        if not followed:
            return self.t("follow.nobody")
        late, due = counts_due(followed)
        numbers = {"followed": len(followed), "late": late, "due": due}
        said = [self.t.count(f"follow.{key}", n, number=self._number(n)) for key, n in numbers.items()]
        if total > AT_MOST:
            said.append(self.t("follow.first", shown=AT_MOST, total=self._number(total)))
        return " · ".join(said)

    def _number(self, number: int) -> str:
        return grouped(number, self.desk.lang)

    def _empty(self, searched: str) -> str:
        if searched.strip() and not self.found:
            return self.t("follow.none.search")
        return self.t("follow.none.action" if self.found else f"follow.none.{self.chosen}")

    def on_explained_list_highlighted(self, event: ExplainedList.Highlighted) -> None:
        """Show what is due in the highlighted organisation."""
        owner = owner_of(event.row.key) if event.row else None
        line = next((one for one in self.found if one.followed.id == owner), None)
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
            self.desk.open_by_id(owner_of(event.row.key))
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
            self.repaint()
        else:
            self.desk.followed_by = self.chosen
            self.go("plan")

    def action_list_actions(self) -> None:
        """List the actions due, or the organisations again."""
        self.lists_actions = not self.lists_actions
        self._draw()

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

    def action_paper(self, kind: str | None = None) -> None:
        """Make the page for a committee, or at once another kind, of the organisations chosen."""
        if not self.found:
            self.tell(self.t("follow.nothing_to_print"))
            return
        told = self.desk.workspace.told([line.followed.id for line in self.found])
        searched = self.query_one(Entry).value
        handed = Handed(self.found, told, self.chosen, searched, self.words.today)
        self.app.push_screen(FollowBox(self.desk, handed, kind))
