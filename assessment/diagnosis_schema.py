"""The JSON Schema of a diagnosis, generated from the types of `diagnosis_json`.

`python -m assessment.diagnosis_schema` writes it anew after a key was added.
"""

from assessment.diagnosis_json import DiagnosisPart
from assessment.published_schema import publish, schema_of

SCHEMA_FILE = "diagnosis-1.schema.json"


def schema_text() -> str:
    """Return the schema as the file that ships with Jalon."""
    return schema_of(DiagnosisPart, "Jalon diagnosis")


if __name__ == "__main__":
    publish(SCHEMA_FILE, schema_text())
