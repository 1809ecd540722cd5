"""Which recommendations are kept as priorities, and in what order; pure."""

from collections.abc import Collection, Iterator, Sequence

from assessment.recommendation import AT_MOST, Recommendation

KEPT = "kept"
"""Group of the priorities; the others are grouped as the default order goes."""


def group_of(one: Recommendation, duties: Collection[str]) -> str:
    """Return the group a recommendation not kept stands in: its band, or what the basic is."""
    if one.band:
        return one.band
    return "duty" if one.item in duties else f"basic_{one.answer}"


class Choosing:
    """The priorities kept so far among everything that is recommended."""

    def __init__(self, recommended: Sequence[str], kept: Sequence[str]) -> None:
        self._recommended = tuple(recommended)
        self._kept = [item for item in kept if item in self._recommended]

    @property
    def kept(self) -> tuple[str, ...]:
        """Priorities in their order."""
        return tuple(self._kept)

    @property
    def order(self) -> tuple[str, ...]:
        """Every recommendation: the priorities first, the others as they come."""
        return (*self._kept, *(item for item in self._recommended if item not in self._kept))

    def rank(self, item: str) -> int | None:
        """Return the rank of a priority, from 1; None for the others."""
        return self._kept.index(item) + 1 if item in self._kept else None

    def toggle(self, item: str) -> bool:
        """Keep a recommendation, or leave it to the annex; False when six are kept already."""
        if item in self._kept:
            self._kept.remove(item)
        elif len(self._kept) < AT_MOST:
            self._kept.append(item)
        else:
            return False
        return True

    def move(self, item: str, by: int) -> bool:
        """Move a priority up (-1) or down (1); False when it cannot go further."""
        rank = self.rank(item)
        if rank is None or not 1 <= rank + by <= len(self._kept):
            return False
        self._kept.insert(rank - 1 + by, self._kept.pop(rank - 1))
        return True

    def groups(self, found: Sequence[Recommendation], duties: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield every recommendation with its group, in order."""
        by_item = {one.item: one for one in found}
        for item in self.order:
            yield item, KEPT if item in self._kept else group_of(by_item[item], duties)
