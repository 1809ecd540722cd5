"""How the person likes the app: its language, its look, and the modes of those who support organisations."""

from pathlib import Path

from assessment.app.box import Box
from assessment.app.page import Page
from assessment.app.saving_app import SavingApp
from assessment.app.themes import chosen, following, theme_id, theme_name, themes

THEME = "theme"
"""Setting that keeps the look."""


class ModesApp(SavingApp):
    """An app that can be said in another language and shown in another look, in place."""

    def __init__(self, workspace_path: Path, lang: str) -> None:
        super().__init__(workspace_path, lang)
        for theme in themes():
            self.register_theme(theme)
        kept = self.workspace.setting(THEME)
        self.set_reactive(ModesApp.theme, theme_id(chosen(kept, has_colours=not self.no_color)))
        # The style sheet took Textual's own colours when it was made: give it ours before it is read.
        self.stylesheet.set_variables(self.get_css_variables())

    def action_switch_language(self) -> None:
        """Say everything in the other language, in place."""
        self.desk.switch_language()
        self._repaint()

    def action_next_theme(self) -> None:
        """Show everything in the following look."""
        self.action_theme(following(theme_name(self.theme)))

    def action_theme(self, name: str) -> None:
        """Show everything in a look, say its name and remember it."""
        self.theme = theme_id(name)
        self.workspace.keep_setting(THEME, name)
        self._say(f"theme.is.{name}")

    def action_adviser(self) -> None:
        """Go into adviser mode or out of it, and say what that means; not in front of a group."""
        if self.desk.is_presenting:
            self._say("presenting.no_adviser")
            return
        self.desk.advise(not self.desk.is_adviser)
        self._repaint()
        self._say(f"mode.adviser.{'on' if self.desk.is_adviser else 'off'}")

    def _say(self, key: str) -> None:
        self.clear_notifications()
        self.notify(self.desk.t(key), markup=False)

    def _repaint(self) -> None:
        """Write every page and box in sight again."""
        for screen in self.screen_stack:
            if isinstance(screen, Page | Box) and screen.is_mounted:
                screen.repaint()
