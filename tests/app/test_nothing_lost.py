"""Leaving at once, with a full disk or with a text half written: nothing is lost without a word."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, TextArea

from assessment.app import document, pdf_screen
from assessment.app.choice_list import ChoiceList
from assessment.app.comment_box import CommentBox
from assessment.app.home_screen import HomeScreen
from assessment.app.organisation_screen import OrganisationScreen
from assessment.app.pdf_screen import PdfScreen
from assessment.app.plan_box import PlanBox
from assessment.app.plan_screen import PlanScreen
from assessment.app.question_screen import QuestionScreen
from assessment.app.quit_box import QuitBox
from assessment.demo import fill
from assessment.errors import BadInput
from assessment.workspace import Workspace

Open = Callable[..., Any]


@pytest.fixture
def demo(workspace: Path) -> Path:
    """A workspace with the three fictional organisations."""
    fill(workspace)
    return workspace


@pytest.fixture
def full_disk() -> Iterator[pytest.MonkeyPatch]:
    """Make every answer be refused until `undo` is called."""

    def refuse(*_: object, **__: object) -> None:
        raise BadInput("workspace.full", file="w.sqlite3", reason="full")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Workspace, "record", refuse)
        yield patch


def said(driver: Any) -> list[str]:  # noqa: ANN401
    """Every message in sight."""
    return [one.message for one in driver.app._notifications]


async def refused(driver: Any, *keys: str) -> None:  # noqa: ANN401
    """Answer questions from q07 on, and wait until the disk refuses."""
    await driver.go("open", driver.app.workspace.organisations()[0].id)
    await driver.go("question", "q07")
    await driver.press(*keys)
    await driver.until(lambda: driver.app.desk.problem is not None)


async def test_a_document_asked_for_and_left_at_once_is_written_and_told(
    opened: Open, demo: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_left = threading.Event()

    def write_later(*given: Any) -> tuple[Path, ...]:  # noqa: ANN401
        assert has_left.wait(10)
        return document.write(*given)

    monkeypatch.setattr(pdf_screen, "write", write_later)
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.go("pdf")
        await driver.press("9", "escape")
        driver.page(OrganisationScreen)
        has_left.set()
        await driver.until(lambda: bool(said(driver)))
        (file,) = (home / "Documents").glob("*.pdf")
        assert file.read_bytes().startswith(b"%PDF")
        (told,) = said(driver)
        assert str(file) in told


async def test_making_the_document_is_said_only_meanwhile(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.go("pdf")
        page = driver.page(PdfScreen)
        page.action_write()
        assert "Je prépare" in driver.prose
        await driver.until(lambda: bool(page.papers.written))
        assert "Je prépare" not in driver.prose
        assert str(page.papers.written[0]) in driver.prose
        assert said(driver) == []


async def test_answers_the_disk_refuses_stay_on_the_screen_and_are_all_saved_later(
    opened: Open, demo: Path, full_disk: pytest.MonkeyPatch
) -> None:
    async with opened() as driver:
        row = driver.app.workspace.organisations()[0]
        held = driver.app.workspace.sheet(row.assessment_id).answer("tech_cloud_bigdata")
        first, second = ("1", "2") if held != "use" else ("2", "1")
        await refused(driver, first)
        given = driver.app.desk.session.sheet
        await driver.press("f3")
        driver.page(HomeScreen)
        await driver.go("open", row.id)
        session = driver.app.desk.session
        assert dict(session.sheet.fields) == dict(given.fields)
        assert (session.pending, session.position) == (1, "tech_ai")
        await driver.go("question", "q07")
        await driver.press(second)
        wanted = driver.app.desk.session.sheet
        assert wanted.answer("tech_cloud_bigdata") != given.answer("tech_cloud_bigdata")
        full_disk.undo()
        await driver.press("f5")
        await driver.saved()
        assert driver.app.desk.problem is None
        assert said(driver) == []
        assert dict(driver.app.workspace.sheet(row.assessment_id).fields) == dict(wanted.fields)
        assert dict(driver.app.desk.session.sheet.fields) == dict(wanted.fields)
        assert "enregistré à" in driver.page(QuestionScreen).heading().aside


async def test_a_new_organisation_never_takes_over_unsaved_answers(
    opened: Open, full_disk: pytest.MonkeyPatch
) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.enter("Premier nom")
        await driver.until(lambda: driver.app.desk.problem is not None)
        await driver.press("f3", "n")
        assert driver.app.desk.stored_name == ""
        assert len(driver.app.workspace.organisations()) == 2
        full_disk.undo()


async def test_the_list_is_right_once_the_disk_takes_the_answers(
    opened: Open, full_disk: pytest.MonkeyPatch
) -> None:
    async with opened() as driver:
        await driver.press("1")
        await driver.enter("Premier nom")
        await driver.until(lambda: driver.app.desk.problem is not None)
        await driver.press("f3")
        rows = driver.page(HomeScreen).query_one(ChoiceList)
        assert "Premier nom" not in rows.rows[0].words
        full_disk.undo()
        await driver.press("f5")
        await driver.saved()
        assert "Premier nom" in rows.rows[0].words


async def test_a_problem_is_told_once_and_not_on_the_next_page(
    opened: Open, demo: Path, full_disk: pytest.MonkeyPatch
) -> None:
    async with opened() as driver:
        await refused(driver, "1")
        for _ in range(3):
            await driver.press("f5")
            await driver.until(lambda: bool(said(driver)))
        assert len(said(driver)) == 1
        await driver.press("escape")
        driver.page(OrganisationScreen)
        assert said(driver) == []
        full_disk.undo()


async def test_quitting_with_a_full_disk_asks_first(
    opened: Open, demo: Path, full_disk: pytest.MonkeyPatch
) -> None:
    async with opened() as driver:
        await refused(driver, "1", "1")
        await driver.press("ctrl+q")
        assert isinstance(driver.app.screen, QuitBox)
        assert "2" in driver.prose
        await driver.press("ctrl+q")
        assert isinstance(driver.app.screen, QuitBox)
        full_disk.undo()
        await driver.press("1")
        await driver.saved()
        assert driver.app.desk.problem is None
        await driver.press("ctrl+q")
        assert driver.app._exit


async def test_quitting_above_a_text_half_written_warns_once(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.go("question", "q08")
        await driver.press("c")
        driver.app.screen.query_one(TextArea).text = "à moitié"
        await driver.press("ctrl+q")
        assert isinstance(driver.app.screen, CommentBox)
        assert not driver.app._exit
        assert "Ctrl+Q" in said(driver)[0]
        await driver.press("ctrl+q")
        assert driver.app._exit


async def test_escape_warns_once_before_dropping_a_plan(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.go("plan")
        await driver.press("1", "escape")
        driver.page(PlanScreen)
        await driver.press("1")
        driver.app.screen.query_one("#help", Input).value = "autre chose"
        await driver.press("escape")
        assert isinstance(driver.app.screen, PlanBox)
        assert len(said(driver)) == 1
        await driver.press("escape")
        driver.page(PlanScreen)
        assert said(driver) == []


async def test_letters_work_with_caps_lock_and_are_still_typed_in_lines(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("4", "N")
        assert driver.step == "name"
        await driver.press("C", "U", "N", "P")
        line = driver.app.focused
        assert isinstance(line, Input) and line.value == "CUNP"
        await driver.go("question", "q08")
        await driver.press("C")
        assert isinstance(driver.app.screen, CommentBox)
        await driver.press("C", "À", "É")
        assert driver.app.screen.query_one(TextArea).text == "CÀÉ"
