"""The line mode as a conversation: what is said, what a line does, what is kept."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from assessment.plain import PlainSession
from assessment.texts import texts
from assessment.workspace import OrganisationRow, Workspace
from questionnaire.answers import Value

ASK = {lang: texts("ask", lang) for lang in ("fr", "en")}


class Talk:
    """A conversation with lines known beforehand; the input ends after them."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "w.sqlite3"
        self.said: list[str] = []
        with Workspace(self.path) as workspace:
            self.row = workspace.create("Le Jardin", today=date(2026, 11, 22))

    def __call__(
        self, *lines: str, lang: str = "fr", before: Callable[[int, OrganisationRow], None] | None = None
    ) -> str:
        """Talk, one line to a prompt, `before` called ahead of each; returns what was said."""
        self.said, waiting = [], list(lines)

        def ask(prompt: str) -> str:
            self.said.append(prompt)
            if not waiting:
                raise EOFError
            if before:
                before(len(lines) - len(waiting), self.row)
            return waiting.pop(0)

        with Workspace(self.path) as workspace:
            PlainSession(workspace, self.row, lang, ask=ask, say=self.said.append).run()
        return "\n".join(self.said)

    def field(self, name: str) -> Value:
        with Workspace(self.path) as workspace:
            return workspace.sheet(self.row.assessment_id).get(name)

    def fill(self, **fields: Value) -> None:
        """Write answers as another window would; `__` stands for the dot."""
        with Workspace(self.path) as workspace:
            for name, value in fields.items():
                field = name.replace("__", ".")
                held = workspace.sheet(self.row.assessment_id).get(field)
                workspace.record(self.row.assessment_id, field, value, expected=held)

    def stand_at(self, step: str) -> None:
        with Workspace(self.path) as workspace:
            workspace.leave_at(self.row.assessment_id, step)

    @property
    def position(self) -> str | None:
        with Workspace(self.path) as workspace:
            return workspace.position(self.row.assessment_id)

    @property
    def numbers(self) -> list[str]:
        """Numbers of the questions said, in order."""
        return re.findall(r"^Question (\w+)\.$", "\n".join(self.said), re.MULTILINE)


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    return Talk(tmp_path)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_says_who_where_and_how_before_the_first_question(talk: Talk, lang: str) -> None:
    said = talk(lang=lang)

    assert "Le Jardin" in talk.said[0]
    assert ASK[lang]("privacy") in said
    assert ASK[lang]("how") in said
    assert ASK[lang]("resume") not in said
    assert talk.said[-1] == ASK[lang]("said.left", name='"Le Jardin"')


def test_an_answer_is_kept_and_told_and_the_next_question_put(talk: Talk) -> None:
    talk("", "1", "é")

    assert talk.field("organisation.legal_form") == "association"
    assert talk.field("profile.employees") == "10_to_49"
    assert sum("Enregistré" in line for line in talk.said) == 2
    assert talk.position == "aim"


def test_resuming_says_so_and_stands_at_the_same_question(talk: Talk) -> None:
    talk("", "1", "", "Aider")

    said = talk()

    assert ASK["fr"]("resume") in said
    assert talk.numbers == ["b01"]


def test_a_place_reached_by_skipping_is_kept_too(talk: Talk) -> None:
    talk(*[""] * 7)

    assert talk.position == "b04"
    assert talk.numbers[-1] == "b04"


def test_enter_keeps_what_was_answered_and_zero_erases_it(talk: Talk) -> None:
    talk("", "1", "<", "", "q")
    assert talk.field("organisation.legal_form") == "association"

    said = talk("<", "0", "q")

    assert "Association" in said
    assert ASK["fr"]("keep") in said
    assert talk.field("organisation.legal_form") is None


def test_a_list_is_kept_by_enter_and_emptied_by_zero(talk: Talk) -> None:
    talk.stand_at("sdg")
    talk("4 11", "<", "", "q")
    assert talk.field("profile.sdg") == (4, 11)

    talk.stand_at("sdg")
    talk("0", "q")
    assert talk.field("profile.sdg") == ()


def test_what_is_not_understood_is_told_without_saying_the_question_again(talk: Talk) -> None:
    said = talk("", "\x1b[A", "9")

    assert ASK["fr"]("said.not_understood", given="\\u001b[A") in said
    assert "\x1b" not in said
    assert talk.numbers == ["p02"]


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

    assert "à voir" in talk("c", "0", "q")
    assert talk.field("comments.tech_ai") is None


