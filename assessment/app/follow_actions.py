"""The actions due in every plan, as rows: what, whose, for when, who sees to it; no widget in here."""

from collections.abc import Iterable

from assessment.app.choice_list import Row
from assessment.app.follow_rows import AT_MOST, DAY, MARGINS, SIGN_DUE, SIGN_LATE, fitted
from assessment.day_words import short_date
from assessment.portfolio import DueAction
from assessment.portfolio_words import PortfolioWords
from assessment.texts import Texts

WIDE_ENOUGH_FOR_OWNER = 70
"""Cells from which a row also says who sees to the action; the text beside the list always does."""
BETWEEN = " "


def actions_head(t: Texts, width: int) -> str:
    """Return the names of the columns."""
    title, name, owner = _shape(width)
    cells = [fitted(t("follow.head.by"), DAY), fitted(t("follow.head.action"), title)]
    cells.append(fitted(t("follow.head.name"), name))
    return "   " + BETWEEN.join([*cells, *([fitted(t("follow.head.owner"), owner)] if owner else [])])


def action_rows(due: Iterable[DueAction], words: PortfolioWords, t: Texts, width: int) -> list[Row]:
    """Return the first actions, each known by its organisation and its place."""
    rows = []
    title, name, owner = _shape(width)
    for place, one in enumerate(list(due)[:AT_MOST]):
        day = short_date(one.day, words.lang)
        cells = [fitted(day, DAY), fitted(words.title(one.action), title), fitted(words.name(one.line), name)]
        if owner:
            cells.append(fitted(words.owner(one.action), owner))
        sign = SIGN_LATE if one.is_late else SIGN_DUE
        rows.append(Row(BETWEEN.join(cells), f"{sign} ", key=f"{place} {one.line.followed.id}"))
    return rows


def owner_of(key: str) -> str:
    """Return the organisation a row is about, be it a row of an action or of an organisation."""
    return key.rpartition(" ")[2]


def _shape(width: int) -> tuple[int, int, int]:
    """Return the cells for the action, the organisation and who sees to it; 0 where there is no room."""
    room = width - MARGINS - DAY - 2
    if width < WIDE_ENOUGH_FOR_OWNER:
        return max(6, room * 3 // 5), max(6, room - room * 3 // 5), 0
    action, name = room * 2 // 5, room * 7 // 20
    return action, name, room - action - name - 1
