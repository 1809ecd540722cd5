"""Bytes → Dossier; whatever is wrong with them is one sentence naming file, key, value and nearest name."""

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assessment.dossier.attached import dossier_in_pdf, is_pdf
from assessment.dossier.checking import check
from assessment.dossier.model import (
    FORMAT,
    Action,
    Assessment,
    Complement,
    Consent,
    Dossier,
    Meeting,
    Organisation,
    Profile,
    Session,
)
from assessment.dossier.versions import LATEST, later_keys
from assessment.errors import CATALOGUE, BadInput, nearest, shown
from questionnaire.model import Questionnaire

BIGGEST_FILE = 50
"""Megabytes; twenty rounds with every comment at its longest stay below."""

Part = TypeVar("Part", bound=BaseModel)

_KEYS_OF: dict[tuple[str, ...], type[BaseModel]] = {
    (): Dossier,
    ("organisation",): Organisation,
    ("assessments",): Assessment,
    ("assessments", "profile"): Profile,
    ("assessments", "session"): Session,
    ("assessments", "consent"): Consent,
    ("assessments", "complement"): Complement,
    ("plan",): Action,
    ("sessions",): Meeting,
}
_SENTENCES = {
    "extra_forbidden": "unknown_key",
    "missing": "missing_key",
    "string_type": "not_text",
    "string_unicode": "control_characters",
    "int_type": "not_integer",
    "int_from_float": "not_integer",
    "int_parsing_size": "out_of_range",
    "bool_type": "not_yes_no",
    "tuple_type": "not_list",
    "dict_type": "not_group",
    "model_type": "not_group",
    "model_attributes_type": "not_group",
    "literal_error": "unknown_item",
    "string_too_long": "too_long",
    "string_too_short": "blank",
    "too_long": "too_many",
    "too_short": "no_assessment",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
    "control_characters": "control_characters",
    "not_date": "not_date",
    "not_uuid": "not_uuid",
    "action_without_subject": "action_without_subject",
}
"""Sentence of `wording/errors.toml` for each type of problem pydantic reports."""


def read_dossier(content: bytes, name: str, questionnaire: Questionnaire) -> Dossier:
    """Read a dossier, or the one a PDF carries.

    `name` is the file's name, for the sentence said when it cannot be used.
    """
    _check_size(content, name)
    if is_pdf(content):
        content = dossier_in_pdf(content, name)
        _check_size(content, name)  # it was packed
    tree = _parsed(_decoded(content, name), name)
    dossier = validated(Dossier, _unversioned(tree, name), name)
    check(dossier, questionnaire, name)
    return dossier


