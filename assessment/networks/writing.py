"""A network's figures as JSON and as a data package (datapackage.json and its CSV tables): open data."""

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from assessment.group_disclosure import SMALL
from assessment.networks.disclosure import THRESHOLD
from assessment.networks.groups import Group
from assessment.networks.shares import AnswerShare, Cell, Network, QuestionShares
from benchmarks.datapackage import resource
from benchmarks.intervals import wilson
from benchmarks.model import Interval

FORMAT = "jalon-network"
VERSION = 1

TABLES = {
    "shares.csv": "Answers of the network beside the study, per question and answer.",
    "groups.csv": "The same by group of the profile; groups too small are printed together.",
    "situations.csv": "Organisations by situation of their needs, per domain.",
}
FIELDS = {
    "table": "Printed table the comparison belongs to.",
    "question": "Id of the question.",
    "answer": "Answer code.",
    "base": "Organisations of the network, or of the group, that answered.",
    "count": "Organisations that gave this answer; empty when hidden.",
    "hidden": "true when the count is not given: it holds 1 to 4, or would give back one that does.",
    "share": "Percent of the base.",
    "low": "Lower limit of the share, Wilson 95 %.",
    "high": "Upper limit of the share, Wilson 95 %.",
    "study_year": "Years of the study's fieldwork.",
    "study_base_low": "Fewest respondents of the study the share can be of.",
    "study_base_high": "Most respondents of the study the share can be of.",
    "study_n": "Respondents of the study.",
    "study_low": "Least the study's share can be, in percent; empty when not published.",
    "study_high": "Most the study's share can be, in percent.",
    "difference_low": "Lower limit of network less study in points, Newcombe 95 %.",
    "difference_high": "Upper limit of network less study in points, Newcombe 95 %.",
    "verdict": "above, below, or unclear: too small to tell; allows for all comparisons of the table.",
    "withstands": "Points by which the study's share may be wrong before the verdict falls.",
    "by": "Profile question.",
    "group": "Codes of the group, separated by spaces.",
    "domain": "Domain of the use/need profile, or all.",
    "situation": "Situation of the needs, 1 to 4, or why there is none.",
}
_NUMBERS = {
    name
    for name in FIELDS
    if name not in {"table", "question", "answer", "hidden", "study_year", "verdict", "by"}
} - {"group", "domain", "situation"}
Row = dict[str, object]


def write_json(network: Network) -> bytes:
    """Return a network as UTF-8 JSON; the same network gives the same bytes."""
    benchmark = network.benchmark
    tree = {
        "format": FORMAT,
        "version": VERSION,
        "organisations": network.organisations,
        "benchmark": {"id": benchmark.id, "year": benchmark.year, "n": benchmark.n},
        "disclosure": {"threshold": THRESHOLD, "small_under": SMALL},
        "by": network.by,
        "tables": {
            table.id: {
                "comparisons": table.comparisons,
                "questions": {shares.question: _question(shares) for shares in table.questions},
            }
            for table in network.tables
        },
        "situations": {
            domain: {name: _cell(cell) for name, cell in cells.items()}
            for domain, cells in network.situations.items()
        },
    }
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()


def data_package(network: Network, name: str, title: str) -> dict[str, bytes]:
    """Return the files of the data package by name."""
    tables = {
        "shares.csv": list(_share_rows(network)),
        "groups.csv": list(_group_rows(network)),
        "situations.csv": list(_situation_rows(network)),
    }
    files = {path: _csv(rows) for path, rows in tables.items() if rows}
    benchmark = network.benchmark
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "title": title,
        "organisations": network.organisations,
        "benchmark": {"id": benchmark.id, "year": benchmark.year, "n": benchmark.n},
        "resources": [_resource(path, content) for path, content in files.items()],
    }
    return {
        **files,
        "datapackage.json": (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode(),
    }


def _question(shares: QuestionShares) -> dict[str, Any]:
    return {
        "base": shares.base,
        "answers": {answer.answer: _answer(answer) for answer in shares.answers},
        "groups": [_group(group, [answer.answer for answer in shares.answers]) for group in shares.groups],
    }


def _answer(answer: AnswerShare) -> dict[str, Any]:
    against = answer.against
    return {
        **_cell(answer.cell),
        "share": _rounded(answer.share),
        "interval": _ends(answer.interval),
        "difference": _ends(against.difference) if against else None,
        "verdict": against.verdict if against else None,
        "withstands": _rounded(against.withstands) if against else None,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"count": cell.count, "hidden": cell.count is None}


def _group(group: Group, answers: Sequence[str]) -> dict[str, Any]:
    cells = zip(answers, group.counts, strict=True)
    return {
        "names": list(group.names),
        "base": group.base,
        "answers": {answer: {"count": count, "hidden": count is None} for answer, count in cells},
    }


def _share_rows(network: Network) -> Iterator[Row]:
    benchmark = network.benchmark
    for table in network.tables:
        for shares in table.questions:
            figures = benchmark.item(shares.question)
            for answer in shares.answers:
                share = figures.shares.get(answer.answer) if figures else None
                study = share.printable if share else None
                against = answer.against
                yield {
                    "table": table.id,
                    "question": shares.question,
                    "answer": answer.answer,
                    "base": shares.base,
                    "count": answer.cell.count,
                    "hidden": answer.cell.count is None,
                    "share": _rounded(answer.share),
                    **_named("", answer.interval),
                    "study_year": benchmark.year,
                    "study_n": benchmark.n,
                    "study_base_low": figures.base.low if figures else None,
                    "study_base_high": figures.base.high if figures else None,
                    **_named("study_", study),
                    **_named("difference_", against.difference if against else None),
                    "verdict": against.verdict if against else None,
                    "withstands": _rounded(against.withstands) if against else None,
                }


def _group_rows(network: Network) -> Iterator[Row]:
    for table in network.tables:
        for shares in table.questions:
            for group in shares.groups:
                for answer, count in zip(shares.answers, group.counts, strict=True):
                    chance = None if count is None else wilson(count, group.base)
                    yield {
                        "by": network.by,
                        "group": " ".join(group.names),
                        "question": shares.question,
                        "answer": answer.answer,
                        "base": group.base,
                        "count": count,
                        "hidden": count is None,
                        "share": None if count is None else _rounded(100 * count / group.base),
                        **_named("", Interval(100 * chance.low, 100 * chance.high) if chance else None),
                    }


def _situation_rows(network: Network) -> Iterator[Row]:
    for domain, cells in network.situations.items():
        for name, cell in cells.items():
            yield {"domain": domain, "situation": name, "count": cell.count, "hidden": cell.count is None}


def _named(prefix: str, interval: Interval | None) -> Row:
    ends = _ends(interval) or [None, None]
    return {f"{prefix}low": ends[0], f"{prefix}high": ends[1]}


def _ends(interval: Interval | None) -> list[float | None] | None:
    return None if interval is None else [_rounded(interval.low), _rounded(interval.high)]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _csv(rows: Sequence[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _resource(path: str, content: bytes) -> dict[str, Any]:
    columns = content.decode().partition("\n")[0].split(",")
    digest = hashlib.sha256(content).hexdigest()
    fields = [
        {"name": column, "type": "number" if column in _NUMBERS else "string", "description": FIELDS[column]}
        for column in columns
    ]
    return resource(path, TABLES[path], len(content), digest, fields)
