"""Which support programmes to turn to, each beside the answers, with the date of what is known."""

from collections.abc import Iterator

from assessment.orientation_words import FitText, OrientationWords
from assessment.report.content.material import Material
from assessment.report.document import Block, Bullets, Heading, Page, Paragraph


def orientation(m: Material) -> Iterator[Page]:
    """Return every programme with what the answers tell of its conditions."""
    words = OrientationWords(m.lang, m.printed_on)
    texts = [words.said(fit) for fit in m.diagnosis.orientation]
    if not texts:
        return
    blocks: list[Block] = [Heading(1, words.t("title")), Paragraph(words.t("intro"))]
    for text in texts:
        blocks.extend(_programme(text, words))
    yield Page(tuple(blocks))


def _programme(text: FitText, words: OrientationWords) -> Iterator[Block]:
    """Return one programme: verdict, conditions, offer, then whom to check with and how old this is."""
    yield Heading(2, text.heading)
    yield Paragraph(" ".join(text.about))
    points = [Paragraph(" ".join(said), label=label) for label, said in text.conditions]
    if text.offers:
        points.append(Paragraph(" ".join(text.offers), label=words.t("label", text=words.t("offers"))))
    yield Bullets(tuple(points))
    dated = " ".join(part for part in (text.checked, text.warning) if part)
    yield Paragraph(dated, "compact", text.verify)
