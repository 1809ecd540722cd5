"""The action plan: what is to be done first, who sees to it, by when and with what help."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.brought_box import BroughtBox
from assessment.app.choice_list import ChoiceList
from assessment.app.explained_list import WIDE, ExplainedList
from assessment.app.handing import hand_over
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.pick_box import PickBox
from assessment.app.plan_box import PlanBox
from assessment.app.plan_files import write_beside
from assessment.app.plan_words import UNDECIDED, plan_detail, plan_rows, support_rows, written_words
from assessment.app.presenting import shown_path, told
from assessment.app.prose import Prose
from assessment.dossier import Action
from assessment.errors import BadInput
from assessment.places import documents_folder
from assessment.plan_export import PlanExport, export_plan
from assessment.planned import PlanWords, SaidAction
from assessment.planning import Line, PlanHistory, lines, replaced, without
from assessment.wording import Wording


class PlanScreen(Page):
    """One row an action; Enter fills it in."""

    CSS_PATH: ClassVar[list[str]] = ["explained_list.tcss", "plan_screen.tcss"]  # type: ignore[assignment]
    PARENT = "priorities"
    HORIZONTAL_BREAKPOINTS = WIDE
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("n", "add", "add_action", show=True),
        key("f", "close('done')", "done_action", show=True),
        key("z", "close('dropped')", "dropped_action", show=True),
        key("x", "export", "export_plan", show=True),
        key("u,ctrl+z", "undo", "undo_change", show=True),
        key("g", "brought", "brought"),
        key("delete,e", "remove", "remove_action"),
        key("p", "pdf", "pdf"),
        key("s", "support", "support_action"),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help"),
    ]
    lines: tuple[Line, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence, the actions, what the highlighted one says and what was exported."""
        self._history = PlanHistory()
        self._written: tuple[tuple[Path, ...], PlanExport] | None = None
        yield Prose(id="sentence")
        yield ExplainedList(id="actions")
        yield Prose(id="said")

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("plan.title"))

    def paint(self) -> None:
        """Write the plan as it is kept."""
        self._draw()
        self._say_written()
        self.query_one(ExplainedList).take_focus()

    def _draw(self, subject: tuple[str | None, str | None] | None = None) -> None:
        """Draw the plan; the action on that subject is highlighted, or the row that was."""
        diagnosis = self.desk.diagnosis()
        words = PlanWords(diagnosis, Wording(self.desk.lang, diagnosis))
        self.lines = lines(self.desk.plan(), diagnosis.priorities, words)
        sentence = self.t("plan.sentence" if self.lines else "plan.none")
        self.query_one("#sentence", Prose).show(Content(sentence))
        self.set_class(bool(self.lines), "-filled")
        shown = self.query_one(ExplainedList)
        about = [(line.action.item, line.action.title) for line in self.lines]
        row = shown.row
        held = str(about.index(subject)) if subject in about else row.key if row else None
        shown.show(list(plan_rows(self.lines, self.t, date.today())), key=held)

    def on_explained_list_highlighted(self, event: ExplainedList.Highlighted) -> None:
        """Show all that is written about the highlighted action."""
        line = self.lines[int(event.row.key)] if event.row else None
        text = plan_detail(line, self.t, date.today()) if line else Content("")
        self.query_one(ExplainedList).explain(text)

    def action_leave(self) -> None:
        """Go to the page above, or back to the follow-up of all the organisations it was opened from."""
        comes_back = self.desk.followed_by and self.desk.is_adviser and not self.desk.is_presenting
        self.go("follow" if comes_back else self.PARENT)

    def on_choice_list_moved(self) -> None:
        """Give the room back to the list of a low terminal, once the person moves on."""
        if self.has_class("-low"):
            self._written = None
            self._say_written()

    @property
    def _line(self) -> Line | None:
        """The highlighted action."""
        row = self.query_one(ExplainedList).row
        return self.lines[int(row.key)] if row else None

    # --- filling in -----------------------------------------------------------------------------

    def action_digit(self, digit: int) -> None:
        """Fill in an action by its number."""
        if 1 <= digit <= len(self.lines):
            self.query_one(ExplainedList).highlight(str(digit - 1))
            self._fill(self.lines[digit - 1])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Fill in the picked action."""
        self._fill(self.lines[int(event.row.key)])

    def action_add(self) -> None:
        """Write an action of the organisation's own."""
        empty = SaidAction(None, "", None, None, None, None, "open")
        self._fill(Line(Action.model_construct(), empty, "own", is_kept=False))

    def _fill(self, line: Line) -> None:
        """Open the box of an action."""
        if self._may_change():
            box = PlanBox(self.desk, line, date.today())
            self.app.push_screen(box, lambda action: self._keep(line, action))

    def _keep(self, line: Line, action: Action | None) -> None:
        """Keep an action with the dossier."""
        if action is not None:
            plan = self.desk.plan()
            self._store(plan, replaced(plan, line.action if line.is_kept else None, action), action)

    # --- closing, taking away -------------------------------------------------------------------

    def action_close(self, status: str) -> None:
        """Say that the highlighted action is done, or dropped; the same key opens it again."""
        line = self._line
        if line is None or not self._may_change():
            return
        after = "open" if line.action.status == status else status
        self._keep(line, line.action.model_copy(update={"status": after}))

    def action_brought(self) -> None:
        """Write what a finished action brought."""
        line = self._line
        if line is None or not self._may_change():
            return
        if line.action.status != "done":
            self.tell(self.t("brought.only_done"))
            return
        self.app.push_screen(BroughtBox(self.desk, line), lambda action: self._keep(line, action))

    def action_support(self) -> None:
        """Ask who carries the highlighted action, in the DLA's terms."""
        line = self._line
        if line is None or not self._may_change():
            return
        held = line.action.support or UNDECIDED
        box = PickBox(self.desk, "plan.ask_support", lambda: support_rows(self.desk.lang), held)
        self.app.push_screen(box, lambda picked: self._take_support(line, picked))

    def _take_support(self, line: Line, picked: str | None) -> None:
        """File an action, or leave it to be decided."""
        if picked is not None:
            support = None if picked == UNDECIDED else picked
            self._keep(line, line.action.model_copy(update={"support": support}))

    def action_remove(self) -> None:
        """Take away the highlighted action; one about a priority stays, that page takes it out."""
        line = self._line
        if line is None or not self._may_change():
            return
        if not line.can_be_deleted:
            self.tell(self.t("plan.is_a_priority"))
            return
        plan = self.desk.plan()
        if self._store(plan, without(plan, line.action), None):
            self.tell(self.t("plan.removed"))

    def action_undo(self) -> None:
        """Take back the last change made on this page."""
        if not self._may_change():
            return
        plan = self._history.undo(self.desk.plan())
        if plan is None:
            self.tell(self.t("undo.nothing"))
        elif self._write(plan):
            self.tell(self.t("plan.undone"))

    def _may_change(self) -> bool:
        """Say whether the plan can change, and tell when it cannot."""
        if self.desk.is_example:
            self.tell(self.t("example.nothing_kept"))
        return not self.desk.is_example

    def _store(self, before: tuple[Action, ...], after: tuple[Action, ...], shown: Action | None) -> bool:
        """Keep a plan, and remember the one before it."""
        is_written = self._write(after, shown)
        if is_written:
            self._history.note(before, after)
        return is_written

    def _write(self, plan: tuple[Action, ...], shown: Action | None = None) -> bool:
        """Keep a plan with the dossier and draw it; False when the disk refuses, which is told."""
        try:
            self.desk.keep_plan(plan)
        except BadInput as problem:
            self.tell(told(self.desk, problem))
            return False
        self._draw((shown.item, shown.title) if shown else None)
        self.refresh_heading()
        return True

    # --- leaving --------------------------------------------------------------------------------

    def action_export(self) -> None:
        """Write the plan for a spreadsheet and for a calendar, and say where."""
        if not self.lines:
            self.tell(self.t("plan.nothing_to_export"))
            return
        made = self._exported()
        try:
            paths = write_beside(
                made.files, documents_folder(), partial(hand_over, self.app, overwrite=False)
            )
        except BadInput as problem:
            self.tell(told(self.desk, problem))
        else:
            self._written = paths, made
            self._say_written()

    def _exported(self) -> PlanExport:
        """Return the files of the plan as it is shown."""
        organisation, subject = self.desk.organisation, self.desk.diagnosis().subject
        return export_plan(
            [line.said for line in self.lines],
            self.desk.lang,
            owner_id=organisation.id if organisation else "example",
            name=subject.name,
            day=subject.assessment_date or date.today(),
        )

    def _say_written(self) -> None:
        """Say where the files are, and how many actions have no date."""
        said = Content("")
        if self._written:
            paths, made = self._written
            places = [Path(shown_path(self.desk, path)) for path in paths]
            said = written_words(places, made, self.t, is_web=self.app.is_web)
        self.query_one("#said", Prose).show(said)
        self.query_one("#said").display = bool(said)

    def action_pdf(self) -> None:
        """Go to the document."""
        self.go("pdf")
