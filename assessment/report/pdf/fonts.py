"""Fonts of the PDF: Source Sans 3 with DejaVu Sans for what it lacks, and user text made safe to print.

reportlab is imported when the first font is loaded.
"""

import math
import re
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
LONGEST_WORD = 400
"""Characters beyond which a word is longer than any line."""
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
def main_marks() -> frozenset[str]:
    """Load Source Sans 3, once, and return the characters all its weights have."""
    from assessment.report.pdf.font_files import load

    covered = (load(name, file_name) for name, file_name in _FILES.items() if name != FALLBACK)
    return frozenset(mark for mark in frozenset.intersection(*covered) if clean(mark) == mark)


@cache
def extra_marks() -> frozenset[str]:
    """Load DejaVu Sans, the first time a text needs it, and return the characters it adds."""
    from assessment.report.pdf.font_files import load

    return load(FALLBACK, _FILES[FALLBACK]) - main_marks()


def printable(text: str) -> str:
    """Return a text ready to be cut into lines: clean, Arabic letters joined."""
    text = clean(text)
    return _joined(text) if runs_right_to_left(text) else text


def _joined(text: str) -> str:
    """Give Arabic letters the form their neighbours call for."""
    from arabic_reshaper import reshape

    return str(reshape(text))


def runs_right_to_left(text: str) -> bool:
    """Say whether any of a text is Arabic or Hebrew."""
    return _RIGHT_TO_LEFT.search(text) is not None


@lru_cache(WORDS_REMEMBERED)
def width(font: str, text: str) -> float:
    """Return the width of a printable text at size 1."""
    from reportlab.pdfbase.pdfmetrics import getFont

    return sum(getFont(run.font).stringWidth(run.text, 1) for run in shown_runs(font, text))


class _WordWidths(dict[str, float]):
    """Word → width at size 1 in one font, for the inner loop of the line breaking."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, word: str) -> float:
        if len(word) > LONGEST_WORD:
            return math.inf
        if len(self) >= WORDS_REMEMBERED:
            self.clear()
        measured = self[word] = width(self._font, word)
        return measured


@cache
def word_widths(font: str) -> _WordWidths:
    """Return the widths of the words met so far in a font."""
    return _WordWidths(font)


def shown_runs(font: str, text: str) -> Iterator[Run]:
    """Cut a printable line into runs: the font asked for, the fallback, or □ where neither knows it."""
    if main_marks().issuperset(text):
        yield Run(font, text)
        return
    if runs_right_to_left(text):
        yield from _in_sight_order(font, text)
        return
    for name, group in groupby(text, key=lambda mark: _font_of(mark, font)):
        yield _run(name, font, "".join(group))


def _run(name: str, asked: str, part: str) -> Run:
    """Return a run in the font that has it, or as boxes in the one asked for."""
    return Run(name, part) if name else Run(asked, MISSING * len(part), part)


def _font_of(mark: str, font: str) -> str:
    """Return the font that has a character; "" when neither has."""
    return font if mark in main_marks() else FALLBACK if mark in extra_marks() else ""


def _in_sight_order(font: str, text: str) -> Iterator[Run]:
    """Yield a line that reads from right to left as it is drawn from left to right.

    Readers turn such a line round themselves, and the fonts name its letters as they are written.
    """
    from bidi.algorithm import get_display  # the one that mirrors brackets

    seen = str(get_display(text))
    for name, group in groupby(seen, key=lambda mark: _font_of(mark, font)):
        yield _run(name, font, "".join(group))
