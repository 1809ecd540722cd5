import json
from datetime import date
from importlib.resources import files

import jsonschema
import pytest

from assessment.dossier import (
    Dossier,
    assessment_of,
    organisation_of,
    read_dossier,
    sheet_of,
    without_private_notes,
    write_dossier,
)
from assessment.dossier.schema import VERSIONS, schema_file, schema_text
from assessment.errors import BadInput
from questionnaire.loading import standard_questionnaire

QUESTIONNAIRE = standard_questionnaire()
SCHEMA = json.loads((files("assessment") / "schemas" / schema_file(1)).read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

COMPLETE = {
    "format": "jalon-dossier",
    "version": 1,
    "organisation": {
        "id": "0f5b5ee0-3b0c-4a7e-9d3e-7b7f8c1d2e3f",
        "name": "Le Jardin",
        "country": "FR",
        "legal_form": "association",
    },
    "assessments": [
        {
            "id": "t0",
            "date": "2026-11-22",
            "questionnaire": "soga-2019",
            "profile": {"employees": "0_to_9", "sdg": [4], "social_mission": True},
            "answers": {"platform_participation": "use", "tech_ai": "need", "patronage_skills": "use"},
            "comments": {"tech_ai": "Résumer\nnos réunions"},
            "respondent": "Ana",
            "session": {"people": ["Ana", "Ben"], "minutes": "Une heure."},
            "adviser_notes": {"tech_ai": "À revoir."},
            "priorities": ["b01", "tech_ai"],
            "complement": {
                "aim": "Moins de papier",
                "basics": {"b01": "need"},
                "interest": ["patronage_skills"],
                "unsatisfying": [],
                "barriers": ["time"],
                "skills_level": 2,
                "urgency": {"tech_ai": "now"},
                "ai_rules": "need",
            },
        }
    ],
    "plan": [
        {
            "item": "tech_ai",
            "title": "Essayer",
            "first_step": "Choisir une tâche",
            "owner": "Ana",
            "due": "2027-03-31",
            "help": "Le réseau",
            "status": "open",
        }
    ],
}
SMALLEST = {
    "format": "jalon-dossier",
    "version": 1,
    "organisation": {},
    "assessments": [{"date": "2026-11-22", "questionnaire": "soga-2019", "answers": {}}],
}


def read(tree: object) -> Dossier:
    return read_dossier(json.dumps(tree).encode(), "x.json", QUESTIONNAIRE)


def test_every_key_is_read_and_written_back_in_place() -> None:
    dossier = read(COMPLETE)

    assert json.loads(write_dossier(dossier, with_private_notes=True)) == COMPLETE


def test_only_the_required_keys_are_written_when_nothing_else_was_said() -> None:
    assert json.loads(write_dossier(read(SMALLEST))) == SMALLEST


def test_private_notes_stay_behind_unless_asked_for() -> None:
    dossier = read(COMPLETE)

    assert "À revoir." not in write_dossier(dossier).decode()
    assert write_dossier(without_private_notes(dossier), with_private_notes=True) == write_dossier(dossier)


def test_nothing_said_is_written_the_same_way_however_it_was_left_out() -> None:
    silent = json.loads(json.dumps(SMALLEST))
    silent["organisation"] = {"name": "", "country": None}
    silent["assessments"][0] |= {"comments": {"tech_ai": ""}, "complement": {"aim": " "}, "session": {}}

    assert read(silent) == read(SMALLEST)
    assert write_dossier(read(silent)) == write_dossier(read(SMALLEST))


def test_the_order_of_the_answers_does_not_change_the_bytes() -> None:
    turned = json.loads(json.dumps(COMPLETE))
    answers = turned["assessments"][0]["answers"]
    turned["assessments"][0]["answers"] = dict(reversed(answers.items()))

    assert write_dossier(read(turned)) == write_dossier(read(COMPLETE))


def test_a_byte_order_mark_is_accepted() -> None:
    content = b"\xef\xbb\xbf" + json.dumps(COMPLETE).encode()

    assert read_dossier(content, "x.json", QUESTIONNAIRE) == read(COMPLETE)


@pytest.mark.parametrize(
    "name", ["Acme [/x] [UK] <b>", "\u202eneila", "Le Jardin 🌱👩‍🌾", "ב״ה", "e" * 1_000, "", None, "%s {0}"]
)
def test_any_name_on_one_line_is_accepted(name: str | None) -> None:
    dossier = read({**COMPLETE, "organisation": {"name": name}})

    assert dossier.organisation.name == (name or None)


def test_an_answer_that_routing_does_not_put_is_kept() -> None:
    dossier = read(COMPLETE)

    assert sheet_of(dossier, dossier.latest).answer("patronage_skills") == "use"


def test_a_comment_of_a_hundred_thousand_characters_is_kept() -> None:
    tree = json.loads(json.dumps(COMPLETE))
    tree["assessments"][0]["comments"]["tech_ai"] = "é" * 100_000

    assert len(read(tree).latest.comments["tech_ai"]) == 100_000


def test_sheet_and_assessment_are_two_views_of_the_same_answers() -> None:
    dossier = read(COMPLETE)
    sheet = sheet_of(dossier, dossier.latest)

    assert sheet.get("organisation.name") == "Le Jardin"
    assert sheet.get("session.people") == ("Ana", "Ben")
    assert sheet.get("complement.unsatisfying") == ()
    rebuilt = assessment_of(sheet, id="t0", date=date(2026, 11, 22), questionnaire="soga-2019")
    assert rebuilt == dossier.latest
    assert organisation_of(sheet, id=dossier.organisation.id) == dossier.organisation


def test_the_latest_assessment_is_the_one_with_the_latest_date() -> None:
    rounds = [
        {**SMALLEST["assessments"][0], "id": name, "date": day}  # type: ignore[index]
        for name, day in [("t1", "2027-05-01"), ("t0", "2026-11-01"), ("t1b", "2027-05-01")]
    ]
    dossier = read({**SMALLEST, "assessments": rounds})

    assert dossier.latest.id == "t1b"
    assert dossier.assessment("t0").date == date(2026, 11, 1)
    with pytest.raises(BadInput, match="t1b"):
        dossier.assessment("t1bb")


@pytest.mark.parametrize("version", VERSIONS)
def test_the_published_schema_is_the_one_of_the_models(version: int) -> None:
    published = (files("assessment") / "schemas" / schema_file(version)).read_text(encoding="utf-8")

    assert published == schema_text(QUESTIONNAIRE, version), "run: python -m assessment.dossier.schema"


def test_the_schema_accepts_what_the_reader_accepts() -> None:
    VALIDATOR.check_schema(SCHEMA)
    VALIDATOR.validate(COMPLETE)
    VALIDATOR.validate(SMALLEST)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 3},
        {"extra": 1},
        {"organisation": {"country": "ZZ"}},
        {"assessments": []},
        {"assessments": [{**SMALLEST["assessments"][0], "answers": {"tech_ai": "yes"}}]},  # type: ignore[index]
        {"assessments": [{**SMALLEST["assessments"][0], "answers": {"tech_a": "use"}}]},  # type: ignore[index]
        {"assessments": [{**SMALLEST["assessments"][0], "profile": {"sdg": [18]}}]},  # type: ignore[index]
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(change: dict[str, object]) -> None:
    tree = {**SMALLEST, **change}

    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(tree)
    with pytest.raises(BadInput):
        read(tree)
