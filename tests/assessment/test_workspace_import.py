import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.demo import demo_dossiers
from assessment.dossier import Dossier, read_dossier, without_private_notes, write_dossier
from assessment.errors import BadInput
from assessment.workspace import Workspace
from questionnaire.loading import standard_questionnaire

ORGANISATION = "0f5b5ee0-3b0c-4a7e-9d3e-7b7f8c1d2e3f"
TREE: dict[str, Any] = {
    "format": "jalon-dossier",
    "version": 1,
    "organisation": {"id": ORGANISATION, "name": "Le Jardin", "country": "FR"},
    "assessments": [
        {
            "id": "t0",
            "date": "2026-11-22",
            "questionnaire": "soga-2019",
            "answers": {"tech_ai": "need", "patronage_skills": "use"},
            "adviser_notes": {"tech_ai": "À revoir."},
        }
    ],
    "plan": [{"item": "b01", "owner": "Ana"}],
}


def dossier(change: dict[str, Any] | None = None) -> Dossier:
    tree = deepcopy(TREE)
    for place, value in (change or {}).items():
        *groups, last = [int(part) if part.isdigit() else part for part in place.split("/")]
        branch: Any = tree
        for group in groups:
            branch = branch[group]
        if value is None:
            del branch[last]
        elif isinstance(last, int) and last == len(branch):
            branch.append(value)
        else:
            branch[last] = value
    return read_dossier(json.dumps(tree).encode(), "x.json", standard_questionnaire())


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(tmp_path / "w.sqlite3") as opened:
        yield opened


def content(workspace: Workspace) -> list[bytes]:
    rows = workspace.organisations()
    return sorted(write_dossier(workspace.dossier(row.id), True) for row in rows)


def test_a_dossier_comes_out_as_it_went_in(workspace: Workspace) -> None:
    report = workspace.import_dossier(dossier())

    assert (report.is_new, report.added, report.unchanged, report.changed) == (True, ("t0",), (), True)
    assert workspace.dossier(ORGANISATION) == dossier()
    (row,) = workspace.organisations()
    assert row.answered == 3  # name, country and tech_ai; patronage_skills was not put
    assert row.asked > 40


def test_the_same_content_again_changes_nothing(workspace: Workspace) -> None:
    workspace.import_dossier(dossier())
    before = workspace.organisations()

    for again in (dossier(), without_private_notes(dossier())):
        report = workspace.import_dossier(again)
        assert (report.is_new, report.added, report.unchanged, report.changed) == (False, (), ("t0",), False)
    assert workspace.organisations() == before
    assert workspace.dossier(ORGANISATION) == dossier()


WORDS: dict[str, Any] = {
    "assessments/0/comments": {"tech_ai": "Le serveur date.", "tech_iot": "Pas ici."},
    "assessments/0/session": {"people": ["Ana"], "minutes": "On commence par les copies."},
}
"""A round with all the free words a PDF may leave behind."""
FEWER_WORDS: dict[str, dict[str, Any]] = {
    "no comments": {"assessments/0/comments": {}},
    "one comment": {"assessments/0/comments": {"tech_ai": "Le serveur date."}},
    "no minutes": {"assessments/0/session": {"people": ["Ana"]}},
    "neither": {"assessments/0/comments": {}, "assessments/0/session": {"people": ["Ana"]}},
}


@pytest.mark.parametrize("fewer", FEWER_WORDS.values(), ids=FEWER_WORDS)
def test_words_left_behind_contradict_nothing_and_nothing_is_lost(
    workspace: Workspace, fewer: dict[str, Any]
) -> None:
    workspace.import_dossier(dossier(WORDS))

    report = workspace.import_dossier(without_private_notes(dossier({**WORDS, **fewer})))

    assert (report.unchanged, report.added, report.changed) == (("t0",), (), False)
    assert workspace.dossier(ORGANISATION) == dossier(WORDS)


def test_a_later_round_joins_one_whose_words_were_left_behind(workspace: Workspace) -> None:
    workspace.import_dossier(dossier(WORDS))

    workspace.import_dossier(
        without_private_notes(
            dossier({"assessments/0/session": {"people": ["Ana"]}, "assessments/1": ROUND_1})
        )
    )

    assert workspace.dossier(ORGANISATION) == dossier({**WORDS, "assessments/1": ROUND_1})


@pytest.mark.parametrize("fewer", FEWER_WORDS.values(), ids=FEWER_WORDS)
def test_words_that_are_new_or_other_are_refused(workspace: Workspace, fewer: dict[str, Any]) -> None:
    workspace.import_dossier(dossier({**WORDS, **fewer}))
    before = content(workspace)

    for other in (WORDS, {**WORDS, "assessments/0/comments": {"tech_ai": "Autre."}}):
        with pytest.raises(BadInput) as caught:
            workspace.import_dossier(dossier(other), "recu.pdf")
        assert caught.value.code == "workspace.import_assessment"
    assert content(workspace) == before


ROUND_1 = {"id": "t1", "date": "2027-05-22", "questionnaire": "soga-2019", "answers": {"tech_ai": "use"}}


