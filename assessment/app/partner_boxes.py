"""The cooperation kit and the notes for the shared diagnosis: as which kind of file, and where it went."""

from typing import ClassVar

from assessment.app.paper_box import Make, PaperBox
from assessment.app.partner_papers import KINDS, Paper, PartnerPaper


class _PartnerBox(PaperBox):
    """A digit makes one kind of file, for someone outside."""

    MADE: ClassVar[Paper]

    def maker(self) -> Make:
        """Return what makes the paper, from what is kept now."""
        desk = self.desk
        folder = desk.papers.choices.folder
        return PartnerPaper(self.MADE, desk.diagnosis(), desk.lang, desk.plan(), folder, self.put).write


class KitBox(_PartnerBox):
    """1 makes a PDF, 2 a file for a word processor, 3 a plain text."""

    MADE = "kit"
    PAPER = "kit"
    KINDS = KINDS["kit"]


class SharedBox(_PartnerBox):
    """1 makes a plain text, 2 a file for a word processor."""

    MADE = "shared"
    PAPER = "shared"
    KINDS = KINDS["shared"]
