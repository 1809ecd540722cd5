"""The document page: what can be chosen, what is written where, its first page, opening it."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.app import document, pdf_screen
from assessment.app.ask_box import AskBox
from assessment.app.choice_list import ChoiceList
from assessment.app.confirm_box import ConfirmBox
from assessment.app.organisation_screen import OrganisationScreen
from assessment.app.pdf_screen import PdfScreen
from assessment.app.pick_box import PickBox
from assessment.app.preview_box import PreviewBox
from assessment.app.sheet import Sheet
from assessment.demo import fill
from assessment.dossier import read_dossier
from assessment.report import report_document
from assessment.workspace import Workspace
from questionnaire.loading import standard_questionnaire

Open = Callable[..., Any]


@pytest.fixture
def demo(workspace: Path) -> Path:
    """A workspace with the three fictional organisations, the first with a comment and a private note."""
    fill(workspace)
    with Workspace(workspace) as opened:
        row = opened.organisations()[0]
        for field, text in (("comments.tech_ai", "Mon mot"), ("adviser_notes.tech_ai", "Secret")):
            held = opened.sheet(row.assessment_id).get(field)
            opened.record(row.assessment_id, field, text, expected=held)
    return workspace


async def at_page(driver: Any, which: int = 0) -> PdfScreen:  # noqa: ANN401
    """Go to the document of an organisation."""
    await driver.go("open", driver.app.workspace.organisations()[which].id)
    await driver.go("pdf")
    page: PdfScreen = driver.page(PdfScreen)
    return page


async def written(driver: Any, *keys: str) -> tuple[Path, ...]:  # noqa: ANN401
    """Press keys, write, and return the files."""
    page = driver.page(PdfScreen)
    page.papers.written = ()
    await driver.press(*keys, "w")
    await driver.until(lambda: bool(page.papers.written))
    files: tuple[Path, ...] = page.papers.written
    return files


def rows(driver: Any) -> dict[str, str]:  # noqa: ANN401
    """What each row of the list in sight says."""
    return {row.key: f"{row.mark} {row.words}" for row in driver.app.screen.query_one(ChoiceList).rows}


def reason(driver: Any, choice: str) -> str:  # noqa: ANN401
    """Why a row that cannot be chosen says it does not apply."""
    (row,) = [row for row in driver.app.screen.query_one(ChoiceList).rows if row.key == choice]
    assert not row.enabled
    return str(row.words)


def said(driver: Any) -> list[str]:  # noqa: ANN401
    """Every message in sight."""
    return [one.message for one in driver.app._notifications]


def dossier_of(pdf: Path) -> Any:  # noqa: ANN401
    """Read the dossier a PDF carries."""
    return read_dossier(pdf.read_bytes(), pdf.name, standard_questionnaire())


# --- choosing ---------------------------------------------------------------------------------------


async def test_it_starts_from_the_short_form_in_the_language_of_the_app(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        await at_page(driver)
        shown = rows(driver)
        assert "(●) courte" in shown["version"] and "(●) français" in shown["language"]
        assert "[x]" in shown["dossier"]
        assert "[ ]" in shown["word"] and "[ ]" in shown["text"]
        assert shown["write"].rstrip().endswith(".pdf")
        await driver.press("f2")
        assert "(●) English" in rows(driver)["language"]


async def test_what_the_short_form_has_no_use_for_says_why(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        page = await at_page(driver)
        before = page.papers.choices
        for key, choice in (("2", "comments"), ("4", "population")):
            await driver.press(key)
            assert reason(driver, choice) in said(driver)[-1]
        assert page.papers.choices == before
        await driver.press("1", "2")
        assert "[ ]" in rows(driver)["comments"]
        assert not page.papers.choices.comments


async def test_the_unshifted_row_of_an_azerty_keyboard_chooses_too(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        await at_page(driver)
        await driver.press("ampersand", "quotation_mark", "è")
        shown = rows(driver)
        assert "(●) complète" in shown["version"] and "(●) English" in shown["language"]
        assert "[x]" in shown["text"]


async def test_arrows_enter_and_space_choose_as_well(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        page = await at_page(driver)
        await driver.press("down", "enter")
        assert page.papers.choices.is_full
        await driver.press("down", "space")
        assert not page.papers.choices.wants_comments


async def test_the_population_changes_the_document_and_not_the_results(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        await at_page(driver)
        await driver.press("1", "4")
        assert isinstance(driver.app.screen, PickBox)
        assert "(●)" in rows(driver)["all"]
        await driver.press("3")
        assert "France" in rows(driver)["population"]
        assert (driver.app.desk.order().diagnosis.population, driver.app.desk.diagnosis().population) == (
            "france",
            "all",
        )
        await driver.press("4")
        assert "(●)" in rows(driver)["france"]
        await driver.press("escape")
        _, text = await written(driver, "7")
        assert "France" in text.read_text(encoding="utf-8")


async def test_the_language_of_the_document_is_not_that_of_the_app(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        await at_page(driver)
        pdf, text = await written(driver, "3", "7")
        assert "digital-self-assessment" in pdf.name and pdf.stem == text.stem
        assert "Three things to do" in text.read_text(encoding="utf-8")
        assert (driver.app.desk.lang, "enregistré" in driver.prose) == ("fr", True)
        await driver.press("f2")
        assert "(●) English" in rows(driver)["language"]


async def test_the_choices_are_remembered_for_each_organisation(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        page = await at_page(driver)
        await driver.press("1", "2", "3", "7")
        chosen = page.papers.choices
        assert (await at_page(driver, 1)).papers.choices == document.DocumentChoices()
        assert (await at_page(driver)).papers.choices == chosen


async def test_the_document_goes_to_the_folder_typed(opened: Open, demo: Path, tmp_path: Path) -> None:
    async with opened() as driver:
        await at_page(driver)
        await driver.press("8")
        assert isinstance(driver.app.screen, AskBox)
        await driver.enter(str(tmp_path / "nowhere"))
        assert "nowhere" in said(driver)[-1]
        await driver.press("8")
        await driver.enter(f'"{tmp_path}"')
        (file,) = await written(driver)
        assert file.parent == tmp_path


# --- writing ----------------------------------------------------------------------------------------


async def test_the_document_is_written_where_it_says_and_never_over_another_unasked(
    opened: Open, demo: Path, home: Path
) -> None:
    async with opened() as driver:
        page = await at_page(driver)
        (first,) = await written(driver)
        assert str(first) in driver.prose
        assert home / "Documents" == first.parent
        assert first.read_bytes().startswith(b"%PDF")
        await driver.press("9")
        assert isinstance(driver.app.screen, ConfirmBox)
        beside, _ = driver.app.screen.query_one(ChoiceList).rows
        assert beside.words.endswith(f"{first.stem} (2).pdf")
        await driver.press("1")
        await driver.until(lambda: page.papers.written != (first,))
        assert len(list(first.parent.glob("*.pdf"))) == 2


async def test_a_text_already_there_is_not_replaced_either(opened: Open, demo: Path, home: Path) -> None:
    async with opened() as driver:
        page = await at_page(driver)
        (pdf,) = await written(driver)
        pdf.unlink()
        pdf.with_suffix(".txt").write_text("à garder", encoding="utf-8")
        await driver.press("7", "w")
        assert isinstance(driver.app.screen, ConfirmBox)
        assert f"{pdf.stem}.txt" in driver.prose and f"{pdf.stem}.pdf" not in driver.prose
        await driver.press("1")
        await driver.until(lambda: len(page.papers.written) == 2)
        assert pdf.with_suffix(".txt").read_text(encoding="utf-8") == "à garder"
        assert [file.name for file in page.papers.written] == [
            f"{pdf.stem} (2).pdf",
            f"{pdf.stem} (2).txt",
        ]


@pytest.mark.parametrize("keys", [("6", "7"), ("1", "6", "7")], ids=["short", "full"])
async def test_the_same_is_written_for_a_word_processor_and_as_plain_text(
    opened: Open, demo: Path, keys: tuple[str, ...]
) -> None:
    async with opened() as driver:
        await at_page(driver)
        _, word, text = await written(driver, *keys)
        assert (word.suffix, text.suffix) == (".docx", ".txt")
        assert word.read_bytes().startswith(b"PK")
        assert "L’Abri du vélo" in text.read_text(encoding="utf-8")
        assert ".docx et .txt" in driver.prose


async def test_a_folder_that_takes_no_file_is_told_in_one_sentence(
    opened: Open, demo: Path, home: Path
) -> None:
    async with opened() as driver:
        page = await at_page(driver)
        page.papers.choices = page.papers.choices.with_folder(home / "gone")
        await driver.press("9")
        await driver.until(lambda: bool(said(driver)))
        assert page.papers.written == ()
        assert "gone" in said(driver)[0]
        assert "Je prépare" not in driver.prose


async def test_one_document_is_made_at_a_time_and_told_to_whoever_comes_back(
    opened: Open, demo: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def write_later(*given: Any) -> tuple[Path, ...]:  # noqa: ANN401
        assert may_go_on.wait(10)
        return document.write(*given)

    monkeypatch.setattr(pdf_screen, "write", write_later)
    async with opened() as driver:
        page = await at_page(driver)
        await driver.press("w", "w", "escape")
        driver.page(OrganisationScreen)
        page = await at_page(driver)
        assert "Je prépare" in driver.prose
        may_go_on.set()
        await driver.until(lambda: bool(page.papers.written))
        assert str(page.papers.written[0]) in driver.prose
        assert len(list((home / "Documents").iterdir())) == 1


# --- the dossier inside -----------------------------------------------------------------------------


async def test_the_pdf_carries_the_dossier_without_comments_in_the_short_form(
    opened: Open, demo: Path
) -> None:
    async with opened() as driver:
        await at_page(driver)
        (pdf,) = await written(driver)
        assert dict(dossier_of(pdf).latest.comments) == {}
        assert dict(dossier_of(pdf).latest.adviser_notes) == {}
        assert (
            dossier_of(pdf).latest.answers
            == driver.app.desk.workspace.dossier(driver.app.desk.organisation.id).latest.answers
        )


async def test_the_full_form_carries_the_comments_and_never_the_private_notes(
    opened: Open, demo: Path
) -> None:
    async with opened() as driver:
        await at_page(driver)
        (pdf,) = await written(driver, "1")
        assert dossier_of(pdf).latest.comments["tech_ai"] == "Mon mot"
        assert dict(dossier_of(pdf).latest.adviser_notes) == {}


async def test_the_dossier_can_be_left_out(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        page = await at_page(driver)
        await driver.press("5")
        assert "[ ]" in rows(driver)["dossier"]
        assert page.desk.order().dossier is None


async def test_answers_the_disk_does_not_have_yet_are_in_the_pdf_all_the_same(
    opened: Open, demo: Path
) -> None:
    """What is printed and what is carried are the same answers."""
    async with opened() as driver:
        await at_page(driver)
        session = driver.app.desk.session
        session.sheet = session.sheet.with_field("complement.aim", "Un but tout neuf")
        assert json.loads(driver.app.desk.order().dossier)["assessments"][-1]["complement"]["aim"] == (
            "Un but tout neuf"
        )


async def test_the_example_has_no_dossier_to_carry_and_says_so(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("3")
        await driver.go("pdf")
        await driver.press("5")
        assert reason(driver, "dossier") in said(driver)[-1]
        (pdf,) = await written(driver)
        assert b"dossier-jalon" not in pdf.read_bytes()


async def test_a_pdf_received_is_opened_like_a_dossier(
    opened: Open, demo: Path, tmp_path: Path, home: Path
) -> None:
    async with opened() as driver:
        await at_page(driver)
        name = driver.app.desk.stored_name
        (pdf,) = await written(driver)
    async with opened(path=tmp_path / "other.sqlite3") as driver:
        await driver.press("4", "i")
        assert ".json" in driver.prose and "PDF" in driver.prose
        await driver.enter(str(pdf))
        driver.page(OrganisationScreen)
        assert driver.app.desk.stored_name == name


# --- the first page ---------------------------------------------------------------------------------


def sheet(driver: Any) -> str:  # noqa: ANN401
    """What stands on the sheet in sight, on one line."""
    assert isinstance(driver.app.screen, PreviewBox)
    return " ".join(driver.app.screen.query_one(Sheet).render().plain.split())


async def test_the_first_page_is_shown_in_the_language_chosen_and_left_with_escape(
    opened: Open, demo: Path
) -> None:
    async with opened() as driver:
        await at_page(driver)
        await driver.press("a")
        assert "Autodiagnostic numérique" in sheet(driver)
        await driver.press("f2")
        assert "Digital self-assessment" in sheet(driver)
        await driver.press("escape", "f2", "3", "a")
        assert "Digital self-assessment" in sheet(driver)
        assert "Aperçu" in str(driver.app.screen.query_one(Sheet).border_title)
        await driver.press("down", "pagedown", "pageup", "up", "escape")
        driver.page(PdfScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40), (20, 5)])
async def test_the_first_page_stands_every_size(opened: Open, demo: Path, size: tuple[int, int]) -> None:
    async with opened(size=size) as driver:
        page = await at_page(driver)
        await driver.press("a")
        document = report_document(page.desk.diagnosis(), "fr", date=page.desk._day())
        assert document.standing.split()[0] in sheet(driver)
        for width, height in ((1, 1), (40, 12), size):
            await driver.pilot.resize_terminal(width, height)
            await driver.pilot.pause()


# --- opening ----------------------------------------------------------------------------------------


async def test_the_document_and_its_folder_are_opened_with_the_system(
    opened: Open, demo: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def note(path: Path) -> bool:
        asked.append(path)
        return True

    monkeypatch.setattr(pdf_screen, "open_with_viewer", note)
    async with opened() as driver:
        await at_page(driver)
        await driver.press("o")
        assert asked == [] and "(9)" in said(driver)[-1]
        await driver.press("r")
        (pdf,) = await written(driver)
        await driver.press("o", "r")
        assert asked == [home / "Documents", pdf, home / "Documents"]


async def test_a_document_that_is_gone_or_cannot_be_opened_is_said(
    opened: Open, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_screen, "open_with_viewer", lambda path: False)
    async with opened() as driver:
        await at_page(driver)
        (pdf,) = await written(driver)
        await driver.press("o")
        assert str(pdf) in said(driver)[-1]
        pdf.unlink()
        await driver.press("o")
        assert "On ne le trouve plus ici" in said(driver)[-1]
