"""The clean tables are what the extraction gives, byte for byte, and the descriptor tells the truth."""

import csv
import hashlib
import json
from pathlib import Path

import pytest

import benchmarks
from benchmarks.building import build, section_of, write
from benchmarks.loading import load
from questionnaire.loading import ContentError

SHIPPED = Path(benchmarks.__file__).parent / "soga_2019"


def test_rebuilding_gives_the_shipped_bytes() -> None:
    for name, content in build().items():
        assert (SHIPPED / name).read_bytes() == content, name


def test_building_writes_a_pack_that_loads(pack_copy: Path) -> None:
    for name in ("figures.csv", "shares.csv", "among_users.csv", "datapackage.json"):
        (pack_copy / name).unlink()
    write(pack_copy)
    assert load(pack_copy).n == 218


def test_a_correction_needs_no_programming(pack_copy: Path) -> None:
    with (pack_copy / "corrections.csv").open("a", encoding="utf-8") as file:
        file.write("F094,54,misread,Ada,2026-01-01\nF004,54,misread,Ada,2026-01-01\n")
    write(pack_copy)
    figures = load(pack_copy).item("platform_participation")
    assert figures is not None
    assert figures.shares["use"].raw.low == 53.5
    assert {value.value for value in figures.shares["use"].published} == {54}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("F999,54,,,", "corrections.csv line 2: figure = 'F999' is not known; nearest valid name: F"),
        ("F094,fifty,,,", "corrections.csv line 2: value = 'fifty' is not a number"),
    ],
)
def test_a_wrong_correction_is_one_sentence(pack_copy: Path, line: str, said: str) -> None:
    with (pack_copy / "corrections.csv").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    with pytest.raises(ContentError) as caught:
        build(pack_copy)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("missing", ["items.csv", "extraction/figures.csv", "extraction/mapping.toml"])
def test_building_without_evidence_names_what_is_missing(pack_copy: Path, missing: str) -> None:
    (pack_copy / missing).unlink()
    with pytest.raises(ContentError, match="the file is missing"):
        build(pack_copy)


def test_the_extraction_is_unchanged_and_the_descriptor_knows_every_table() -> None:
    descriptor = json.loads((SHIPPED / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["path"]: resource for resource in descriptor["resources"]}
    tables = {path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.csv")}
    assert set(resources) == tables
    for path, resource in resources.items():
        content = (SHIPPED / path).read_bytes()
        with (SHIPPED / path).open(encoding="utf-8", newline="") as file:
            columns = next(csv.reader(file))
        assert [field["name"] for field in resource["schema"]["fields"]] == columns
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["bytes"] == len(content)
        if not path.startswith("extraction/"):
            assert all("description" in field for field in resource["schema"]["fields"]), path


def test_sections_are_shortened() -> None:
    assert section_of("RÉSUMÉ") == "résumé"
    assert section_of("02. LES BESOINS / 4. LES BESOINS EN INNOVATION > Autres") == "§ 2.4"
    assert section_of("07. PRÉCONISATIONS / Priorité 3 : encourager") == "§ 7, P3"
    assert section_of("08. ANNEXES / TÉMOIGNAGE") == "annexes"


def test_the_readme_names_every_file() -> None:
    readme = (SHIPPED / "README.md").read_text(encoding="utf-8")
    for path in SHIPPED.rglob("*"):
        if path.is_file() and path.name != "README.md":
            assert path.name in readme, path.name
