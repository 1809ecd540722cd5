"""The meetings with one organisation: when, with whom, what was said; in adviser mode only."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList
from assessment.app.confirm_box import ConfirmBox
from assessment.app.explained_list import WIDE, ExplainedList
from assessment.app.keys import digits, key
from assessment.app.meeting_box import MeetingBox
from assessment.app.meeting_rows import MeetingLine, meeting_detail, meeting_rows
from assessment.app.page import Page
from assessment.app.presenting import told
from assessment.app.prose import Prose
from assessment.day_words import full_date
from assessment.errors import BadInput
from assessment.workspace import MeetingNote

TakeBack = Callable[[], object]
"""What takes a change back."""


class MeetingsScreen(Page):
    """One row a meeting, the latest first; the session of each round stands among them."""

    CSS_PATH: ClassVar[list[str]] = ["explained_list.tcss", "meetings_screen.tcss"]  # type: ignore[assignment]
    PARENT = "organisation"
    HORIZONTAL_BREAKPOINTS = WIDE
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("n", "add", "new_meeting", show=True),
        key("delete,e", "remove", "remove_meeting", show=True),
        key("u,ctrl+z", "undo", "undo_change", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
    ]
    lines: tuple[MeetingLine, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay out what the page is for and the meetings."""
        self._undo: list[TakeBack] = []
        yield Prose(id="sentence")
        yield ExplainedList(id="meetings")

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("meetings.title"))

    def paint(self) -> None:
        """Write the meetings as they are kept; nothing of them while this is nobody's to see."""
        if not self.desk.is_adviser:
            self.go("organisation")
            return
        self._draw()
        self.query_one(ExplainedList).take_focus()

    def _draw(self, held: str | None = None) -> None:
        """Draw the meetings; the one of that key is highlighted, or the row that was."""
        self.lines = self.desk.meeting_lines()
        is_empty = not any(line.kept or line.note.people or line.note.minutes for line in self.lines)
        self.query_one("#sentence", Prose).show(
            Content(self.t("meetings.empty" if is_empty else "meetings.sentence"))
        )
        shown = self.query_one(ExplainedList)
        row = shown.row
        shown.show(
            list(meeting_rows(self.lines, self.t, date.today())), key=held or (row.key if row else None)
        )

    def on_explained_list_highlighted(self, event: ExplainedList.Highlighted) -> None:
        """Show all that is said of the highlighted meeting."""
        line = next((one for one in self.lines if event.row and one.key == event.row.key), None)
        self.query_one(ExplainedList).explain(meeting_detail(line, self.t) if line else Content(""))

    @property
    def _line(self) -> MeetingLine | None:
        """The highlighted meeting."""
        row = self.query_one(ExplainedList).row
        return next((one for one in self.lines if row and one.key == row.key), None)

    # --- writing --------------------------------------------------------------------------------

    def action_digit(self, digit: int) -> None:
        """Change a meeting by its number."""
        if 1 <= digit <= len(self.lines):
            self.query_one(ExplainedList).highlight(self.lines[digit - 1].key)
            self._open(self.lines[digit - 1])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Change the picked meeting."""
        self._open(next(one for one in self.lines if one.key == event.row.key))

    def action_add(self) -> None:
        """Write a new meeting, dated today until another day is typed."""
        if self.desk.is_example:
            self.tell(self.t("example.nothing_kept"))
        else:
            self.app.push_screen(MeetingBox(self.desk, None, date.today()), self._add)

    def _open(self, line: MeetingLine) -> None:
        """Open the box of a meeting, unless it is that of a round that is over."""
        is_over = line.round is not None and (not line.is_latest_round or self.desk.looked_at is not None)
        if is_over:
            self.tell(self.t("meetings.round_over", number=line.round))
            return
        box = MeetingBox(self.desk, line, date.today())
        self.app.push_screen(box, lambda note: self._change(line, note))

    def _add(self, note: MeetingNote | None) -> None:
        """Keep a new meeting."""
        if note is not None:
            self._do(lambda: self._added(note))

    def _added(self, note: MeetingNote) -> str:
        row = self.desk.add_meeting(note)
        self._undo.append(lambda: self.desk.delete_meeting(row))
        return str(row.id)

    def _change(self, line: MeetingLine, note: MeetingNote | None) -> None:
        """Keep what was changed, if anything was."""
        if note is not None and note != line.note:
            self._do(lambda: self._changed(line, note))

    def _changed(self, line: MeetingLine, note: MeetingNote) -> str:
        if line.kept is None:
            self.desk.note_session(note)
            self._undo.append(lambda: self.desk.note_session(line.note))
        else:
            now = self.desk.change_meeting(line.kept, note)
            if now is not None:
                self._undo.append(lambda: self.desk.change_meeting(now, line.note))
        return line.key

    # --- taking away, taking back ---------------------------------------------------------------

    def action_remove(self) -> None:
        """Ask before the highlighted meeting is taken away; that of a round stays with it."""
        line = self._line
        if line is None:
            return
        if line.kept is None:
            self.tell(self.t("meetings.round_stays", number=line.round))
            return
        box = ConfirmBox(self.desk, "meetings.delete", day=full_date(line.note.day, self.desk.lang))
        self.app.push_screen(box, lambda is_sure: self._remove(line, is_sure))

    def _remove(self, line: MeetingLine, is_sure: bool | None) -> None:
        """Take a meeting away; U brings it back while this page is open."""
        if is_sure and self._do(lambda: self._removed(line)):
            self.tell(self.t("meetings.removed"))

    def _removed(self, line: MeetingLine) -> None:
        row = line.kept
        if row is not None:
            self.desk.delete_meeting(row)
            self._undo.append(lambda: self.desk.restore_meeting(row))

    def action_undo(self) -> None:
        """Take back the last change made on this page."""
        if not self._undo:
            self.tell(self.t("undo.nothing"))
        elif self._do(self._taken_back):
            self.tell(self.t("meetings.undone"))

    def _taken_back(self) -> None:
        self._undo.pop()()

    def _do(self, change: Callable[[], str | None]) -> bool:
        """Make a change and draw the meetings; False when it cannot be made, which is told."""
        try:
            held = change()
        except BadInput as problem:
            self.tell(told(self.desk, problem))
            self._draw()
            return False
        self._draw(held)
        self.refresh_heading()
        return True