def test_the_definition_is_explained(talk: Talk) -> None:
    talk.stand_at("tech_ai")
    definition = talk("?").splitlines()[-5:]

    assert any(len(line) > 40 for line in definition)
    assert talk.numbers == ["q08"]


def test_the_basics_are_passed_at_once(talk: Talk) -> None:
    talk.stand_at("b01")
    talk("p")

    assert talk.numbers == ["b01", "q01"]


def test_five_technologies_are_answered_line_by_line_or_at_once(talk: Talk) -> None:
    talk.stand_at("q09-q13")
    talk("1", "2", "<", "3", "q")
    assert (talk.field("answers.tech_iot"), talk.field("answers.tech_blockchain")) == ("use", "no_need")

    talk("n", "q")
    assert {talk.field(f"answers.tech_{name}") for name in ("robotics", "vr", "cad")} == {"no_need"}


def test_a_form_of_cooperation_asks_what_a_need_would_be_for(talk: Talk) -> None:
    talk.fill(answers__cooperation_past="yes_continue")
    talk.stand_at("patronage_financial")
    purpose = texts("app", "fr")("hint.purpose")

    assert purpose in talk("c", "payer un site", "2", "q")
    talk.stand_at("patronage_financial")
    assert purpose not in talk()


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
    assert talk.numbers == ["p02", "p02"]
    assert "Autre" in said.rpartition("Question p02.")[2].partition(ASK["fr"]("keep"))[0]


# --- the end ------------------------------------------------------------------------------------


@pytest.fixture
def ending(talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Return a conversation that is one answer away from its end."""
    (tmp_path / "documents").mkdir()
    monkeypatch.setattr("assessment.plain_ending.documents_folder", lambda: tmp_path / "documents")
    talk.fill(answers__tech_ai="need", answers__platform_crowd="need")
    talk.fill(complement__basics__b01="need")
    talk.stand_at("policy_networking")
    return talk


def pdfs(folder: Path) -> Iterable[str]:
    for file in sorted(folder.rglob("*.pdf")):
        assert file.read_bytes().startswith(b"%PDF")
        yield str(file.relative_to(folder))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_diagnosis_is_read_and_the_pdf_offered(ending: Talk, tmp_path: Path, lang: str) -> None:
    said = ending("1", "", "", lang=lang)

    assert ASK[lang]("said.ended") in said
    assert ASK[lang]("priorities") in said
    (written,) = pdfs(tmp_path / "documents")
    assert ASK[lang]("said.pdf_written", path=tmp_path / "documents" / written) in said
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", said)


def test_priorities_are_chosen_by_number_in_ones_own_order(ending: Talk) -> None:
    said = ending("1", "1 2 3 4 5 6 7", "9", "3 1", "n")
    first = offered(said)
    again = offered(ending("1", "", "n"))

    assert ASK["fr"]("said.too_many", n=6) in said
    assert ASK["fr"]("said.not_understood", given="9") in said
    assert all(title.endswith("(priorité)") for title in first)
    assert again[:2] == [first[2], first[0]]
    assert f"{again[2]} (priorité)" == first[1]


def offered(said: str) -> list[str]:
    """Return the titles said when the priorities were asked for."""
    titles = re.findall(r"^\d+\s: (.*)$", said.partition(ASK["fr"]("priorities"))[2], re.MULTILINE)
    assert len(titles) == 3
    return titles


def test_the_pdf_goes_where_one_says_and_overwrites_nothing(ending: Talk, tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_text("mine")
    folder = tmp_path / "documents"

    said = ending(
        "1", "", str(tmp_path / "missing" / "x.pdf"), str(tmp_path / "mine.pdf"), f'"{tmp_path}/bilan"'
    )

    assert "mine.pdf" in said
    assert (tmp_path / "mine.pdf").read_text() == "mine"
    assert (tmp_path / "bilan.pdf").read_bytes().startswith(b"%PDF")
    ending("1", "", str(folder))
    ending("1", "", "")
    assert len(list(pdfs(folder))) == 2


@pytest.mark.parametrize("line", ["n", "non", "q", "Q"])
def test_no_pdf_is_written_when_none_is_wanted(ending: Talk, tmp_path: Path, line: str) -> None:
    ending("1", "", line)

    assert list(pdfs(tmp_path)) == []


def test_the_input_may_end_at_any_prompt(ending: Talk, tmp_path: Path) -> None:
    for lines in ((), ("1",), ("1", "")):
        assert ending(*lines).endswith(ASK["fr"]("said.left", name='"Le Jardin"'))
    assert list(pdfs(tmp_path)) == []
