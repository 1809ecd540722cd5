"""One vote of a group on one question: votes cast unseen, shown together, then one answer agreed on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from questionnaire.votes import Spread


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a vote leads to."""

    code: str
    """The answer the group agreed on."""
    spread: Spread


class Ballot:
    """The votes of people who take turns at one keyboard; nobody sees them before they are revealed."""

    def __init__(self, codes: Sequence[str]) -> None:
        self._codes = tuple(codes)
        self._cast: list[str] = []
        self.is_revealed = False
        """Whether the votes are shown; from then on a digit chooses the answer agreed on."""

    @property
    def number(self) -> int:
        """How many votes were cast."""
        return len(self._cast)

    @property
    def spread(self) -> Spread:
        """Votes for each answer somebody gave."""
        return Counter(self._cast)

    def digit(self, digit: int) -> Agreed | None:
        """Cast a vote; once revealed, return the answer agreed on. A digit without an answer does nothing."""
        if not 1 <= digit <= len(self._codes):
            return None
        code = self._codes[digit - 1]
        if self.is_revealed:
            return Agreed(code, self.spread)
        self._cast.append(code)
        return None

    def reveal(self) -> bool:
        """Show the votes; False when there are none to show."""
        self.is_revealed = bool(self._cast)
        return self.is_revealed

    def step_back(self) -> None:
        """Hide the votes again so that others can vote, or take back the last one."""
        if self.is_revealed:
            self.is_revealed = False
        elif self._cast:
            self._cast.pop()
