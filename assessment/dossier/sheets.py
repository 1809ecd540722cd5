"""Dossier ↔ AnswerSheet: the dotted names of the fields are the places in the JSON."""

from collections.abc import Mapping
from datetime import date

from assessment.dossier.model import Assessment, Dossier, Organisation
from assessment.dossier.reading import validated
from questionnaire.answers import AnswerSheet, Value
from questionnaire.votes import VOTES, as_value

_NOT_ANSWERS = {"id", "date", "questionnaire", "votes"}


def sheet_of(dossier: Dossier, assessment: Assessment) -> AnswerSheet:
    """Return everything one assessment says, the organisation's own fields included."""
    said = assessment.model_dump(exclude=_NOT_ANSWERS, exclude_none=True)
    owner = dossier.organisation.model_dump(exclude={"id"}, exclude_none=True)
    votes = {VOTES + question: as_value(spread) for question, spread in assessment.votes.items()}
    return AnswerSheet.of({**_flat(said), **votes, **_flat({"organisation": owner})})


def assessment_of(sheet: AnswerSheet, *, date: date, questionnaire: str, id: str | None = None) -> Assessment:  # noqa: A002
    """Return a sheet as the assessment of a dossier; the organisation's fields stand elsewhere."""
    elsewhere = ("organisation.", VOTES)
    fields = {name: value for name, value in sheet.fields.items() if not name.startswith(elsewhere)}
    own = {"id": id, "date": date, "questionnaire": questionnaire, "votes": sheet.votes, "answers": {}}
    tree = {**own, **_nested(fields)}
    return validated(Assessment, tree, "jalon")


def organisation_of(sheet: AnswerSheet, *, id: str | None = None) -> Organisation:  # noqa: A002
    """Return the organisation a sheet is about."""
    prefix = "organisation."
    owner = {name.removeprefix(prefix): v for name, v in sheet.fields.items() if name.startswith(prefix)}
    return validated(Organisation, {**owner, "id": id}, "jalon")


def _flat(tree: Mapping[str, object], prefix: str = "") -> dict[str, Value]:
    fields: dict[str, Value] = {}
    for name, part in tree.items():
        if isinstance(part, dict):
            fields |= _flat(part, f"{prefix}{name}.")
        elif isinstance(part, str | int | tuple):
            fields[prefix + name] = part
    return fields


def _nested(fields: Mapping[str, Value]) -> dict[str, object]:
    tree: dict[str, object] = {}
    for name, value in fields.items():
        *groups, last = name.split(".")
        branch = tree
        for group in groups:
            inner = branch.setdefault(group, {})
            if not isinstance(inner, dict):
                raise KeyError(name)
            branch = inner
        branch[last] = value
    return tree
