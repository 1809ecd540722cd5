"""The sheet of questions for the team: one page, every question in its own words, in both languages."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from assessment.app.library import diagnosed
from assessment.diagnosis import Diagnosis
from assessment.report import render_team_sheet
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire

DAY = date(2026, 11, 22)
UNKNOWN = (
    "answers.cooperation_past",
    "answers.platform_crowd",
    "answers.tech_ai",
    "answers.tech_cad",
    "answers.movement_open_data",
    *(f"complement.basics.b{n:02}" for n in range(1, 6)),
)


def diagnosis() -> Diagnosis:
    fields = dict.fromkeys(UNKNOWN, "dont_know")
    sheet = AnswerSheet.of({**fields, "organisation.name": "Jardin [/x]", "answers.policy_law": "dont_know"})
    return diagnosed(sheet, standard_questionnaire(), DAY)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_ten_questions_stand_on_one_page(lang: str) -> None:
    first = render_team_sheet(diagnosis(), lang, "pdf", date=DAY)
    reader = PdfReader(BytesIO(first))
    assert len(reader.pages) == 1
    assert first == render_team_sheet(diagnosis(), lang, "pdf", date=DAY)
    assert "Jardin [/x]" in reader.pages[0].extract_text()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_question_is_asked_once_in_its_own_words_and_opinions_are_not(lang: str) -> None:
    text = render_team_sheet(diagnosis(), lang, "txt", date=DAY).decode()
    questionnaire = standard_questionnaire()
    for name in UNKNOWN:
        one = name.rpartition(".")[2]
        asked = questionnaire.basic(one) if one.startswith("b0") else questionnaire.question(one)
        assert text.count(asked.wording[lang]) == 1
    assert questionnaire.question("policy_law").wording[lang] not in text
