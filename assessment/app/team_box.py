"""The sheet of questions for the team: as a page to print or as a text to paste, and where it went."""

from functools import partial
from pathlib import Path

from assessment.app.paper_box import Make, PaperBox, Put
from assessment.app.team_paper import KINDS, write_team_sheet
from assessment.diagnosis import Diagnosis
from assessment.report import Kind


class TeamBox(PaperBox):
    """1 makes a PDF, 2 a plain text."""

    PAPER = "team"
    KINDS = KINDS

    def maker(self) -> Make:
        """Return what makes the sheet."""
        folder = self.desk.papers.choices.folder
        return partial(_make, self.desk.diagnosis(), self.desk.lang, folder, self.put)


def _make(diagnosis: Diagnosis, lang: str, folder: Path, put: Put, kind: Kind) -> Path:
    return write_team_sheet(diagnosis, lang, "pdf" if kind == "pdf" else "txt", folder, put)
