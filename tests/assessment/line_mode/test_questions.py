"""The questions of the line mode: what is said, what a line does, what is kept."""

import pytest

from assessment.texts import texts
from assessment.workspace import OrganisationRow
from tests.assessment.line_mode.conftest import Talk

ASK = {lang: texts("ask", lang) for lang in ("fr", "en")}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_says_who_where_and_how_before_the_first_question(talk: Talk, lang: str) -> None:
    said = talk(lang=lang)

    assert ASK[lang]("where.organisation", name="Le Jardin") in talk.said[:6]
    assert ASK[lang]("start.privacy") in said
    assert ASK[lang]("start.how") in said
    assert ASK[lang]("start.resume") not in said
    assert talk.said[-1] == ASK[lang]("said.left", name='"Le Jardin"')


def test_an_answer_is_kept_and_told_and_the_next_question_put(talk: Talk) -> None:
    talk("", "1", "é")

    assert talk.field("organisation.legal_form") == "association"
    assert talk.field("profile.employees") == "10_to_49"
    assert sum("Enregistré" in line for line in talk.said) == 2
    assert talk.position == "aim"


def test_resuming_says_so_and_stands_at_the_same_question(talk: Talk) -> None:
    talk("", "1", "", "Aider")

    said = talk("1")

    assert ASK["fr"]("start.resume") in said
    assert talk.numbers == ["b1"]


def test_a_place_reached_by_skipping_is_kept_too(talk: Talk) -> None:
    talk(*[""] * 7)

    assert talk.position == "b04"
    assert talk.numbers[-1] == "b4"


def test_enter_keeps_what_was_answered_and_zero_erases_it(talk: Talk) -> None:
    talk("", "1", "<", "", "q")
    assert talk.field("organisation.legal_form") == "association"

    said = talk("1", "<", "0", "q")

    assert "Association" in said
    assert ASK["fr"]("question.keep") in said
    assert talk.field("organisation.legal_form") is None


def test_a_list_is_kept_by_enter_and_emptied_by_zero(talk: Talk) -> None:
    talk.stand_at("sdg")
    talk("4 11", "<", "", "q")
    assert talk.field("profile.sdg") == (4, 11)

    talk.stand_at("sdg")
    talk("1", "0", "q")
    assert talk.field("profile.sdg") == ()


def test_what_is_not_understood_is_told_without_saying_the_question_again(talk: Talk) -> None:
    said = talk("", "\x1b[A", "9")

    assert ASK["fr"]("said.not_understood", given="\\u001b[A") in said
    assert "\x1b" not in said
    assert talk.numbers == ["p2"]


def test_the_small_letters_are_commands_even_where_a_text_is_asked(talk: Talk) -> None:
    said = talk("?", "c", "u", "<")

    assert talk.field("organisation.name") == "Le Jardin"
    assert ASK["fr"]("said.no_comment") in said
    assert ASK["fr"]("said.nothing_to_undo") in said
    assert ASK["fr"]("said.first") in said


def test_undo_takes_back_the_last_answer_and_goes_there(talk: Talk) -> None:
    talk("", "1", "U", "q")

    assert talk.field("organisation.legal_form") is None
    assert talk.position == "legal_form"


def test_a_comment_stays_unless_it_is_erased(talk: Talk) -> None:
    talk.stand_at("tech_ai")
    talk("c", "à voir", "c", "", "q")
    assert talk.field("comments.tech_ai") == "à voir"

    assert "à voir" in talk("1", "c", "0", "q")
    assert talk.field("comments.tech_ai") is None


def test_the_definition_is_explained(talk: Talk) -> None:
    talk.stand_at("tech_ai")
    definition = talk("?").rpartition(ASK["fr"]("prompt.single"))[0].splitlines()[-3:]

    assert all(len(line) > 40 for line in definition)
    assert talk.numbers == ["q8"]


def test_the_basics_are_passed_at_once(talk: Talk) -> None:
    talk.stand_at("b01")
    talk("p")

    assert talk.numbers == ["b1", "q1"]


def test_five_technologies_are_answered_line_by_line_or_at_once(talk: Talk) -> None:
    talk.stand_at("q09-q13")
    talk("1", "2", "<", "3", "q")
    assert (talk.field("answers.tech_iot"), talk.field("answers.tech_blockchain")) == ("use", "no_need")

    talk("1", "n", "q")
    assert {talk.field(f"answers.tech_{name}") for name in ("robotics", "vr", "cad")} == {"no_need"}


