"""Votes: counts in version 2 of a dossier, one field of an answer sheet, one step to undo."""

import copy
import json
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.asking.ballot import Agreed, Ballot
from assessment.asking.session import Change, Session
from assessment.diagnosis_json import as_json
from assessment.dossier import assessment_of, read_dossier, sheet_of, write_dossier
from assessment.dossier.schema import schema_file
from assessment.dossier.versions import later_keys, version_needed
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.errors import BadInput
from assessment.report import render_text
from assessment.vote_words import agreement, answers_to, same_answer, spread_sentence
from assessment.workspace import Workspace
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire
from questionnaire.votes import as_spread, as_value

QUESTIONNAIRE = standard_questionnaire()
VOTED: dict[str, Any] = {
    "format": "jalon-dossier",
    "version": 2,
    "organisation": {"id": "0f5b5ee0-3b0c-4a7e-9d3e-7b7f8c1d2e3f", "name": "Le Jardin"},
    "assessments": [
        {
            "id": "t0",
            "date": "2026-11-22",
            "questionnaire": "soga-2019",
            "answers": {"tech_ai": "use"},
            "votes": {"b01": {"need": 3}, "tech_ai": {"dont_know": 2, "use": 5}},
            "complement": {"basics": {"b01": "need"}},
        }
    ],
}


def encoded(tree: object) -> bytes:
    return json.dumps(tree).encode()


def with_votes(votes: object, version: int = 2) -> bytes:
    tree = copy.deepcopy(VOTED)
    tree["version"] = version
    tree["assessments"][0]["votes"] = votes
    return encoded(tree)


def test_votes_are_read_and_written_back_as_they_were() -> None:
    dossier = read_dossier(encoded(VOTED), "x.json", QUESTIONNAIRE)

    assert json.loads(write_dossier(dossier)) == VOTED
    schema = json.loads((files("assessment") / "schemas" / schema_file(2)).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(VOTED)


def test_the_schema_of_version_1_knows_no_votes() -> None:
    schema = json.loads((files("assessment") / "schemas" / schema_file(1)).read_text(encoding="utf-8"))
    with pytest.raises(jsonschema.ValidationError, match="votes"):
        jsonschema.Draft202012Validator(schema).validate({**VOTED, "version": 1})


@pytest.mark.parametrize("silent", [{}, {"tech_ai": {}}, {"tech_ai": {"use": 0}}])
def test_a_dossier_without_a_single_vote_is_written_as_version_1(silent: object) -> None:
    written = json.loads(write_dossier(read_dossier(with_votes(silent), "x.json", QUESTIONNAIRE)))

    assert written["version"] == 1
    assert "votes" not in written["assessments"][0]


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (with_votes({"tech_ai": {"use": 1}}, version=1), "later_key", ["assessments[0].votes", "1", "2"]),
        (with_votes({}, version=1), "later_key", ["assessments[0].votes"]),
        (with_votes({"tech_a": {"use": 1}}), "unknown_question", ["votes", "tech_a", "tech_ai"]),
        (with_votes({"name": {"use": 1}}), "unknown_question", ["votes", "name"]),
        (with_votes({"tech_ai": {"needs": 1}}), "unknown_vote", ["votes.tech_ai", "needs", "need"]),
        (with_votes({"b01": {"use": 1}}), "unknown_vote", ["votes.b01", "use"]),
        (with_votes({"tech_ai": {"use": -1}}), "out_of_range", ["votes.tech_ai.use", "-1", "0"]),
        (with_votes({"tech_ai": {"use": 1e9}}), "not_integer", ["votes.tech_ai.use"]),
        (with_votes({"tech_ai": {"use": 10**6}}), "out_of_range", ["votes.tech_ai.use", "100000"]),
        (with_votes({"tech_ai": {"use": True}}), "not_integer", ["votes.tech_ai.use", "true"]),
        (with_votes({"tech_ai": 3}), "not_group", ["votes.tech_ai", "3"]),
        (with_votes([]), "not_group", ["assessments[0].votes"]),
    ],
)
def test_wrong_votes_are_refused_in_one_sentence(content: bytes, code: str, told: list[str]) -> None:
    with pytest.raises(BadInput) as caught:
        read_dossier(content, "x.json", QUESTIONNAIRE)

    assert caught.value.code == f"dossier.{code}"
    for lang in ("fr", "en"):
        assert all(word in caught.value.text(lang) for word in ["x.json", *told])


def test_a_later_key_is_found_in_every_round() -> None:
    tree: dict[str, list[dict[str, object]]] = {"assessments": [{}, {"votes": {}}, {"votes": {}}]}

    assert [place for place, _ in later_keys(tree, 1)] == [
        ("assessments", 1, "votes"),
        ("assessments", 2, "votes"),
    ]
    assert list(later_keys(tree, 2)) == []
    assert (version_needed(tree), version_needed({"assessments": [{}]})) == (2, 1)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["use", "need", "no_need", "dont_know"]), st.integers(0, 99)))
def test_a_spread_survives_as_one_field(spread: dict[str, int]) -> None:
    value = as_value(spread)

    assert as_spread(value) == {code: count for code, count in spread.items() if count}
    assert (value is None) == (not any(spread.values()))


