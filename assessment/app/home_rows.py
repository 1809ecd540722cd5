"""The list of organisations as a table: the columns the width allows, and the row of each; no widget here."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from assessment.app.choice_list import Row
from assessment.next_step import NEXT_STEPS
from assessment.texts import Texts
from assessment.workspace import OrganisationRow
from questionnaire.languages import language
from questionnaire.typography import NO_BREAK

LEAST_NAME, MOST_NAME = 20, 44
"""Cells a name takes, between a narrow terminal and a wide one."""
SHORTEST_NAME = 8
"""Cells it keeps even where the row has to wrap."""
GAP = 2
BAR = 6
"""Blocks of the progress bar."""
MARK = 4
"""Cells before the words: the number of the row."""
SHORT_CHANGE = 10
"""Cells of « sept. 2025 », the longest last change said briefly."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells of each column; 0 for one that gave way."""

    name: int
    round: int
    answers: int
    bar: int
    next: int
    changed: int
    says_next_in_full: bool
    """Whether there is room for « continuer à la question 12 », not only « question 12 »."""
    says_when_in_full: bool
    """Whether there is room for « aujourd’hui à 14:32 », not only « 14:32 »."""


def columns(room: int, t: Texts) -> Columns:
    """Return the columns a width allows: the last change gives way first, then the next step."""
    heads = {name: cell_len(t(f"home.head.{name}")) for name in ("round", "answers", "next", "changed")}
    answers = max(heads["answers"], cell_len(t("home.progress", answered=99, asked=99)))
    room_left = room - LEAST_NAME - heads["round"] - answers - 2 * GAP
    short_next, full_next = (_widest_next(heads["next"], t, in_full=full) for full in (False, True))
    short_change = max(heads["changed"], SHORT_CHANGE)
    full_change = max(heads["changed"], cell_len(t("home.when.today", time="00:00")))
    wanted = (
        short_next + GAP,
        short_change + GAP,
        full_next - short_next,
        BAR + 1,
        full_change - short_change,
    )
    kept = 0
    for cells in wanted:
        if room_left < cells:
            break
        kept, room_left = kept + 1, room_left - cells
    return Columns(
        name=min(MOST_NAME, max(SHORTEST_NAME, LEAST_NAME + room_left)),
        round=heads["round"],
        answers=answers,
        bar=BAR if kept > 3 else 0,
        next=(0, short_next, short_next, full_next, full_next, full_next)[kept],
        changed=(0, 0, short_change, short_change, short_change, full_change)[kept],
        says_next_in_full=kept > 2,
        says_when_in_full=kept > 4,
    )


def _widest_next(head: int, t: Texts, *, in_full: bool) -> int:
    return max(head, *(cell_len(next_words(code, 99, t, in_full=in_full)) for code in NEXT_STEPS))


def head(shape: Columns, t: Texts) -> str:
    """Return the names of the columns, above the rows."""
    words = {name: t(f"home.head.{name}") for name in ("name", "round", "answers", "next", "changed")}
    return " " * MARK + _line(shape, words, "")


def organisation_row(
    number: int,
    row: OrganisationRow,
    name: str,
    shape: Columns,
    t: Texts,
    *,
    question: int,
    now: datetime,
    is_chosen: bool = False,
) -> Row:
    """Return the row of one organisation; `question` is the number it was left at, 0 for none."""
    answers = t("home.progress", answered=row.answered, asked=row.asked) if row.asked else t("home.none_yet")
    words = {
        "name": name,
        "round": f"T{row.rounds - 1}",
        "answers": answers,
        "next": next_words(row.next_step, question, t, in_full=shape.says_next_in_full),
        "changed": changed_words(row.changed, now, t, in_full=shape.says_when_in_full),
    }
    mark = f"{'✓' if is_chosen else ' '}{number if number <= 9 else ' '} "
    return Row(_line(shape, words, blocks(row.answered, row.asked)), mark, key=row.id)


def next_words(code: str, question: int, t: Texts, *, in_full: bool = True) -> str:
    """Say what comes next: « continuer à la question 12 », or « question 12 » where there is little room."""
    name = "go_on_at" if code == "go_on" and question else code
    return t(f"home.{'next' if in_full else 'brief'}.{name}", number=question)


def changed_words(moment: datetime, now: datetime, t: Texts, *, in_full: bool) -> str:
    """Say when something last changed, as one would say it: today, yesterday, 12 nov."""
    days = (now.date() - moment.date()).days
    if days == 0:
        time = f"{moment:%H:%M}"
        return t("home.when.today", time=time) if in_full else time
    if moment.date() == now.date() - timedelta(days=1):
        return t("home.when.yesterday")
    return day_words(moment.date(), "MMMd" if moment.year == now.year else "yMMM", t.lang)


@lru_cache(maxsize=1_024)
def day_words(day: date, parts: str, lang: str) -> str:
    """Write the parts of a date asked for as the language does: 12 nov."""
    from babel.dates import format_skeleton  # 30 ms that the first screen does not pay

    return str(format_skeleton(parts, day, locale=language(lang).locale))


def blocks(answered: int, asked: int) -> str:
    """Draw the progress; full only once everything is answered, empty only while nothing is."""
    full = round(BAR * answered / asked) if asked else 0
    if 0 < answered < asked:
        full = min(BAR - 1, max(1, full))
    return "■" * full + "·" * (BAR - full)


def grouped(number: int, lang: str) -> str:
    """Write a count as the language does: 4 980."""
    return f"{number:,}".replace(",", NO_BREAK if language(lang).spaced_thousands else ",")


def _line(shape: Columns, words: dict[str, str], bar: str) -> str:
    """Put the words in their columns; a name too long is shortened."""
    name = words["name"]
    if cell_len(name) > shape.name:
        name = set_cell_size(name, shape.name - 1).rstrip() + "…"
    cells = [(name, shape.name), (words["round"], shape.round), (words["answers"], shape.answers)]
    if shape.bar:
        cells[-1:] = [
            (f"{set_cell_size(words['answers'], shape.answers)} {bar}", shape.answers + 1 + shape.bar)
        ]
    cells += [(words["next"], shape.next), (words["changed"], shape.changed)]
    return (" " * GAP).join(set_cell_size(text, width) for text, width in cells if width)
