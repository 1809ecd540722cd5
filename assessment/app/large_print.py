"""What a page shown to a group says, as large as a terminal allows; no widget in here.

A terminal cannot enlarge its letters: the answers get large figures, room around them and nothing beside
them that only the person at the keyboard needs.
"""

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Size
from textual.renderables.digits import Digits

from assessment.app.choice_list import Row
from assessment.app.prose import wrapped
from assessment.app.question_words import line_rows, single_rows
from assessment.asking.card import Card
from assessment.asking.session import GRID, Session
from assessment.asking.step_names import step_title
from assessment.texts import Texts
from questionnaire.typography import NO_BREAK

MARGIN = 3
"""Columns left free on each side of a projected page, the scroll bar's among them."""
TIGHT = 2
"""Lines a projected question leaves to the name of the organisation and the keys when it needs all others."""
AROUND = 5
"""Lines it leaves around itself when it has room: banner, free lines, keys."""
_GAP = re.compile(" {2,}")
FIGURE_HEIGHT = 3
"""Lines of a large figure."""


def title_of(session: Session, lang: str, t: Texts) -> str:
    """Return the few words that name the question, or the line, one stands on."""
    questionnaire = session.questionnaire
    if session.step.id == GRID:
        return questionnaire.question(session.subject).short[lang]
    return step_title(questionnaire, session.step, lang, t)


@dataclass(frozen=True, slots=True)
class Projected:
    """A question laid out for a projected page."""

    above: Content
    """Question, example, numbers of the answers."""
    room: int
    """Lines left to the answers."""
    is_tight: bool
    """Whether it needs the free lines around it, and part of the banner."""


def projected(card: Card, votes: str, t: Texts, size: Size) -> Projected:
    """Lay a question out; the example, then the free lines around, give way to the answers."""
    width = size.width - 2 * MARGIN
    below = len(wrapped(Content(votes), width)) if votes else 0
    least = lines_of(shortened(_rows(card, t), width), width)
    for form in _forms(card, t):
        above = Content.assemble(*form)
        taken = len(wrapped(above, width)) + below
        if taken + least <= size.height - AROUND:
            return Projected(above, size.height - AROUND - taken, is_tight=False)
    return Projected(above, size.height - TIGHT - taken, is_tight=True)


def _forms(card: Card, t: Texts) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield what may stand above the answers, the fullest first."""
    prompt = (card.prompt, "bold")
    numbered = (f"{n} {a.label}".replace(" ", NO_BREAK) for n, a in enumerate(card.answers, start=1))
    words = f"{NO_BREAK}· ".join(numbered)
    legend = ((f"\n\n{words}", ""),) if card.kind == "lines" else ()
    if card.example:
        example = f"{card.example} {t('question.one_is_enough')}" if card.one_is_enough else card.example
        yield (prompt, (f"\n\n{example}", ""), *legend)
    yield (prompt, *legend)
    if legend:  # the line one stands on is named in the banner
        yield ((words, ""),)


def _rows(card: Card, t: Texts) -> list[Row]:
    """Return the answers as they are listed, those of a list to search or to tick as one line."""
    if card.kind == "single":
        return single_rows(card, card.answers, "", t)
    return line_rows(card, "", t) if card.kind == "lines" else [Row("")]


def shortened(rows: Sequence[Row], width: int) -> list[Row]:
    """Return rows set in columns without them, when a line is too short for the columns."""
    return [row if _lines(row, width) == 1 else replace(row, words=_GAP.sub("  ", row.words)) for row in rows]


def enlarged(rows: Sequence[Row], *, width: int, room: int) -> list[Row]:
    """Return the rows as large as the room allows: a large figure each, or a free line after each."""
    rows = shortened(rows, width)
    spaced = [replace(row, words=f"{_words(row)}\n", after="") for row in rows]
    figures = [_with_figure(number, row, width) for number, row in enumerate(rows, start=1)]
    if len(rows) < 10 and len(rows) * FIGURE_HEIGHT <= room:
        return figures
    return spaced if lines_of(spaced, width) <= room else rows


def lines_of(rows: Sequence[Row], width: int) -> int:
    """Return how many lines rows take."""
    return sum(_lines(row, width) for row in rows)


def _with_figure(number: int, row: Row, width: int) -> Row:
    """Put a large figure before an answer, its words beside the middle of the figure."""
    sign = row.mark.strip().lstrip("0123456789").strip()
    top, middle, foot = figure(number)
    mark = f" {top}  \n {middle} {sign}\n {foot}  "
    is_one_line = "\n" not in row.words and len(row.words) + len(row.after) + 12 <= width
    return replace(row, mark=mark, words=f"\n{row.words}" if is_one_line else row.words)


@cache
def figure(number: int) -> tuple[str, str, str]:
    """Return the three lines of a large figure."""
    pieces = Digits(str(number)).render(Style(bold=True))
    written = "".join(piece.text for piece in pieces if isinstance(piece, Segment))
    top, middle, foot = written.splitlines()
    return top, middle, foot


def _lines(row: Row, width: int) -> int:
    room = max(8, width - len(row.mark) - 1)
    return sum(len(textwrap.wrap(part, room)) or 1 for part in _words(row).split("\n"))


def _words(row: Row) -> str:
    return f"{row.words}   {row.after}" if row.after else row.words


def bar(count: int, most: int, width: int, words: Callable[[int], str]) -> str:
    """Return « ██████ 5 votes »: a bar in proportion to the greatest count, then the count in words."""
    room = max(1, width - len(words(most)) - 1)
    cells = round(count / most * room) if most else 0
    return f"{'█' * max(cells, 1 if count else 0)} {words(count)}".strip()
