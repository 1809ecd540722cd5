"""The published schema of a diagnosis is the one of the code, and real diagnoses fit it."""

import json
from importlib.resources import files

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


def test_schema_refuses_another_format() -> None:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"format": "something else"}, schema)
