"""The two-minute tour: from the first question to the document, and nothing left behind."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from assessment.app.home_screen import HomeScreen
from assessment.app.pdf_screen import PdfScreen
from assessment.app.plan_screen import PlanScreen
from assessment.app.priorities_screen import PrioritiesScreen
from assessment.app.prose import Prose
from assessment.app.question_screen import QuestionScreen
from assessment.app.results_screen import ResultsScreen
from assessment.app.review_screen import ReviewScreen
from assessment.app.tour import STOPS
from assessment.app.tour_box import TourBox
from assessment.app.welcome_screen import WelcomeScreen

Open = Callable[..., Any]
PAGES = (
    QuestionScreen,
    QuestionScreen,
    ReviewScreen,
    ResultsScreen,
    PrioritiesScreen,
    PlanScreen,
    PdfScreen,
)


def card(driver: Any) -> str:  # noqa: ANN401
    """Return what the card on top says."""
    assert isinstance(driver.app.screen, TourBox)
    return driver.app.screen.query_one("#card", Prose).text.plain.replace("\N{NO-BREAK SPACE}", " ")


async def at(driver: Any, number: int) -> None:  # noqa: ANN401
    """Wait for a card."""
    place = f"{number} "
    await driver.until(
        lambda: (
            isinstance(driver.app.screen, TourBox)
            and driver.app.screen.query("#card")
            and place in card(driver).split("\n")[0]
        )
    )


async def test_the_tour_goes_from_page_to_page_and_comes_back(opened: Open, workspace: Path) -> None:
    async with opened() as driver:
        await driver.press("t")
        for number, page in enumerate(PAGES, start=1):
            await at(driver, number)
            assert card(driver).startswith(f"Visite · {number} sur {len(STOPS)}")
            assert isinstance(driver.app.screen_stack[-2], page)
            await driver.press("enter" if number % 2 else "right")
        await driver.until(lambda: isinstance(driver.app.screen, WelcomeScreen))
        assert not driver.app.desk.is_open
        assert driver.app.workspace.organisations() == []


async def test_the_tour_can_be_walked_back_and_left(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("home")
        await driver.press("t")
        await at(driver, 1)
        await driver.press("left")
        await at(driver, 1)
        await driver.press("enter")
        await at(driver, 2)
        await driver.press("left")
        await at(driver, 1)
        await driver.press("escape")
        await driver.until(lambda: isinstance(driver.app.screen, HomeScreen))


async def test_the_tour_stands_the_other_language_and_another_size(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("t")
        await at(driver, 1)
        await driver.press("f2")
        assert card(driver).startswith("Tour · 1 of 7")
        assert "of 46" in driver.app.screen_stack[-2].heading().state
        for width, height in ((20, 5), (60, 20), (200, 60), (80, 24)):
            await driver.pilot.resize_terminal(width, height)
            await driver.press("enter")
        await at(driver, 5)


async def test_nothing_of_the_tour_is_written(opened: Open, workspace: Path) -> None:
    async with opened() as driver:
        written: list[object] = []
        driver.app.desk._write = lambda *change: written.append(change)
        await driver.press("t")
        for number in range(1, len(STOPS) + 1):
            await at(driver, number)
            await driver.press("enter")
        await driver.until(lambda: isinstance(driver.app.screen, WelcomeScreen))
        assert written == []
        tables = ("organisation", "assessment", "entry", "journal", "plan", "change")
        for table in tables:
            query = f"SELECT count(*) FROM {table}"
            assert driver.app.workspace._connection.execute(query).fetchone() == (0,), table
