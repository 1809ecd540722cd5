"""Builds the clean tables of the European reference from the extracted evidence.

    python -m benchmarks.building

`extraction/` is never changed; `mapping.toml` says how its words become our codes, `corrections.csv` what
was found wrong in it. An edge: the only module here that may import pandas.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pandas as pd

from benchmarks.datapackage import describe_package
from benchmarks.tables import known
from questionnaire.loading import ContentError, read_toml

PACK = Path(__file__).parent / "soga_2019"
_SECTION = re.compile(r"^0(\d)\. .*? / (\d)\.")
_NUMBER = re.compile(r"^-?\d+(\.\d+)?$")
_PRIORITY = re.compile(r"/ Priorité (\d)")
_COOPERATED = "cooperated"
_LONG_STATUS = {"stated": "stated", "stated_in_words": "stated", "derived": "derived"}


def build(pack: Path = PACK) -> dict[str, bytes]:
    """Return the built files of a pack by name, as they must stand on disk; raises ContentError."""
    mapping: dict[str, Any] = read_toml(pack / "extraction" / "mapping.toml")
    items = _read(pack / "items.csv")
    figures = _figures(pack, mapping, items)
    tables = {
        "figures.csv": figures.drop(columns=["among", "share_of"]),
        "shares.csv": _shares(pack, mapping, items, figures),
        "among_users.csv": _among_users(figures),
    }
    files = {name: table.to_csv(index=False, lineterminator="\n").encode() for name, table in tables.items()}
    files["datapackage.json"] = _datapackage(pack, files)
    return files


def write(pack: Path = PACK) -> None:
    """Build a pack and write its files."""
    for name, content in build(pack).items():
        (pack / name).write_bytes(content)


def _read(path: Path) -> pd.DataFrame:
    """Read a table as text: an empty cell stays an empty string; raises ContentError when it is missing."""
    if not path.is_file():
        raise ContentError(f"{path.name}: the file is missing")
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")


def section_of(heading: str) -> str:
    """Return the short form of a heading of the study: "§ 2.4", "résumé", "§ 7, P2", "annexes"."""
    if priority := _PRIORITY.search(heading):
        return f"§ 7, P{priority[1]}"
    if numbered := _SECTION.match(heading):
        return f"§ {numbered[1]}.{numbered[2]}"
    return "résumé" if heading == "RÉSUMÉ" else "annexes"


def _population(words: str, starts: dict[str, str]) -> str:
    """Return the population id a description begins with; "all" when none fits."""
    fitting = [start for start in starts if words.startswith(start)]
    return starts[max(fitting, key=len)] if fitting else "all"


def _status(row: "pd.Series[str]") -> str:
    """Say how a figure is known; a bound derived from others is only bounded."""
    return "bounded" if "bound" in row["precision"] else _LONG_STATUS[row["stated_or_derived"]]


def _figures(pack: Path, mapping: dict[str, Any], items: pd.DataFrame) -> pd.DataFrame:
    """Return every figure of the study's own survey with our codes, corrections applied."""
    source = _read(pack / "extraction" / "figures.csv")
    base_of = dict(zip(items["item"], items["asked_of"], strict=True))
    corrected = _corrections(pack, source)
    is_among = source["answer"].str.startswith(tuple(mapping["among"]["beginnings"]))
    table = pd.DataFrame({"id": source["id"], "section": source["section"].map(section_of)})
    table["chapter"] = source["section"]
    table["item"] = source["item"].replace(mapping["crosses"])
    table["answer"] = source["answer"].replace(mapping["answers"])
    population = source["population"].map(lambda words: _population(words, mapping["figure_populations"]))
    table["population"] = population.where(~is_among, "")
    table["base"] = table["item"].map(base_of).fillna("respondents").where(table["population"] != "", "")
    table["value"] = [
        corrected.get(name, value) for name, value in zip(source["id"], source["value"], strict=True)
    ]
    table["unit"] = source["unit"]
    table["status"] = source.apply(_status, axis=1)
    table["text"] = source["value_text"]
    table["layer"] = source["layer"]
    table["headline"] = source["headline"]
    table["conflicts"] = source["conflict_id"]
    table["note"] = source["note"]
    table["among"] = source["population"].where(is_among, "")
    table["share_of"] = source["direction"]
    return table


