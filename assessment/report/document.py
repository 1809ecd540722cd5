"""The report before any layout: pages of blocks, everything already in words.

`content/` builds it from a Diagnosis; `pdf.py` sets it on paper, `word.py` writes it for a word processor
and `text.py` as plain text.
Nothing here knows a font, a millimetre or a language rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Role = Literal["body", "compact", "lead", "quote", "caption", "note"]


@dataclass(frozen=True, slots=True)
class Title:
    """The head of the front sheet, once per document; it is the first heading."""

    kicker: str
    """Kind of document: « Autodiagnostic numérique »."""
    text: str
    """Name of the organisation, shortened when it is very long."""
    lines: tuple[str, ...] = ()
    """Date, profile, people."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; levels are never skipped."""

    level: int
    """1 opens a section, 2 and 3 stand inside it."""
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    role: Role = "body"
    label: str | None = None
    """Words set before the text, in bold: « Argent : »."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; a point may begin with a label in bold."""

    items: tuple[Paragraph, ...]
    numbered: bool = False

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Bullets":
        """Return a plain list of texts."""
        return cls(tuple(Paragraph(text) for text in texts))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    title: str
    share: float
    """Part of the table's width, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header; the first column names the row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
    fill_in: bool = False
    """Whether empty cells are room to write by hand."""
    strong_first: bool = False
    """Whether the first column is in bold."""
    groups: tuple[int, ...] = ()
    """Rows (from 0) that only name the rows under them: their first cell spans the table."""


@dataclass(frozen=True, slots=True)
class Callout:
    """A framed box with its own heading."""

    heading: Heading
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two boxes side by side, read left then right."""

    left: Callout
    right: Callout


@dataclass(frozen=True, slots=True)
class Card:
    """One recommendation in full: what to do on one side, what it takes on the other."""

    heading: Heading
    tag: str
    """Band in words."""
    note: str
    """What the band means."""
    main: tuple[Paragraph, ...]
    """What, why, first step, how: read first."""
    side: tuple[Paragraph, ...]
    """Time, money, help, watch, progress."""


@dataclass(frozen=True, slots=True)
class StateRow:
    """One domain as a row of squares, one square per item."""

    label: str
    states: tuple[tuple[str, str], ...]
    """(state, name of the item), in the order drawn."""
    stage: str
    """Situation of the needs, in words."""
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
    low: float
    """Percent, 0 to 100."""
    high: float
    label: str
    """The share in words."""


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
    nobody: str | None
    """Answers published as given by nobody, in words: nothing is drawn for them."""
    chance: tuple[float, float] | None
    """What chance alone would do to the share in use, percent."""
    base: str
    """Number of respondents, in words."""
    sentence: str
    """Shares of yes and need in one sentence, with year and base."""
    figures: str
    """Every number drawn on the row, in words: shares, range of chance, base."""


@dataclass(frozen=True, slots=True)
class EuropeChart:
    """The items of one domain beside the European respondents: stacked shares, axis 0 to 100."""

    title: str
    rows: tuple[EuropeRow, ...]
    legend: tuple[tuple[str, str], ...]
    whole: str
    """End of the axis in words: « 100 % »."""
    chance_label: str
    """What the thin line under each bar is."""
    caption: str
    """Population, year and n, and the limits of the figures."""
    alt: str
    """Text alternative: what the chart shows with year and n, then every number in it, row after row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One question with its answer, in the annex."""

    number: str
    question: str
    answer: str
    is_answered: bool = True
    """False when `answer` only says that there is none."""
    mark: str | None = None
    """Said of an answer kept but left out of every figure."""
    comment_label: str = ""
    comment: tuple[str, ...] = ()
    """The comment, one text a paragraph."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Questions and answers, one after the other."""

    columns: tuple[str, str, str]
    """Titles: number, question, answer."""
    rows: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the contents."""

    text: str
    """Words of the line."""
    target: str
    """Text of the level 1 heading it leads to; no two level 1 headings of a document have the same."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What follows in the document, section after section; page numbers are the layout's."""

    entries: tuple[ContentsEntry, ...]


Block = (
    Title
    | Heading
    | Paragraph
    | Bullets
    | Table
    | Callout
    | Columns
    | Card
    | StatePicture
    | TwoLanes
    | EuropeChart
    | Entries
    | Contents
)


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks that begin on a new page."""

    blocks: tuple[Block, ...]
    fits_one_page: bool = False
    """Whether they must stand on one page, set smaller if need be."""


@dataclass(frozen=True, slots=True)
class Document:
    """One report."""

    lang: str
    title: str
    """Title in the file's properties, with the name of the organisation."""
    subject: str
    printed_on: date
    """Day of the document, the only date in the file's properties."""
    running_title: str
    running_name: str
    """Name of the organisation at the head of the pages, shortened."""
    standing: str
    """Sentence on the European reference, at the foot of every page."""
    page_label: str
    """« page {page} sur {total} »."""
    colon: str
    """Colon with the space its language puts before it, for the plain text."""
    pages: tuple[Page, ...]
