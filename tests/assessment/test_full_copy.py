"""All that is kept about one organisation, in one file."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from assessment.demo import demo_dossiers
from assessment.dossier import Meeting, read_dossier, sheet_of
from assessment.full_copy import Kept, full_copy
from assessment.full_copy_text import full_copy_text
from assessment.places import full_copy_name
from assessment.workspace import MeetingNote, Workspace
from questionnaire.languages import language_codes
from questionnaire.loading import standard_questionnaire

DAY = date(2026, 11, 25)
QUESTIONNAIRE = standard_questionnaire()
WORDS = {
    "comments.tech_ai": "Pour résumer\nnos réunions [/x]",
    "adviser_notes.tech_ai": "À revoir seul à seule.",
    "adviser_notes.b01": "Le disque est dans le placard.",
    "complement.aim": "Moins de papier",
    "session.minutes": "Une heure, thé compris.",
    "respondent": "Ana {x}",
}
"""Words a person wrote, by field."""


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        row = workspace.create("Le Jardin", today=DAY)
        for field, text in WORDS.items():
            workspace.record(row.assessment_id, field, text, expected=None)
        workspace.record(row.assessment_id, "comments.tech_iot", "Première version", expected=None)
        workspace.record(row.assessment_id, "comments.tech_iot", None, expected="Première version")
        workspace.record(row.assessment_id, "answers.tech_ai", "need", expected=None)
        workspace.record(row.assessment_id, "votes.tech_ai", ("need:4", "use:1"), expected=None)
        workspace.record(row.assessment_id, "session.people", ("Ana", "Ben"), expected=None)
        workspace.record(row.assessment_id, "consent.named", True, expected=None)
        workspace.add_meeting(row.id, MeetingNote(date(2026, 5, 4), ("Zoé",), "Deux pas\nen avant."))
        dossier = workspace.dossier(row.id)
        changes = {str(dossier.latest.id): workspace.changes(row.assessment_id)}
    return Kept(dossier, changes, DAY)


@pytest.mark.parametrize("lang", language_codes())
def test_the_text_holds_everything_anybody_wrote(kept: Kept, lang: str) -> None:
    text = full_copy_text(kept, QUESTIONNAIRE, lang, day=DAY)
    for words in (*WORDS.values(), "Première version", "Zoé", "Deux pas en avant.", "Ana · Ben", "Le Jardin"):
        assert folded(words) in folded(text), words
    assert str(kept.dossier.organisation.id) in text


@pytest.mark.parametrize("lang", language_codes())
@pytest.mark.parametrize("number", range(3))
def test_nothing_the_examples_say_is_left_out_and_no_code_is_shown(lang: str, number: int) -> None:
    dossier = demo_dossiers()[number].model_copy(update={"sessions": (Meeting(date=DAY, minutes="Bilan"),)})
    text = folded(full_copy_text(Kept(dossier), QUESTIONNAIRE, lang, day=DAY))
    for assessment in dossier.assessments:
        sheet = sheet_of(dossier, assessment)
        for question, code in sheet.answers.items():
            one = QUESTIONNAIRE.question(question)
            assert folded(one.wording[lang]) in text
            assert folded(QUESTIONNAIRE.scale(one.scale).label(code, lang)) in text
        assert all(folded(comment) in text for comment in sheet.comments.values())
    for action in dossier.plan:
        said = (action.title, action.first_step, action.owner, action.help, action.progress.users)
        assert all(folded(part) in text for part in said if part)
    for code in ("dont_know", "no_need", "0_to_9", "strongly_agree", "tech_ai", "_"):
        assert code not in text


def test_the_first_words_say_what_it_is_and_that_it_holds_private_notes(kept: Kept) -> None:
    text = full_copy_text(kept, QUESTIONNAIRE, "fr", day=DAY)
    assert "notes privées comprises" in "\n".join(text.splitlines()[:3])


def test_the_zip_holds_the_text_and_a_dossier_that_can_be_read_again(kept: Kept) -> None:
    content = full_copy(kept, QUESTIONNAIRE, "fr", "Le-Jardin", day=DAY)
    assert content == full_copy(kept, QUESTIONNAIRE, "fr", "Le-Jardin", day=DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.namelist() == ["Le-Jardin.txt", "Le-Jardin.json"]
        assert packed.testzip() is None
        assert read_dossier(packed.read("Le-Jardin.json"), "x", QUESTIONNAIRE) == kept.dossier
    assert kept.dossier.latest.adviser_notes


def test_the_name_of_the_file_is_plain() -> None:
    assert full_copy_name("fr", "Le Jardin d’à côté", "ab12cd").startswith("tout-ce-qui-est-garde-Le-Jardin")
    assert full_copy_name("en", None, "ab12cd") == "all-that-is-kept-structure-ab12cd.zip"
