"""The choice of priorities: three are proposed, six may be kept, in the order one likes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.choosing import KEPT, Choosing
from assessment.app.explained_list import WIDE, ExplainedList
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.app.recommendation_text import recommendation_text
from assessment.diagnosis import Diagnosis
from assessment.recommendation import AT_MOST, default_order, protection_basics
from assessment.wording import Wording
from questionnaire.answers import Value

FIELD = "priorities"


class PrioritiesScreen(Page):
    """Everything recommended, the priorities first; the highlighted one is explained beside the list."""

    CSS_PATH: ClassVar[list[str]] = ["explained_list.tcss", "priorities_screen.tcss"]  # type: ignore[assignment]
    PARENT = "organisation"
    HORIZONTAL_BREAKPOINTS = WIDE
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("space", "tick", "choose", show=True),
        key("m,shift+up", "move(-1)", "move_up", show=True),
        key("d,shift+down", "move(1)", "move_down", show=True),
        key("a", "plan", "plan", show=True),
        key("u,ctrl+z", "undo", "undo_change", show=True),
        key("r", "propose", "proposed_again"),
        key("p", "pdf", "pdf"),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help"),
    ]
    choosing: Choosing
    _before: list[Value]
    """What was kept before each change since the page was opened."""

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence, the list and what the highlighted row says."""
        self._before = []
        self._explained = ""
        yield Prose(id="sentence")
        yield ExplainedList(id="recommendations")

    def heading(self) -> Heading:
        """Say where one is and how many are kept."""
        diagnosis = self.desk.diagnosis()
        heading = self.desk.heading(self.t("priorities.title"))
        if not diagnosis.recommendations and not diagnosis.basics:
            return heading
        kept = len(diagnosis.priorities)
        word = "kept" if diagnosis.priorities_were_chosen else "suggested"
        words = (
            self.t.count(f"priorities.{word}", kept, most=AT_MOST) if kept else self.t("priorities.no_one")
        )
        return replace(heading, state=words)

    def paint(self) -> None:
        """Write the list as it was kept, or as it is proposed."""
        self._draw(None)
        self.query_one(ExplainedList).take_focus()

    def _draw(self, item: str | None) -> None:
        """Draw the list for the answers and the choice at hand; the row of that item is highlighted."""
        diagnosis = self.desk.diagnosis()
        self.wording = Wording(self.desk.lang, diagnosis)
        self.duties = protection_basics(diagnosis.questionnaire)
        ordered = default_order(diagnosis.recommendations, diagnosis.basics, self.duties)
        self.found = {one.item: one for one in ordered}
        self.choosing = Choosing(tuple(self.found), diagnosis.priorities)
        self.query_one("#sentence", Prose).show(Content(self._sentence(diagnosis)))
        rows = self.query_one(ExplainedList)
        held = rows.row.key if rows.row else None
        rows.show(list(self._rows(diagnosis)), key=item or held)

    def _sentence(self, diagnosis: Diagnosis) -> str:
        """Return the sentence above the list: whose choice it is, or why there is nothing to choose from."""
        nothing = self.wording.no_priority()
        if nothing and not self.found:
            return nothing.sentence
        return self.t("priorities.chosen" if diagnosis.priorities_were_chosen else "priorities.proposed")

    def _rows(self, diagnosis: Diagnosis) -> Iterator[Row]:
        """Yield the rows, the name of each group above it."""
        above = None
        grouped = self.choosing.groups(tuple(self.found.values()), self.duties)
        for number, (item, group) in enumerate(grouped, start=1):
            text = self.wording.recommendation(self.found[item])
            if group != above:
                yield Row(self._group_name(group, text.band_title, diagnosis), style="bold", enabled=False)
            above = group
            digit = number if number <= 9 else " "
            box = "[✓]" if group == KEPT else "[ ]"
            yield Row(text.title, f" {digit} {box}", key=item)

    def _group_name(self, group: str, band_title: str, diagnosis: Diagnosis) -> str:
        if group == KEPT:
            group = "kept" if diagnosis.priorities_were_chosen else "proposed"
        name = f"priorities.group.{group}"
        return self.t(name) if name in self.t else band_title

    def on_explained_list_highlighted(self, event: ExplainedList.Highlighted) -> None:
        """Explain the highlighted row."""
        self._explained = event.row.key if event.row else ""
        found = self.found.get(self._explained)
        text = recommendation_text(self.wording, found, self.t) if found else Content("")
        self.query_one(ExplainedList).explain(text)

    # --- choosing -------------------------------------------------------------------------------

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Keep or leave the picked recommendation; the first click on a row only explains it."""
        if event.was_clicked and event.row.key != self._explained:
            self.query_one(ExplainedList).highlight(event.row.key)
        else:
            self._toggle(event.row.key)

    def action_tick(self) -> None:
        """Keep or leave the highlighted recommendation."""
        if self._explained:
            self._toggle(self._explained)

    def action_digit(self, digit: int) -> None:
        """Keep or leave a recommendation by its number in the list."""
        if 1 <= digit <= len(self.choosing.order):
            self._toggle(self.choosing.order[digit - 1])

    def _toggle(self, item: str) -> None:
        """Keep or leave one, and keep the choice with the assessment."""
        if self.choosing.toggle(item):
            self._keep(self.choosing.kept, item)
        else:
            self.tell(self.t("priorities.too_many", n=AT_MOST))

    def action_move(self, by: int) -> None:
        """Move the highlighted priority up or down."""
        if self.choosing.move(self._explained, by):
            self._keep(self.choosing.kept, self._explained)
        elif self._explained and self.choosing.rank(self._explained) is None:
            self.tell(self.t("priorities.not_kept"))

    def action_propose(self) -> None:
        """Go back to the three priorities proposed."""
        if self.desk.session.sheet.get(FIELD) is None:
            self.tell(self.t("priorities.proposed_already"))
            return
        self._keep(None, None)
        self.tell(self.t("priorities.proposed_again"))

    def _keep(self, kept: Value, item: str | None) -> None:
        """Keep a choice, and remember the one before it."""
        self._before.append(self.desk.session.sheet.get(FIELD))
        self._write(kept, item)

    def action_undo(self) -> None:
        """Take back the last change made on this page."""
        if self._before:
            self._write(self._before.pop(), None)
        else:
            self.tell(self.t("undo.nothing"))

    def _write(self, kept: Value, item: str | None) -> None:
        self.desk.session.note(FIELD, kept)
        self._draw(item)
        self.refresh_heading()

    # --- leaving --------------------------------------------------------------------------------

    def action_plan(self) -> None:
        """Go to the action plan."""
        self.go("plan")

    def action_pdf(self) -> None:
        """Go to the document."""
        self.go("pdf")
