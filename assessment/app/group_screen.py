"""The group: who uses and who seeks what, what to do together, a digit a page; made to be projected."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.group_papers import Batch, new_folder, write_each, write_group
from assessment.app.handing import hand_over
from assessment.app.keys import digits, key
from assessment.app.presenting import shown_path, told
from assessment.app.prose import FittedProse, Prose
from assessment.app.reading_page import ReadingPage
from assessment.app.sheet import drawn
from assessment.app.tones import MUTED
from assessment.app.workshop import members
from assessment.errors import BadInput
from assessment.groups import MOST_IN_A_ROOM
from assessment.report import group_material
from assessment.report.content.group import PARTS
from assessment.report.content.group.material import GroupMaterial
from assessment.room import Room, room_of
from assessment.safe_writing import write_atomically
from assessment.workspace import OrganisationRow
from questionnaire.typography import NO_BREAK


class GroupScreen(ReadingPage):
    """The pages of the document for the group, one at a time."""

    CSS_PATH = "group_screen.tcss"
    PARENT = "home"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("right,enter", "turn(1)", "next_page", show=True),
        key("left,backspace", "turn(-1)", "previous_page"),
        key("down", "scroll(1)", "scroll", show=True),
        key("up", "scroll(-1)", "scroll_up"),
        key("pagedown,space", "scroll_page(1)", "scroll_page"),
        key("pageup", "scroll_page(-1)", "scroll_page_up"),
        key("p", "write", "group_pdf", show=True),
        key("e", "each", "group_each", show=True),
        key("a", "stop", "group_stop", show=True),
        key("f6", "app.presentation", "presentation"),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help"),
    ]
    page = "overview"

    def on_mount(self) -> None:
        """Count the organisations chosen, or all of them."""
        if self.desk.questionnaire is None:
            raise RuntimeError("the questionnaire is not read yet")
        self.desk.close()
        self._said = Content("")
        self._batch: Batch | None = None
        workspace = self.desk.workspace
        self.rows: list[OrganisationRow] = members(workspace, self.desk.chosen)
        counted = self.rows if len(self.rows) <= MOST_IN_A_ROOM else []
        sheets = [workspace.sheet(row.assessment_id) for row in counted]
        self.room: Room = room_of(self.desk.questionnaire, sheets)
        self.repaint()

    def compose_body(self) -> ComposeResult:
        """Lay out the list of pages, the page, and what was written."""
        yield Prose(id="pages")
        with VerticalScroll(id="page", can_focus=False):
            yield FittedProse(id="text")
        yield Prose(id="written")

    def heading(self) -> Heading:
        """Say how many are counted."""
        size = self.t.count("group.size", len(self.rows))
        aside = "" if self.desk.is_presenting else self.desk.aside
        return Heading(self.t("group.title"), aside, size)

    # --- reading --------------------------------------------------------------------------------

    def paint(self) -> None:
        """Write the page at hand, for the width it is given."""
        self.query_one("#pages", Prose).show(self._pages() if self._is_countable else "")
        text = self.query_one("#text", FittedProse)
        if self._is_countable:
            material = self._material()
            text.write(lambda width: _page(self.page, material, width))
        else:
            key = "group.too_many" if self.rows else "group.nobody"
            sentence = self.t(key, n=len(self.rows), most=MOST_IN_A_ROOM)
            text.write(lambda width: Content(sentence))
        self._paint_written()

    @property
    def _is_countable(self) -> bool:
        return 0 < len(self.rows) <= MOST_IN_A_ROOM

    def _material(self) -> GroupMaterial:
        return group_material(self.room, self.desk.lang, date=date.today())

    def _pages(self) -> Content:
        """Return the numbers and names of the pages, the one at hand marked by brackets."""
        parts = []
        for number, page in enumerate(PARTS, start=1):
            name = f"{number}{NO_BREAK}{self.t(f'group.tab.{page}')}".replace(" ", NO_BREAK)
            is_here = page == self.page
            parts.append((f"[{name}]", "bold") if is_here else (f" {name} ", MUTED))
        return Content.assemble(*parts)

    def action_digit(self, digit: int) -> None:
        """Show a page by its number."""
        if 1 <= digit <= len(PARTS):
            self.page = list(PARTS)[digit - 1]
            self.paint()
            self.query_one("#page").scroll_home(animate=False)

    def action_turn(self, pages: int) -> None:
        """Turn to the next or the previous page."""
        self.action_digit(list(PARTS).index(self.page) + pages + 1)

    def action_leave(self) -> None:
        """Leave, unless the screen is projected: the list of organisations is not for everyone."""
        if self.desk.is_presenting:
            self.tell(self.t("presenting.not_shown"))
        else:
            super().action_leave()

    # --- writing --------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Write the document for the group, in the background."""
        if not self._is_countable:
            return
        app, put, room, lang = self.app, partial(hand_over, self.app), self.room, self.desk.lang

        def work() -> None:
            try:
                result: Path | BadInput = write_group(room, lang, put)
            except BadInput as problem:
                result = problem
            app.call_later(self._say, result)

        self._note(self.t("group.making"))
        app.run_worker(work, thread=True)

    def action_each(self) -> None:
        """Write one document for each organisation, in the background."""
        if not self._is_countable or (self._batch is not None and not self._batch.is_over):
            return
        dossiers = [self.desk.workspace.dossier(row.id) for row in self.rows]
        batch = self._batch = Batch(len(dossiers), new_folder(self.desk.lang))
        app, lang = self.app, self.desk.lang
        put = partial(hand_over, app) if app.is_web else write_atomically

        def work() -> None:
            problem = None
            try:
                for _ in write_each(dossiers, batch, lang, put):
                    app.call_later(self._paint_batch)
            except BadInput as refused:
                problem = refused
            batch.is_over = True
            app.call_later(self._end, batch, problem)

        self._paint_batch()
        self.refresh_bindings()
        app.run_worker(work, thread=True)

    def action_stop(self) -> None:
        """Stop after the document being made; those made stay."""
        if self._batch is not None:
            self._batch.stop.set()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to stop while documents are being made."""
        return action != "stop" or (self._batch is not None and not self._batch.is_over)

    def _paint_batch(self) -> None:
        """Draw how far the documents are."""
        batch = self._batch
        if batch is not None and not batch.is_over and self.app.screen is self:
            self._note(self.t("group.progress", bar=batch.bar, done=batch.done, total=batch.total))

    def _end(self, batch: Batch, problem: BadInput | None) -> None:
        """Say where the documents are, and why some are not."""
        folder = shown_path(self.desk, batch.folder)
        key = "group.stopped" if batch.done < batch.total else "group.each_done"
        if self.app.is_web:
            key = "group.each_downloaded"
        said = self.t.count(key, batch.done, total=batch.total, folder=folder)
        self._tell_end(f"{told(self.desk, problem)} {said}" if problem else said)

    def _say(self, result: Path | BadInput) -> None:
        """Say where the document is or why there is none."""
        if isinstance(result, BadInput):
            self._tell_end(told(self.desk, result))
        else:
            key = "handed.downloaded" if self.app.is_web else "group.written"
            self._tell_end(self.t(key, path=shown_path(self.desk, result), name=result.name))

    def _tell_end(self, sentence: str) -> None:
        """Say it on this page, or wherever the person is by now."""
        if self.app.screen is self:
            self.refresh_bindings()
            self._note(sentence)
        else:
            self.app.notify(sentence, timeout=15, markup=False)

    def _note(self, sentence: str) -> None:
        self._said = Content(sentence)
        self._paint_written()

    def _paint_written(self) -> None:
        self.query_one("#written", Prose).show(self._said)
        self.set_class(bool(self._said), "-said")


def _page(part: str, material: GroupMaterial, width: int) -> Content:
    """Draw one part of the document for a width."""
    return Content("\n").join(drawn(PARTS[part](material), width))
