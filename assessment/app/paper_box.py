"""A paper made beside the document: as which kind of file, and where it went."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.box import Box
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.handing import download_name, hand_over
from assessment.app.keys import digits, key
from assessment.app.presenting import shown_path, told
from assessment.app.prose import Prose
from assessment.errors import BadInput
from assessment.opening import open_with_viewer

Make = Callable[[Any], Path]
"""Makes one kind of file and returns where it is; BadInput when the disk refuses it."""
Put = Callable[[Path, bytes], object]
"""Writes a file where it is wanted, or lets the browser take it."""


class PaperBox(Box[None]):
    """A digit makes one kind of file; nothing already there is replaced."""

    PAPER: ClassVar[str]
    """First word of its sentences."""
    KINDS: ClassVar[Sequence[str]]
    """Kinds of file, by digit."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("o", "open", "open", show=True),
        key("r", "open_folder", "folder", show=True),
    ]
    _is_making = False
    _written: Path | None = None
    _problem: BadInput | None = None

    @property
    def put(self) -> Put:
        """What writes a file without replacing one."""
        return partial(hand_over, self.app, overwrite=False)

    def maker(self) -> Make:
        """Return what makes the file, from the answers and the language of the moment."""
        raise NotImplementedError

    def compose_body(self) -> ComposeResult:
        """Lay out the sentence, the kinds and what was written."""
        yield Prose(id="title")
        yield ChoiceList(id="kinds")
        yield Prose(id="said")

    def paint(self) -> None:
        """Write the sentence, the kinds and where the file is."""
        paper = self.PAPER
        title = Content.assemble((f"{self.t(f'{paper}.title')}\n", "bold"), f"{self.t(f'{paper}.what')}\n")
        self.query_one("#title", Prose).show(title)
        kinds = self.query_one(ChoiceList)
        rows = [
            Row(self.t(f"{paper}.kind.{kind}"), f" {n} ", key=kind) for n, kind in enumerate(self.KINDS, 1)
        ]
        kinds.show(rows, highlighted=kinds.highlighted)
        kinds.focus()
        said = self._said()
        self.query_one("#said", Prose).show(Content(f"\n{said}" if said else ""))

    def _said(self) -> str:
        if self._is_making:
            return self.t(f"{self.PAPER}.making")
        if self._problem:
            return told(self.desk, self._problem)
        if self._written is None:
            return ""
        if self.app.is_web:
            return self.t("handed.downloaded", name=download_name(self._written.name))
        return self.t(f"{self.PAPER}.written", path=shown_path(self.desk, self._written))

    def action_digit(self, digit: int) -> None:
        """Make one kind of file."""
        if 1 <= digit <= len(self.KINDS):
            self._begin(self.KINDS[digit - 1])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Make the highlighted kind."""
        self._begin(self.KINDS[event.index])

    def _begin(self, kind: str) -> None:
        if self._is_making:
            return
        self._is_making, self._problem = True, None
        self.paint()
        self._make(self.maker(), kind)

    @work(thread=True)
    def _make(self, make: Make, kind: str) -> None:
        try:
            result: Path | BadInput = make(kind)
        except BadInput as problem:
            result = problem
        self.app.call_from_thread(self._say, result)

    def _say(self, result: Path | BadInput) -> None:
        """Say where the file is, or why there is none."""
        self._is_making = False
        if isinstance(result, BadInput):
            self._problem = result
        else:
            self._written = result
        if self.is_mounted:
            self.paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open the file only where it lies: a browser keeps its own."""
        return not (self.app.is_web and action in ("open", "open_folder"))

    def action_open(self) -> None:
        """Open the file with the system's viewer."""
        self._open(self._written)

    def action_open_folder(self) -> None:
        """Open the folder of the file."""
        self._open(self._written.parent if self._written else None)

    def _open(self, path: Path | None) -> None:
        if path is None:
            self.notify(self.t(f"{self.PAPER}.nothing_yet"), markup=False)
        elif not open_with_viewer(path):
            self.notify(self.t("pdf.no_viewer", path=shown_path(self.desk, path)), markup=False)