def _corrections(pack: Path, source: pd.DataFrame) -> dict[str, str]:
    """Return the corrected value of each figure; raises ContentError for a wrong line."""
    corrected: dict[str, str] = {}
    for line, row in enumerate(_read(pack / "corrections.csv").to_dict("records"), start=2):
        known(row["figure"], source["id"], f"corrections.csv line {line}: figure")
        if not _NUMBER.match(row["value"]):
            raise ContentError(f"corrections.csv line {line}: value = {row['value']!r} is not a number")
        corrected[row["figure"]] = row["value"]
    return corrected


def _among_users(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the shares among those who gave an answer: never rates, kept apart."""
    among = figures[figures["among"] != ""]
    columns = ["id", "item", "among", "share_of", "value", "status", "section", "layer", "headline"]
    return among[[*columns, "conflicts", "note"]]


def _shares(pack: Path, mapping: dict[str, Any], items: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Return the distributions with our codes: one row per population, item and answer."""
    source = _read(pack / "extraction" / "distributions.csv")
    source["population"] = source["population"].replace(mapping["populations"])
    kept = source["item"].isin(items["item"]) & (source["population"] != "")
    kept &= ~(source["item"] + " " + source["population"]).isin(mapping["left_out"])
    derivations = {(d["population"], d["item"], d["answer"]): d for d in mapping["derivation"]}
    by_id = figures.set_index("id")
    rows = [_share(row, mapping, derivations, by_id) for row in source[kept].to_dict("records")]
    return pd.DataFrame(rows)


def _share(
    row: dict[Any, str],
    mapping: dict[str, Any],
    derivations: dict[Any, dict[str, Any]],
    figures: pd.DataFrame,
) -> dict[str, str]:
    """Return one clean row: the value, its status, its box when it is not half a point each side."""
    answer = mapping["answers"].get(row["answer"], row["answer"])
    derivation = derivations.get((row["population"], row["item"], answer), {})
    sources = [name for name in row["source_ids"].split() if name in figures.index]
    words = next((mapping["words"][name] for name in sources if name in mapping["words"]), ())
    low, high = (derivation["low"], derivation["high"]) if derivation else (words or ("", ""))
    status = row["status"] if row["status"] in ("stated", "derived") else "not_published"
    conflicts = sorted({c for name in sources for c in figures["conflicts"][name].split(";") if c})
    headline = [name for name in sources if figures["headline"][name]]
    stated = figures["value"][headline[0]] if headline and status == "stated" else ""
    return {
        "population": row["population"],
        "item": row["item"],
        "answer": answer,
        "status": derivation.get("status", status),
        "value": (stated or row["value"]) if status == "stated" else "",
        "low": f"{low:g}" if low != "" else "",
        "high": f"{high:g}" if high != "" else "",
        "reversed": "yes" if derivation.get("reversed") else "",
        "derivation": derivation.get("how") or (row["derivation"] if status == "derived" else ""),
        "conflicts": ";".join(conflicts),
        "figures": " ".join(sources),
    }


def _datapackage(pack: Path, built: dict[str, bytes]) -> bytes:
    """Return the Frictionless descriptor: every table, its columns, its fingerprint."""
    contents = {
        path: built.get(path) or (pack / path).read_bytes()
        for path in (
            "figures.csv",
            "shares.csv",
            "among_users.csv",
            "items.csv",
            "corrections.csv",
            "extraction/figures.csv",
            "extraction/distributions.csv",
        )
    }
    heads = {path: content.decode().splitlines()[0].split(",") for path, content in contents.items()}
    prints = {path: (len(content), hashlib.sha256(content).hexdigest()) for path, content in contents.items()}
    descriptor = describe_package(read_toml(pack / "pack.toml"), heads, prints)
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()


if __name__ == "__main__":
    write()
