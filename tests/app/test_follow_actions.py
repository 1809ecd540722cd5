"""The actions due in every plan, the spreadsheet at one key, and a follow-up of thousands."""

import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input

import assessment.app.follow_screen as screen_module
from assessment.app.choice_list import ChoiceList
from assessment.app.follow_actions import action_rows, actions_head
from assessment.app.follow_box import FollowBox
from assessment.app.follow_screen import FollowScreen
from assessment.app.home_screen import HomeScreen
from assessment.app.plan_screen import PlanScreen
from assessment.dossier import Action
from assessment.followed import Followed, KeptAction, Told
from assessment.portfolio import due_actions, lines
from assessment.portfolio_words import PortfolioWords
from assessment.texts import texts
from assessment.workspace import ADVISER, Workspace
from questionnaire.languages import language_codes
from questionnaire.loading import standard_questionnaire
from questionnaire.typography import NO_BREAK
from tests.app.conftest import Driver, Open
from tests.app.test_sizes import cut_off, longest_line

TODAY = date(2026, 11, 25)
HOSTILE = "Acme [/x] [UK] \N{WATER WAVE}株式会社 " * 6


class Wednesday(date):
    """A day on which the tests always run."""

    @classmethod
    def today(cls) -> "Wednesday":
        return cls(TODAY.year, TODAY.month, TODAY.day)


@pytest.fixture(autouse=True)
def _on_that_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(screen_module, "date", Wednesday)
    yield


@pytest.fixture
def followed(workspace: Path) -> Path:
    """Four organisations: two actions late, one due this month, one next month, one without a plan."""
    plans = {
        "Le Jardin": (
            Action(title="Relire les statuts", owner="Awa", due=date(2026, 11, 20)),
            Action(title="Trier les contacts", due=date(2026, 11, 30)),
        ),
        HOSTILE.strip(): (Action(title="Copier [b] ailleurs " * 5, due=date(2026, 10, 2)),),
        "Café": (Action(title="Choisir un outil", due=date(2026, 12, 9)),),
        "Zèbre": (),
    }
    with Workspace(workspace) as opened:
        opened.keep_setting(ADVISER, "yes")
        for name, plan in plans.items():
            opened.keep_plan(opened.create(name, today=date(2026, 3, 2)).id, plan)
    return workspace


def rows(driver: Driver) -> list[str]:
    return [row.words.replace(NO_BREAK, " ") for row in driver.app.screen.query_one(ChoiceList).rows]


def prose(driver: Driver) -> str:
    return driver.prose.replace(NO_BREAK, " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


# --- pure


def test_late_ones_stand_apart_and_first_and_a_filter_keeps_its_own() -> None:
    late, month = (KeptAction(None, "Agir", None, None, day, "open") for day in (date(2026, 11, 1), TODAY))
    later = KeptAction(None, "Agir", None, None, date(2027, 1, 1), "open")
    found = lines([Followed("1", "1", "a", None, TODAY, TODAY, 1, (month, late, later))], TODAY)
    assert [one.action for one in due_actions(found, "all")] == [late, month]
    assert [one.action for one in due_actions(found, "late")] == [late]
    assert [one.action for one in due_actions(found, "this_month")] == [month]


@pytest.mark.parametrize("lang", language_codes())
@pytest.mark.parametrize("width", [30, 60, 69, 70, 80, 120, 200])
def test_every_row_has_the_width_of_its_heading(lang: str, width: int) -> None:
    words, t = PortfolioWords(lang, standard_questionnaire(), TODAY), texts("app", lang)
    action = KeptAction(None, HOSTILE, None, HOSTILE, TODAY, "open")
    found = lines([Followed("1", "1", HOSTILE, None, TODAY, TODAY, 1, (action,))], TODAY)
    (row,) = action_rows(due_actions(found, "all"), words, t, width)
    assert 3 + cell_len(row.words) == cell_len(actions_head(t, width))
    assert 3 + cell_len(row.words) <= max(width, 40)


# --- the page


async def test_the_actions_are_listed_and_lead_to_their_plan(opened: Open, followed: Path) -> None:
    async with opened(size=(120, 30)) as driver:
        await driver.go("follow")
        assert "4 structures suivies · 2 actions en retard · 1 à faire ce mois-ci" in prose(driver)
        assert len(rows(driver)) == 4
        await driver.press("a")
        first, second, third = rows(driver)
        assert "2 oct. 2026" in first and "Copier [b]" in first
        assert "20 nov. 2026" in second and "Relire les statuts" in second and "Le Jardin" in second
        assert "30 nov. 2026" in third and "Trier les contacts" in third
        await driver.press("2")
        assert len(rows(driver)) == 1 and "Trier les contacts" in rows(driver)[0]
        await driver.press("5")
        assert rows(driver) == [] and "A pour les revoir" in prose(driver)
        await driver.press("3", "down")
        assert "Relire les statuts · Awa · 20 nov. 2026" in prose(driver)
        await driver.press("enter")
        driver.page(PlanScreen)
        assert driver.app.desk.organisation is not None
        assert driver.app.desk.organisation.name == "Le Jardin"


async def test_the_organisations_come_back_and_both_lists_speak_the_other_language(
    opened: Open, followed: Path
) -> None:
    async with opened() as driver:
        await driver.go("follow")
        await driver.press("a", "f2")
        assert "2 late actions" in prose(driver) and "What is to be done" not in prose(driver)
        assert any("20 Nov 2026" in row for row in rows(driver))
        await driver.press("a")
        assert len(rows(driver)) == 4
        assert "no date" in rows(driver)[-1]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (200, 60)])
