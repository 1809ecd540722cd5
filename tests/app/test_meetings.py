"""Meetings, archive and all that is kept, played through the app."""

import io
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from assessment.app.choice_list import ChoiceList
from assessment.app.confirm_box import ConfirmBox
from assessment.app.erase_box import EraseBox
from assessment.app.file_screen import FileScreen
from assessment.app.home_screen import HomeScreen
from assessment.app.meeting_box import MeetingBox
from assessment.app.meeting_rows import meeting_lines, meeting_rows, next_line, people_in, people_line
from assessment.app.meetings_screen import MeetingsScreen
from assessment.app.organisation_screen import OrganisationScreen
from assessment.demo import demo_dossiers, fill
from assessment.texts import texts
from assessment.workspace import MeetingNote, MeetingRow, RoundRow, Workspace
from tests.app.conftest import Driver, Open

TODAY = date.today()
SECRET = "Le trésorier part en mars"
TWO_ROUNDS = str(demo_dossiers()[2].organisation.id)


@pytest.fixture
def kept(workspace: Path) -> Path:
    """A workspace with the fictional organisations, opened by an adviser."""
    fill(workspace)
    with Workspace(workspace) as opened:
        opened.keep_setting("adviser", "yes")
    return workspace


def rows(driver: Driver) -> str:
    """Return the rows of the list on top."""
    return "\n".join(row.words + row.after for one in driver.app.screen.query(ChoiceList) for row in one.rows)


def told(driver: Driver) -> str:
    """Return what was said last, above the page."""
    return "\n".join(toast.message for toast in driver.app._notifications)


async def write(driver: Driver, *, day: str | None = None, people: str = "", minutes: str = "") -> None:
    """Fill in the box on top and keep it."""
    box = driver.app.screen
    assert isinstance(box, MeetingBox)
    if day is not None:
        box.query_one("#day", Input).value = day
    box.query_one("#people", Input).value = people
    box.query_one(TextArea).text = minutes
    await driver.press("ctrl+s")


# --- pure ---------------------------------------------------------------------------------------


def row(number: int, day: date, minutes: str | None = None) -> MeetingRow:
    return MeetingRow(number, MeetingNote(day, minutes=minutes))


def round_row(number: int, day: date) -> RoundRow:
    return RoundRow(f"r{number}", f"t{number}", number, day, "soga-2019", 1, 40, False)


def test_meetings_and_rounds_stand_by_date_the_latest_first() -> None:
    day = date(2026, 5, 1)
    rounds = [(round_row(n, day.replace(month=5 + n)), MeetingNote(day.replace(month=5 + n))) for n in (0, 1)]
    lines = meeting_lines([row(1, date(2026, 7, 1)), row(2, day)], rounds)
    assert [line.key for line in lines] == ["1", "T1", "2"]  # nothing was noted of T0
    assert lines[1].is_latest_round
    assert next_line(lines, date(2026, 6, 2)) is lines[0]
    assert next_line(lines, date(2026, 7, 1)) is None


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_only_the_nearest_meeting_to_come_is_the_next_one(lang: str) -> None:
    t = texts("app", lang)
    lines = meeting_lines([row(1, date(2027, 1, 1)), row(2, date(2026, 12, 1)), row(3, date(2026, 1, 1))], [])
    shown = [one.words for one in meeting_rows(lines, t, date(2026, 11, 1))]
    assert t("meetings.to_come") in shown[0]
    assert t("meetings.next") in shown[1]
    assert "·" not in shown[2]
    assert shown[2].endswith(t("meetings.nothing_noted"))


def test_people_are_told_apart_by_commas() -> None:
    assert people_in(" Ana,Ben , Zoé,, ") == ("Ana", "Ben", "Zoé")
    assert people_in("Lise, associée; Ben ;") == ("Lise, associée", "Ben")
    for people in (("Lise, associée", "Ben"), ("Ana", "Ben"), ()):
        assert people_in(people_line(people)) == people
    assert people_in("  ") == ()


