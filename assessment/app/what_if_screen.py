"""« Et si »: tick needs as met and see what would move; the answers are not touched."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import FittedProse, Prose
from assessment.app.results.moves_words import MovesWords
from assessment.app.ticks import Ticks
from assessment.what_if import Moves, sheet_if_met
from assessment.wording import Wording


class WhatIfScreen(Page):
    """The needs on one side, what moves on the other."""

    CSS_PATH = "what_if_screen.tcss"
    PARENT = "results"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - an instance variable in Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("space", "tick", "tick", show=True),
        key("r", "reset", "reset", show=True),
        key("right,plus", "scroll(1)", "scroll_moves", show=True),
        key("left,minus", "scroll(-1)", "scroll_moves_up"),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
    ]

    def on_mount(self) -> None:
        """Begin with nothing ticked."""
        self._start()
        self.repaint()

    def renew(self) -> None:
        """Begin again: another window changed the answers."""
        self._start()
        self.repaint()

    def _start(self) -> None:
        now = self.desk.diagnosis()
        self.found = {one.item: one for one in (*now.recommendations, *now.basics)}
        self.ticks = Ticks(tuple(self.found))

    def compose_body(self) -> ComposeResult:
        """Lay out the sentence, the needs and what moves."""
        yield Prose(id="sentence")
        with Container(id="body"):
            yield ChoiceList(id="needs")
            with VerticalScroll(id="moves", can_focus=False):
                yield FittedProse(id="text")

    def heading(self) -> Heading:
        """Say that this is a simulation."""
        return self.desk.heading(self.t("what_if.title"))

    def paint(self) -> None:
        """Write the needs, and what would move if those ticked were met."""
        self.query_one("#sentence", Prose).show(
            Content.assemble((self.t("what_if.mark"), "bold $warning"), f" {self.t('what_if.sentence')}")
        )
        self._draw_needs()
        self.query_one(ChoiceList).focus()
        self._draw_moves()

    def _draw_needs(self) -> None:
        wording, needs = Wording(self.desk.lang, self.desk.diagnosis()), self.query_one(ChoiceList)
        rows = [self._row(wording, number, item) for number, item in enumerate(self.found, start=1)]
        needs.show(rows, highlighted=needs.highlighted)

    def _row(self, wording: Wording, number: int, item: str) -> Row:
        box = "[x]" if item in self.ticks else "[ ]"
        need = self.found[item]
        kind = wording.band(need).title if need.band else self.t("what_if.basic")
        return Row(wording.item(item), f"{number if number <= 9 else ' ':>2} {box}", f"· {kind}", key=item)

    def _draw_moves(self) -> None:
        """Work out the diagnosis of the answers as they would be, on a copy."""
        text = self.query_one("#text", FittedProse)
        if not len(self.ticks):
            text.write(lambda _: Content(self.t("what_if.nothing" if self.found else "what_if.no_need")))
            return
        now, met = self.desk.diagnosis(), (str(code) for code in self.ticks.codes)
        after = self.desk.diagnosis_of(sheet_if_met(self.desk.session.sheet, met), now.population)
        text.write(MovesWords(Moves(now, after), self.desk.lang, self.t).page)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Tick the picked need."""
        self._toggle(event.row.key)

    def action_tick(self) -> None:
        """Tick the highlighted need."""
        row = self.query_one(ChoiceList).row
        if row is not None:
            self._toggle(row.key)

    def action_digit(self, digit: int) -> None:
        """Tick a need by its number."""
        if digit <= len(self.found):
            self._toggle(list(self.found)[digit - 1])

    def _toggle(self, item: str) -> None:
        self.ticks.toggle(item)
        self._draw_needs()
        self._draw_moves()
        self.query_one("#moves").scroll_home(animate=False)

    def action_reset(self) -> None:
        """Tick nothing any more."""
        self.ticks = Ticks(tuple(self.found))
        self._draw_needs()
        self._draw_moves()

    def action_scroll(self, direction: int) -> None:
        """Read what moves further down or up."""
        moves = self.query_one("#moves", VerticalScroll)
        moves.scroll_relative(y=max(1, moves.size.height - 1) * direction, animate=False)