def test_a_form_of_cooperation_asks_what_a_need_would_be_for(talk: Talk) -> None:
    talk.fill(answers__cooperation_past="yes_continue")
    talk.stand_at("patronage_financial")
    purpose = ASK["fr"]("question.hint.purpose")

    assert purpose in talk("1", "c", "payer un site", "2", "q")
    talk.stand_at("patronage_financial")
    assert purpose not in talk("1")


@pytest.mark.parametrize("given", ["x" * 1_001, "Le\tJardin", "Le\x1bJardin"])
def test_a_name_that_cannot_be_kept_is_told_and_asked_again(talk: Talk, given: str) -> None:
    said = talk(given, "Le Verger", "q")

    assert talk.field("organisation.name") == "Le Verger"
    assert said.count("Comment s’appelle votre structure") == 2


def test_an_answer_changed_in_another_window_is_kept_told_and_asked_again(talk: Talk) -> None:
    def other_window(line: int, _row: OrganisationRow) -> None:
        if line == 1:
            talk.fill(organisation__legal_form="other")

    said = talk("", "1", before=other_window)

    assert ASK["fr"]("said.elsewhere") in said
    assert talk.field("organisation.legal_form") == "other"
    assert talk.numbers == ["p2", "p2"]
    assert (
        "Autre" in said.rpartition("Votre structure, question 2.")[2].partition(ASK["fr"]("question.keep"))[0]
    )


def test_an_answer_may_be_typed_in_words(talk: Talk) -> None:
    talk.stand_at("tech_ai")
    said = talk("non", "je ne sais", "q")

    assert ASK["fr"]("said.not_understood", given="non") in said
    assert "Peut-être" in said
    assert talk.field("answers.tech_ai") == "dont_know"
    assert ASK["fr"]("said.saved_as", words="Je ne sais pas") in said


@pytest.mark.parametrize("line", ["g 8", "g8", "q8", "Q08", "g q08"])
def test_a_question_is_reached_by_its_number_from_anywhere(talk: Talk, line: str) -> None:
    talk("", line, "1", "m", line)

    assert talk.field("answers.tech_ai") == "use"
    assert talk.numbers.count("q8") == 2


def test_a_question_that_is_not_there_or_not_put_is_told(talk: Talk) -> None:
    said = talk("", "q99", "q16", "b3", "p2")

    assert ASK["fr"]("said.no_question", given="q99") in said
    assert ASK["fr"]("said.not_put") in said
    assert talk.numbers == ["p2", "b3", "p2"]


def test_the_language_changes_in_place(talk: Talk) -> None:
    said = talk("", "l", "1", "l")

    assert "What is the legal form" in said
    assert "Saved: Association." in said
    assert said.count(ASK["fr"]("said.language")) == 1


def test_help_repeating_and_where_one_is(talk: Talk) -> None:
    said = talk("", "h", "o", "r")

    assert ASK["fr"]("help.question") in said
    assert all(ASK["fr"](f"help.everywhere.{n}") in said for n in range(1, 5))
    assert ASK["fr"]("where.some", answered=1, asked=43) in said
    assert said.count("forme juridique") == 2


def test_private_notes_exist_for_an_adviser_only(talk: Talk) -> None:
    talk.stand_at("tech_ai")
    assert ASK["fr"]("said.not_understood", given="a") in talk("a")
    talk.advise()
    talk("a", "prudence", "q")

    assert talk.field("adviser_notes.tech_ai") == "prudence"
    talk.stand_at("tech_ai")
    assert ASK["fr"]("question.note", note="prudence") in talk("1")


def test_an_answer_that_opens_other_questions_says_so(talk: Talk) -> None:
    talk.stand_at("cooperation_past")

    assert "Cette réponse change la suite" in talk("1")


def test_back_in_the_middle_of_a_comment_drops_it(talk: Talk) -> None:
    talk.stand_at("tech_ai")
    talk("c", "<", "2", "q")

    assert talk.field("comments.tech_ai") is None
    assert talk.field("answers.tech_ai") == "need"


def test_parts_are_announced_once(talk: Talk) -> None:
    said = talk(*[""] * 8)

    assert said.count("Vos bases. Étape") == 1
