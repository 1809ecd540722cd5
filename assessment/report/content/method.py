"""Method and limits on one page, and the words used."""

from collections.abc import Iterator

from assessment.report.content.material import Material
from assessment.report.document import Block, Bullets, Column, Heading, Page, Paragraph, Table
from assessment.texts import reference_texts

CHAPTERS = ("words", "bands", "ranges", "never", "outside")
"""What the method page says after where the figures come from; points of each, in order."""
POINTS = {"words": 5, "bands": 4, "ranges": 3, "never": 3, "outside": 2}
STATE_TERMS = ("use", "need", "no_need", "dont_know")
"""States explained when an item is in them."""
GENERAL_TERMS = ("reference", "n", "tech_organisation")
"""Words every report uses."""
EXPLAINED = ("use", "need", "dont_know")
"""States of the items explained: what is not useful needs no explanation."""


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
        blocks.append(Bullets.of(said))
    return Page(tuple(blocks), fits_one_page=True)


def glossary(m: Material) -> Iterator[Page]:
    """Return the words this document uses, explained in one table: its own, then the items answered."""
    known, words = _known(m), reference_texts("glossary", m.lang, m.diagnosis.benchmark.kind)
    states = m.diagnosis.profile.states
    own = [
        (words(f"{term}.name"), words(f"{term}.text", **known))
        for term in (*STATE_TERMS, *GENERAL_TERMS)
        if term in GENERAL_TERMS or term in states.values()
    ]
    items = [
        (item.short[m.lang], item.definition[m.lang])
        for item in m.diagnosis.questionnaire.items()
        if states[item.id] in EXPLAINED
    ]
    columns = (Column(m.t("glossary.word"), 0.19), Column(m.t("glossary.meaning"), 0.81))
    yield Page((Heading(1, m.t("glossary.title")), Table(columns, (*own, *items))))


def _known(m: Material) -> dict[str, object]:
    """Return the year and n that stand beside every European figure."""
    return {"year": m.wording.europe_words.year, "n": m.diagnosis.benchmark.n}
