import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assessment.errors import BadInput
from assessment.workspace import OrganisationRow, Workspace

TODAY = date(2026, 11, 22)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(tmp_path / "w.sqlite3") as opened:
        yield opened


@pytest.fixture
def row(workspace: Workspace) -> OrganisationRow:
    return workspace.create("Le Jardin", today=TODAY)


def refused(code: str) -> pytest.RaisesExc[BadInput]:
    return pytest.raises(BadInput, check=lambda problem: problem.code == f"workspace.{code}")


@pytest.mark.parametrize("name", ["a\nb", "a\tb", "x" * 1_001, "\x1b[31m", "a\u2028b"])
def test_a_name_that_is_none_is_refused_everywhere(
    workspace: Workspace, row: OrganisationRow, name: str
) -> None:
    with pytest.raises(BadInput):
        workspace.create(name, today=TODAY)
    with pytest.raises(BadInput):
        workspace.rename(row.id, name)
    with pytest.raises(BadInput):
        workspace.record(row.assessment_id, "organisation.name", name, expected="Le Jardin")
    assert [listed.name for listed in workspace.organisations()] == ["Le Jardin"]


@pytest.mark.parametrize("name", ["Acme [/x] [UK]", "\u202eneila", "🌱👩‍🌾", "%s {0} ' \" ;--", "x" * 1_000])
def test_any_other_name_is_found_again(workspace: Workspace, name: str) -> None:
    created = workspace.create(name, today=TODAY)

    assert workspace.find(name).id == created.id
    assert workspace.dossier(created.id).organisation.name == name


def test_an_existing_name_is_refused_with_a_hint_at_open(workspace: Workspace, row: OrganisationRow) -> None:
    with refused("name_exists") as caught:
        workspace.create(" le jardin ", today=TODAY)
    assert "jalon open" in caught.value.text("fr")


def test_organisations_without_a_name_live_side_by_side(workspace: Workspace) -> None:
    first, second = workspace.create(None, today=TODAY), workspace.create("  ", today=TODAY)

    assert first.name is second.name is None
    assert workspace.find(second.short_id) == second


def test_an_organisation_is_found_by_name_or_short_id(workspace: Workspace, row: OrganisationRow) -> None:
    workspace.create("Le Verger", today=TODAY)

    assert workspace.find("Le Jardin") == workspace.find("LE JARDIN") == row
    assert workspace.find(row.short_id) == workspace.find(row.id) == row
    with refused("unknown_name") as caught:
        workspace.find("Le Jardn")
    assert "Le Jardin" in caught.value.text("fr")


def test_two_of_the_same_name_are_told_apart_by_their_short_id(
    workspace: Workspace, row: OrganisationRow
) -> None:
    other = workspace.create(None, today=TODAY)
    workspace.record(other.assessment_id, "organisation.name", "Le Jardin", expected=None)

    with refused("ambiguous_name") as caught:
        workspace.find("Le Jardin")
    assert row.short_id in caught.value.text("en")
    assert other.short_id in caught.value.text("en")


def test_rename_and_delete(workspace: Workspace, row: OrganisationRow) -> None:
    other = workspace.create("Le Verger", today=TODAY)

    with refused("name_taken"):
        workspace.rename(other.id, "le jardin")
    workspace.rename(other.id, "LE VERGER")
    workspace.record(row.assessment_id, "comments.tech_ai", "un secret bien gardé", expected=None)
    workspace.delete(row.id)

    assert [listed.name for listed in workspace.organisations()] == ["LE VERGER"]
    with refused("gone"):
        workspace.sheet(row.assessment_id)
    with refused("gone"):
        workspace.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
    with refused("gone"):
        workspace.dossier(row.id)


def test_what_is_deleted_is_erased_from_the_disk(workspace: Workspace, row: OrganisationRow) -> None:
    workspace.record(row.assessment_id, "comments.tech_ai", "un secret bien gardé", expected=None)
    workspace.delete(row.id)

    kept = b"".join(file.read_bytes() for file in workspace.path.parent.iterdir())
    assert "un secret bien gardé".encode() not in kept


def test_the_organisation_changed_last_comes_first(tmp_path: Path) -> None:
    moments = iter(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day) for day in range(100))
    with Workspace(tmp_path / "w.sqlite3", now=lambda: next(moments)) as workspace:
        first, second = (workspace.create(name, today=TODAY) for name in ("Un", "Deux"))
        assert [row.name for row in workspace.organisations()] == ["Deux", "Un"]
        workspace.record(first.assessment_id, "answers.tech_ai", "use", expected=None)
        assert [row.name for row in workspace.organisations()] == ["Un", "Deux"]
        workspace.rename(second.id, "Trois")
        assert [row.name for row in workspace.organisations()] == ["Trois", "Un"]


def test_five_thousand_organisations_are_listed_completely(workspace: Workspace) -> None:
    connection = sqlite3.connect(workspace.path)
    with connection:
        connection.executemany(
            "INSERT INTO organisation VALUES (?, ?, ?, ?, NULL, NULL, ?, ?, NULL)",
            [(f"o{n}", f"o{n}", f"N {n}", f"n {n}", "2026-01-01", "2026-01-01") for n in range(5_000)],
        )
        connection.executemany(
            "INSERT INTO assessment (id, organisation_id, dossier_id, date, questionnaire, asked)"
            " VALUES (?, ?, ?, ?, 'soga-2019', ?)",
            [(f"{n}-{t}", f"o{n}", f"t{t}", f"2026-0{1 + t}-01", t) for n in range(5_000) for t in range(2)],
        )
    connection.close()

    start = time.perf_counter()
    rows = workspace.organisations()
    print(f"5,000 organisations listed in {1000 * (time.perf_counter() - start):.0f} ms")
    assert len(rows) == 5_000
    assert all(row.rounds == 2 and row.assessment_id.endswith("-1") and row.asked == 1 for row in rows)
