"""What changes everywhere while the screen is projected; light, as the first page reads it."""

NOT_PROJECTED = ("home", "portfolio", "resume", "start", "short", "pdf")
"""Places that show other organisations or where files are kept."""
ESSENTIAL = (
    "skip",
    "back",
    "vote",
    "reveal",
    "take_back",
    "previous_page",
    "next_page",
    "results",
    "leave",
    "pause",
    "close",
    "presentation",
)
"""Keys worth a place on a projected page, by id."""
