"""Two versions of a dossier: listed, decided side by side, imported whole or not at all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assessment.dossier import Action, Progress
from assessment.workspace import Conflict, ConflictsChanged, Contradicted, Side, Workspace
from assessment.workspace.conflicts import fact_conflicts, joined_plan, plan_with, round_conflicts
from tests.assessment.test_workspace_import import ORGANISATION, ROUND_1, content, dossier

OTHER = {
    "organisation/name": "Le Verger",
    "assessments/0/date": "2026-11-23",
    "assessments/0/answers/tech_ai": "use",
    "assessments/0/answers/tech_iot": "need",
    "assessments/0/adviser_notes/tech_ai": "Autre.",
    "plan/0/owner": "Ben",
    "assessments/1": ROUND_1,
}
"""A dossier that contradicts the one kept in six places and brings a round."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(tmp_path / "w.sqlite3") as opened:
        opened.import_dossier(dossier())
        yield opened


def all_of(conflicts: tuple[Conflict, ...], side: Side) -> dict[Conflict, Side]:
    return dict.fromkeys(conflicts, side)


# --- pure


def test_facts_only_one_side_knows_are_no_difference() -> None:
    stored = {"name": "A", "country": None, "legal_form": "other"}
    given = {"name": "B", "country": "FR", "legal_form": None}
    assert fact_conflicts(stored, given) == [Conflict("organisation.name", "A", "B")]


@pytest.mark.parametrize(
    ("stored", "given", "differs"),
    [
        ({"answers.tech_ai": "use"}, {"answers.tech_ai": "use"}, False),
        ({"answers.tech_ai": "use"}, {"answers.tech_ai": "need"}, True),
        ({"answers.tech_ai": "use"}, {}, True),
        ({}, {"answers.tech_ai": "use"}, True),
        ({"comments.tech_ai": "a"}, {}, False),
        ({}, {"comments.tech_ai": "a"}, True),
        ({"session.minutes": "a"}, {}, False),
        ({"adviser_notes.tech_ai": "a"}, {}, False),
        ({}, {"adviser_notes.tech_ai": "a"}, False),
        ({"adviser_notes.tech_ai": "a"}, {"adviser_notes.tech_ai": "b"}, True),
        ({"organisation.name": "a"}, {}, False),
        ({"priorities": ("b01", "tech_ai")}, {"priorities": ("tech_ai", "b01")}, True),
    ],
)
def test_what_counts_as_a_difference_in_a_round(
    stored: dict[str, str], given: dict[str, str], differs: bool
) -> None:
    day = date(2026, 11, 22)
    found = round_conflicts(stored, given, assessment_id="a", dossier_id="t0", days=(day, day), round_=1)
    assert bool(found) is differs
    for conflict in found:
        assert (conflict.ours, conflict.theirs) == (stored.get(conflict.field), given.get(conflict.field))
        assert (conflict.assessment_id, conflict.day, conflict.round) == ("a", day, 1)


def test_a_plan_is_completed_and_its_contradictions_are_listed_one_field_each() -> None:
    ours = Action(item="b01", owner="Ana", due=date(2027, 1, 1), progress=Progress(users="mieux"))
    theirs = Action(
        item="b01",
        owner="Ben",
        due=date(2027, 2, 1),
        help="réseau",
        status="done",
        progress=Progress(users="pareil", skills="deux"),
    )
    joined, conflicts = joined_plan((ours,), (theirs, Action(title="À nous")))
    assert [(one.field, one.ours, one.theirs) for one in conflicts] == [
        ("plan.owner", "Ana", "Ben"),
        ("plan.due", "2027-01-01", "2027-02-01"),
        ("plan.progress.users", "mieux", "pareil"),
    ]
    assert (joined[0].owner, joined[0].help, joined[0].status) == ("Ana", "réseau", "done")
    assert joined[0].progress == Progress(users="mieux", skills="deux")
    assert joined[1].title == "À nous"
    assert joined_plan((ours,), (theirs, theirs))[1] == conflicts

    settled = plan_with(joined, conflicts)
    assert (settled[0].owner, settled[0].due) == ("Ben", date(2027, 2, 1))
    assert settled[0].progress == Progress(users="pareil", skills="deux")
    assert plan_with(joined, ()) == joined


# --- in the workspace


def test_a_refusal_counts_the_differences_and_names_the_first(workspace: Workspace) -> None:
    with pytest.raises(Contradicted) as caught:
        workspace.import_dossier(dossier(OTHER), "recu.json")
    assert len(caught.value.conflicts) == 6
    assert caught.value.conflicts == workspace.differences(dossier(OTHER))
    for lang, count in (("fr", "Différences en tout"), ("en", "Differences in all")):
        assert "Le Verger" in caught.value.text(lang)
        assert f"{count}: 6" in caught.value.text(lang).replace("\N{NO-BREAK SPACE}", "")


