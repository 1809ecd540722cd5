"""Short messages: each said once at a time, and gone with what it was about."""

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.notifications import Notify


class ToastApp(App[None]):
    """An app whose messages do not pile up."""

    def on_notify(self, event: Notify) -> None:
        """Take away a message about to be said again."""
        for shown in tuple(self._notifications):
            if shown.message == event.notification.message:
                self._unnotify(shown)

    def pop_screen(self) -> AwaitComplete:
        """Leave a box or a page; what was said about it goes with it."""
        self.clear_notifications()
        return super().pop_screen()
