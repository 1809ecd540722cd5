"""The list of organisations: its columns, its words, its search, and many of them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from assessment.app.choice_list import ChoiceList
from assessment.app.entry import Entry
from assessment.app.home_rows import (
    LEAST_NAME,
    MARK,
    blocks,
    changed_words,
    columns,
    head,
    next_words,
    organisation_row,
)
from assessment.app.home_screen import AT_MOST, MARGINS, HomeScreen
from assessment.app.organisation_screen import OrganisationScreen
from assessment.app.question_screen import QuestionScreen
from assessment.app.results_screen import ResultsScreen
from assessment.demo import fill
from assessment.next_step import next_step
from assessment.texts import texts
from assessment.workspace import OrganisationRow, Workspace
from questionnaire.languages import language_codes
from tests.speed.crowd import fill_crowd

Open = Callable[..., Any]
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
FR, EN = texts("app", "fr"), texts("app", "en")


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.fixture
def crowd(workspace: Path) -> Path:
    """A workspace with more organisations than are shown at once."""
    fill_crowd(workspace, AT_MOST + 10)
    return workspace


@pytest.mark.parametrize(
    ("answered", "asked", "has_priorities", "has_plan", "code"),
    [
        (0, 0, False, False, "begin"),
        (0, 47, False, False, "begin"),
        (12, 47, False, False, "go_on"),
        (47, 47, False, False, "priorities"),
        (47, 47, True, False, "plan"),
        (40, 47, True, False, "plan"),
        (47, 47, True, True, "document"),
    ],
)
def test_the_next_step_follows_from_what_is_kept(
    answered: int, asked: int, has_priorities: bool, has_plan: bool, code: str
) -> None:
    assert code == next_step(answered, asked, has_priorities=has_priorities, has_plan=has_plan)


def test_the_next_step_is_said_in_words() -> None:
    assert plain(next_words("go_on", 12, FR)) == "continuer à la question 12"
    assert plain(next_words("go_on", 12, FR, in_full=False)) == "question 12"
    assert plain(next_words("go_on", 0, EN)) == "carry on"


@pytest.mark.parametrize(
    ("ago", "lang", "said"),
    [
        (timedelta(minutes=5), "fr", "aujourd’hui à 09:25"),
        (timedelta(days=1), "fr", "hier"),
        (timedelta(days=13), "fr", "12 nov."),
        (timedelta(days=13), "en", "12 Nov"),
        (timedelta(days=370), "fr", "nov. 2025"),
        (timedelta(hours=10), "fr", "hier"),
    ],
)
def test_the_last_change_is_said_as_one_would_say_it(ago: timedelta, lang: str, said: str) -> None:
    assert said == plain(changed_words(NOW - ago, NOW, texts("app", lang), in_full=True))


def test_the_last_change_of_today_is_an_hour_where_there_is_little_room() -> None:
    assert changed_words(NOW, NOW, FR, in_full=False) == "09:30"


def test_the_bar_is_full_only_at_the_end_and_empty_only_at_the_start() -> None:
    assert (blocks(0, 47), blocks(1, 47), blocks(46, 47), blocks(47, 47)) == (
        "······",
        "■·····",
        "■■■■■·",
        "■■■■■■",
    )


@pytest.mark.parametrize("lang", language_codes())
def test_columns_give_way_in_order_and_never_overflow(lang: str) -> None:
    """First the last change, then the next step; the name always keeps its room."""
    t = texts("app", lang)
    row = OrganisationRow("id", "id", "x" * 80, 3, "a", 46, 47, NOW - timedelta(hours=1), "tech_vr")
    seen: list[tuple[bool, bool]] = []
    for width in range(47, 201):
        room = width - MARGINS - MARK
        shape = columns(room, t)
        drawn = organisation_row(1, row, "x" * 80, shape, t, question=12, now=NOW)
        assert max(cell_len(drawn.words), cell_len(head(shape, t)) - MARK) <= room
        assert shape.name >= LEAST_NAME
        seen.append((bool(shape.next), bool(shape.changed)))
    assert seen == sorted(seen)
    assert (False, True) not in seen
    assert {(False, False), (True, False), (True, True)} == set(seen)


def test_eighty_columns_show_everything_and_wide_ones_say_it_in_full() -> None:
    at_80, at_120 = (columns(width - MARGINS - MARK, FR) for width in (80, 120))
    assert at_80.next and at_80.changed
    assert at_120.says_next_in_full and at_120.says_when_in_full and at_120.bar


async def test_a_search_ignores_accents_and_capitals_and_escape_ends_it(opened: Open, crowd: Path) -> None:
    async with opened() as driver:
        await driver.go("home")
        home = driver.page(HomeScreen)
        await driver.press("slash", *"EPICERIE")
        names = [row.name for row in home.found.rows]
        assert names and all(name.startswith("Épicerie") for name in names)
        assert len(home.query_one(ChoiceList).rows) == len(names) == home.found.total
        await driver.press("escape")
        assert driver.page(HomeScreen).found.total == AT_MOST + 10
        assert not home.query_one(Entry).display


async def test_what_is_found_opens_with_enter_or_the_arrows(opened: Open, crowd: Path) -> None:
    async with opened() as driver:
        await driver.go("home")
        await driver.press("slash", *"nimes", "enter")
        assert "Nîmes" in driver.page(OrganisationScreen).desk.name
        await driver.go("home")
        await driver.press("slash", *"nimes", "down", "down", "enter")
        second = driver.app.workspace.search("nimes", 2).rows[1]
        assert driver.app.desk.organisation.id == second.id


async def test_a_search_that_finds_nothing_says_so_and_keeps_markup_as_it_is(
    opened: Open, crowd: Path
) -> None:
    async with opened() as driver:
        await driver.go("home")
        await driver.press("slash")
        driver.app.focused.value = "[/x] zzz"
        await driver.pilot.pause()
        assert "« [/x] zzz »" in plain(driver.prose)
        await driver.press("enter")
        driver.page(HomeScreen)


async def test_only_the_first_ones_are_drawn_and_the_others_counted(opened: Open, crowd: Path) -> None:
    async with opened() as driver:
        await driver.go("home")
        assert len(driver.page(HomeScreen).query_one(ChoiceList).rows) == AT_MOST
        assert "et 10 autres : tapez / pour chercher" in plain(driver.prose)
        await driver.press("f2")
        assert "and 10 others: type / to search" in plain(driver.prose)


def test_the_workspace_reads_no_more_than_is_shown(crowd: Path) -> None:
    with Workspace(crowd) as workspace:
        found = workspace.search("", 3)
        assert (len(found.rows), found.total) == (3, AT_MOST + 10)
        assert [row.id for row in found.rows] == [row.id for row in workspace.organisations()[:3]]
        assert workspace.search("L'ETOILE", 3).total == 0


async def test_an_empty_list_offers_what_can_be_done(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("home")
        assert "visite" in driver.prose and "dossier reçu" in driver.prose
        await driver.press("d")
        driver.page(ResultsScreen)
        assert driver.app.desk.is_example
        assert driver.app.workspace.organisations() == []


async def test_the_adviser_mode_is_said_on_the_list_and_kept(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("5")
        assert "jamais remises" in driver.page(HomeScreen).heading().place
    async with opened() as driver:
        await driver.go("home")
        assert driver.app.desk.is_adviser
        await driver.press("f7")
        assert driver.page(HomeScreen).heading().place == ""


async def test_the_first_screen_names_the_only_organisation_under_way(opened: Open, workspace: Path) -> None:
    with Workspace(workspace) as filled:
        row = filled.create("Le Jardin", today=NOW.date())
        filled.leave_at(row.assessment_id, "q03", (4, 47))
    async with opened() as driver:
        rows = driver.app.screen.query_one(ChoiceList).rows
        assert plain(rows[3].words) == "Reprendre « Le Jardin », ou ouvrir un dossier reçu"


async def test_the_organisation_page_says_round_and_next_step_and_enter_takes_it(
    opened: Open, workspace: Path
) -> None:
    with Workspace(workspace) as filled:
        row = filled.create("Le Jardin", today=NOW.date())
        filled.record(
            row.assessment_id,
            "answers.skills_wish",
            "agree",
            expected=None,
            position="tech_ai",
            progress=(1, 47),
        )
    async with opened() as driver:
        await driver.go("open", row.id)
        assert driver.page(OrganisationScreen).heading().place == "Point T0"
        assert "continuer à la question 8" in plain(driver.prose)
        await driver.press("enter")
        driver.page(QuestionScreen)
        assert driver.step == "tech_ai"


async def test_the_short_version_is_remembered(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("2")
        for _ in range(6):
            await driver.press("right")
        row_id = driver.app.desk.organisation.id
        length = driver.app.desk.session.place[1]
    async with opened() as driver:
        await driver.go("open", row_id)
        assert driver.app.desk.session.short
        assert length == driver.app.desk.session.place[1]
        driver.app.desk.session.short = False
        await driver.go("question")
    async with opened() as driver:
        await driver.go("open", row_id)
        assert not driver.app.desk.session.short


async def test_the_demo_organisations_say_what_comes_next(opened: Open, workspace: Path) -> None:
    fill(workspace)
    async with opened(size=(120, 40)) as driver:
        await driver.go("home")
        rows = driver.page(HomeScreen).query_one(ChoiceList).rows
        assert "faire le document" in plain(rows[0].words)
        assert "aujourd’hui à" in plain(rows[0].words)
