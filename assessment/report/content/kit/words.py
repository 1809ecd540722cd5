"""The words of a partnership, explained in one table."""

from assessment.report.content.material import Material
from assessment.report.document import Column, Heading, Page, Paragraph, Table
from assessment.texts import Texts, texts

OWN = (
    "framing",
    "specification",
    "trials",
    "handing_over",
    "passing_on",
    "upkeep",
    "open_format",
    "licence",
)
GENERAL = ("tech_organisation", "agreement", "csr", "gdpr", "data_register", "digital_mediation")
"""Words of the glossary every reader of the kit meets."""


def words(m: Material, t: Texts) -> Page:
    """Return the kit's own words, some of the general ones, and the forms of cooperation."""
    general = texts("glossary", m.lang)
    rows = [(t(f"words.name.{one}"), t(f"words.text.{one}")) for one in OWN]
    rows += [(general(f"{one}.name"), general(f"{one}.text")) for one in GENERAL]
    rows += [
        (item.short[m.lang], item.definition[m.lang])
        for item in m.diagnosis.questionnaire.items()
        if item.condition
    ]
    columns = (Column(t("words.word"), 0.24), Column(t("words.meaning"), 0.76))
    table = Table(columns, tuple(rows), strong_first=True)
    return Page((Heading(1, t("words.title")), Paragraph(t("words.intro")), table), fits_one_page=True)
