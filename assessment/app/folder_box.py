"""A folder of dossiers taken in: how far it is, then what became of each file."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.keys import key
from assessment.app.prose import Prose
from assessment.app.received_folder import FolderWork, take_folder_in
from assessment.errors import BadInput


class FolderBox(Box[bool]):
    """Escape stops after the file at hand; once over, Enter goes on to the dossiers that contradict."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "go_on", "folder_on", show=True),
        key("down", "scroll(3)", "scroll", show=True),
        key("up", "scroll(-3)", "scroll_up"),
        key("pagedown,space", "scroll(15)", "scroll_page"),
        key("pageup", "scroll(-15)", "scroll_page_up"),
    ]

    def __init__(self, desk: Desk, files: Sequence[Path]) -> None:
        super().__init__(desk)
        self._work = FolderWork(files)
        self._problem: BadInput | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out what is said."""
        yield Prose(id="said")

    def on_mount(self) -> None:
        """Begin, in the background."""
        self.repaint()
        questionnaire = self.desk.questionnaire
        if questionnaire is None:
            raise RuntimeError("the questionnaire is not read yet")
        app, work, path = self.app, self._work, self.desk.workspace.path

        def run() -> None:
            try:
                for _ in take_folder_in(work, path, questionnaire):
                    app.call_later(self._paint_progress)
            except BadInput as problem:
                self._problem = problem
            work.is_over = True
            app.call_later(self._end)

        app.run_worker(run, thread=True)

    def on_unmount(self) -> None:
        """Stop when the app is left meanwhile; the files taken in stay."""
        self._work.stop.set()

    def _paint_progress(self) -> None:
        if self.is_mounted and not self._work.is_over:
            self.paint()

    def _end(self) -> None:
        """Show what became of the files; the dossiers that contradict wait."""
        if self.is_mounted:
            self.desk.waiting = tuple(self._work.contradicting)
            self.refresh_bindings()
            self.repaint()

    def paint(self) -> None:
        """Write how far it is, or the result."""
        work = self._work
        if work.is_over:
            said = self._result()
        else:
            total = len(work.files)
            said = Content(self.t("folder.progress", bar=work.bar, done=work.done, total=total))
        self.query_one("#said", Prose).show(said)

    def _result(self) -> Content:
        """Return how many files there are of each sort, with their names."""
        work, t = self._work, self.t
        names = {
            "added": work.added,
            "contradicting": [one.file for one in work.contradicting],
            "refused": [problem.text(self.desk.lang) for problem in work.refused],
            "unchanged": work.unchanged,
        }
        parts: list[str | tuple[str, str]] = []
        if self._problem:
            parts.append((f"{self._problem.text(self.desk.lang)}\n\n", "bold"))
        if work.done < len(work.files):
            parts.append((f"{t('folder.stopped', done=work.done, total=len(work.files))}\n\n", "bold"))
        for sort, found in names.items():
            if found:
                parts.append((f"{t.count(f'folder.{sort}', len(found))}\n", "bold"))
                parts += [f"  {name}\n" for name in found]
        parts.append(f"\n{t('folder.decide' if work.contradicting else 'folder.close')}")
        return Content.assemble(*parts)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go on once it is over."""
        return action != "go_on" or self._work.is_over

    def action_scroll(self, lines: int) -> None:
        """Read further down or up."""
        self.query_one(".box", VerticalScroll).scroll_relative(y=lines, animate=False, immediate=True)

    def action_go_on(self) -> None:
        """Go on with the dossiers that contradict, or close."""
        self.dismiss(bool(self._work.contradicting))

    def action_cancel(self) -> None:
        """Stop after the file at hand; once over, close."""
        if self._work.is_over:
            self.dismiss(False)
        else:
            self._work.stop.set()
