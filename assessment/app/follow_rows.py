"""The rows of the organisations followed, and what the highlighted one says; no widget in here."""

from collections.abc import Iterator, Mapping

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from assessment.app.choice_list import Row
from assessment.day_words import short_date
from assessment.followed import KeptAction, Told
from assessment.portfolio import FILTERS, Filter, Line
from assessment.portfolio_words import PortfolioWords
from assessment.texts import Texts
from questionnaire.typography import NO_BREAK

AT_MOST = 30
"""Organisations shown at once; the others are found by filtering or searching."""
COUNT, DAY, LEAST_NAME = 9, 14, 12
"""Cells of the columns; the name has what they leave, and never less than this."""
MARGINS = 8
"""Cells beside the rows: the sign, margins, scrollbar, and those kept free."""
SIGN_LATE, SIGN_DUE, SIGN_QUIET = "!", "○", " "


def filters_line(counts: Mapping[Filter, int], chosen: Filter, t: Texts) -> Content:
    """Return the filters with their digits and counts, the one at work between brackets and in bold."""
    parts: list[tuple[str, str]] = []
    for number, name in enumerate(FILTERS, 1):
        words = f"{number} {t(f'follow.filter.{name}')} ({counts[name]})".replace(" ", NO_BREAK)
        parts.append((f"[{words}]", "bold") if name == chosen else (words, ""))
        parts.append(("  ", ""))
    return Content.assemble(*parts[:-1])


def name_width(width: int) -> int:
    """Return the cells left for a name in a list that wide."""
    return max(LEAST_NAME, width - MARGINS - 2 * COUNT - DAY - 3)


def head(t: Texts, width: int) -> str:
    """Return the names of the columns."""
    return (
        f"   {t('follow.head.name'):<{name_width(width)}} {t('follow.head.late'):>{COUNT}}"
        f" {t('follow.head.due'):>{COUNT}} {t('follow.head.next'):>{DAY}}"
    )


def follow_row(line: Line, words: PortfolioWords, t: Texts, width: int) -> Row:
    """Return one organisation: a sign, its name, what is late, what is due this month, the next date."""
    name, room = words.name(line), name_width(width)
    short = fitted(name, room)
    day = short_date(line.next_date, words.lang) if line.next_date else t("follow.no_date")
    sign = SIGN_LATE if line.late else SIGN_DUE if line.this_month else SIGN_QUIET
    counts = f"{len(line.late):>{COUNT}} {len(line.this_month):>{COUNT}} {day:>{DAY}}"
    return Row(f"{short} {counts}", f"{sign} ", key=line.followed.id)


def fitted(name: str, cells: int) -> str:
    """Return a name in exactly so many cells, one too long with an ellipsis."""
    return set_cell_size(name if cell_len(name) <= cells else f"{set_cell_size(name, cells - 1)}…", cells)


def follow_detail(line: Line, told: Told, words: PortfolioWords, t: Texts) -> Content:
    """Return what is late and due in one organisation, its aim, and when it was last seen."""
    said = words.line(line, told)
    parts = [Content.styled(said.name, "bold")]
    parts += _actions("follow.detail.late", line.late, words, t)
    parts += _actions("follow.detail.due", line.this_month, words, t)
    facts = {
        "aim": said.aim or t("follow.detail.nothing"),
        "priorities": said.priorities,
        "plan": t("follow.detail.counts", done=said.done, open=line.open),
        "basics": said.basics,
        "round": f"{said.round}{t('follow.detail.review') if line.has_review_due else ''}",
    }
    parts += [
        Content.assemble((t(f"follow.detail.{key}"), "bold"), f" {text}") for key, text in facts.items()
    ]
    return Content("\n").join(parts)


def _actions(key: str, actions: tuple[KeptAction, ...], words: PortfolioWords, t: Texts) -> Iterator[Content]:
    if actions:
        yield Content.styled(t(key), "bold")
        yield from (Content(f"  {words.due(action)}") for action in actions)
