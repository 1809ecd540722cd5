"""A new round line by line: the answers of before are said, and « = » gives them again."""

from datetime import date

from assessment.texts import texts
from assessment.workspace import Workspace
from questionnaire.typography import NO_BREAK
from tests.assessment.line_mode.conftest import Talk

T = texts("ask", "fr")


def test_a_new_round_recalls_what_was_answered(answered: Talk) -> None:
    said = answered("8", "q8", "=", "m", "q")
    assert T("start.round", number=1) in said
    assert "vous aviez répondu" in said
    assert T("question.hint.same") in said
    with Workspace(answered.path) as workspace:
        first, second = workspace.rounds(answered.row.id)
        assert workspace.sheet(second.id).answers == {"tech_ai": "need"}
        assert workspace.sheet(first.id).answers["tech_vr"] == "dont_know"
        assert second.day == date.today()


def test_a_round_not_begun_yet_is_enough(answered: Talk) -> None:
    said = answered("8", "m", "8", "q")
    assert "Le dernier point n’a pas encore de réponse" in said
    with Workspace(answered.path) as workspace:
        assert len(workspace.rounds(answered.row.id)) == 2


def test_what_changed_is_read_first_in_a_later_round(answered: Talk) -> None:
    said = answered("8", "q8", "1", "m", "3", "1", "", "", "", "m", "q")
    assert "Ce qui a changé depuis le 22 novembre 2026" in said
    assert "Besoins couverts : Intelligence artificielle" in said.replace(NO_BREAK, " ")


def test_in_a_first_round_nothing_is_recalled(answered: Talk) -> None:
    said = answered("q8", "=", "m", "q")
    assert "vous aviez répondu" not in said
    assert T("said.not_understood", given="=") in said
