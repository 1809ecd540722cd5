"""The sheet of questions for the team: as a page to print or as a text to paste, and where it went."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.box import Box
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.desk import Desk
from assessment.app.handing import download_name, hand_over
from assessment.app.keys import digits, key
from assessment.app.presenting import shown_path, told
from assessment.app.prose import Prose
from assessment.app.team_paper import KINDS, Kind, write_team_sheet
from assessment.diagnosis import Diagnosis
from assessment.errors import BadInput
from assessment.opening import open_with_viewer


class TeamBox(Box[None]):
    """1 makes a PDF, 2 a plain text; nothing already there is replaced."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("o", "open", "open", show=True),
        key("r", "open_folder", "folder", show=True),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_making = False
        self._written: Path | None = None
        self._problem: BadInput | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the sentence, the two kinds and what was written."""
        yield Prose(id="title")
        yield ChoiceList(id="kinds")
        yield Prose(id="said")

    def paint(self) -> None:
        """Write the sentence, the kinds and where the sheet is."""
        title = Content.assemble((f"{self.t('team.title')}\n", "bold"), f"{self.t('team.what')}\n")
        self.query_one("#title", Prose).show(title)
        kinds = self.query_one(ChoiceList)
        rows = [Row(self.t(f"team.kind.{kind}"), f" {n} ", key=kind) for n, kind in enumerate(KINDS, 1)]
        kinds.show(rows, highlighted=kinds.highlighted)
        kinds.focus()
        said = self._said()
        self.query_one("#said", Prose).show(Content(f"\n{said}" if said else ""))

    def _said(self) -> str:
        if self._is_making:
            return self.t("team.making")
        if self._problem:
            return told(self.desk, self._problem)
        if self._written is None:
            return ""
        if self.app.is_web:
            return self.t("handed.downloaded", name=download_name(self._written.name))
        return self.t("team.written", path=shown_path(self.desk, self._written))

    def action_digit(self, digit: int) -> None:
        """Make one kind of sheet."""
        if digit <= len(KINDS):
            self._begin(KINDS[digit - 1])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Make the highlighted kind."""
        self._begin(KINDS[event.index])

    def _begin(self, kind: Kind) -> None:
        if self._is_making:
            return
        self._is_making, self._problem = True, None
        self.paint()
        self._make(self.desk.diagnosis(), self.desk.lang, kind, self.desk.papers.choices.folder)

    @work(thread=True)
    def _make(self, diagnosis: Diagnosis, lang: str, kind: Kind, folder: Path) -> None:
        try:
            put = partial(hand_over, self.app, overwrite=False)
            result: Path | BadInput = write_team_sheet(diagnosis, lang, kind, folder, put)
        except BadInput as problem:
            result = problem
        self.app.call_from_thread(self._say, result)

    def _say(self, result: Path | BadInput) -> None:
        """Say where the sheet is, or why there is none."""
        self._is_making = False
        if isinstance(result, BadInput):
            self._problem = result
        else:
            self._written = result
        if self.is_mounted:
            self.paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open the sheet only where it lies: a browser keeps its own."""
        return not (self.app.is_web and action in ("open", "open_folder"))

    def action_open(self) -> None:
        """Open the sheet with the system's viewer."""
        self._open(self._written)

    def action_open_folder(self) -> None:
        """Open the folder of the sheet."""
        self._open(self._written.parent if self._written else None)

    def _open(self, path: Path | None) -> None:
        if path is None:
            self.notify(self.t("team.nothing_yet"), markup=False)
        elif not open_with_viewer(path):
            self.notify(self.t("pdf.no_viewer", path=shown_path(self.desk, path)), markup=False)