def test_all_kept_here_brings_what_is_new_only(workspace: Workspace) -> None:
    other = dossier(OTHER)
    decided = all_of(workspace.differences(other), "ours")

    report = workspace.import_decided(other, decided, "recu.json")

    assert workspace.dossier(ORGANISATION) == dossier({"assessments/1": ROUND_1})
    assert (report.added, report.taken, len(report.kept), report.changed) == (("t1",), (), 6, True)


def test_all_taken_makes_it_the_dossier_received(workspace: Workspace) -> None:
    other = dossier(OTHER)

    report = workspace.import_decided(other, all_of(workspace.differences(other), "theirs"))

    assert workspace.dossier(ORGANISATION) == other
    assert (len(report.taken), report.kept, report.name) == (6, (), "Le Verger")
    assert workspace.find("le verger").id == ORGANISATION
    assert workspace.differences(other) == ()
    assert not workspace.import_dossier(other).changed


def test_one_by_one_and_progress_and_the_last_change_are_told(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        workspace.import_dossier(dossier({"organisation/country": None}))
        before = workspace.organisations()[0]
        other = dossier({"assessments/0/answers/tech_ai": None, "organisation/name": "Le Verger"})
        name, answer = workspace.differences(other)
        assert (name.field, answer.field, answer.theirs) == ("organisation.name", "answers.tech_ai", None)

        workspace.import_decided(other, {answer: "theirs", name: "ours"})

        after = workspace.organisations()[0]
        assert after.name == "Le Jardin"
        assert workspace.sheet(after.assessment_id).answer("tech_ai") is None
        assert after.answered == before.answered  # tech_ai is gone, the country came
        assert after.changed > before.changed


def test_what_was_taken_comes_back_with_undo_the_last_first(workspace: Workspace) -> None:
    other = dossier({place: value for place, value in OTHER.items() if place != "assessments/1"})
    before = workspace.dossier(ORGANISATION)
    workspace.import_decided(other, all_of(workspace.differences(other), "theirs"))
    assessment_id = workspace.organisations()[0].assessment_id

    undone = [workspace.undo(assessment_id) for _ in range(5)]

    assert undone[-1] is None
    assert {change[0] for change in undone if change} == {
        "organisation.name",
        "adviser_notes.tech_ai",
        "answers.tech_ai",
        "answers.tech_iot",
    }
    (round_,) = workspace.dossier(ORGANISATION).assessments
    assert round_.answers == before.latest.answers
    assert workspace.dossier(ORGANISATION).organisation == before.organisation


@pytest.mark.parametrize("change", ["value", "new difference", "solved"])
def test_another_window_that_changed_something_stops_the_import(workspace: Workspace, change: str) -> None:
    other = dossier(OTHER)
    shown = workspace.differences(other)
    assessment_id = workspace.organisations()[0].assessment_id
    field, value = {
        "value": ("answers.tech_ai", "dont_know"),
        "new difference": ("answers.tech_blockchain", "use"),
        "solved": ("answers.tech_ai", "use"),
    }[change]
    with Workspace(workspace.path) as elsewhere:
        held = elsewhere.sheet(assessment_id).get(field)
        elsewhere.record(assessment_id, field, value, expected=held)
    before = content(workspace)

    with pytest.raises(ConflictsChanged) as caught:
        workspace.import_decided(other, all_of(shown, "theirs"))

    assert content(workspace) == before
    assert caught.value.conflicts == workspace.differences(other) != shown
    workspace.import_decided(other, all_of(caught.value.conflicts, "theirs"))
    assert workspace.differences(other) == ()


def test_an_undecided_difference_writes_nothing(workspace: Workspace) -> None:
    before = content(workspace)
    some = dict(list(all_of(workspace.differences(dossier(OTHER)), "theirs").items())[1:])
    with pytest.raises(ConflictsChanged):
        workspace.import_decided(dossier(OTHER), some)
    assert content(workspace) == before


def test_a_name_learnt_from_a_dossier_counts_in_the_progress(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        workspace.import_dossier(dossier({"organisation/name": None, "assessments/0/adviser_notes": None}))
        before = workspace.organisations()[0].answered
        workspace.import_dossier(dossier())
        assert workspace.organisations()[0].answered == before + 1


def test_an_organisation_erased_meanwhile_comes_in_as_new_only_when_nothing_is_left_to_decide(
    workspace: Workspace,
) -> None:
    shown = workspace.differences(dossier(OTHER))
    workspace.delete(ORGANISATION)
    with pytest.raises(ConflictsChanged) as caught:
        workspace.import_decided(dossier(OTHER), all_of(shown, "ours"))
    assert caught.value.conflicts == ()
    assert workspace.import_decided(dossier(OTHER), {}).is_new


def test_two_actions_about_one_thing_stay_two_and_come_again_unchanged() -> None:
    twice = (
        Action(item="tech_ai", title="Réunion", due=date(2026, 12, 1)),
        Action(item="tech_ai", title="Réunion", due=date(2027, 1, 1)),
    )
    kept, conflicts = joined_plan((), twice)
    assert (kept, conflicts) == (twice, [])
    assert joined_plan(kept, twice) == (twice, [])
    assert joined_plan(kept, twice[1:]) == (twice, [])