# --- played -------------------------------------------------------------------------------------


async def test_meetings_are_noted_changed_deleted_and_brought_back(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", TWO_ROUNDS)
        await driver.press("9")
        await driver.press("n")
        await write(driver, people="Ana, Ben", minutes="On commence\npar les copies.")
        (one,) = driver.app.workspace.meetings(TWO_ROUNDS)
        assert one.note == MeetingNote(TODAY, ("Ana", "Ben"), "On commence\npar les copies.")
        assert "Ana · Ben — On commence" in rows(driver)
        assert "par les copies." in driver.prose
        assert "partagées" in driver.prose and "notes privées" in driver.prose
        await driver.press("n")
        await write(driver, day="dans 2 mois")
        assert "prochaine séance" in rows(driver)
        await driver.press("1")
        await write(driver, day="31/12/2030", people="Zoé")
        note = driver.app.workspace.meetings(TWO_ROUNDS)[0].note
        assert note == MeetingNote(date(2030, 12, 31), ("Zoé",))
        await driver.press("e")
        assert isinstance(driver.app.screen, ConfirmBox)
        assert "31 décembre 2030" in driver.prose
        await driver.press("1")
        assert len(driver.app.workspace.meetings(TWO_ROUNDS)) == 2
        await driver.press("delete", "2")
        assert len(driver.app.workspace.meetings(TWO_ROUNDS)) == 1
        await driver.press("u")
        assert driver.app.workspace.meetings(TWO_ROUNDS)[0].note == note
        await driver.press("u", "u")
        assert [m.note for m in driver.app.workspace.meetings(TWO_ROUNDS)] == [one.note]
        await driver.press("u", "u")
        assert driver.app.workspace.meetings(TWO_ROUNDS) == ()
        driver.page(MeetingsScreen)


async def test_the_session_of_a_round_is_listed_and_only_the_latest_can_change(
    opened: Open, kept: Path
) -> None:
    with Workspace(kept) as workspace:
        first, latest = workspace.rounds(TWO_ROUNDS)
        held = workspace.sheet(first.id).get("session.minutes")
        workspace.record(first.id, "session.minutes", "Premier point.", expected=held)
        before = workspace.sheet(latest.id).get("session.minutes")
    async with opened() as driver:
        await driver.go("open", TWO_ROUNDS)
        await driver.go("meetings")
        assert "séance du point T0" in rows(driver) and "séance du point T1" in rows(driver)
        await driver.press("1")
        assert not driver.app.screen.query("#day")
        assert texts("app", "fr")("meetings.printed") in driver.prose
        await write(driver, people="Mehdi, Anke", minutes="On a relu le plan.")
        await driver.saved()
        sheet = driver.app.workspace.sheet(latest.id)
        assert sheet.get("session.people") == ("Mehdi", "Anke")
        assert sheet.get("session.minutes") == "On a relu le plan."
        await driver.press("e")
        assert "reste avec lui" in told(driver)
        await driver.press("2")
        driver.page(MeetingsScreen)
        assert "ne change plus" in told(driver)
        await driver.press("u")
        await driver.saved()
        assert driver.app.workspace.sheet(latest.id).get("session.minutes") == before


async def test_an_empty_page_says_what_it_is_for_in_both_languages(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.create("Le Jardin", today=TODAY).id)
        await driver.press("9")
        for lang in ("fr", "en"):
            assert texts("app", lang)("meetings.empty") in driver.prose
            assert texts("app", lang)("meetings.of_round", number=0) in rows(driver)
            await driver.press("f2")


async def test_a_date_that_is_none_is_told_and_escape_warns_once(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", TWO_ROUNDS)
        await driver.go("meetings")
        await driver.press("n")
        await write(driver, day="jamais", people="Ana")
        assert isinstance(driver.app.screen, MeetingBox)
        assert "jamais" in told(driver)
        await write(driver, day="", people="Ana")
        assert isinstance(driver.app.screen, MeetingBox)
        await driver.press("escape")
        assert isinstance(driver.app.screen, MeetingBox)
        await driver.press("escape")
        driver.page(MeetingsScreen)
        assert driver.app.workspace.meetings(TWO_ROUNDS) == ()


async def test_meetings_exist_in_adviser_mode_only_and_are_never_projected(opened: Open, kept: Path) -> None:
    with Workspace(kept) as workspace:
        workspace.add_meeting(TWO_ROUNDS, MeetingNote(TODAY, minutes=SECRET))
    async with opened() as driver:
        await driver.go("open", TWO_ROUNDS)
        assert "Les séances" in rows(driver) and "dernière" in rows(driver)
        await driver.press("f6", "9")
        driver.page(OrganisationScreen)
        assert "séances" not in rows(driver)
        await driver.go("meetings")
        driver.page(OrganisationScreen)
        await driver.press("f6", "9")
        assert SECRET in driver.prose
        await driver.press("f6")
        assert not driver.app.desk.is_presenting
        await driver.press("f7")
        driver.page(OrganisationScreen)
        assert "séances" not in rows(driver)
        await driver.go("meetings")
        driver.page(OrganisationScreen)


async def test_an_archived_organisation_is_one_key_away(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("home")
        await driver.press("k")
        assert len(driver.page(HomeScreen).query_one(ChoiceList).rows) == 3
        await driver.go("open", TWO_ROUNDS)
        await driver.press("8", "4")
        assert driver.app.workspace.find(TWO_ROUNDS).archived == TODAY
        assert "Reprendre le suivi" in rows(driver)
        await driver.go("home")
        home = driver.page(HomeScreen)
        assert len(home.query_one(ChoiceList).rows) == 2
        assert "Une structure archivée : K" in driver.prose.replace("\u00a0", " ")
        await driver.press("k")
        assert [one.key for one in home.query_one(ChoiceList).rows] == [TWO_ROUNDS]
        await driver.press("escape", "k", "1")
        assert "archivée le" in driver.prose
        await driver.press("8", "4")
        assert driver.app.workspace.find(TWO_ROUNDS).archived is None


async def test_all_that_is_kept_leaves_once_asked_for_and_never_in_front_of_a_group(
    opened: Open, kept: Path, home: Path
) -> None:
    with Workspace(kept) as workspace:
        latest = workspace.find(TWO_ROUNDS).assessment_id
        workspace.record(latest, "adviser_notes.tech_ai", SECRET, expected=None)
    async with opened() as driver:
        await driver.go("open", TWO_ROUNDS)
        await driver.press("f6", "8", "3")
        driver.page(FileScreen)
        assert "F6" in told(driver)
        await driver.press("f6", "3")
        assert isinstance(driver.app.screen, ConfirmBox)
        await driver.press("1")
        assert not list((home / "Documents").iterdir())
        await driver.press("3", "2")
        (file,) = (home / "Documents").iterdir()
        assert str(file) in told(driver)
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as packed:
        text, dossier = (packed.read(name).decode() for name in packed.namelist())
    assert SECRET in text and SECRET in dossier


async def test_everything_can_be_saved_before_it_is_erased(opened: Open, kept: Path, home: Path) -> None:
    with Workspace(kept) as workspace:
        workspace.add_meeting(TWO_ROUNDS, MeetingNote(TODAY - timedelta(days=3), minutes=SECRET))
    async with opened() as driver:
        await driver.go("open", TWO_ROUNDS)
        await driver.press("8", "5")
        assert isinstance(driver.app.screen, EraseBox)
        assert "2 points" in driver.prose.replace("\u00a0", " ") and "une séance" in driver.prose
        await driver.press("3", "2")
        (file,) = (home / "Documents").iterdir()
        assert file.suffix == ".zip"
        await driver.press("5", "2")
        driver.page(HomeScreen)
        left = b"".join(one.read_bytes() for one in kept.parent.glob(f"{kept.name}*"))
        assert SECRET.encode() not in left and TWO_ROUNDS.encode() not in left
