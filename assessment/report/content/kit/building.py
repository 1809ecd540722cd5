"""The kit, sheet after sheet."""

from collections.abc import Sequence

from assessment.report.content.kit.charter import charter
from assessment.report.content.kit.checklist import checklist
from assessment.report.content.kit.convention import convention
from assessment.report.content.kit.impact import impact
from assessment.report.content.kit.known import known_blocks
from assessment.report.content.kit.words import words
from assessment.report.content.material import LONGEST_HEAD, LONGEST_NAME, Material, excerpt
from assessment.report.content.people import profile_line
from assessment.report.document import (
    Block,
    Bullets,
    Callout,
    Contents,
    ContentsEntry,
    Document,
    Heading,
    Page,
    Paragraph,
    Title,
)
from assessment.texts import Texts, texts

USES = 3
"""Sentences on how to use the kit."""


def kit(m: Material) -> Document:
    """Return the kit of one organisation; no European figure stands in it."""
    t = texts("kit", m.lang)
    sheets = (checklist(m, t), convention(m, t), charter(t), impact(m, t), words(m, t))
    return Document(
        lang=m.lang,
        title=t("document.title", name=excerpt(m.name, LONGEST_HEAD * 3)),
        subject=t("document.subject"),
        printed_on=m.printed_on,
        running_title=t("document.kicker"),
        running_name=excerpt(m.name, LONGEST_HEAD),
        standing=t("document.caution"),
        page_label=m.t("document.page"),
        colon=m.t("colon"),
        pages=(_first(m, t, sheets), *sheets),
    )


def _first(m: Material, t: Texts, sheets: Sequence[Page]) -> Page:
    """Return the first page: whom it is for, what is known, what follows and how to use it."""
    lines = (t("document.printed", date=m.wording.date(m.printed_on)), profile_line(m))
    title = Title(t("document.kicker"), excerpt(m.name, LONGEST_NAME), tuple(line for line in lines if line))
    uses = Bullets.of(t(f"document.use_{n}") for n in range(1, USES + 1))
    titles = [
        block.text
        for page in sheets
        for block in page.blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    blocks: list[Block] = [title, Paragraph(t("document.what"), "lead"), *known_blocks(m, t)]
    blocks.append(Callout(Heading(2, t("document.use")), (uses,)))
    blocks += [Heading(2, t("document.contents")), Contents(tuple(ContentsEntry(one, one) for one in titles))]
    return Page(tuple(blocks), fits_one_page=True)
