"""The two quieter tones of the app, by theme variable; words and signs never depend on them."""

MUTED = "$foreground-muted"
"""Sources, notes, what is read second."""
FAINT = "$foreground-disabled"
"""Rules and what is still to come."""
