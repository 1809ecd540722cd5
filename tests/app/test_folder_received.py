"""A folder of dossiers typed in the box of « I »: the good ones come in, the others are named or decided."""

from pathlib import Path

import pytest

from assessment.app.conflicts_screen import ConflictsScreen
from assessment.app.folder_box import FolderBox
from assessment.app.home_screen import HomeScreen
from assessment.app.organisation_screen import OrganisationScreen
from assessment.app.received_folder import FolderWork, dossier_files, take_folder_in
from assessment.demo import demo_dossiers
from assessment.dossier import write_dossier
from assessment.errors import BadInput
from assessment.workspace import Workspace
from questionnaire.loading import standard_questionnaire
from questionnaire.typography import NO_BREAK
from tests.app.conftest import Driver, Open
from tests.app.test_conflicts import DEMO, OTHER, OWNER, changed, receive, told
from tests.app.test_sizes import cut_off

SECOND = demo_dossiers()[1]
SECOND_OTHER = changed(lambda tree: tree["assessments"][0]["answers"].update(tech_ai="dont_know"), SECOND)


@pytest.fixture
def folder(workspace: Path, tmp_path: Path) -> Path:
    """A folder with a dossier of each sort, beside a workspace that holds two organisations."""
    with Workspace(workspace) as opened:
        for kept in (DEMO, SECOND):
            opened.import_dossier(kept)
    folder = tmp_path / "reçus"
    folder.mkdir()
    contents = {"a-autre.json": OTHER, "b-neuf.json": demo_dossiers()[0], "c-autre.json": SECOND_OTHER}
    for name, dossier in {**contents, "d-connu.JSON": DEMO}.items():
        (folder / name).write_bytes(write_dossier(dossier, with_private_notes=True))
    (folder / "e-facture.pdf").write_bytes(b"%PDF-1.4 nothing of ours")
    (folder / "notes.txt").write_text("rien", encoding="utf-8")
    (folder / "f.json").mkdir()
    return folder


def work_in(folder: Path) -> FolderWork:
    return FolderWork(dossier_files(folder))


# --- pure, with a real workspace


def test_each_file_is_counted_once_and_the_good_ones_are_in(workspace: Path, folder: Path) -> None:
    work = work_in(folder)
    assert [file.name for file in work.files] == [
        "a-autre.json",
        "b-neuf.json",
        "c-autre.json",
        "d-connu.JSON",
        "e-facture.pdf",
    ]
    assert list(take_folder_in(work, workspace, standard_questionnaire())) == [1, 2, 3, 4, 5]
    assert (work.added, work.unchanged) == (["b-neuf.json"], ["d-connu.JSON"])
    assert [one.file for one in work.contradicting] == ["a-autre.json", "c-autre.json"]
    (refused,) = work.refused
    assert refused.text("fr").startswith("e-facture.pdf") and str(folder) not in refused.text("fr")
    assert work.bar == "█" * 20
    with Workspace(workspace) as opened:
        assert len(opened.organisations()) == 3
        assert opened.dossier(OWNER) == DEMO


def test_stopping_leaves_what_is_in(workspace: Path, folder: Path) -> None:
    work = work_in(folder)
    for done in take_folder_in(work, workspace, standard_questionnaire()):
        if done == 2:
            work.stop.set()
    assert (work.done, work.added) == (2, ["b-neuf.json"])


def test_a_folder_without_dossiers_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "gone"):
        with pytest.raises(BadInput) as caught:
            dossier_files(folder)
        assert str(folder) in caught.value.text("fr")


# --- in the app


async def take_in(driver: Driver, folder: Path) -> str:
    """Type the folder and return what is said once every file is done."""
    await receive(driver, folder)
    box = driver.app.screen
    assert isinstance(box, FolderBox)
    await driver.until(lambda: box._work.is_over and "█" not in driver.prose)
    return driver.prose.replace(NO_BREAK, " ")


async def test_the_sorts_are_counted_and_named_and_contradictions_are_decided_one_by_one(
    opened: Open, workspace: Path, folder: Path
) -> None:
    async with opened() as driver:
        said = await take_in(driver, folder)
        assert "Un dossier importé :\n  b-neuf.json" in said
        assert "2 dossiers ne disent pas la même chose qu’ici ; ils ne sont pas importés :" in said
        assert "Un fichier n’a pas pu être importé :\n  e-facture.pdf" in said
        assert "Un dossier déjà là, sans rien de nouveau :\n  d-connu.JSON" in said
        assert cut_off(driver.app.screen) == []
        await driver.press("enter")
        page = driver.page(ConflictsScreen)
        assert "a-autre.json" in driver.prose and "Un autre dossier attend ensuite." in driver.prose
        await driver.press("escape")
        driver.page(ConflictsScreen)
        assert "a-autre.json n’a pas été importé" in told(driver)
        assert "c-autre.json" in driver.prose and "attend ensuite" not in driver.prose
        assert page.conflicts[0].field == "answers.tech_ai"
        await driver.press("2", "x")
        driver.page(OrganisationScreen)
    with Workspace(workspace) as opened_again:
        assert opened_again.dossier(OWNER) == DEMO
        assert opened_again.dossier(str(SECOND.organisation.id)) == SECOND_OTHER


async def test_what_waits_can_be_taken_up_later_from_the_palette(opened: Open, folder: Path) -> None:
    async with opened() as driver:
        await take_in(driver, folder)
        await driver.press("escape")
        home = driver.page(HomeScreen)
        assert home.found.total == 3
        await driver.press("ctrl+p", *"attend", "enter")
        await driver.pilot.pause()
        driver.page(ConflictsScreen)
        await driver.press("r", "x")
        driver.page(ConflictsScreen)
        assert "5 versions reçues ont été prises." in told(driver)


async def test_a_folder_without_contradictions_closes_on_the_list(
    opened: Open, workspace: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "reçus"
    folder.mkdir()
    for number, dossier in enumerate(demo_dossiers()):
        (folder / f"{number}.json").write_bytes(write_dossier(dossier))
    async with opened(lang="en") as driver:
        assert "3 files imported:" in await take_in(driver, folder)
        await driver.press("enter")
        assert driver.page(HomeScreen).found.total == 3


async def test_an_empty_folder_is_told_on_the_list(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    async with opened() as driver:
        await receive(driver, tmp_path / "vide")
        driver.page(HomeScreen)
        assert "aucun dossier" in told(driver)
