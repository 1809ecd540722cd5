"""The adviser's private note: in adviser mode only, hidden on a projected screen, never handed out."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from textual.widgets import TextArea

from assessment.app.comment_box import CommentBox
from assessment.app.help_screen import HelpScreen
from assessment.app.key_line import all_bindings
from assessment.app.note_box import NoteBox
from assessment.app.question_screen import QuestionScreen
from assessment.app.review_screen import ReviewScreen
from assessment.app.team_paper import write_team_sheet
from assessment.dossier import write_dossier
from assessment.report import render_docx, render_pdf, render_text

Open = Callable[..., Any]
SECRET = "Zibeline"


async def write_note(driver: Any) -> None:  # noqa: ANN401
    """Write a private note about q08."""
    await driver.press("1")
    driver.app.desk.advise(True)
    await driver.go("question", "q08")
    await driver.press("4", "left", "a", *SECRET, "ctrl+s")


async def test_a_note_is_kept_apart_from_the_comment_in_a_box_of_its_own(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("1")
        driver.app.desk.advise(True)
        await driver.go("question", "q08")
        await driver.press("c")
        comment_border = driver.app.screen.query_one(".box").styles.border_top
        assert type(driver.app.screen) is CommentBox
        await driver.press("escape", "a")
        assert isinstance(driver.app.screen, NoteBox)
        assert driver.app.screen.query_one(".box").styles.border_top != comment_border
        assert "ne sera pas remise" in driver.prose
        assert "elle peut le demander" in driver.prose
        await driver.press(*SECRET, "ctrl+s")
        sheet = driver.app.desk.session.sheet
        assert dict(sheet.adviser_notes) == {"tech_ai": SECRET}
        assert dict(sheet.comments) == {}
        assert SECRET in driver.prose
        await driver.saved()
        kept = driver.app.workspace.sheet(driver.app.desk.organisation.assessment_id)
        assert dict(kept.adviser_notes) == {"tech_ai": SECRET}
        await driver.press("u")
        assert dict(driver.app.desk.session.sheet.adviser_notes) == {}


async def test_without_adviser_mode_the_key_does_nothing_and_stands_nowhere(opened: Open) -> None:
    async with opened() as driver:
        await write_note(driver)
        driver.app.desk.advise(False)
        await driver.go("question", "q08")
        await driver.press("a")
        page = driver.page(QuestionScreen)
        assert "note" not in {binding.id for binding in all_bindings(page)}
        assert SECRET not in driver.prose
        assert "rivée" not in driver.prose
        await driver.press("f1")
        assert isinstance(driver.app.screen, HelpScreen)
        assert "note privée" not in driver.prose


async def test_on_a_projected_screen_notes_are_hidden_and_the_key_says_why(opened: Open) -> None:
    async with opened() as driver:
        await write_note(driver)
        driver.app.desk.is_presenting = True
        await driver.go("question", "q08")
        assert SECRET not in driver.prose
        await driver.press("a")
        page = driver.page(QuestionScreen)
        assert "note" not in {binding.id for binding in all_bindings(page)}
        told = [note.message for note in driver.app._notifications]
        assert any("projeté" in sentence for sentence in told)
        await driver.go("review")
        rows = [row.after for row in driver.page(ReviewScreen).query_one("#answers").rows]
        assert not any("note" in after for after in rows)


async def test_a_box_left_open_hides_its_text_when_the_mode_ends_and_loses_nothing(opened: Open) -> None:
    async with opened() as driver:
        await write_note(driver)
        await driver.press("a")
        driver.app.desk.is_presenting = True
        driver.app.screen.repaint()
        text = driver.app.screen.query_one(TextArea)
        assert not text.display
        assert "caché" in driver.prose
        driver.app.desk.is_presenting = False
        driver.app.screen.repaint()
        await driver.press("ctrl+s")
        assert dict(driver.app.desk.session.sheet.adviser_notes) == {"tech_ai": SECRET}


async def test_the_review_marks_a_note_for_the_adviser(opened: Open) -> None:
    async with opened() as driver:
        await write_note(driver)
        await driver.go("review")
        rows = driver.page(ReviewScreen).query_one("#answers").rows
        assert [row.key for row in rows if "note privée" in row.after] == ["tech_ai"]
        assert not any(SECRET in f"{row.words}{row.after}" for row in rows)


async def test_no_file_that_is_handed_out_holds_a_note(opened: Open, tmp_path: Any) -> None:  # noqa: ANN401
    async with opened() as driver:
        await write_note(driver)
        await driver.saved()
        desk = driver.app.desk
        dossier = desk.workspace.dossier(desk.organisation.id)
        assert "adviser_notes" not in json.loads(write_dossier(dossier))["assessments"][0]
        diagnosis, day = desk.diagnosis(), date(2026, 11, 22)
        sheet = write_team_sheet(diagnosis, "fr", "txt", tmp_path).read_text(encoding="utf-8")
        assert "intelligence artificielle" in sheet
        text = render_text(diagnosis, "fr", date=day, form="full")
        handed = [
            sheet,
            text,
            write_dossier(dossier).decode(),
            render_pdf(diagnosis, "fr", date=day, form="full").decode("latin-1"),
            render_docx(diagnosis, "fr", date=day, form="full").decode("latin-1"),
        ]
        assert not any(SECRET in content for content in handed)
