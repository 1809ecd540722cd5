"""Choosing priorities: three proposed, six at most, in one's own order, and every step can be taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.app.choice_list import ChoiceList, Row
from assessment.app.choosing import KEPT, Choosing, group_of
from assessment.app.explained_list import ExplainedList
from assessment.app.prose import Prose
from assessment.demo import fill
from assessment.recommendation import Recommendation, default_order
from questionnaire.answers import AnswerSheet

Open = Callable[..., Any]
NEEDS = ("platform_participation", "platform_crowd", "tech_ai", "tech_iot", "tech_cad", "tech_cloud_bigdata")


async def opened_with(driver: Any, *needs: str, basics: tuple[str, ...] = ("b01", "b05")) -> None:  # noqa: ANN401
    """Open the page on an organisation with these needs."""
    await driver.go("start")
    fields = {f"answers.{item}": "need" for item in needs}
    fields |= {f"complement.basics.{basic}": "improve" for basic in basics}
    for field, value in fields.items():
        driver.app.desk.session.note(field, value)
    await driver.go("priorities")


def rows(driver: Any) -> tuple[Row, ...]:  # noqa: ANN401
    found: tuple[Row, ...] = driver.app.screen.query_one(ChoiceList).rows
    return found


def kept(driver: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(row.key for row in rows(driver) if "[✓]" in row.mark)


def state(driver: Any) -> str:  # noqa: ANN401
    return str(driver.app.screen.heading().state)


def detail(driver: Any) -> str:  # noqa: ANN401
    return str(driver.app.screen.query_one("#text", Prose).text.plain)


def test_the_default_order_is_that_of_the_method() -> None:
    needs = [Recommendation(f"need_{band}", "need", band) for band in ("A", "B", "C", "D")]
    basics = [
        Recommendation("b01", "improve"),
        Recommendation("b04", "improve"),
        Recommendation("b05", "need"),
    ]
    ordered = default_order(needs, basics, ("b01", "b02", "b03"))
    assert [one.item for one in ordered] == ["b01", "need_A", "b05", "need_B", "need_C", "b04", "need_D"]
    assert [group_of(one, ("b01",)) for one in ordered] == [
        "duty",
        "A",
        "basic_need",
        "B",
        "C",
        "basic_improve",
        "D",
    ]


def test_those_not_kept_stand_in_the_default_order_whatever_was_chosen() -> None:
    found = [Recommendation(item, "need", "A") for item in "abcd"]
    choosing = Choosing("abcd", "db")
    assert list(choosing.groups(found, ())) == [("d", KEPT), ("b", KEPT), ("a", "A"), ("c", "A")]


async def test_three_are_proposed_and_how_many_is_always_said(opened: Open) -> None:
    async with opened() as driver:
        await opened_with(driver, *NEEDS)
        assert len(kept(driver)) == 3
        assert state(driver) == "3 proposées, 6 au plus"
        assert rows(driver)[0].words == "Proposées" and not rows(driver)[0].enabled
        await driver.press("4")
        assert state(driver) == "4 gardées, 6 au plus"
        await driver.press("1", "1", "1")
        assert state(driver) == "1 gardée, 6 au plus"
        await driver.press("1")
        assert (state(driver), kept(driver)) == ("aucune gardée", ())
        await driver.press("f2")
        assert state(driver) == "none kept"


async def test_the_seventh_is_refused_and_the_choice_stays(opened: Open) -> None:
    async with opened() as driver:
        await opened_with(driver, *NEEDS)
        await driver.press("4", "5", "6")
        six = kept(driver)
        await driver.press("7")
        assert (len(six), six) == (6, kept(driver))
        assert any("Six" in told.message for told in driver.app._notifications)


async def test_a_choice_is_undone_step_by_step_down_to_what_was_proposed(opened: Open) -> None:
    async with opened() as driver:
        await opened_with(driver, *NEEDS)
        proposed = kept(driver)
        await driver.press("4", "down", "shift+up", "2")
        assert kept(driver) != proposed
        await driver.press("u", "u", "u")
        assert kept(driver) == proposed
        assert driver.app.desk.session.sheet.get("priorities") is None
        await driver.press("u")
        assert any("Rien à annuler" in told.message for told in driver.app._notifications)


async def test_r_goes_back_to_those_proposed_and_that_too_is_undone(opened: Open) -> None:
    async with opened() as driver:
        await opened_with(driver, *NEEDS)
        proposed = kept(driver)
        await driver.press("r")
        assert any("déjà" in told.message for told in driver.app._notifications)
        await driver.press("1", "4")
        chosen = kept(driver)
        await driver.press("r")
        assert kept(driver) == proposed
        await driver.press("u")
        assert kept(driver) == chosen != proposed


@pytest.mark.parametrize("keys", [("d", "m"), ("shift+down", "shift+up"), ("D", "M")])
async def test_a_priority_moves_with_the_highlight_on_it(opened: Open, keys: tuple[str, str]) -> None:
    async with opened() as driver:
        await opened_with(driver, *NEEDS)
        first, second, third = kept(driver)
        await driver.press(keys[0], keys[0])
        assert kept(driver) == (second, third, first)
        assert driver.app.screen.query_one(ExplainedList).row.key == first
        await driver.press(keys[1])
        assert kept(driver) == (second, first, third)


async def test_one_that_is_not_kept_has_no_order_and_that_is_said(opened: Open) -> None:
    async with opened() as driver:
        await opened_with(driver, *NEEDS)
        await driver.press("down", "down", "down", "m")
        assert any("Gardez d’abord" in told.message for told in driver.app._notifications)
        assert driver.app.desk.session.sheet.get("priorities") is None


async def test_the_text_beside_says_all_and_is_read_on_with_the_page_keys(opened: Open) -> None:
    async with opened(size=(60, 20)) as driver:
        await opened_with(driver, *NEEDS)
        for word in ("Pourquoi.", "Premier pas.", "Qui peut aider.", "Temps.", "Argent.", "À surveiller."):
            assert word in detail(driver)
        beside = driver.app.screen.query_one("#detail")
        await driver.press("pagedown")
        assert beside.scroll_offset.y > 0
        await driver.press("pageup")
        assert beside.scroll_offset.y == 0
        before = detail(driver)
        await driver.press("down")
        assert detail(driver) != before


@pytest.mark.parametrize(("width", "is_beside"), [(119, False), (120, True), (200, True)])
async def test_the_text_stands_beside_the_list_where_there_is_room(
    opened: Open, width: int, is_beside: bool
) -> None:
    async with opened(size=(width, 40)) as driver:
        await opened_with(driver, *NEEDS)
        list_, text = (driver.app.screen.query_one(one).region for one in ("#rows", "#detail"))
        assert (text.x >= list_.right) is is_beside
        assert (text.y >= list_.bottom) is not is_beside


async def test_the_first_click_explains_and_the_second_keeps(opened: Open) -> None:
    async with opened(size=(120, 40)) as driver:
        await opened_with(driver, *NEEDS)
        proposed, third = kept(driver), rows(driver)[3].key
        assert third == proposed[2]
        await driver.pilot.click("#rows", offset=(10, 3))
        await driver.pilot.pause()
        assert driver.app.screen.query_one(ExplainedList).row.key == third
        assert kept(driver) == proposed
        await driver.pilot.click("#rows", offset=(10, 3))
        await driver.pilot.pause()
        assert kept(driver) == proposed[:2]


async def test_an_empty_list_has_its_own_words_and_every_key_stands_it(opened: Open) -> None:
    async with opened() as driver:
        await opened_with(driver, basics=())
        assert "pas encore de réponses" in driver.prose and rows(driver) == ()
        await driver.press("1", "space", "enter", "m", "d", "u", "r", "pagedown", "f2")
        driver.app.desk.session.note("answers.tech_ai", "no_need")
        await driver.go("priorities")
        assert "No need in your answers so far" in driver.prose


async def test_the_choice_is_on_the_disk_in_its_order(opened: Open, workspace: Path) -> None:
    fill(workspace)
    async with opened() as driver:
        row = driver.app.workspace.organisations()[0]
        await driver.go("open", row.id)
        await driver.go("priorities")
        await driver.press("d")
        await driver.saved()
        stored: AnswerSheet = driver.app.workspace.sheet(row.assessment_id)
        assert stored.priorities == kept(driver)
