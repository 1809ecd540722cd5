"""The European reference as frozen data: intervals, shares, bases, populations, conflicts.

No figure is a bare number here. A share is a box (what the published figure, its rounding and its
contradictions allow), with the printed values and their sections beside it. Light on purpose: plain
dataclasses, so that the home screen never waits for a validation library.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["stated", "derived", "bounded", "not_published"]
"""stated: printed by the study; derived: follows by arithmetic; bounded: only limits are known."""
Reliability = Literal["ok", "indicative", "hidden"]
"""hidden: the base can be under 10, no percentage; indicative: it can be under 30."""
Effect = Literal["hull", "headline", "note"]
"""What a contradiction does: the hull of its values, the headline alone, or a remark only."""
Withheld = Literal["base_too_small", "reversed"]
"""Why a known share is not printed: its base, or that it turns a share among users around."""
Kind = Literal["study", "network"]
"""Whose figures they are: the European study's, or a network's own."""
LocalText = Mapping[str, str]
"""One sentence by language code; said in the source where a language lacks it."""

WIDEST_PRINTED = 10.0
"""A share wider than this many points is printed as not published (METHOD §2)."""
HIDDEN_UNDER = 10
"""No percentage under this base."""
INDICATIVE_UNDER = 30
"""« indicatif » under this base."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Every value between two ends, both included; percent points 0-100 unless said otherwise."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"an interval cannot go from {self.low} to {self.high}")

    @property
    def width(self) -> float:
        """Distance between the ends, in the unit of the interval."""
        return self.high - self.low

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high

    def within(self, other: "Interval") -> bool:
        """Say whether the whole interval lies in another one."""
        return other.low <= self.low and self.high <= other.high


@dataclass(frozen=True, slots=True)
class Base:
    """How many respondents stand under a percentage; None when nothing limits it."""

    low: int | None
    """Fewest respondents the published figures allow."""
    high: int | None
    """Most respondents the published figures allow."""

    @property
    def is_exact(self) -> bool:
        """Say whether the base is one known number."""
        return self.low is not None and self.low == self.high

    @property
    def reliability(self) -> Reliability:
        """Say whether a percentage may be shown on this base (METHOD §2, populations)."""
        if self.low is None or self.low < HIDDEN_UNDER:
            return "hidden"
        return "indicative" if self.low < INDICATIVE_UNDER else "ok"


@dataclass(frozen=True, slots=True)
class PublishedValue:
    """One value as printed in one place of the study."""

    value: float
    """Percent, as printed."""
    section: str
    """Short form, e.g. "§ 2.4" or "résumé"."""
    layer: str
    """Where the study says it, a key of `Benchmark.layers`: corps, resume, infographie, a_retenir …"""
    headline: bool
    """Whether this is the value kept when the others are only notes."""
    figure: str
    """Id of the figure in figures.csv, e.g. "F121"."""


@dataclass(frozen=True, slots=True)
class Share:
    """Share of one answer (or of a published sum of answers) in one population."""

    answer: str
    """Answer code, or the code of a sum such as use_or_need."""
    box: Interval
    """What the share can be once the answers add up to 100; percent."""
    raw: Interval
    """The box before tightening; percent, [0, 100] when nothing is published."""
    status: Status
    published: tuple[PublishedValue, ...] = ()
    """Every printed value, the headline first."""
    derivation: str = ""
    """How a derived or bounded share follows, in one line."""
    note: LocalText | None = None
    """One sentence to print beside the share, when a contradiction asks for it."""
    conflict: str | None = None
    """Id of the contradiction, e.g. "C09"."""
    is_hull: bool = False
    """Whether the raw box is the hull of several published values."""
    withheld: Withheld | None = None
    """Why the share is not printed although it is known."""

    @property
    def printable(self) -> Interval | None:
        """The box when it may be printed, None for « non publié » (METHOD §2)."""
        if self.status == "not_published" or self.withheld:
            return None
        return self.box if self.box.width <= WIDEST_PRINTED or self.is_hull else None

    @property
    def variants(self) -> tuple[PublishedValue, ...]:
        """Each different printed value once, the headline first: « 76 %, 84 % dans le résumé »."""
        seen: dict[float, PublishedValue] = {}
        for value in self.published:
            seen.setdefault(value.value, value)
        return tuple(seen.values())


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """Everything the study says on one question in one population."""

    item: str
    population: str
    base: Base
    """Respondents the question was put to: 218-218, or 148-149 for those that had cooperated."""
    section: str
    """Section of the study, e.g. "§ 2.3"."""
    shares: Mapping[str, Share]
    """One share by answer code, in the order of the number keys."""
    totals: Mapping[str, Share]
    """Sums of answers: use_or_need, agree_total … published or following from the shares."""
    reliability: Reliability = "ok"
    of_cooperated: bool = False
    """Whether the question was put only to those that had cooperated."""


