"""The report: a Diagnosis as a PDF, as a word-processor file and as their plain-text twin.

Importing this package costs nothing; reportlab and python-docx are loaded when the first file is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day
from typing import TYPE_CHECKING, Literal, Required, TypedDict, Unpack

from assessment.places import document_name

if TYPE_CHECKING:
    from assessment.diagnosis import Diagnosis
    from assessment.networks.shares import Network
    from assessment.planned import PlannedAction
    from assessment.portfolio_words import Portfolio
    from assessment.report.content.group.material import GroupMaterial
    from assessment.report.content.material import Material
    from assessment.report.document import Document
    from assessment.room import Room

Form = Literal["short", "full"]
Kind = Literal["pdf", "docx", "txt"]
"""Kinds of file, by the end of their name."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file the PDF carries inside."""

    name: str
    content: bytes
    media_type: str = "application/json"


class Printing(TypedDict, total=False):
    """What is chosen before printing, the same for every kind of file."""

    date: Required[day]
    """Day printed on the document."""
    form: Form
    """Three pages for the board (by default), or the whole."""
    comments: bool
    """Whether the comments are printed; they are by default, in the full form only."""
    plan: "Sequence[PlannedAction]"
    """Actions kept with the dossier, in their order."""


def report_document(diagnosis: "Diagnosis", lang: str, **choices: Unpack[Printing]) -> "Document":
    """Return the report before layout: what every renderer writes."""
    from assessment.report.content import full, short

    material = _material(diagnosis, lang, **choices)
    return full(material) if choices.get("form") == "full" else short(material)


def _material(diagnosis: "Diagnosis", lang: str, **choices: Unpack[Printing]) -> "Material":
    from assessment.planned import PlanWords
    from assessment.report.content.material import Material
    from assessment.texts import reference_texts
    from assessment.wording import Wording

    wording = Wording(lang, diagnosis)
    return Material(
        diagnosis,
        wording,
        reference_texts("report", lang, diagnosis.benchmark.kind),
        choices["date"],
        choices.get("comments", True),
        PlanWords(diagnosis, wording).all(choices.get("plan", ())),
    )


def render_team_sheet(diagnosis: "Diagnosis", lang: str, kind: Literal["pdf", "txt"], *, date: day) -> bytes:
    """Return the sheet of what to ask the team, as a PDF or as plain text."""
    from assessment.report.content import team_sheet

    return _as_file(team_sheet(_material(diagnosis, lang, date=date)), kind)


def render_kit(diagnosis: "Diagnosis", lang: str, kind: Kind, *, date: day) -> bytes:
    """Return the cooperation kit: sheets to fill in with a partner, begun with what the answers say."""
    from assessment.report.content.kit import kit

    return _as_file(kit(_material(diagnosis, lang, date=date)), kind)


def render_shared_diagnosis(
    diagnosis: "Diagnosis", lang: str, kind: Kind, *, date: day, plan: "Sequence[PlannedAction]" = ()
) -> bytes:
    """Return what feeds the DLA's shared diagnosis, laid out to be pasted into it."""
    from assessment.report.content.shared_diagnosis import shared_diagnosis

    return _as_file(shared_diagnosis(_material(diagnosis, lang, date=date, plan=plan)), kind)


def render_portfolio(
    portfolio: "Portfolio", lang: str, kind: Literal["pdf", "docx", "txt", "xlsx"], *, date: day
) -> bytes:
    """Return the organisations an adviser follows, for a committee; the same input gives the same bytes."""
    if kind == "xlsx":
        from assessment.report.spreadsheet import make_xlsx

        return make_xlsx(portfolio, lang, date)
    from assessment.report.content.portfolio import portfolio_document

    return _as_file(portfolio_document(portfolio, lang, date), kind)


def _as_file(document: "Document", kind: Kind) -> bytes:
    """Return a document as one kind of file."""
    if kind == "txt":
        from assessment.report.text import make_text

        return make_text(document).encode()
    if kind == "docx":
        from assessment.report.word.writing import make_docx

        return make_docx(document)
    from assessment.report.pdf.press import make_pdf

    return make_pdf(document, None)


def group_material(room: "Room", lang: str, *, date: day) -> "GroupMaterial":
    """Return what the pages about a group are made from, in one language."""
    from assessment.europe_words import EuropeWords
    from assessment.names import Names
    from assessment.report.content.group.material import GroupMaterial
    from assessment.texts import texts
    from benchmarks.loading import standard_benchmark

    names, europe = Names(lang, room.questionnaire), EuropeWords(lang, standard_benchmark())
    return GroupMaterial(room, names, europe, texts("group", lang), date)


def render_group(room: "Room", lang: str, kind: Literal["pdf", "txt"], *, date: day) -> bytes:
    """Return the pages about a group, as a PDF or as plain text; the same group gives the same bytes."""
    from assessment.report.content.group import group_document

    return _as_file(group_document(group_material(room, lang, date=date)), kind)


def render_network(
    network: "Network", lang: str, kind: Literal["pdf", "txt"], *, name: str | None = None, date: day
) -> bytes:
    """Return the picture of a network, as a PDF or as plain text; the same input gives the same bytes."""
    from assessment.report.content.network import network_document

    return _as_file(network_document(network, lang, name, date), kind)


def render_pdf(
    diagnosis: "Diagnosis", lang: str, *, dossier: AttachedFile | None = None, **choices: Unpack[Printing]
) -> bytes:
    """Return the report as a PDF, a file inside when one is given; the same input gives the same bytes."""
    from assessment.report.pdf.press import make_pdf

    return make_pdf(report_document(diagnosis, lang, **choices), dossier)


def render_docx(diagnosis: "Diagnosis", lang: str, **choices: Unpack[Printing]) -> bytes:
    """Return the same report as a word-processor file (.docx); the same input gives the same bytes."""
    from assessment.report.word.writing import make_docx

    return make_docx(report_document(diagnosis, lang, **choices))


def render_text(diagnosis: "Diagnosis", lang: str, **choices: Unpack[Printing]) -> str:
    """Return the same report as plain text, in the same order."""
    from assessment.report.text import make_text

    return make_text(report_document(diagnosis, lang, **choices))


def suggested_file_name(diagnosis: "Diagnosis", lang: str) -> str:
    """Return a file name that is safe on every system: plain letters, digits and dashes, then « .pdf »."""
    return document_name(lang, diagnosis.subject.name, diagnosis.subject.assessment_date)
