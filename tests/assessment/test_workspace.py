from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assessment.dossier import Action
from assessment.errors import BadInput
from assessment.workspace import ChangedElsewhere, OrganisationRow, Workspace
from questionnaire.answers import Value

TODAY = date(2026, 11, 22)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(tmp_path / "w.sqlite3") as opened:
        yield opened


@pytest.fixture
def row(workspace: Workspace) -> OrganisationRow:
    return workspace.create("Le Jardin", today=TODAY)


def test_a_new_organisation_has_one_empty_assessment(workspace: Workspace, row: OrganisationRow) -> None:
    assert workspace.organisations() == [row]
    assert (row.name, row.rounds, row.answered, row.asked) == ("Le Jardin", 1, 0, 0)
    assert row.changed.tzinfo is not None
    assert dict(workspace.sheet(row.assessment_id).fields) == {"organisation.name": "Le Jardin"}
    assert workspace.position(row.assessment_id) is None


VALUES: list[tuple[str, Value]] = [
    ("answers.tech_ai", "need"),
    ("comments.tech_ai", "Deux\nlignes, [b]sans balise[/b] 🌱"),
    ("adviser_notes.tech_ai", "privé"),
    ("profile.sdg", (4, 10)),
    ("profile.social_mission", False),
    ("complement.skills_level", 3),
    ("complement.interest", ()),
    ("complement.basics.b01", "improve"),
    ("complement.urgency.tech_ai", "now"),
    ("priorities", ("b01", "tech_ai")),
    ("session.people", ("Ana", "Ben")),
    ("organisation.country", "FR"),
    ("organisation.legal_form", "association"),
    ("respondent", "Ana"),
]


@pytest.mark.parametrize(("field", "value"), VALUES)
def test_a_field_comes_back_as_it_was_recorded(
    workspace: Workspace, row: OrganisationRow, field: str, value: Value
) -> None:
    workspace.record(row.assessment_id, field, value, expected=None)

    with Workspace(workspace.path) as other:
        assert other.sheet(row.assessment_id).get(field) == value
        assert type(other.sheet(row.assessment_id).get(field)) is type(value)


def test_recording_keeps_position_progress_and_time(workspace: Workspace, row: OrganisationRow) -> None:
    at = workspace.record(
        row.assessment_id, "answers.tech_ai", "use", expected=None, position="q09-q13", progress=(3, 50)
    )

    (listed,) = workspace.organisations()
    assert (listed.answered, listed.asked, listed.changed) == (3, 50, at)
    assert workspace.position(row.assessment_id) == "q09-q13"
    workspace.record(row.assessment_id, "answers.tech_iot", "use", expected=None)
    assert workspace.position(row.assessment_id) == "q09-q13"
    workspace.leave_at(row.assessment_id, "tech_ai", (2, 49))
    assert workspace.position(row.assessment_id) == "tech_ai"
    assert workspace.organisations()[0].asked == 49


def test_an_answer_can_be_forgotten(workspace: Workspace, row: OrganisationRow) -> None:
    workspace.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
    workspace.record(row.assessment_id, "answers.tech_ai", None, expected="use")

    assert workspace.sheet(row.assessment_id).get("answers.tech_ai") is None


def test_a_change_made_elsewhere_is_never_overwritten(workspace: Workspace, row: OrganisationRow) -> None:
    with Workspace(workspace.path) as other:
        other.record(row.assessment_id, "answers.tech_ai", "need", expected=None)

    with pytest.raises(ChangedElsewhere) as caught:
        workspace.record(row.assessment_id, "answers.tech_ai", "use", expected=None, position="x")

    assert (caught.value.field, caught.value.theirs) == ("answers.tech_ai", "need")
    assert workspace.sheet(row.assessment_id).get("answers.tech_ai") == "need"
    assert workspace.position(row.assessment_id) is None


def test_the_same_answer_given_twice_is_no_quarrel(workspace: Workspace, row: OrganisationRow) -> None:
    with Workspace(workspace.path) as other:
        other.record(row.assessment_id, "answers.tech_ai", "need", expected=None)

    workspace.record(row.assessment_id, "answers.tech_ai", "need", expected=None)

    assert workspace.undo(row.assessment_id) == ("answers.tech_ai", None)


