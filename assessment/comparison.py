"""Profile × Benchmark → Comparison: the European figures beside each item and domain (METHOD §1, §2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from assessment.scoring import DomainProfile, Profile
from benchmarks.intervals import UNIT, need_met, need_met_share, sampling_hull
from benchmarks.model import Base, Benchmark, Interval, ItemFigures, Reliability
from questionnaire.loading import nearest
from questionnaire.model import Questionnaire

EvidenceClass = Literal["proven_path", "shared_gap", "mixed"]

EVERYONE = "all"
"""Population on which E, Q, evidence and bands always rest."""
HALF = 50.0
"""Percent: an evidence interval wholly above or below it decides the class (METHOD §3)."""
RARELY_USED_UNDER = 15.0
"""Percent: under it, a purpose is asked for first (METHOD §3)."""
UNKNOWN = Interval(0.0, 100.0)
"""Box of a share nothing is known of, in percent."""


@dataclass(frozen=True, slots=True)
class PopulationShares:
    """What the study prints on one item for the population chosen: one more column, no figure of ours."""

    population: str
    shares: Mapping[str, Interval | None]
    """Published share of each answer, in percent; None: not published for it, or on too few respondents."""
    sampling: Mapping[str, Interval | None]
    """Same shares with what chance alone would do (Wilson 95 %, over every size the base can have)."""
    base: Base
    """Respondents of the population the question was put to; no limits when the study prints nothing."""
    reliability: Reliability | None
    """Whether its percentages may be shown; None when the study prints nothing."""


@dataclass(frozen=True, slots=True)
class ItemComparison:
    """One of the 19 items beside the European respondents."""

    item: str
    state: str
    """State of the item for this organisation (scoring.State)."""
    same_answer: Interval | None
    """Published share of the answer given, in percent; None when not published or nothing was answered."""
    shares: Mapping[str, Interval | None]
    """Published share of each answer among all respondents asked, in percent; None: not published."""
    sampling: Mapping[str, Interval | None]
    """Same shares with what chance alone would do (Wilson 95 %), for the drawn intervals."""
    base: tuple[int, int]
    """Smallest and largest number of respondents the shares rest on."""
    need_met: Interval
    """q of METHOD §1, in percent: users among users and needers, rounding and conflicts only."""
    need_met_sampling: Interval
    """q with chance included: what the evidence class and the « pourquoi » rest on."""
    evidence: EvidenceClass
    aged: bool
    """Whether the figure is too old for its class to decide the band."""
    population: PopulationShares | None
    """The population chosen; None when it is « all »."""
    boxes: Mapping[str, Interval]
    """Box of each answer in percent, [0, 100] when nothing is known: what E, Q and list orders rest on."""

    @property
    def concerned(self) -> float:
        """L_U + L_N: least percentage of respondents that used or needed it (METHOD §3)."""
        return self.boxes["use"].low + self.boxes["need"].low

    @property
    def rarely_used(self) -> bool:
        """Whether fewer than 15 % of respondents used it, on a figure not aged: a purpose comes first."""
        return self.boxes["use"].high < RARELY_USED_UNDER and not self.aged


@dataclass(frozen=True, slots=True)
class DomainComparison:
    """One domain beside Europe; None when nothing is answered."""

    expected_use: Interval | None
    """E: how many of the answered items the respondents used on average (a count, not a percentage)."""
    like_for_like: Interval | None
    """Q: the same over items answered use or need, counting those who wanted them (a count)."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole profile beside the benchmark."""

    items: Mapping[str, ItemComparison]
    domains: Mapping[str, DomainComparison]
    """platforms, technologies, cooperation and "all"."""


def compare(
    profile: Profile, benchmark: Benchmark, questionnaire: Questionnaire, population: str = EVERYONE
) -> Comparison:
    """Lay the European figures beside a profile (METHOD §1, §2).

    `population` adds a column and changes no figure; ValueError when the benchmark does not know it.
    """
    if population != EVERYONE and population not in benchmark.populations:
        guess = nearest(population, benchmark.populations)
        hint = f"; nearest valid name: {guess}" if guess else ""
        raise ValueError(f"population = {population!r} is not in the benchmark {benchmark.id}{hint}")
    items = {
        item.id: _compare_item(
            item.id, profile.states[item.id], benchmark, questionnaire.scale(item.scale).codes, population
        )
        for item in questionnaire.items()
    }
    domains = {name: _compare_domain(domain, items) for name, domain in profile.domains.items()}
    return Comparison(items, domains)


def evidence_class(need_met_sampling: Interval) -> EvidenceClass:
    """Name the evidence from q with chance included, in percent (METHOD §3)."""
    if need_met_sampling.low > HALF:
        return "proven_path"
    return "shared_gap" if need_met_sampling.high < HALF else "mixed"


def _compare_item(
    item: str, state: str, benchmark: Benchmark, codes: Sequence[str], population: str
) -> ItemComparison:
    """Lay the European figures beside one item."""
    figures = benchmark.item(item)
    shares = _printable(figures, codes)
    boxes = {code: figures.shares[code].box if figures else UNKNOWN for code in codes}
    with_chance = _percent(need_met(figures) if figures else UNIT)
    aged = benchmark.aged.get(item)
    return ItemComparison(
        item=item,
        state=state,
        same_answer=shares.get(state),
        shares=shares,
        sampling=_with_chance(figures, shares),
        base=(figures.base.low or 0, figures.base.high or 0) if figures else (0, 0),
        need_met=_percent(need_met_share(boxes["use"], boxes["need"])),
        need_met_sampling=with_chance,
        evidence=evidence_class(with_chance),
        aged=aged is not None and aged.caps_band,
        population=None if population == EVERYONE else _in_population(item, benchmark, codes, population),
        boxes=boxes,
    )


def _in_population(
    item: str, benchmark: Benchmark, codes: Sequence[str], population: str
) -> PopulationShares:
    """Return the published shares of one item in one population, each with what chance would do."""
    figures = benchmark.item(item, population)
    shares = _printable(figures, codes)
    return PopulationShares(
        population=population,
        shares=shares,
        sampling=_with_chance(figures, shares),
        base=figures.base if figures else Base(None, None),
        reliability=figures.reliability if figures else None,
    )


def _compare_domain(domain: DomainProfile, items: Mapping[str, ItemComparison]) -> DomainComparison:
    """Return E over the items answered and Q over those used or needed, as counts of items (METHOD §1)."""
    wanted = (*domain.use, *domain.need)
    answered = (*wanted, *domain.no_need, *domain.dont_know)
    return DomainComparison(
        expected_use=_count(items[item].boxes["use"] for item in answered),
        like_for_like=_count(items[item].need_met for item in wanted),
    )


def _count(shares: Iterable[Interval]) -> Interval | None:
    """Add shares in percent into an average number of items; None when there is none to add."""
    found = tuple(shares)
    if not found:
        return None
    return Interval(fsum(share.low for share in found) / 100, fsum(share.high for share in found) / 100)


def _printable(figures: ItemFigures | None, codes: Sequence[str]) -> dict[str, Interval | None]:
    """Return the share of each answer that may be printed, in percent."""
    found = figures.shares if figures else {}
    return {code: found[code].printable if code in found else None for code in codes}


def _with_chance(
    figures: ItemFigures | None, printable: Mapping[str, Interval | None]
) -> dict[str, Interval | None]:
    """Return each share that may be printed with what chance alone would do, in percent."""
    return {
        code: sampling_hull(figures.shares[code].box, figures.base) if figures and share else None
        for code, share in printable.items()
    }


def _percent(share: Interval) -> Interval:
    return Interval(100 * share.low, 100 * share.high)
