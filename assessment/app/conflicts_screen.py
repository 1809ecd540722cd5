"""Two versions: where a dossier received contradicts what is kept, side by side, decided one by one."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList
from assessment.app.conflict_rows import conflict_detail, conflict_rows, head
from assessment.app.conflict_words import ConflictWords
from assessment.app.explained_list import WIDE, ExplainedList
from assessment.app.keys import key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.errors import BadInput
from assessment.workspace import Conflict, ConflictsChanged, ImportReport, Side

MARGINS = 5
"""Cells beside the rows: margins, scrollbar, and those kept free."""
WIDE_FROM = 120
"""Cells from which the text stands beside the list, which then has half of them."""


class ConflictsScreen(Page):
    """One row a difference; nothing is written before every one of them is decided."""

    CSS_PATH: ClassVar[list[str]] = ["explained_list.tcss", "conflicts_screen.tcss"]  # type: ignore[assignment]
    PARENT = "home"
    HORIZONTAL_BREAKPOINTS = WIDE
    BINDINGS: ClassVar[list[BindingType]] = [
        key("1,&", "decide('ours')", "keep_ours", show=True),
        key("2,é", "decide('theirs')", "take_theirs", show=True),
        key("x", "take_in", "take_in", show=True),
        key("g", "decide_all('ours')", "keep_all", show=True),
        key("r", "decide_all('theirs')", "take_all", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help"),
    ]

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._decided: dict[Conflict, Side] = {}
        self._was_warned = False
        self._begin()

    def _begin(self) -> None:
        """Take up the first dossier waiting, nothing decided."""
        self._decided, self._was_warned = {}, False
        self._found = self.desk.waiting[0].conflicts if self.desk.waiting else ()

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence, the names of the two sides, the differences."""
        yield Prose(id="sentence")
        yield Prose(id="head")
        yield ExplainedList(id="differences")

    def on_resize(self) -> None:
        """Give both sides the width there is now."""
        self.repaint()

    def heading(self) -> Heading:
        """Say where one is, and whose dossier it is."""
        name = self.desk.name_of(self.desk.waiting[0].dossier.organisation.name) if self.desk.waiting else ""
        return Heading(self.t("conflicts.title"), f"{self.t('banner.local')} · {self.desk.aside}", name)

    # --- what is shown --------------------------------------------------------------------------

    def paint(self) -> None:
        """Write the differences, what was decided of them, and how many are left."""
        self._draw()
        self.query_one(ExplainedList).take_focus()

    def _draw(self, place: str | None = None) -> None:
        """Write everything again; the row of that key is highlighted, or the row that was."""
        words = self._words()
        self.conflicts = words.in_order(self._found) if words else []
        self.query_one("#sentence", Prose).show(Content(self._sentence()))
        width = self.size.width // (2 if self.size.width >= WIDE_FROM else 1) - MARGINS
        shown = self.query_one(ExplainedList)
        rows = list(conflict_rows(self.conflicts, self._decided, words, width)) if words else []
        self.query_one("#head", Prose).show(head(width, words) if words and rows else "")
        held = place or (shown.row.key if shown.row else None)
        shown.show(rows, key=held)

    def _words(self) -> ConflictWords | None:
        if self.desk.questionnaire is None:
            return None
        shows_notes = self.desk.is_adviser and not self.desk.is_presenting
        return ConflictWords(self.desk.questionnaire, self.t, shows_notes=shows_notes)

    def _sentence(self) -> str:
        """Say which dossier it is and what is left to choose."""
        if not self.desk.waiting:
            return self.t("conflicts.none")
        said = self.t.count("conflicts.sentence", len(self.conflicts), file=self.desk.waiting[0].file)
        left = self.t.count("conflicts.left", self._left) if self._left else self.t("conflicts.ready")
        others = len(self.desk.waiting) - 1
        after = self.t.count("conflicts.others", others) if others else ""
        return " ".join(part for part in (said, left, after) if part)

    @property
    def _left(self) -> int:
        """Differences nobody has decided yet."""
        return len(self._found) - len(self._decided)

    def on_explained_list_highlighted(self, event: ExplainedList.Highlighted) -> None:
        """Show both versions of the highlighted difference in full."""
        words = self._words()
        text = Content("")
        if words and event.row:
            conflict = self.conflicts[int(event.row.key)]
            text = conflict_detail(conflict, self._decided.get(conflict), words)
        self.query_one(ExplainedList).explain(text)

    # --- deciding -------------------------------------------------------------------------------

    def action_decide(self, side: Side) -> None:
        """Keep one side of the highlighted difference and go to the next one left."""
        row = self.query_one(ExplainedList).row
        if row is not None:
            self._decided[self.conflicts[int(row.key)]] = side
            self._draw(self._next_left(int(row.key)))

    def action_decide_all(self, side: Side) -> None:
        """Keep the same side everywhere; each can still be changed."""
        self._decided = dict.fromkeys(self._found, side)
        self._draw()

    def _next_left(self, place: int) -> str:
        """Return the key of the next difference left, from a place on; the place itself after the last."""
        places = [*range(place + 1, len(self.conflicts)), *range(place)]
        left = (one for one in places if self.conflicts[one] not in self._decided)
        return str(next(left, place))

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Enter ends; a click only goes to a row."""
        if event.was_clicked:
            self.query_one(ExplainedList).highlight(event.row.key)
        else:
            self.action_take_in()

    def on_choice_list_entered(self) -> None:
        """Enter ends where there is no row too: another window solved every difference."""
        self.action_take_in()

    # --- the end --------------------------------------------------------------------------------

    def action_take_in(self) -> None:
        """Import as decided, or say how many differences are left and go to the first."""
        if not self.desk.waiting:
            self.tell(self.t("conflicts.none"))
        elif self._left:
            self.tell(self.t.count("conflicts.left", self._left))
            self._draw(self._next_left(-1))
        else:
            self._import()

    def _import(self) -> None:
        try:
            report = self.desk.settle(self._decided)
        except ConflictsChanged as changed:
            self._start_again(changed.conflicts)
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
        else:
            self._go_on(report)

    def _start_again(self, conflicts: tuple[Conflict, ...]) -> None:
        """Show the differences as another window left them; what was decided of the same ones stays."""
        self._found = conflicts
        self._decided = {one: side for one, side in self._decided.items() if one in conflicts}
        self._draw()
        self.tell(self.t("conflicts.changed"))

    def _go_on(self, report: ImportReport) -> None:
        """Say what was taken and kept; the next dossier waiting, or the organisation itself."""
        if self.desk.waiting:
            self._begin()
            self._draw()
            self._say_settled(report, can_undo=False)
        else:
            can_undo = self.desk.open_settled(report)
            self.go("organisation")
            self._say_settled(report, can_undo=can_undo)

    def _say_settled(self, report: ImportReport, *, can_undo: bool) -> None:
        taken, kept = len(report.taken), len(report.kept)
        name = self.desk.name_of(report.name)
        said = [
            self.t("conflicts.imported", name=name),
            self.t.count("conflicts.taken", taken) if taken else self.t("conflicts.none_taken"),
            self.t.count("conflicts.kept", kept) if kept else self.t("conflicts.none_kept"),
        ]
        if can_undo:
            said.append(self.t("conflicts.undo"))
        self.app.notify(" ".join(said), timeout=10, markup=False)

    # --- leaving --------------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Say whether the page may be left; what was decided and not imported is told once."""
        if not self._decided or self._was_warned:
            return True
        self._was_warned = True
        self.tell(self.t("conflicts.unsaved"))
        return False

    def action_leave(self) -> None:
        """Leave everything as it was, say so, and go on with the next dossier waiting."""
        file = self.desk.waiting[0].file if self.desk.waiting else ""
        self.desk.put_off()
        if self.desk.waiting:
            self._begin()
            self._draw()
        else:
            self.go("home")
        if file:
            self.app.notify(self.t("conflicts.left_alone", file=file), markup=False)
