"""Meetings, archive and erasing in the workspace."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assessment.app.workshop import Workshop
from assessment.demo import demo_dossiers
from assessment.dossier import (
    Action,
    Meeting,
    dossier_to_attach,
    read_dossier,
    without_private_notes,
    write_dossier,
)
from assessment.errors import BadInput
from assessment.workspace import MeetingNote, OrganisationRow, Workspace
from questionnaire.loading import standard_questionnaire

TODAY = date(2026, 11, 22)
MAY, JUNE = date(2026, 5, 4), date(2026, 6, 8)
NOTE = MeetingNote(MAY, ("Ana", "Ben"), "On commence\npar les copies.")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(tmp_path / "w.sqlite3") as opened:
        yield opened


@pytest.fixture
def row(workspace: Workspace) -> OrganisationRow:
    return workspace.create("Le Jardin", today=TODAY)


def refused(code: str) -> pytest.RaisesExc[BadInput]:
    return pytest.raises(BadInput, check=lambda problem: problem.code == f"workspace.{code}")


def test_meetings_are_listed_the_latest_first_and_can_be_changed(
    workspace: Workspace, row: OrganisationRow
) -> None:
    workspace.add_meeting(row.id, NOTE)
    workspace.add_meeting(row.id, MeetingNote(JUNE))
    assert [one.note for one in workspace.meetings(row.id)] == [MeetingNote(JUNE), NOTE]
    later, earlier = workspace.meetings(row.id)
    workspace.change_meeting(row.id, earlier, MeetingNote(date(2027, 1, 12), (" Zoé ", ""), " \r\n"))
    assert [one.note for one in workspace.meetings(row.id)] == [
        MeetingNote(date(2027, 1, 12), ("Zoé",), None),
        MeetingNote(JUNE),
    ]
    workspace.delete_meeting(row.id, later)
    assert len(workspace.meetings(row.id)) == 1


def test_a_meeting_changed_in_another_window_is_not_overwritten(
    workspace: Workspace, row: OrganisationRow
) -> None:
    workspace.add_meeting(row.id, NOTE)
    (seen,) = workspace.meetings(row.id)
    with Workspace(workspace.path) as second:
        second.change_meeting(row.id, seen, MeetingNote(JUNE))
    with refused("meeting_changed"):
        workspace.change_meeting(row.id, seen, NOTE)
    with refused("meeting_changed"):
        workspace.delete_meeting(row.id, seen)
    assert [one.note for one in workspace.meetings(row.id)] == [MeetingNote(JUNE)]
    workspace.delete(row.id)
    with refused("gone"):
        workspace.add_meeting(row.id, NOTE)


def test_names_of_people_are_checked(workspace: Workspace, row: OrganisationRow) -> None:
    for people in (("a\nb",), ("x" * 1_001,)):
        with pytest.raises(BadInput):
            workspace.add_meeting(row.id, MeetingNote(MAY, people))
    assert workspace.meetings(row.id) == ()


def test_meetings_travel_in_the_dossier_and_are_not_repeated(
    workspace: Workspace, row: OrganisationRow, tmp_path: Path
) -> None:
    workspace.add_meeting(row.id, NOTE)
    workspace.add_meeting(row.id, MeetingNote(JUNE))
    content = write_dossier(workspace.dossier(row.id))
    tree = json.loads(content)
    assert tree["version"] == 2
    assert tree["sessions"] == [
        {"date": "2026-05-04", "people": ["Ana", "Ben"], "minutes": "On commence\npar les copies."},
        {"date": "2026-06-08"},
    ]
    dossier = read_dossier(content, "x.json", standard_questionnaire())
    with Workspace(tmp_path / "other.sqlite3") as other:
        assert other.import_dossier(dossier).changed
        other.add_meeting(row.id, MeetingNote(TODAY))
        assert not other.import_dossier(dossier).changed
        assert len(other.meetings(row.id)) == 3
        assert workspace.import_dossier(other.dossier(row.id)).changed
        assert [one.note for one in workspace.meetings(row.id)] == [
            one.note for one in other.meetings(row.id)
        ]


def test_a_dossier_without_meetings_stays_in_version_1(workspace: Workspace, row: OrganisationRow) -> None:
    tree = json.loads(write_dossier(workspace.dossier(row.id)))
    assert tree["version"] == 1 and "sessions" not in tree


def test_a_pdf_carries_no_meeting(workspace: Workspace, row: OrganisationRow) -> None:
    workspace.add_meeting(row.id, NOTE)
    dossier = workspace.dossier(row.id)
    assert b"sessions" not in dossier_to_attach(dossier, dossier.latest, comments=True)
    assert without_private_notes(dossier).sessions  # shared with the organisation, unlike the notes


@pytest.mark.parametrize(
    ("sessions", "named"),
    [
        ([{"people": ["Ana"]}], "sessions[0].date"),
        ([{"date": "2026-13-01"}], "sessions[0].date"),
        ([{"date": "2026-05-04", "minute": "x"}], "minutes"),
        ([{"date": "2026-05-04", "people": ["a\nb"]}], "sessions[0].people[0]"),
        ({}, "sessions"),
    ],
)
def test_a_meeting_that_cannot_be_read_is_named(sessions: object, named: str) -> None:
    tree = {
        "format": "jalon-dossier",
        "version": 2,
        "organisation": {},
        "assessments": [{"date": "2026-11-22", "questionnaire": "soga-2019", "answers": {}}],
        "sessions": sessions,
    }
    with pytest.raises(BadInput) as caught:
        read_dossier(json.dumps(tree).encode(), "x.json", standard_questionnaire())
    assert named in caught.value.text("fr")
    with pytest.raises(BadInput, check=lambda problem: problem.code == "dossier.later_key"):
        read_dossier(json.dumps({**tree, "version": 1}).encode(), "x.json", standard_questionnaire())


def test_nobody_named_and_nothing_said_are_the_same() -> None:
    assert Meeting(date=MAY, people=("  ",), minutes=" ") == Meeting(date=MAY)


# --- archive ------------------------------------------------------------------------------------


def test_an_archived_organisation_is_set_aside_and_still_found_by_name(
    workspace: Workspace, row: OrganisationRow
) -> None:
    workspace.create("Le Verger", today=TODAY)
    workspace.record(row.assessment_id, "answers.tech_ai", "need", expected=None, progress=(1, 40))
    workspace.archive(row.id, TODAY)
    assert workspace.find("Le Jardin").archived == TODAY
    followed = workspace.search("", 30)
    assert [one.name for one in followed.rows] == ["Le Verger"]
    assert (followed.total, followed.others) == (1, 1)
    aside = workspace.search("jard", 30, archived=True)
    assert ([one.name for one in aside.rows], aside.total, aside.others) == (["Le Jardin"], 1, 0)
    assert workspace.search("jard", 30).others == 1
    assert workspace.unfinished() is None
    assert len(workspace.organisations()) == 2
    workspace.archive(row.id, None)
    assert workspace.search("", 30).total == 2
    assert workspace.unfinished() == "Le Jardin"


def test_archiving_what_was_erased_is_told(workspace: Workspace, row: OrganisationRow) -> None:
    workspace.delete(row.id)
    with refused("gone"):
        workspace.archive(row.id, TODAY)


# --- erasing ------------------------------------------------------------------------------------

SECRETS = {
    "name": "Ouistiti", "comment": "Pamplemousse", "note": "Hirondelle", "minutes": "Coquelicot",
    "person": "Bergamote", "plan": "Tournesol", "aim": "Libellule", "long": "Salamandre",
    "before": "Mirabelle",
}  # fmt: skip
"""A word nothing else holds, for each place a person may write in."""


def say_everything(workspace: Workspace, row: OrganisationRow) -> None:
    told = SECRETS
    for text in (told["before"], told["comment"]):
        held = workspace.sheet(row.assessment_id).comment("tech_ai")
        workspace.record(row.assessment_id, "comments.tech_ai", text, expected=held)
    long = f"{told['long']} " * 4_000  # more than one page of the file
    workspace.record(row.assessment_id, "adviser_notes.tech_ai", told["note"], expected=None)
    workspace.record(row.assessment_id, "adviser_notes.tech_iot", long, expected=None)
    workspace.record(row.assessment_id, "complement.aim", told["aim"], expected=None)
    workspace.record(row.assessment_id, "session.minutes", long, expected=None)
    workspace.add_meeting(row.id, MeetingNote(MAY, (told["person"],), told["minutes"]))
    workspace.keep_plan(row.id, (Action(title=told["plan"], first_step=long),))


def bytes_of(workspace: Workspace) -> bytes:
    return b"".join(file.read_bytes() for file in workspace.path.parent.glob(f"{workspace.path.name}*"))


def test_nothing_of_a_deleted_organisation_remains_on_the_disk(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace, Workspace(tmp_path / "w.sqlite3") as second:
        for dossier in demo_dossiers():
            workspace.import_dossier(dossier)
        row = workspace.create(SECRETS["name"], today=TODAY)
        say_everything(workspace, row)
        second.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
        workspace.rename(row.id, f"{SECRETS['name']} 2")
        kept = bytes_of(workspace)
        assert all(word.encode() in kept for word in SECRETS.values())
        second.delete(row.id)
        kept = bytes_of(workspace).lower()
        assert [word for word in SECRETS.values() if word.lower().encode() in kept] == []
        assert row.id.encode() not in kept
        assert len(workspace.organisations()) == 3


def test_a_workshop_forgets_the_organisations_erased_since(workspace: Workspace) -> None:
    workshop = Workshop(workspace, standard_questionnaire(), TODAY)
    first, second, third = (
        workshop.keep(workshop.read(f"{name} 1421"), is_named=False) for name in ("Un", "Deux", "Trois")
    )
    workspace.delete(first)
    assert first.encode() not in bytes_of(workspace)
    assert second.encode() in bytes_of(workspace)
    with Workspace(workspace.path) as other:
        other.delete(second)
    fourth = workshop.keep(workshop.read("Quatre 1421"), is_named=False)
    assert not any(one.encode() in bytes_of(workspace) for one in (first, second))
    assert Workshop(workspace, standard_questionnaire(), TODAY).ids == [third, fourth]


def test_erasing_another_window_held_up_ends_when_the_workspace_is_opened_again(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        for dossier in demo_dossiers():
            workspace.import_dossier(dossier)
        row = workspace.create(SECRETS["name"], today=TODAY)
        say_everything(workspace, row)
        reader = sqlite3.connect(workspace.path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM organisation").fetchone()
        workspace.delete(row.id)
        assert row.id not in [one.id for one in workspace.organisations()]
        reader.close()
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        kept = bytes_of(workspace)
        assert [word for word in SECRETS.values() if word.encode() in kept] == []
