"""A network's own answers as a pack of the same form as the study's: counts in, files out.

Pure: no table, no disk. What must not be published was hidden by whoever counted (an absent count).
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import ceil, floor
from typing import Any

from pydantic import TypeAdapter

from benchmarks.datapackage import describe_package
from benchmarks.tables import AmongRow, FigureRow, ItemRow, ShareRow
from questionnaire.languages import language_codes, languages
from questionnaire.model import Frozen, Questionnaire, Text
from questionnaire.reading import read_toml

COOPERATED = "cooperated"
_LAYER = "network"
_DECIMALS = 10_000
"""A limit is written to the ten-thousandth of a point, outward."""
_TOTALS = {
    "use_or_need": ("use", "need"),
    "no_need_or_dont_know": ("no_need", "dont_know"),
    "agree_total": ("strongly_agree", "agree"),
    "disagree_total": ("disagree", "strongly_disagree"),
    "yes_total": ("yes_continue", "yes_stop"),
}
"""Sums of answers that follow, and the answers they add."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a network says of its reference."""

    id: str
    title: str
    year: str
    n: int
    """Organisations that answered at least one question."""
    cooperated: tuple[int, int]
    """Fewest and most of them that may have cooperated, as far as it may be published."""
    chosen: str
    """Who answered and how they were chosen, in one sentence of the network's."""
    threshold: int
    """Fewest answers under a share."""


@dataclass(frozen=True, slots=True)
class CountedShares:
    """The answers to one question in one population; a count that must not be published is None."""

    population: str
    question: str
    base: int
    counts: Mapping[str, int | None]


class _Standing(Frozen):
    short: Text
    long: Text


class _Words(Frozen):
    """own_words.toml."""

    fieldwork: Text
    standing: _Standing
    layer: Text
    all: Text
    cooperated: Text
    readme: Text


def pack_files(
    definition: Definition,
    questionnaire: Questionnaire,
    shares: Sequence[CountedShares],
) -> dict[str, bytes]:
    """Return the files of a pack by name; the same counts give the same bytes."""
    words = _words()
    tables = {
        "figures.csv": _table(FigureRow, _figure_rows(shares, questionnaire)),
        "shares.csv": _table(ShareRow, _share_rows(shares)),
        "among_users.csv": _table(AmongRow, ()),
        "items.csv": _table(ItemRow, _item_rows(questionnaire)),
    }
    pack = _pack_toml(definition, questionnaire, words)
    heads = {path: content.decode().partition("\n")[0].split(",") for path, content in tables.items()}
    prints = {path: (len(content), hashlib.sha256(content).hexdigest()) for path, content in tables.items()}
    about = {
        "id": definition.id,
        "title": dict.fromkeys(language_codes(), definition.title),
        "fieldwork": _filled(words.fieldwork, definition),
    }
    return {
        "pack.toml": pack.encode(),
        "populations.toml": _populations_toml(definition, words).encode(),
        "conflicts.toml": b"",
        "flags.toml": b"",
        **tables,
        "datapackage.json": (
            json.dumps(describe_package(about, heads, prints), ensure_ascii=False, indent=2) + "\n"
        ).encode(),
        "README.md": _readme(definition, shares, words).encode(),
    }


@cache
def _words() -> _Words:
    return TypeAdapter(_Words).validate_python(read_toml(files("benchmarks") / "own_words.toml"))


def _filled(text: Text, definition: Definition, **more: object) -> dict[str, str]:
    """Return a sentence in every language; the network's own braces are doubled for what prints them."""
    return {
        code: text[code].format(
            title=_kept(definition.title),
            chosen=_kept(_sentence(definition.chosen)),
            n=definition.n,
            year=definition.year.replace("-", lang.range_dash),
            threshold=definition.threshold,
            **more,
        )
        for code, lang in languages().items()
    }


