"""The published schema of a diagnosis is the one of the code, and real diagnoses fit it."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from assessment.demo import demo_dossiers
from assessment.diagnosis_json import write_json
from assessment.diagnosis_schema import SCHEMA_FILE, schema_text
from assessment.dossier_diagnosis import diagnose_dossier

PUBLISHED = files("assessment") / "schemas" / SCHEMA_FILE


def test_published_schema_is_fresh() -> None:
    assert schema_text() == PUBLISHED.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_demo_diagnoses_fit_the_schema(lang: str) -> None:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    for dossier in demo_dossiers():
        jsonschema.validate(json.loads(write_json(diagnose_dossier(dossier), lang)), schema)


def demo_json(population: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        write_json(diagnose_dossier(demo_dossiers()[1], population=population), "fr")
    )
    return found


def test_a_population_adds_keys_and_changes_no_other() -> None:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    everyone, portugal = demo_json("all"), demo_json("portugal")
    jsonschema.validate(portugal, schema)
    assert everyone["benchmark"]["n_range"] == [218, 218]
    assert portugal["benchmark"] | {"population": "all"} == everyone["benchmark"] | {
        "n": None,
        "n_range": [18, 86],
    }
    added = ("population_shares", "population_sampling", "population_n_range", "population_reliability")
    for item, part in portugal["items"].items():
        before = everyone["items"][item]
        assert [before[key] for key in added] == [None] * len(added)
        assert {key: part[key] for key in part if key not in added} == {
            key: before[key] for key in before if key not in added
        }
    elearning = portugal["items"]["platform_elearning"]
    assert elearning["benchmark"]["use"] == [42.5, 43.5]
    assert elearning["population_shares"]["use"] == [16.5, 17.5]
    assert elearning["population_n_range"] == [18, 86]
    assert elearning["population_reliability"] == "indicative"
    unprinted = portugal["items"]["tech_ai"]
    assert set(unprinted["population_shares"].values()) == {None}
    assert unprinted["population_n_range"] == [None, None]
    assert unprinted["population_reliability"] is None


def test_schema_refuses_another_format() -> None:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"format": "something else"}, schema)
