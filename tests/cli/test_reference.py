"""questionnaire, benchmark, help, version, languages: what needs no workspace."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from assessment.arguments import build_parser
from questionnaire.loading import standard_questionnaire

Call = Callable[..., Any]


# --- questionnaire ------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_questionnaire_is_shown_whole(lang: str, jalon: Call) -> None:
    run = jalon("--lang", lang, "questionnaire", "show")

    assert (run.code, run.err) == (0, "")
    one_line = " ".join(run.text.split())
    for question in standard_questionnaire().questions:
        assert f"{question.number} " in run.text
        assert " ".join(question.wording[lang].split()) in one_line
    for basic in standard_questionnaire().outside.basics:
        assert " ".join(basic.wording[lang].split()) in one_line
    assert max(map(len, run.lines)) <= 110


def test_the_questionnaire_is_exported_as_json(jalon: Call) -> None:
    run = jalon("questionnaire", "export", "--format", "json")

    assert (run.code, run.err) == (0, "")
    written = json.dumps(run.data, ensure_ascii=False)
    for question in standard_questionnaire().questions:
        assert f'"{question.id}"' in written
        assert f'"{question.number}"' in written
    assert run.out.endswith(b"\n")


def test_wrong_uses_of_the_questionnaire_are_refused(refused: Call) -> None:
    refused("questionnaire", told=("show|export", "jalon questionnaire --help"))
    refused("questionnaire", "sohw", told=("sohw", "show"))
    refused("questionnaire", "export", told=("--format",))
    refused("questionnaire", "export", "--format", "jsn", told=("--format", "jsn", "json"))


# --- benchmark ----------------------------------------------------------------------------------


def test_the_benchmark_is_listed_with_its_populations(jalon: Call) -> None:
    run = jalon("benchmark", "list")

    assert (run.code, run.err) == (0, "")
    assert "soga-2019" in run.text
    assert all(name in run.text for name in ("218", "all", "france", "rest_of_europe"))


def test_figures_are_shown_with_section_base_and_status(jalon: Call) -> None:
    everything, one = (
        jalon("--lang", "en", "benchmark", "show"),
        jalon("--lang", "en", "benchmark", "show", "q08"),
    )

    assert (one.code, one.err) == (0, "")
    assert jalon("--lang", "en", "benchmark", "show", "tech_ai").out == one.out
    assert "tech_ai" in one.text
    assert "218" in one.text
    assert any(status in one.text for status in ("published", "derived"))
    assert all(line in everything.text for line in one.lines)
    assert jalon("benchmark", "show", "q08", "--population", "france").out != one.out


def test_a_population_for_which_nothing_is_published_is_said_so(jalon: Call) -> None:
    shown = [
        jalon("--lang", "en", "benchmark", "show", "policy_tax", "--population", name) for name in ("france",)
    ]

    assert [run.code for run in shown] == [0]
    assert shown[0].text


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_benchmark_check_lists_the_doubts(lang: str, jalon: Call) -> None:
    run = jalon("--lang", lang, "benchmark", "check")

    assert (run.code, run.err) == (0, "")
    assert len(run.lines) > 10
    assert any(character.isdigit() for character in run.lines[-1])


def test_wrong_uses_of_the_benchmark_are_refused(refused: Call) -> None:
    refused("benchmark", told=("list|show|check",))
    refused("benchmark", "lst", told=("lst", "list"))
    refused("benchmark", "show", "tech_aii", told=("tech_aii", "tech_ai"))
    refused("benchmark", "show", "", told=("ITEM",))
    refused("benchmark", "show", "q08", "--population", "frnace", told=("--population", "frnace", "france"))


# --- the command itself -------------------------------------------------------------------------


def test_the_version_is_that_of_the_package(jalon: Call, process: Call) -> None:
    for run in (jalon("--version"), process("--version")):
        assert (run.code, run.text, run.err) == (0, f"jalon {version('jalon')}\n", "")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_help_names_every_command_and_fits_the_terminal(lang: str, jalon: Call) -> None:
    run = jalon("--lang", lang, "--help")

    assert (run.code, run.err) == (0, "")
    commands = ["demo", "new", "open", "ask", "list", "diagnose", "import", "export"]
    commands += ["questionnaire", "benchmark"]
    assert all(f"    {command}" in run.text for command in commands)
    assert {"fr": "Utilisation", "en": "Usage"}[lang] in run.text
    assert max(map(len, run.lines)) <= 110
    for command in commands:
        own = jalon("--lang", lang, command, "--help")
        assert (own.code, own.err) == (0, "")
        assert f"jalon {command}" in own.text


def test_the_language_comes_from_the_option_else_the_variable_else_french(
    jalon: Call, monkeypatch: pytest.MonkeyPatch, refused: Call
) -> None:
    def speaks(*arguments: str) -> str:
        return "en" if "organisation" in jalon(*arguments, "list").err else "fr"

    assert speaks() == "fr"
    assert speaks("--lang", "en") == speaks("--lang=en") == "en"
    monkeypatch.setenv("JALON_LANG", "en")
    assert (speaks(), speaks("--lang", "fr")) == ("en", "fr")
    monkeypatch.setenv("JALON_LANG", "")
    assert speaks() == "fr"


def test_an_unknown_language_is_refused(jalon: Call, sentence: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "--lang" in sentence(jalon("--lang", "de", "list"))
    assert "--lang" in sentence(jalon("--lang=de", "list"))
    monkeypatch.setenv("JALON_LANG", "de")
    said = sentence(jalon("list"))
    assert "JALON_LANG" in said
    assert "de" in said
    assert jalon("--lang", "en", "list").code == 0


def test_wrong_commands_are_told_with_the_nearest_one(refused: Call) -> None:
    refused("diagnos", "x.json", told=("diagnos", "diagnose"))
    refused("bogus", told=("bogus",))
    refused("--bogus", told=("--bogus",))
    refused("list", "extra", told=("extra",))
    refused("list", "--lang", "en", told=("--lang",))
    refused("list", "--workspace=x", told=("--workspace=x",))
    refused("--workspace", told=("--workspace",))
    refused("--workspace=", "list", told=("--workspace",))
    refused("export", told=("NAME", "jalon export --help"))
    refused("import", told=("FILE",))
    refused("--work=x", "list", told=("--work=x", "--workspace"))  # no abbreviations: they would change
    refused("\udcff", told=("\\udcff",))


def test_nothing_of_the_grammar_is_left_in_english_for_a_french_person() -> None:
    """argparse has words of its own; none may stand in the French help."""
    french = build_parser("fr").format_help()

    assert not any(
        word in french for word in ("usage:", "positional", "show this", "options:\n  -h, --help  show")
    )


# --- standard output ----------------------------------------------------------------------------


in_a_shell = pytest.mark.skipif(sys.platform == "win32", reason="no such shell there")


def shell(command: str) -> "subprocess.CompletedProcess[bytes]":
    jalon = f'"{sys.executable}" -m assessment.cli'
    return subprocess.run(["bash", "-c", command.replace("jalon", jalon)], capture_output=True, timeout=60)


@in_a_shell
def test_a_reader_that_leaves_is_no_mistake() -> None:
    done = shell("jalon questionnaire show | head -n 1; exit ${PIPESTATUS[0]}")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["benchmark list", "--version", "list"])
def test_a_full_standard_output_is_told(command: str, demo: tuple[Path, ...], jalon: Call) -> None:
    jalon("import", demo[0])

    done = shell(f"jalon {command} > /dev/full")

    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


@in_a_shell
def test_a_closed_standard_output_is_told() -> None:
    done = shell("jalon benchmark list >&-")

    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("locale", ["C", "fr_FR.ISO-8859-1"])
def test_output_is_utf8_whatever_the_locale(locale: str, process: Call) -> None:
    ascii_console = {"LC_ALL": locale, "LANG": locale, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}

    assert "é" in process("questionnaire", "show", environment={**os.environ, **ascii_console}).text
