"""`jalon ask` in a real terminal, with digits and the AZERTY row, killed half-way; and through a pipe."""

import io
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pexpect
import pytest

from assessment.texts import texts

Call = Callable[..., Any]
SAYS = texts("ask", "fr")
QUESTIONS = ("single", "several", "text", "search")
"""Kinds of question by their prompt; the lines of a block ask as a single one does."""
PROMPTS = (
    *QUESTIONS,
    *("choice", "page", "review", "priorities", "plan", "plan_first_step", "plan_owner", "plan_due"),
    *("plan_help", "plan_state", "plan_empty", "plan_title", "kinds", "saving", "comment", "entrance"),
)
CONTROLS = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]")
AZERTY = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))


in_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")


class Terminal:
    """One `jalon ask` in a pseudo-terminal, and everything it said."""

    def __init__(self, *arguments: str, lang: str = "fr") -> None:
        self.heard, self.says = io.StringIO(), texts("ask", lang)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "assessment.cli", "--lang", lang, "ask", *arguments],
            encoding="utf-8",
            dimensions=(24, 80),
            timeout=20,
            env={**os.environ, "TERM": "xterm-256color"},
        )
        self.child.delaybeforesend = None
        self.child.logfile_read = self.heard

    def prompted(self) -> str:
        """Wait for the next prompt and return its kind."""
        return PROMPTS[self.child.expect([re.escape(self.says(f"prompt.{kind}")) for kind in PROMPTS])]

    def type(self, line: str) -> None:
        self.child.sendline(line)

    def walk(self, *lines: str) -> str:
        """Type a line at each prompt; return the kind of the prompt that follows them."""
        for line in lines:
            self.type(line)
            kind = self.prompted()
        return kind

    @property
    def words(self) -> str:
        """Everything said, as if the terminal had broken no line."""
        return re.sub(r"[ \n]+", " ", self.text)

    @property
    def text(self) -> str:
        return self.heard.getvalue().replace("\r\n", "\n")

    @property
    def place(self) -> list[str]:
        """Question and line said last."""
        return re.findall(r"^(?:(?:Question|Base|Profil) \d+\.|Ligne \d+)", self.text, re.MULTILINE)[-1:]

    @property
    def saved(self) -> int:
        return len(re.findall(r"^Enregistré", self.text, re.MULTILINE))

    def ended(self) -> int:
        """Wait for the end; return the exit code."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus or 0


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def start(*arguments: str, lang: str = "fr") -> Terminal:
        started.append(Terminal(*arguments, lang=lang))
        return started[-1]

    yield start
    for one in started:
        one.child.close(force=True)


def answer(talk: Terminal, kind: str, numbers: Iterator[str], row: Callable[[str], str]) -> None:
    if kind == "text":
        talk.type("Ranger nos fichiers, l’été")
    elif kind == "search":
        talk.type("france")
    elif kind == "several":
        talk.type(f"{row('1')} {row('2')}")
    else:
        talk.type(row(next(numbers)))


@in_a_terminal
@pytest.mark.parametrize("keyboard", ["digits", "azerty"])
def test_the_whole_questionnaire_in_a_terminal_killed_half_way(
    keyboard: str, terminal: Callable[..., Terminal], jalon: Call, home: Path
) -> None:
    row: Callable[[str], str] = AZERTY.__getitem__ if keyboard == "azerty" else str
    numbers = cycle("1212")
    first = terminal("Le Jardin")
    assert first.prompted() == "text"
    first.type("")  # the name is there already
    for _ in range(24):
        answer(first, first.prompted(), numbers, row)
    first.prompted()
    assert "n’est pas une réponse possible" not in first.text
    first.child.kill(signal.SIGKILL)
    kept = jalon("export", "Le Jardin").data["assessments"][0]
    assert first.saved == 24

    second = terminal("Le Jardin")
    assert second.prompted() == "choice"
    kind = second.walk(row("1"))
    assert second.place == first.place
    assert SAYS("start.resume") in second.text
    while kind in QUESTIONS:
        answer(second, kind, numbers, row)
        kind = second.prompted()
    assert SAYS("said.ended") in second.text
    assert second.walk(row("4")) == "priorities"
    second.walk(f"{row('2')} {row('1')}", row("6"), "", "")
    assert second.walk("") == "choice"
    second.type("q")
    assert second.ended() == 0

    (pdf,) = (home / "Documents").iterdir()
    assert str(pdf) in second.text.replace("\n", "")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert not CONTROLS.search(first.text + second.text)
    assert all(len(line) < 80 or "/" in line for line in second.text.split("\n"))
    done = jalon("export", "Le Jardin").data["assessments"][0]
    assert done["answers"].items() >= kept["answers"].items()
    assert done["complement"]["basics"] == kept["complement"]["basics"]
    assert len(done["answers"]) == 31
    assert len(done["priorities"]) == 2
    progress = [int(word) for word in jalon("list").text.split() if word.isdigit()][-2:]
    assert progress[0] == progress[1] > 40


@in_a_terminal
def test_the_small_keys_in_a_terminal(terminal: Callable[..., Terminal], jalon: Call) -> None:
    talk = terminal("Le Jardin")
    talk.prompted()
    talk.walk("", "1", "2", "Aider", "p")
    here = talk.place
    for line in ("?", "c"):
        talk.type(line)
        if line == "c":
            talk.child.expect_exact(SAYS("prompt.comment"))
            talk.type("vu avec l’équipe")
        talk.prompted()
    assert talk.place == here
    talk.type("1")
    talk.prompted()
    talk.type("<")
    talk.prompted()
    assert talk.place == here
    assert "vu avec l’équipe" in talk.text.rpartition(f"\n{here[-1]}")[2]
    talk.type("")
    talk.prompted()
    talk.type("u")
    talk.prompted()
    assert talk.place == here
    talk.type("\x1b[A")  # an arrow: the terminal hands its escape sequence over
    talk.prompted()
    assert "\x1b[A" not in talk.text.split(SAYS("said.undone"))[-1].split("\n", 3)[3]
    talk.type("q")
    assert talk.ended() == 0

    round_ = jalon("export", "Le Jardin").data["assessments"][0]
    assert round_["comments"] == {"skills_wish": "vu avec l’équipe"}
    assert round_["answers"] == {}
    assert "basics" not in round_["complement"]


@in_a_terminal
def test_interrupting_loses_nothing(terminal: Callable[..., Terminal], jalon: Call) -> None:
    talk = terminal("Le Jardin")
    talk.prompted()
    talk.type("")
    talk.prompted()
    talk.type("1")
    talk.prompted()
    talk.child.sendintr()
    assert talk.ended() == 130
    assert "Traceback" not in talk.text

    assert jalon("export", "Le Jardin").data["organisation"]["legal_form"] == "association"


@in_a_terminal
def test_end_of_input_in_a_terminal_is_a_polite_goodbye(terminal: Callable[..., Terminal]) -> None:
    talk = terminal("Le Jardin")
    talk.prompted()
    talk.child.sendeof()

    assert talk.ended() == 0
    assert talk.words.endswith(SAYS("said.left", name='"Le Jardin"') + " ")


# --- whole journeys -----------------------------------------------------------------------------


@in_a_terminal
def test_a_journey_from_the_first_answer_to_the_pdf_and_back(
    terminal: Callable[..., Terminal], jalon: Call, home: Path
) -> None:
    talk = terminal()
    assert talk.prompted() == "choice"
    assert talk.walk("2") == "text"  # the short version: the name is the first question
    numbers = cycle("2143")
    kind = talk.walk("Le Verger")
    while kind in QUESTIONS:
        answer(talk, kind, numbers, str)
        kind = talk.prompted()
    assert SAYS("said.short_ended") in talk.words

    assert talk.walk("2") == "review"
    assert talk.walk("m") == "choice"
    assert talk.walk("résultats", "1") == "page"
    while talk.walk("") == "page":
        pass
    assert "Repère européen 2018-2019" in talk.words
    assert talk.walk("m", "4") == "priorities"
    assert talk.walk("3 1") == "choice"
    assert talk.walk("", "1") == "plan_first_step"
    assert talk.walk("", "Maud, coordinatrice", "31/3/2027", "Un bénévole", "") == "plan"
    assert "avec Maud, coordinatrice, pour le 31 mars 2027" in talk.words
    assert talk.walk("", "6", "1", "1") == "saving"
    assert talk.walk("") == "choice"
    talk.type("q")
    assert talk.ended() == 0

    (pdf,) = (home / "Documents").glob("*.pdf")
    assert str(pdf) in talk.text
    assert not CONTROLS.search(talk.text)
    assert talk.words.endswith(SAYS("said.left", name='"Le Verger"') + " ")
    kept = jalon("export", "Le Verger").data
    assert len(kept["assessments"][0]["priorities"]) == 2
    assert (kept["plan"][0]["due"], kept["plan"][0]["owner"]) == ("2027-03-31", "Maud, coordinatrice")

    again = terminal("Le Verger")
    assert again.prompted() == "choice"
    assert again.walk("1") in QUESTIONS
    assert SAYS("start.resume") in again.words


@in_a_terminal
def test_a_journey_in_english(terminal: Callable[..., Terminal], jalon: Call, home: Path) -> None:
    talk = terminal("The Garden", lang="en")
    assert talk.prompted() == "text"
    numbers, kind = cycle("21"), talk.walk("")
    for _ in range(25):
        answer(talk, kind, numbers, str)
        kind = talk.prompted()
    assert talk.walk("m", "results", "2") in ("page", "choice")
    assert talk.walk("m", "priorities", "2 1") == "choice"
    assert talk.walk("plan", "1", "", "Sam", "2027-03-31", "<") == "plan"
    assert talk.walk("", "document", "", "3") == "saving"
    assert talk.walk("") == "choice"
    talk.type("quit")
    assert talk.ended() == 0

    (text,) = (home / "Documents").glob("*.txt")
    assert "Digital self-assessment" in text.read_text(encoding="utf-8")
    assert "See you soon." in talk.words
    assert "by 31 March 2027" in talk.words
    assert not CONTROLS.search(talk.text)
    assert "Votre" not in talk.text
    assert jalon("export", "The Garden").data["plan"][0]["owner"] == "Sam"


@in_a_terminal
def test_every_mistake_is_told_and_loses_nothing(
    terminal: Callable[..., Terminal], jalon: Call, home: Path
) -> None:
    talk = terminal("Le Jardin")
    talk.prompted()
    talk.walk("", "9", "association et plus", "x" * 3_000, "\x00", "\x1b[A\x1b[B", "", "<", "1", "2", "Aider")
    talk.walk(
        "99", "p", "q99", "g 16", "1 2", "oui", "oui, plutôt", "q8", "2", "m", "0", "rien", "7", "zéro", "<"
    )
    talk.walk("3", "42", "<", "4", "1 2 3 4 5 6 7 8", "deux", "m", "5", "n", "Appeler", "", "", "hier", "<")
    talk.walk("", "6", "3", "1", "4", "1", str(home / "rien" / "la.pdf"), "~personne/x", str(home) + "\x00/x")
    talk.walk("n")
    talk.type("q")
    assert talk.ended() == 0

    assert "Traceback" not in talk.text
    assert not CONTROLS.search(talk.text.replace("^", ""))
    kept = jalon("export", "Le Jardin").data
    assert kept["organisation"]["legal_form"] == "association"
    assert kept["assessments"][0]["answers"] == {"skills_wish": "agree", "tech_ai": "need"}
    assert [action["title"] for action in kept["plan"]] == ["Appeler"]
    assert list((home / "Documents").iterdir()) == []


# --- through a pipe -----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_pipe_that_ends_early_is_a_polite_goodbye(lang: str, process: Call, jalon: Call) -> None:
    run = process("--lang", lang, "ask", "Le Jardin", stdin=b"\n1\n2\n")

    assert (run.code, run.err) == (0, "")
    assert run.lines[-1] == texts("ask", lang)("said.left", name='"Le Jardin"')
    assert not CONTROLS.search(run.text)
    assert all(len(line) < 400 for line in run.lines)
    exported = jalon("export", "Le Jardin").data
    assert exported["organisation"]["legal_form"] == "association"
    assert exported["assessments"][0]["profile"] == {"employees": "10_to_49"}


def test_a_pipe_answers_the_whole_questionnaire(process: Call, jalon: Call, tmp_path: Path) -> None:
    lines = ["", "1", "1", "Aider", "p", *["2"] * 15, "n", *["2"] * 100]

    run = process("ask", "Le Jardin", stdin="\n".join(lines).encode())

    assert run.code == 0
    answers = jalon("export", "Le Jardin").data["assessments"][0]["answers"]
    assert {answers[item] for item in ("tech_iot", "tech_cad")} <= {"no_need", "need"}
    assert len(answers) > 15


@pytest.mark.parametrize("stdin", [b"", b"\xff\xfe\n\x00\x1b[2J\n", "\u202e\n".encode(), b"9" * 10_000])
def test_whatever_comes_through_the_pipe_is_survived(stdin: bytes, process: Call) -> None:
    run = process("ask", stdin=stdin)

    assert (run.code, run.err) == (0, "")
    assert not CONTROLS.search(run.text)


def test_a_name_in_other_capitals_is_the_same_organisation(process: Call, jalon: Call) -> None:
    process("ask", "Le Jardin")
    process("ask", "LE JARDIN")

    assert len(jalon("list").lines) == 1
    short_id = jalon("list").text.split("\t")[0]
    assert "Le Jardin" in process("ask", short_id).text
    assert "Le Jardin" in process("ask").text
    assert len(jalon("list").lines) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of files there")
def test_a_disk_that_fills_up_is_told_and_the_question_put_again(process: Call, jalon: Call) -> None:
    process("ask", "Le Jardin", stdin=b"\n1\n")

    run = process("ask", "Le Jardin", stdin=b"1\n" + b"2\n" * 8, limit=33_000)  # room for a change or two

    assert (run.code, run.err) == (0, "")
    assert "est plein" in run.text
    round_ = jalon("export", "Le Jardin").data["assessments"][0]
    kept = [*round_.get("profile", {}), *round_.get("complement", {}).get("basics", {})]
    kept += [part for part in round_.get("complement", {}) if part == "aim"]
    assert run.text.count("Enregistré") == len(kept) < 8
    assert run.text.count("En une phrase") + run.text.count("Combien de salariés") == 9


def test_windows_line_ends_are_read_as_any_other(process: Call, jalon: Call) -> None:
    assert process("ask", "Le Jardin", stdin=b"\r\n1\r\n2\r\n").code == 0

    assert jalon("export", "Le Jardin").data["assessments"][0]["profile"] == {"employees": "10_to_49"}


def test_another_window_is_told_and_nothing_is_lost(process: Call, workspace: Path, jalon: Call) -> None:
    from assessment.workspace import Workspace

    with Workspace(workspace) as other, other.hold():
        run = process("ask", "Le Jardin", stdin=b"\n1\n")

    assert SAYS("said.other_window") in run.text
    assert jalon("export", "Le Jardin").data["organisation"]["legal_form"] == "association"
