"""The dossier a PDF carries: what goes into it, and getting it back."""

from io import BytesIO

from assessment.dossier.model import Action, Assessment, Dossier, Progress
from assessment.dossier.writing import write_dossier
from assessment.errors import BadInput

ATTACHED_NAME = "dossier-jalon.json"
"""Name of the file inside the PDF."""
_PDF = b"%PDF-"
_BEFORE = b"\xef\xbb\xbf \t\r\n"
"""What may stand before the first mark of a file."""


def dossier_to_attach(dossier: Dossier, assessment: Assessment, *, comments: bool) -> bytes:
    """Return what a PDF about one assessment carries: that round and the earlier ones, with the plan.

    No free word goes in that the pages do not print: the comments of this round at most, never those of
    earlier rounds, minutes, meetings or private notes.
    """
    rounds = (one for one in dossier.assessments if one.date <= assessment.date)
    kept = tuple(_as_printed(one, comments=comments and one is assessment) for one in rounds)
    plan = dossier.plan if len(kept) > 1 else tuple(_without_progress(action) for action in dossier.plan)
    return write_dossier(dossier.model_copy(update={"assessments": kept, "plan": plan, "sessions": ()}))


def _without_progress(action: Action) -> Action:
    """Return an action without what it brought: the pages of a first round do not say it."""
    return action.model_copy(update={"progress": Progress()})


def _as_printed(assessment: Assessment, *, comments: bool) -> Assessment:
    session = assessment.session.model_copy(update={"minutes": None})
    said = assessment.comments if comments else {}
    return assessment.model_copy(update={"comments": said, "session": session})


def is_pdf(content: bytes) -> bool:
    """Say whether a file is a PDF, by its first mark."""
    return content[:1024].lstrip(_BEFORE).startswith(_PDF)


def dossier_in_pdf(content: bytes, name: str) -> bytes:
    """Return the dossier a PDF carries; BadInput when there is none or the PDF cannot be read."""
    import logging

    from pypdf import PdfReader  # 100 ms that reading JSON does not pay
    from pypdf.errors import DependencyError, FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # our sentence says it in the person's language
    try:
        found = PdfReader(BytesIO(content)).attachments.get(ATTACHED_NAME)
    except (DependencyError, FileNotDecryptedError) as error:
        raise BadInput("dossier.locked_pdf", file=name) from error
    except Exception as error:  # pypdf meets a damaged file with whatever its parser stumbles on
        raise BadInput("dossier.broken_pdf", file=name) from error
    if not found:
        raise BadInput("dossier.not_in_pdf", file=name)
    return found[0]