def test_a_new_round_joins_the_earlier_ones(workspace: Workspace) -> None:
    workspace.import_dossier(dossier())
    both = dossier({"assessments/1": ROUND_1})
    report = workspace.import_dossier(both)

    assert (report.is_new, report.added, report.unchanged) == (False, ("t1",), ("t0",))
    assert workspace.dossier(ORGANISATION) == both
    (row,) = workspace.organisations()
    assert row.rounds == 2
    assert workspace.sheet(row.assessment_id).answer("tech_ai") == "use"


def test_what_was_unknown_of_the_organisation_is_completed(workspace: Workspace) -> None:
    workspace.import_dossier(dossier({"organisation/name": None, "assessments/0/adviser_notes": None}))

    assert workspace.import_dossier(dossier()).changed
    assert workspace.dossier(ORGANISATION) == dossier()
    assert workspace.find("Le Jardin").id == ORGANISATION


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        ({"assessments/0/answers/tech_ai": "use"}, "import_assessment", "answers.tech_ai"),
        ({"assessments/0/answers/tech_iot": "use"}, "import_assessment", "answers.tech_iot"),
        ({"assessments/0/date": "2026-11-23"}, "import_assessment", "date"),
        ({"assessments/0/adviser_notes/tech_ai": "Autre."}, "import_assessment", "adviser_notes.tech_ai"),
        ({"organisation/name": "Le Verger"}, "import_organisation", "Le Verger"),
        ({"organisation/country": "BE"}, "import_organisation", "BE"),
        ({"plan/0/owner": "Ben"}, "import_plan", "b01"),
    ],
)
def test_the_same_id_with_other_content_is_refused_and_nothing_written(
    workspace: Workspace, change: dict[str, Any], code: str, told: str
) -> None:
    workspace.import_dossier(dossier())
    before = content(workspace)
    other = dossier({**change, "assessments/1": ROUND_1})

    with pytest.raises(BadInput) as caught:
        workspace.import_dossier(other, "recu.json")

    assert caught.value.code == f"workspace.{code}"
    for lang in ("fr", "en"):
        assert caught.value.text(lang).startswith("recu.json")
        assert told in caught.value.text(lang)
    assert content(workspace) == before


def test_several_files_come_in_together_or_not_at_all(workspace: Workspace) -> None:
    workspace.import_dossier(dossier())
    before = content(workspace)
    first = demo_dossiers()[0]

    with pytest.raises(BadInput):
        workspace.import_dossiers(
            [(first, "a.json"), (dossier({"assessments/0/answers/tech_ai": "use"}), "b.json")]
        )
    assert content(workspace) == before
    assert len(workspace.import_dossiers([(first, "a.json"), (dossier(), "b.json")])) == 2


def test_a_named_dossier_without_ids_is_one_organisation_however_often_it_comes(workspace: Workspace) -> None:
    anonymous = dossier({"organisation/id": None, "assessments/0/id": None})

    first, second = workspace.import_dossier(anonymous), workspace.import_dossier(anonymous)

    assert first.is_new
    assert not second.changed
    assert first.organisation_id == second.organisation_id
    (row,) = workspace.organisations()
    assert workspace.dossier(row.id).organisation.id == row.id


def test_a_dossier_without_id_nor_name_is_a_new_organisation_each_time(workspace: Workspace) -> None:
    nameless = dossier({"organisation/id": None, "organisation/name": None, "assessments/0/id": None})

    reports = [workspace.import_dossier(nameless) for _ in range(2)]

    assert all(report.is_new for report in reports)
    assert len(workspace.organisations()) == 2


def test_two_organisations_may_use_the_same_assessment_id(workspace: Workspace) -> None:
    other = dossier({"organisation/id": ORGANISATION.replace("0", "1"), "organisation/name": "Le Verger"})
    workspace.import_dossiers([(dossier(), "a.json"), (other, "b.json")])

    rows = workspace.organisations()
    assert len({row.assessment_id for row in rows}) == 2
    assert {workspace.dossier(row.id).latest.id for row in rows} == {"t0"}


def test_an_import_is_not_a_change_to_undo(workspace: Workspace) -> None:
    workspace.import_dossier(dossier())

    assert workspace.undo(workspace.organisations()[0].assessment_id) is None


def test_an_organisation_created_here_leaves_as_a_dossier(workspace: Workspace) -> None:
    row = workspace.create(None, today=date(2026, 11, 22))
    workspace.record(row.assessment_id, "profile.sdg", (4, 10), expected=None)
    workspace.record(row.assessment_id, "complement.interest", (), expected=None)

    written = write_dossier(workspace.dossier(row.id))

    assert read_dossier(written, "x.json", standard_questionnaire()) == workspace.dossier(row.id)
    assert json.loads(written)["assessments"][0]["complement"] == {"interest": []}


QUESTIONS = [question.id for question in standard_questionnaire().items()]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(["use", "need", "no_need", "dont_know"])),
    st.sampled_from(demo_dossiers()),
)
def test_any_answers_survive_the_workspace(
    workspace: Workspace, answers: dict[str, str], demo: Dossier
) -> None:
    round_ = demo.latest.model_copy(update={"answers": answers})
    changed = demo.model_copy(update={"assessments": (round_,)})
    assert demo.organisation.id is not None
    workspace.delete(demo.organisation.id)

    workspace.import_dossier(changed)

    assert workspace.dossier(demo.organisation.id) == changed
