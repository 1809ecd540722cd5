"""A pack as rows, for `jalon benchmark list` and `jalon benchmark show`: pure, no printing."""

from dataclasses import dataclass

from benchmarks.intervals import sampling_hull
from benchmarks.loading import STANDARD, load, packs, standard_benchmark
from benchmarks.model import Base, Benchmark, Interval, ItemFigures, LocalText, Reliability, Share, Status

__all__ = ["PackLine", "ShareLine", "pack_lines", "share_lines"]


@dataclass(frozen=True, slots=True)
class PackLine:
    """One pack of `jalon benchmark list`."""

    id: str
    title: LocalText
    year: str
    n: int
    populations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One share of `jalon benchmark show`."""

    item: str
    answer: str
    population: str
    values: tuple[float, ...]
    """Values printed, the headline first; percent."""
    printable: Interval | None
    """Box in percent, None for « non publié »."""
    sampling: Interval | None
    """What chance would do if the respondents had been drawn at random; percent, None when not printable."""
    status: Status
    base: Base
    reliability: Reliability
    section: str
    conflict: str | None
    year: str
    n: int
    """Respondents of the whole pack, to stand beside the figure with the year."""


def pack_lines(*others: Benchmark) -> list[PackLine]:
    """Return the packs that ship with Jalon, and others."""
    from importlib.resources import files

    found = [
        standard_benchmark() if name == STANDARD else load(files("benchmarks") / name) for name in packs()
    ]
    return [PackLine(p.id, p.title, p.year, p.n, tuple(p.populations)) for p in (*found, *others)]


def share_lines(benchmark: Benchmark, population: str = "all") -> list[ShareLine]:
    """Return every share of a population, in the order of the pack; unpublished ones included."""
    return [
        _line(benchmark, figures, share)
        for figures in benchmark.figures[population].values()
        for share in (*figures.shares.values(), *figures.totals.values())
    ]


def _line(benchmark: Benchmark, figures: ItemFigures, share: Share) -> ShareLine:
    return ShareLine(
        item=figures.item,
        answer=share.answer,
        population=figures.population,
        values=() if share.withheld else tuple(variant.value for variant in share.variants),
        printable=share.printable,
        sampling=sampling_hull(share.box, figures.base) if share.printable else None,
        status=share.status,
        base=figures.base,
        reliability=figures.reliability,
        section=figures.section,
        conflict=share.conflict,
        year=benchmark.year,
        n=benchmark.n,
    )
