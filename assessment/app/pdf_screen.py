"""The document: what it holds, where it goes, its first page, and the key that opens it."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from assessment.app.ask_box import AskBox
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList
from assessment.app.confirm_box import ConfirmBox
from assessment.app.document import Order, Papers, files_there, free_name, write
from assessment.app.document_rows import CHOICES, RowWords, listed, written_words
from assessment.app.handing import hand_over
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.pick_box import PickBox
from assessment.app.populations import population_rows
from assessment.app.presenting import shown_path, told
from assessment.app.preview_box import PreviewBox
from assessment.app.prose import Prose
from assessment.errors import BadInput
from assessment.opening import open_with_viewer
from assessment.places import typed_path


class PdfScreen(Page):
    """Choose, look, write, open."""

    CSS_PATH = "pdf_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("space", "tick", "tick"),
        key("a", "preview", "preview", show=True),
        key("w", "write", "write", show=True),
        key("o", "open", "open", show=True),
        key("r", "open_folder", "folder", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
    ]

    def on_mount(self) -> None:
        """Start from what was chosen for this organisation since the app opened."""
        self.papers: Papers = self.desk.papers
        self.repaint()

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence, the choices and what was written."""
        yield Prose(id="sentence")
        with Vertical(id="body"):
            yield ChoiceList(id="choices")
            yield Prose(id="written")

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("pdf.title"))

    def paint(self) -> None:
        """Write the choices as they stand."""
        self.query_one("#sentence", Prose).show(Content(self.t("pdf.sentence")))
        choices = self.query_one(ChoiceList)
        choices.show(list(self._words().rows()), highlighted=choices.highlighted)
        choices.focus()
        self._paint_written()

    def _paint_written(self) -> None:
        """Say what is being made, or what was written and where."""
        said = Content("")
        if self.papers.making:
            rank, last = self.papers.making
            said = Content(self.t("pdf.making" if last == 1 else "pdf.making_several", rank=rank, last=last))
        elif self.papers.written:
            said = written_words(self.papers.written, self.t, is_web=self.app.is_web)
        self.query_one("#written", Prose).show(said)
        self.set_class(bool(said), "-said")

    def _words(self) -> RowWords:
        diagnosis, choices = self.desk.diagnosis(), self.papers.choices
        return RowWords(
            choices=choices,
            t=self.t,
            lang=choices.lang or self.desk.lang,
            population=diagnosis.benchmark.populations[choices.population].label[self.desk.lang],
            file_name=choices.path(diagnosis, self.desk.lang).name,
            is_example=self.desk.is_example,
            is_web=self.app.is_web,
        )

    # --- choosing -------------------------------------------------------------------------------

    def action_digit(self, digit: int) -> None:
        """Choose by number."""
        self._choose(CHOICES[digit - 1])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Choose the picked row."""
        self._choose(event.row.key)

    def action_tick(self) -> None:
        """Choose the highlighted row."""
        self.query_one(ChoiceList).action_select()

    def _choose(self, choice: str) -> None:
        """Do what a row stands for, or say why it does not apply."""
        reason = self._words().reason(choice)
        others = {
            "population": self._ask_population,
            "folder": self._ask_folder,
            "write": self.action_write,
            "preview": self.action_preview,
        }
        if reason:
            self.tell(self.t("pdf.reason", label=self.t(f"pdf.label.{choice}"), reason=reason))
        elif choice in others:
            others[choice]()
        else:
            self.papers.choices = self.papers.choices.toggled(choice, self.desk.lang)
            self.repaint()

    def _ask_population(self) -> None:
        """Ask which respondents stand beside all of them."""
        held = self.papers.choices.population
        box = PickBox(
            self.desk,
            "pdf.ask_population",
            lambda: population_rows(self.desk.diagnosis(), self.desk.lang),
            held,
        )
        self.app.push_screen(box, self._take_population)

    def _take_population(self, population: str | None) -> None:
        """Compare with other respondents."""
        if population is not None:
            self.papers.choices = self.papers.choices.with_population(population)
            self.repaint()

    def _ask_folder(self) -> None:
        """Ask for another folder."""
        box = AskBox(self.desk, "pdf.ask_folder", str(self.papers.choices.folder))
        self.app.push_screen(box, self._take_folder)

    def _take_folder(self, typed: str | None) -> None:
        """Take another folder, if it is one."""
        if not typed or not typed.strip():
            return
        folder = typed_path(typed).absolute()
        if folder.is_dir():
            self.papers.choices = self.papers.choices.with_folder(folder)
            self.repaint()
        else:
            self.tell(self.t("pdf.no_folder", folder=folder))

    def action_preview(self) -> None:
        """Show the first page as it will be printed."""
        order = self._order()
        if order is not None:
            self.app.push_screen(PreviewBox(self.desk, order))

    def _order(self) -> Order | None:
        """Gather what the document is made from; say so when another window took it away."""
        try:
            return self.desk.order()
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
            return None

    # --- writing --------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Write the document; files already there are not replaced without a word."""
        order = None if self.papers.making else self._order()
        if order is None:
            return
        there = () if self.app.is_web else files_there(order.path, order.choices.kinds)
        if there:
            names = listed([there[0].name, *(file.suffix for file in there[1:])], self.t)
            free = free_name(order.path, order.choices.kinds).name
            box = ConfirmBox(self.desk, "pdf.exists", names=names, free=free)
            self.app.push_screen(box, partial(self._write_where, order))
        else:
            self._write_where(order, is_replacing=True)

    def _write_where(self, order: Order, is_replacing: bool | None) -> None:
        """Write the document in the background, over the old one or beside it.

        The app does it, not the page: whoever leaves the page at once has the document all the same.
        """
        if is_replacing is None:
            return
        path = order.path if is_replacing else free_name(order.path, order.choices.kinds)
        app, papers = self.app, self.papers
        making = partial(
            write,
            order,
            path,
            lambda rank: app.call_later(self._progress, papers, rank),
            partial(hand_over, app),
        )

        def work() -> None:
            try:
                app.call_later(self._say, papers, making())
            except BadInput as problem:
                app.call_later(self._say, papers, problem)

        papers.making = (1, len(order.choices.kinds))
        self._paint_written()
        app.run_worker(work, thread=True)

    def _progress(self, papers: Papers, rank: int) -> None:
        """Say which file is being made."""
        if papers.making:
            papers.making = (rank, papers.making[1])
            self._repaint_all()

    def _say(self, papers: Papers, result: tuple[Path, ...] | BadInput) -> None:
        """Say where the document is or why there is none: here, or wherever the person is by now."""
        papers.making = None
        if isinstance(result, BadInput):
            self.app.notify(told(self.desk, result), severity="warning", timeout=15, markup=False)
        else:
            papers.written = result
            page = self.app.screen
            if isinstance(page, PdfScreen) and page.papers is papers:
                self.app.clear_notifications()
            else:
                key = "handed.downloaded" if self.app.is_web else "pdf.elsewhere"
                words = self.t(key, path=shown_path(self.desk, result[0]), name=result[0].name)
                self.app.notify(words, timeout=15, markup=False)
        self._repaint_all()

    def _repaint_all(self) -> None:
        """Say it on the page in sight too, when the person left this one and came back."""
        for page in self.app.screen_stack:
            if isinstance(page, PdfScreen) and page.is_mounted:
                page._paint_written()

    # --- opening --------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the opening to the browser that downloaded the document."""
        return not (self.app.is_web and action in ("open", "open_folder"))

    def action_open(self) -> None:
        """Open the document with the system's viewer."""
        if not self.papers.written:
            self.tell(self.t("pdf.nothing_yet"))
        else:
            self._open(self.papers.written[0])

    def action_open_folder(self) -> None:
        """Open the folder of the document written, or the one chosen for it."""
        written = self.papers.written
        self._open(written[0].parent if written else self.papers.choices.folder)

    def _open(self, path: Path) -> None:
        if not path.exists():
            self.tell(self.t("pdf.gone", path=path))
        elif not open_with_viewer(path):
            self.tell(self.t("pdf.no_viewer", path=path))
