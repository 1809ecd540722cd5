"""Making the document, choosing its files and opening them; no widget in here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from assessment.comparison import EVERYONE
from assessment.diagnosis import Diagnosis
from assessment.dossier import (
    ATTACHED_NAME,
    Action,
    Dossier,
    assessment_of,
    dossier_to_attach,
    organisation_of,
)
from assessment.places import documents_folder
from assessment.report import (
    AttachedFile,
    render_docx,
    render_pdf,
    render_text,
    report_document,
    suggested_file_name,
)
from assessment.report.document import Document
from assessment.safe_writing import write_atomically
from questionnaire.answers import AnswerSheet
from questionnaire.languages import language_after

Kind = Literal["pdf", "docx", "txt"]
"""Kinds of file, by the end of their name."""


@dataclass(frozen=True, slots=True)
class DocumentChoices:
    """What the document holds, the files it is written as and the folder they go to."""

    form: Literal["short", "full"] = "short"
    wants_comments: bool = True
    """Whether the full form prints the comments; the short one prints none."""
    lang: str | None = None
    """Language of the document; None follows the app's."""
    population: str = EVERYONE
    """Respondents shown beside all of them in the full form."""
    carries_dossier: bool = True
    """Whether the PDF holds the dossier, so that the next round can start from it."""
    word: bool = False
    """Whether the same is written for a word processor too."""
    text: bool = False
    """Whether the same is written as plain text too."""
    folder: Path = field(default_factory=documents_folder)

    @property
    def is_full(self) -> bool:
        """Whether it is the full form."""
        return self.form == "full"

    @property
    def comments(self) -> bool:
        """Whether the comments go into the document, and into the dossier inside it."""
        return self.is_full and self.wants_comments

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of file to write, the PDF first."""
        others: tuple[tuple[Kind, bool], ...] = (("docx", self.word), ("txt", self.text))
        return ("pdf", *(kind for kind, is_wanted in others if is_wanted))

    def toggled(self, choice: str, app_lang: str) -> "DocumentChoices":
        """Return the choices with one of them turned the other way."""
        match choice:
            case "version":
                return replace(self, form="short" if self.is_full else "full")
            case "comments":
                return replace(self, wants_comments=not self.wants_comments)
            case "language":
                return replace(self, lang=language_after(self.lang or app_lang).code)
            case "dossier":
                return replace(self, carries_dossier=not self.carries_dossier)
            case "word":
                return replace(self, word=not self.word)
            case "text":
                return replace(self, text=not self.text)
        raise KeyError(choice)

    def path(self, diagnosis: Diagnosis, app_lang: str) -> Path:
        """Return the full path of the PDF; the other files stand beside it, under the same name."""
        return self.folder / suggested_file_name(diagnosis, self.lang or app_lang)

    def with_population(self, population: str) -> "DocumentChoices":
        """Return the choices with other respondents to compare with."""
        return replace(self, population=population)

    def with_folder(self, folder: Path) -> "DocumentChoices":
        """Return the choices with another folder."""
        return replace(self, folder=folder)


@dataclass(slots=True)
class Papers:
    """The document of one organisation while the app runs: the choices made, what was written last."""

    choices: DocumentChoices = field(default_factory=DocumentChoices)
    written: tuple[Path, ...] = ()
    """Files written last, the PDF first; empty before the first one."""
    making: tuple[int, int] | None = None
    """Rank of the file being made and how many there are; None while nothing is being made."""


@dataclass(frozen=True, slots=True)
class Order:
    """All a document is made from, gathered before the work in the background begins."""

    diagnosis: Diagnosis
    lang: str
    choices: DocumentChoices
    plan: Sequence[Action]
    dossier: bytes | None
    """The dossier to put into the PDF; None for none."""

    @property
    def path(self) -> Path:
        """Full path of the PDF."""
        return self.choices.path(self.diagnosis, self.lang)

    def document(self, app_lang: str) -> Document:
        """Return the document before any layout, dated today; without a choice, in the app's language."""
        return report_document(
            self.diagnosis,
            self.choices.lang or app_lang,
            form=self.choices.form,
            comments=self.choices.comments,
            date=date.today(),
            plan=self.plan,
        )


def write(
    order: Order,
    path: Path,
    tell: Callable[[int], object],
    put: Callable[[Path, bytes], object] = write_atomically,
) -> tuple[Path, ...]:
    """Make the document, dated today, as every kind of file asked for, then put them all in place.

    `tell` hears the rank of the file being made, `put` takes each one; BadInput when the disk refuses one.
    """
    made: list[tuple[Path, bytes]] = []
    for rank, kind in enumerate(order.choices.kinds, start=1):
        tell(rank)
        made.append((path.with_suffix(f".{kind}"), _content(order, kind)))
    for file, content in made:
        put(file, content)
    return tuple(file for file, _ in made)


def _content(order: Order, kind: Kind) -> bytes:
    """Make one kind of file."""
    diagnosis, lang, plan = order.diagnosis, order.lang, order.plan
    form, comments, day = order.choices.form, order.choices.comments, date.today()
    if kind == "docx":
        return render_docx(diagnosis, lang, form=form, comments=comments, date=day, plan=plan)
    if kind == "txt":
        return render_text(diagnosis, lang, form=form, comments=comments, date=day, plan=plan).encode()
    inside = None if order.dossier is None else AttachedFile(ATTACHED_NAME, order.dossier)
    return render_pdf(diagnosis, lang, form=form, comments=comments, date=day, plan=plan, dossier=inside)


def dossier_inside(kept: Dossier, number: int, sheet: AnswerSheet, *, comments: bool) -> bytes:
    """Return the dossier a document carries: what is kept, with the answers at hand as they are printed.

    `number` is the rank of the round at hand by date, 0 for T0.
    """
    held = sorted(kept.assessments, key=lambda one: one.date)[number]
    now = assessment_of(sheet, date=held.date, questionnaire=held.questionnaire, id=held.id)
    rounds = tuple(now if one is held else one for one in kept.assessments)
    organisation = organisation_of(sheet, id=kept.organisation.id)
    whole = kept.model_copy(update={"organisation": organisation, "assessments": rounds})
    return dossier_to_attach(whole, now, comments=comments)


def files_there(path: Path, kinds: Sequence[Kind]) -> tuple[Path, ...]:
    """Return which of the files of a document exist already."""
    return tuple(file for kind in kinds if _is_there(file := path.with_suffix(f".{kind}")))


def free_name(path: Path, kinds: Sequence[Kind]) -> Path:
    """Return the first numbered name beside a document under which none of its files exists."""
    number, free = 1, path
    while files_there(free, kinds):
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # a folder that may not be looked into: writing will tell
        return False
