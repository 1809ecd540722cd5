"""Writing the sheet of questions for the team; no widget in here."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

from assessment.diagnosis import Diagnosis
from assessment.places import free_path, team_sheet_name
from assessment.report import render_team_sheet
from assessment.safe_writing import write_atomically
from questionnaire.routing import unknown

Kind = Literal["pdf", "txt"]
KINDS: tuple[Kind, ...] = ("pdf", "txt")
"""Choices 1 and 2: to print, to paste into a message."""


def has_questions(diagnosis: Diagnosis) -> bool:
    """Say whether there is anything to ask the team."""
    return bool(unknown(diagnosis.questionnaire, diagnosis.sheet) or diagnosis.second_looks)


def write_team_sheet(
    diagnosis: Diagnosis,
    lang: str,
    kind: Kind,
    folder: Path,
    put: Callable[[Path, bytes], object] = write_atomically,
) -> Path:
    """Make the sheet, dated today, and put it beside any older one; BadInput when the disk refuses it."""
    subject = diagnosis.subject
    content = render_team_sheet(diagnosis, lang, kind, date=date.today())
    path = free_path(folder / team_sheet_name(lang, subject.name, subject.assessment_date, kind))
    put(path, content)
    return path
