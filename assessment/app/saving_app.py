"""What reaches the disk: answers handed to the writer, what it says of them, leaving without losing any."""

from collections import deque
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.page import Page
from assessment.app.presenting import told
from assessment.app.quit_box import QuitBox
from assessment.app.toasts import ToastApp
from assessment.errors import BadInput
from assessment.workspace import Workspace
from assessment.writer import Change as Written
from assessment.writer import Problem, Writer

if TYPE_CHECKING:
    from assessment.asking.session import Change

LEAVING_MAY_TAKE = 2.0
"""Seconds the last answers may take to reach the disk before one is asked whether to leave without them."""


class SavingApp(ToastApp):
    """An app whose answers are written in the background."""

    class Saved(Message):
        """An answer reached the disk."""

        def __init__(self, change: Written, moment: datetime) -> None:
            self.change, self.moment = change, moment
            super().__init__()

    class Refused(Message):
        """An answer did not reach the disk."""

        def __init__(self, change: Written, problem: Problem) -> None:
            self.change, self.problem = change, problem
            super().__init__()

    def __init__(self, workspace_path: Path, lang: str) -> None:
        super().__init__()
        self.workspace = Workspace(workspace_path)
        self.writer = Writer(
            workspace_path,
            lambda change, moment: self.post_message(self.Saved(change, moment)),
            lambda change, problem: self.post_message(self.Refused(change, problem)),
        )
        self.desk = Desk(self.workspace, lang, self._queue, self._unsaved)
        self._answers: deque[tuple[str, Change]] = deque()
        self._recovers = False
        """Whether answers the disk refused are being saved at last."""

    def close(self) -> None:
        """Commit what is still queued and let the workspace go; BadInput when the disk still refuses."""
        self._hand_over()
        unsaved = self.writer.close()
        self.workspace.close()
        if unsaved and self.desk.problem:
            raise self.desk.problem

    def _queue(self, assessment_id: str, change: "Change") -> None:
        """Queue an answer; the writer's thread gets it once the next question is painted, not meanwhile."""
        self._answers.append((assessment_id, change))
        self.call_after_refresh(self._hand_over)

    def _hand_over(self) -> None:
        """Give the writer the answers queued, in order."""
        while self._answers:
            assessment_id, change = self._answers.popleft()
            self.writer.record(
                assessment_id,
                change.field,
                change.after,
                expected=change.before,
                position=change.position,
                progress=change.progress,
            )

    def _unsaved(self, assessment_id: str) -> list[Written]:
        """Return the answers of an assessment that are not on the disk, in order."""
        self._hand_over()
        return [change for change in self.writer.unsaved if change.assessment_id == assessment_id]

    def on_saving_app_saved(self, event: Saved) -> None:
        """Say « enregistré » once the answer is on the disk; after a problem, show the pages as they are."""
        if self.desk.problem:
            self._recovers = True
            self.clear_notifications()
        self.desk.note_saved(event.change.assessment_id, event.moment)
        if not self._recovers:
            self._refresh_heading()
            return
        for page in self._pages():
            page.repaint()
        self._recovers = self.desk.is_open and self.desk.session.pending > 0

    def action_retry(self) -> None:
        """Try again to write what the disk refused."""
        self.writer.retry()

    async def action_quit(self) -> None:
        """Leave; ask first when a text not kept or answers the disk refuses would be lost."""
        if isinstance(self.screen, QuitBox) or not self.may_leave():
            return
        self._hand_over()
        if self.writer.flush(LEAVING_MAY_TAKE):
            self.exit()
        else:
            self.push_screen(QuitBox(self.desk, len(self.writer.unsaved)), self._quit)

    def may_leave(self) -> bool:
        """Say whether all that is shown may be left; warn once when a text not kept would be lost."""
        boxes = [screen for screen in self.screen_stack if isinstance(screen, Box) and screen.is_mounted]
        return all(box.may_leave("quit.text") for box in boxes) and all(
            page.may_leave() for page in self._pages()
        )

    def _quit(self, is_sure: bool | None) -> None:
        """Leave without the answers, or stay and try to save them."""
        if is_sure:
            self.exit()
        else:
            self.writer.retry()

    def tell(self, problem: BadInput) -> None:
        """Show what cannot be done, in one sentence."""
        self.notify(told(self.desk, problem), severity="warning", timeout=10, markup=False)

    def _pages(self) -> list[Page]:
        """Return the pages in sight or under the one in sight; one still being laid out paints itself."""
        return [screen for screen in self.screen_stack if isinstance(screen, Page) and screen.is_mounted]

    def _refresh_heading(self) -> None:
        for page in self._pages():
            page.refresh_heading()
