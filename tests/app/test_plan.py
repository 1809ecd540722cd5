"""The plan: filled in, followed up, exported; nothing written in it goes without a word."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from textual.widgets import Input, TextArea

from assessment.app.choice_list import ChoiceList
from assessment.app.plan_box import PlanBox
from assessment.app.plan_files import write_beside
from assessment.app.plan_screen import PlanScreen
from assessment.app.prose import Prose
from assessment.dossier import Action
from assessment.errors import BadInput
from assessment.plan_export import ExportedFile
from assessment.workspace import Workspace

Open = Callable[..., Any]
NEXT_YEAR = date.today().year + 1


async def opened_plan(driver: Any, *plan: Action) -> None:  # noqa: ANN401
    """Open the plan of an organisation with two priorities, and these actions kept."""
    await driver.go("start")
    for field in ("complement.basics.b01", "answers.tech_ai"):
        driver.app.desk.session.note(field, "need")
    await driver.saved()
    driver.app.desk.keep_plan(plan)
    await driver.go("plan")


async def typed(driver: Any, **texts: str) -> None:  # noqa: ANN401
    """Write into lines of the box by their names, then keep."""
    for name, text in texts.items():
        line = driver.app.screen.query_one(f"#{name}")
        if isinstance(line, TextArea):
            line.text = text
        else:
            driver.app.screen.query_one(f"#{name}", Input).value = text
    await driver.press("ctrl+s")


def kept(driver: Any) -> tuple[Action, ...]:  # noqa: ANN401
    found: tuple[Action, ...] = driver.app.desk.plan()
    return found


def shown(driver: Any) -> str:  # noqa: ANN401
    rows = driver.app.screen.query_one(ChoiceList).rows
    return "\n".join(f"{row.mark} {row.words}" for row in rows)


def told(driver: Any, words: str) -> bool:  # noqa: ANN401
    return any(words in one.message for one in driver.app._notifications)


def echo(driver: Any) -> str:  # noqa: ANN401
    return str(driver.app.screen.query_one("#echo", Prose).text.plain)


# --- filling in ---------------------------------------------------------------------------------


async def test_a_line_starts_with_the_recommendations_own_first_step_and_keeps_the_one_written(
    opened: Open,
) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        await driver.press("1")
        step = driver.app.screen.query_one("#first_step", TextArea)
        assert "dossiers" in step.text
        await typed(driver, first_step="Appeler Idir [/x]", owner="Nadia")
        (action,) = kept(driver)
        assert (action.item, action.first_step, action.owner) == ("b01", "Appeler Idir [/x]", "Nadia")
        assert "Appeler Idir [/x]" in driver.prose


async def test_the_date_is_said_back_while_it_is_typed(opened: Open) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        await driver.press("1")
        due = driver.app.screen.query_one("#due", Input)
        assert "31/03/2027" in echo(driver)
        for text, words in (
            ("fin", "pas encore une date"),
            (f"fin mars {NEXT_YEAR}", f"31 mars {NEXT_YEAR}"),
        ):
            due.value = text
            await driver.pilot.pause()
            assert words in echo(driver)
        await driver.press("f2")
        assert f"31 March {NEXT_YEAR}" in echo(driver)
        await driver.press("ctrl+s")
        assert kept(driver)[0].due == date(NEXT_YEAR, 3, 31)


async def test_what_is_no_date_is_told_with_an_example_and_nothing_is_lost(opened: Open) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        await driver.press("1")
        await typed(driver, owner="Nadia", due="bientôt")
        assert told(driver, "« bientôt »".replace(" ", "\N{NO-BREAK SPACE}")) and told(driver, "fin juin")
        assert isinstance(driver.app.screen, PlanBox) and driver.app.focused.id == "due"
        assert kept(driver) == ()
        await typed(driver, due=f"juin {NEXT_YEAR}")
        assert (kept(driver)[0].owner, kept(driver)[0].due) == ("Nadia", date(NEXT_YEAR, 6, 30))


@pytest.mark.parametrize(("text", "words"), [("1/2/2021", "est passé"), ("31/03/2207", "plus de dix ans")])
async def test_a_date_long_gone_or_far_away_is_asked_about_once(opened: Open, text: str, words: str) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        await driver.press("1")
        await typed(driver, due=text)
        assert told(driver, words) and kept(driver) == ()
        await driver.press("ctrl+s")
        assert kept(driver)[0].due is not None
        await driver.press("1")
        await typed(driver, help="le réseau")
        assert kept(driver)[0].help == "le réseau"


async def test_leaving_the_box_warns_once_when_something_was_written(opened: Open) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        await driver.press("1")
        driver.app.screen.query_one("#owner", Input).value = "Nadia"
        await driver.press("escape")
        assert isinstance(driver.app.screen, PlanBox)
        await driver.press("escape")
        driver.page(PlanScreen)
        assert kept(driver) == ()


async def test_enter_and_the_arrows_go_through_the_lines(opened: Open) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        await driver.press("n")
        assert driver.app.focused.id == "title"
        seen = []
        for _ in range(4):
            await driver.press("enter")
            seen.append(driver.app.focused.id)
        assert seen == ["first_step", "owner", "due", "help"]
        await driver.press("up")
        assert driver.app.focused.id == "due"


# --- own actions and earlier ones ---------------------------------------------------------------


async def test_an_action_of_ones_own_needs_a_title_only_and_its_deletion_can_be_undone(opened: Open) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        await driver.press("n")
        await typed(driver, owner="Nadia")
        assert told(driver, "titre") and driver.app.focused.id == "title"
        await typed(driver, title="Refaire le site [/x]")
        (action,) = kept(driver)
        assert (action.item, action.title, action.owner) == (None, "Refaire le site [/x]", "Nadia")
        assert "Vos propres actions" in shown(driver)
        await driver.press("delete")
        assert kept(driver) == () and told(driver, "supprimée")
        await driver.press("u")
        assert kept(driver) == (action,)


async def test_two_own_actions_of_one_title_are_two_actions(opened: Open) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        for owner in ("Nadia", "Idir"):
            await driver.press("n")
            await typed(driver, title="Refaire le site", owner=owner)
        assert [action.owner for action in kept(driver)] == ["Nadia", "Idir"]
        await driver.press("4", "ctrl+s")
        await driver.press("4")
        await typed(driver, owner="Maud")
        assert [action.owner for action in kept(driver)] == ["Nadia", "Maud"]


async def test_an_action_whose_priority_was_taken_out_stays_and_stands_apart(opened: Open) -> None:
    async with opened() as driver:
        await opened_plan(driver, Action(item="tech_ai", title="Essayer l’IA", owner="Idir"))
        assert "plan précédent" not in shown(driver)
        driver.app.desk.session.note("priorities", ("b01",))
        await driver.go("plan")
        assert shown(driver).index("Gardées du plan précédent") < shown(driver).index("Essayer l’IA")
        assert "Idir" in shown(driver)
        driver.app.desk.session.note("answers.tech_ai", "no_need")
        await driver.go("plan")
        assert "Essayer l’IA" in shown(driver)


async def test_a_priority_is_not_deleted_here_and_that_is_said(opened: Open) -> None:
    async with opened() as driver:
        action = Action(item="b01", title="Copie")
        await opened_plan(driver, action)
        await driver.press("delete")
        assert told(driver, "C’est une priorité") and kept(driver) == (action,)


# --- following up -------------------------------------------------------------------------------


async def test_done_dropped_and_open_again_by_one_key_each(opened: Open) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        for key, status, words in (("f", "done", "✓"), ("z", "dropped", "×"), ("z", "open", "○")):
            await driver.press(key)
            assert kept(driver)[0].status == status
            assert words in shown(driver)
        await driver.press("u")
        assert kept(driver)[0].status == "dropped"
        assert "abandonné" in shown(driver)


async def test_a_late_action_says_so_in_words_until_it_is_done(opened: Open) -> None:
    async with opened() as driver:
        yesterday = date.today() - timedelta(days=1)
        await opened_plan(driver, Action(item="b01", title="Copie", owner="Idir", due=yesterday))
        assert "1 ! Copie\nIdir" in shown(driver) and "en retard" in shown(driver)
        await driver.press("f2")
        assert "late" in shown(driver)
        await driver.press("f")
        assert "late" not in shown(driver) and "done" in shown(driver)


async def test_undo_goes_back_over_every_change_and_says_when_there_is_none(opened: Open) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        await driver.press("u")
        assert told(driver, "Rien à annuler")
        await driver.press("1")
        await typed(driver, owner="Nadia")
        await driver.press("f", "u")
        assert [(one.owner, one.status) for one in kept(driver)] == [("Nadia", "open")]
        await driver.press("u")
        assert kept(driver) == ()


async def test_undo_never_goes_over_what_another_window_wrote(opened: Open, workspace: Path) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        await driver.press("f")
        theirs = (*kept(driver), Action(title="La leur"))
        with Workspace(workspace) as other:
            other.keep_plan(driver.app.desk.organisation.id, theirs)
        await driver.press("u")
        assert kept(driver) == theirs


async def test_the_plan_of_the_example_is_looked_at_only(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("example")
        await driver.go("plan")
        for key in ("1", "n", "f", "z", "delete", "u"):
            await driver.press(key)
            driver.page(PlanScreen)
        assert told(driver, "C’est un exemple")


async def test_an_empty_plan_has_its_own_words(opened: Open) -> None:
    async with opened(size=(60, 20)) as driver:
        await driver.go("start")
        await driver.go("plan")
        assert "Aucune action pour l’instant" in driver.prose
        await driver.press("1", "enter", "f", "z", "delete", "x", "pagedown")
        assert told(driver, "plan est vide")


# --- out ----------------------------------------------------------------------------------------


async def test_the_plan_goes_out_as_a_table_and_a_calendar(opened: Open, home: Path) -> None:
    async with opened() as driver:
        own = Action(title="Refaire le site", due=date(NEXT_YEAR, 3, 31), owner="Zoé")
        await opened_plan(driver, own)
        driver.app.desk.rename("Le Jardin")
        await driver.go("plan")
        await driver.press("x")
        folder = home / "Documents"
        assert str(folder / "plan-d-action-le-jardin.csv") in driver.prose
        assert "Une action est dans le fichier pour l’agenda" in driver.prose
        assert "2 autres n’ont pas de date" in driver.prose
        table = (folder / "plan-d-action-le-jardin.csv").read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(table), delimiter=";"))
        assert [row[1] for row in rows[1:]] == [line.said.title for line in driver.page(PlanScreen).lines]
        calendar = Calendar.from_ical((folder / "plan-d-action-le-jardin.ics").read_bytes())
        (event,) = calendar.walk("VEVENT")
        assert (str(event["summary"]), event.decoded("dtstart")) == (own.title, own.due)
        await driver.press("x")
        assert {path.name for path in folder.glob("* (2).*")} == {
            "plan-d-action-le-jardin (2).csv",
            "plan-d-action-le-jardin (2).ics",
        }


async def test_a_folder_that_takes_nothing_is_told(
    opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async with opened() as driver:
        await opened_plan(driver)
        monkeypatch.setattr("assessment.app.plan_screen.documents_folder", lambda: tmp_path / "nowhere")
        await driver.press("x")
        assert told(driver, "nowhere")


def test_both_files_take_the_same_number_and_nothing_is_written_over(tmp_path: Path) -> None:
    files = [ExportedFile("plan.csv", b"a", "text/csv"), ExportedFile("plan.ics", b"b", "text/calendar")]
    (tmp_path / "plan.ics").write_bytes(b"theirs")
    paths = write_beside(files, tmp_path)
    assert [path.name for path in paths] == ["plan (2).csv", "plan (2).ics"]
    assert (tmp_path / "plan.ics").read_bytes() == b"theirs"
    with pytest.raises(BadInput):
        write_beside(files, tmp_path / "nowhere")


@pytest.mark.parametrize("size", [(20, 5), (60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_box_stands_at_every_size_and_its_lines_can_all_be_reached(
    opened: Open, size: tuple[int, int]
) -> None:
    async with opened(size=size) as driver:
        await opened_plan(driver, Action(title="x" * 500 + " [/x]", help="水" * 300))
        await driver.press("n")
        for name in ("title", "first_step", "owner", "due", "help"):
            assert driver.app.focused.id == name
            await driver.press("tab")
        await driver.press("escape")
        await driver.pilot.resize_terminal(1, 1)
        await driver.pilot.resize_terminal(*size)
