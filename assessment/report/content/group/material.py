"""What every page about a group is made from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assessment.europe_words import EuropeWords
from assessment.group_disclosure import ShownRow, threshold
from assessment.groups import Match, folded
from assessment.names import Names
from assessment.report.characters import clean
from assessment.report.content.material import excerpt
from assessment.report.document import Column
from assessment.room import Room
from assessment.texts import Texts

LONGEST_NAME = 40
"""Characters of a name in a cell."""
MOST_NAMES = 6
"""Names listed in a cell; the others are counted."""

NAME_SHARE = 0.3
"""Part of a table's width the names of its rows take."""
_LEAST = 3
"""Letters a column of numbers has room for at least."""


def number_columns(titles: Sequence[str]) -> tuple[Column, ...]:
    """Return columns of numbers, each wide enough for the longest word of its title."""
    wanted = [_LEAST + max(len(word) for word in title.split()) for title in titles]
    return tuple(
        Column(title, (1 - NAME_SHARE) * width / sum(wanted))
        for title, width in zip(titles, wanted, strict=True)
    )


@dataclass(frozen=True)
class GroupMaterial:
    """A group, the words for it, and the day printed."""

    room: Room
    names: Names
    europe: EuropeWords
    t: Texts
    printed_on: date

    @property
    def lang(self) -> str:
        """Language of the pages."""
        return self.names.lang

    @property
    def size(self) -> str:
        """« 12 structures »."""
        return self.t.count("size", self.room.group.organisations)

    @property
    def benchmark_n(self) -> int:
        """Respondents of the study."""
        return self.europe.n

    @property
    def least(self) -> int:
        """Base under which nothing is counted."""
        return threshold(is_public=self.room.shown.is_public)

    def row(self, item: str) -> ShownRow:
        """Return what may be read of an item."""
        return self.room.shown.items[item]

    @cached_property
    def readable(self) -> tuple[str, ...]:
        """Items with enough answers, in questionnaire order."""
        return tuple(item for item in self.room.group.items if not self.row(item).is_hidden)

    @cached_property
    def few(self) -> tuple[str, ...]:
        """Items with too few answers to be counted."""
        return tuple(item for item in self.room.group.items if self.row(item).is_hidden)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Items nobody uses or needs, among those that may be read whole."""
        return tuple(
            item for item in folded(self.room.group) if item in self.readable and self.is_known(item)
        )

    def nothing(self, key: str) -> str:
        """Say that there is nothing of a kind, or only that nothing of it can be told."""
        if self.room.shown.is_public:
            return self.t("nothing_public")
        return self.t("nothing_told") if self.few else self.t(key)

    def is_known(self, item: str) -> bool:
        """Say whether uses and needs of an item may both be read."""
        return {"use", "need"} <= set(self.row(item).cells)

    def matches(self, kind: str) -> tuple[Match, ...]:
        """Return what the group can do in one of the three ways, among what may be read."""
        return tuple(match for match in self.room.shown.matches if match.kind == kind)

    def cell(self, item: str, state: str) -> str:
        """Return « 7 sur 12 », or the sign for what may not be read."""
        row = self.row(item)
        if state not in row.cells:
            return self.t("hidden")
        if row.base is None:
            return str(row.cells[state])
        return self.t("of", k=row.cells[state], n=row.base)

    def counted(self, item: str, state: str) -> str:
        """Return a cell with the names of those that agreed to it."""
        names, number = self.who(item, state), self.row(item).cells.get(state, 0)
        if not names:
            return self.cell(item, state)
        return self.t("named", count=self.cell(item, state), names=self.listed(names, number))

    def who(self, item: str, state: str) -> tuple[str, ...]:
        """Return the names that may stand beside a count."""
        return tuple(excerpt(clean(name), LONGEST_NAME) for name in self.room.who(item, state))

    def listed(self, names: Sequence[str], number: int) -> str:
        """Return names on one line, those that are not named being counted."""
        kept = ", ".join(names[:MOST_NAMES])
        left = number - len(names[:MOST_NAMES])
        return self.t.count("names_and", left, names=kept) if left > 0 else kept

    def items(self, items: Iterable[str]) -> str:
        """Return the names of items on one line."""
        return ", ".join(self.names.item(item) for item in items)
