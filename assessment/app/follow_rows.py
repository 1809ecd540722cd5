"""The rows of the organisations followed, and what the highlighted one says; no widget in here."""

from collections.abc import Iterator, Mapping

from textual.content import Content

from assessment.app.choice_list import Row
from assessment.day_words import short_date
from assessment.followed import KeptAction, Told
from assessment.portfolio import FILTERS, Filter, Line
from assessment.portfolio_words import PortfolioWords
from assessment.texts import Texts

AT_MOST = 30
"""Organisations shown at once; the others are found by filtering or searching."""
NAME, COUNT, DAY = 34, 10, 16
"""Cells of the columns."""
SIGN_LATE, SIGN_DUE, SIGN_QUIET = "!", "○", " "


def filters_line(counts: Mapping[Filter, int], chosen: Filter, t: Texts) -> Content:
    """Return the filters with their digits and counts, the one at work between brackets and in bold."""
    parts: list[tuple[str, str]] = []
    for number, name in enumerate(FILTERS, 1):
        words = f"{number} {t(f'follow.filter.{name}')} ({counts[name]})"
        parts.append((f"[{words}]", "bold") if name == chosen else (words, ""))
        parts.append(("  ", ""))
    return Content.assemble(*parts[:-1])


def head(t: Texts) -> str:
    """Return the names of the columns."""
    return (
        f"   {t('follow.head.name'):<{NAME}} {t('follow.head.late'):>{COUNT}}"
        f" {t('follow.head.due'):>{COUNT}} {t('follow.head.next'):>{DAY}}"
    )


def follow_row(line: Line, words: PortfolioWords, t: Texts) -> Row:
    """Return one organisation: a sign, its name, what is late, what is due this month, the next date."""
    name = words.name(line)
    short = name if len(name) <= NAME else f"{name[: NAME - 1]}…"
    day = short_date(line.next_date, words.lang) if line.next_date else t("follow.no_date")
    sign = SIGN_LATE if line.late else SIGN_DUE if line.this_month else SIGN_QUIET
    counts = f"{len(line.late):>{COUNT}} {len(line.this_month):>{COUNT}} {day:>{DAY}}"
    return Row(f"{short:<{NAME}} {counts}", f"{sign} ", key=line.followed.id)


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
