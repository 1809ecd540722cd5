"""The JSON Schema of a group, generated from the types of `group_json`.

`python -m assessment.group_schema` writes it anew after a key was added.
"""

import json
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter

from assessment.group_json import GroupPart

SCHEMA_FILE = "group-1.schema.json"


def schema_text() -> str:
    """Return the schema as the file that ships with Jalon; more keys may be added to a group."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(GroupPart).json_schema(),
        "title": "Jalon group",
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    target = Path(str(files("assessment") / "schemas" / SCHEMA_FILE))
    target.write_text(schema_text(), encoding="utf-8", newline="\n")
