"""The list of organisations: go on with one, start one, open a dossier received."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.ask_box import AskBox
from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.errors import BadInput
from assessment.places import typed_path
from assessment.texts import Texts
from assessment.workspace import OrganisationRow

NAME_WIDTH = 34


class HomeScreen(Page):
    """One row an organisation, the one changed last first."""

    CSS_PATH = "home_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("n", "new", "new", show=True),
        key("i", "receive", "receive", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
        key("ctrl+q", "app.quit", "quit", show=True),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence and the list."""
        with VerticalScroll(can_focus=False):
            yield Prose(id="sentence")
            yield ChoiceList(id="organisations")

    def heading(self) -> Heading:
        """Say where one is."""
        return Heading(self.t("home.title"), f"{self.t('banner.local')} · {self.desk.aside}")

    def paint(self) -> None:
        """Write the list as the workspace holds it."""
        self.rows = self.desk.workspace.organisations()
        sentence = self.t.count("home.count", len(self.rows)) if self.rows else self.t("home.empty")
        self.query_one("#sentence", Prose).show(Content(sentence + "\n"))
        organisations = self.query_one(ChoiceList)
        organisations.show(
            [
                organisation_row(n, row, self.desk.name_of(row.name), self.t)
                for n, row in enumerate(self.rows, 1)
            ]
        )
        organisations.focus()

    def action_digit(self, digit: int) -> None:
        """Open an organisation by its rank."""
        if 1 <= digit <= len(self.rows):
            self.go("open", self.rows[digit - 1].id)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Open the highlighted organisation."""
        self.go("open", event.row.key)

    def action_new(self) -> None:
        """Start with another organisation."""
        self.go("start")

    def action_receive(self) -> None:
        """Ask for the file of a dossier received."""
        self.app.push_screen(AskBox(self.desk, "home.receive"), self._import)

    def _import(self, typed: str | None) -> None:
        """Take a dossier into the workspace and open its organisation."""
        if not typed or not typed.strip():
            return
        try:
            organisation_id = self.desk.receive(typed_path(typed))
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
        else:
            self.go("open", organisation_id)


def organisation_row(number: int, row: OrganisationRow, name: str, t: Texts) -> Row:
    """Return the row of one organisation: name, progress in words, last change."""
    short_name = name if len(name) <= NAME_WIDTH else name[: NAME_WIDTH - 1] + "…"
    progress = (
        t("home.progress", answered=row.answered, asked=row.asked) if row.asked else t("home.not_started")
    )
    changed = t("home.changed", date=row.changed.strftime(t("format.date")), time=f"{row.changed:%H:%M}")
    mark = f" {number} " if number <= 9 else "   "
    return Row(f"{short_name:<{NAME_WIDTH}} {progress}", mark, changed, key=row.id)
