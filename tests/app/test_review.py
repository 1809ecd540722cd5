"""The review: what is open, what to ask the team and its sheet, marks, numbers, the short version."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from assessment.app.choice_list import ChoiceList
from assessment.app.question_screen import QuestionScreen
from assessment.app.review_screen import ReviewScreen
from assessment.app.team_box import TeamBox

Open = Callable[..., Any]


def groups(page: ReviewScreen) -> dict[str, list[str]]:
    """Return the keys of the rows under each title."""
    found: dict[str, list[str]] = {}
    title = ""
    for row in page.query_one(ChoiceList).rows:
        if row.key:
            found[title].append(row.key)
        else:
            title = row.words
            found[title] = []
    return found


async def test_what_nobody_knows_stands_between_open_and_answered(opened: Open) -> None:
    async with opened(lang="en") as driver:
        await driver.press("1")
        await driver.go("question", "q03")
        await driver.press("1", "4")
        await driver.go("question", "q09")
        await driver.press(*"33433")
        await driver.go("review")
        found = groups(driver.page(ReviewScreen))
        opened_first, unknown, answered = found
        assert opened_first == "Open questions"
        assert unknown.startswith("Questions for the team")
        assert found[unknown] == ["platform_crowd", "q09-q13"]
        assert found[answered] == ["platform_participation"]


async def test_comments_and_purposes_missing_are_marked(opened: Open) -> None:
    async with opened(lang="en") as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("c", *"why", "ctrl+s", "1")
        await driver.go("question", "q09")
        await driver.press(*"23333")
        await driver.go("review")
        marks = {row.key: row.after for row in driver.page(ReviewScreen).query_one(ChoiceList).rows}
        assert marks["tech_ai"] == "[comment]"
        assert marks["q09-q13"] == "[what would it be for?]"


async def test_an_answer_from_the_review_says_there_what_it_changed(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("review")
        await driver.press("g")
        await driver.enter("2")
        driver.page(QuestionScreen)
        await driver.press("1")
        await driver.until(lambda: isinstance(driver.app.screen, ReviewScreen))
        assert any("s’ajoutent" in note.message for note in driver.app._notifications)


async def test_the_sheet_for_the_team_is_written_and_nothing_is_replaced(opened: Open, home: Path) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.enter("Le Jardin [/x]")
        await driver.go("question", "q08")
        await driver.press("4")
        await driver.go("review")
        await driver.press("p")
        assert isinstance(driver.app.screen, TeamBox)
        for kind, count in (("2", 1), ("2", 2), ("1", 3)):
            await driver.press(kind)
            await driver.until(lambda count=count: len(list((home / "Documents").iterdir())) == count)
            await driver.until(lambda: not driver.app.screen._is_making)
        written = sorted((home / "Documents").iterdir())
        assert [file.suffix for file in written] == [".txt", ".pdf", ".txt"]
        assert all(file.name.startswith("a-demander-a-l-equipe-le-jardin") for file in written)
        assert str(written[1]) in driver.prose.replace("\n", "")
        text = written[0].read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
        assert "Question 8 : Votre organisation a-t-elle recours" in text
        assert written[1].read_bytes().startswith(b"%PDF")


async def test_with_nothing_to_ask_the_key_says_so(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("review")
        await driver.press("p")
        driver.page(ReviewScreen)
        assert any("Rien à demander" in note.message for note in driver.app._notifications)


async def test_the_short_version_is_resumed_as_such_and_says_what_the_full_one_adds(
    opened: Open, workspace: Path
) -> None:
    async with opened(lang="en") as driver:
        await driver.press("2")
        await driver.enter("The Garden")
        short = len(driver.app.desk.session.path)
        await driver.saved()
    async with opened(lang="en", path=workspace) as driver:
        organisation = driver.app.workspace.organisations()[0]
        await driver.go("open", organisation.id)
        await driver.go("question")
        assert len(driver.app.desk.session.path) == short
        await driver.go("question", "q15")
        await driver.press("1")
        driver.page(ReviewScreen)
        assert "which adds: To finish" in driver.prose
        await driver.press("s")
        assert len(driver.app.desk.session.path) > short
        await driver.go("results")
        assert "Short version" not in driver.prose  # one answer is no short version
        await driver.go("open", organisation.id)
        assert len(driver.app.desk.session.path) > short


async def test_a_number_of_the_full_version_leads_over_to_it(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("2")
        await driver.go("review")
        await driver.press("g")
        await driver.enter("24")
        driver.page(QuestionScreen)
        assert driver.step == "barrier_unknown_potential"
