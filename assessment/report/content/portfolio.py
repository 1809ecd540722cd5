"""The organisations an adviser follows, on one page for a committee as long as they fit."""

from datetime import date

from assessment.day_words import long_date
from assessment.portfolio_words import Portfolio, SaidLine
from assessment.report.document import (
    Block,
    Callout,
    Column,
    Document,
    Heading,
    Page,
    Paragraph,
    Table,
    Title,
)
from assessment.texts import Texts, texts

ON_ONE_PAGE = 20
"""Rows that are set on one page, smaller if need be; more of them go on to the next."""
_COLUMNS = (
    ("name", 0.17),
    ("aim", 0.23),
    ("priorities", 0.2),
    ("done", 0.07),
    ("late", 0.07),
    ("next", 0.14),
    ("basics", 0.12),
)


def portfolio_document(portfolio: Portfolio, lang: str, day: date) -> Document:
    """Return the document for the committee."""
    t = texts("portfolio", lang)
    size = t.count("size", len(portfolio.lines))
    blocks: tuple[Block, ...] = (
        Title(t("kicker"), t("title"), (f"{size} · {portfolio.chosen}", t("on", day=long_date(day, lang)))),
        *_rows(portfolio, t),
        Callout(
            Heading(2, t("reading.title")), (Paragraph(t("reading.counts")), Paragraph(t("reading.names")))
        ),
    )
    return Document(
        lang=lang,
        title=t("document", day=long_date(day, lang)),
        subject=t("subject"),
        printed_on=day,
        running_title=t("kicker"),
        running_name=size,
        standing=t("standing"),
        page_label=texts("report", lang)("document.page"),
        colon=texts("report", lang)("colon"),
        pages=(Page(blocks, fits_one_page=len(portfolio.lines) <= ON_ONE_PAGE),),
    )


def _rows(portfolio: Portfolio, t: Texts) -> tuple[Block, ...]:
    if not portfolio.lines:
        return (Paragraph(t("empty")),)
    columns = tuple(Column(t(f"column.{name}"), share) for name, share in _COLUMNS)
    return (Table(columns, tuple(_row(line, t) for line in portfolio.lines), strong_first=True),)


def _row(line: SaidLine, t: Texts) -> tuple[str, ...]:
    return (
        line.name,
        line.aim or t("none"),
        line.priorities,
        str(line.done),
        str(line.late),
        line.next_day,
        line.basics,
    )
