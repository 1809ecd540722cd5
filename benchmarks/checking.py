"""What a careful reader finds in a pack: percentages no count gives, parts that do not make the whole.

Pure: returns findings, prints nothing. A pack that cannot stand at all is refused by `loading`; these are
the doubts that remain, for `jalon benchmark check` and for whoever corrects a figure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from benchmarks.finding_words import said
from benchmarks.intervals import admissible_pairs
from benchmarks.model import Base, Benchmark, Interval, ItemFigures, LocalText, Population, Share
from benchmarks.tightening import published_box

FindingCode = Literal[
    "impossible_percentage",
    "few_counts",
    "sum_by_rounding",
    "rest_disagrees",
    "weights_disagree",
    "base_too_small",
    "reversed",
    "too_wide",
    "contradiction",
]

FEW_BASES = 3
"""A percentage that so few sizes of its base can give is worth saying."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about a pack."""

    code: FindingCode
    place: str
    """Item, answer and population, or the id of a contradiction."""
    message: LocalText


def check(benchmark: Benchmark) -> list[Finding]:
    """Return every finding of a pack, the gravest kinds first."""
    findings = [
        *_weights(benchmark),
        *_rests(benchmark),
        *_percentages(benchmark),
        *_sums(benchmark),
        *_not_printed(benchmark),
        *_contradictions(benchmark),
    ]
    order = {"impossible_percentage": 0, "weights_disagree": 1, "rest_disagrees": 1, "few_counts": 2}
    return sorted(findings, key=lambda finding: order.get(finding.code, 3))


def _every_share(benchmark: Benchmark) -> Iterator[tuple[ItemFigures, Share]]:
    """Yield each share once; those that cooperated repeat "all" and are left out."""
    for population, items in benchmark.figures.items():
        if population != "cooperated":
            for figures in items.values():
                yield from (
                    (figures, share) for share in (*figures.shares.values(), *figures.totals.values())
                )


def _place(figures: ItemFigures, share: Share) -> str:
    return f"{figures.item} {share.answer} ({figures.population})"


def _percentages(benchmark: Benchmark) -> Iterator[Finding]:
    """Look for printed percentages that no count, or few counts, of their base can give."""
    for figures, share in _every_share(benchmark):
        for variant in share.variants:
            pairs = list(admissible_pairs(published_box(variant.value), figures.base))
            bases = {n for _, n in pairs}
            if 0 < len(bases) <= FEW_BASES and not figures.base.is_exact and max(bases) < 30:
                yield _few_counts(_place(figures, share), variant.value, pairs)
            if not pairs and figures.base.high is not None:
                yield _impossible(_place(figures, share), variant.value, figures.base)


def _few_counts(place: str, value: float, pairs: list[tuple[int, int]]) -> Finding:
    ways = ", ".join(f"{count}/{n}" for count, n in pairs)
    return Finding("few_counts", place, said("few_counts", value=value, ways=ways))


def _impossible(place: str, value: float, base: Base) -> Finding:
    message = said("impossible_percentage", low=base.low, high=base.high, value=value)
    return Finding("impossible_percentage", place, message)


def _sums(benchmark: Benchmark) -> Iterator[Finding]:
    """Look for printed sums that differ from their printed parts, if only by rounding."""
    for figures, total in _every_share(benchmark):
        parts = [figures.shares[code] for code in benchmark.sums.get(total.answer, ()) if total.published]
        if not parts or not all(part.published for part in parts):
            continue
        terms, printed = [part.published[0].value for part in parts], total.published[0].value
        if sum(terms) != printed:
            message = said("sum_by_rounding", terms=terms, added=sum(terms), printed=printed)
            yield Finding("sum_by_rounding", _place(figures, total), message)


def _first_parts(benchmark: Benchmark) -> list[Population]:
    """Return one population of each pair of a part and its rest."""
    seen: list[Population] = []
    for population in benchmark.populations.values():
        if population.rest and population.rest not in {other.id for other in seen}:
            seen.append(population)
    return seen


