"""Fonts of the PDF: Source Sans 3 with DejaVu Sans for what it lacks, and user text made safe to print.

reportlab is imported inside `register`, so that cleaning a text costs nothing.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from xml.sax.saxutils import escape

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

_DROPPED = ("Cc", "Cf", "Cs", "Co", "Cn")
_VARIATION_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))
_NARROW = {0x202F: "\N{NO-BREAK SPACE}"}


@cache
def register() -> tuple[frozenset[str], frozenset[str]]:
    """Load the fonts once; return the characters of Source Sans 3 and those DejaVu Sans adds.

    Helvetica, which reportlab puts on every page by default, is replaced here.
    """
    from assessment.report.font_files import load, set_up

    covered = {name: load(name, file_name) for name, file_name in _FILES.items()}
    set_up(REGULAR)
    common = frozenset.intersection(*(covered[name] for name in _FILES if name != FALLBACK))
    main = frozenset(mark for mark in common if clean(mark) == mark)
    return main, covered[FALLBACK] - main


def clean(text: str) -> str:
    """Return one line of printable text: composed, without control, direction or private characters."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).translate(_VARIATION_SELECTORS).translate(_NARROW)
    kept = (" " if mark.isspace() and mark != "\N{NO-BREAK SPACE}" else mark for mark in text)
    return "".join(mark for mark in kept if unicodedata.category(mark) not in _DROPPED)


def runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Cut a text into (font, text) runs: the font asked for, the fallback, or □ where neither knows it."""
    main, extra = register()
    if not (main.issuperset(text) and unicodedata.is_normalized("NFC", text)):
        text = clean(text)
    if main.issuperset(text):
        yield font, text
        return
    marked = ((FALLBACK if mark in extra else font, mark) for mark in text)
    shown = ((name, mark if mark in main or mark in extra else MISSING) for name, mark in marked)
    for name, group in groupby(shown, key=lambda pair: pair[0]):
        yield name, "".join(mark for _, mark in group)


def rich(text: str) -> str:
    """Return user text as reportlab paragraph markup: escaped, with the fallback font where it is needed."""
    pieces = [
        f'<font name="{FALLBACK}">{escape(part)}</font>' if name == FALLBACK else escape(part)
        for name, part in runs(text, REGULAR)
    ]
    return "".join(pieces)


def in_font(text: str, font: str) -> str:
    """Return user text as paragraph markup set in one of our fonts."""
    return f'<font name="{font}">{rich(text)}</font>'
