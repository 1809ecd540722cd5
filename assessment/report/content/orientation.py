"""Which support programmes to turn to, each beside the answers, with the date of what is known."""

from collections.abc import Iterator

from assessment.orientation_words import FitText, OrientationWords
from assessment.report.content.material import Material
from assessment.report.document import Column, Heading, Page, Paragraph, Table


def orientation(m: Material) -> Iterator[Page]:
    """Return every programme with what the answers tell of its conditions, in one table."""
    words = OrientationWords(m.lang, m.printed_on)
    texts = [words.said(fit) for fit in m.diagnosis.orientation]
    if not texts:
        return
    columns = (
        Column(words.t("column.programme"), 0.17),
        Column(words.t("column.conditions"), 0.37),
        Column(words.t("column.offers"), 0.46),
    )
    table = Table(columns, tuple(_row(text) for text in texts), strong_first=True)
    yield Page((Heading(1, words.t("title")), Paragraph(words.t("intro")), table))


def _row(text: FitText) -> tuple[str, ...]:
    """Return one programme: verdict, what the answers tell, what it offers and whom to check with."""
    conditions = " ".join(f"{label} {' '.join(said)}" for label, said in text.conditions)
    offers = [*text.about[:1], *text.offers, text.verify, text.checked, text.warning]
    return (text.heading, conditions, " ".join(part for part in offers if part))
