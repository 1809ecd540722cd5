"""The plan of the document: what the person wrote, her own actions, and how far each has got."""

from datetime import date

import pytest

from assessment.app.library import diagnosed
from assessment.dossier import Action
from assessment.report import render_text
from assessment.wording import Wording
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("form", ["short", "full"])
def test_first_steps_own_actions_and_states_are_printed(form: str) -> None:
    sheet = AnswerSheet.of({"complement.basics.b01": "need"})
    diagnosis = diagnosed(sheet, standard_questionnaire(), DAY)
    plan = (
        Action(item="b01", title="Ma copie", first_step="Appeler Idir", owner="Maud", status="done"),
        Action(title="Refaire le site", due=date(2027, 3, 31), status="dropped"),
        Action(item="tech_iot", title="Capteurs du jardin", help="le lycée"),
    )
    printed = render_text(diagnosis, "fr", form="full" if form == "full" else "short", date=DAY, plan=plan)
    for words in ("Ma copie", "Appeler Idir", "Refaire le site", "Fait", "Abandonné", "Capteurs", "lycée"):
        assert words in printed, words


def test_what_jalon_wrote_is_printed_in_the_language_of_the_document() -> None:
    sheet = AnswerSheet.of({"complement.basics.b01": "need"})
    diagnosis = diagnosed(sheet, standard_questionnaire(), DAY)
    french, english = (Wording(lang, diagnosis).recommendation(diagnosis.basics[0]) for lang in ("fr", "en"))
    plan = (Action(item="b01", title=french.title, first_step=french.first_step, owner="Maud"),)
    printed = " ".join(render_text(diagnosis, "en", date=DAY, plan=plan).split())
    assert english.first_step in printed and "Maud" in printed
    assert french.title not in printed
