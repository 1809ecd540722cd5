"""The basics, the recommendations that are not priorities, and the advice."""

from collections.abc import Iterator

from assessment.report.content.front import basics_counts
from assessment.report.content.material import Material
from assessment.report.content.team import basics_table
from assessment.report.content.todo import card
from assessment.report.document import Block, Bullets, Column, Heading, Page, Paragraph, Table


def basics(m: Material) -> Iterator[Page]:
    """Return the page of the twelve basics, outside the study."""
    if not m.diagnosis.sheet.basics:
        return
    blocks = (
        Heading(1, m.t("basics.title")),
        Paragraph(basics_counts(m), "lead"),
        Paragraph(m.t("basics.intro")),
        basics_table(m),
        Paragraph(m.wording.outside_notice, "note"),
        *_situate(m),
    )
    yield Page(blocks, fits_one_page=True)


def _situate(m: Material) -> Iterator[Block]:
    """Set the few dated figures of third parties apart from the answers."""
    ids = [basic.id for basic in m.diagnosis.questionnaire.outside.basics]
    said = [(basic, m.wording.situate(basic)) for basic in ids]
    points = tuple(
        Paragraph(text, label=m.t("label", name=m.wording.item(basic))) for basic, text in said if text
    )
    if points:
        yield Heading(2, m.t("basics.situate"))
        yield Bullets(points)


def other_recommendations(m: Material) -> Iterator[Page]:
    """Return what was not kept as a priority, in full: nothing is lost."""
    left = [one for item, one in m.recommended.items() if item not in m.diagnosis.priorities]
    if not left:
        return
    cards = tuple(card(m, m.wording.recommendation(one)) for one in left)
    yield Page((Heading(1, m.t("others.title")), Paragraph(m.t("others.intro")), *cards))


def advice(m: Material) -> Iterator[Page]:
    """Return the advice the answers call for."""
    if not m.diagnosis.advice:
        return
    blocks: list[Block] = [Heading(1, m.t("advice.title")), Paragraph(m.t("advice.intro"))]
    for one in m.diagnosis.advice:
        text = m.wording.advice(one)
        blocks.append(Heading(2, text.title))
        blocks.append(Paragraph(text.why, "compact", m.t("card.why")))
        how = m.t("advice.how", text=text.how, source=text.source)
        blocks.append(Paragraph(how, "compact", m.t("advice.label")))
    yield Page(tuple(blocks))


def programmes(m: Material) -> Iterator[Page]:
    """Return the names of those who may help, each with the date at which what is said was true."""
    ids = dict.fromkeys((*m.diagnosis.priorities, *m.recommended))
    known = m.wording.programmes(tuple(ids))
    if not known:
        return
    columns = (
        Column(m.t("programmes.name"), 0.26),
        Column(m.t("programmes.kind"), 0.22),
        Column(m.t("programmes.text"), 0.40),
        Column(m.t("programmes.date"), 0.12),
    )
    rows = tuple((one.name, one.kind, one.text, m.wording.period(one.true_on)) for one in known)
    intro = Paragraph(m.t("programmes.intro"))
    yield Page((Heading(1, m.t("programmes.title")), intro, Table(columns, rows, strong_first=True)))
