"""Who can help: the page, a network's own programme, the two papers, and filing an action."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.app.orientation_screen import OrientationScreen
from assessment.app.partner_boxes import KitBox, SharedBox
from assessment.demo import fill
from assessment.places import programmes_folder
from tests.assessment.test_orientation import OWN

Open = Callable[..., Any]


@pytest.fixture
def demo(workspace: Path) -> Path:
    """Fill the workspace with the three fictional organisations."""
    fill(workspace)
    return workspace


async def test_the_page_says_why_and_whom_to_check_with(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.press("6")
        driver.page(OrientationScreen)
        prose = driver.prose.replace("\N{NO-BREAK SPACE}", " ")
        assert "Digit’ESS (AG2R LA MONDIALE et Simplon) : " in prose
        assert "À vérifier auprès de : le DLA de votre département." in prose
        assert "plus de douze mois" in prose
        await driver.press("f2")
        assert "To be checked with" in driver.prose
        await driver.press("escape")
        assert not isinstance(driver.app.screen, OrientationScreen)


async def test_a_network_s_programme_and_a_broken_file_are_both_told(opened: Open, demo: Path) -> None:
    folder = programmes_folder(demo)
    folder.mkdir()
    (folder / "coup_de_pouce.toml").write_text(OWN, encoding="utf-8")
    (folder / "faux.toml").write_text("[", encoding="utf-8")
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.go("orientation")
        assert "Coup de pouce" in driver.prose
        assert "laissé de côté" in driver.prose and "faux.toml" in driver.prose
        assert str(folder) in driver.prose


async def test_the_kit_and_the_notes_are_written_and_nothing_is_replaced(
    opened: Open, demo: Path, home: Path
) -> None:
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.go("orientation")
        for key, box, kinds in (("k", KitBox, "133"), ("d", SharedBox, "12")):
            await driver.press(key)
            assert isinstance(driver.app.screen, box)
            for kind in kinds:
                await driver.press(kind)
                await driver.until(lambda: not driver.app.screen._is_making)
                assert str(driver.app.screen._written) in driver.prose.replace("\n", "")
            await driver.press("escape")
        names = sorted(file.name for file in (home / "Documents").iterdir())
        assert [name.partition("-l-")[0] for name in names][:2] == ["elements-pour-le-diagnostic-partage"] * 2
        assert len(names) == 5 and sum(name.startswith("kit-de-cooperation") for name in names) == 3


async def test_an_action_is_filed_and_taken_back(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        row = driver.app.workspace.organisations()[0]
        await driver.go("open", row.id)
        await driver.go("plan")
        before = driver.app.workspace.plan(row.id)
        await driver.press("s", "4")
        filed = [action.support for action in driver.app.workspace.plan(row.id)]
        assert filed.count("engineering_collective") == 1
        assert "Ingénierie collective" in driver.prose
        await driver.press("s", "6")
        assert not any(action.support for action in driver.app.workspace.plan(row.id))
        await driver.press("u", "u")
        assert driver.app.workspace.plan(row.id) == before
