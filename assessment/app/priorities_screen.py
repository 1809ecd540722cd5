"""The choice of priorities: three are proposed, six may be kept, in the order one likes."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.choosing import AT_MOST, Choosing
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.app.tones import MUTED
from assessment.diagnosis import Diagnosis
from assessment.recommendation import Recommendation
from assessment.wording import Wording


class PrioritiesScreen(Page):
    """Everything recommended, the priorities first; the highlighted one is explained under the list."""

    CSS_PATH = "priorities_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("space", "tick", "choose", show=True),
        key("m", "move(-1)", "move_up", show=True),
        key("d", "move(1)", "move_down", show=True),
        key("a", "plan", "plan", show=True),
        key("p", "pdf", "pdf", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help"),
    ]
    choosing: Choosing

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence, the list and what the highlighted row says."""
        yield Prose(id="sentence")
        yield ChoiceList(id="recommendations")
        with VerticalScroll(id="detail", can_focus=False):
            yield Prose(id="text")

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("priorities.title"))

    def paint(self) -> None:
        """Write the list as it was kept, or as it is proposed."""
        diagnosis = self.desk.diagnosis()
        self.wording = Wording(self.desk.lang, diagnosis)
        self.found = {one.item: one for one in _in_order(diagnosis)}
        self.choosing = Choosing(tuple(self.found), diagnosis.priorities)
        self.query_one("#sentence", Prose).show(Content(_sentence(self, diagnosis)))
        self._draw(0 if self.found else None)
        self.query_one(ChoiceList).focus()

    def _draw(self, highlighted: int | None) -> None:
        rows = [self._row(item) for item in self.choosing.order]
        self.query_one(ChoiceList).show(rows, highlighted=highlighted)
        self._explain()

    def _row(self, item: str) -> Row:
        rank = self.choosing.rank(item)
        text = self.wording.recommendation(self.found[item])
        return Row(text.title, f" [{rank or ' '}]", f"· {text.band_title}", key=item)

    def _explain(self) -> None:
        """Show why, the first step, who can help, time and money of the highlighted row."""
        row = self.query_one(ChoiceList).row
        shown = recommendation_words(self, self.found[row.key]) if row else Content("")
        self.query_one("#text", Prose).show(shown)
        self.query_one("#detail").scroll_home(animate=False)

    def on_choice_list_moved(self) -> None:
        """Explain the row the person moved to."""
        self._explain()

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Keep or leave the picked recommendation."""
        self._toggle(event.index)

    def action_tick(self) -> None:
        """Keep or leave the highlighted recommendation."""
        highlighted = self.query_one(ChoiceList).highlighted
        if highlighted is not None:
            self._toggle(highlighted)

    def action_digit(self, digit: int) -> None:
        """Keep or leave a recommendation by its place in the list."""
        if 1 <= digit <= len(self.choosing.order):
            self._toggle(digit - 1)

    def _toggle(self, index: int) -> None:
        """Keep or leave one, and keep the choice with the assessment."""
        item = self.choosing.order[index]
        if self.choosing.toggle(item):
            self._keep(item)
        else:
            self.tell(self.t("priorities.too_many", n=AT_MOST))

    def action_move(self, by: int) -> None:
        """Move the highlighted priority up or down."""
        row = self.query_one(ChoiceList).row
        if row and self.choosing.move(row.key, by):
            self._keep(row.key)

    def _keep(self, item: str) -> None:
        self.desk.session.note("priorities", self.choosing.kept)
        self._draw(self.choosing.order.index(item))
        self.refresh_heading()

    def action_plan(self) -> None:
        """Go to the action plan."""
        self.go("plan")

    def action_pdf(self) -> None:
        """Go to the document."""
        self.go("pdf")


def _sentence(page: PrioritiesScreen, diagnosis: Diagnosis) -> str:
    """Return the sentence above the list: whose choice it is, or why there is nothing to choose from."""
    nothing = page.wording.no_priority()
    if nothing and not page.found:
        return nothing.sentence
    return page.t("priorities.chosen" if diagnosis.priorities_were_chosen else "priorities.proposed")


def _in_order(diagnosis: Diagnosis) -> tuple[Recommendation, ...]:
    """Return every recommendation, the proposed ones first."""
    everything = {one.item: one for one in (*diagnosis.recommendations, *diagnosis.basics)}
    first = [everything.pop(item) for item in diagnosis.priorities]
    return (*first, *everything.values())


def recommendation_words(page: PrioritiesScreen, one: Recommendation) -> Content:
    """Return a recommendation as it is read on the screen."""
    text, t = page.wording.recommendation(one), page.t
    return Content.assemble(
        (f"{text.title} · {text.band_title}\n", "bold"),
        (f"{page.wording.because(one)}\n", MUTED),
        f"{text.what}\n",
        (t("priorities.why"), "bold"),
        f" {text.why}\n",
        (t("priorities.first_step"), "bold"),
        f" {text.first_step}\n",
        (t("priorities.help"), "bold"),
        f" {text.help}  ",
        (t("priorities.time"), "bold"),
        f" {text.time}  ",
        (t("priorities.money"), "bold"),
        f" {text.money}\n",
        (t("priorities.watch"), "bold"),
        f" {text.watch}\n",
        (t("priorities.progress"), "bold"),
        f" {text.progress}\n",
        (f"{text.source}\n{page.wording.standing_short}" if one.band else text.source, MUTED),
    )
