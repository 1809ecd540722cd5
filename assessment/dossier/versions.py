"""What each version of the dossier added: every version holds the keys of those before it.

A released version never changes: a new key is one more line of `SINCE`, and a new version when the last one
has left the house.
"""

from collections.abc import Iterator, Sequence

FIRST = 1
LATEST = 2
"""Newest version read and written."""

SINCE: dict[tuple[str, ...], int] = {
    ("assessments", "votes"): 2,
    ("plan", "progress"): 2,
    ("plan", "support"): 2,
    ("assessments", "consent"): 2,
    ("sessions",): 2,
}
"""Version a key came with, by its place; the keys not named here are those of version 1."""

Place = tuple[str | int, ...]


def version_needed(tree: object) -> int:
    """Return the oldest version that has every key of a dossier."""
    return max((since for _, since in later_keys(tree, FIRST)), default=FIRST)


def later_keys(tree: object, version: int) -> Iterator[tuple[Place, int]]:
    """Yield the place of each key a version does not have yet, with the version it came with."""
    for keys, since in SINCE.items():
        if since > version:
            yield from ((place, since) for place in _places(tree, keys))


def _places(tree: object, keys: Sequence[str], so_far: Place = ()) -> Iterator[Place]:
    """Yield every place in a tree a path of keys leads to, through lists."""
    if not keys:
        yield so_far
    elif isinstance(tree, list):
        for position, part in enumerate(tree):
            yield from _places(part, keys, (*so_far, position))
    elif isinstance(tree, dict) and keys[0] in tree:
        yield from _places(tree[keys[0]], keys[1:], (*so_far, keys[0]))
