"""`jalon group`: a room counted, bad dossiers named, files that are the same every time."""

import json
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from assessment.dossier import Dossier, assessment_of, organisation_of, write_dossier
from questionnaire.answers import AnswerSheet
from tests.workshop import LINES, sheets

Call = Callable[..., Any]
DAY = ("--date", "2026-11-25")
NAMES = [line.partition(" ;")[0] for line in LINES]


@pytest.fixture
def workshop(tmp_path: Path) -> list[Path]:
    """The dossiers of the twelve organisations."""
    paths = []
    for number, sheet in enumerate(sheets()):
        made = assessment_of(sheet, date=date(2026, 11, 25), questionnaire="soga-2019", id=f"t0-{number}")
        path = tmp_path / f"{number:02}.json"
        organisation = organisation_of(sheet, id=f"00000000-0000-4000-8000-{number:012}")
        path.write_bytes(write_dossier(Dossier(organisation=organisation, assessments=(made,))))
        paths.append(path)
    return paths


def test_the_json_counts_every_dossier(jalon: Call, workshop: list[Path]) -> None:
    run = jalon("group", *workshop, "--json", "-")
    assert (run.code, run.err) == (0, "")
    schema = files("assessment") / "schemas" / "group-1.schema.json"
    jsonschema.validate(run.data, json.loads(schema.read_text(encoding="utf-8")))
    assert (run.data["format"], run.data["version"], run.data["organisations"]) == ("jalon-group", 1, 12)
    assert len(run.data["items"]) == 19
    for item, counts in run.data["items"].items():
        assert sum(counts.values()) == 12
        told = [json.loads(path.read_bytes())["assessments"][0]["answers"].get(item) for path in workshop]
        assert counts["need"] + counts["not_asked"] >= told.count("need") >= counts["need"]
    assert {"item": "movement_open_data", "kind": "teach"} in run.data["matches"]


def test_the_order_of_the_dossiers_changes_no_byte(jalon: Call, workshop: list[Path], tmp_path: Path) -> None:
    made = []
    for number, given in enumerate((workshop, workshop[::-1])):
        paths = [tmp_path / f"out{number}.{kind}" for kind in ("pdf", "json", "txt")]
        options = [f"--{key}" for key in ("pdf", "json", "text")]
        asked = [part for pair in zip(options, paths, strict=True) for part in pair]
        assert jalon("group", *given, *DAY, *asked).code == 0
        made.append([path.read_bytes() for path in paths])
    assert made[0] == made[1]


def test_without_dossiers_the_workspace_is_counted(jalon: Call, workshop: list[Path]) -> None:
    assert jalon("import", *workshop).code == 0
    run = jalon("group", "--json", "-")
    assert run.data == jalon("group", *workshop, "--json", "-").data
    text = jalon("group").text
    assert "12 structures" in text
    assert "%" not in text.partition("À côté de l’étude")[0]


def test_nothing_to_count_is_one_sentence(jalon: Call, sentence: Callable[[Any], str]) -> None:
    assert "Aucune structure" in sentence(jalon("group"))


def test_a_bad_dossier_is_named_and_set_aside(jalon: Call, workshop: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "mauvais.json"
    bad.write_text('{"format": "jalon-dossier", "version": 1}', encoding="utf-8")
    run = jalon("group", workshop[0], bad, *workshop[1:], "--json", "-")
    assert run.code == 2
    assert run.data["organisations"] == 12
    first, last = run.err.splitlines()
    assert "mauvais.json" in first
    assert "12 structures comptées, 1 dossier laissé de côté." in last


def test_only_bad_dossiers_are_refused_in_one_sentence(refused: Callable[..., str], tmp_path: Path) -> None:
    bad = tmp_path / "mauvais.json"
    bad.write_text("{}", encoding="utf-8")
    refused("group", bad, told=("mauvais.json",))
    refused("group", bad, tmp_path / "absent.json", told=("mauvais.json",))


def test_outputs_that_would_destroy_something_are_refused(
    refused: Callable[..., str], workshop: list[Path], tmp_path: Path
) -> None:
    refused("group", workshop[0], "--json", workshop[0], told=(workshop[0].name,))
    same = tmp_path / "x"
    refused("group", workshop[0], "--json", same, "--pdf", same, told=("--pdf", "--json"))
    refused("group", workshop[0], "--pdf", tmp_path / "no" / "x.pdf", told=("no",))
    refused("group", workshop[0], "--each", tmp_path / "no", told=("no",))


def test_an_organisation_given_twice_counts_once(jalon: Call, workshop: list[Path]) -> None:
    again = workshop[0].with_name("again.json")
    again.write_bytes(workshop[0].read_bytes())
    run = jalon("group", again, *workshop, "--json", "-")
    assert run.code == 0
    assert run.data["organisations"] == 12
    assert "comptée une fois" in run.err


def test_each_organisation_gets_its_document(jalon: Call, workshop: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "each"
    folder.mkdir()
    run = jalon("group", *workshop[:3], "--each", folder, *DAY)
    assert (run.code, run.out) == (0, b"")
    assert len(list(folder.glob("*.pdf"))) == 3
    alone = tmp_path / "one.pdf"
    assert jalon("diagnose", workshop[0], "--pdf", alone, *DAY).code == 0
    assert alone.read_bytes() in [path.read_bytes() for path in folder.iterdir()]


def test_names_stand_on_the_page_only_with_consent(jalon: Call, workshop: list[Path]) -> None:
    text = jalon("group", *workshop).text
    assert "Café des Deux Rives" in text
    assert "Radio Clairière" not in text
    public = jalon("group", *workshop, "--public").text
    assert not any(name in public for name in NAMES)
    data = jalon("group", *workshop, "--public", "--json", "-").data
    assert data["public"] is True
    assert not any(n in (1, 2, 3, 4) for counts in data["items"].values() for n in counts.values())


def test_private_notes_and_written_words_never_reach_the_group(jalon: Call, tmp_path: Path) -> None:
    paths = []
    for number, sheet in enumerate(sheets()):
        told = {"adviser_notes.tech_ai": "SECRET", "comments.tech_ai": "PROPOS", "complement.aim": "PHRASE"}
        full = AnswerSheet.of({**sheet.fields, **told})
        made = assessment_of(full, date=date(2026, 11, 25), questionnaire="soga-2019", id=None)
        path = tmp_path / f"n{number}.json"
        dossier = Dossier(organisation=organisation_of(full), assessments=(made,))
        path.write_bytes(write_dossier(dossier, with_private_notes=True))
        paths.append(path)
    for output in ("--json", "--text", "--pdf"):
        run = jalon("group", *paths, output, "-")
        assert run.code == 0 or output == "--pdf"
        for word in (b"SECRET", b"PROPOS", b"PHRASE"):
            assert word not in run.out
