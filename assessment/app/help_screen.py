"""Help: the keys of the page one comes from, where the data are, and how to erase them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from assessment.app.banner import Heading
from assessment.app.confirm_box import ConfirmBox
from assessment.app.desk import Desk
from assessment.app.key_line import all_bindings, key_words
from assessment.app.keys import key
from assessment.app.page import Page
from assessment.app.prose import Prose
from assessment.errors import BadInput


class HelpScreen(Page):
    """What the keys do here, and where the answers are kept."""

    CSS_PATH = "help_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "leave", "close", show=True),
        key("e", "erase", "erase", show=True),
        key("down", "scroll(1)", "scroll", show=True),
        key("up", "scroll(-1)", "scroll"),
    ]

    def __init__(self, desk: Desk, page: Screen[object]) -> None:
        super().__init__(desk)
        self._keys = list(all_bindings(page))

    def compose_body(self) -> ComposeResult:
        """Lay out the help."""
        with VerticalScroll(id="help", can_focus=False):
            yield Prose(id="text")

    def heading(self) -> Heading:
        """Say where one is."""
        return Heading(self.t("help.title"), f"{self.t('banner.local')} · {self.t('banner.aside')}")

    def paint(self) -> None:
        """Write the help."""
        t = self.t
        keys = [(f"{key_words(binding, t):>14}   {t(binding.tooltip)}\n", "") for binding in self._keys]
        folder = self.desk.shown_path(self.desk.workspace.path.absolute())
        self.query_one("#text", Prose).show(
            Content.assemble(
                (f"{t('help.keys')}\n", "bold"),
                *keys,
                (f"\n{t('help.data')}\n", "bold"),
                f"{t('help.privacy', folder=folder)}\n\n{t('help.copy')}\n",
                (f"\n{t('help.about')}\n", "bold"),
                t("help.method"),
            )
        )

    def action_scroll(self, lines: int) -> None:
        """Read further."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=3 * lines, animate=False)

    def action_leave(self) -> None:
        """Go back to the page."""
        self.app.pop_screen()

    def action_erase(self) -> None:
        """Ask before erasing what is kept on this computer."""
        if self.desk.organisation:
            box = ConfirmBox(self.desk, "help.erase_one", name=self.desk.name)
        else:
            box = ConfirmBox(self.desk, "help.erase_all", n=len(self.desk.workspace.organisations()))
        self.app.push_screen(box, self._erase)

    def _erase(self, is_sure: bool | None) -> None:
        """Erase, then show that nothing is left."""
        if not is_sure:
            return
        try:
            self.desk.erase()
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
            return
        self.go("welcome")
        self.tell(self.t("help.erased"))
