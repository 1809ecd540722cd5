"""The map of the sections, going to a number, what an answer changes, long lists, texts not entered."""

from collections.abc import Callable
from typing import Any

from assessment.app.go_to_box import GoToBox
from assessment.app.home_screen import HomeScreen
from assessment.app.map_box import MapBox
from assessment.app.organisation_screen import OrganisationScreen
from assessment.app.purpose_box import PurposeBox
from assessment.app.question_screen import QuestionScreen
from assessment.app.section_map import MapLine, MapPanel

Open = Callable[..., Any]


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


async def test_the_map_leads_to_the_first_open_question_of_a_part(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q03")
        await driver.press("1", "m")
        assert isinstance(driver.app.screen, MapBox)
        await driver.press("3")
        assert driver.step == "b01"
        await driver.press("m", "down", "enter")
        assert driver.step == "skills_wish"
        await driver.press("m", "f2", "escape")
        driver.page(QuestionScreen)
        assert driver.step == "skills_wish"


async def test_the_map_stands_beside_the_questions_where_there_is_room_and_follows(opened: Open) -> None:
    async with opened(size=(120, 40)) as driver:
        await driver.press("1")
        await driver.go("question", "q03")
        panel = driver.page(QuestionScreen).query_one(MapPanel)
        assert panel.display
        assert panel.outer_size.width == 34
        await driver.press("1")
        (here,) = (line.part for line in panel.query(MapLine) if line.part and line.part.is_here)
        assert (here.title, here.answered, here.asked) == ("Plateformes en ligne", 1, 4)
        await driver.press("f2")
        assert any(line.part and line.part.title == "Online platforms" for line in panel.query(MapLine))


async def test_a_narrow_terminal_keeps_its_room_for_the_question(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q03")
        panel = driver.page(QuestionScreen).query_one(MapPanel)
        assert not panel.display
        await driver.pilot.resize_terminal(130, 30)
        await driver.until(lambda: bool(panel.display and panel.query(MapLine)))
        await driver.pilot.resize_terminal(20, 5)
        await driver.pilot.pause()


async def test_a_number_leads_to_its_question_and_a_wrong_one_is_explained(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q03")
        await driver.press("g")
        await driver.enter("18")
        assert isinstance(driver.app.screen, GoToBox)
        assert "dépend de la question 2" in plain(driver.prose)
        await driver.enter("77")
        assert "q31" in driver.prose
        await driver.enter("b3")
        assert driver.step == "b03"


async def test_an_answer_says_at_once_what_it_adds_and_the_next_key_answers(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q02")
        await driver.press("1")
        assert driver.step == "platform_participation"
        assert "6 questions sur les formes de coopération et 3 sur leurs effets" in plain(driver.prose)
        await driver.press("f2")
        assert "You have already cooperated: 6 questions" in driver.prose
        await driver.press("3")
        assert driver.app.desk.session.sheet.answer("platform_participation") == "no_need"
        assert "already cooperated" not in driver.prose


async def test_a_rare_need_asks_for_its_purpose_and_nobody_has_to_answer(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "q09")
        await driver.press(*"12233")
        assert driver.step == "movement_open_data"
        assert "À quoi cela servirait-il" in plain(driver.prose)
        await driver.press("b")
        assert isinstance(driver.app.screen, PurposeBox)
        await driver.enter("suivre les prêts")
        await driver.enter("")
        assert driver.app.desk.session.sheet.comment("tech_blockchain") == "suivre les prêts"
        assert driver.app.desk.session.sheet.comment("tech_robotics") is None
        await driver.press("2")
        assert driver.app.desk.session.sheet.answer("movement_open_data") == "need"


async def test_a_long_list_is_searched_by_words_or_number(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.go("question", "sdg")
        await driver.press("slash")
        await driver.enter("13")
        await driver.enter("éducation")
        await driver.enter("zzz")
        await driver.press("escape")
        driver.page(QuestionScreen)
        assert driver.step == "sdg"
        await driver.press("slash", *"eau", "down", "space", "escape", "1", "enter")
        assert driver.app.desk.session.sheet.get("profile.sdg") == (1, 4, 6, 13)


async def test_a_text_not_entered_is_not_lost_without_a_word(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1", *"Jardin", "escape")
        driver.page(QuestionScreen)
        await driver.press("escape")
        driver.page(OrganisationScreen)


async def test_leaving_the_app_or_the_page_by_another_key_warns_too(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1", *"Jardin", "ctrl+q")
        assert driver.app.is_running
        driver.page(QuestionScreen)
        await driver.press("enter")
        await driver.go("question", "barriers")
        await driver.press("2", "f3")
        driver.page(QuestionScreen)
        await driver.press("f3")
        driver.page(HomeScreen)
