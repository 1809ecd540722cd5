"""What is ticked on a screen with several answers; pure."""

from collections.abc import Sequence

EXCLUSIVE = "nothing"
"""« Rien de particulier » stands alone."""

Code = str | int


class Ticks:
    """The ticked answers, in the order of the screen, with a limit and answers that stand alone."""

    def __init__(
        self, codes: Sequence[Code], ticked: Sequence[Code] = (), *, at_most: int | None = None
    ) -> None:
        self._codes = tuple(codes)
        self._ticked = {code for code in ticked if code in self._codes}
        self._at_most = at_most

    def __contains__(self, code: object) -> bool:
        return code in self._ticked

    def __len__(self) -> int:
        return len(self._ticked)

    @property
    def codes(self) -> tuple[str, ...] | tuple[int, ...]:
        """Ticked codes in the order of the screen; a screen holds words or numbers, never both."""
        ticked = [code for code in self._codes if code in self._ticked]
        words = tuple(code for code in ticked if isinstance(code, str))
        return words or tuple(code for code in ticked if isinstance(code, int))

    def toggle(self, code: Code) -> bool:
        """Tick or untick one answer; False when the limit is reached."""
        if code in self._ticked:
            self._ticked.discard(code)
            return True
        if code == EXCLUSIVE:
            self._ticked = {EXCLUSIVE}
            return True
        if self._at_most is not None and len(self._ticked - {EXCLUSIVE}) >= self._at_most:
            return False
        self._ticked = (self._ticked - {EXCLUSIVE}) | {code}
        return True
