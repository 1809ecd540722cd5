"""The dossier a PDF carries: what goes into it, and getting it back."""

from io import BytesIO

from assessment.dossier.model import Assessment, Dossier
from assessment.dossier.writing import write_dossier
from assessment.errors import BadInput

ATTACHED_NAME = "dossier-jalon.json"
"""Name of the file inside the PDF."""
_PDF = b"%PDF-"
_BEFORE = b"\xef\xbb\xbf \t\r\n"
"""What may stand before the first mark of a file."""


def dossier_to_attach(dossier: Dossier, assessment: Assessment, *, comments: bool) -> bytes:
    """Return what a PDF about one assessment carries: that round and the earlier ones, with the plan.

    Private notes never go in. Without comments, neither do the minutes: both are free words that the
    printed pages leave out.
    """
    rounds = tuple(one for one in dossier.assessments if one.date <= assessment.date)
    if not comments:
        rounds = tuple(_without_free_words(one) for one in rounds)
    return write_dossier(dossier.model_copy(update={"assessments": rounds}))


def _without_free_words(assessment: Assessment) -> Assessment:
    session = assessment.session.model_copy(update={"minutes": None})
    return assessment.model_copy(update={"comments": {}, "session": session})


def is_pdf(content: bytes) -> bool:
    """Say whether a file is a PDF, by its first mark."""
    return content[:1024].lstrip(_BEFORE).startswith(_PDF)


def dossier_in_pdf(content: bytes, name: str) -> bytes:
    """Return the dossier a PDF carries; BadInput when there is none or the PDF cannot be read."""
    import logging

    from pypdf import PdfReader  # 100 ms that reading JSON does not pay
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # our sentence says it in the person's language
    try:
        found = PdfReader(BytesIO(content)).attachments.get(ATTACHED_NAME)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # pypdf meets a damaged file with whatever its parser stumbles on
        raise BadInput("dossier.broken_pdf", file=name) from error
    if not found:
        raise BadInput("dossier.not_in_pdf", file=name)
    return found[0]
