"""Dossiers → AnswerTable: the latest assessment of each organisation."""

from collections.abc import Iterable

import numpy as np

from assessment.dossier import Assessment, Dossier, sheet_of
from assessment.networks.reading import Reading, without_blanks
from assessment.networks.table import GOALS, PROFILE, AnswerTable, profile_codes
from questionnaire.answers import AnswerSheet, Value
from questionnaire.model import Questionnaire


def table_of_dossiers(dossiers: Iterable[Dossier], questionnaire: Questionnaire, file: str) -> Reading:
    """Read dossiers; of two about the same organisation, the one with the latest assessment is counted."""
    kept: dict[str, tuple[Dossier, Assessment]] = {}
    seen = 0
    for dossier in dossiers:
        owner = dossier.organisation.id or f"nobody {seen}"
        seen += 1
        if owner not in kept or kept[owner][1].date < dossier.latest.date:
            kept[owner] = (dossier, dossier.latest)
    sheets = [sheet_of(dossier, assessment) for dossier, assessment in kept.values()]
    return without_blanks(table_of_sheets(sheets, questionnaire), file, older=seen - len(kept))


def table_of_sheets(sheets: Iterable[AnswerSheet], questionnaire: Questionnaire) -> AnswerTable:
    """Lay answer sheets side by side."""
    listed = list(sheets)
    places = [
        {code: place for place, code in enumerate(questionnaire.scale(question.scale).codes, start=1)}
        for question in questionnaire.questions
    ]
    answers = np.array(
        [
            [codes.get(sheet.answer(question.id) or "", 0) for sheet in listed]
            for question, codes in zip(questionnaire.questions, places, strict=True)
        ],
        np.uint8,
    ).reshape(len(places), len(listed))
    profile = {
        name: np.array([_place(name, sheet, questionnaire) for sheet in listed], np.uint8)
        for name in PROFILE
        if name != GOALS
    }
    goals = np.array([_bits(sheet.get(f"profile.{GOALS}")) for sheet in listed], np.uint32)
    return AnswerTable.of(questionnaire, answers, profile, goals)


def _place(name: str, sheet: AnswerSheet, questionnaire: Questionnaire) -> int:
    """Return 1 + the place of what was said of a profile question, 0 when nothing was."""
    codes = profile_codes(questionnaire, name)
    said = sheet.get(f"organisation.{name}") or sheet.get(f"profile.{name}")
    return codes.index(str(said)) + 1 if said in codes else 0


def _bits(goals: Value) -> int:
    return sum(1 << int(goal) for goal in goals) if isinstance(goals, tuple) else 0
