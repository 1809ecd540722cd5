"""What every box shown above a page has: Escape leaves it, F2 says it in the other language."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from assessment.app.desk import Desk
from assessment.app.key_line import KeyLine
from assessment.app.keys import key
from assessment.texts import Texts

Result = TypeVar("Result")


class Box(ModalScreen[Result], Generic[Result]):
    """A box with a title, a body and its own keys."""

    IS_FOR_ALL: ClassVar[bool] = False
    """Whether a group may see it on a projected screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "cancel", "close", show=True),
        key("f1", "app.help", "help"),
        key("f2", "app.switch_language", "language"),
        key("f4", "app.next_theme", "theme"),
        key("ctrl+q", "app.quit", "quit"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._was_warned = False

    @property
    def t(self) -> Texts:
        """The sentences of the app in the language of the moment."""
        return self.desk.t

    def compose(self) -> ComposeResult:
        """Lay the box out."""
        with VerticalScroll(classes="box", can_focus=False):
            yield from self.compose_body()
        yield KeyLine(lambda: self.desk.t)

    def compose_body(self) -> ComposeResult:
        """Lay out what the box holds."""
        yield from ()

    def on_mount(self) -> None:
        """Put the words in place."""
        self.repaint()

    def repaint(self) -> None:
        """Write every word of the box again, in the language of the moment."""
        self.set_class(self.desk.is_presenting, "-presenting")
        self.query_one(KeyLine).refresh()
        self.paint()

    def paint(self) -> None:
        """Write the words of the body."""

    @property
    def is_changed(self) -> bool:
        """Whether leaving would lose something typed."""
        return False

    def may_leave(self, warning: str = "comment.unsaved") -> bool:
        """Say whether the box may be left; the first time, warn when something would be lost."""
        if not self.is_changed or self._was_warned:
            return True
        self._was_warned = True
        self.notify(self.t(warning), markup=False)
        return False

    def action_cancel(self) -> None:
        """Leave without doing anything."""
        if self.may_leave():
            self.dismiss(None)
