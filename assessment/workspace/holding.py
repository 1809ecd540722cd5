"""Tells a second window that the workspace is open already: a lock beside the file, freed even by a crash."""

from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Hold:
    """A window's hold on the workspace; false when another window has it."""

    def __init__(self, lock: "BaseFileLock | None" = None, *, is_held: bool = False) -> None:
        self._lock = lock
        self._is_held = is_held

    @classmethod
    def of(cls, workspace: Path) -> "Hold":
        """Try to hold a workspace, without waiting."""
        from filelock import FileLock, Timeout

        lock = FileLock(f"{workspace.absolute()}-lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return cls()
        except (OSError, NotImplementedError):
            return cls(is_held=True)  # a disk without locks cannot tell; the answers are safe all the same
        return cls(lock, is_held=True)

    def release(self) -> None:
        """Let the workspace go; doing it twice is no mistake."""
        if self._lock is not None:
            self._lock.release()
        self._lock, self._is_held = None, False

    def __bool__(self) -> bool:
        return self._is_held

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.release()
