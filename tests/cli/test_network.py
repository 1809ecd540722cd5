"""`jalon network`: a table or dossiers in, the picture of a network out; and what is refused."""

import csv
import json
import random
import shutil
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import page as validator
import pypdf
import pytest

from questionnaire.loading import standard_questionnaire
from tests.cli.conftest import Call

Q = standard_questionnaire()
DAY = date(2026, 11, 25)


def write_table(path: Path, size: int = 240, seed: int = 7) -> Path:
    """Write the answers of made-up organisations, one column per question."""
    chance = random.Random(seed)
    weights = {one.id: [chance.random() + 0.05 for _ in Q.scale(one.scale).codes] for one in Q.questions}
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["name", *(one.id for one in Q.questions), "employees"])
        for place in range(size):
            answers = [chance.choices(Q.scale(one.scale).codes, weights[one.id])[0] for one in Q.questions]
            writer.writerow([f"S{place}", *answers, chance.choice(["0_to_9", "0_to_9", "10_to_49", ""])])
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "answers.csv")


def test_a_table_as_text_with_the_study_beside_it(jalon: Call, table: Path) -> None:
    for lang in ("fr", "en"):
        run = jalon("--lang", lang, "network", table, "--by", "employees", "--name", "Acme [/x] [UK]")
        assert run.code == 0
        assert "Acme [/x] [UK]" in run.text
        assert "218" in run.text and "2018" in run.text
        assert "name" in run.err
        assert len(run.err.splitlines()) == 1


def test_every_output_at_once(jalon: Call, table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    pdf = tmp_path / "n.pdf"
    run = jalon("network", table, "--json", "-", "--pdf", pdf, "--csv", folder, "--date", DAY)
    assert run.code == 0
    assert (run.data["format"], run.data["organisations"]) == ("jalon-network", 240)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert {one["path"] for one in package["resources"]} <= {path.name for path in folder.iterdir()}
    rows = list(csv.DictReader((folder / "shares.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == sum(len(Q.scale(one.scale).codes) for one in Q.questions)
    assert not any(0 < int(row["count"]) < 5 for row in rows if row["count"])
    assert len(pypdf.PdfReader(BytesIO(pdf.read_bytes())).pages) > 3


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_pdf_is_accessible_and_the_same_each_time(
    jalon: Call, table: Path, tmp_path: Path, lang: str
) -> None:
    files = [tmp_path / name for name in ("a.pdf", "b.pdf")]
    for file in files:
        assert (
            jalon(
                "--lang", lang, "network", table, "--by", "employees", "--date", "2026-11-25", "--pdf", file
            ).code
            == 0
        )
    content = files[0].read_bytes()
    assert content == files[1].read_bytes()
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A):
        report = validator.validate_pdf_bytes(content, profile=profile)
        assert report.is_compliant, [(one.rule_id, one.message) for one in report.failures][:5]


def test_a_folder_of_dossiers(jalon: Call, demo: tuple[Path, ...], tmp_path: Path) -> None:
    folder = tmp_path / "dossiers"
    folder.mkdir()
    for place in range(12):
        tree = json.loads(demo[place % 3].read_text(encoding="utf-8"))
        tree["organisation"].pop("id", None)
        (folder / f"{place}.json").write_text(json.dumps(tree), encoding="utf-8")
    run = jalon("network", folder, "--json", "-")
    assert run.code == 0
    assert run.data["organisations"] == 12
    shutil.copy(demo[0], folder / "12.json")
    shutil.copy(demo[0], folder / "13.json")
    again = jalon("--lang", "en", "network", folder, "--json", "-")
    assert again.data["organisations"] == 13
    assert "later" in again.err


def test_what_cannot_be_used_is_one_sentence(
    refused: Callable[..., str], table: Path, demo: tuple[Path, ...], tmp_path: Path
) -> None:
    empty = tmp_path / "none"
    empty.mkdir()
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("tech_ai\nuse\nned\n", encoding="utf-8")
    refused("network", wrong, told=("wrong.csv", "3", "tech_ai", "ned", "need"))
    refused("network", empty, told=("none",))
    refused("network", tmp_path / "absent.csv", told=("absent.csv",))
    refused("network", demo[0], told=("10",))
    refused("network", table, demo[0], told=("answers.csv",))
    refused("network", table, "--by", "employes", told=("employees",))
    refused("network", table, "--json", table, told=("--json", "answers.csv"))
    refused("network", table, "--pdf", tmp_path / "x", "--json", tmp_path / "x", told=("--pdf", "--json"))
    refused("network", table, "--csv", tmp_path / "absent", told=("absent",))
    refused("network", table, "--benchmark", empty, told=("none", "pack.toml"))
