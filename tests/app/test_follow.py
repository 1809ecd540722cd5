"""The follow-up of every organisation at once, in adviser mode."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.app.follow_box import FollowBox
from assessment.app.follow_screen import FollowScreen
from assessment.app.home_screen import HomeScreen
from assessment.app.plan_screen import PlanScreen
from assessment.demo import fill
from assessment.dossier import Action
from assessment.workspace import ADVISER, Workspace

Open = Callable[..., Any]


@pytest.fixture
def followed(workspace: Path) -> Path:
    """Return a workspace in adviser mode where one action is late."""
    fill(workspace)
    with Workspace(workspace) as opened:
        opened.keep_setting(ADVISER, "yes")
        first = opened.organisations()[0]
        late = Action(title="Relire les statuts", owner="Awa", due=date(2020, 1, 31))
        opened.keep_plan(first.id, (late,))
    return workspace


async def test_what_is_late_is_shown_and_leads_to_its_plan(opened: Open, followed: Path) -> None:
    async with opened() as driver:
        await driver.go("home")
        await driver.press("s", "3")
        page = driver.page(FollowScreen)
        assert page.found[0].late
        assert "Relire les statuts · Awa" in driver.prose
        await driver.press("enter")
        driver.page(PlanScreen)
        assert driver.app.desk.organisation.id == page.found[0].followed.id
        await driver.press("escape")
        assert driver.page(FollowScreen).chosen == "late"


async def test_filters_and_search_say_when_nothing_is_left(opened: Open, followed: Path) -> None:
    async with opened() as driver:
        await driver.go("follow")
        page = driver.page(FollowScreen)
        everyone = len(page.found)
        await driver.press("6")
        assert page.found == () and driver.app.desk.t("follow.none.archived") in driver.prose
        await driver.press("p")
        assert not isinstance(driver.app.screen, FollowBox)
        await driver.press("1", "slash", "z", "z")
        assert page.found == () and driver.app.desk.t("follow.none.search") in driver.prose
        await driver.press("escape")
        assert len(page.found) == everyone
        await driver.press("escape")
        driver.page(HomeScreen)


async def test_the_committee_s_files_are_written_beside_the_documents(
    opened: Open, followed: Path, home: Path
) -> None:
    async with opened() as driver:
        await driver.go("follow")
        for key, ending in (("1", "pdf"), ("2", "xlsx"), ("3", "txt")):
            await driver.press("p", key)
            await driver.until(lambda ending=ending: bool(list((home / "Documents").glob(f"*.{ending}"))))
            await driver.until(lambda: not driver.app.screen._is_making)
            await driver.press("escape")
    (text,) = (home / "Documents").glob("*.txt")
    assert "En retard\N{NO-BREAK SPACE}: 1" in text.read_text()


async def test_it_is_the_adviser_s_and_never_projected(opened: Open, workspace: Path) -> None:
    fill(workspace)
    async with opened() as driver:
        await driver.go("home")
        await driver.press("s")
        driver.page(HomeScreen)
        await driver.press("f7", "s")
        driver.page(FollowScreen)
        await driver.go("home")
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.press("f6")
        await driver.go("follow")
        assert not isinstance(driver.app.screen, FollowScreen)


async def test_an_empty_workspace_says_what_to_do(opened: Open) -> None:
    async with opened() as driver:
        driver.app.desk.advise(True)
        await driver.go("follow")
        assert driver.app.desk.t("follow.nobody") in driver.prose
