"""The two forms of the report, page after page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assessment.report.content.annex import annex
from assessment.report.content.domains import domains
from assessment.report.content.followup import followup
from assessment.report.content.front import front
from assessment.report.content.material import LONGEST_HEAD, Material, excerpt
from assessment.report.content.method import glossary, method
from assessment.report.content.orientation import orientation
from assessment.report.content.others import advice, basics, other_recommendations, programmes
from assessment.report.content.outside import whole_texts
from assessment.report.content.team import team, to_ask
from assessment.report.content.team_sheet import team_page
from assessment.report.content.todo import plan, priorities
from assessment.report.document import Block, Document, Page

A_PAGE_OF_QUESTIONS = 16
"""Questions to take back that leave room for the basics on the same page."""


def short(m: Material) -> Document:
    """Return the three pages for the board: front sheet, priorities, plan; in a later round, what changed."""
    return _document(m, (front(m), *followup(m), *priorities(m), plan(m), *whole_texts(m)))


def full(m: Material) -> Document:
    """Return the whole report: the short form, then everything it rests on."""
    more = (*other_recommendations(m), *advice(m), *orientation(m), *programmes(m))
    rest = (*domains(m), method(m), *more, *glossary(m), *annex(m))
    follows = (*_on_one_page(m), *_together(*rest), *whole_texts(m))
    chosen = priorities(m) if m.priorities else ()
    return _document(m, (front(m), *followup(m), *chosen, plan(m, follows), *follows))


def team_sheet(m: Material) -> Document:
    """Return the sheet of what to ask the team, a document of its own."""
    title = m.t("team.document", name=excerpt(m.name, LONGEST_HEAD * 3))
    whole = _document(m, (team_page(m),))
    return replace(whole, title=title, subject=m.t("team.subject"), running_title=m.t("team.title"))


def _on_one_page(m: Material) -> Iterator[Page]:
    """Set what to ask the team above the basics; a long list of questions takes the room it needs."""
    blocks = tuple(block for page in (*team(m), *basics(m)) for block in page.blocks)
    if blocks:
        yield Page(blocks, fits_one_page=len(to_ask(m)) <= A_PAGE_OF_QUESTIONS)


def _together(*pages: Page) -> Iterator[Page]:
    """Let pages follow each other without a break: none is left nearly empty.

    Those that must stand on one page keep it, and the others follow each other from the next one.
    """
    blocks: list[Block] = []
    for page in pages:
        if page.fits_one_page:
            if blocks:
                yield Page(tuple(blocks))
            blocks = []
            yield page
        else:
            blocks.extend(page.blocks)
    if blocks:
        yield Page(tuple(blocks))


def _document(m: Material, pages: Iterable[Page]) -> Document:
    return Document(
        lang=m.lang,
        title=m.t("document.title", name=excerpt(m.name, LONGEST_HEAD * 3)),
        subject=m.t("document.subject"),
        printed_on=m.printed_on,
        running_title=m.t("front.kicker"),
        running_name=excerpt(m.name, LONGEST_HEAD),
        standing=m.wording.standing_short,
        page_label=m.t("document.page"),
        colon=m.t("colon"),
        pages=tuple(pages),
    )
