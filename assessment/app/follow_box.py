"""The organisations followed, for a committee: as a page, a spreadsheet or a text, and where it went."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from assessment.app.desk import Desk
from assessment.app.paper_box import Make, PaperBox, Put
from assessment.places import documents_folder, free_path
from assessment.portfolio_words import Portfolio
from assessment.report import render_portfolio
from assessment.texts import texts


class FollowBox(PaperBox):
    """1 makes a PDF, 2 a spreadsheet, 3 a plain text."""

    PAPER = "follow"
    KINDS = ("pdf", "xlsx", "txt")

    def __init__(self, desk: Desk, portfolio: Portfolio, today: date) -> None:
        super().__init__(desk)
        self._portfolio, self._today = portfolio, today

    def maker(self) -> Make:
        """Return what makes the paper."""
        return partial(_make, self._portfolio, self.desk.lang, self._today, self.put)


def _make(portfolio: Portfolio, lang: str, today: date, put: Put, kind: str) -> Path:
    """Make one kind, dated today, and put it beside any older one; BadInput when the disk refuses it."""
    known: Literal["pdf", "txt", "xlsx"] = "xlsx" if kind == "xlsx" else "txt" if kind == "txt" else "pdf"
    content = render_portfolio(portfolio, lang, known, date=today)
    path = free_path(documents_folder() / f"{texts('portfolio', lang)('file')}-{today.isoformat()}.{kind}")
    put(path, content)
    return path
