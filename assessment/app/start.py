"""Where the app opens."""

from dataclasses import dataclass

RESUME_VARIABLE = "JALON_RESUME"
"""Names, in the environment of an app in a browser, the file of the place its tab was at."""


@dataclass(frozen=True, slots=True)
class Start:
    """The first page of the app; with nothing said, the first screen."""

    organisation_id: str | None = None
    """Organisation whose questions open at once."""
    step: str | None = None
    """Question to go straight to, by number or id; None resumes where it was left."""
    page: str | None = None
    """Page to open once the questions are read; None is the questions of that organisation."""
    example: bool = False
    """Whether the finished example is what the page shows."""
    is_presenting: bool = False
    """Whether the screen is projected: nothing private may show, not even for the time of a key."""
    demo: bool = False
    """Whether the workspace is a throw-away one that holds the fictional examples."""
