"""Fonts of the PDF: Source Sans 3 with DejaVu Sans for what it lacks, and user text made safe to print.

reportlab is imported inside `register`, so that cleaning a text costs nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from assessment.report.characters import clean

REGULAR = "SourceSans3"
ITALIC = "SourceSans3-Italic"
SEMIBOLD = "SourceSans3-SemiBold"
BOLD = "SourceSans3-Bold"
FALLBACK = "DejaVuSans"

_FILES = {
    REGULAR: "SourceSans3_400Regular.ttf",
    ITALIC: "SourceSans3_400Regular_Italic.ttf",
    SEMIBOLD: "SourceSans3_600SemiBold.ttf",
    BOLD: "SourceSans3_700Bold.ttf",
    FALLBACK: "DejaVuSans.ttf",
}
MISSING = "□"
"""Printed for a character neither font has."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Hebrew, Arabic and their presentation forms."""
WORDS_REMEMBERED = 50_000
"""Words whose width is kept: a report says the same words again and again."""

Span = tuple[str, str]
"""A font of ours and a text to set in it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in the font that has its characters, as it stands on the page."""

    font: str
    text: str
    original: str | None = None
    """What a reader should find instead, where the page shows something else."""


@cache
def register() -> tuple[frozenset[str], frozenset[str]]:
    """Load the fonts once; return the characters of Source Sans 3 and those DejaVu Sans adds."""
    from assessment.report.pdf.font_files import load

    covered = {name: load(name, file_name) for name, file_name in _FILES.items()}
    common = frozenset.intersection(*(covered[name] for name in _FILES if name != FALLBACK))
    main = frozenset(mark for mark in common if clean(mark) == mark)
    return main, covered[FALLBACK] - main


def printable(text: str) -> str:
    """Return a text ready to be cut into lines: clean, Arabic letters joined."""
    main, _ = register()
    if not (main.issuperset(text) and unicodedata.is_normalized("NFC", text)):
        text = clean(text)
    return _joined(text) if _RIGHT_TO_LEFT.search(text) else text


def _joined(text: str) -> str:
    """Give Arabic letters the form their neighbours call for."""
    from arabic_reshaper import reshape

    return str(reshape(text))


@lru_cache(WORDS_REMEMBERED)
def width(font: str, text: str) -> float:
    """Return the width of a printable text at size 1."""
    from reportlab.pdfbase.pdfmetrics import getFont

    return sum(getFont(run.font).stringWidth(run.text, 1) for run in shown_runs(font, text))


def shown_runs(font: str, text: str) -> Iterator[Run]:
    """Cut a printable line into runs: the font asked for, the fallback, or □ where neither knows it."""
    main, extra = register()
    if main.issuperset(text):
        yield Run(font, text)
        return
    if _RIGHT_TO_LEFT.search(text):
        yield from _in_sight_order(font, text)
        return
    for name, group in groupby(text, key=lambda mark: _font_of(mark, font, main, extra)):
        part = "".join(group)
        yield Run(name, part) if name else Run(font, MISSING * len(part), part)


def _font_of(mark: str, font: str, main: frozenset[str], extra: frozenset[str]) -> str:
    """Return the font that has a character; "" when neither has."""
    return font if mark in main else FALLBACK if mark in extra else ""


def _in_sight_order(font: str, text: str) -> Iterator[Run]:
    """Yield a line that reads from right to left as it is drawn from left to right."""
    from bidi import get_display

    main, extra = register()
    seen = str(get_display(text))
    logical = unicodedata.normalize("NFKC", text)
    for position, (name, group) in enumerate(
        groupby(seen, key=lambda mark: _font_of(mark, font, main, extra) or FALLBACK)
    ):
        drawn = "".join(mark if mark in main or mark in extra else MISSING for mark in group)
        # The first run speaks for the line: what follows is silent, or it would be read twice.
        yield Run(name, drawn, logical if position == 0 else "")
