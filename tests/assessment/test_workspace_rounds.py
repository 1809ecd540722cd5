"""Rounds in the workspace: added after the others, taken away only while empty."""

from datetime import date
from pathlib import Path

import pytest

from assessment.demo import demo_dossiers
from assessment.errors import BadInput
from assessment.workspace import Workspace

T0, T1 = date(2026, 5, 12), date(2027, 5, 10)


def test_a_new_round_stands_after_the_others(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        row = workspace.create("Le Jardin", today=T0)
        workspace.record(row.assessment_id, "answers.tech_ai", "need", expected=None)
        workspace.record(row.assessment_id, "comments.tech_ai", "Pour trier.", expected=None)
        later = workspace.new_round(row.id, T1)
        assert later.rounds == 2 and later.assessment_id != row.assessment_id
        assert workspace.sheet(row.assessment_id).answer("tech_ai") == "need"
        assert workspace.sheet(later.assessment_id).answers == {}
        assert workspace.sheet(later.assessment_id).get("organisation.name") == "Le Jardin"
        assert [(one.number, one.day, one.is_empty) for one in workspace.rounds(row.id)] == [
            (0, T0, False),
            (1, T1, True),
        ]
        (before,) = workspace.rounds_before(row.id, later.assessment_id)
        assert (before.day, before.sheet.answer("tech_ai")) == (T0, "need")
        assert workspace.rounds_before(row.id, row.assessment_id) == ()


@pytest.mark.parametrize(("day", "code"), [(T1, "round_not_begun"), (date(2020, 1, 1), "round_not_begun")])
def test_one_empty_round_is_enough(tmp_path: Path, day: date, code: str) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        row = workspace.create("Le Jardin", today=T0)
        with pytest.raises(BadInput) as refused:
            workspace.new_round(row.id, day)
        assert refused.value.code == f"workspace.{code}"
        assert len(workspace.rounds(row.id)) == 1


def test_a_clock_gone_back_is_told(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        row = workspace.create("Le Jardin", today=T0)
        workspace.record(row.assessment_id, "answers.tech_ai", "need", expected=None)
        with pytest.raises(BadInput) as refused:
            workspace.new_round(row.id, date(2026, 5, 11))
        assert refused.value.code == "workspace.round_later"
        assert workspace.new_round(row.id, T0).rounds == 2


def test_only_an_empty_round_is_taken_away(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        row = workspace.create("Le Jardin", today=T0)
        for assessment_id in (row.assessment_id,):
            with pytest.raises(BadInput):
                workspace.delete_round(assessment_id)
        workspace.record(row.assessment_id, "answers.tech_ai", "need", expected=None)
        later = workspace.new_round(row.id, T1)
        workspace.record(later.assessment_id, "respondent", "Awa", expected=None)
        with pytest.raises(BadInput):
            workspace.delete_round(row.assessment_id)
        workspace.delete_round(later.assessment_id)
        workspace.delete_round(later.assessment_id)
        assert workspace.find("Le Jardin").assessment_id == row.assessment_id


def test_only_the_latest_round_is_under_way(tmp_path: Path) -> None:
    """A first round left with questions open is over once another one was answered."""
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        row = workspace.create("Le Jardin", today=T0)
        workspace.record(row.assessment_id, "answers.tech_ai", "need", expected=None, progress=(1, 40))
        assert workspace.unfinished() == "Le Jardin"
        later = workspace.new_round(row.id, T1)
        workspace.record(later.assessment_id, "answers.tech_ai", "use", expected=None, progress=(40, 40))
        assert workspace.unfinished() is None


def test_private_notes_stay_out_of_the_rounds_before(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        row = workspace.create("Le Jardin", today=T0)
        workspace.record(row.assessment_id, "adviser_notes.tech_ai", "Entre nous.", expected=None)
        later = workspace.new_round(row.id, T1)
        (before,) = workspace.rounds_before(row.id, later.assessment_id)
        assert not before.sheet.adviser_notes


def test_what_an_action_brought_is_completed_by_an_import_and_never_contradicted(tmp_path: Path) -> None:
    dossier = demo_dossiers()[2]
    first = dossier.plan[0]
    less = first.model_copy(update={"progress": first.progress.model_copy(update={"skills": None})})
    other = first.model_copy(update={"progress": first.progress.model_copy(update={"skills": "Autre chose"})})
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        workspace.import_dossier(dossier.model_copy(update={"plan": (less, *dossier.plan[1:])}))
        workspace.import_dossier(dossier)
        assert workspace.plan(str(dossier.organisation.id)) == dossier.plan
        with pytest.raises(BadInput):
            workspace.import_dossier(dossier.model_copy(update={"plan": (other,)}))
        assert workspace.plan(str(dossier.organisation.id)) == dossier.plan
