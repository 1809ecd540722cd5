"""The workshop: paper forms typed one line each, echoed in words, kept at Enter."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList
from assessment.app.entry import Entry
from assessment.app.keys import key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.app.tones import MUTED
from assessment.app.workshop import Entered, Workshop
from assessment.app.workshop_words import echo, entered_rows, problem_words
from assessment.errors import BadInput
from assessment.typed_form import TypedForm


class WorkshopScreen(Page):
    """One line to type, what it means, and the forms typed so far."""

    CSS_PATH = "workshop_screen.tcss"
    PARENT = "home"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f8", "consent", "consent", show=True),
        key("f9", "group", "see_group", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
    ]

    def on_mount(self) -> None:
        """Start from the forms typed today."""
        self.desk.close()
        if self.desk.questionnaire is None:
            raise RuntimeError("the questionnaire is not read yet")
        self.workshop = Workshop(self.desk.workspace, self.desk.questionnaire, date.today())
        self._entered: list[Entered] = []
        self._corrected: str | None = None
        self._is_named = False
        self._was_warned = False
        self.repaint()
        self.query_one(Entry).focus()

    def compose_body(self) -> ComposeResult:
        """Lay out how to type, the line, what it means and the forms kept."""
        yield Prose(id="how")
        yield Entry(id="line", compact=True)
        yield Prose(id="echo")
        yield Prose(id="consent")
        yield Prose(id="head")
        with Vertical(id="list"):
            yield ChoiceList(id="entered")

    def heading(self) -> Heading:
        """Say where one is."""
        return Heading(self.t("workshop.title"), f"{self.t('banner.local')} · {self.desk.aside}", "")

    def paint(self) -> None:
        """Write everything as it stands."""
        self.query_one("#how", Prose).show(Content.styled(self.t("workshop.how"), MUTED))
        self.query_one(Entry).placeholder = self.t("workshop.placeholder")
        self._paint_line()
        self._paint_entered()

    def _paint_line(self) -> None:
        """Say how the line is understood so far."""
        form = self.workshop.read(self.query_one(Entry).value)
        is_known = self._corrected is None and self.workshop.known(form.name) is not None
        said = echo(form, self.t, lines=len(self.workshop.order), is_known=is_known)
        self.query_one("#echo", Prose).show(said)
        answer = self.t("workshop.is_named" if self._is_named else "workshop.is_not_named")
        self.query_one("#consent", Prose).show(Content(self.t("workshop.consent", answer=answer)))

    def _paint_entered(self) -> None:
        self._entered = list(self.workshop.entered())
        rows = entered_rows(self._entered, self.t)
        entered = self.query_one(ChoiceList)
        kept = entered.highlighted if len(rows) == len(entered.rows) else None
        entered.show(rows, highlighted=kept)
        head = self.t.count("workshop.head", len(rows)) if rows else self.t("workshop.nobody")
        self.query_one("#head", Prose).show(Content.styled(head, MUTED))

    # --- typing ---------------------------------------------------------------------------------

    def on_input_changed(self) -> None:
        """Echo what is typed."""
        self._was_warned = False
        self._paint_line()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the line and go to the next one; an empty line shows the group."""
        event.stop()
        form = self.workshop.read(event.value)
        if form.is_blank:
            self.action_group()
        elif form.problem is not None:
            self.tell(problem_words(form.problem, self.t))
        else:
            self._keep(form, event.value)

    def _keep(self, form: TypedForm, typed: str) -> None:
        """Keep the line as an assessment, or in place of the one being corrected.

        Whoever types fast may be at the next line already: what follows the line kept stays.
        """
        try:
            if self._corrected is None:
                self.workshop.keep(form, is_named=self._is_named)
            else:
                self.workshop.correct(self._corrected, form, is_named=self._is_named)
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
            return
        self.app.clear_notifications()
        self._start(self.query_one(Entry).value.removeprefix(typed), None, is_named=False)
        self._paint_entered()
        self.query_one(ChoiceList).scroll_end(animate=False)

    def _start(self, line: str, organisation_id: str | None, *, is_named: bool) -> None:
        """Begin with a line: an empty one, or one to correct."""
        self._corrected, self._is_named = organisation_id, is_named
        entry = self.query_one(Entry)
        entry.value, entry.cursor_position = line, len(line)
        entry.focus()
        self._paint_line()

    def action_consent(self) -> None:
        """Tick or untick that the organisation agrees to be named: the row one stands on, or the line."""
        entered = self.query_one(ChoiceList)
        if entered.has_focus and entered.highlighted is not None:
            one = self._entered[entered.highlighted]
            self.workshop.name_it(one.id, is_named=not one.is_named)
            self._paint_entered()
        else:
            self._is_named = not self._is_named
            self._paint_line()

    # --- the forms typed ------------------------------------------------------------------------

    def on_entry_went_down(self) -> None:
        """Go from the line to the forms typed."""
        entered = self.query_one(ChoiceList)
        if entered.rows:
            entered.focus()
            entered.highlighted = len(entered.rows) - 1

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Take a form up again to correct it."""
        if self.query_one(Entry).value.strip() and self._is_warned():
            return
        one = self._entered[event.index]
        self._start(one.line, one.id, is_named=one.is_named)

    def action_group(self) -> None:
        """See the group these forms make."""
        if not self._entered:
            self.tell(self.t("workshop.nobody"))
        elif self.may_leave():
            self.desk.chosen = {one.id for one in self._entered}
            self.go("group")

    # --- leaving --------------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Say whether the page may be left; a line not kept is told once."""
        return not self.query_one(Entry).value.strip() or not self._is_warned()

    def _is_warned(self) -> bool:
        """Warn that the line is not kept, the first time; say whether that was now."""
        is_first, self._was_warned = not self._was_warned, True
        if is_first:
            self.tell(self.t("workshop.unsaved"))
        return is_first

    def action_leave(self) -> None:
        """Go back from the list to the line, give a correction up, or leave."""
        if self.query_one(ChoiceList).has_focus:
            self.query_one(Entry).focus()
        elif self.may_leave():
            if self._corrected is not None:
                self._start("", None, is_named=False)
            else:
                super().action_leave()
