"""From the list of organisations to the document, and every page at every size."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from assessment.app import Start
from assessment.app.ask_box import AskBox
from assessment.app.choice_list import ChoiceList
from assessment.app.confirm_box import ConfirmBox
from assessment.app.help_screen import HelpScreen
from assessment.app.home_screen import HomeScreen
from assessment.app.jalon import Jalon
from assessment.app.organisation_screen import OrganisationScreen
from assessment.app.plan_box import PlanBox
from assessment.app.question_screen import QuestionScreen
from assessment.app.results.pages import PAGES
from assessment.app.welcome_screen import WelcomeScreen
from assessment.demo import fill
from assessment.errors import BadInput
from assessment.workspace import Workspace

Open = Callable[..., Any]

HOSTILE = "Acme [/x] [UK] \N{RIGHT-TO-LEFT MARK}[@click=app.quit]é\N{WATER WAVE}"
PLACES = (
    "home",
    "organisation",
    "question",
    "review",
    "results",
    "what_if",
    "priorities",
    "plan",
    "pdf",
    "orientation",
    "welcome",
)
APART = ("workshop", "group")
"""Pages about several organisations: the one at hand is put away there."""


@pytest.fixture
def demo(workspace: Path) -> Path:
    """A workspace with the three fictional organisations."""
    fill(workspace)
    return workspace


@pytest.fixture
def hostile(demo: Path) -> str:
    """The id of an organisation with answers, comments and a name made to break screens."""
    with Workspace(demo) as opened:
        row = opened.organisations()[0]
        opened.rename(row.id, HOSTILE)
        sheet = opened.sheet(row.assessment_id)
        for field in ("complement.aim", "comments.tech_ai"):
            opened.record(row.assessment_id, field, HOSTILE, expected=sheet.get(field))
        return row.id


async def walk(driver: Any) -> None:  # noqa: ANN401
    """See every page and box."""
    for place in PLACES:
        await driver.go(place)
    await driver.press("f1", "escape")
    await driver.go("results")
    for number in range(1, len(PAGES) + 1):
        await driver.press(str(number))
    await driver.press("c", "escape", "e", "1", "escape")
    await driver.go("question", "q08")
    for key in ("question_mark", "c"):
        await driver.press(key, "escape")
    await driver.go("plan")
    await driver.press("1", "escape")
    await driver.go("pdf")
    await driver.press("a", "escape", "1", "4", "escape", "8", "escape")
    await driver.go("organisation")
    for key in ("7", "9"):
        await driver.press(key, "escape")
    await driver.go("orientation")
    for key in ("k", "d"):
        await driver.press(key, "escape")


@pytest.mark.parametrize(
    ("size", "lang"),
    [((80, 24), "fr"), ((80, 24), "en"), ((60, 20), "fr"), ((20, 5), "en"), ((200, 60), "fr")],
)
async def test_every_page_stands_a_hostile_name_at_every_size(
    opened: Open, hostile: str, size: tuple[int, int], lang: str
) -> None:
    async with opened(size=size, lang=lang) as driver:
        await driver.go("open", hostile)
        await walk(driver)
        assert driver.app.desk.name == HOSTILE
        for place in APART:
            await driver.go(place)


async def test_every_page_stands_being_shrunk_and_widened(opened: Open, hostile: str) -> None:
    async with opened() as driver:
        await driver.go("open", hostile)
        for place in (*PLACES, *APART):
            await driver.go(place)
            for width, height in ((20, 5), (1, 1), (120, 40), (1, 1), (80, 24)):
                await driver.pilot.resize_terminal(width, height)
                await driver.pilot.pause()


async def test_the_hostile_name_is_shown_as_it_is(opened: Open, hostile: str) -> None:
    async with opened() as driver:
        await driver.go("open", hostile)
        assert "Acme [/x] [UK]" in driver.page(OrganisationScreen).heading().title
        await driver.go("results")
        assert "Acme [/x] [UK]" in driver.prose
        await driver.press("f1", "e")
        assert isinstance(driver.app.screen, ConfirmBox)
        assert "Acme [/x] [UK]" in driver.prose


async def test_colours_can_be_switched_off(
    opened: Open, hostile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as driver:
        await driver.go("open", hostile)
        await walk(driver)


async def test_an_organisation_opens_at_the_question_asked_for(opened: Open, demo: Path) -> None:
    with Workspace(demo) as workspace:
        row = workspace.organisations()[1]
    async with opened(start=Start(organisation_id=row.id, step="q10")) as driver:
        await driver.until(lambda: isinstance(driver.app.screen, QuestionScreen))
        assert (driver.step, driver.app.desk.session.line) == ("q09-q13", 1)


async def test_the_demo_opens_on_its_three_organisations(opened: Open, demo: Path) -> None:
    async with opened(start=Start(demo=True)) as driver:
        await driver.until(lambda: isinstance(driver.app.screen, HomeScreen))
        assert len(driver.page(HomeScreen).query_one(ChoiceList).rows) == 3
        await driver.press("2")
        driver.page(OrganisationScreen)


async def test_home_is_one_key_away(opened: Open, hostile: str) -> None:
    async with opened() as driver:
        await driver.go("open", hostile)
        await driver.go("question", "q01")
        await driver.press("f3")
        driver.page(HomeScreen)


async def test_results_change_language_in_place(opened: Open, hostile: str) -> None:
    async with opened() as driver:
        await driver.go("open", hostile)
        await driver.go("results")
        await driver.press("3")
        assert "Plateformes en ligne" in driver.prose
        await driver.press("f2")
        assert "Online platforms" in driver.prose
        assert "218" in driver.prose


async def test_every_page_with_europe_says_year_and_n(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        for row in driver.app.workspace.organisations():
            await driver.go("open", row.id)
            await driver.go("results")
            for number in range(1, len(PAGES) + 1):
                await driver.press(str(number))
                if "%" in driver.prose:
                    assert "2018" in driver.prose and "218" in driver.prose, number


async def test_priorities_are_proposed_then_chosen_and_kept_in_order(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        row = driver.app.workspace.organisations()[0]
        await driver.go("open", row.id)
        await driver.go("priorities")
        proposed = driver.app.desk.diagnosis().priorities
        await driver.press("down", "m")
        await driver.saved()
        expected = (proposed[1], proposed[0], *proposed[2:])
        assert expected == driver.app.workspace.sheet(row.assessment_id).priorities
        await driver.go("priorities")
        assert expected == driver.app.desk.diagnosis().priorities


async def test_no_more_than_six_priorities(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        row = max(driver.app.workspace.organisations(), key=lambda row: row.answered)
        await driver.go("open", row.id)
        driver.app.desk.session.sheet = driver.app.desk.session.sheet.with_field("priorities", None)
        for item in driver.app.desk.session.questionnaire.items():
            driver.app.desk.session.note(f"answers.{item.id}", "need")
        await driver.go("priorities")
        for rank in range(len(driver.app.desk.diagnosis().priorities), 9):
            await driver.press(str(rank + 1))
        assert len(driver.app.desk.session.sheet.priorities) == 6


async def test_the_plan_keeps_who_when_and_what_help(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        row = driver.app.workspace.organisations()[0]
        await driver.go("open", row.id)
        await driver.go("plan")
        await driver.press("1")
        assert isinstance(driver.app.screen, PlanBox)
        for text in ("Nadia [/x]", "31/3/2027", "le réseau"):
            line = driver.app.focused
            assert isinstance(line, Input)
            line.value = text
            await driver.press("enter")
        item = driver.app.desk.diagnosis().priorities[0]
        action = next(one for one in driver.app.workspace.plan(row.id) if one.item == item)
        assert (action.owner, str(action.due), action.help) == ("Nadia [/x]", "2027-03-31", "le réseau")


async def test_a_dossier_goes_out_and_comes_back(
    opened: Open, demo: Path, home: Path, tmp_path: Path
) -> None:
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.press("8", "2")
    (file,) = (home / "Documents").glob("*.json")
    async with opened(path=tmp_path / "other.sqlite3") as driver:
        await driver.press("4", "i")
        assert isinstance(driver.app.screen, AskBox)
        await driver.enter(str(file))
        driver.page(OrganisationScreen)
        assert len(driver.app.workspace.organisations()) == 1


async def test_a_file_that_is_no_dossier_is_told_and_nothing_changes(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    async with opened() as driver:
        await driver.press("4", "i")
        await driver.enter(str(tmp_path / "bad.json"))
        driver.page(HomeScreen)
        assert driver.app.workspace.organisations() == []


async def test_rename_and_delete(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        row = driver.app.workspace.organisations()[0]
        await driver.go("open", row.id)
        await driver.press("8", "1")
        await driver.enter("Autre nom")
        assert driver.app.desk.name == "Autre nom"
        await driver.press("5", "1")
        assert len(driver.app.workspace.organisations()) == 3
        await driver.press("5", "2")
        driver.page(HomeScreen)
        assert len(driver.app.workspace.organisations()) == 2


async def test_help_says_where_the_data_are_and_erases_them_once_sure(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        await driver.press("f1")
        driver.page(HelpScreen)
        assert str(demo) in driver.prose
        await driver.press("e", "2")
        driver.page(WelcomeScreen)
        assert driver.app.workspace.organisations() == []


async def test_two_windows_never_lose_an_answer(opened: Open, demo: Path) -> None:
    async with opened() as first:
        row = first.app.workspace.organisations()[0]
        await first.go("open", row.id)
        await first.go("question", "q07")
        with Workspace(demo) as second:
            held = second.sheet(row.assessment_id).answer("tech_cloud_bigdata")
            theirs = "need" if held != "need" else "use"
            second.record(row.assessment_id, "answers.tech_cloud_bigdata", theirs, expected=held)
            await first.press("4")
            session = first.app.desk.session
            await first.until(lambda: session.sheet.answer("tech_cloud_bigdata") == theirs)
            assert theirs == first.app.desk.session.sheet.answer("tech_cloud_bigdata")
            assert theirs == second.sheet(row.assessment_id).answer("tech_cloud_bigdata")


async def test_an_organisation_deleted_in_another_window_is_left(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        row = driver.app.workspace.organisations()[0]
        await driver.go("open", row.id)
        await driver.go("question", "q07")
        with Workspace(demo) as second:
            second.delete(row.id)
        await driver.press("1")
        await driver.until(lambda: isinstance(driver.app.screen, HomeScreen))


async def test_a_disk_that_refuses_stays_in_sight_until_it_takes_the_answer(
    opened: Open, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BadInput("workspace.full", file="w.sqlite3", reason="full")

    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.go("question", "q07")
        with monkeypatch.context() as broken:
            broken.setattr(Workspace, "record", refuse)
            await driver.press("1")
            await driver.until(lambda: driver.app.desk.problem is not None)
            assert "PAS ENREGISTRÉ" in driver.page(QuestionScreen).heading().aside
        await driver.press("f5")
        await driver.saved()
        assert driver.app.desk.problem is None
        assert "enregistré à" in driver.page(QuestionScreen).heading().aside


async def test_a_second_window_is_told(opened: Open, demo: Path) -> None:
    with Workspace(demo) as first:
        assert first.hold()
        async with opened() as driver:
            (told,) = driver.app._notifications
            assert "une autre fenêtre" in told.message


async def test_leaving_commits_what_was_just_answered(workspace: Path) -> None:
    """The writer gets an answer after the repaint: leaving in between must not lose it."""
    fill(workspace)
    app = Jalon(workspace, "fr", start=Start())
    async with app.run_test() as pilot:
        while app.desk.questionnaire is None:
            await pilot.pause()
        row = app.workspace.organisations()[0]
        app.desk.open(row)
        app.desk.session.note("comments.tech_ai", "dernier mot")
    app.close()
    with Workspace(workspace) as opened:
        assert opened.sheet(row.assessment_id).comment("tech_ai") == "dernier mot"
