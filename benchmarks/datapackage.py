"""The Frictionless descriptor of a pack: what each table is and what each column means."""

from collections.abc import Mapping, Sequence
from typing import Any

TABLES = {
    "figures.csv": "Every numeric finding of the survey, with our codes; headline = yes for the value used.",
    "shares.csv": "Per population, question and answer: the published value or why there is none.",
    "among_users.csv": "Shares among those who gave an answer. Never a rate by country.",
    "items.csv": "The 31 questions: their answers, whom they were put to, their section. Written by hand.",
    "corrections.csv": "What was found wrong in the extraction. Written by hand, empty to begin with.",
    "extraction/figures.csv": "The extracted evidence, unchanged: every figure with a verbatim locator.",
    "extraction/distributions.csv": "The extracted evidence, unchanged: the distribution of every question.",
}
"""One sentence per table, by path."""

FIELDS = {
    "id": "Id of the figure, the same in every table.",
    "figure": "Id of the figure corrected.",
    "figures": "Ids of the figures a share comes from, separated by spaces.",
    "section": "Section of the study in short: § 2.4, résumé, § 7, P2, annexes.",
    "chapter": "Heading of the study, in full.",
    "item": "Id of the question.",
    "scale": "Answers of the question, see [scales] in pack.toml.",
    "asked_of": "respondents, or cooperated: put only to those that had cooperated.",
    "answer": "Answer code, or code of a sum of answers, see [totals] in pack.toml.",
    "population": "Id of the population in populations.toml; empty when there is none.",
    "base": "respondents or cooperated: what the percentage is counted on.",
    "value": "As printed, in percent unless `unit` says otherwise; empty when not printed in digits.",
    "unit": "percent, points, count or p-value threshold.",
    "low": "Lower limit in percent when it is not the value less half a point.",
    "high": "Upper limit in percent when it is not the value plus half a point.",
    "status": "stated, derived, bounded or not_published.",
    "reversed": "yes when a share among users was turned around: known, never printed as a rate.",
    "derivation": "How a value that is not printed follows.",
    "among": "Whom the percentage is counted on.",
    "share_of": "Whom it counts.",
    "text": "The words or digits printed.",
    "layer": "Where the study says it: corps, resume, infographie, a_retenir, conclusion …",
    "headline": "yes for the value used.",
    "conflicts": "Ids of the contradictions in conflicts.toml, separated by semicolons.",
    "note": "Remark of the extraction.",
    "reason": "Why the figure was corrected, with the page or line.",
    "corrected_by": "Who corrected it.",
    "date": "When, YYYY-MM-DD.",
}
"""One sentence per column."""

_NUMBERS = {"value", "low", "high"}


def describe_package(
    pack: Mapping[str, Any], heads: Mapping[str, Sequence[str]], prints: Mapping[str, tuple[int, str]]
) -> dict[str, Any]:
    """Return the descriptor; `heads` gives the columns and `prints` (bytes, sha256) by path."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": pack["id"],
        "title": pack["title"]["en"],
        "description": pack["fieldwork"]["en"],
        "resources": [_resource(path, columns, *prints[path]) for path, columns in heads.items()],
    }


def resource(
    path: str, description: str, size: int, digest: str, fields: Sequence[Mapping[str, str]]
) -> dict[str, Any]:
    """Describe one table: its file, its fingerprint (sha256) and its columns."""
    name = path.removesuffix(".csv").replace("/", "-").replace("_", "-")
    return {
        "name": name,
        "path": path,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": {"fields": list(fields)},
    }


def _resource(path: str, columns: Sequence[str], size: int, digest: str) -> dict[str, Any]:
    """Describe one table of a pack."""
    return resource(path, TABLES[path], size, digest, [_field(column, path) for column in columns])


def _field(column: str, path: str) -> dict[str, str]:
    """Describe one column; the extraction keeps its own words and is read as text."""
    is_number = column in _NUMBERS and not path.startswith("extraction/")
    description = FIELDS.get(column)
    described = {"description": description} if description else {}
    return {"name": column, "type": "number" if is_number else "string", **described}