def read_dossier_file(path: Path, questionnaire: Questionnaire) -> Dossier:
    """Read the dossier kept in a file."""
    try:
        with path.open("rb") as file:
            content = file.read(BIGGEST_FILE * 1_000_000 + 1)
    except FileNotFoundError:
        raise BadInput("file.missing", file=str(path)) from None
    except IsADirectoryError:
        raise BadInput("file.is_folder", file=str(path)) from None
    except PermissionError:
        raise BadInput("file.forbidden", file=str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput("file.unreadable", file=str(path), reason=reason) from None
    return read_dossier(content, str(path), questionnaire)


def validated(model: type[Part], tree: object, name: str) -> Part:
    """Build a part of a dossier; the first problem pydantic finds becomes a BadInput."""
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        raise _explained(error.errors(include_url=False)[0], name) from None


def _check_size(content: bytes, name: str) -> None:
    if len(content) > BIGGEST_FILE * 1_000_000:
        raise BadInput("dossier.too_big", file=name, size=len(content) // 1_000_000, limit=BIGGEST_FILE)


def _decoded(content: bytes, name: str) -> str:
    if not content.strip():
        raise BadInput("dossier.empty", file=name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("dossier.not_utf8", file=name, position=error.start) from None
    if not text.strip():
        raise BadInput("dossier.empty", file=name)
    return text


def _parsed(text: str, name: str) -> object:
    """Parse JSON as strictly as the format asks: no duplicate key, no NaN, no endless number or nesting."""
    try:
        return json.loads(
            text,
            object_pairs_hook=_no_duplicates(name),
            parse_constant=lambda constant: _refuse_number(constant, name),
            parse_int=lambda digits: int(digits) if len(digits) <= 30 else _refuse_number(digits, name),
            parse_float=lambda digits: _finite(digits, name),
        )
    except RecursionError:
        raise BadInput("dossier.too_deep", file=name) from None
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
            raise BadInput("dossier.truncated", file=name, line=error.lineno) from None
        raise BadInput("dossier.not_json", file=name, line=error.lineno, column=error.colno) from None


def _no_duplicates(name: str) -> Callable[[list[tuple[str, object]]], dict[str, object]]:
    def build(pairs: list[tuple[str, object]]) -> dict[str, object]:
        built = dict(pairs)
        if len(built) < len(pairs):
            twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
            raise BadInput("dossier.duplicate_key", file=name, key=shown(twice))
        return built

    return build


def _finite(digits: str, name: str) -> float:
    number = float(digits)
    return number if abs(number) < 1e30 else _refuse_number(digits, name)


def _refuse_number(digits: str, name: str) -> int:
    raise BadInput("dossier.bad_number", file=name, value=shown(digits))


def _unversioned(tree: object, name: str) -> dict[str, object]:
    """Check what the file says it is, before anything in it, and return the rest."""
    if not isinstance(tree, dict):
        raise BadInput("dossier.not_object", file=name, value=shown(tree))
    for key in ("format", "version"):
        if key not in tree:
            raise BadInput("dossier.missing_key", file=name, key=key)
    if tree["format"] != FORMAT:
        raise BadInput("dossier.wrong_format", file=name, value=shown(tree["format"], quoted=True))
    version = tree["version"]
    if isinstance(version, bool) or not isinstance(version, int):
        raise BadInput("dossier.not_integer", file=name, key="version", value=shown(version, quoted=True))
    if not 1 <= version <= LATEST:
        sentence = "newer_version" if version > LATEST else "unknown_version"
        raise BadInput(f"dossier.{sentence}", file=name, value=version, known=LATEST)
    for place, since in later_keys(tree, version):
        raise BadInput("dossier.later_key", file=name, key=_key(place), value=version, since=since)
    return {key: part for key, part in tree.items() if key != "version"}


def _explained(problem: ErrorDetails, name: str) -> BadInput:
    place = [part for part in problem["loc"] if part != "[key]"]
    sentence = _SENTENCES.get(problem["type"], "refused")
    context = problem.get("ctx", {})
    fields: dict[str, object] = {"file": name, "key": _key(place)}
    if sentence == "unknown_key":
        around = tuple(part for part in place[:-1] if isinstance(part, str))
        model = _KEYS_OF.get(around)
        fields["nearest"] = nearest(str(place[-1]), model.model_fields) if model else None
    elif sentence == "unknown_item":
        expected = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        fields |= {"value": shown(problem["input"]), "nearest": nearest(str(problem["input"]), expected)}
    else:
        limits = [context[key] for key in ("max_length", "ge", "le") if key in context]
        sign = {"greater_than_equal": "≥ ", "less_than_equal": "≤ "}.get(problem["type"], "")
        fields |= {
            "value": shown(problem["input"], quoted=True),
            "limit": f"{sign}{limits[0]}" if limits else "",
        }
    return BadInput(f"dossier.{sentence}", catalogue=CATALOGUE, **fields)


def _key(place: Sequence[str | int]) -> str:
    """Write a place as a person would: assessments[0].answers.tech_ai."""
    words = "".join(f"[{part}]" if isinstance(part, int) else f".{shown(part)}" for part in place)
    return words.lstrip(".") or "(…)"
