"""What a page shown to a group says, as large as a terminal allows; no widget in here.

A terminal cannot enlarge its letters: the answers get large figures, room around them and nothing beside
them that only the person at the keyboard needs.
"""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.renderables.digits import Digits

from assessment.app.choice_list import Row
from assessment.app.prose import wrapped
from assessment.asking.card import Card
from assessment.asking.session import GRID, Session
from assessment.asking.step_names import step_title
from assessment.texts import Texts

MARGIN = 3
"""Columns left free on each side of a projected page, the scroll bar's among them."""
AROUND = 5
"""Lines of a projected question that are not its own: banner, free lines, keys."""
FIGURE_HEIGHT = 3
"""Lines of a large figure."""


def title_of(session: Session, lang: str, t: Texts) -> str:
    """Return the few words that name the question, or the line, one stands on."""
    questionnaire = session.questionnaire
    if session.step.id == GRID:
        return questionnaire.question(session.subject).short[lang]
    return step_title(questionnaire, session.step, lang, t)


def projected(card: Card, title: str, t: Texts, width: int, height: int) -> Content:
    """Return title, question and example; the example, then the title, give way to the answers."""
    example = f"{card.example} {t('question.one_is_enough')}" if card.one_is_enough else card.example
    heading, prompt = (f"{title}\n\n", "bold $accent"), (card.prompt, "bold")
    legend = _legend(card)
    forms = (
        (heading, prompt, (f"\n\n{example}", ""), *legend),
        (heading, prompt, *legend),
        (prompt, *legend),
    )
    least = max(len(card.lines), len(card.answers) if card.kind == "single" else 1)
    fitting = (form for form in forms if len(wrapped(Content.assemble(*form), width)) + least < height)
    return Content.assemble(*next(fitting, forms[-1]))


def _legend(card: Card) -> tuple[tuple[str, str], ...]:
    """Return the numbers of the answers to each line, for a page with several lines."""
    if card.kind != "lines":
        return ()
    words = "   ".join(f"{n}\N{NO-BREAK SPACE}{a.label}" for n, a in enumerate(card.answers, start=1))
    return ((f"\n\n{words}", ""),)


def enlarged(rows: Sequence[Row], *, width: int, room: int) -> list[Row]:
    """Return the rows as large as the room allows: a large figure each, or a free line after each."""
    spaced = [replace(row, words=f"{_words(row)}\n", after="") for row in rows]
    figures = [_with_figure(number, row, width) for number, row in enumerate(rows, start=1)]
    if len(rows) < 10 and len(rows) * FIGURE_HEIGHT <= room:
        return figures
    return spaced if sum(_lines(row, width) for row in spaced) <= room else list(rows)


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
