"""A group votes at one keyboard: unseen, then together, then one answer with the spread beside it."""

from collections.abc import Callable
from typing import Any

import pytest

from assessment.app.choice_list import ChoiceList
from assessment.app.question_screen import QuestionScreen
from assessment.app.review_screen import ReviewScreen
from assessment.app.vote_screen import VoteScreen

Open = Callable[..., Any]

UNSHIFTED = {"1": "&", "2": "é", "3": '"', "4": "'", "5": "("}


def rows(driver: Any) -> str:  # noqa: ANN401
    return "\n".join(f"{row.words} {row.after}" for row in driver.app.screen.query_one(ChoiceList).rows)


@pytest.mark.parametrize("row", [{}, UNSHIFTED])
async def test_a_group_votes_sees_the_spread_agrees_and_undoes_it_all(
    opened: Open, row: dict[str, str]
) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("v", *(row.get(key, key) for key in "1114"))
        assert "4 votes" in driver.prose
        assert "█" not in rows(driver)
        assert "vote" not in rows(driver)
        await driver.press("enter")
        assert "███ 3 votes" in rows(driver)
        assert "3 votes sur 4 vont à « Oui »" in driver.prose.replace("\u00a0", " ")
        await driver.press(row.get("1", "1"))
        session = driver.app.desk.session
        assert driver.step == "ai_rules"
        assert session.sheet.answer("tech_ai") == "use"
        assert session.sheet.votes == {"tech_ai": {"use": 3, "dont_know": 1}}
        await driver.saved()
        stored = driver.app.workspace.sheet(driver.app.desk.organisation.assessment_id)
        assert stored.votes == session.sheet.votes
        await driver.press("u")
        assert (session.sheet.answer("tech_ai"), session.sheet.votes) == (None, {})
        assert driver.step == "tech_ai"


async def test_the_question_tells_the_votes_only_beside_an_answer(opened: Open) -> None:
    async with opened(lang="en") as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("v", "1", "2", "v", "2", "left", "left")
        await driver.go("question", "q08")
        assert "Votes: 1 “Yes” · 1 “No, but we need it”." in driver.prose.replace("\u00a0", " ")
        await driver.press("0")
        await driver.go("question", "q08")
        assert "Votes" not in driver.prose


async def test_the_review_tells_how_many_gave_the_answer(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "b01")
        await driver.press("v", "1", "1", "2", "enter", "1")
        await driver.go("review")
        row = next(row for row in driver.page(ReviewScreen).query_one(ChoiceList).rows if row.key == "b01")
        assert row.after == "votes : 2 sur 3".replace(" :", "\u00a0:")


async def test_a_vote_on_a_line_of_the_five_is_about_that_line(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q10")
        await driver.press("v", "3", "3", "enter", "3")
        sheet = driver.app.desk.session.sheet
        assert (sheet.answer("tech_blockchain"), sheet.votes) == (
            "no_need",
            {"tech_blockchain": {"no_need": 2}},
        )
        assert driver.app.desk.session.subject == "tech_robotics"
        await driver.saved()


async def test_a_vote_can_be_taken_back_and_taken_up_again(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("v", "1", "2", "backspace", "enter", "backspace", "4", "9", "enter", "4")
        assert driver.app.desk.session.sheet.votes["tech_ai"] == {"use": 1, "dont_know": 1}


async def test_leaving_a_vote_warns_once_and_keeps_nothing(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("v", "escape")
        driver.page(QuestionScreen)
        await driver.press("v", "1", "escape")
        assert isinstance(driver.app.screen, VoteScreen)
        await driver.press("1", "escape")
        assert isinstance(driver.app.screen, VoteScreen)
        await driver.press("escape")
        driver.page(QuestionScreen)
        assert driver.app.desk.session.sheet.votes == {}


async def test_no_vote_on_a_question_about_the_organisation(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.enter("Le Jardin")
        await driver.press("v")
        driver.page(QuestionScreen)


async def test_voting_again_starts_from_nothing_in_the_language_of_the_moment(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("v", "1", "1", "enter", "1")
        await driver.go("question", "q08")
        await driver.press("v")
        assert "(votre réponse)" not in rows(driver)
        assert "0 vote" in driver.prose
        await driver.press("2", "f2", "enter")
        assert "Only one person voted: “No, but we need it”." in driver.prose
        await driver.press("2")
        assert driver.app.desk.session.sheet.votes["tech_ai"] == {"need": 1}


async def test_an_answer_saved_while_its_page_closes_is_told_nowhere(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.app.screen.query("*").remove()
        driver.page(QuestionScreen).refresh_heading()
