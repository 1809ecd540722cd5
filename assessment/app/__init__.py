"""The Textual app: one screen or widget a file, its .tcss beside it."""

from pathlib import Path

from assessment.app.start import Start

__all__ = ["Start", "run_app"]


def run_app(workspace_path: Path, lang: str, *, start: Start) -> None:
    """Open the app on a workspace and return when the person leaves it."""
    from assessment.app.jalon import Jalon  # textual: 150 ms that other commands do not pay

    app = Jalon(workspace_path, lang, start=start)
    try:
        app.run()
    finally:
        app.close()
