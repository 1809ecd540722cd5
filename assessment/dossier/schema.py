"""The JSON Schema of each version of a dossier, generated from the models and the questionnaire's codes.

`python -m assessment.dossier.schema` writes them anew after a change of the content.
"""

import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from assessment.dossier.model import MOST_VOTES, Dossier
from assessment.dossier.versions import FIRST, LATEST, SINCE
from assessment.dossier.vocabulary import Vocabulary, vocabulary
from questionnaire.loading import standard_questionnaire
from questionnaire.model import Questionnaire

VERSIONS = range(FIRST, LATEST + 1)
JsonObject = dict[str, object]


def schema_file(version: int) -> str:
    """Return the name of the file that holds the schema of a version."""
    return f"dossier-{version}.schema.json"


def dossier_schema(questionnaire: Questionnaire, version: int) -> JsonObject:
    """Return the JSON Schema of a dossier of one version that answers this questionnaire."""
    words = vocabulary(questionnaire)
    schema: JsonObject = Dossier.model_json_schema(mode="validation")
    _object(schema, "properties")["version"] = {"const": version, "title": "Version", "type": "integer"}
    schema["required"] = ["format", "version", "organisation", "assessments"]
    definitions = _object(schema, "$defs")
    codes = _codes(words)
    for owner, keys in codes.items():
        properties = _object(_object(definitions, owner), "properties")
        for key, constraint in keys.items():
            properties[key] = {"title": _object(properties, key).get("title", key), **constraint}
    _without_defaults(schema)
    for place in (place for place, since in SINCE.items() if since > version):
        _forget(schema, place)
    _without_unused(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Jalon dossier", **schema}


def schema_text(questionnaire: Questionnaire, version: int) -> str:
    """Return the schema of a version as the file that ships with Jalon."""
    return (
        json.dumps(dossier_schema(questionnaire, version), ensure_ascii=False, indent=1, sort_keys=True)
        + "\n"
    )


def _codes(words: Vocabulary) -> dict[str, dict[str, JsonObject]]:
    """Return what the questionnaire adds to each key of the models."""
    text: JsonObject = {"type": "string", "minLength": 1, "maxLength": 100_000}
    notes = _keyed({name: {**text, "minLength": 0} for name in words.noted})
    profile = {name: _optional(_one_of(codes)) for name, codes in words.profile.items()}
    legal_form = profile.pop("legal_form")
    basic = _one_of(words.basics_codes)
    count: JsonObject = {"type": "integer", "minimum": 0, "maximum": MOST_VOTES}
    urgency = _one_of(words.urgency)
    return {
        "Organisation": {"country": _optional(_one_of(words.countries)), "legal_form": legal_form},
        "Profile": profile,
        "Assessment": {
            "questionnaire": {"const": words.questionnaire},
            "answers": _keyed({name: _one_of(codes) for name, codes in words.answers.items()}),
            "votes": _keyed(
                {name: _keyed(dict.fromkeys(codes, count)) for name, codes in words.voted.items()}
            ),
            "comments": notes,
            "adviser_notes": notes,
            "priorities": _optional(_list_of(words.actionable, most=6)),
        },
        "Complement": {
            "basics": _keyed(dict.fromkeys(words.basics, basic)),
            "interest": _optional(_list_of(words.interest)),
            "unsatisfying": _optional(_list_of(words.items)),
            "barriers": _optional(_list_of(words.barriers, most=words.most_barriers)),
            "urgency": _keyed(dict.fromkeys(words.items, urgency)),
            "ai_rules": _optional(_one_of(words.ai_rules)),
        },
        "Action": {"item": _optional(_one_of(words.actionable))},
    }


def _one_of(codes: Iterable[str]) -> JsonObject:
    return {"type": "string", "enum": list(codes)}


def _list_of(codes: Iterable[str], most: int | None = None) -> JsonObject:
    listed: JsonObject = {"type": "array", "items": _one_of(codes), "uniqueItems": True}
    return listed if most is None else {**listed, "maxItems": most}


def _keyed(properties: JsonObject) -> JsonObject:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _optional(constraint: JsonObject) -> JsonObject:
    return {"anyOf": [constraint, {"type": "null"}]}


def _object(tree: JsonObject, key: str) -> JsonObject:
    part = tree[key]
    if not isinstance(part, dict):
        raise TypeError(key)
    return part


def _forget(schema: JsonObject, place: tuple[str, ...]) -> None:
    """Take a key out of the part that holds it: the version does not know it."""
    *groups, key = place
    part = schema
    for group in groups:
        part = _part(schema, _object(_object(part, "properties"), group))
    held = _object(_object(part, "properties"), key)
    del _object(part, "properties")[key]
    reference = str(held.get("$ref", "")).rpartition("/")[2]
    _object(schema, "$defs").pop(reference, None)


def _part(schema: JsonObject, constraint: JsonObject) -> JsonObject:
    """Return the part a key holds, or holds a list of."""
    found = _object(constraint, "items") if "items" in constraint else constraint
    reference = str(found["$ref"])
    return _object(_object(schema, "$defs"), reference.rpartition("/")[2])


def _without_unused(schema: JsonObject) -> None:
    """Drop the parts no key leads to any more."""
    definitions = _object(schema, "$defs")
    said = json.dumps(schema)
    for name in [name for name in definitions if f'"#/$defs/{name}"' not in said]:
        del definitions[name]


def _without_defaults(tree: object) -> None:
    """Drop the defaults: a key left out says nothing, it does not say its default."""
    if isinstance(tree, dict):
        tree.pop("default", None)
        for part in tree.values():
            _without_defaults(part)
    elif isinstance(tree, list):
        for part in tree:
            _without_defaults(part)


def _write() -> None:
    for version in VERSIONS:
        target = Path(str(files("assessment") / "schemas" / schema_file(version)))
        target.write_text(schema_text(standard_questionnaire(), version), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write()
