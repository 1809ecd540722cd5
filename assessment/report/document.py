"""The report before any layout: pages of blocks, everything already in words.

`content/` builds it from a Diagnosis; `pdf/` sets it on paper, `word/` writes it for a word processor and
`text.py` as plain text.
Nothing here knows a font, a millimetre or a language rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessment.report.picture_blocks import EuropeChart as EuropeChart
from assessment.report.picture_blocks import EuropeRow as EuropeRow
from assessment.report.picture_blocks import Segment as Segment
from assessment.report.picture_blocks import StatePicture as StatePicture
from assessment.report.picture_blocks import StateRow as StateRow
from assessment.report.picture_blocks import TwoLanes as TwoLanes
from questionnaire.languages import language

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
class Entry:
    """One question with its answer, in the annex."""

    number: str
    question: str
    answer: str
    is_answered: bool = True
    """False when `answer` only says that there is none."""
    mark: str | None = None
    """Said of an answer: that it is left out of every figure, how a group voted."""
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
    """Whether they should stand on one page, set smaller while they can be read; the front sheet must."""


@dataclass(frozen=True, slots=True)
class Document:
    """One report."""

    lang: str
    """Code of the language of the words: « fr »."""
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

    @property
    def language_tag(self) -> str:
        """Language and country, as files name them: « fr-FR »."""
        return language(self.lang).tag
