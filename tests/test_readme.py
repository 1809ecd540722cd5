"""The README tells every command and option, and names only files that exist."""

import argparse
import re
from pathlib import Path

import pytest

from assessment.arguments import build_parser

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def parsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    inner = [a.choices.values() for a in parser._actions if isinstance(a.choices, dict)]
    return [parser, *(found for group in inner for one in group for found in parsers(one))]


@pytest.mark.parametrize("parser", parsers(build_parser("fr")), ids=lambda parser: parser.prog)
def test_every_command_and_option_stands_in_the_readme(parser: argparse.ArgumentParser) -> None:
    assert parser.prog in README or parser.prog.count(" ") == 1
    for option in parser._option_string_actions:
        assert option in README or option in ("-h", "--help")


def test_files_named_in_the_readme_exist() -> None:
    named = re.findall(r"`((?:questionnaire|benchmarks|assessment|tests)/[^`\s]*)`", README)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_option_has_its_help_in_both_languages(lang: str) -> None:
    for parser in parsers(build_parser(lang)):
        assert all(action.help for action in parser._actions if not isinstance(action.choices, dict))
