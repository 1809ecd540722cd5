"""Texts as they are read aloud: one idea a line, no drawing, short pages; pure."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST_PAGE = 14
"""Lines said before waiting for Enter; a long line counts for several."""
A_LINE = 100
"""Characters that count for one line."""
_DRAWN = re.compile(r"[=\-_─—·.*]{3,}")
"""A line that only underlines or separates."""
_BULLET = re.compile(r"^\s*[-•]\s+")
_BETWEEN = re.compile(r"\s+·\s+")


def spoken(text: str) -> str:
    """Return a text without what a voice stumbles on or a terminal would obey."""
    kept = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return _BETWEEN.sub(", ", kept)


def read_aloud(lines: Iterable[str]) -> Iterator[str]:
    """Return the lines of a printed text without underlines, bullets and indents; gaps stay."""
    was_inside = False
    for line in lines:
        if _DRAWN.fullmatch(line.strip()):
            continue
        if was_inside and not line.startswith(" "):
            yield ""  # a new record begins: a page may end before it, never inside
        was_inside = line.startswith(" ")
        yield _BULLET.sub("", line).strip()


def in_pages(lines: Iterable[str], longest: int = LONGEST_PAGE) -> tuple[tuple[str, ...], ...]:
    """Cut lines into short pages, at the gaps between them when a part is not longer than a page."""
    pages: list[tuple[str, ...]] = []
    page: list[str] = []
    for part in _parts(lines, longest):
        if page and _weight(page) + _weight(part) > longest:
            pages.append(tuple(page))
            page = []
        page.extend(part)
    return (*pages, tuple(page)) if page else tuple(pages)


def _parts(lines: Iterable[str], longest: int) -> Iterator[list[str]]:
    """Yield what stands between two gaps; a heading stays with what follows it, a long part is cut."""
    part: list[str] = []
    since_gap = 0
    for line in lines:
        if not line:
            stands_alone, since_gap = since_gap == 1, 0
            if part and not (stands_alone and _is_heading(part[-1])):
                yield part
                part = []
            continue
        if part and _weight([*part, line]) > longest:
            yield part
            part = []
        part.append(line)
        since_gap += 1
    if part:
        yield part


def _weight(lines: Iterable[str]) -> int:
    """Return how many lines of a usual length some lines amount to."""
    return sum(1 + len(line) // A_LINE for line in lines)


def _is_heading(line: str) -> bool:
    return not line.endswith((".", ":", "!", "…"))


def wrapped(text: str, width: int) -> str:
    """Return a text broken between words: a terminal left alone would cut words in two.

    A path longer than the line is left whole: cut, it could not be copied.
    """
    lines = text.split("\n")
    return "\n".join(
        textwrap.fill(line, max(20, width), break_long_words=False, break_on_hyphens=False) for line in lines
    )