def _kept(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def _sentence(words: str) -> str:
    """Return words that end as a sentence does."""
    return words if words[-1:] in ".!?…" else f"{words}."


# --- TOML ---------------------------------------------------------------------------------------


def _pack_toml(definition: Definition, questionnaire: Questionnaire, words: _Words) -> str:
    scales = {scale.id: scale.codes for scale in questionnaire.scales}
    title = dict.fromkeys(language_codes(), definition.title)
    lines = [
        f"id = {_quoted(definition.id)}",
        f"year = {_quoted(definition.year)}",
        f"n = {definition.n}",
        'kind = "network"',
        "",
        *_text("title", title),
        *_text("fieldwork", _filled(words.fieldwork, definition)),
        "[facts]",
        "",
        *_text("standing.short", _filled(words.standing.short, definition)),
        *_text("standing.long", _filled(words.standing.long, definition)),
        "[scales]",
        *(f"{name} = {_list(codes)}" for name, codes in scales.items()),
        "",
        "[totals]",
        *(f"{name} = {_list(parts)}" for name, parts in _TOTALS.items()),
        "",
        *_text(f"layers.{_LAYER}", {code: words.layer[code] for code in language_codes()}),
    ]
    return "\n".join(lines)


def _populations_toml(definition: Definition, words: _Words) -> str:
    n, cooperated = definition.n, definition.cooperated
    everyone = {code: words.all[code] for code in language_codes()}
    those = {code: words.cooperated[code] for code in language_codes()}
    lines = [
        *_population("all", everyone, (n, n), cooperated),
        *_population(COOPERATED, those, cooperated, cooperated),
    ]
    return "\n".join(lines)


def _population(
    name: str, label: Mapping[str, str], respondents: tuple[int, int], cooperated: tuple[int, int]
) -> list[str]:
    said = ", ".join(f"{code} = {_quoted(words)}" for code, words in label.items())
    return [
        f"[{name}]",
        f"label = {{ {said} }}",
        f"respondents = [{respondents[0]}, {respondents[1]}]",
        f"cooperated = [{cooperated[0]}, {cooperated[1]}]",
        "",
    ]


def _text(name: str, said: Mapping[str, str]) -> list[str]:
    return [f"[{name}]", *(f"{code} = {_quoted(words)}" for code, words in said.items()), ""]


def _quoted(words: str) -> str:
    """Return words as a TOML string: JSON's escapes are TOML's, but for one control character."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(codes: Sequence[str]) -> str:
    return "[" + ", ".join(_quoted(code) for code in codes) + "]"


def _readme(definition: Definition, shares: Iterable[CountedShares], words: _Words) -> str:
    hidden = sum(count is None for one in shares for count in one.counts.values())
    said = _filled(words.readme, definition, hidden=hidden)
    return "\n".join(text.strip().replace("{{", "{").replace("}}", "}") + "\n" for text in said.values())


# --- tables -------------------------------------------------------------------------------------


def _table(shape: type[Frozen], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return a table with the columns of its shape; what a row does not say is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(shape.model_fields), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _item_rows(questionnaire: Questionnaire) -> Iterable[Mapping[str, str]]:
    for question in questionnaire.questions:
        yield {
            "item": question.id,
            "scale": question.scale,
            "asked_of": COOPERATED if question.condition else "respondents",
            "section": question.number,
        }


def _figure_id(shares: CountedShares, answer: str) -> str:
    return f"{shares.population}/{shares.question}/{answer}"


def _figure_rows(
    shares: Iterable[CountedShares], questionnaire: Questionnaire
) -> Iterable[Mapping[str, object]]:
    for one in shares:
        question = questionnaire.question(one.question)
        for answer, count in one.counts.items():
            if count is not None:
                yield {
                    "id": _figure_id(one, answer),
                    "section": question.number,
                    "item": one.question,
                    "answer": answer,
                    "population": one.population,
                    "base": COOPERATED if question.condition else "respondents",
                    "value": _whole(count, one.base),
                    "unit": "percent",
                    "status": "stated",
                    "text": f"{count}/{one.base}",
                    "layer": _LAYER,
                    "headline": "yes",
                }


def _share_rows(shares: Iterable[CountedShares]) -> Iterable[Mapping[str, object]]:
    for one in shares:
        for answer, count in one.counts.items():
            row = {"population": one.population, "item": one.question, "answer": answer, "base": one.base}
            if count is None:
                yield {**row, "status": "not_published"}
                continue
            exact = 100 * count * _DECIMALS
            yield {
                **row,
                "status": "stated",
                "value": _whole(count, one.base),
                "low": f"{floor(exact / one.base) / _DECIMALS:g}" if count else "0",
                "high": f"{min(100.0, ceil(exact / one.base) / _DECIMALS):g}" if count else "0",
                "figures": _figure_id(one, answer),
            }


def _whole(count: int, base: int) -> int:
    """Return a whole percentage, halves upward."""
    return (200 * count + base) // (2 * base)
