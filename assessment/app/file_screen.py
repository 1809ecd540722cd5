"""What is kept about one organisation: its name, the files that carry it, setting it aside, the end of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from assessment.app.ask_box import AskBox
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.confirm_box import ConfirmBox
from assessment.app.erase_box import Choice, EraseBox
from assessment.app.handing import download_name, hand_over
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.presenting import shown_path, told
from assessment.app.prose import Prose
from assessment.day_words import long_date
from assessment.errors import BadInput

WAYS = ("rename", "export", "access", "archive", "delete")
"""Choices by number."""


class FileScreen(Page):
    """Rename an organisation, save it to a file, hand over all that is kept, set it aside or erase it."""

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
        standing = self.t("file.standing", path=where)
        day = self.desk.organisation.archived if self.desk.organisation else None
        aside = f"{self.t('file.archived_since', day=long_date(day, self.desk.lang))}\n" if day else ""
        self.query_one("#standing", Prose).show(f"{standing}{aside}")
        ways = self.query_one(ChoiceList)
        ways.show(
            [self._row(number, way) for number, way in enumerate(WAYS, 1)], highlighted=ways.highlighted
        )
        ways.focus()

    @property
    def _is_archived(self) -> bool:
        return self.desk.organisation is not None and self.desk.organisation.archived is not None

    def _row(self, number: int, way: str) -> Row:
        """Return a choice; private notes do not leave in front of a group."""
        name = "unarchive" if way == "archive" and self._is_archived else way
        is_offered = way != "access" or not self.desk.is_presenting
        return Row(self.t(f"file.way.{name}"), f" {number} ", key=way, enabled=is_offered)

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
        ways: dict[str, Callable[[], object]] = {
            "rename": self._ask_name,
            "export": lambda: self._hand_over(self.desk.exported, "file.exported"),
            "access": self._ask_access,
            "archive": self._archive,
            "delete": self._ask_delete,
        }
        ways[way]()

    def _ask_name(self) -> None:
        self.app.push_screen(AskBox(self.desk, "file.rename", self.desk.stored_name), self._rename)

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

    def _hand_over(self, make: Callable[[], tuple[Path, bytes]], said: str) -> None:
        """Write a file among the documents and say where, or let the browser take it."""
        try:
            path, content = make()
            hand_over(self.app, path, content)
        except BadInput as problem:
            self.tell(told(self.desk, problem))
        else:
            key = "handed.downloaded" if self.app.is_web else said
            where = shown_path(self.desk, path)
            self.notify(self.t(key, path=where, name=download_name(path.name)), timeout=15, markup=False)

    # --- all that is kept -----------------------------------------------------------------------

    def _ask_access(self) -> None:
        """Ask before private notes leave; never in front of a group."""
        if self.desk.is_presenting:
            self.tell(self.t("presenting.not_shown_access"))
        else:
            self.app.push_screen(ConfirmBox(self.desk, "file.access", name=self.desk.name), self._access)

    def _access(self, is_sure: bool | None) -> None:
        """Write all that is kept, private notes included."""
        if is_sure:
            self._hand_over(self.desk.full_copy, "file.access.done")

    # --- setting aside, erasing -----------------------------------------------------------------

    def _archive(self) -> None:
        """Set the organisation aside, or take its follow-up up again."""
        was_archived = self._is_archived
        try:
            self.desk.archive(None if was_archived else date.today())
        except BadInput as problem:
            self.tell(told(self.desk, problem))
        else:
            self.repaint()
            self.tell(self.t("file.followed_again" if was_archived else "file.archived"))

    def _ask_delete(self) -> None:
        organisation = self.desk.organisation
        if organisation is None:
            return
        meetings = self.desk.workspace.meetings(organisation.id)
        box = EraseBox(self.desk, len(self.desk.rounds), len(meetings), len(self.desk.plan()))
        self.app.push_screen(box, self._delete)

    def _delete(self, choice: Choice | None) -> None:
        """Erase the organisation for good, or save everything first."""
        if choice == "access":
            self._ask_access()
        elif choice == "yes":
            self.desk.delete()
            self.go("home")
            self.tell(self.t("help.erased"))
