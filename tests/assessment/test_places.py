from datetime import date
from pathlib import Path

import pytest

from assessment.places import (
    default_workspace,
    document_name,
    dossier_name,
    file_stem,
    free_path,
    typed_path,
    workspace_path,
)


def test_the_workspace_is_the_one_given_else_the_variable_else_the_default() -> None:
    named = {"JALON_WORKSPACE": "/elsewhere/w.sqlite3"}

    assert workspace_path(Path("mine.sqlite3"), named) == Path("mine.sqlite3")
    assert workspace_path(None, named) == Path("/elsewhere/w.sqlite3")
    assert workspace_path(None, {}) == default_workspace()


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("L’Abri du vélo (exemple fictif)", "L-Abri-du-velo-exemple-fictif"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\\b:c*d?", "a-b-c-d"),
        ("Σύλλογος", "Συλλογος"),
        ("\u202eneila", "neila"),
        ("x" * 1_000, "x" * 60),
        ("🌱", "structure-a1b2c3"),
        ("CON", "structure-a1b2c3"),
        (None, "structure-a1b2c3"),
    ],
)
def test_a_file_is_named_in_letters_every_system_accepts(name: str | None, stem: str) -> None:
    assert file_stem(name, "a1b2c3") == stem
    assert dossier_name(name, "a1b2c3").endswith("a1b2c3.json")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Le Jardin d’Été", "le-jardin-d-ete-"),
        ("Au Cœur de l'Œuvre", "au-coeur-de-l-oeuvre-"),
        ("Łódź & Straße", "lodz-strasse-"),
        ("Les amis... ", "les-amis-"),
        ("_a__b_", "a-b-"),
        ("CON", "con-"),
        ("x" * 1_000, "x" * 60 + "-"),
        ("Σύλλογος", ""),
        ("جمعية", ""),
        ("🌱", ""),
        (None, ""),
    ],
)
def test_a_document_is_named_in_plain_letters_or_by_the_short_id(name: str | None, words: str) -> None:
    day = date(2026, 11, 22)

    assert document_name("fr", name, day) == f"autodiagnostic-numerique-{words}2026-11-22.pdf"
    by_id = document_name("en", name, day, short_id="a1b2c3")
    assert by_id == f"digital-self-assessment-{words or 'a1b2c3-'}2026-11-22.pdf"
    assert document_name("fr", name, None).isascii()


def test_an_existing_file_is_stepped_around(tmp_path: Path) -> None:
    wanted = tmp_path / "a.pdf"
    assert free_path(wanted) == wanted
    wanted.touch()
    (tmp_path / "a (2).pdf").touch()

    assert free_path(wanted) == tmp_path / "a (3).pdf"


@pytest.mark.parametrize("written", ["{path}", "'{path}'", '"{path}"', "file://{address}", "{escaped}"])
def test_a_file_dropped_on_the_window_is_found(tmp_path: Path, written: str) -> None:
    file = tmp_path / "mon dossier.json"
    file.write_text("{}")
    escaped = str(file).replace(" ", "\\ ")
    typed = written.format(path=file, address=str(file).replace(" ", "%20"), escaped=escaped)
    assert typed_path(f" {typed} ") == file
