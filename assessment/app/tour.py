"""The stops of the two-minute tour: which page of the finished example each one is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """One card of the tour."""

    words: str
    """`tour.stop.<words>` is what the card says."""
    place: str
    """Page shown under the card."""
    argument: str | None = None
    """Question the page opens at."""


STOPS = (
    Stop("question", "question", "q03"),
    Stop("unknown", "question", "q08"),
    Stop("review", "review"),
    Stop("results", "results"),
    Stop("priorities", "priorities"),
    Stop("plan", "plan"),
    Stop("document", "pdf"),
)
"""From the first question to the document."""
