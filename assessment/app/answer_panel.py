"""The answers under a question: a line to type in, a list to choose from, or both (a country)."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widgets import Input

from assessment.app import question_words as words
from assessment.app.choice_list import ChoiceList
from assessment.app.entry import Entry
from assessment.app.large_print import MARGIN, enlarged
from assessment.app.ticks import Ticks
from assessment.asking.card import Card
from assessment.texts import Texts
from questionnaire.answers import Value


@dataclass(frozen=True, slots=True)
class Given:
    """An answer given; a value of its own because None is one too."""

    value: Value


class AnswerPanel(VerticalGroup):
    """Shows the answers of one card and turns keys into answers; it keeps nothing but what is ticked."""

    card: Card
    ticks: Ticks
    room: int | None = None
    """Lines the answers may fill on a projected page; None on any other."""
    _step_id = ""

    def compose(self) -> ComposeResult:
        """Lay out the line to type in and the list."""
        yield Entry(id="entry", compact=True)
        yield ChoiceList(id="answers")

    @property
    def list(self) -> ChoiceList:
        """The list of answers or lines."""
        return self.query_one(ChoiceList)

    @property
    def entry(self) -> Entry:
        """The line where text is typed."""
        return self.query_one(Entry)

    def show(self, card: Card, step_id: str, line: int, t: Texts) -> None:
        """Swap the answers in place and take the keys."""
        self.card, self._step_id, self._t = card, step_id, t
        held = card.held if isinstance(card.held, tuple) else ()
        self.ticks = Ticks([answer.code for answer in card.answers], held, at_most=card.at_most)
        self._found = list(card.answers)
        is_typed = card.kind in ("text", "search")
        self.entry.display, self.list.display = is_typed or card.is_long, card.kind != "text"
        if self.entry.display:
            self.entry.fill(str(card.held) if card.kind == "text" and card.held else "", self._invitation())
        self._draw(line if card.kind == "lines" else None)
        self.screen.set_focus(self.entry if is_typed else self.list)

    def _invitation(self) -> str:
        """Return what an empty line says; a country already answered is named there, and Enter keeps it."""
        held = [answer.label for answer in self.card.answers if answer.code == self.card.held]
        if self.card.kind == "search" and held:
            return self._t("entry.search_held", answer=held[0])
        return self._t(f"entry.{self.card.kind}")

    @property
    def unfinished(self) -> tuple[str, str, Ticks] | None:
        """What is typed or ticked and not answered yet, with its step; None before the first question."""
        return (self._step_id, self.entry.value, self.ticks) if self._step_id else None

    @property
    def is_changed(self) -> bool:
        """Whether something is typed or ticked that Enter has not taken yet."""
        if not self._step_id:
            return False
        if self.card.kind == "text":
            return self.entry.value.strip() != str(self.card.held or "")
        held = self.card.held if isinstance(self.card.held, tuple) else ()
        return self.card.kind == "several" and set(self.ticks.codes) != set(held)

    @property
    def is_searching(self) -> bool:
        """Whether the person searches a list in which several answers are ticked."""
        return self.card.is_long and self.entry.has_focus

    def search(self) -> None:
        """Go to the line that searches a long list."""
        if self.card.is_long:
            self.entry.placeholder = self._t("entry.searching")
            self.entry.focus()

    def stop_searching(self) -> None:
        """Go back to the whole list."""
        self.entry.placeholder = self._invitation()
        self.entry.value = ""
        self.list.focus()

    def take_up(self, unfinished: tuple[str, str, Ticks] | None) -> None:
        """Go on with what was typed or ticked, when it belongs to the question shown."""
        if unfinished is None or unfinished[0] != self._step_id:
            return
        _, typed, self.ticks = unfinished
        if self.entry.display:
            self.entry.value = typed
        self._draw(self.list.highlighted)

    @property
    def line(self) -> int:
        """The line the person stands on."""
        return self.list.highlighted or 0

    def owns(self, row_key: str) -> bool:
        """Say whether a row belongs to the question shown; a click may come late."""
        return row_key.startswith(f"{self._step_id}:")

    def digit(self, digit: int) -> Given | None:
        """Return the answer a number gives, or tick with it."""
        if self.card.kind == "several":
            return self.tick(digit - 1)
        return Given(self.card.answers[digit - 1].code) if 1 <= digit <= len(self.card.answers) else None

    def pick(self, index: int, *, was_clicked: bool) -> Given | None:
        """Return the answer a row gives; Enter confirms what is ticked, a click ticks."""
        if self.card.kind == "several":
            return self.tick(self._rank(index)) if was_clicked else self.confirm()
        return Given(self._found[index].code)

    def tick(self, index: int | None) -> Given | None:
        """Tick or untick an answer; « none of these » is an answer at once."""
        if index == len(self.card.answers) and self.card.none_label:
            return Given(())
        if index is not None and 0 <= index < len(self.card.answers):
            if not self.ticks.toggle(self.card.answers[index].code):
                self.notify(self._t("several.too_many", n=self.card.at_most), markup=False)
            self._draw(self.list.highlighted)
        return None

    def tick_highlighted(self) -> Given | None:
        """Tick or untick the row the person stands on."""
        return self.tick(self._rank(self.list.highlighted))

    def _rank(self, index: int | None) -> int | None:
        """Return which answer a row shows: a search leaves only some of them."""
        return None if index is None else int(self.list.rows[index].key.rpartition(":")[2]) - 1

    def submit(self, typed: str) -> Given | None:
        """Return the answer a typed line gives; in a long list it ticks the first answer found."""
        if self.card.is_long:
            return self._tick_found(typed)
        if self.card.kind == "search" and not typed.strip():
            return Given(self.card.held)
        if self.card.kind == "text":
            return Given(typed.strip() or None)
        return Given(self._found[0].code) if self._found else None

    def _tick_found(self, typed: str) -> Given | None:
        """Tick the first answer a search found, ready for the next search; an empty line confirms."""
        if not typed.strip():
            return self.confirm()
        if self._found:
            given = self.tick(self.card.answers.index(self._found[0]))
            self.entry.value = ""
            return given
        return None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the answers that hold what is typed."""
        event.stop()
        if self.card.kind == "search":
            self._found = words.matching(self.card.answers, event.value)
            self._draw(None)
        elif self.card.is_long:
            self._found = words.numbered_or_matching(self.card.answers, event.value)
            self._draw(None)

    def on_entry_went_down(self) -> None:
        """Go from the line to the list."""
        if self.list.display and self._found:
            self.list.focus()
            self.list.highlighted = 0

    def confirm(self) -> Given | None:
        """Return what is ticked; with nothing ticked, tick the highlighted row first."""
        if len(self.ticks):
            return Given(self.ticks.codes)
        given = self.tick_highlighted()
        if given is None and len(self.ticks):
            self.notify(self._t("several.confirm"), markup=False)
        return given

    def _draw(self, highlighted: int | None) -> None:
        """Write the rows for the kind of question."""
        if self.card.kind == "several":
            rows = words.several_rows(self.card, self._found, self.ticks, self._step_id)
        elif self.card.kind == "lines":
            rows = words.line_rows(self.card, self._step_id, self._t)
        else:
            rows = words.single_rows(self.card, self._found, self._step_id, self._t)
        if self.room is not None:
            rows = enlarged(rows, width=self.app.size.width - 2 * MARGIN, room=self.room)
        self.list.show(rows, highlighted=highlighted)
