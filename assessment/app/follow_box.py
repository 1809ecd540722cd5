"""The organisations followed, for a committee: as a page, a spreadsheet or a text, and where it went."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from assessment.app.desk import Desk
from assessment.app.paper_box import Make, PaperBox, Put
from assessment.followed import Told
from assessment.places import documents_folder, free_path
from assessment.portfolio import Filter, Line
from assessment.portfolio_words import PortfolioWords
from assessment.report import render_portfolio

KINDS: tuple[Literal["pdf", "xlsx", "txt"], ...] = ("pdf", "xlsx", "txt")


@dataclass(frozen=True, slots=True)
class Handed:
    """What is handed to the committee, before it is put into words."""

    lines: tuple[Line, ...]
    told: Mapping[str, Told]
    chosen: Filter
    searched: str
    today: date


class FollowBox(PaperBox):
    """1 makes a PDF, 2 a spreadsheet, 3 a plain text; one kind can be asked for beforehand."""

    PAPER = "follow"
    KINDS = KINDS

    def __init__(self, desk: Desk, handed: Handed, kind: str | None = None) -> None:
        super().__init__(desk)
        self._handed, self._kind = handed, kind

    def on_mount(self) -> None:
        """Begin at once with what was asked for."""
        if self._kind:
            self.call_after_refresh(self._begin, self._kind)

    def maker(self) -> Make:
        """Return what makes the paper, in the language of the moment, rows and all."""
        if self.desk.questionnaire is None:
            raise RuntimeError("the questionnaire is not read yet")
        words = PortfolioWords(self.desk.lang, self.desk.questionnaire, self._handed.today)
        return partial(_make, self._handed, words, self.put)


def _make(handed: Handed, words: PortfolioWords, put: Put, kind: Literal["pdf", "xlsx", "txt"]) -> Path:
    """Make one kind, dated today, and put it beside any older one; BadInput when the disk refuses it."""
    said = words.portfolio(handed.lines, handed.told, handed.chosen, handed.searched)
    content = render_portfolio(said, words.lang, kind, date=handed.today)
    path = free_path(documents_folder() / f"{words.t('file')}-{handed.today.isoformat()}.{kind}")
    put(path, content)
    return path
