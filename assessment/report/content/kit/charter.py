"""The cooperation charter: principles and values, to read aloud and to sign."""

from assessment.report.document import Bullets, Column, Heading, Page, Paragraph, Table
from assessment.texts import Texts

PRINCIPLES = ("people", "equals", "plain", "small", "autonomy", "open", "sober", "honest")
OWN = ("ours", "theirs", "signed")


def charter(t: Texts) -> Page:
    """Return the charter, with room for what both sides add."""
    points = tuple(Paragraph(t(f"charter.text.{one}"), label=t(f"charter.label.{one}")) for one in PRINCIPLES)
    columns = (Column(t("charter.own"), 0.34), Column(t("charter.own_words"), 0.66))
    own = Table(columns, tuple((t(f"charter.{one}"), "") for one in OWN), fill_in=True, strong_first=True)
    blocks = (Heading(1, t("charter.title")), Paragraph(t("charter.intro"), "lead"), Bullets(points), own)
    return Page(blocks, fits_one_page=True)
