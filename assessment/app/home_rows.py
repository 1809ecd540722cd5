"""The list of organisations as a table: which columns the width allows, and the row of each; no widget in here."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rich.cells import cell_len, set_cell_size

from assessment.app.choice_list import Row
from assessment.next_step import NEXT_STEPS
from assessment.texts import Texts
from assessment.workspace import OrganisationRow

LEAST_NAME, MOST_NAME = 14, 44
"""Cells a name takes, between a narrow terminal and a wide one."""
GAP = 2
BAR = 6
"""Blocks of the progress bar."""
MARK = 4
"""Cells before the words: the number of the row."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells of each column; 0 for one that gave way."""

    name: int
    round: int
    answers: int
    bar: int
    next: int
    changed: int
    says_when_in_full: bool
    """Whether the last change has the room for « aujourd’hui à 14:32 »."""


def columns(room: int, t: Texts) -> Columns:
    """Return the columns a width allows: the last change gives way first, then the next step."""
    heads = {name: cell_len(t(f"home.head.{name}")) for name in ("round", "answers", "next", "changed")}
    tour, answers = (
        max(3, heads["round"]),
        max(heads["answers"], cell_len(t("home.progress", answered=99, asked=99))),
    )
    left = room - LEAST_NAME - tour - answers - 2 * GAP
    wanted = {
        "next": max(heads["next"], *(cell_len(next_words(code, 99, t)) for code in NEXT_STEPS)),
        "changed": max(heads["changed"], 10),
        "in_full": cell_len(t("home.when.today", time="00:00")) - max(heads["changed"], 10) - GAP,
    }
    kept = dict.fromkeys(wanted, 0)
    for name, cells in wanted.items():
        if left < cells + GAP:
            break
        kept[name], left = cells, left - cells - GAP
    bar = BAR if left > BAR else 0
    cells_of_name = min(MOST_NAME, LEAST_NAME + left - (BAR + 1 if bar else 0))
    changed = kept["changed"] + (kept["in_full"] + GAP if kept["in_full"] else 0)
    return Columns(cells_of_name, tour, answers, bar, kept["next"], changed, bool(kept["in_full"]))


def head(shape: Columns, t: Texts) -> str:
    """Return the names of the columns, above the rows."""
    words = {name: t(f"home.head.{name}") for name in ("name", "round", "answers", "next", "changed")}
    return " " * MARK + _line(shape, words, "")


def organisation_row(
    number: int, row: OrganisationRow, name: str, shape: Columns, t: Texts, *, question: int, now: datetime
) -> Row:
    """Return the row of one organisation; `question` is the number it was left at, 0 for none."""
    answers = t("home.progress", answered=row.answered, asked=row.asked) if row.asked else t("home.none_yet")
    words = {
        "name": name,
        "round": f"T{row.rounds - 1}",
        "answers": answers,
        "next": next_words(row.next_step, question, t),
        "changed": changed_words(row.changed, now, t, in_full=shape.says_when_in_full),
    }
    mark = f" {number} " if number <= 9 else "   "
    return Row(_line(shape, words, blocks(row.answered, row.asked)), mark, key=row.id)


def next_words(code: str, question: int, t: Texts) -> str:
    """Say what comes next: « continuer à la question 12 »."""
    if code == "go_on" and question:
        return t("home.next.go_on_at", number=question)
    return t(f"home.next.{code}")


def changed_words(moment: datetime, now: datetime, t: Texts, *, in_full: bool) -> str:
    """Say when something last changed, as one would say it: today, yesterday, 12 nov."""
    days = (now.date() - moment.date()).days
    if days == 0:
        time = f"{moment:%H:%M}"
        return t("home.when.today", time=time) if in_full else time
    if moment.date() == now.date() - timedelta(days=1):
        return t("home.when.yesterday")
    from babel.dates import format_skeleton  # 30 ms that the first screen does not pay

    skeleton = "MMMd" if moment.year == now.year else "yMMM"
    return str(format_skeleton(skeleton, moment, locale=t("format.locale")))


def blocks(answered: int, asked: int) -> str:
    """Draw the progress; full only once everything is answered, empty only while nothing is."""
    full = round(BAR * answered / asked) if asked else 0
    if 0 < answered < asked:
        full = min(BAR - 1, max(1, full))
    return "█" * full + "░" * (BAR - full)


def grouped(number: int, t: Texts) -> str:
    """Write a count as the language does: 4 980."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=t("format.locale")))


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
