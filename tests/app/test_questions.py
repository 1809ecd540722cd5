"""Answering: keys, order, what is kept apart, and what is never done for the person."""

from collections.abc import Callable
from typing import Any

import pytest

from assessment.app.choice_list import ChoiceList
from assessment.app.comment_box import CommentBox
from assessment.app.explanation_box import ExplanationBox
from assessment.app.organisation_screen import OrganisationScreen
from assessment.app.question_screen import QuestionScreen
from assessment.app.review_screen import ReviewScreen
from questionnaire.routing import TOGETHER

Open = Callable[..., Any]

UNSHIFTED = {"1": "&", "2": "é", "3": '"', "4": "'", "5": "("}


@pytest.mark.parametrize("row", [{}, UNSHIFTED])
async def test_a_digit_answers_and_moves_on_at_once(opened: Open, row: dict[str, str]) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.enter("Le Jardin")
        await driver.press(*(row.get(key, key) for key in "123"[:2]))
        assert driver.step == "aim"
        session = driver.app.desk.session
        assert session.sheet.get("organisation.legal_form") == "association"
        assert session.sheet.get("profile.employees") == "10_to_49"


async def test_saved_is_said_only_once_the_disk_has_it(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.enter("Le Jardin")
        await driver.saved()
        moment = driver.app.desk.session.saved_at
        assert moment is not None
        assert f"enregistré à {moment:%H:%M}" in driver.page(QuestionScreen).heading().aside
        assert driver.app.workspace.organisations()[0].name == "Le Jardin"


async def test_nothing_is_highlighted_and_enter_alone_answers_nothing(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q07")
        assert driver.page(QuestionScreen).query_one(ChoiceList).highlighted is None
        await driver.press("enter")
        assert driver.step == "tech_cloud_bigdata"
        await driver.press("down", "down", "enter")
        assert driver.app.desk.session.sheet.answer("tech_cloud_bigdata") == "need"
        assert driver.page(QuestionScreen).query_one(ChoiceList).highlighted is None


async def test_skipping_is_not_i_do_not_know(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q07")
        await driver.press("0")
        assert driver.step == "tech_ai"
        assert driver.app.desk.session.sheet.answer("tech_cloud_bigdata") is None
        await driver.press("4")
        assert driver.app.desk.session.sheet.answer("tech_ai") == "dont_know"


async def test_back_forward_and_undo(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q03")
        await driver.press("1", "2", "backspace")
        assert driver.step == "platform_crowd"
        await driver.press("right")
        assert driver.step == "platform_elearning"
        await driver.press("u")
        assert driver.step == "platform_crowd"
        await driver.press("ctrl+z")
        assert driver.step == "platform_participation"
        assert dict(driver.app.desk.session.sheet.answers) == {}
        await driver.saved()
        row = driver.app.desk.organisation
        assert row is not None
        assert dict(driver.app.workspace.sheet(row.assessment_id).answers) == {}
        await driver.press("u")
        assert driver.step == "platform_participation"


async def test_five_technologies_on_one_screen(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q09")
        await driver.press("1", "2", "0", "3")
        assert driver.step == "q09-q13"
        answers = driver.app.desk.session.sheet.answers
        assert dict(answers) == {"tech_iot": "use", "tech_blockchain": "need", "tech_vr": "no_need"}
        await driver.press("up", "up", "4", "3", "3")
        assert driver.step == "movement_open_data"
        assert driver.app.desk.session.sheet.answer("tech_robotics") == "dont_know"


async def test_one_key_says_none_of_the_five_and_one_key_takes_it_back(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q11")
        assert driver.app.desk.session.line == 2
        await driver.press("n")
        assert dict.fromkeys(TOGETHER, "no_need") == dict(driver.app.desk.session.sheet.answers)
        await driver.press("u")
        assert dict(driver.app.desk.session.sheet.answers) == {}
        assert driver.step == "q09-q13"


async def test_the_basics_can_be_passed_over_whole(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "b03")
        await driver.press("p")
        assert driver.step == "skills_wish"
        assert dict(driver.app.desk.session.sheet.basics) == {}


async def test_three_barriers_at_most_and_nothing_in_particular_stands_alone(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "barriers")
        await driver.press("1", "2", "3", "4", "enter")
        assert driver.app.desk.session.sheet.barriers == ("time", "money", "skills")
        await driver.go("question", "barriers")
        await driver.press("9", "enter")
        assert driver.app.desk.session.sheet.barriers == ("nothing",)


async def test_none_of_these_is_an_answer(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q03")
        await driver.press("1")
        await driver.go("question", "unsatisfying")
        await driver.press("2")
        assert driver.app.desk.session.sheet.get("complement.unsatisfying") == ()


async def test_space_ticks_and_enter_confirms(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "sdg")
        await driver.press("4", *["down"] * 13, "space", "enter")
        assert driver.app.desk.session.sheet.get("profile.sdg") == (4, 13)


async def test_a_country_is_found_by_its_first_letters(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "country")
        await driver.press("b", "e", "l", "g", "enter")
        assert driver.app.desk.session.sheet.get("organisation.country") == "BE"
        await driver.go("question", "country")
        await driver.press("enter")
        assert driver.app.desk.session.sheet.get("organisation.country") == "BE"
        await driver.go("question", "country")
        await driver.press("i", "r", "l", "down", "space")
        assert driver.app.desk.session.sheet.get("organisation.country") == "IE"


async def test_urgency_is_asked_of_each_need(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q03")
        await driver.press("2", "2")
        await driver.go("question", "urgency")
        await driver.press("1", "3")
        expected = {"platform_participation": "now", "platform_crowd": "later"}
        assert expected == dict(driver.app.desk.session.sheet.urgency)


async def test_the_forms_are_asked_only_of_those_that_cooperated_and_the_rest_is_said(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q02")
        await driver.press("4")
        ids = [step.id for step in driver.app.desk.session.path]
        assert "patronage_financial" not in ids
        await driver.go("question", "interest")
        assert "celle-ci les remplace" in driver.prose.replace("\N{NO-BREAK SPACE}", " ")


async def test_example_and_origin_are_always_in_sight(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q07")
        assert "Par exemple" in driver.prose
        assert "Un seul suffit pour répondre oui." in driver.prose
        assert "Question de l’étude de 2019, dans ses mots." in driver.prose
        await driver.go("question", "b01")
        assert "hors étude" in driver.prose


async def test_no_european_figure_is_shown_before_the_results(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        for step in driver.app.desk.session.path:
            await driver.go("question", step.id)
            assert "%" not in driver.prose, step.id


async def test_a_comment_is_kept_beside_the_answer(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("c", *"pour", "enter", *"trier", "ctrl+s")
        assert driver.app.desk.session.sheet.comment("tech_ai") == "pour\ntrier"
        assert "pour trier" in driver.prose


async def test_escape_warns_once_before_dropping_a_comment(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("c", "x", "escape")
        assert isinstance(driver.app.screen, CommentBox)
        await driver.press("escape")
        driver.page(QuestionScreen)
        assert driver.app.desk.session.sheet.comment("tech_ai") is None


async def test_the_question_mark_explains(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q08")
        await driver.press("question_mark")
        assert isinstance(driver.app.screen, ExplanationBox)
        assert "Source : § 2.4" in driver.prose.replace("\N{NO-BREAK SPACE}", " ")
        await driver.press("escape")
        driver.page(QuestionScreen)


async def test_the_short_version_ends_after_q15_and_feeds_the_full_one(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("2")
        await driver.go("question", "q15")
        driver.app.desk.session.short = True
        await driver.press("1")
        driver.page(ReviewScreen)
        assert "version courte" in driver.prose
        await driver.press("s")
        driver.page(QuestionScreen)
        assert driver.step == "name"


async def test_the_review_leads_to_a_question_and_back(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("review")
        await driver.press("down", "down", "enter")
        assert driver.step == "legal_form"
        await driver.press("1")
        driver.page(ReviewScreen)


async def test_answers_no_longer_asked_are_kept_apart_in_the_review(opened: Open) -> None:
    """METHOD §0: kept, marked and left out of every figure."""
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q02")
        await driver.press("1")
        await driver.go("question", "q18")
        await driver.press("2")
        await driver.go("question", "q02")
        await driver.press("3")
        await driver.go("review")
        rows = driver.page(ReviewScreen).query_one(ChoiceList).rows
        apart = next(place for place, row in enumerate(rows) if "plus posées" in row.words)
        assert "Mécénat de compétences" in rows[apart + 1].words
        assert not rows[apart + 1].enabled
        assert driver.app.desk.session.sheet.answer("patronage_skills") == "need"


async def test_language_switches_in_place_and_keeps_what_is_typed(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1", *"Jardin", "f2")
        assert "What is your organisation called?" in driver.prose
        await driver.press("enter")
        assert driver.app.desk.session.sheet.get("organisation.name") == "Jardin"
        await driver.go("question", "barriers")
        await driver.press("2", "f2", "enter")
        assert driver.app.desk.session.sheet.barriers == ("money",)


async def test_a_name_with_control_characters_is_refused_in_one_sentence(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.enter("Le\x07Jardin")
        assert driver.step == "name"
        assert driver.app.desk.session.sheet.get("organisation.name") is None


async def test_escape_leads_to_the_organisation_and_back_to_the_same_question(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q05")
        await driver.press("escape")
        driver.page(OrganisationScreen)
        await driver.press("1")
        assert driver.step == "platform_elearning"


async def test_a_question_still_open_shows_no_european_figure_in_the_results(opened: Open) -> None:
    """No anchoring: the figures come after the answers (DESIGN)."""
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q03")
        await driver.press("1")
        await driver.go("results")
        await driver.press("3")
        assert driver.prose.count("l’utilisaient") == 1


async def test_without_any_answer_nothing_is_concluded(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        for place in ("results", "priorities"):
            await driver.go(place)
            assert "pas encore de réponses" in driver.prose
            assert "besoin nouveau" not in driver.prose