@pytest.mark.parametrize("lang", language_codes())
async def test_nothing_is_cut_off_on_any_screen(
    opened: Open, followed: Path, size: tuple[int, int], lang: str
) -> None:
    async with opened(size=size, lang=lang) as driver:
        await driver.go("follow")
        for keys in ((), ("a",), ("3",), ("6",), ("p",)):
            await driver.press(*keys)
            assert cut_off(driver.app.screen) == [], keys
            assert longest_line(driver.app.screen) <= 126, keys


async def test_one_key_makes_the_spreadsheet_and_replaces_none(
    opened: Open, followed: Path, home: Path
) -> None:
    async with opened() as driver:
        await driver.go("follow")
        for count in (1, 2):
            await driver.press("3", "x")
            box = driver.app.screen
            assert isinstance(box, FollowBox)
            await driver.until(lambda box=box: box._written is not None)  # type: ignore[misc]
            assert str(home / "Documents") in prose(driver).replace("\n", "")
            assert len(list((home / "Documents").glob("portefeuille-2026-11-25*.xlsx"))) == count
            await driver.press("escape")
    for path in (home / "Documents").glob("*.xlsx"):
        with zipfile.ZipFile(path) as archive:
            words = archive.read("xl/sharedStrings.xml").decode()
        assert "Le Jardin" in words and "Trier les contacts" in words
        assert "Café" not in words and "Zèbre" not in words


async def test_the_paper_is_in_the_language_of_the_moment(opened: Open, followed: Path, home: Path) -> None:
    async with opened() as driver:
        await driver.go("follow")
        await driver.press("p", "f2", "3")
        box = driver.app.screen
        assert isinstance(box, FollowBox)
        await driver.until(lambda: box._written is not None)
    (text,) = (home / "Documents").glob("portfolio-*.txt")
    said = text.read_text()
    assert "all those being followed" in said and "suivies" not in said


async def test_what_is_searched_is_said_on_the_paper(opened: Open, followed: Path, home: Path) -> None:
    async with opened() as driver:
        await driver.go("follow")
        await driver.press("slash")
        driver.app.screen.query_one(Input).value = "jard"
        await driver.press("enter", "p", "3")
        box = driver.app.screen
        assert isinstance(box, FollowBox)
        await driver.until(lambda: box._written is not None)
    (text,) = (home / "Documents").glob("*.txt")
    said = text.read_text().replace(NO_BREAK, " ")
    assert "dont le nom contient « jard »" in said and "Le Jardin" in said and "Zèbre" not in said


async def test_leaving_adviser_mode_leaves_the_page(opened: Open, followed: Path) -> None:
    async with opened() as driver:
        await driver.go("follow")
        driver.page(FollowScreen)
        await driver.press("f7")
        await driver.until(lambda: isinstance(driver.app.screen, HomeScreen))


async def test_thousands_show_the_first_rows_and_the_arrows_read_one_organisation(
    opened: Open, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = Followed("x", "x", "Le Jardin", None, TODAY, TODAY, 1, ())
    late = KeptAction(None, "Agir", None, None, TODAY - timedelta(days=1), "open")
    many = tuple(
        Followed(f"{n}", f"{n}", f"Le Jardin {n:04}", None, row.first, row.latest, 1, (late, late))
        for n in range(5_000)
    )
    asked: list[int] = []

    def told(_: Workspace, ids: list[str]) -> dict[str, Told]:
        asked.append(len(ids))
        return {}

    monkeypatch.setattr(Workspace, "followed", lambda _: many)
    monkeypatch.setattr(Workspace, "told", told)
    async with opened() as driver:
        driver.app.desk.advise(True)
        await driver.go("follow")
        assert len(rows(driver)) == 30 and "les 30 premières sur 5 000" in prose(driver)
        await driver.press("down", "down", "a", "down")
        assert len(rows(driver)) == 30 and "les 30 premières sur 10 000" in prose(driver)
        assert asked and set(asked) == {1}