@dataclass(frozen=True, slots=True)
class Aged:
    """Evidence measured before something changed."""

    reason: LocalText
    caps_band: bool
    """Whether the band of a recommendation is B whatever its class (METHOD §3)."""


@dataclass(frozen=True, slots=True)
class Population:
    """A group of respondents for which the study prints at least one rate."""

    id: str
    label: LocalText
    base: Base
    """Respondents of the group."""
    cooperated: Base
    """Those of the group that had cooperated: base of the forms of cooperation and of the effects."""
    derivation: str = ""
    """Where the bases come from."""
    rest: str | None = None
    """Population it is compared with: a part is never compared with the whole that contains it."""

    @property
    def reliability(self) -> Reliability:
        """Say whether percentages may be shown for the whole group."""
        return self.base.reliability


@dataclass(frozen=True, slots=True)
class Variant:
    """One version of a contradicted figure, as the study words it."""

    value: str
    section: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where the study contradicts itself."""

    id: str
    title: str
    effect: Effect
    variants: tuple[Variant, ...]
    headline: str
    why: str
    hull: tuple[float, ...] = ()
    """Published values whose hull is the box (effect "hull"); percent."""
    indicative: bool = False
    """Whether the figures it touches are at best indicative."""
    note: LocalText | None = None
    """One sentence to print, when readers must know."""


@dataclass(frozen=True, slots=True)
class ShareAmong:
    """A share among those who gave an answer (68 % of IoT users are outside France).

    Never a rate by country: it is kept apart and `Benchmark.item` does not know it.
    """

    id: str
    item: str
    among: str
    """Whom the percentage is counted on, in plain words."""
    share_of: str
    """Whom it counts."""
    value: float
    """Percent of `among`."""
    status: Status
    section: str
    conflict: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the study, as listed in figures.csv."""

    id: str
    item: str
    answer: str
    population: str
    """Population id, or "" for a share among users and for facts about the method."""
    value: float | None
    """In `unit`; None when the study gives words only."""
    unit: str
    status: Status
    text: str
    """The words or digits printed."""
    base: str
    """respondents, cooperated, or "" when neither."""
    section: str
    layer: str
    headline: bool
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A pack of European figures with its doubts."""

    id: str
    title: LocalText
    year: str
    """Years of the fieldwork, e.g. "2018-2019"."""
    n: int
    """Respondents."""
    fieldwork: LocalText
    facts: Mapping[str, int]
    """Standing facts: french and cooperated (percent of the respondents), countries (number)."""
    standing_short: LocalText
    """Who answered, when, how chosen: said wherever the figures appear, {year} and {n} in it."""
    standing_long: LocalText
    """Its long form, once in a document."""
    layers: Mapping[str, LocalText]
    """How to say where a variant stands: « dans le résumé »."""
    populations: Mapping[str, Population]
    figures: Mapping[str, Mapping[str, ItemFigures]]
    """By population id, then item id."""
    aged: Mapping[str, Aged]
    """By item id."""
    conflicts: Mapping[str, Conflict]
    sums: Mapping[str, tuple[str, ...]]
    """The answers each sum adds: use_or_need = use + need."""
    kind: Kind = "study"
    shares_among: tuple[ShareAmong, ...] = ()
    published: tuple[Figure, ...] = field(default=(), repr=False)

    def item(self, item: str, population: str = "all") -> ItemFigures | None:
        """Return the figures of one question, None when the study prints nothing for that population.

        Questions put only to those that had cooperated are found under "all" too, on their own base.
        """
        return self.figures.get(population, {}).get(item)
