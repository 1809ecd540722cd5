"""Making the document, choosing its file and opening it; no widget in here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assessment.diagnosis import Diagnosis
from assessment.places import documents_folder
from assessment.report import render_pdf, suggested_file_name
from assessment.safe_writing import write_atomically

if TYPE_CHECKING:
    from assessment.dossier import Action


@dataclass(frozen=True, slots=True)
class DocumentChoices:
    """What the document holds and the folder it goes to."""

    form: Literal["short", "full"] = "short"
    comments: bool = True
    folder: Path = field(default_factory=documents_folder)

    def with_choice(self, way: str) -> "DocumentChoices":
        """Return the choices with one of them changed."""
        if way == "comments":
            return replace(self, comments=not self.comments)
        return replace(self, form="full" if way == "full" else "short")

    def with_folder(self, folder: Path) -> "DocumentChoices":
        """Return the choices with another folder."""
        return replace(self, folder=folder)

    def path(self, diagnosis: Diagnosis, lang: str) -> Path:
        """Return the full path of the document."""
        return self.folder / suggested_file_name(diagnosis, lang)


def write(
    path: Path, diagnosis: Diagnosis, lang: str, choices: DocumentChoices, plan: "Sequence[Action]"
) -> None:
    """Make the document, dated today, and put it in place; BadInput when the disk refuses it."""
    content = render_pdf(
        diagnosis, lang, form=choices.form, comments=choices.comments, date=date.today(), plan=plan
    )
    write_atomically(path, content)
