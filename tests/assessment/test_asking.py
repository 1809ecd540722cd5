"""The way through the questions, without a screen: map, numbers, what an answer changes, purposes."""

from datetime import date

import pytest

from assessment.app.library import diagnosed
from assessment.asking.going import destination
from assessment.asking.map import left_for_later, section_map
from assessment.asking.purpose import asks_purpose
from assessment.asking.session import Session
from assessment.texts import texts
from questionnaire.answers import AnswerSheet, Value
from questionnaire.loading import standard_questionnaire
from questionnaire.routing import is_short_so_far, left_out_steps, unknown

FR, EN = texts("app", "fr"), texts("app", "en")


def session(*, short: bool = False, **answers: Value) -> Session:
    """Return a session with some of the study's questions answered."""
    sheet = AnswerSheet.of({f"answers.{question}": code for question, code in answers.items()})
    return Session(standard_questionnaire(), sheet, lambda change: None, short=short)


def plain(sentence: str) -> str:
    return sentence.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_the_map_counts_every_screen_once_and_leads_to_what_is_open() -> None:
    one = session(platform_participation="use", platform_crowd="need")
    one.go_to("q05")
    parts = section_map(one, "fr", FR)
    assert sum(part.asked for part in parts) == len(one.path)
    assert len({part.title for part in parts}) == len(parts)
    (platforms,) = (part for part in parts if part.title == "Plateformes en ligne")
    assert (platforms.answered, platforms.asked, platforms.open) == (2, 4, 2)
    assert platforms.target == "platform_elearning"
    assert [part.title for part in parts if part.is_here] == ["Plateformes en ligne"]


def test_a_complete_part_leads_to_its_first_question() -> None:
    one = session(movement_open_data="use", movement_free_software="dont_know")
    (part,) = (part for part in section_map(one, "en", EN) if part.title.startswith("Open data"))
    assert (part.open, part.done, part.target) == (0, 1.0, "movement_open_data")


def test_the_short_version_tells_which_parts_the_full_one_adds() -> None:
    one = session(short=True, cooperation_past="yes_continue")
    later = left_for_later(one, "en", EN)
    assert later[:2] == ("Forms of cooperation", "Effects of cooperation")
    assert not set(later) & {part.title for part in section_map(one, "en", EN)}
    assert left_for_later(session(cooperation_past="yes_continue"), "en", EN) == ()


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("12", "tech_vr"),
        ("q2", "cooperation_past"),
        (" Q02 ", "cooperation_past"),
        ("b3", "b03"),
        ("P4", "employees"),
        ("p 10", "democratic_governance"),
        ("tech_ai", "tech_ai"),
    ],
)
def test_a_number_leads_to_its_question(typed: str, place: str) -> None:
    assert destination(typed, session(), "fr").place == place


@pytest.mark.parametrize(
    ("typed", "nearest"), [("40", "q31"), ("b13", "b12"), ("p6", "p05"), ("0", "q01"), ("[/x]", "q01")]
)
def test_a_number_nobody_has_is_told_with_the_nearest(typed: str, nearest: str) -> None:
    found = destination(typed, session(), "fr")
    assert found.place is None
    assert found.sentence(FR).endswith(f"{nearest}.")
    assert typed in found.sentence(EN)


def test_a_question_not_asked_is_explained_by_the_answer_it_depends_on() -> None:
    assert "question 2, encore ouverte" in destination("18", session(), "fr").sentence(FR)
    said = plain(destination("18", session(cooperation_past="no_no_wish"), "fr").sentence(FR))
    assert said.startswith("La question 18 n’est pas posée : vous avez répondu « Non")
    assert destination("18", session(cooperation_past="yes_stop"), "fr").place == "patronage_skills"


def test_a_question_of_the_full_version_is_reached_from_the_short_one() -> None:
    one = session(short=True)
    found = destination("22", one, "fr")
    assert (found.place, found.reason) == ("barrier_meeting_places", "goto.full")
    assert one.is_beyond("q22")
    assert not one.is_beyond("q11")


