"""Each screen at 80 by 24, as it is drawn; a wanted change is taken in with --snapshot-update -n0."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from assessment.app import Start
from assessment.app.jalon import Jalon
from assessment.demo import demo_dossiers
from assessment.workspace import Workspace

Compare = Callable[..., bool]
LONG_AGO = datetime(2020, 1, 15, 12, tzinfo=UTC)
"""Last change of every organisation: far enough for its date never to be said as a number of days."""
SCREENS = {
    "welcome": ("welcome", ()),
    "home": ("home", ()),
    "organisation": ("organisation", ()),
    "question": ("question:tech_ai", ()),
    "five lines": ("question:q09", ()),
    "map": ("question:tech_ai", ("m",)),
    "explanation": ("question:tech_ai", ("question_mark",)),
    "vote": ("question:tech_ai", ("v", "1", "1", "2", "enter")),
    "presentation": ("question:tech_ai", ("f6",)),
    "review": ("review", ()),
    "results": ("results", ()),
    "results of a domain": ("results", ("4",)),
    "what if": ("results", ("e", "1")),
    "priorities": ("priorities", ()),
    "plan": ("plan", ()),
    "document": ("pdf", ()),
    "help": ("question:tech_ai", ("f1", "4")),
    "glossary": ("question:tech_ai", ("f1", "2")),
    "palette": ("results", ("ctrl+p",)),
}
"""Where each screen is, and the keys pressed there."""


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_drawn_as_it_was(
    workspace: Path, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(Input, "cursor_blink", False)
    with Workspace(workspace, now=lambda: LONG_AGO) as opened:
        organisation = opened.import_dossier(demo_dossiers()[2]).organisation_id
    app = Jalon(workspace, "fr", start=Start())
    try:
        assert snap_compare(app, terminal_size=(80, 24), run_before=gone_to(app, organisation, name))
    finally:
        app.close()


def gone_to(app: Jalon, organisation: str, name: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Return what leads to a screen before it is looked at."""
    place, keys = SCREENS[name]

    async def go(pilot: Pilot[None]) -> None:
        while app.desk.questionnaire is None:
            await pilot.pause(0.01)
        await pilot.pause()
        if place not in ("welcome", "home"):
            app.desk.open_by_id(organisation)
            app.desk.papers.choices = replace(app.desk.papers.choices, folder=Path("Documents"))
        page, _, step = place.partition(":")
        app.lead(page, step or None)
        await pilot.pause()
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        app.clear_notifications()
        await settled(app, pilot)

    return go


async def settled(app: Jalon, pilot: Pilot[None]) -> None:
    """Wait until nothing moves on the screen any more."""
    drawn, before = app.export_screenshot(), ""
    while drawn != before:
        await pilot.pause(0.1)
        drawn, before = app.export_screenshot(), drawn
