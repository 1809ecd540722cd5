"""Writing the cooperation kit and the notes for the shared diagnosis; no widget in here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from assessment.diagnosis import Diagnosis
from assessment.dossier import Action
from assessment.places import free_path, paper_name
from assessment.report import Kind, render_kit, render_shared_diagnosis
from assessment.safe_writing import write_atomically
from assessment.texts import texts

Paper = Literal["kit", "shared"]
KINDS: dict[Paper, tuple[Kind, ...]] = {"kit": ("pdf", "docx", "txt"), "shared": ("txt", "docx")}
"""Choices by digit: what is to be printed, what is to be pasted."""


@dataclass(frozen=True, slots=True)
class PartnerPaper:
    """All a paper is made from, gathered before the work in the background begins."""

    paper: Paper
    diagnosis: Diagnosis
    lang: str
    plan: Sequence[Action]
    folder: Path
    put: Callable[[Path, bytes], object] = write_atomically

    def write(self, kind: Kind) -> Path:
        """Make the paper, dated today, and put it beside any older one; BadInput when the disk refuses it."""
        subject = self.diagnosis.subject
        name = paper_name(self._head(), self.lang, subject.name, subject.assessment_date, kind)
        path = free_path(self.folder / name)
        self.put(path, self._content(kind))
        return path

    def _head(self) -> str:
        if self.paper == "kit":
            return texts("kit", self.lang)("document.file")
        return texts("shared_diagnosis", self.lang)("file")

    def _content(self, kind: Kind) -> bytes:
        today = date.today()
        if self.paper == "kit":
            return render_kit(self.diagnosis, self.lang, kind, date=today)
        return render_shared_diagnosis(self.diagnosis, self.lang, kind, date=today, plan=self.plan)
