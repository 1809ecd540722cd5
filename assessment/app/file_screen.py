"""What is kept about one organisation: its name, the file that carries it, and the end of it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from assessment.app.ask_box import AskBox
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.confirm_box import ConfirmBox
from assessment.app.handing import download_name, hand_over
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.presenting import shown_path, told
from assessment.app.prose import Prose
from assessment.errors import BadInput

WAYS = ("rename", "export", "delete")
"""Choices by number."""


class FileScreen(Page):
    """Rename an organisation, save it to a file, or erase it."""

    CSS_PATH = "file_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
        key("f3", "app.home", "home", show=True),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay out what is kept and what can be done with it."""
        yield Prose(id="standing")
        yield ChoiceList(id="ways")

    def paint(self) -> None:
        """Write what is kept, where, and the choices."""
        where = shown_path(self.desk, self.desk.workspace.path)
        self.query_one("#standing", Prose).show(self.t("file.standing", path=where))
        ways = self.query_one(ChoiceList)
        rows = [Row(self.t(f"file.way.{way}"), f" {number} ", key=way) for number, way in enumerate(WAYS, 1)]
        ways.show(rows, highlighted=ways.highlighted)
        ways.focus()

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("file.title"))

    def action_digit(self, digit: int) -> None:
        """Choose by number."""
        if 1 <= digit <= len(WAYS):
            self._choose(WAYS[digit - 1])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Choose the highlighted row."""
        self._choose(event.row.key)

    def _choose(self, way: str) -> None:
        if way == "rename":
            box = AskBox(self.desk, "file.rename", self.desk.stored_name)
            self.app.push_screen(box, self._rename)
        elif way == "export":
            self._export()
        elif way == "delete":
            self.app.push_screen(ConfirmBox(self.desk, "file.delete", name=self.desk.name), self._delete)

    def _rename(self, name: str | None) -> None:
        """Give the organisation its new name; an empty line takes the name away."""
        if name is None:
            return
        try:
            self.desk.rename(name.strip() or None)
        except BadInput as problem:
            self.tell(told(self.desk, problem))
        else:
            self.repaint()

    def _export(self) -> None:
        """Write the dossier among the documents and say where, or let the browser take it."""
        try:
            path, content = self.desk.exported()
            hand_over(self.app, path, content)
        except BadInput as problem:
            self.tell(told(self.desk, problem))
        else:
            key = "handed.downloaded" if self.app.is_web else "file.exported"
            where = shown_path(self.desk, path)
            self.notify(self.t(key, path=where, name=download_name(path.name)), timeout=15, markup=False)

    def _delete(self, is_sure: bool | None) -> None:
        """Erase the organisation for good."""
        if is_sure:
            self.desk.delete()
            self.go("home")
