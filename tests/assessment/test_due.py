"""What an adviser follows up, as a workspace keeps it: which rounds count, what is read, how quickly."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assessment.dossier import Action
from assessment.followed import Told
from assessment.workspace import Workspace, due
from assessment.workspace.database import writing
from tests.speed.crowd import fill_crowd

T0, T1 = date(2026, 1, 5), date(2026, 7, 6)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(tmp_path / "w.sqlite3") as opened:
        yield opened


def put(workspace: Workspace, assessment_id: str, **fields: object) -> None:
    for field, value in fields.items():
        workspace.record(assessment_id, field.replace("__", "."), value, expected=None)  # type: ignore[arg-type]


def test_both_rounds_are_read_and_the_latest_one_speaks(workspace: Workspace) -> None:
    row = workspace.create("Le Jardin", today=T0)
    put(workspace, row.assessment_id, complement__aim="Avant", complement__basics__b01="need")
    later = workspace.new_round(row.id, T1).assessment_id
    put(
        workspace, later, complement__aim="Après « [x] »", complement__basics__b01="fine", priorities=("b01",)
    )

    (one,) = workspace.followed()
    assert (one.name, one.first, one.latest, one.rounds, one.archived) == ("Le Jardin", T0, T1, 2, None)
    assert workspace.told([one.id]) == {
        one.id: Told("Après « [x] »", ("b01",), {"b01": "need"}, {"b01": "fine"}, is_comparable=True)
    }


def test_a_round_that_only_names_who_answers_is_none_yet(workspace: Workspace) -> None:
    row = workspace.create("Le Jardin", today=T0)
    put(workspace, row.assessment_id, complement__basics__b01="need")
    put(workspace, workspace.new_round(row.id, T1).assessment_id, respondent="Ana")

    (one,) = workspace.followed()
    assert (one.latest, one.rounds) == (T0, 1)
    assert workspace.told([one.id])[one.id] == Told(basics_now={"b01": "need"})


def test_an_organisation_with_nothing_answered_is_followed_all_the_same(workspace: Workspace) -> None:
    row = workspace.create(None, today=T0)
    (one,) = workspace.followed()
    assert (one.id, one.name, one.rounds, one.plan) == (row.id, None, 1, ())
    assert workspace.told([one.id]) == {one.id: Told()}
    assert workspace.told([]) == workspace.told(["gone"]) == {}


def test_answers_to_another_questionnaire_are_not_compared(workspace: Workspace) -> None:
    row = workspace.create("Le Jardin", today=T0)
    put(workspace, row.assessment_id, complement__basics__b01="need")
    later = workspace.new_round(row.id, T1).assessment_id
    put(workspace, later, complement__basics__b01="fine")
    with writing(workspace._connection) as _:
        workspace._connection.execute("UPDATE assessment SET questionnaire = 'x' WHERE id = ?", (later,))
    assert not workspace.told([row.id])[row.id].is_comparable


def test_a_plan_comes_whole_and_in_its_order(workspace: Workspace) -> None:
    row = workspace.create("Le Jardin", today=T0)
    plan = (
        Action(item="b01", first_step="Acheter « un disque », [x]", owner="Awa", due=date(2026, 12, 1)),
        Action(title="Dire", status="done"),
        Action(item="tech_ai", status="dropped"),
    )
    workspace.keep_plan(row.id, plan)
    (one,) = workspace.followed()
    assert [(a.item, a.title, a.first_step, a.owner, a.due, a.status) for a in one.plan] == [
        (a.item, a.title, a.first_step, a.owner, a.due, a.status) for a in plan
    ]


def test_archived_ones_carry_their_day(workspace: Workspace) -> None:
    row = workspace.create("Le Jardin", today=T0)
    with writing(workspace._connection):
        workspace._connection.execute(
            "UPDATE organisation SET archived = '2026-09-01' WHERE id = ?", (row.id,)
        )
    assert workspace.followed()[0].archived == date(2026, 9, 1)


def test_what_is_said_in_private_is_never_read(workspace: Workspace) -> None:
    row = workspace.create("Le Jardin", today=T0)
    put(
        workspace,
        row.assessment_id,
        adviser_notes__b01="SECRET",
        comments__b01="SECRET",
        comments__aim="SECRET",
    )
    with writing(workspace._connection):
        workspace._connection.execute(
            "INSERT INTO session (organisation_id, date, people, minutes) VALUES (?, ?, ?, ?)",
            (row.id, T0.isoformat(), json.dumps(["SECRET"]), "SECRET"),
        )
    assert "SECRET" not in repr((workspace.followed(), workspace.told([row.id])))


# --- thousands


def test_thousands_are_read_in_three_queries_and_one_of_them_without_the_others(tmp_path: Path) -> None:
    fill_crowd(tmp_path / "w.sqlite3", 500)
    with Workspace(tmp_path / "w.sqlite3") as opened:
        asked: list[str] = []
        opened._connection.set_trace_callback(asked.append)
        found = opened.followed()
        assert len(found) == 500
        assert len([one for one in asked if one.lstrip().startswith("SELECT")]) == 3
        asked.clear()
        opened.told([one.id for one in found])
        assert len([one for one in asked if one.lstrip().startswith("SELECT")]) == 2
        assert reads_whole_tables(opened._connection, due._ROUNDS_OF) == []
        assert reads_whole_tables(opened._connection, due._TOLD) == []


def reads_whole_tables(connection: sqlite3.Connection, query: str) -> list[str]:
    """Return the tables a query reads from end to end; what it was given does not count."""
    steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", ("[]",))]
    return [step for step in steps if step.startswith("SCAN") and "wanted" not in step]
