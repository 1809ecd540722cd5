"""A workshop of twelve organisations, from their paper lines to the group's page and to paper."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.app.choice_list import ChoiceList
from assessment.app.entry import Entry
from assessment.app.group_papers import Batch, write_each
from assessment.app.group_screen import GroupScreen
from assessment.app.home_screen import HomeScreen
from assessment.app.prose import FittedProse
from assessment.app.workshop_screen import WorkshopScreen
from assessment.demo import demo_dossiers, fill
from assessment.report.content.group import PARTS
from assessment.workspace import Workspace
from questionnaire.exchange.paper_order import paper_order
from questionnaire.loading import standard_questionnaire
from tests.workshop import LINES, NAMED, sheets

Open = Callable[..., Any]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


async def type_all(driver: Any, lines: tuple[str, ...] = LINES) -> None:  # noqa: ANN401
    """Type forms, with the consent of those that gave it."""
    for place, line in enumerate(lines):
        driver.app.screen.query_one(Entry).value = line
        await driver.pilot.pause()
        if place in NAMED:
            await driver.press("f8")
        await driver.press("enter")


def page_text(driver: Any) -> str:  # noqa: ANN401
    return plain(str(driver.app.screen.query_one("#text", FittedProse).text.plain))


def test_twelve_paper_forms_become_a_group_in_a_real_terminal(
    terminal: Callable[..., Any], workspace: Path
) -> None:
    screen = terminal(workspace)
    screen.wait_for("Commencer")
    screen.press("\x1bOR")  # F3
    screen.wait_for("Vos structures")
    screen.press("w")
    screen.wait_for("Aucune fiche saisie")
    for place, line in enumerate(LINES):
        screen.press(line)
        if place in NAMED:
            screen.press("\x1b[19~")  # F8
            screen.wait_for("groupe.{1,3}à nommer.{1,3}\\(F8")
        screen.press("\r")
        screen.wait_for(f"{place + 1} fiches saisies" if place else "Une fiche saisie")
    screen.press("\x1b[20~")  # F9
    screen.wait_for(r"12 structures")
    screen.wait_for("Données ouvertes .open data.\\s: 6 en ont besoin, 2 l’utilisent")
    with Workspace(workspace) as opened:
        rows = opened.organisations()
        assert len(rows) == 12
        kept = {row.name: opened.sheet(row.assessment_id) for row in rows}
    order = paper_order(standard_questionnaire())
    for sheet in sheets():
        stored = kept[str(sheet.get("organisation.name"))]
        fields = (*(line.field for line in order), "consent.named")
        assert {f: stored.get(f) for f in fields} == {f: sheet.get(f) for f in fields}


async def test_what_is_typed_is_echoed_and_a_wrong_digit_told_at_once(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("workshop")
        await driver.press(*"Le", "space", *"Jardin", "space", *"&421")
        said = plain(driver.prose)
        assert "Le Jardin" in said
        assert "p02 Association" in said
        assert "b01 à améliorer · b02 ça va" in said
        assert "→ b03" in said
        await driver.press("7")
        assert "! « 7 » : la question b03 va de 1 à 5." in plain(driver.prose)
        await driver.press("enter")
        assert driver.app.workspace.organisations() == []
        await driver.press("backspace", "enter")
        assert [row.name for row in driver.app.workspace.organisations()] == ["Le Jardin"]
        assert driver.page(WorkshopScreen).query_one(Entry).value == ""


async def test_whoever_types_faster_than_the_screen_loses_nothing(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("workshop")
        entry = driver.page(WorkshopScreen).query_one(Entry)
        entry.value = LINES[0]
        await entry.action_submit()
        entry.value += "Le Jardin ; 1"
        await driver.pilot.pause()
        assert [row.name for row in driver.app.workspace.organisations()] == ["Le Potager d’Anouk"]
        assert entry.value == "Le Jardin ; 1"


async def test_a_form_is_corrected_and_its_consent_changed(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("workshop")
        await type_all(driver, LINES[:2])
        await driver.press("down", "up", "enter")
        entry = driver.page(WorkshopScreen).query_one(Entry)
        assert entry.value == LINES[0]
        entry.value = "Le Potager ; 2"
        await driver.press("f8", "enter")
        rows = {row.name: row for row in driver.app.workspace.organisations()}
        assert set(rows) == {"Le Potager", "Les Amis du Vélo 1901"}
        sheet = driver.app.workspace.sheet(rows["Le Potager"].assessment_id)
        assert (sheet.get("organisation.legal_form"), sheet.get("answers.tech_ai")) == ("enterprise", None)
        assert sheet.get("consent.named") is None
        await driver.press("down", "f8")
        other = driver.app.workspace.sheet(rows["Les Amis du Vélo 1901"].assessment_id)
        assert other.get("consent.named") is True


async def test_a_known_organisation_gets_one_more_assessment_and_keeps_the_first(
    opened: Open, workspace: Path
) -> None:
    fill(workspace)
    with Workspace(workspace) as before:
        first = before.organisations()[0]
        answers = dict(before.sheet(first.assessment_id).fields)
    async with opened() as driver:
        await driver.go("workshop")
        driver.app.screen.query_one(Entry).value = f"{first.name} ; 1122"
        await driver.pilot.pause()
        assert "Déjà dans vos structures" in driver.prose
        await driver.press("enter")
        row = driver.app.workspace.find(first.id)
        assert row.rounds == first.rounds + 1
        assert dict(driver.app.workspace.sheet(first.assessment_id).fields) == answers
        driver.app.screen.query_one(Entry).value = f"{first.name} ; 1"
        await driver.press("enter")
        assert driver.app.workspace.find(first.id).rounds == first.rounds + 1


async def test_a_line_not_saved_is_told_once_and_the_forms_are_found_again(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("workshop")
        await type_all(driver, LINES[:3])
        driver.app.screen.query_one(Entry).value = "Le Jardin 14"
        await driver.press("escape")
        driver.page(WorkshopScreen)
        await driver.press("escape")
        driver.page(HomeScreen)
        await driver.press("w")
        assert len(driver.page(WorkshopScreen).query_one(ChoiceList).rows) == 3


async def test_f2_says_the_workshop_and_the_group_in_place(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("workshop")
        await type_all(driver, LINES[:6])
        driver.app.screen.query_one(Entry).value = "Le Jardin ; 14"
        await driver.press("f2")
        assert "→ b01 If your main computer" in plain(driver.prose)
        driver.app.screen.query_one(Entry).value = ""
        await driver.press("enter")
        assert "6 organisations" in str(driver.page(GroupScreen).heading())
        await driver.press("f2")
        assert "Où en est le groupe" in page_text(driver)


async def test_the_group_shows_every_page_and_projects_no_name_without_consent(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("workshop")
        await type_all(driver)
        await driver.press("f9", "f6")
        assert driver.app.desk.is_presenting
        willing = {LINES[place].partition(" ;")[0] for place in NAMED}
        others = [line.partition(" ;")[0] for line in LINES if line.partition(" ;")[0] not in willing]
        seen = ""
        for number in range(1, len(PARTS) + 1):
            await driver.press(str(number))
            seen += page_text(driver)
        said = " ".join(seen.split())
        assert any(name in said for name in willing)
        assert not any(name in said or name.split()[-1] in said for name in others)
        await driver.press("escape")
        driver.page(GroupScreen)
        await driver.press("f6", "escape")
        driver.page(HomeScreen)


async def test_organisations_ticked_at_home_make_the_group(opened: Open, workspace: Path) -> None:
    fill(workspace)
    async with opened() as driver:
        await driver.go("home")
        await driver.press("o")
        assert len(driver.page(GroupScreen).rows) == 3
        assert "Moins de 5 structures" in page_text(driver)
        await driver.press("escape", "down", "space", "down", "space")
        await driver.press("o")
        assert len(driver.page(GroupScreen).rows) == 2


async def test_an_empty_home_has_no_group_and_says_what_to_do(opened: Open) -> None:
    async with opened() as driver:
        await driver.go("group")
        assert "Aucune structure à compter" in page_text(driver)
        await driver.press("p", "e", "2")


async def test_the_group_and_each_member_get_their_document(opened: Open, home: Path) -> None:
    async with opened() as driver:
        await driver.go("workshop")
        await type_all(driver, LINES[:5])
        await driver.press("f9", "p")
        written = home / "Documents"
        await driver.until(lambda: "enregistré" in driver.prose)
        group = list(written.glob("*.pdf"))
        assert len(group) == 1
        assert str(group[0]) in driver.prose
        await driver.press("e")
        await driver.until(lambda: "5 documents enregistrés" in driver.prose)
        folder = next(path for path in written.iterdir() if path.is_dir())
        assert str(folder) in driver.prose
        assert len(list(folder.glob("*.pdf"))) == 5


def test_the_documents_stop_where_they_are_told_to(tmp_path: Path) -> None:
    batch = Batch(3, tmp_path / "atelier")
    made = []
    for path in write_each(demo_dossiers(), batch, "fr"):
        made.append(path)
        batch.stop.set()
    assert (batch.done, len(made)) == (1, 1)
    assert list(batch.folder.iterdir()) == made
    assert (batch.bar.count("█"), len(batch.bar)) == (6, 20)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 15), (20, 5)])
async def test_both_pages_hold_at_any_size(opened: Open, size: tuple[int, int]) -> None:
    async with opened(size=size) as driver:
        await driver.go("workshop")
        await type_all(driver, LINES[:6])
        await driver.press("down", "escape", "f9")
        for number in range(1, len(PARTS) + 1):
            await driver.press(str(number))
        await driver.press("f6", "2", "f6")
        driver.page(GroupScreen)
