"""What every page has: a banner, a body, a line of keys, and words in the language of the moment."""

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from assessment.app.banner import Banner, Heading
from assessment.app.desk import Desk
from assessment.app.key_line import KeyLine
from assessment.texts import Texts


class Page(Screen[None]):
    """A page; it repaints itself whole when the language changes, and asks the app to go elsewhere."""

    PARENT = "welcome"
    """Place Escape leads to."""

    class Going(Message):
        """The person asked for another page."""

        def __init__(self, place: str, argument: str | None = None) -> None:
            self.place = place
            self.argument = argument
            super().__init__()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    @property
    def t(self) -> Texts:
        """The sentences of the app in the language of the moment."""
        return self.desk.t

    def compose(self) -> ComposeResult:
        """Lay the page out: banner, body, keys."""
        yield Banner()
        yield from self.compose_body()
        yield KeyLine(lambda: self.desk.t)

    def compose_body(self) -> ComposeResult:
        """Lay out what stands between banner and keys."""
        yield from ()

    def on_mount(self) -> None:
        """Put the words in place."""
        self.repaint()

    def repaint(self) -> None:
        """Write every word of the page again, in the language of the moment."""
        self.set_class(self.desk.is_presenting, "-presenting")
        self.refresh_heading()
        self.query_one(KeyLine).refresh()
        self.paint()

    def on_resize(self) -> None:
        """Lay a projected page out again: what is large depends on the room."""
        if self.desk.is_presenting:
            self.repaint()

    def refresh_heading(self) -> None:
        """Write the banner again: what is saved may have changed; a page that is closing has none left."""
        for banner in self.query(Banner):
            banner.heading = self.heading()

    def renew(self) -> None:
        """Show the answers again: another window changed some."""
        self.repaint()

    def heading(self) -> Heading:
        """Return the words of the banner."""
        return self.desk.heading()

    def paint(self) -> None:
        """Write the words of the body."""

    def go(self, place: str, argument: str | None = None) -> None:
        """Ask for another page; what was said about this one is no longer shown there."""
        self.app.clear_notifications()
        self.post_message(self.Going(place, argument))

    def tell(self, sentence: str) -> None:
        """Show a short message; it may hold a name, so it is never read as markup."""
        self.notify(sentence, markup=False)

    def may_leave(self) -> bool:
        """Say whether the page may be left; one that would lose something typed warns once."""
        return True

    def action_leave(self) -> None:
        """Go to the page above."""
        self.go(self.PARENT)
