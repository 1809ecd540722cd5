"""One item beside the European answers: its name, two bars and the figures in words.

In columns when the terminal is wide, one under the other when it is not; very narrow, in words alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content

from assessment.app.results.bars import FILLS, bar
from assessment.app.results.results import Results
from assessment.app.sheet_lines import Lines, flowed, side_by_side
from assessment.app.tones import MUTED
from benchmarks.model import Interval

IN_COLUMNS = 96
"""Cells of a line from which name, bars and figures stand side by side."""
WITH_BARS = 36
"""Cells under which figures stand in words alone."""
WIDEST_BAR, NARROWEST_BAR = 30, 8
INDENT = GAP = "  "


def item_lines(results: Results, item: str) -> Lines:
    """Return the lines of one item.

    A question still open gets no figure: nobody should answer with Europe before their eyes.
    """
    name = Content.styled(results.wording.item(item), "bold")
    if results.diagnosis.profile.states[item] == "unanswered":
        return _indented(flowed(name, results.width - len(INDENT)))
    if results.width >= IN_COLUMNS:
        return _in_columns(results, item, name)
    return _stacked(results, item, name)


def _stacked(results: Results, item: str, name: Content) -> Lines:
    """Set name, bars and words one under the other."""
    room = results.width - len(INDENT)
    shown = flowed(name, room)
    for group in _groups(results, item):
        if group.is_drawn and room >= WITH_BARS:
            labels = _labels(results)
            width = min(WIDEST_BAR, (room - sum(map(len, labels.values())) - 4) // 2)
            pair = (Content.assemble(f"{labels[code]} ", _bar(results, group, code, width)) for code in FILLS)
            shown.append(Content("  ").join(pair))
        shown += flowed(group.words, room, MUTED)
    for words in _remarks(results, item):
        shown += flowed(words, room, MUTED)
    return _indented(shown)


def _in_columns(results: Results, item: str, name: Content) -> Lines:
    """Set name, bars and words side by side."""
    labels = _labels(results)
    longest = max(map(len, labels.values()))
    bar_width = min(WIDEST_BAR, results.width // 5)
    left, middle = results.width // 4, longest + 1 + bar_width
    right = results.width - len(INDENT) - left - middle - 2 * len(GAP)
    shown: Lines = []
    for place, group in enumerate(_groups(results, item)):
        drawn = [
            Content.assemble(labels[code].ljust(longest), " ", _bar(results, group, code, bar_width))
            for code in FILLS
            if group.is_drawn
        ]
        named = flowed(name, left) if place == 0 else []
        shown += side_by_side((named, drawn, flowed(group.words, right, MUTED)), (left, middle, right), GAP)
    aside = " " * (left + len(GAP))
    for words in _remarks(results, item):
        shown += [
            Content(aside) + line for line in flowed(words, results.width - len(INDENT) - len(aside), MUTED)
        ]
    return _indented(shown)


@dataclass(frozen=True, slots=True)
class _Group:
    """What one group of respondents answered."""

    shares: Mapping[str, Interval | None]
    chance: Mapping[str, Interval | None]
    words: str

    @property
    def is_drawn(self) -> bool:
        """Whether the study prints a share that is drawn."""
        return any(self.shares.get(code) for code in FILLS)


def _groups(results: Results, item: str) -> Iterator[_Group]:
    """Yield all respondents, then the population chosen."""
    comparison, wording = results.diagnosis.comparison.items[item], results.wording
    yield _Group(comparison.shares, comparison.sampling, wording.beside_bars(item))
    chosen = comparison.population
    if chosen is not None:
        population = results.diagnosis.benchmark.populations[chosen.population]
        words = wording.population_words.line(item, chosen, population)
        yield _Group(chosen.shares, chosen.sampling, words)


def _bar(results: Results, group: _Group, code: str, width: int) -> Content:
    """Draw one share, or say that it is not published."""
    drawn = bar(group.shares.get(code), group.chance.get(code), max(NARROWEST_BAR, width), FILLS[code])
    if drawn:
        return Content.styled(drawn, "$primary")
    return Content.styled(results.t("results.unpublished").ljust(width), MUTED)


def _remarks(results: Results, item: str) -> Iterator[str]:
    """Yield why a figure is old, and why a need has its band."""
    reason = results.wording.europe_words.aged(item)
    if reason:
        yield reason
    needed = next((one for one in results.diagnosis.recommendations if one.item == item), None)
    if needed is not None:
        yield f"→ {results.wording.because(needed)}"


def _labels(results: Results) -> dict[str, str]:
    return {code: results.t(f"results.bar.{code}") for code in FILLS}


def _indented(lines: Lines) -> Lines:
    return [Content(INDENT) + line for line in lines]
