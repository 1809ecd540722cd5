"""The palette: everything that can be done from a page, by its name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from assessment.app.comment_box import CommentBox
from assessment.app.home_screen import HomeScreen
from assessment.app.key_line import all_bindings
from assessment.app.palette import ANYWHERE, WAITING, WITH_ANSWERS, Command, found
from assessment.app.palette_box import PaletteBox
from assessment.app.plan_screen import PlanScreen
from assessment.app.rooms import page_classes
from assessment.app.themes import theme_name
from assessment.demo import fill
from assessment.texts import texts

Open = Callable[..., Any]


def names(driver: Any) -> list[str]:  # noqa: ANN401
    """Return what the palette on top offers."""
    assert isinstance(driver.app.screen, PaletteBox)
    return [one.name for one in driver.app.screen._found]


def test_letters_are_found_whatever_accents_in_any_order_the_beginning_first() -> None:
    commands = [Command("Aller aux résultats", "", "", "a"), Command("Résultats", "voir tout", "R", "b")]
    assert [one.action for one in found(commands, "RESULTATS")] == ["b", "a"]
    assert [one.action for one in found(commands, "resul aller")] == ["a"]
    assert [one.action for one in found(commands, "tout voir")] == ["b"]
    assert found(commands, "zzz") == []


def test_every_page_can_be_gone_to() -> None:
    assert {*ANYWHERE, *WITH_ANSWERS, *WAITING} == set(page_classes())


async def test_every_key_of_the_page_is_offered_in_the_language_of_the_moment(
    opened: Open, workspace: Path
) -> None:
    fill(workspace)
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.go("question", "q08")
        bindings = list(all_bindings(driver.app.screen))
        await driver.press("ctrl+p")
        for lang in ("fr", "en"):
            t = texts("app", lang)
            offered = names(driver)
            for binding in bindings:
                if binding.id not in ("digit", "palette"):
                    assert t(binding.description) in offered
            assert t("palette.page.plan") in offered and t("theme.name.contrast") in offered
            assert driver.app.screen.focused.placeholder == t("palette.search")
            await driver.press("f2")


async def test_a_page_without_an_organisation_does_not_offer_its_pages(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("ctrl+p")
        assert texts("app", "fr")("palette.page.plan") not in names(driver)
        assert texts("app", "fr")("palette.page.home") in names(driver)


async def test_what_is_typed_is_done(opened: Open, workspace: Path) -> None:
    fill(workspace)
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.press("ctrl+p", *"aller plan", "enter")
        await driver.until(lambda: isinstance(driver.app.screen, PlanScreen))
        await driver.press("ctrl+p", *"contraste eleve", "down", "down", "enter")
        await driver.until(lambda: theme_name(driver.app.theme) == "contrast")
        await driver.go("question", "q08")
        await driver.press("ctrl+p", *"commenter", "enter")
        await driver.until(lambda: isinstance(driver.app.screen, CommentBox))


async def test_nothing_is_done_without_a_choice_and_escape_leaves(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("home")
        await driver.press("ctrl+p", "enter")
        assert names(driver)
        await driver.press(*"zzz", "enter")
        assert names(driver) == []
        await driver.press("escape")
        driver.page(HomeScreen)