def test_questions_that_appear_are_counted_with_the_reason() -> None:
    one = session()
    one.go_to("q02")
    one.answer("yes_continue")
    assert plain(one.rerouting.sentence(FR)) == (
        "Vous avez déjà coopéré : 6 questions sur les formes de coopération et 3 sur leurs effets s’ajoutent."
    )


def test_questions_that_vanish_say_that_their_answers_are_kept_apart_and_undo_brings_them_back() -> None:
    one = session(cooperation_past="yes_stop", patronage_skills="need", effect_skills="agree")
    one.go_to("q02")
    one.answer("no_wish")
    said = plain(one.rerouting.sentence(FR))
    assert "6 questions sur les formes de coopération, 3 sur leurs effets" in said
    assert said.endswith(
        "Les 2 réponses que vous y aviez données sont gardées à part et ne sont pas comptées."
    )
    assert one.undo()
    assert "s’ajoutent" in one.rerouting.sentence(FR)
    assert "gardée" not in one.rerouting.sentence(FR)


def test_an_answer_that_changes_nothing_on_the_way_says_nothing() -> None:
    one = session(cooperation_past="yes_stop")
    one.go_to("q02")
    one.answer("yes_continue")
    assert one.rerouting.sentence(FR) == ""


def test_what_the_last_answer_changed_is_forgotten_once_the_person_moves_on() -> None:
    one = session()
    one.go_to("q08")
    one.answer("need")
    assert one.rerouting.sentence(EN)
    one.back()
    assert one.rerouting.sentence(EN) == ""


def test_answers_outside_the_study_are_kept_apart_too() -> None:
    fields: dict[str, Value] = {
        "answers.cooperation_past": "yes_stop",
        "answers.tech_ai": "no_need",
        "answers.tech_cad": "need",
        "complement.interest": ("patronage_skills",),
        "complement.ai_rules": "need",
        "complement.unsatisfying": ("tech_ai",),
        "complement.urgency.tech_ai": "now",
        "complement.urgency.tech_cad": "later",
    }
    left_out = left_out_steps(standard_questionnaire(), AnswerSheet.of(fields))
    found = {step.id: step.fields for step in left_out}
    assert found == {
        "ai_rules": ("complement.ai_rules",),
        "interest": ("complement.interest",),
        "unsatisfying": ("complement.unsatisfying",),
        "urgency": ("complement.urgency.tech_ai",),
    }


def test_every_item_the_rules_call_rarely_used_asks_for_its_purpose() -> None:
    questionnaire = standard_questionnaire()
    compared = diagnosed(AnswerSheet(), questionnaire, date(2026, 11, 22)).comparison.items
    rare = [item for item, beside in compared.items() if beside.rarely_used]
    assert rare
    assert all(asks_purpose(questionnaire.question(item)) for item in rare)


def test_a_purpose_is_wanted_right_after_the_need_and_until_it_is_written() -> None:
    one = session(cooperation_past="yes_stop")
    one.go_to("q18")
    one.answer("need")
    assert list(one.purposes_wanted) == ["patronage_skills"]
    one.note("comments.patronage_skills", "former l’équipe")
    assert not one.purposes_wanted
    one.go_to("q07")
    one.answer("need")
    assert not one.purposes_wanted


def test_what_nobody_knows_is_listed_in_order_and_only_when_asked() -> None:
    sheet = AnswerSheet.of(
        {
            "answers.tech_cad": "dont_know",
            "answers.patronage_skills": "dont_know",
            "complement.basics.b02": "dont_know",
            "answers.tech_ai": "use",
            "complement.ai_rules": "dont_know",
        }
    )
    assert unknown(standard_questionnaire(), sheet) == ("b02", "ai_rules", "tech_cad")


def test_the_short_version_is_told_by_what_is_answered() -> None:
    questionnaire = standard_questionnaire()
    sheet = AnswerSheet.of({"answers.movement_free_software": "use"})
    assert not is_short_so_far(questionnaire, sheet)
    session = Session(questionnaire, sheet, lambda _change: None, short=True)
    for step in session.path:
        for field in step.fields if step.kind != "profile" else ():
            sheet = sheet.with_field(field, "dont_know")
    assert is_short_so_far(questionnaire, sheet)
    assert not is_short_so_far(questionnaire, sheet.with_field("complement.skills_level", 2))
