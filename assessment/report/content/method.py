"""Method and limits on one page, and the words used."""

from collections.abc import Iterator

from assessment.report.content.material import Material
from assessment.report.document import Block, Bullets, Column, Heading, Page, Paragraph, Table
from assessment.scoring import DOMAINS

CHAPTERS = ("words", "bands", "ranges", "never", "outside", "privacy")
"""What the method page says after where the figures come from; points of each, in order."""
POINTS = {"words": 5, "bands": 4, "ranges": 3, "never": 3, "outside": 1, "privacy": 1}
GENERAL_TERMS = 6
"""Words of the report itself explained in the glossary."""


def method(m: Material) -> Page:
    """Return the page on method and limits."""
    known = _known(m)
    blocks: list[Block] = [
        Heading(1, m.t("method.title")),
        Heading(2, m.t("method.figures")),
        Paragraph(m.wording.standing_long),
    ]
    for chapter in CHAPTERS:
        blocks.append(Heading(2, m.t(f"method.{chapter}.title")))
        said = [m.t(f"method.{chapter}.p{point}", **known) for point in range(1, POINTS[chapter] + 1)]
        blocks.append(Bullets.of(said) if len(said) > 1 else Paragraph(said[0]))
    return Page(tuple(blocks), fits_one_page=True)


def glossary(m: Material) -> Iterator[Page]:
    """Return the words used in the report, explained: those of the report, then the items put."""
    known = _known(m)
    general = [
        (m.t(f"glossary.term{n}.name"), m.t(f"glossary.term{n}.text", **known))
        for n in range(1, GENERAL_TERMS + 1)
    ]
    columns = (Column(m.t("glossary.term"), 0.24), Column(m.t("glossary.meaning"), 0.76))
    blocks: list[Block] = [Heading(1, m.t("glossary.title")), Table(columns, tuple(general))]
    for domain in DOMAINS:
        items = [item for item in m.diagnosis.questionnaire.items() if item.domain == domain]
        rows = tuple(
            (item.short[m.lang], item.definition[m.lang])
            for item in items
            if m.diagnosis.profile.states[item.id] not in ("not_asked", "unanswered")
        )
        if rows:
            blocks.append(Heading(2, m.wording.domain(domain)))
            blocks.append(Table(columns, rows))
    yield Page(tuple(blocks))


def _known(m: Material) -> dict[str, object]:
    """Return the year and n that stand beside every European figure."""
    return {"year": m.wording.europe_words.year, "n": m.diagnosis.benchmark.n}
