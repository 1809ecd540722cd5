"""The places after the questions: review, results, priorities, plan, document, the organisation."""

import re
from datetime import date
from pathlib import Path

import pytest

from assessment.dossier import Action
from assessment.line_mode.conversation import Conversation
from assessment.line_mode.voice import Voice
from assessment.planning import replaced
from assessment.texts import texts
from assessment.workspace import Workspace
from tests.assessment.line_mode.conftest import Talk

ASK = {lang: texts("ask", lang) for lang in ("fr", "en")}
T = ASK["fr"]
STANDING = "Repère européen 2018-2019"


def plan(talk: Talk) -> tuple[Action, ...]:
    with Workspace(talk.path) as workspace:
        return workspace.plan(talk.row.id)


def rows(said: str) -> list[str]:
    return re.findall(r"^\d+\s: (.*)$", said, re.MULTILINE)


# --- the menu -----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_organisation_with_answers_begins_with_the_menu(answered: Talk, lang: str) -> None:
    said = answered(lang=lang)

    assert ASK[lang]("menu.title", name="Le Jardin") in said
    assert answered.numbers == []
    assert answered.said[-1] == ASK[lang]("said.left", name='"Le Jardin"')


def test_after_the_last_question_enter_alone_leads_all_the_way(answered: Talk, documents: Path) -> None:
    answered.stand_at("policy_networking")
    said = answered("1", "1", "", "12", "", "", "", "", "", "", "", "", "")

    assert T("said.ended") in said
    places = ("results", "priorities", "plan", "document", "quit")
    assert [place for place in places if f", {T(f'menu.way.{place}')}. " in said] == list(places)
    assert len(list(documents.glob("*.pdf"))) == 1
    assert answered.said[-1] == T("said.left", name='"Le Jardin"')


def test_the_menu_is_said_whole_once_and_again_when_asked(answered: Talk) -> None:
    first = answered("3", "m")
    again = answered("3", "m", "r")

    assert first.count(T("menu.way.another")) == 1
    assert again.count(T("menu.way.another")) == 2


def test_back_at_the_menu_and_words_instead_of_numbers(answered: Talk) -> None:
    said = answered("<", "résultats", "m", "R", "re", "xyz", "")

    assert T("menu.at_the_menu") in said
    assert T("results.intro") in said
    assert T("said.meant", labels="Relire les réponses, en changer ; Résultats") in said
    assert T("said.not_understood", given="xyz") in said


def test_an_organisation_erased_elsewhere_ends_the_talk_in_one_sentence(answered: Talk) -> None:
    from assessment.errors import BadInput

    def other_window(line: int, _row: object) -> None:
        if line == 1:
            with Workspace(answered.path) as workspace:
                workspace.delete(answered.row.id)

    with pytest.raises(BadInput, match="was erased"):
        answered("3", "m", before=other_window)


def test_a_page_jumped_from_leads_back_to_the_menu(answered: Talk) -> None:
    said = answered("3", "q8", "m")

    assert answered.numbers == ["q8"]
    assert said.count(T("menu.title", name="Le Jardin")) == 2


# --- the review ---------------------------------------------------------------------------------


def test_open_questions_come_first_then_the_unknown_then_the_others(answered: Talk) -> None:
    said = answered("2", *[""] * 10)
    places = [said.index(T(f"review.group.{group}") + "\n") for group in ("open", "dont_know", "answered")]

    assert places == sorted(places)
    known = said[places[1] : places[2]]
    assert "Question 12, Réalité virtuelle" in known
    assert "Question 8, Intelligence artificielle" in said[places[2] :]
    assert "q12" not in said
    assert "Quand s’y mettre, Intelligence artificielle" in said
    assert "Enregistré" not in said


def test_a_number_changes_an_answer_and_comes_back(answered: Talk) -> None:
    listed = answered("2", *[""] * 10)
    rank = next(m for m in re.findall(r"^(\d+)\. Question 12,", listed, re.M))
    said = answered("2", rank, "1", "999", "m")

    assert answered.field("answers.tech_vr") == "use"
    assert T("said.not_understood", given="999") in said
    assert said.count(T("prompt.review")) == 3


def test_a_question_named_in_the_review_comes_back_to_it(answered: Talk) -> None:
    said = answered("2", "q8", "1", "m")

    assert answered.field("answers.tech_ai") == "use"
    assert said.count(T("prompt.review")) == 2


def test_what_is_no_longer_asked_is_read_apart(answered: Talk) -> None:
    answered.fill(answers__patronage_financial="use", answers__cooperation_past="no_no_wish")
    said = answered("2", *[""] * 10)

    assert "Question 16, Mécénat financier" in said.partition(T("review.group.left_out"))[2]


# --- the results --------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("page", range(1, 11))
def test_every_page_is_short_and_plain(answered: Talk, lang: str, page: int) -> None:
    said = answered("3", str(page), *[""] * 12, lang=lang)

    assert answered.longest <= 30  # a page and a menu
    assert not re.search(r"[=\-─█●○·]{3,}|^\s*[-·]|\x1b", said, re.MULTILINE)
    assert " · " not in said


