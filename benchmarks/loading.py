"""Reads a pack into a Benchmark: boxes, hulls of contradictions, sums, bases (METHOD §2).

Standard library and pydantic only; tables are small and pandas would cost a third of a second.
Every mistake is a ContentError: one sentence naming the file, the line or key, the value, the nearest name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from benchmarks.assembling import Sources, item_figures
from benchmarks.model import (
    Aged,
    Base,
    Benchmark,
    Conflict,
    Figure,
    ItemFigures,
    LocalText,
    Population,
    ShareAmong,
    Variant,
)
from benchmarks.tables import (
    AmongRow,
    ConflictEntry,
    FigureRow,
    FlagEntry,
    ItemRow,
    Limits,
    PopulationEntry,
    ShareRow,
    known,
    read_entries,
    read_pack,
    read_rows,
)
from questionnaire.loading import ContentError
from questionnaire.model import Text

STANDARD = "soga_2019"
"""Folder of the pack that ships with Jalon."""


def load(folder: Traversable) -> Benchmark:
    """Read a pack; raises ContentError when a file is wrong or the figures cannot stand together."""
    pack = read_pack(folder / "pack.toml")
    items = {row.item: row for _, row in read_rows(folder / "items.csv", ItemRow)}
    conflicts = _conflicts(read_entries(folder / "conflicts.toml", ConflictEntry))
    populations = _populations(read_entries(folder / "populations.toml", PopulationEntry))
    figures = _figures(read_rows(folder / "figures.csv", FigureRow))
    shares = read_rows(folder / "shares.csv", ShareRow)
    sources = Sources(pack, items, populations, conflicts, figures, _printed(figures))
    _check_names(sources, shares)
    return Benchmark(
        id=pack.id,
        title=pack.title.local,
        year=pack.year,
        n=pack.n,
        fieldwork=pack.fieldwork.local,
        facts=pack.facts,
        standing_short=pack.standing.short.local,
        standing_long=pack.standing.long.local,
        kind=pack.kind,
        layers={layer: words.local for layer, words in pack.layers.items()},
        populations=populations,
        figures=_by_population(sources, shares),
        aged=_aged(read_entries(folder / "flags.toml", FlagEntry), items),
        conflicts=conflicts,
        sums=pack.totals,
        shares_among=_shares_among(read_rows(folder / "among_users.csv", AmongRow)),
        published=figures,
    )


@cache
def standard_benchmark() -> Benchmark:
    """Return the pack that ships with Jalon (read once)."""
    return load(files("benchmarks") / STANDARD)


def packs() -> tuple[str, ...]:
    """Return the folders of the packs that ship with Jalon."""
    inside = (entry for entry in files("benchmarks").iterdir() if entry.is_dir())
    return tuple(sorted(entry.name for entry in inside if (entry / "pack.toml").is_file()))


def _by_population(
    sources: Sources, rows: Sequence[tuple[int, ShareRow]]
) -> dict[str, dict[str, ItemFigures]]:
    """Group the shares by population and question; those that cooperated share their figures with "all"."""
    grouped: dict[tuple[str, str], dict[str, ShareRow]] = {}
    for line, row in rows:
        group = grouped.setdefault((row.population, row.item), {})
        if row.answer in group:
            raise ContentError(
                f"shares.csv line {line}: {row.population} {row.item} {row.answer} stands twice"
            )
        group[row.answer] = row
    found: dict[str, dict[str, ItemFigures]] = {population: {} for population in sources.populations}
    for (population, item), group in grouped.items():
        found[population][item] = item_figures(sources, population, item, group)
    if "cooperated" in found:
        for item, figures in found["all"].items():
            if sources.items[item].asked_of == "cooperated":
                found["cooperated"].setdefault(item, replace(figures, population="cooperated"))
    return found


def _printed(figures: Iterable[Figure]) -> dict[tuple[str, str, str], tuple[Figure, ...]]:
    """Index the printed percentages by item, answer and population."""
    index: dict[tuple[str, str, str], tuple[Figure, ...]] = {}
    for figure in figures:
        if figure.status == "stated" and figure.unit == "percent" and figure.value is not None:
            place = (figure.item, figure.answer, figure.population)
            index[place] = (*index.get(place, ()), figure)
    return index


def _check_names(sources: Sources, rows: Iterable[tuple[int, ShareRow]]) -> None:
    """Check that every name of shares.csv is known to the other files."""
    figure_ids = {figure.id for figure in sources.figures}
    for item in sources.items.values():
        known(item.scale, sources.pack.scales, f"items.csv: {item.item}: scale")
    for population in sources.populations.values():
        if population.rest:
            known(population.rest, sources.populations, f"populations.toml: {population.id}: rest")
    for line, row in rows:
        place = f"shares.csv line {line}"
        known(row.item, sources.items, f"{place}: item")
        known(row.population, sources.populations, f"{place}: population")
        known(row.answer, sources.codes(row.item), f"{place}: answer")
        for conflict in row.conflicts:
            known(conflict, sources.conflicts, f"{place}: conflicts")
        for figure in row.figures:
            known(figure, figure_ids, f"{place}: figures")
        _check_value(row, place)


def _check_value(row: ShareRow, place: str) -> None:
    """Check that a share has a value exactly when its status says so."""
    if (row.status == "stated") != (row.value is not None):
        shown = "" if row.value is None else f"{row.value:g}"
        raise ContentError(f"{place}: value = {shown!r} does not fit status = {row.status!r}")
    if row.status == "bounded" and row.low is None and row.high is None:
        raise ContentError(f"{place}: status = 'bounded' asks for low or high")
    if row.low is not None and row.high is not None and row.low > row.high:
        raise ContentError(f"{place}: low = {row.low:g} is above high = {row.high:g}")


def _conflicts(entries: Mapping[str, ConflictEntry]) -> dict[str, Conflict]:
    for name, entry in entries.items():
        if (entry.effect == "hull") != (len(entry.hull) > 1):
            raise ContentError(f"conflicts.toml: {name}: effect = {entry.effect!r} does not fit its hull")
    return {
        name: Conflict(
            id=name,
            title=entry.title,
            effect=entry.effect,
            variants=tuple(Variant(variant.value, variant.section) for variant in entry.variants),
            headline=entry.headline,
            why=entry.why,
            hull=entry.hull,
            indicative=entry.indicative,
            note=_text(entry.note),
        )
        for name, entry in entries.items()
    }


def _populations(entries: Mapping[str, PopulationEntry]) -> dict[str, Population]:
    if "all" not in entries:
        raise ContentError("populations.toml: the population 'all' is missing")
    return {
        name: Population(
            id=name,
            label=entry.label.local,
            base=_base(entry.respondents, f"populations.toml: {name}: respondents"),
            cooperated=_base(entry.cooperated, f"populations.toml: {name}: cooperated"),
            derivation=entry.derivation,
            rest=entry.rest,
        )
        for name, entry in entries.items()
    }


def _base(limits: Limits, place: str) -> Base:
    low, high = limits
    if low is not None and high is not None and low > high:
        raise ContentError(f"{place} = [{low}, {high}]: the first is above the second")
    return Base(low, high)


def _figures(rows: Iterable[tuple[int, FigureRow]]) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            id=row.id,
            item=row.item,
            answer=row.answer,
            population=row.population,
            value=row.value,
            unit=row.unit,
            status=row.status,
            text=row.text,
            base=row.base,
            section=row.section,
            layer=row.layer,
            headline=row.headline == "yes",
            conflicts=row.conflicts,
        )
        for _, row in rows
    )


def _aged(entries: Mapping[str, FlagEntry], items: Mapping[str, ItemRow]) -> dict[str, Aged]:
    for name in entries:
        known(name, items, "flags.toml: item")
    return {name: Aged(entry.reason.local, entry.effect == "band_b") for name, entry in entries.items()}


def _shares_among(rows: Iterable[tuple[int, AmongRow]]) -> tuple[ShareAmong, ...]:
    return tuple(
        ShareAmong(
            id=row.id,
            item=row.item,
            among=row.among,
            share_of=row.share_of,
            value=row.value,
            status=row.status,
            section=row.section,
            conflict=row.conflicts[0] if row.conflicts else None,
        )
        for _, row in rows
        if row.value is not None
    )


def _text(words: Text | None) -> LocalText | None:
    return None if words is None else words.local


__all__ = ["ContentError", "load", "packs", "standard_benchmark"]
