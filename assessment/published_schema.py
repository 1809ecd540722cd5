"""The JSON Schema of what Jalon writes, generated from its types; more keys may be added to each."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter


def schema_of(kind: Any, title: str) -> str:  # noqa: ANN401 - a TypedDict is no type to a type checker
    """Return the schema of a kind of tree as the file that ships with Jalon."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(kind).json_schema(),
        "title": title,
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def publish(file: str, text: str) -> None:
    """Write a schema beside the others."""
    target = Path(str(files("assessment") / "schemas" / file))
    target.write_text(text, encoding="utf-8", newline="\n")
