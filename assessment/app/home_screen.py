"""The list of organisations: go on with one, start one, search, open a dossier received."""

from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from assessment.app.ask_box import AskBox
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList
from assessment.app.entry import Entry
from assessment.app.home_rows import MARK, columns, grouped, head, organisation_row
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.app.tones import MUTED
from assessment.errors import BadInput
from assessment.places import typed_path
from assessment.workspace import Contradicted, Found

AT_MOST = 30
"""Organisations shown at once; the others are found by searching."""
WIDEST = 124
"""Cells beyond which the table does not spread."""
MARGINS = 5
"""Padding and scrollbar on both sides of the table."""


class HomeScreen(Page):
    """One row an organisation, the one changed last first; those archived on a list of their own."""

    CSS_PATH = "home_screen.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("n", "new", "new", show=True),
        key("slash", "search", "search_names", show=True),
        key("i", "receive", "receive", show=True),
        key("t", "app.tour", "tour", show=True),
        key("d", "demo", "demo"),
        key("space", "tick", "tick_one"),
        key("w", "lead_to('workshop')", "workshop"),
        key("o", "lead_to('group')", "group"),
        key("k", "put_aside", "put_aside"),
        key("s", "lead_to('follow')", "follow"),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
        key("ctrl+q", "app.quit", "quit"),
    ]
    found = Found((), 0)
    shows_archived = False
    """Whether the list is that of the organisations put aside."""
    _drawn_for = 0

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence, the line to search with, the table and what it leaves out."""
        with VerticalScroll(can_focus=False):
            yield Prose(id="sentence")
            yield Entry(id="search", compact=True)
            yield Prose(id="head")
            yield ChoiceList(id="organisations")
            yield Prose(id="others")

    def on_mount(self) -> None:
        """Put the search away; the page writes its words by itself."""
        self.query_one(Entry).display = False
        self.query_one(ChoiceList).focus()

    def on_resize(self) -> None:
        """Give the columns the width there is now."""
        if self.size.width != self._drawn_for:
            self._draw()

    def heading(self) -> Heading:
        """Say where one is, and in which mode."""
        mode = self.t("home.adviser") if self.desk.is_adviser else ""
        return Heading(self.t("home.title"), f"{self.t('banner.local')} · {self.desk.aside}", mode)

    def paint(self) -> None:
        """Write the list as the workspace holds it."""
        entry = self.query_one(Entry)
        entry.placeholder = self.t("home.search")
        self._find(entry.value)

    def _find(self, words: str) -> None:
        """Show the organisations whose name holds the words."""
        self.found = self.desk.workspace.search(words, AT_MOST, archived=self.shows_archived)
        self.query_one("#sentence", Prose).show(Content(self._sentence(words) + "\n"))
        hidden = self.found.total - len(self.found.rows)
        others = self.t.count("home.others", hidden, number=grouped(hidden, self.desk.lang)) if hidden else ""
        together = self.t("home.together") if self.found.total else self.t("home.typing")
        if self.desk.is_adviser and self.found.total:
            together = f"{self.t('home.follow')} · {together}"
        said = "\n".join(f"{'':{MARK}}{words}" for words in (others, self._put_aside(), together) if words)
        self.query_one("#others", Prose).show(Content.styled(f"\n{said}", MUTED))
        self._draw()

    def _put_aside(self) -> str:
        """Name the key that leads to the other list, with how many organisations it holds."""
        if self.shows_archived:
            return self.t("home.followed")
        others = self.found.others
        return self.t.count("home.archived", others, number=grouped(others, self.desk.lang)) if others else ""

    def _sentence(self, words: str) -> str:
        total = self.found.total
        if words.strip():
            key = "home.found" if total else "home.found_none"
            return self.t(key, words=words.strip()) if not total else self.t.count(key, total)
        if total:
            key = "home.count_archived" if self.shows_archived else "home.count"
            return self.t.count(key, total, number=grouped(total, self.desk.lang))
        return self.t("home.none_followed" if self.found.others else "home.empty")

    def _draw(self) -> None:
        """Write the rows in the columns the width allows."""
        self._drawn_for = self.size.width
        shape = columns(min(self.size.width, WIDEST) - MARGINS - MARK, self.t)
        questions, now = self.desk.question_numbers(), datetime.now().astimezone()
        rows = [
            organisation_row(
                number,
                row,
                self.desk.name_of(row.name),
                shape,
                self.t,
                question=questions.get(row.position or "", 0),
                now=now,
                is_chosen=row.id in self.desk.chosen,
            )
            for number, row in enumerate(self.found.rows, 1)
        ]
        self.query_one("#head", Prose).show(Content.styled(head(shape, self.t) if rows else "", MUTED))
        organisations = self.query_one(ChoiceList)
        is_same = [row.key for row in rows] == [row.key for row in organisations.rows]
        organisations.show(rows, highlighted=organisations.highlighted if is_same else None)

    # --- searching ------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Open the line to search with."""
        entry = self.query_one(Entry)
        entry.display = True
        entry.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the organisations that hold what is typed."""
        self._find(event.value)

    def on_input_submitted(self) -> None:
        """Open the first organisation found."""
        if self.found.rows:
            self.go("open", self.found.rows[0].id)

    def on_entry_went_down(self) -> None:
        """Go from the line to the organisations found."""
        organisations = self.query_one(ChoiceList)
        organisations.focus()
        if organisations.rows:
            organisations.highlighted = 0

    def on_entry_left(self) -> None:
        """Put the search away."""
        self._stop_searching()

    def _stop_searching(self) -> None:
        entry = self.query_one(Entry)
        self.query_one(ChoiceList).focus()
        entry.value, entry.display = "", False

    # --- what can be done -----------------------------------------------------------------------

    def action_leave(self) -> None:
        """Show all the organisations again, or go to the first screen."""
        if self.query_one(Entry).display:
            self._stop_searching()
        elif self.shows_archived:
            self.action_put_aside()
        else:
            super().action_leave()

    def action_put_aside(self) -> None:
        """Show the organisations archived, or those followed again."""
        if not self.shows_archived and not self.desk.workspace.search("", 1, archived=True).total:
            self.tell(self.t("home.none_archived"))
            return
        self.shows_archived = not self.shows_archived
        self.repaint()

    def action_digit(self, digit: int) -> None:
        """Open an organisation by its rank."""
        if 1 <= digit <= len(self.found.rows):
            self.go("open", self.found.rows[digit - 1].id)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Open the highlighted organisation."""
        self.go("open", event.row.key)

    def action_new(self) -> None:
        """Start with another organisation."""
        self.go("start")

    def action_tick(self) -> None:
        """Choose the highlighted organisation for the group, or take it out."""
        row = self.query_one(ChoiceList).row
        if row is not None:
            self.desk.chosen ^= {row.key}
            self._draw()

    def action_lead_to(self, place: str) -> None:
        """Go to what concerns several organisations."""
        self.go(place)

    def action_demo(self) -> None:
        """Look at the finished example."""
        self.go("demo")

    def action_receive(self) -> None:
        """Ask for the file of a dossier received."""
        self.app.push_screen(AskBox(self.desk, "home.receive"), self._import)

    def _import(self, typed: str | None) -> None:
        """Take a dossier into the workspace and open its organisation."""
        if not typed or not typed.strip():
            return
        path = typed_path(typed)
        if path.is_dir():
            self._import_folder(path)
            return
        try:
            organisation_id = self.desk.receive(path)
        except Contradicted:
            self.go("conflicts")
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
        else:
            self.go("open", organisation_id)

    def _import_folder(self, folder: Path) -> None:
        """Take in every dossier of a folder, then those that contradict one after the other."""
        from assessment.app.folder_box import FolderBox
        from assessment.app.received_folder import dossier_files

        try:
            files = dossier_files(folder)
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
        else:
            self.app.push_screen(FolderBox(self.desk, files), self._decide)

    def _decide(self, has_waiting: bool | None) -> None:
        """Go to the dossiers that contradict, or show the list as it is now."""
        if has_waiting:
            self.go("conflicts")
        else:
            self.repaint()
