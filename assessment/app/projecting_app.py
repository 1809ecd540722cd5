"""Presentation mode: the screen is projected, and nothing on it concerns one person only."""

from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from assessment.app.box import Box
from assessment.app.keys import key
from assessment.app.modes_app import ModesApp
from assessment.app.presenting import FOR_ADVISERS, NOT_PROJECTED


class ProjectingApp(ModesApp):
    """An app whose screen can be projected."""

    BINDINGS: ClassVar[list[BindingType]] = [key("f6", "presentation", "presentation")]

    def __init__(self, workspace_path: Path, lang: str) -> None:
        super().__init__(workspace_path, lang)
        self._was_told_larger = False
        """Whether it was said that a terminal enlarges its letters by itself."""

    def keeps_out(self, place: str) -> bool:
        """Say whether a page is not for a projected screen, or not for this mode, and tell the person so."""
        t, why = self.desk.t, ""
        if self.desk.is_presenting and place in NOT_PROJECTED:
            own = f"presenting.not_shown_{place}"
            why = t(own if own in t else "presenting.not_shown")
        elif place in FOR_ADVISERS and not self.desk.is_adviser:
            why = t(f"{place}.adviser_only")
        if why:
            self.notify(why, markup=False)
        return bool(why)

    def action_presentation(self) -> None:
        """Project the screen, or stop projecting it; never the pages that show what concerns others."""
        if not self.desk.is_presenting and not self._may_project():
            self.notify(self.desk.t("presenting.open_first"), markup=False)
            return
        self.desk.is_presenting = not self.desk.is_presenting
        self.clear_notifications()
        if self.desk.is_presenting and not self._was_told_larger:
            self._was_told_larger = True
            self.notify(self.desk.t("presenting.larger"), timeout=10, markup=False)
        self._repaint()

    def _may_project(self) -> bool:
        """Say whether nothing on the pages in sight, or under them, concerns others."""
        from assessment.app.rooms import page_classes

        is_group = self.desk.questionnaire is not None and isinstance(self.screen, page_classes()["group"])
        if not (self.desk.is_open or is_group):
            return False

        pages = tuple(page for place, page in page_classes().items() if place in NOT_PROJECTED)
        return not any(
            isinstance(screen, pages) or (isinstance(screen, Box) and not screen.IS_FOR_ALL)
            for screen in self.screen_stack
        )
