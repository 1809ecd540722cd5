"""A network's own answers as a pack: the same form as the study's, usable, never the study's words."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.cli import main
from assessment.demo import FILES, demo_dossiers
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.europe_words import EuropeWords
from assessment.report import render_text
from benchmarks.checking import check
from benchmarks.loading import load, standard_benchmark
from benchmarks.model import Benchmark
from questionnaire.languages import language_codes
from tests.cli.test_network import DAY, write_table

CHOSEN = "Toutes les structures du réseau {ouest} ont été invitées"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a pack from a table once."""
    place = tmp_path_factory.mktemp("pack")
    table, out = write_table(place / "answers.csv"), place / "own"
    asked = ["--id", "reseau-2026", "--title", 'Réseau "ouest"', "--year", "2025-2026", "--chosen", CHOSEN]
    assert main(["benchmark", "build", str(table), *asked, "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def own(folder: Path) -> Benchmark:
    return load(folder)


def test_the_pack_says_who_answered_when_and_how_chosen(own: Benchmark) -> None:
    assert (own.id, own.n, own.year, own.kind) == ("reseau-2026", 240, "2025-2026", "network")
    for lang in language_codes():
        words = EuropeWords(lang, own)
        for said in (words.standing_short, words.standing_long):
            assert "240" in said
            assert words.year in said
            assert "{ouest}" in said
            assert "218" not in said


def test_every_share_holds_the_count_and_its_base(folder: Path, own: Benchmark) -> None:
    with (folder.parent / "answers.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for item, code in (("tech_ai", "use"), ("movement_open_data", "dont_know"), ("policy_tax", "agree")):
        figures = own.item(item)
        assert figures is not None
        counted = sum(row[item] == code for row in rows)
        assert figures.base.is_exact and figures.base.low == 240
        assert 100 * counted / 240 in figures.shares[code].box
        assert figures.shares[code].published[0].value == (200 * counted + 240) // 480
    form = own.item("patronage_skills")
    assert form is not None
    assert form.base.low == sum(row["cooperation_past"].startswith("yes") for row in rows)


def test_nothing_small_is_published(folder: Path) -> None:
    with (folder / "figures.csv").open(encoding="utf-8") as file:
        counts = [row["text"].split("/") for row in csv.DictReader(file)]
    assert counts
    assert all(int(base) >= 10 for _, base in counts)
    assert not any(0 < int(count) < 5 for count, _ in counts)


def test_the_pack_is_a_data_package_and_stands_its_checks(folder: Path, own: Benchmark) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert all((folder / one["path"]).stat().st_size == one["bytes"] for one in package["resources"])
    assert {finding.code for finding in check(own)} <= {"few_counts", "too_wide"}
    readme = (folder / "README.md").read_text(encoding="utf-8")
    for part in ("240", "2025-2026", CHOSEN, "10"):
        assert part in readme


def sentences(own: Benchmark, lang: str) -> Iterator[str]:
    for dossier in demo_dossiers():
        diagnosis = diagnose_dossier(dossier, benchmark=own)
        yield render_text(diagnosis, lang, form="full", date=DAY)


@pytest.mark.parametrize("lang", language_codes())
def test_a_whole_report_beside_it_never_speaks_of_the_218(own: Benchmark, lang: str) -> None:
    for text in sentences(own, lang):
        assert "240" in text
        for foreign in ("218", "2018", "europé", "European", "Europe"):
            lines = [line for line in text.splitlines() if foreign in line and "TechSoup" not in line]
            assert [line for line in lines if "2019" not in line] == [], foreign


@pytest.mark.parametrize("lang", language_codes())
def test_the_study_keeps_its_own_words(lang: str) -> None:
    words = EuropeWords(lang, standard_benchmark())
    assert "218" in words.standing_short and "53" in words.standing_short


def test_the_command_line_shows_and_uses_it(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes], dossier: Path
) -> None:
    def said(*arguments: object) -> str:
        assert main([str(one) for one in arguments]) == 0
        return capsysbinary.readouterr().out.decode()

    assert "reseau-2026" in said("benchmark", "list", "--pack", folder)
    assert "240" in said("benchmark", "show", "tech_ai", "--pack", folder)
    assert said("benchmark", "check", "--pack", folder)
    tree = json.loads(said("diagnose", dossier, "--benchmark", folder, "--json", "-"))
    assert tree["benchmark"]["id"] == "reseau-2026"
    assert tree["benchmark"]["n"] == 240


@pytest.fixture
def dossier() -> Path:
    from importlib.resources import files

    return Path(str(files("assessment") / "demo" / FILES[0]))


def test_a_reference_is_copied_whole(folder: Path, tmp_path: Path) -> None:
    assert main(["benchmark", "export", "--out", str(tmp_path / "copy")]) == 0
    assert load(tmp_path / "copy").id == standard_benchmark().id
    assert main(["benchmark", "export", "--pack", str(folder), "--out", str(tmp_path / "own")]) == 0
    assert load(tmp_path / "own") == load(folder)


def test_the_same_answers_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    table = folder.parent / "answers.csv"
    asked = ["--id", "reseau-2026", "--title", 'Réseau "ouest"', "--year", "2025-2026", "--chosen", CHOSEN]
    assert main(["benchmark", "build", str(table), *asked, "--out", str(tmp_path / "again")]) == 0
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


@pytest.mark.parametrize(
    ("key", "value"), [("--id", "été 1"), ("--year", "26"), ("--title", "  "), ("--chosen", "a\nb")]
)
def test_a_bad_definition_is_refused_before_anything_is_written(
    folder: Path, tmp_path: Path, key: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {"--id": "x", "--title": "X", "--year": "2026", "--chosen": "Tous", key: value}
    options = [part for pair in said.items() for part in pair]
    out = tmp_path / "out"
    assert main(["benchmark", "build", str(folder.parent / "answers.csv"), *options, "--out", str(out)]) == 2
    assert key in capsys.readouterr().err
    assert not out.exists()


def test_a_folder_that_holds_something_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    assert main(["benchmark", "export", "--out", str(tmp_path)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
