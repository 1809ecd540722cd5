"""Help on every page and box, and the glossary."""

import pytest
from textual.widgets import Input

from assessment.app.box import Box
from assessment.app.glossary import found, glossary
from assessment.app.help_screen import HelpScreen
from assessment.app.help_words import PARTS
from assessment.app.rooms import page_classes
from assessment.texts import texts
from benchmarks.loading import standard_benchmark
from questionnaire.languages import language_codes
from questionnaire.loading import standard_questionnaire
from tests.app.conftest import Open

PLACES_OF_THEIR_OWN = ("welcome", "home")


@pytest.mark.parametrize("lang", language_codes())
def test_the_glossary_explains_every_item_and_is_in_order(lang: str) -> None:
    questionnaire = standard_questionnaire()
    terms = glossary(questionnaire, standard_benchmark(), lang)
    names = [term.name for term in terms]
    assert {item.short[lang] for item in questionnaire.items()} <= set(names)
    assert all(term.text and "{" not in term.text for term in terms)
    assert len(names) == len(set(names))


def test_a_word_is_found_without_accents_or_capitals_its_name_first() -> None:
    terms = glossary(standard_questionnaire(), standard_benchmark(), "fr")
    assert found(terms, "  HEBERG")[0].name == "Hébergeur"
    assert {"q08"} == {term.number for term in found(terms, "q08")}
    assert found(terms, "xyzzy") == []
    assert found(terms, "") == list(terms)


def test_every_page_has_a_help_text_in_every_language() -> None:
    for lang in language_codes():
        for place in page_classes():
            assert f"help.page.{place}" in texts("app", lang), place


@pytest.mark.parametrize("place", list(page_classes()))
async def test_f1_explains_every_page_and_goes_back_to_it(opened: Open, place: str) -> None:
    async with opened() as driver:
        if place not in PLACES_OF_THEIR_OWN:
            driver.app.desk.start_new(short=False)
        driver.app.desk.advise(True)
        await driver.go(place)
        page = driver.app.screen
        await driver.press("f1")
        driver.page(HelpScreen)
        assert texts("app", "fr")(f"help.page.{place}") in driver.prose
        await driver.press("f1")
        assert driver.app.screen is page


async def test_the_parts_of_the_help_turn_with_digits_and_arrows(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("f1")
        screen = driver.page(HelpScreen)
        for number, part in enumerate(PARTS, start=1):
            await driver.press(str(number))
            assert part == screen.part
        await driver.press("right", "left", "left")
        assert screen.part == "data"
        assert str(driver.app.workspace.path.absolute()) in driver.prose
        await driver.press("f2")
        assert "Nothing" in driver.prose or "Your answers stay" in driver.prose


async def test_a_word_is_looked_up_and_escape_leaves_the_search_first(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("f1", "slash", *"opco")
        assert "OPCO" in driver.prose and "Hébergeur" not in driver.prose
        await driver.press("escape")
        assert driver.page(HelpScreen).query_one(Input).value == ""
        assert "Hébergeur" in driver.prose
        await driver.press("escape")
        assert not isinstance(driver.app.screen, HelpScreen)


async def test_f1_works_above_a_box_too(opened: Open) -> None:
    async with opened() as driver:
        driver.app.desk.start_new(short=False)
        await driver.go("question", "q03")
        await driver.press("c", "f1")
        driver.page(HelpScreen)
        await driver.press("escape")
        assert isinstance(driver.app.screen, Box)
