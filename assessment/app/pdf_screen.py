"""The document: its form, where it goes, and the key that opens it."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.ask_box import AskBox
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.confirm_box import ConfirmBox
from assessment.app.document import DocumentChoices, write
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.errors import BadInput
from assessment.opening import open_with_viewer
from assessment.places import free_path

WAYS = ("short", "full", "comments", "folder", "write")
"""Choices 1 to 5."""


class PdfScreen(Page):
    """Choose, write, open."""

    CSS_PATH = "pdf_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("space", "tick", "choose"),
        key("w", "write", "write", show=True),
        key("o", "open", "open", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
    ]

    def on_mount(self) -> None:
        """Start from the short form, with comments, among the person's documents."""
        self.choices = DocumentChoices()
        self.written: Path | None = None
        self.is_writing = False
        self.repaint()

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence, the choices and what was written."""
        with VerticalScroll(can_focus=False):
            yield Prose(id="sentence")
            yield ChoiceList(id="choices")
            yield Prose(id="written")

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("pdf.title"))

    def paint(self) -> None:
        """Write the choices as they stand."""
        self.query_one("#sentence", Prose).show(Content(self.t("pdf.sentence") + "\n"))
        choices = self.query_one(ChoiceList)
        rows = [
            Row(words, f" {number} {mark}") for number, (words, mark) in enumerate(self._choices(), start=1)
        ]
        choices.show(rows, highlighted=choices.highlighted)
        choices.focus()
        said = self.t("pdf.written", path=self.written) if self.written else ""
        self.query_one("#written", Prose).show(
            Content("\n" + (self.t("pdf.making") if self.is_writing else said))
        )

    def _choices(self) -> list[tuple[str, str]]:
        """Return the words and the mark of each choice."""
        is_short = self.choices.form == "short"
        return [
            (self.t("pdf.short"), "(●)" if is_short else "( )"),
            (self.t("pdf.full"), "( )" if is_short else "(●)"),
            (self.t("pdf.comments"), "[x]" if self.choices.comments else "[ ]"),
            (self.t("pdf.folder", folder=self.choices.folder), "   "),
            (self.t("pdf.write", name=self._path().name), "   "),
        ]

    def _path(self) -> Path:
        return self.choices.path(self.desk.diagnosis(), self.desk.lang)

    def action_digit(self, digit: int) -> None:
        """Choose by number."""
        if 1 <= digit <= len(WAYS):
            self._choose(WAYS[digit - 1])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Choose the picked row."""
        self._choose(WAYS[event.index])

    def action_tick(self) -> None:
        """Choose the highlighted row."""
        self.query_one(ChoiceList).action_select()

    def _choose(self, way: str) -> None:
        if way == "folder":
            self.app.push_screen(
                AskBox(self.desk, "pdf.ask_folder", str(self.choices.folder)), self._take_folder
            )
        elif way == "write":
            self.action_write()
        else:
            self.choices = self.choices.with_choice(way)
            self.repaint()

    def _take_folder(self, typed: str | None) -> None:
        """Take another folder, if it is one."""
        if not typed or not typed.strip():
            return
        folder = Path(typed.strip().strip('"')).expanduser().absolute()
        if folder.is_dir():
            self.choices = self.choices.with_folder(folder)
            self.repaint()
        else:
            self.tell(self.t("pdf.no_folder", folder=folder))

    # --- writing --------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Write the document; a file already there is not replaced without a word."""
        path = self._path()
        if path.exists():
            box = ConfirmBox(self.desk, "pdf.exists", name=path.name, free=free_path(path).name)
            self.app.push_screen(box, self._write_where)
        else:
            self._write_where(is_replacing=True)

    def _write_where(self, is_replacing: bool | None) -> None:
        """Write the document in the background, over the old one or beside it.

        The app does it, not the page: whoever leaves the page at once has the document all the same.
        """
        if is_replacing is None:
            return
        path = self._path()
        target = path if is_replacing else free_path(path)
        desk, app = self.desk, self.app
        making = partial(write, target, desk.diagnosis(), desk.lang, self.choices, desk.plan())

        def work() -> None:
            try:
                making()
            except BadInput as problem:
                app.call_later(self._say, problem)
            else:
                app.call_later(self._say, target)

        self.is_writing = True
        self.repaint()
        app.run_worker(work, thread=True)

    def _say(self, result: Path | BadInput) -> None:
        """Say where the document is or why there is none: here, or wherever the person is by now."""
        self.is_writing = False
        is_here = self.app.screen is self
        if isinstance(result, BadInput):
            self.app.notify(result.text(self.desk.lang), severity="warning", timeout=15, markup=False)
        else:
            self.written = result
            if is_here:
                self.app.clear_notifications()
            else:
                self.app.notify(self.t("pdf.elsewhere", path=result), timeout=15, markup=False)
        if self in self.app.screen_stack:
            self.repaint()

    def action_open(self) -> None:
        """Open the document with the system's viewer."""
        if self.written is None:
            self.tell(self.t("pdf.nothing_yet"))
        elif not open_with_viewer(self.written):
            self.tell(self.t("pdf.no_viewer", path=self.written))
