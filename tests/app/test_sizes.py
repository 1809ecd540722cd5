"""Every page and box at every size: nothing cut off on a small screen, lines one can read on a large one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.screen import Screen

from assessment.app.choice_list import ChoiceList
from assessment.app.prose import Prose
from assessment.demo import fill
from assessment.workspace import Workspace
from tests.speed.crowd import fill_crowd

Open = Callable[..., Any]
SIZES = ((80, 24), (60, 20), (200, 60))
STOPS: tuple[tuple[str, ...], ...] = (
    ("@home",),
    ("slash", "e", "t"),
    ("escape", "i"),
    ("escape", "!open"),
    ("7",),
    ("escape",),
    ("escape", "8"),
    ("3",),
    ("escape", "5"),
    ("escape", "@organisation", "f7", "9"),
    ("n",),
    ("escape", "@orientation"),
    ("k",),
    ("escape", "@question:q08"),
    ("question_mark",),
    ("escape", "c"),
    ("escape", "@question:q09"),
    ("@review",),
    ("@results",),
    ("@what_if",),
    ("@priorities",),
    ("@plan",),
    ("1",),
    ("escape", "@pdf"),
    ("a",),
    ("escape", "ctrl+p"),
    ("escape", "f1"),
    ("escape", "@workshop"),
    ("L", "e", "space", "1", "4"),
    ("f3", "@home", "down", "space", "o"),
    ("2",),
    ("@welcome",),
    ("t",),
    ("enter",),
    ("enter",),
)
"""Keys that lead through every page and box; @ names a page, ! opens the first organisation."""
LONGEST_LINE = 126
"""Cells of the widest line there may be: the table of organisations."""


@pytest.fixture
def filled(workspace: Path) -> Path:
    """A workspace with the fictional organisations above a crowd of others."""
    fill_crowd(workspace, 60)
    fill(workspace)
    return workspace


async def follow(driver: Any, stop: tuple[str, ...]) -> None:  # noqa: ANN401
    """Press the keys of a stop."""
    for one in stop:
        if one.startswith("@"):
            place, _, argument = one[1:].partition(":")
            await driver.go(place, argument or None)
        elif one == "!open":
            with Workspace(driver.app.workspace.path) as workspace:
                await driver.go("open", workspace.search("", 1).rows[0].id)
        else:
            await driver.press(one)
    for _ in range(3):
        await driver.pilot.pause()


def cut_off(screen: Screen[object]) -> list[str]:
    """Return the texts and lists that stick out of the screen and cannot be scrolled to."""
    out: list[str] = []
    for widget in (*screen.query(Prose), *screen.query(ChoiceList)):
        if not widget.display or not widget.size:
            continue
        scrolls = [
            one for one in widget.ancestors if isinstance(one, VerticalScroll) and one.allow_vertical_scroll
        ]
        fits_across = widget.region.x >= 0 and widget.region.right <= screen.size.width
        fits_down = widget.region.bottom <= screen.size.height
        if not fits_across or not (fits_down or scrolls):
            out.append(f"{widget} {widget.region}")
    return out


def longest_line(screen: Screen[object]) -> int:
    """Return the cells of the longest line of words a person has to read."""
    lines = [line for prose in screen.query(Prose) for line in prose.render().plain.split("\n")]
    lines += [
        line for one in screen.query(ChoiceList) for text in one._contents for line in text.plain.split("\n")
    ]
    return max((len(line) for line in lines), default=0)


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_cut_off_and_lines_stay_readable(
    opened: Open, filled: Path, size: tuple[int, int]
) -> None:
    async with opened(size=size) as driver:
        for stop in STOPS:
            await follow(driver, stop)
            assert cut_off(driver.app.screen) == [], stop
            assert longest_line(driver.app.screen) <= LONGEST_LINE, stop


async def test_every_page_and_box_stands_a_tiny_terminal(opened: Open, filled: Path) -> None:
    async with opened() as driver:
        for stop in STOPS:
            await follow(driver, stop)
            for width, height in ((20, 5), (1, 1), (80, 24)):
                await driver.pilot.resize_terminal(width, height)
                await driver.pilot.pause()
