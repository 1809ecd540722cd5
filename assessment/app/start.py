"""Where the app opens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """The first page of the app; with nothing said, the first screen."""

    organisation_id: str | None = None
    """Organisation whose questions open at once."""
    step: str | None = None
    """Question to go straight to, by number or id; None resumes where it was left."""
    demo: bool = False
    """Whether the workspace is a throw-away one that holds the fictional examples."""
