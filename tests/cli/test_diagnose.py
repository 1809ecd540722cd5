"""diagnose: a dossier in, its diagnosis out; what goes where, and what is refused."""

import json
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

Call = Callable[..., Any]
DAY = ("--date", "2026-11-22")


@pytest.fixture
def dossier(demo: tuple[Path, ...]) -> Path:
    return demo[1]


def test_text_on_standard_output_is_the_default(jalon: Call, dossier: Path) -> None:
    plain, asked = jalon("diagnose", dossier, *DAY), jalon("diagnose", dossier, *DAY, "--text", "-")

    assert (plain.code, plain.err) == (0, "")
    assert plain.out == asked.out
    assert "(exemple fictif)" in plain.text
    assert "\x1b" not in plain.text


def test_the_dossier_may_come_on_standard_input(jalon: Call, process: Call, dossier: Path) -> None:
    from_file = jalon("diagnose", dossier, *DAY)

    assert jalon("diagnose", "-", *DAY, stdin=dossier.read_bytes()).out == from_file.out
    assert process("diagnose", "-", *DAY, stdin=dossier.read_bytes()).out == from_file.out


def test_files_are_written_and_told_on_standard_error(jalon: Call, dossier: Path, tmp_path: Path) -> None:
    pdf, data, text = tmp_path / "d.pdf", tmp_path / "out.json", tmp_path / "d.txt"

    run = jalon("--lang", "en", "diagnose", dossier, *DAY, "--pdf", pdf, "--json", data, "--text", text)

    assert (run.code, run.out) == (0, b"")
    assert sorted(run.err.splitlines()) == sorted(f"Written: {file}" for file in (pdf, data, text))
    assert len(PdfReader(pdf).pages) >= 3
    assert json.loads(data.read_bytes())["format"] == "jalon-diagnosis"
    assert text.read_bytes() == jalon("--lang", "en", "diagnose", dossier, *DAY).out


def test_data_on_standard_output_is_nothing_but_data(jalon: Call, dossier: Path, tmp_path: Path) -> None:
    run = jalon("diagnose", dossier, "--json", "-", "--pdf", tmp_path / "d.pdf")

    assert run.data["format"] == "jalon-diagnosis"
    assert "d.pdf" in run.err
    assert jalon("diagnose", dossier, "--pdf", "-").out.startswith(b"%PDF")


def test_a_file_that_is_replaced_is_told(jalon: Call, dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "d.pdf").write_text("older")

    run = jalon("--lang", "en", "diagnose", dossier, "--pdf", tmp_path / "d.pdf")

    assert run.err == f"Written, in place of the file that was there: {tmp_path / 'd.pdf'}\n"
    assert (tmp_path / "d.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_date_and_the_language_stand_on_the_document(lang: str, jalon: Call, dossier: Path) -> None:
    run = jalon("--lang", lang, "diagnose", dossier, *DAY, "--pdf", "-")

    pages = "".join(page.extract_text() for page in PdfReader(BytesIO(run.out)).pages)
    assert {"fr": "22 novembre 2026", "en": "22 November 2026"}[lang] in pages.replace("\xa0", " ")


def test_the_full_form_is_longer(jalon: Call, dossier: Path) -> None:
    assert len(jalon("diagnose", dossier, "--full").out) > len(jalon("diagnose", dossier).out) * 1.5


def test_the_plan_of_the_dossier_is_printed(jalon: Call, dossier: Path, tmp_path: Path) -> None:
    tree = json.loads(dossier.read_text(encoding="utf-8"))
    tree["plan"] = [{"item": "tech_ai", "owner": "Ada Lovelace", "due": "2027-03-31", "status": "open"}]
    planned = tmp_path / "planned.json"
    planned.write_text(json.dumps(tree), encoding="utf-8")

    assert "Ada Lovelace" in jalon("diagnose", planned).text


@pytest.fixture
def rounds(dossier: Path, tmp_path: Path) -> Path:
    """Return a dossier with two rounds; the one written first is the later."""
    tree = json.loads(dossier.read_text(encoding="utf-8"))
    (first,) = tree["assessments"]
    later = {**first, "id": "round-1", "date": "2027-05-01", "answers": {"tech_ai": "use"}}
    for unneeded in ("complement", "comments", "priorities"):
        later.pop(unneeded, None)
    tree["assessments"] = [later, {**first, "id": "round-0", "date": "2026-11-01"}]
    file = tmp_path / "rounds.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return file


def test_the_latest_assessment_is_diagnosed_unless_one_is_named(jalon: Call, rounds: Path) -> None:
    latest = jalon("diagnose", rounds, "--json", "-").data
    named = jalon("diagnose", rounds, "--json", "-", "--assessment", "round-0").data

    assert latest["domains"]["all"]["answered"] == 1
    assert named["domains"]["all"]["answered"] > 1


def test_an_unknown_assessment_is_told_with_the_nearest_one(refused: Call, rounds: Path) -> None:
    refused("diagnose", rounds, "--assessment", "round-3", told=("rounds.json", "round-3", "round-"))
    refused("diagnose", rounds, "--assessment", "", told=("rounds.json",))


def test_a_population_is_shown_beside(jalon: Call, dossier: Path) -> None:
    everyone = jalon("diagnose", dossier, "--json", "-").data
    france = jalon("diagnose", dossier, "--json", "-", "--population", "france").data

    assert [data["benchmark"]["population"] for data in (everyone, france)] == ["all", "france"]
    assert everyone["benchmark"]["n"] == 218
    assert france["items"] != everyone["items"]
    assert [one["item"] for one in france["recommendations"]] == [
        one["item"] for one in everyone["recommendations"]
    ]


def test_wrong_options_are_refused(refused: Call, dossier: Path) -> None:
    refused("diagnose", dossier, "--population", "frnace", told=("--population", "frnace", "france"))
    for day in ("2026-02-30", "22/11/2026", "20261122", "demain", ""):
        refused("diagnose", dossier, "--date", day, told=("--date", day))
    refused("diagnose", dossier, "--date", told=("--date",))
    refused("diagnose", dossier, "--pfd", "x.pdf", told=("--pfd", "--pdf"))
    refused("diagnose", dossier, "x.json", told=("x.json", "--help"))
    refused("diagnose", told=("DOSSIER", "jalon diagnose --help"))


def test_outputs_may_not_destroy_one_another_nor_the_dossier(
    refused: Call, jalon: Call, dossier: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.json"
    mine.write_bytes(dossier.read_bytes())
    (tmp_path / "folder").mkdir()
    same = tmp_path / "folder" / ".." / "same"

    for key in ("--json", "--pdf", "--text"):
        refused("diagnose", mine, key, mine, told=(key, "mine.json"))
        refused("diagnose", mine, key, tmp_path / "folder" / ".." / "mine.json", told=(key,))
    refused("diagnose", mine, "--json", tmp_path / "same", "--text", same, told=("--json", "--text"))
    refused("diagnose", mine, "--json", "-", "--text", "-", told=("--json", "--text"))
    assert jalon("diagnose", mine, "--json", os.devnull, "--text", os.devnull).code == 0


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31"])
def test_far_dates_are_printed(date: str, jalon: Call, dossier: Path) -> None:
    assert jalon("diagnose", dossier, "--date", date, "--pdf", "-").code == 0
