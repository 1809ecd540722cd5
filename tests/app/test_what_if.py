"""« Et si » on screen: what would move, in words, and nothing written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.app.choice_list import ChoiceList
from assessment.app.results_screen import ResultsScreen
from assessment.app.what_if_screen import WhatIfScreen
from assessment.demo import fill
from assessment.workspace import Workspace

Open = Callable[..., Any]


@pytest.fixture
def demo(workspace: Path) -> Path:
    """A workspace with the three fictional organisations."""
    fill(workspace)
    return workspace


async def at_page(driver: Any) -> WhatIfScreen:  # noqa: ANN401
    """Open the page from the results of the first organisation."""
    await driver.go("open", driver.app.workspace.organisations()[0].id)
    await driver.go("results")
    await driver.press("e")
    page: WhatIfScreen = driver.page(WhatIfScreen)
    return page


def marks(page: WhatIfScreen) -> list[str]:
    return [row.mark for row in page.query_one(ChoiceList).rows]


async def test_ticks_move_the_words_and_touch_no_answer(
    opened: Open, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as driver:
        page = await at_page(driver)
        session = driver.app.desk.session
        sheet, diagnosis = session.sheet, driver.app.desk.diagnosis()
        monkeypatch.setattr(Workspace, "record", lambda *_, **__: pytest.fail("written"))
        assert "Simulation" in driver.prose and "tout est comme aujourd’hui" in driver.prose
        item = next(one for one in diagnosis.recommendations if one.item in page.found).item
        await driver.press(str(list(page.found).index(item) + 1))
        assert "Si c’était en place" in driver.prose and "Ne serait plus à faire" in driver.prose
        await driver.press("down", "space", "escape")
        driver.page(ResultsScreen)
        assert session.sheet is sheet and not session.pending
        assert driver.app.desk.diagnosis() is diagnosis


async def test_space_and_enter_tick_and_one_key_unticks_all(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        page = await at_page(driver)
        await driver.press("down", "space", "down", "enter")
        assert [mark for mark in marks(page) if "[x]" in mark] == [" 1 [x]", " 2 [x]"]
        await driver.press("r")
        assert not any("[x]" in mark for mark in marks(page))
        assert "tout est comme aujourd’hui" in driver.prose


async def test_what_moves_is_read_further_down_with_the_arrows(opened: Open, demo: Path) -> None:
    async with opened(size=(80, 24)) as driver:
        page = await at_page(driver)
        await driver.press("1", "2", "3", "4", "right")
        assert page.query_one("#moves").scroll_y > 0
        await driver.press("left")
        assert page.query_one("#moves").scroll_y == 0


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40), (20, 5)])
async def test_the_page_speaks_both_languages_at_every_size(
    opened: Open, demo: Path, size: tuple[int, int]
) -> None:
    async with opened(size=size) as driver:
        page = await at_page(driver)
        await driver.press(*(str(number) for number in range(1, len(page.found) + 1) if number <= 9))
        await driver.press("f2")
        assert "Would no longer be on the list" in driver.prose
        assert "[x]" in marks(page)[0]
