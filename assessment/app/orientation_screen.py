"""Who can help: support programmes beside the answers, and the papers to take to a partner or a DLA."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from assessment.app.banner import Heading
from assessment.app.keys import key
from assessment.app.orientation_text import orientation_text
from assessment.app.partner_boxes import KitBox, SharedBox
from assessment.app.presenting import shown_path
from assessment.app.prose import Prose
from assessment.app.reading_page import ReadingPage
from assessment.network_programmes import programmes_beside
from assessment.orientation_words import OrientationWords
from assessment.places import programmes_folder


class OrientationScreen(ReadingPage):
    """Every programme with what the answers tell of its conditions; never a promise."""

    CSS_PATH = "orientation_screen.tcss"
    PARENT = "organisation"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("down", "scroll(1)", "scroll", show=True),
        key("up", "scroll(-1)", "scroll_up"),
        key("pagedown,space", "scroll_page(1)", "scroll_page"),
        key("pageup", "scroll_page(-1)", "scroll_page_up"),
        key("k", "kit", "kit", show=True),
        key("d", "shared", "shared", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(id="page", can_focus=False):
            yield Prose(id="text")

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("orientation.title"))

    def paint(self) -> None:
        """Write the programmes, and where a network adds its own."""
        workspace = self.desk.workspace.path
        words = OrientationWords(self.desk.lang, date.today())
        said = [words.said(fit) for fit in self.desk.diagnosis().orientation]
        folder = shown_path(self.desk, programmes_folder(workspace.absolute()))
        problems = programmes_beside(workspace)[1]
        text = orientation_text(said, words.t, self.t, folder=str(folder), problems=problems)
        self.query_one("#text", Prose).show(text)

    def action_kit(self) -> None:
        """Make the cooperation kit."""
        self.app.push_screen(KitBox(self.desk))

    def action_shared(self) -> None:
        """Make the notes for the DLA's shared diagnosis."""
        self.app.push_screen(SharedBox(self.desk))
