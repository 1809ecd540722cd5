"""The JSON Schema of a group, generated from the types of `group_json`.

`python -m assessment.group_schema` writes it anew after a key was added.
"""

from assessment.group_json import GroupPart
from assessment.published_schema import publish, schema_of

SCHEMA_FILE = "group-1.schema.json"


def schema_text() -> str:
    """Return the schema as the file that ships with Jalon."""
    return schema_of(GroupPart, "Jalon group")


if __name__ == "__main__":
    publish(SCHEMA_FILE, schema_text())
