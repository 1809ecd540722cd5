"""The blocks of `document.py` that are pictures: the numbers to draw, and the words that say them all."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StateRow:
    """One domain as a row of squares, one square per item."""

    label: str
    states: tuple[tuple[str, str], ...]
    """(state, name of the item), in the order drawn."""
    stage: str
    """Situation of the needs, in words; empty in a follow-up."""
    counts: str
    """Counts in words."""


@dataclass(frozen=True, slots=True)
class StatePicture:
    """What is in place and what is not: one square per item, no figure of anyone else."""

    rows: tuple[StateRow, ...]
    legend: tuple[tuple[str, str], ...]
    """(state, words)."""
    alt: str
    """Text alternative: what the picture shows, then every number in it."""


@dataclass(frozen=True, slots=True)
class TwoLanes:
    """The organisation's number in use above the European respondents' average, on one axis from 0.

    The upper lane is one whole number; the lower one is an interval, as wide as rounding and published
    contradictions make it, and never a target.
    """

    title: str
    """The finding, in words; its European figure has year and n in `caption`."""
    your_label: str
    """« Vous »."""
    your_value: str
    """« 1 en place »."""
    use: int
    """Items in use, 0 to `total`: where the organisation's mark stands."""
    europe_label: str
    """« Répondants européens »."""
    europe_value: str
    """« 1,5 en moyenne », or « entre 1,4 et 1,8 en moyenne »."""
    low: float
    """Lower end of the average (E), in items, 0 to `total`."""
    high: float
    """Upper end; equal to `low` when nothing is uncertain."""
    total: int
    """Items answered, 1 or more: end of the axis, which has one tick an item."""
    axis: str
    """What the axis counts, in words."""
    caption: str
    """Unit, population, year and n."""
    sentence: str
    """The whole picture in one sentence, with year and n: the plain text and the text alternative."""

    @property
    def alt(self) -> str:
        """Text alternative."""
        return self.sentence


@dataclass(frozen=True, slots=True)
class Segment:
    """Published share of one answer among the European respondents."""

    state: str
    drawn: float
    """Length of the segment in percent: the value printed first, or the middle of what is derived."""
    label: str
    """The share in words, with a star when it is derived."""


@dataclass(frozen=True, slots=True)
class EuropeRow:
    """One item: the organisation's answer and the European respondents' answers."""

    name: str
    number: str
    """« question 3 »."""
    state: str
    """State of the item for the organisation."""
    answer: str
    """The organisation's answer in words."""
    segments: tuple[Segment, ...]
    """Published answers, in scale order."""
    unpublished: str | None
    """Words for the part of the bar that is not published; None when all of it is."""
    nobody: tuple[tuple[str, str], ...]
    """(state, words) of the answers published as given by nobody: nothing is drawn for them."""
    chance: tuple[float, float] | None
    """What chance alone would do to the share in use, percent."""
    chance_range: str
    """The same in words; empty when it is not known."""
    base: str
    """Number of respondents, in words."""
    sentence: str
    """Shares of yes and need in one sentence, with year and base."""
    figures: str
    """Every number drawn on the row, in words: shares, range of chance, base."""


@dataclass(frozen=True, slots=True)
class EuropeChart:
    """The items of one domain beside the European respondents: stacked shares, axis 0 to 100."""

    rows: tuple[EuropeRow, ...]
    legend: tuple[tuple[str, str], ...]
    whole: str
    """End of the axis in words: « 100 % »."""
    chance_label: str
    """What the thin line under each bar is."""
    chance_note: str
    """What chance alone means, where no line is drawn."""
    caption: str
    """Population, year and n, and the limits of the figures."""
    alt: str
    """Text alternative: what the chart shows with year and n, then every number in it, row after row."""