def test_a_truth_value_is_not_a_number(workspace: Workspace, row: OrganisationRow) -> None:
    workspace.record(row.assessment_id, "profile.social_mission", True, expected=None)

    with pytest.raises(ChangedElsewhere):
        workspace.record(row.assessment_id, "profile.social_mission", False, expected=1)


def test_undo_goes_back_change_by_change(workspace: Workspace, row: OrganisationRow) -> None:
    record = workspace.record
    record(row.assessment_id, "answers.tech_ai", "use", expected=None)
    record(row.assessment_id, "answers.tech_ai", "need", expected="use")
    record(row.assessment_id, "organisation.name", "Le Verger", expected="Le Jardin")

    assert workspace.undo(row.assessment_id) == ("organisation.name", "Le Jardin")
    assert workspace.find("le jardin").id == row.id
    assert workspace.undo(row.assessment_id) == ("answers.tech_ai", "use")
    record(row.assessment_id, "answers.tech_iot", "no_need", expected=None)
    assert workspace.undo(row.assessment_id) == ("answers.tech_iot", None)
    assert workspace.undo(row.assessment_id) == ("answers.tech_ai", None)
    assert workspace.undo(row.assessment_id) is None


def test_undo_passes_over_what_changed_since(workspace: Workspace, row: OrganisationRow) -> None:
    workspace.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
    workspace.record(row.assessment_id, "organisation.name", "Le Verger", expected="Le Jardin")
    workspace.rename(row.id, "Le Potager")

    assert workspace.undo(row.assessment_id) == ("answers.tech_ai", None)
    assert workspace.find("Le Potager").id == row.id


def test_pasted_text_is_kept_without_control_characters(workspace: Workspace, row: OrganisationRow) -> None:
    workspace.record(row.assessment_id, "comments.tech_ai", "a\r\nb\x1b[2J\x00\ud800", expected=None)

    assert workspace.sheet(row.assessment_id).comment("tech_ai") == "a\nb[2J"
    assert workspace.dossier(row.id).latest.comments == {"tech_ai": "a\nb[2J"}


def test_a_comment_of_more_than_a_hundred_thousand_characters_is_refused(
    workspace: Workspace, row: OrganisationRow
) -> None:
    workspace.record(row.assessment_id, "comments.tech_ai", "x" * 100_000, expected=None)
    with pytest.raises(BadInput):
        workspace.record(row.assessment_id, "comments.tech_iot", "x" * 100_001, expected=None)


def test_an_unknown_field_is_a_mistake_of_the_program(workspace: Workspace, row: OrganisationRow) -> None:
    with pytest.raises(ValueError, match="no answer sheet"):
        workspace.record(row.assessment_id, "organisation.id", "x", expected=None)


def test_a_change_in_another_window_is_told_once(workspace: Workspace, row: OrganisationRow) -> None:
    assert not workspace.changed_elsewhere()
    workspace.record(row.assessment_id, "answers.tech_ai", "use", expected=None)
    assert not workspace.changed_elsewhere()
    with Workspace(workspace.path) as other:
        other.record(row.assessment_id, "answers.tech_iot", "use", expected=None)
        assert not other.changed_elsewhere()
        assert workspace.changed_elsewhere()
        assert not workspace.changed_elsewhere()
        other.delete(row.id)
    assert workspace.changed_elsewhere()


def test_a_second_window_is_told_that_the_first_is_open(workspace: Workspace) -> None:
    with Workspace(workspace.path) as second:
        assert not second.other_window_open()
        with workspace.hold() as first_hold:
            assert first_hold
            assert not workspace.other_window_open()
            assert second.other_window_open()
            assert not second.hold()
        assert not second.other_window_open()
        assert second.hold()
        assert workspace.other_window_open()


def test_closing_lets_the_workspace_go(tmp_path: Path) -> None:
    first = Workspace(tmp_path / "w.sqlite3")
    assert first.hold()
    first.close()

    with Workspace(tmp_path / "w.sqlite3") as second:
        assert not second.other_window_open()


def test_the_plan_is_kept(workspace: Workspace, row: OrganisationRow) -> None:
    plan = (Action(item="b01", owner="Ana", due=TODAY), Action(title="Autre", status="done"))
    workspace.keep_plan(row.id, plan)

    assert workspace.plan(row.id) == plan
    assert workspace.dossier(row.id).plan == plan