@pytest.mark.parametrize("page", ["1", "3", "4", "6"])
def test_where_europe_is_named_the_standing_sentence_is_said(answered: Talk, page: str) -> None:
    answered.fill(answers__platform_participation="no_need")
    assert STANDING in answered("3", page, *[""] * 8)


def test_what_to_ask_the_team_leaves_no_room_to_write_by_hand(answered: Talk) -> None:
    said = answered("3", "6", "")

    assert "réalité virtuelle" in said
    assert "Qui peut le savoir" not in said


def test_nothing_answered_is_told_kindly(answered: Talk) -> None:
    said = answered("3", "5", *[""] * 8)

    assert "Vous n’avez pas encore répondu à cette partie" in said


def test_leaving_a_page_goes_back_to_the_pages_and_then_to_the_menu(answered: Talk) -> None:
    said = answered("3", "4", "<", "<", "q")

    assert said.count(T("results.intro")) == 2
    assert said.count(T("menu.title", name="Le Jardin")) == 2


def test_the_language_changes_in_the_middle_of_a_page(answered: Talk) -> None:
    said = answered("3", "4", "l")

    assert "Technologies: " in said.partition(ASK["en"]("said.language"))[2]


# --- the priorities -----------------------------------------------------------------------------


def test_priorities_are_chosen_by_number_in_ones_own_order(answered: Talk) -> None:
    said = answered("4", "1 2 3 4 5 6 7", "9", "3 1")
    offered = rows(said.partition(T("priorities.proposed"))[2])[:3]
    kept = rows(said.partition(T("priorities.kept"))[2])[:2]

    assert T("said.too_many", n=6) in said
    assert T("said.not_understood", given="9") in said
    assert all(row.endswith("Priorité") for row in offered)
    assert [title.split(".")[0] for title in (offered[2], offered[0])] == kept
    assert answered.field("priorities") is not None


def test_a_recommendation_is_read_in_full(answered: Talk) -> None:
    said = answered("4", "d 2", "", "", "d9", "")

    assert "Pourquoi. " in said
    assert "Premier pas. " in said
    assert T("said.not_understood", given="d 9") in said
    assert answered.field("priorities") is None


def test_no_need_is_told_and_no_priority_can_be_kept(talk: Talk) -> None:
    talk.fill(answers__tech_ai="no_need")
    assert T("priorities.none") in talk("4")


def test_keeping_none_of_them_is_possible(answered: Talk) -> None:
    assert T("priorities.kept_none") in answered("4", "0")
    assert answered.field("priorities") == ()


# --- the plan -----------------------------------------------------------------------------------


def test_an_action_is_filled_in_line_by_line(answered: Talk) -> None:
    said = answered("5", "1", "", "Maud", "le 31 du mois", "31/03/2027", "Un bénévole", "2", "")
    (action,) = plan(answered)

    assert T("plan.bad_date", typed="le 31 du mois") in said
    assert (action.owner, action.due, action.help) == ("Maud", date(2027, 3, 31), "Un bénévole")
    assert action.status == "done"
    assert action.first_step
    assert "fait, avec Maud, pour le 31 mars 2027" in said


def test_going_back_half_way_keeps_what_was_said(answered: Talk) -> None:
    answered("5", "1", "Demander un devis", "Maud", "<", "q")
    (action,) = plan(answered)

    assert (action.first_step, action.owner, action.due) == ("Demander un devis", "Maud", None)


def test_enter_keeps_and_zero_erases(answered: Talk) -> None:
    answered("5", "1", "", "Maud", "31/03/2027", "", "", "")
    answered("5", "1", "", "0", "", "", "", "")
    (action,) = plan(answered)

    assert (action.owner, action.due) == (None, date(2027, 3, 31))


def test_an_action_of_ones_own_and_a_name_that_cannot_be_one(answered: Talk) -> None:
    said = answered("5", "n", "Appeler le réseau", "", "x" * 1_001, "Idir", "<", "")
    (action,) = plan(answered)

    assert (action.title, action.item, action.owner) == ("Appeler le réseau", None, "Idir")
    assert "1000 au plus" in said
    assert "Appeler le réseau, à faire, avec Idir" in said


def test_the_plan_is_undone_before_older_answers(answered: Talk) -> None:
    said = answered("4", "2 1", "5", "1", "", "Maud", "u", "31/03/2027", "<", "u", "u", "u")

    assert said.count(T("said.plan_undone")) == 2
    assert said.count(T("said.undone")) == 1
    assert plan(answered) == ()
    assert answered.field("priorities") is None


def test_an_action_changed_meanwhile_is_not_written_twice() -> None:
    first, other = Action(title="Appeler"), Action(title="Écrire")
    named, dated = first.model_copy(update={"owner": "Maud"}), first.model_copy(update={"help": "Idir"})

    assert replaced((first, other), named, dated) == (dated, other)
    assert replaced((other,), None, first) == (other, first)


def test_an_empty_plan_is_told(talk: Talk) -> None:
    talk.fill(answers__tech_ai="no_need")
    assert T("plan.none") in talk("5", "")


