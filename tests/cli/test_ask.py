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
PROMPTS = ["single", "several", "text", "search", "priorities"]
PDF = re.escape(SAYS("prompt.pdf", path="|")).split(r"\|")[0]
CONTROLS = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]")
AZERTY = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))


in_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")


class Terminal:
    """One `jalon ask` in a pseudo-terminal, and everything it said."""

    def __init__(self, *arguments: str) -> None:
        self.heard = io.StringIO()
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "assessment.cli", "ask", *arguments],
            encoding="utf-8",
            dimensions=(24, 80),
            timeout=20,
            env={**os.environ, "TERM": "xterm-256color"},
        )
        self.child.delaybeforesend = None
        self.child.logfile_read = self.heard

    def prompted(self) -> str:
        """Wait for the next prompt and return its kind; "pdf" at the very end."""
        wanted = [re.escape(SAYS(f"prompt.{kind}", n=6)) for kind in PROMPTS]
        return [*PROMPTS, "pdf"][self.child.expect([*wanted, PDF])]

    def type(self, line: str) -> None:
        self.child.sendline(line)

    @property
    def text(self) -> str:
        return self.heard.getvalue().replace("\r\n", "\n")

    @property
    def place(self) -> list[str]:
        """Step, question and line said last."""
        last = self.text.rpartition("\nÉtape ")[2]
        return re.findall(r"^(?:\d+ sur|Question [pqb]\d+|Ligne \d+)", last, re.MULTILINE)

    @property
    def saved(self) -> int:
        return self.text.count("Enregistré à")

    def ended(self) -> int:
        """Wait for the end; return the exit code."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus or 0


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        started.append(Terminal(*arguments))
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
    kind = second.prompted()
    assert second.place == first.place
    assert SAYS("resume") in second.text
    while kind != "priorities":
        answer(second, kind, numbers, row)
        kind = second.prompted()
    assert SAYS("said.ended") in second.text
    second.type(f"{row('2')} {row('1')}")
    assert second.prompted() == "pdf"
    second.type("")
    assert second.ended() == 0

    (pdf,) = (home / "Documents").iterdir()
    assert str(pdf) in second.text.replace("\n", "")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert not CONTROLS.search(first.text + second.text)
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
    for line in ("", "1", "2", "Aider", "p"):
        talk.prompted()
        talk.type(line)
    talk.prompted()
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
    assert "vu avec l’équipe" in talk.text.rpartition(here[-1])[2]
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
    assert talk.text.endswith(SAYS("said.left", name='"Le Jardin"') + "\n")


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

    run = process("ask", "Le Jardin", stdin=b"2\n" * 8, limit=33_000)  # room for a change or two

    assert (run.code, run.err) == (0, "")
    assert "est plein" in run.text
    round_ = jalon("export", "Le Jardin").data["assessments"][0]
    kept = [*round_.get("profile", {}), *round_.get("complement", {}).get("basics", {})]
    kept += [part for part in round_.get("complement", {}) if part == "aim"]
    assert run.text.count("Enregistré") == len(kept) < 8
    assert run.text.count("\nÉtape ") == 9
