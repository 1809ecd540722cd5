"""What changes everywhere while the screen is projected; light, as the first page reads it."""

NOT_PROJECTED = ("home", "portfolio", "resume", "pdf")
"""Places that show other organisations or where files are kept."""
ESSENTIAL = (
    "vote",
    "reveal",
    "presentation",
    "take_back",
    "results",
    "next_page",
    "previous_page",
    "back",
    "skip",
    "leave",
    "pause",
    "close",
)
"""Keys worth a place on a projected page, by id, the first ones first."""