# --- the document -------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_pdf_is_proposed_among_the_documents(answered: Talk, documents: Path, lang: str) -> None:
    said = answered("6", "", "", "", lang=lang)
    (pdf,) = documents.iterdir()

    assert pdf.read_bytes().startswith(b"%PDF")
    assert said.count(str(pdf)) == 2


def test_word_and_text_stand_beside_it_and_nothing_is_replaced(answered: Talk, documents: Path) -> None:
    answered.fill(comments__tech_ai="à voir")
    answered("6", "2", "2", "1 2 3", str(documents / "bilan"))
    assert sorted(file.suffix for file in documents.iterdir()) == [".docx", ".pdf", ".txt"]
    before = {file: file.read_bytes() for file in documents.iterdir()}

    said = answered("6", "", "", str(documents / "bilan.pdf"), str(documents / "no" / "x"), "n")
    answered("6", "", "3", f'"{documents}"')

    assert "bilan.pdf" in said
    assert "existe déjà" in said
    assert T("said.not_saved") in said
    assert before.items() <= {file: file.read_bytes() for file in documents.iterdir()}.items()
    assert len(list(documents.iterdir())) == 4


@pytest.mark.parametrize("line", ["n", "non", "q", "<", "m"])
def test_no_document_is_written_when_none_is_wanted(answered: Talk, documents: Path, line: str) -> None:
    answered("6", "", "", line)

    assert list(documents.iterdir()) == []


def test_the_input_may_end_at_any_prompt(answered: Talk) -> None:
    lines = ("6", "2", "1", "n", "7", "3", "non", "5", "1", "", "", "31/03/2027")
    for last in range(len(lines) + 1):
        assert answered(*lines[:last]).endswith(T("said.left", name='"Le Jardin"'))


# --- the organisation ---------------------------------------------------------------------------


def test_the_name_is_changed_and_one_that_is_taken_is_told(answered: Talk) -> None:
    with Workspace(answered.path) as workspace:
        workspace.create("Le Verger", today=date(2026, 11, 22))
    said = answered("7", "1", "Le Verger", "Le Potager", "q")

    assert "Le Verger" in said
    assert answered.field("organisation.name") == "Le Potager"
    assert answered.said[-1] == T("said.left", name='"Le Potager"')


def test_the_dossier_is_saved_without_private_notes(answered: Talk, documents: Path) -> None:
    answered.fill(adviser_notes__tech_ai="à taire")
    answered("7", "2", "")
    (file,) = documents.iterdir()

    assert '"jalon-dossier"' in file.read_text(encoding="utf-8")
    assert "à taire" not in file.read_text(encoding="utf-8")


def test_erasing_wants_the_word_for_it(answered: Talk) -> None:
    assert T("organisation.not_erased") in answered("7", "3", "oui")
    said = answered("7", "3", "effacer")

    assert T("organisation.erased") in said
    with Workspace(answered.path) as workspace:
        assert workspace.organisations() == []


# --- the entrance -------------------------------------------------------------------------------


def test_without_a_name_the_organisations_are_listed(answered: Talk) -> None:
    for name in ("Le Verger", "La Serre", "Été"):
        with Workspace(answered.path) as workspace:
            workspace.create(name, today=date(2026, 11, 22))

    assert T("where.organisation", name="Été") in answered("1", named=False)
    assert T("where.organisation", name="Été") in answered("ete", named=False)
    said = answered("le", "z", "9", "<", "jardin", "9", "q", named=False)
    assert T("menu.title", name="Le Jardin") in said
    assert T("said.not_understood", given="z") in said
    assert said.count(T.count("entrance.list", 4)) == 3
    assert said.endswith(T("said.left_nothing"))


def test_many_organisations_are_read_nine_at_a_time(talk: Talk) -> None:
    with Workspace(talk.path) as workspace:
        for number in range(20):
            workspace.create(f"Structure {number}", today=date(2026, 11, 22))
    said = talk("", "", "21", named=False)

    assert T("entrance.more", rest=12) in said
    assert T("where.organisation", name="Le Jardin") in said


def test_a_new_one_is_short_or_full_and_the_rest_comes_later(tmp_path: Path) -> None:
    lines = ["2", "Le Verger", *["0"] * 3, "p", *["4"] * 15, "0", "1", "q"]
    said: list[str] = []
    with Workspace(tmp_path / "w.sqlite3") as workspace:
        voice = Voice("fr", ask=lambda _prompt: lines.pop(0), say=said.append)
        Conversation(workspace, voice).run()
        (row,) = workspace.organisations()

    assert row.name == "Le Verger"
    assert T("said.short_ended") in said


@pytest.mark.parametrize("lines", [(), ("<",), ("q",)])
def test_leaving_at_the_door_creates_nothing(tmp_path: Path, lines: tuple[str, ...]) -> None:
    waiting, said = list(lines), list[str]()

    def ask(prompt: str) -> str:
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    with Workspace(tmp_path / "w.sqlite3") as workspace:
        Conversation(workspace, Voice("fr", ask=ask, say=said.append)).run()
        assert workspace.organisations() == []
    assert said[-1] == T("said.left_nothing")
