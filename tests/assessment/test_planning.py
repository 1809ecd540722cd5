"""The lines of the plan: nothing written is lost, and what Jalon wrote changes language with the page."""

from datetime import date

import pytest

from assessment.app.library import diagnosed
from assessment.diagnosis import Diagnosis
from assessment.dossier import Action
from assessment.planned import PlanWords
from assessment.planning import PlanHistory, changed, lines, replaced, without
from assessment.wording import Wording
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire

DAY = date(2026, 11, 22)
OWN = Action(title="Refaire le site")
EARLIER = Action(item="tech_iot", title="Capteurs", owner="Zoé")
BACKUPS = Action(item="b01", title="Ma copie", first_step="Acheter un disque", owner="Idir")


@pytest.fixture(scope="module")
def diagnosis() -> Diagnosis:
    """Three priorities, b01 first."""
    sheet = AnswerSheet.of(
        {
            "complement.basics.b01": "need",
            "answers.tech_ai": "need",
            "answers.platform_participation": "need",
            "answers.tech_iot": "use",
        }
    )
    return diagnosed(sheet, standard_questionnaire(), DAY)


def words(diagnosis: Diagnosis, lang: str = "fr") -> PlanWords:
    return PlanWords(diagnosis, Wording(lang, diagnosis))


def test_every_priority_has_a_line_then_own_actions_then_earlier_ones(diagnosis: Diagnosis) -> None:
    found = lines((EARLIER, OWN, BACKUPS), diagnosis.priorities, words(diagnosis))
    assert [line.group for line in found] == ["priority"] * 3 + ["own", "earlier"]
    assert [line.is_kept for line in found] == [True, False, False, True, True]
    assert [line.action.item for line in found[:3]] == list(diagnosis.priorities)
    assert found[1].said.first_step
    assert [line.can_be_deleted for line in found] == [False, False, False, True, True]


def test_an_action_whose_priority_was_taken_out_is_shown_apart(diagnosis: Diagnosis) -> None:
    found = lines((BACKUPS,), diagnosis.priorities[1:], words(diagnosis))
    assert [line.group for line in found] == ["priority", "priority", "earlier"]
    assert found[-1].action == BACKUPS


def test_two_actions_about_one_priority_are_two_lines(diagnosis: Diagnosis) -> None:
    second = BACKUPS.model_copy(update={"title": "Une autre copie"})
    found = lines((BACKUPS, second), diagnosis.priorities, words(diagnosis))
    assert [line.action for line in found[:2]] == [BACKUPS, second]
    moved = second.model_copy(update={"owner": "Maud"})
    assert replaced((BACKUPS, second), second, moved) == (BACKUPS, moved)


def test_every_action_kept_has_exactly_one_line(diagnosis: Diagnosis) -> None:
    plan = (EARLIER, OWN, BACKUPS, Action(item="tech_ai"), Action(title="Refaire le site", owner="Ana"))
    found = lines(plan, diagnosis.priorities, words(diagnosis))
    assert sorted(map(str, plan)) == sorted(str(line.action) for line in found if line.is_kept)


def test_an_action_changed_elsewhere_meanwhile_is_replaced_not_doubled() -> None:
    theirs = BACKUPS.model_copy(update={"help": "le réseau"})
    mine = BACKUPS.model_copy(update={"owner": "Maud"})
    assert replaced((theirs,), BACKUPS, mine) == (mine,)
    assert replaced((OWN,), None, OWN) == (OWN, OWN)
    assert without((OWN, BACKUPS), OWN) == (BACKUPS,)
    assert without((BACKUPS,), OWN) == (BACKUPS,)


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (Action(title="a"), "open"),
        (Action(title="a", due=DAY), "open"),
        (Action(title="a", due=date(2026, 11, 21)), "late"),
        (Action(title="a", due=date(2026, 11, 21), status="done"), "done"),
        (Action(title="a", due=date(2026, 11, 21), status="dropped"), "dropped"),
    ],
)
def test_only_an_open_action_whose_day_is_past_is_late(
    diagnosis: Diagnosis, action: Action, state: str
) -> None:
    (line,) = lines((action,), (), words(diagnosis))
    assert state == line.state(DAY)


def test_what_jalon_wrote_follows_the_language_and_stays_as_kept(diagnosis: Diagnosis) -> None:
    (french,) = lines((), ("b01",), words(diagnosis, "fr"))
    kept = changed(french, owner="Idir")
    (english,) = lines((kept,), ("b01",), words(diagnosis, "en"))
    assert english.said.title == words(diagnosis, "en").text("b01").title != kept.title
    assert english.said.first_step == words(diagnosis, "en").text("b01").first_step
    again = changed(english, first_step=english.said.first_step, owner="Maud")
    assert (again.title, again.first_step, again.owner) == (kept.title, kept.first_step, "Maud")


def test_what_a_person_wrote_stays_in_any_language(diagnosis: Diagnosis) -> None:
    (line,) = lines((BACKUPS,), ("b01",), words(diagnosis, "en"))
    assert (line.said.title, line.said.first_step) == ("Ma copie", "Acheter un disque")


def test_an_action_without_title_has_that_of_its_item(diagnosis: Diagnosis) -> None:
    found = lines((Action(item="b01"), Action(item="tech_iot")), (), words(diagnosis))
    assert [line.said.title for line in found] == [
        words(diagnosis).text("b01").title,
        Wording("fr", diagnosis).item("tech_iot"),
    ]


def test_undo_goes_back_step_by_step_and_never_over_what_another_window_wrote() -> None:
    history = PlanHistory()
    history.note((), (OWN,))
    history.note((OWN,), (OWN,))
    history.note((OWN,), (OWN, BACKUPS))
    assert history.undo((OWN, BACKUPS)) == (OWN,)
    assert history.undo((EARLIER,)) is None
    assert history.undo((OWN,)) is None