def _rests(benchmark: Benchmark) -> Iterator[Finding]:
    """Look for a whole and a part that imply another rest than the one printed."""
    for part in _first_parts(benchmark):
        for item in benchmark.figures[part.id]:
            triple = _triple(benchmark, part, item)
            for answer, (whole, one, rest) in triple.items():
                weights = _weights_allowed(benchmark, part, item)
                found = _weight(whole, one, rest)
                if found is None or _meet([found, weights]) is None:
                    place = f"{item} {answer} ({part.id})"
                    yield Finding("rest_disagrees", place, said("rest_disagrees"))


def _weights(benchmark: Benchmark) -> Iterator[Finding]:
    """Look for questions on the same base whose parts weigh differently: one of them must be wrong."""
    for part in _first_parts(benchmark):
        found: dict[str, Interval] = {}
        for item in benchmark.figures[part.id]:
            if benchmark.figures["all"][item].base != benchmark.populations["all"].base:
                for whole, one, rest in _triple(benchmark, part, item).values():
                    weight = _weight(whole, one, rest)
                    if weight is not None:
                        found[item] = weight
        if len(found) > 1 and _meet(list(found.values())) is None:
            weights = [
                said("weight", item=item, low=round(100 * weight.low), high=round(100 * weight.high))
                for item, weight in found.items()
            ]
            place = f"{part.id} ({', '.join(found)})"
            yield Finding("weights_disagree", place, said("weights_disagree", weights=weights))


def _triple(
    benchmark: Benchmark, part: Population, item: str
) -> dict[str, tuple[Interval, Interval, Interval]]:
    """Return the printed boxes of whole, part and rest, by answer, where all three are printed."""
    groups = [benchmark.item(item), benchmark.item(item, part.id), benchmark.item(item, part.rest or "")]
    tables = [{**group.shares, **group.totals} if group else {} for group in groups]
    stated = [{code for code, share in table.items() if share.status == "stated"} for table in tables]
    return {
        code: (tables[0][code].raw, tables[1][code].raw, tables[2][code].raw)
        for code in sorted(set.intersection(*stated))
    }


def _weights_allowed(benchmark: Benchmark, part: Population, item: str) -> Interval:
    """Return the share of the base (0-1) that the part can be."""
    whole, group = benchmark.item(item), benchmark.item(item, part.id)
    if whole is None or group is None or not whole.base.low or not whole.base.high:
        return Interval(0.0, 1.0)
    high = whole.base.low if group.base.high is None else group.base.high
    return Interval((group.base.low or 0) / whole.base.high, min(1.0, high / whole.base.low))


def _weight(whole: Interval, part: Interval, rest: Interval) -> Interval | None:
    """Return the share of the part (0-1) for which part and rest make the whole; None when there is none."""
    candidates = [step / 1000 for step in range(1001)]
    fitting = [
        weight
        for weight in candidates
        if weight * part.low + (1 - weight) * rest.low <= whole.high
        and weight * part.high + (1 - weight) * rest.high >= whole.low
    ]
    return Interval(fitting[0], fitting[-1]) if fitting else None


def _meet(intervals: list[Interval]) -> Interval | None:
    """Return what intervals have in common, None when they do not meet."""
    low, high = max(i.low for i in intervals), min(i.high for i in intervals)
    return Interval(low, high) if low <= high else None


def _not_printed(benchmark: Benchmark) -> Iterator[Finding]:
    """List the shares that are known and not printed, with the reason."""
    for figures, share in _every_share(benchmark):
        if share.status == "not_published" or share.printable:
            continue
        place, box = _place(figures, share), share.box
        if share.withheld == "base_too_small":
            message = said("base_too_small", low=figures.base.low, high=figures.base.high)
            yield Finding("base_too_small", place, message)
        elif share.withheld == "reversed":
            yield Finding("reversed", place, said("reversed"))
        else:
            yield Finding("too_wide", place, said("too_wide", low=box.low, high=box.high))


def _contradictions(benchmark: Benchmark) -> Iterator[Finding]:
    """List the places where the source contradicts itself, and what was done."""
    for conflict in benchmark.conflicts.values():
        versions = " / ".join(f"{variant.value} ({variant.section})" for variant in conflict.variants)
        message = said(f"contradiction.{conflict.effect}", versions=versions)
        yield Finding("contradiction", conflict.id, message)
