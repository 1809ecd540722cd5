"""The background writer: answers are queued in order, committed one by one, and told when they are safe.

The screen never waits for the disk; "enregistré à 14:32" appears only when `on_saved` was called.
"""

import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from assessment.errors import BadInput
from assessment.workspace import ChangedElsewhere, Workspace
from assessment.workspace.answers_kept import check_field
from assessment.workspace.workspace import writer_window
from questionnaire.answers import Value

_HOPELESS = ("workspace.gone", "name.", "text.")
"""Problems no second try can solve: the change is told and let go."""


@dataclass(frozen=True, slots=True)
class Change:
    """One answer on its way to the disk."""

    assessment_id: str
    field: str
    value: Value
    expected: Value
    """What the field held before, as far as this window knows."""
    position: str | None = None
    progress: tuple[int, int] | None = None


Problem = BadInput | ChangedElsewhere
Told = TypeVar("Told")


class Writer:
    """One thread with its own connection; a change leaves the queue only once it is committed or refused."""

    def __init__(
        self,
        path: Path,
        on_saved: Callable[[Change, datetime], object],
        on_problem: Callable[[Change, Problem], object],
    ) -> None:
        """Start the thread; both callbacks are called in it, in the order of the changes.

        After a problem of the disk the change stays first in the queue: it is tried again by `retry`,
        by the next `record` and by `flush`. After ChangedElsewhere it is let go.
        """
        self._path = path
        self._on_saved = on_saved
        self._on_problem = on_problem
        self._queue: deque[Change] = deque()
        self._awake = threading.Condition()
        self._is_stuck = False
        self._is_closing = False
        self._thread = threading.Thread(target=self._run, name="jalon-writer", daemon=True)
        self._thread.start()

    def record(
        self,
        assessment_id: str,
        field: str,
        value: Value,
        *,
        expected: Value,
        position: str | None = None,
        progress: tuple[int, int] | None = None,
    ) -> None:
        """Queue one change and return at once."""
        check_field(field)
        with self._awake:
            if self._is_closing:
                raise RuntimeError("the writer is closed")
            self._queue.append(Change(assessment_id, field, value, expected, position, progress))
            self._is_stuck = False
            self._awake.notify_all()

    @property
    def unsaved(self) -> tuple[Change, ...]:
        """Return the changes that are not committed yet, in order."""
        with self._awake:
            return tuple(self._queue)

    def retry(self) -> None:
        """Try again what the disk refused."""
        with self._awake:
            self._is_stuck = False
            self._awake.notify_all()

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until everything queued is committed; False when the disk refuses or time is over."""
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._awake:
            self._is_stuck = self._is_closing
            self._awake.notify_all()
            while self._queue and not self._is_stuck:
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                self._awake.wait(left)
            return not self._queue

    def close(self) -> tuple[Change, ...]:
        """Commit what can be, stop the thread and return what could not be saved (nothing, normally)."""
        self.flush()
        with self._awake:
            self._is_closing = True
            self._awake.notify_all()
        self._thread.join()
        return self.unsaved

    def _run(self) -> None:
        workspace: Workspace | None = None
        while (change := self._next()) is not None:
            try:
                workspace = workspace or Workspace(self._path, window=writer_window())
                at = workspace.record(
                    change.assessment_id,
                    change.field,
                    change.value,
                    expected=change.expected,
                    position=change.position,
                    progress=change.progress,
                )
            except (BadInput, ChangedElsewhere) as problem:
                self._tell_problem(change, problem)
            else:
                self._call(self._on_saved, change, at)
                self._leave_queue(change)
        if workspace is not None:
            with suppress(BadInput):  # everything acknowledged is committed already
                workspace.close()

    def _next(self) -> Change | None:
        """Wait for a change to commit; None when the writer closes."""
        with self._awake:
            while not self._is_closing and (self._is_stuck or not self._queue):
                self._awake.wait()
            return None if self._is_closing else self._queue[0]

    def _tell_problem(self, change: Change, problem: Problem) -> None:
        self._call(self._on_problem, change, problem)
        if isinstance(problem, ChangedElsewhere) or problem.code.startswith(_HOPELESS):
            self._leave_queue(change)
            return
        with self._awake:
            self._is_stuck = True
            self._awake.notify_all()

    def _call(self, callback: Callable[[Change, Told], object], change: Change, told: Told) -> None:
        """Call back; a mistake in there is reported as any thread's, and the next answers are still saved."""
        try:
            callback(change, told)
        except Exception:
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self._thread)))

    def _leave_queue(self, change: Change) -> None:
        with self._awake:
            if self._queue and self._queue[0] is change:
                self._queue.popleft()
            self._awake.notify_all()
