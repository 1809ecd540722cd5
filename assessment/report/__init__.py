"""The report: a Diagnosis as a PDF, as a word-processor file and as their plain-text twin.

Importing this package costs nothing; reportlab and python-docx are loaded when the first file is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day
from typing import TYPE_CHECKING, Literal

from assessment.places import document_name

if TYPE_CHECKING:
    from assessment.diagnosis import Diagnosis
    from assessment.report.content.material import PlannedAction
    from assessment.report.document import Document

Form = Literal["short", "full"]


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file the PDF carries inside."""

    name: str
    content: bytes
    media_type: str = "application/json"


def report_document(
    diagnosis: "Diagnosis",
    lang: str,
    *,
    form: Form = "short",
    comments: bool = True,
    date: day,
    plan: "Sequence[PlannedAction]" = (),
) -> "Document":
    """Return the report before layout: what every renderer writes."""
    from assessment.report.content import full, short
    from assessment.report.content.material import Material
    from assessment.texts import texts
    from assessment.wording import Wording

    material = Material(diagnosis, Wording(lang, diagnosis), texts("report", lang), date, comments, plan)
    return full(material) if form == "full" else short(material)


def render_pdf(
    diagnosis: "Diagnosis",
    lang: str,
    *,
    form: Form = "short",
    comments: bool = True,
    date: day,
    plan: "Sequence[PlannedAction]" = (),
    dossier: "AttachedFile | None" = None,
) -> bytes:
    """Return the report as a PDF; the same input gives the same bytes.

    `date` is the day printed on it, `plan` the actions kept with the dossier, in their order; `dossier` is
    the file the PDF carries inside, None for none.
    """
    from assessment.report.pdf.press import make_pdf

    document = report_document(diagnosis, lang, form=form, comments=comments, date=date, plan=plan)
    return make_pdf(document, dossier)


def render_docx(
    diagnosis: "Diagnosis",
    lang: str,
    *,
    form: Form = "short",
    comments: bool = True,
    date: day,
    plan: "Sequence[PlannedAction]" = (),
) -> bytes:
    """Return the same report as a word-processor file (.docx); the same input gives the same bytes.

    `date` is the day printed on it, `plan` the actions kept with the dossier, in their order.
    """
    from assessment.report.word.writing import make_docx

    return make_docx(report_document(diagnosis, lang, form=form, comments=comments, date=date, plan=plan))


def render_text(
    diagnosis: "Diagnosis",
    lang: str,
    *,
    form: Form = "short",
    comments: bool = True,
    date: day,
    plan: "Sequence[PlannedAction]" = (),
) -> str:
    """Return the same report as plain text, in the same order."""
    from assessment.report.text import make_text

    return make_text(report_document(diagnosis, lang, form=form, comments=comments, date=date, plan=plan))


def suggested_file_name(diagnosis: "Diagnosis", lang: str) -> str:
    """Return a file name that is safe on every system: plain letters, digits and dashes, then « .pdf »."""
    return document_name(lang, diagnosis.subject.name, diagnosis.subject.assessment_date)
