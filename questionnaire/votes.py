"""How the votes of a group are kept in one field: « use:5 », « dont_know:2 », whole or not at all.

One field a question, so that two windows never mix the votes of two sessions.
"""

from collections.abc import Mapping

VOTES = "votes."
"""What the name of the field of a question's votes begins with."""

Spread = Mapping[str, int]
"""How many people gave each answer, by answer code; an answer nobody gave may be left out."""


def as_value(spread: Spread) -> tuple[str, ...] | None:
    """Return a spread as one field holds it, in alphabetical order; None when nobody voted."""
    return tuple(f"{code}:{count}" for code, count in sorted(spread.items()) if count) or None


def as_spread(value: object) -> dict[str, int]:
    """Return the spread a field holds, empty when it holds none."""
    if not isinstance(value, tuple):
        return {}
    return {code: int(count) for code, _, count in (str(vote).rpartition(":") for vote in value)}
