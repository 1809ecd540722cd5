"""A third language is data only: Portuguese beside the others in a copy of the packages, code untouched."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WALK = Path(__file__).parent / "walk.py"
PORTUGUESE = """
[pt]
name = "português"
locale = "pt_PT"
tag = "pt-PT"
singular = [1]
decimal = ","
range_dash = "-"
no_break_before = "»"
no_break_after = "«"
spaced_thousands = true
first_of_month = "1.º"
"""
MARK = "pt·"
"""Head of every sentence of the copy that is said in Portuguese."""
PLACES = ("start", "question", "review", "example", "pdf", "home", "help", "document")
_ALONE = re.compile(r'^((?:[\w.]+\.)?)fr = "(.*)"$', re.MULTILINE)
_INLINE = re.compile(r'\{ fr = "((?:[^"\\]|\\.)*)"')


def sentences(tree: object) -> Iterator[Mapping[str, str]]:
    """Yield every text of a content file."""
    if isinstance(tree, dict) and isinstance(tree.get("fr"), str):
        yield tree
    elif isinstance(tree, dict | list):
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from sentences(branch)


def translated(content: str) -> str:
    """Put a Portuguese sentence beside every French one of a TOML file."""
    content = _ALONE.sub(rf'\g<0>\n\1pt = "{MARK}\2"', content)
    return _INLINE.sub(rf'\g<0>, pt = "{MARK}\1"', content)


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packages in which Portuguese is listed, and nothing translated."""
    folder = tmp_path_factory.mktemp("listed")
    for package in ("questionnaire", "benchmarks", "assessment"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "questionnaire" / "content" / "languages.toml").open("a", encoding="utf-8") as languages:
        languages.write(PORTUGUESE)
    return folder


@pytest.fixture(scope="module")
def spoken(listed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which every text is translated, mechanically."""
    folder = tmp_path_factory.mktemp("spoken") / "packages"
    shutil.copytree(listed, folder)
    for file in folder.rglob("*.toml"):
        content = translated(file.read_text(encoding="utf-8"))
        assert all("pt" in text for text in sentences(tomllib.loads(content))), file
        file.write_text(content, encoding="utf-8")
    return folder


def run(packages: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        **os.environ,
        "PYTHONPATH": str(packages),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "HOME": str(packages),
        "JALON_WORKSPACE": str(packages / "w.sqlite3"),
    }
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=packages,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def shown(spoken: Path) -> dict[str, str]:
    """What the translated copy shows in Portuguese, by place."""
    done = run(spoken, str(WALK), "pt", str(spoken / "walk.sqlite3"))
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    assert Path(found["code"]).is_relative_to(spoken)
    return found


def test_the_first_screen_names_it_and_f2_leads_to_it(shown: dict[str, str]) -> None:
    assert "Français · English · Português (F2)" in shown["first"]
    assert MARK not in shown["first"]
    assert f"{MARK}Faites le point" in shown["welcome"]


@pytest.mark.parametrize(
    "place", ["start", "question", "review", "example", "pdf", "home", "help", "document"]
)
def test_every_page_speaks_it(shown: dict[str, str], place: str) -> None:
    assert shown[place].count(MARK) > 3, shown[place]


def test_f2_leads_on_to_the_first_language(shown: dict[str, str]) -> None:
    assert "F2 Français" in shown["home"]


def test_the_document_page_offers_the_three(shown: dict[str, str]) -> None:
    assert "( ) français   ( ) English   (●) português" in shown["pdf"]


def test_the_files_of_the_document_carry_it(shown: dict[str, str]) -> None:
    assert shown["tag"] == "pt-PT"
    assert shown["file"].startswith(f"{MARK}autodiagnostic-numerique")


def test_dates_and_numbers_follow_its_conventions(shown: dict[str, str]) -> None:
    assert "15 de outubro de 2026" in shown["document"]
    assert not re.search(r"\d\.\d (?:%|à)", shown["document"])


def test_no_heading_of_the_document_is_left_in_another_language(shown: dict[str, str]) -> None:
    lines = shown["document"].splitlines()
    headings = [line for line, under in pairwise(lines) if under and set(under) in ({"="}, {"-"})]
    assert len(headings) > 10
    assert [line for line in headings if MARK not in line] == ["Les Mots passants (exemple fictif)"]


@pytest.mark.parametrize(
    "arguments",
    [("list",), ("questionnaire", "show"), ("benchmark", "check"), ("benchmark", "show"), ("--help",)],
    ids=" ".join,
)
def test_every_command_speaks_it(spoken: Path, arguments: tuple[str, ...]) -> None:
    done = run(spoken, "-m", "assessment.cli", "--lang", "pt", *arguments)
    assert done.returncode == 0, done.stderr
    assert MARK in done.stdout + done.stderr


def test_an_error_speaks_it_and_the_help_lists_it(spoken: Path) -> None:
    wrong = run(spoken, "-m", "assessment.cli", "--lang", "pt", "export", "Nobody")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith(MARK)
    assert "fr, en, pt" in run(spoken, "-m", "assessment.cli", "--help").stdout


def test_until_it_is_translated_it_is_said_in_french(listed: Path) -> None:
    """The list alone is enough to begin with; French typography goes with the French words."""
    done = run(listed, "-m", "assessment.cli", "--lang", "pt", "list")
    assert (done.returncode, done.stdout) == (0, "")
    assert (
        "Aucune structure pour l’instant. «\N{NO-BREAK SPACE}jalon new NOM\N{NO-BREAK SPACE}»" in done.stderr
    )
    walked = run(listed, str(WALK), "pt", str(listed / "walk.sqlite3"))
    assert walked.returncode == 0, walked.stderr
    found = json.loads(walked.stdout)
    assert "Faites le point" in found["welcome"]
    assert "15 de outubro de 2026" in found["document"]
