"""The projected screen: large, nothing private, and it holds at 40 columns."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Size

from assessment.app.choice_list import ChoiceList, Row
from assessment.app.comment_box import CommentBox
from assessment.app.home_screen import HomeScreen
from assessment.app.large_print import bar, enlarged, figure, lines_of, projected
from assessment.app.organisation_screen import OrganisationScreen
from assessment.app.presenting import told
from assessment.app.question_screen import QuestionScreen
from assessment.app.vote_screen import VoteScreen
from assessment.asking.card import card
from assessment.asking.session import Session
from assessment.errors import BadInput
from assessment.texts import texts
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire
from questionnaire.routing import TOGETHER

Open = Callable[..., Any]

QUESTIONNAIRE = standard_questionnaire()
SINGLE = [question.id for question in QUESTIONNAIRE.questions if question.id not in TOGETHER]
SINGLE += [basic.id for basic in QUESTIONNAIRE.outside.basics]


def shown(driver: Any) -> str:  # noqa: ANN401
    """Return the screen as it is read from the back of the room."""
    strips = driver.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def project(driver: Any, step: str) -> None:  # noqa: ANN401
    await driver.press("1")
    await driver.enter("Le Jardin")
    await driver.go("question", step)
    await driver.press("f6")
    driver.app.clear_notifications()
    await driver.pilot.pause()
    await driver.pilot.pause()


@pytest.mark.parametrize("size", [(40, 15), (60, 20), (80, 24)])
@pytest.mark.parametrize("lang", ["fr", "en"])
async def test_question_and_answers_are_all_in_sight(opened: Open, size: tuple[int, int], lang: str) -> None:
    async with opened(size=size, lang=lang) as driver:
        await project(driver, "q08")
        answers = QUESTIONNAIRE.scale("use_need").choices
        text = shown(driver)
        for part in ("Le Jardin", "F6", *(choice.label[lang] for choice in answers)):
            assert part in text
        assert driver.page(QuestionScreen).body.max_scroll_y == 0
        assert not re.search("F1|F2", text)


@pytest.mark.parametrize("size", [(40, 15), (60, 20), (80, 24)])
async def test_a_vote_and_its_spread_are_all_in_sight(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as driver:
        await project(driver, "q08")
        await driver.press("v", *"1112124")
        assert "7 votes" in shown(driver)
        assert "Je ne sais pas" in shown(driver)
        await driver.press("enter")
        await driver.pilot.pause()
        text = " ".join(shown(driver).replace("\u00a0", " ").split())
        for part in ("4 votes", "2 votes", "1 vote", "4 votes sur 7", "trancher.", "ensemble."):
            assert part in text, text


def test_large_figures_only_where_they_fit() -> None:
    answers = [Row("Oui", " 1 ○"), Row("Non, mais c’est un besoin", " 2 ●")]

    large = enlarged(answers, width=74, room=6)
    assert figure(2) == ("╺━┓", "┏━┛", "┗━╸")
    assert large[1].mark == "\n".join((f" {figure(2)[0]}  ", f" {figure(2)[1]} ●", f" {figure(2)[2]}  "))
    assert enlarged(answers, width=74, room=4)[0].words == "Oui\n"
    assert enlarged(answers, width=74, room=3) == answers


@pytest.mark.parametrize("step", SINGLE)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_question_holds_at_40_columns_and_15_lines(step: str, lang: str) -> None:
    session = Session(
        QUESTIONNAIRE, AnswerSheet.of({"answers.past_cooperation": "yes_continue"}), lambda _: None
    )
    session.go_to(step)
    asked = card(session, lang, texts("app", lang))
    laid_out = projected(asked, "", texts("app", lang), Size(40, 15))
    rows = [Row(answer.label, f" {n} ○") for n, answer in enumerate(asked.answers, start=1)]

    assert asked.prompt in laid_out.above.plain
    assert lines_of(rows, 34) <= laid_out.room


def test_a_bar_is_as_long_as_its_share_and_never_wider_than_the_line() -> None:
    words = "{} votes".format

    assert bar(4, 4, 20, words) == f"{'█' * 12} 4 votes"
    assert bar(2, 4, 20, words) == f"{'█' * 6} 2 votes"
    assert bar(0, 4, 20, words) == "0 votes"
    assert bar(1, 1000, 20, words).startswith("█ ")


async def test_comments_notes_and_paths_stay_private(opened: Open, home: Path) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.enter("Le Jardin")
        await driver.go("question", "q08")
        session = driver.app.desk.session
        session.note("comments.tech_ai", "Pour Zoé seulement")
        session.note("adviser_notes.tech_ai", "Entre nous")
        driver.page(QuestionScreen).repaint()
        assert "Pour Zoé seulement" in driver.prose
        await driver.press("f6")
        assert not re.search("Zoé|Entre nous", shown(driver))
        await driver.press("c")
        assert not isinstance(driver.app.screen, CommentBox)
        await driver.press("f1")
        assert str(home) not in driver.prose
        await driver.press("escape")
        await driver.saved()
        await driver.go("organisation")
        await driver.press("8", "2")
        assert str(home) not in " ".join(toast.message for toast in driver.app._notifications)
        session.note("answers.tech_ai", "need")
        session.note("priorities", ("tech_ai",))
        await driver.go("plan")
        await driver.press("x")
        await driver.until(lambda: ".csv" in driver.prose)
        assert str(home) not in driver.prose
        problem = BadInput("file.missing", file=str(home / "secret.json"))
        assert told(driver.app.desk, problem).startswith("secret.json")


@pytest.mark.parametrize("way", ["f3", "escape"])
async def test_other_organisations_are_never_projected(opened: Open, way: str) -> None:
    async with opened() as driver:
        driver.app.workspace.create("Les Voisins", today=date(2026, 1, 1))
        await project(driver, "q08")
        await driver.go("organisation")
        await driver.press(way)
        driver.page(OrganisationScreen)
        assert "Les Voisins" not in shown(driver)
        await driver.press("f6", way)
        driver.page(HomeScreen)
        await driver.press("f6")
        assert not driver.app.desk.is_presenting


async def test_f6_again_brings_everything_back_and_says_how_to_enlarge_once(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        before = shown(driver)
        await driver.press("f6")
        assert "40" in " ".join(toast.message for toast in driver.app._notifications)
        assert driver.app.screen.has_class("-presenting")
        await driver.press("f6")
        await driver.pilot.pause()
        assert shown(driver) == before
        await driver.press("f6")
        assert not list(driver.app._notifications)


async def test_f6_works_inside_a_vote_and_loses_no_vote(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("v", "1", "f6")
        assert isinstance(driver.app.screen, VoteScreen)
        assert driver.app.screen.has_class("-presenting")
        assert "1 vote" in driver.prose
        assert driver.app.screen.query_one(ChoiceList).highlighted is None


@pytest.mark.parametrize("size", [(20, 5), (40, 15), (200, 60)])
async def test_every_projected_page_survives_any_size(opened: Open, size: tuple[int, int]) -> None:
    async with opened() as driver:
        await project(driver, "q09")
        for place in ("question", "review", "results", "priorities", "plan", "organisation"):
            await driver.go(place)
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
            await driver.pilot.resize_terminal(80, 24)
            assert driver.app.screen.has_class("-presenting")
        await driver.go("question", "q08")
        await driver.press("v", "1", "enter")
        await driver.pilot.resize_terminal(*size)
        await driver.pilot.pause()
        assert isinstance(driver.app.screen, VoteScreen)


async def test_a_comment_being_written_is_not_projected_from_the_help_above_it(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("c", "f1", "f6", "escape")
        assert isinstance(driver.app.screen, CommentBox)
        assert not driver.app.desk.is_presenting
