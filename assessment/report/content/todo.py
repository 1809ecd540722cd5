"""Priorities in full, and the action plan."""

from collections.abc import Iterator, Sequence

from assessment.planned import PlannedAction
from assessment.report.content.material import LONGEST_CELL, Material, excerpt
from assessment.report.content.team import basics_by_answer, basics_table, names_to_ask, questions
from assessment.report.document import (
    Block,
    Callout,
    Card,
    Column,
    Contents,
    ContentsEntry,
    Heading,
    Page,
    Paragraph,
    Table,
)
from assessment.wording import RecommendationText

A_PAGE = 3
"""Recommendations set together on a page."""
PLAN_ROWS = 7
"""Rows of the plan, those to write by hand included; at least one of these."""
PLAN_ROWS_WITH_CONTENTS = 5
"""The same when the contents stand under it."""


def priorities(m: Material) -> Iterator[Page]:
    """Return the priorities as what, why, how, time, money, watch and progress, three to a page.

    Without any, the page holds what remains useful: what to ask the team, and the basics.
    """
    nothing = m.wording.no_priority()
    if nothing:
        said = basics_by_answer(m) if m.diagnosis.sheet.basics else basics_table(m)
        basics = (Heading(2, m.t("basics.title")), said)
        blocks = (Heading(1, nothing.title), Paragraph(nothing.sentence, "lead"), *questions(m), *basics)
        yield Page(blocks, fits_one_page=True)
        return
    cards = [card(m, text, position) for position, text in enumerate(m.priorities, start=1)]
    for start in range(0, len(cards), A_PAGE):
        title = (Heading(1, m.t(f"priorities.title.{len(cards)}")),) if start == 0 else ()
        yield Page((*title, *cards[start : start + A_PAGE]), fits_one_page=True)


def card(m: Material, text: RecommendationText, position: int | None = None) -> Card:
    """Return one recommendation as a card."""
    numbered = m.t("card.numbered", n=position, title=text.title) if position else text.title
    main = {"what": text.what, "why": text.why, "first_step": text.first_step, "how": text.how}
    side = {
        "time": text.time,
        "money": text.money,
        "help": text.help,
        "watch": text.watch,
        "progress": text.progress,
        "source": text.source,
    }
    return Card(
        heading=Heading(2, numbered),
        tag=m.t("card.tag", band=text.band_title),
        note=text.band_sentence,
        main=tuple(Paragraph(words, label=m.t(f"card.{part}")) for part, words in main.items()),
        side=tuple(Paragraph(words, label=m.t(f"card.{part}")) for part, words in side.items()),
    )


def plan(m: Material, follows: Sequence[Page] | None = None) -> Page:
    """Return the action plan as a table to fill in: every priority, then the other actions.

    `follows` are the pages after it, listed at its foot; None in the short form, where what to ask the
    team stands there instead.
    """
    rows = list(_plan_rows(m))
    most = PLAN_ROWS if follows is None else PLAN_ROWS_WITH_CONTENTS
    empty = [("", "", "", "", "", "")] * max(1, most - len(rows))
    columns = (
        Column(m.t("plan.action"), 0.21),
        Column(m.t("plan.first_step"), 0.28),
        Column(m.t("plan.owner"), 0.14),
        Column(m.t("plan.due"), 0.13),
        Column(m.t("plan.help"), 0.14),
        Column(m.t("plan.status"), 0.10),
    )
    table = Table(columns, (*rows, *empty), fill_in=True)
    review = Callout(Heading(2, m.t("plan.review_title")), (Paragraph(m.t("plan.review")),))
    questions = names_to_ask(m) if follows is None and m.priorities else ()
    intro: Sequence[Block] = (Heading(1, m.t("plan.title")), Paragraph(m.t("plan.intro")))
    blocks = (*intro, table, *questions, review, *_contents(m, follows or ()))
    return Page(blocks, fits_one_page=len(rows) < PLAN_ROWS)


def _contents(m: Material, follows: Sequence[Page]) -> Iterator[Block]:
    """List the sections of the pages that follow."""
    blocks = (block for page in follows for block in page.blocks)
    titles = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    if titles:
        yield Heading(2, m.t("contents.title"))
        yield Contents(tuple(ContentsEntry(title, title) for title in titles))


def _plan_rows(m: Material) -> Iterator[tuple[str, ...]]:
    """Yield one row a priority, as planned or with its first step, then what else is planned."""
    chosen = [text.item for text in m.priorities]
    for text in m.priorities:
        planned = [_planned(m, action) for action in m.plan if action.item == text.item]
        yield from planned or [_proposed(text)]
    yield from (_planned(m, action) for action in m.plan if action.item not in chosen)


def _planned(m: Material, action: PlannedAction) -> tuple[str, ...]:
    title = action.title or action_subject(m, action)
    written = (title, action.first_step or "", action.owner or "")
    due = m.wording.short_date(action.due) if action.due else ""
    shown = [excerpt(text, LONGEST_CELL) for text in written]
    return (*shown, due, excerpt(action.help or "", LONGEST_CELL), m.t(f"plan.{action.status}"))


def action_subject(m: Material, action: PlannedAction) -> str:
    """Return what an action without its own title is about."""
    if action.item is None:
        return ""
    known = m.recommended.get(action.item)
    return m.wording.recommendation(known).title if known else m.wording.item(action.item)


def _proposed(text: RecommendationText) -> tuple[str, ...]:
    return (text.title, text.first_step, "", "", "", "")