def test_a_sheet_gives_votes_typed_and_goes_back_to_the_same_assessment() -> None:
    dossier = read_dossier(encoded(VOTED), "x.json", QUESTIONNAIRE)
    sheet = sheet_of(dossier, dossier.latest)

    assert sheet.get("votes.tech_ai") == ("dont_know:2", "use:5")
    assert sheet.votes == VOTED["assessments"][0]["votes"]
    day = date(2026, 11, 22)
    assert assessment_of(sheet, id="t0", date=day, questionnaire="soga-2019") == dossier.latest


def test_the_workspace_keeps_votes_and_undoes_them(tmp_path: Path) -> None:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        dossier = read_dossier(encoded(VOTED), "x.json", QUESTIONNAIRE)
        organisation_id = workspace.import_dossier(dossier, "x.json").organisation_id
        row = workspace.find(organisation_id)
        assert json.loads(write_dossier(workspace.dossier(row.id))) == VOTED
        assert not workspace.import_dossier(dossier, "x.json").changed
        before = ("dont_know:2", "use:5")
        workspace.record(row.assessment_id, "votes.tech_ai", ("use:7",), expected=before)
        assert workspace.sheet(row.assessment_id).votes["tech_ai"] == {"use": 7}
        with pytest.raises(BadInput):
            workspace.import_dossier(dossier, "x.json")
        assert workspace.undo(row.assessment_id) == ("votes.tech_ai", before)


def test_votes_stand_in_the_diagnosis_and_beside_the_answer_on_paper() -> None:
    diagnosis = diagnose_dossier(read_dossier(encoded(VOTED), "x.json", QUESTIONNAIRE))

    assert as_json(diagnosis, "fr")["votes"] == VOTED["assessments"][0]["votes"]
    paper = render_text(diagnosis, "fr", date=date(2026, 11, 23), form="full")
    assert "Votes : 5 « Oui » · 2 « Je ne sais pas »." in paper.replace("\u00a0", " ")


# --- the ballot -------------------------------------------------------------------------------------


def test_votes_are_cast_then_shown_then_one_answer_is_agreed_on() -> None:
    ballot = Ballot(["use", "need", "no_need", "dont_know"])

    assert not ballot.reveal()
    assert [ballot.digit(digit) for digit in (1, 1, 4, 0, 5)] == [None] * 5
    ballot.step_back()
    assert ballot.digit(2) is None
    assert (ballot.number, ballot.reveal()) == (3, True)
    ballot.step_back()
    assert (ballot.number, ballot.is_revealed) == (3, False)
    assert ballot.reveal()
    assert ballot.digit(7) is None
    assert ballot.digit(1) == Agreed("use", {"use": 2, "need": 1})


def test_agreeing_changes_answer_and_votes_in_one_step_and_undo_takes_both_back() -> None:
    written: list[Change] = []
    session = Session(QUESTIONNAIRE, AnswerSheet(), written.append, position="tech_ai")

    session.agree("use", {"use": 5, "dont_know": 2})
    assert session.sheet.answer("tech_ai") == "use"
    assert session.sheet.votes == {"tech_ai": {"use": 5, "dont_know": 2}}
    assert session.step.id == "ai_rules"
    session.go_to("tech_vr")
    session.agree("need", {"need": 2})
    assert (session.subject, session.sheet.votes["tech_vr"]) == ("tech_cad", {"need": 2})
    assert session.undo()
    assert session.undo()
    assert not session.sheet.fields
    assert [change.field for change in written].count("votes.tech_ai") == 2


@pytest.mark.parametrize(
    ("spread", "said"),
    [
        ({}, "Personne n’a encore voté."),
        ({"use": 1}, "Une seule personne a voté : « Oui »."),
        ({"use": 7}, "Les 7 votes vont à « Oui » : vous êtes d’accord."),
        (
            {"use": 5, "dont_know": 2},
            "5 votes sur 7 vont à « Oui » ; 2 « Je ne sais pas » : celles et ceux qui ont voté autrement "
            "peuvent dire pourquoi, avant que vous tranchiez.",
        ),
        (
            {"need": 3, "no_need": 1},
            "3 votes sur 4 vont à « Non, mais c’est un besoin » ; 1 « Non, ce n’est pas un besoin » : "
            "qui a voté autrement peut dire pourquoi, avant que vous tranchiez.",
        ),
        (
            {"use": 2, "need": 2},
            "Les avis sont partagés : 2 « Oui » · 2 « Non, mais c’est un besoin ». "
            "Écoutez une raison de chaque côté avant de trancher.",
        ),
    ],
)
def test_agreement_is_told_in_words(spread: dict[str, int], said: str) -> None:
    answers = answers_to(QUESTIONNAIRE, "tech_ai", "fr")

    assert agreement(answers, spread, "fr").replace("\u00a0", " ").replace("\u202f", " ") == said


def test_a_spread_is_listed_in_the_order_of_the_answers() -> None:
    spread = {"dont_know": 2, "fine": 5}

    said = spread_sentence(QUESTIONNAIRE, "b01", spread, "en").replace("\u00a0", " ")
    assert said == "Votes: 5 “Yes, and it suits us” · 2 “I don’t know”."
    assert same_answer(spread, "fine", "en") == "votes: 5 of 7"
