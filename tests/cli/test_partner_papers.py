"""`--kit` and `--dla`: the end of the name tells what to write."""

from pathlib import Path

import pytest

from assessment.cli import main
from assessment.demo import demo_dossiers
from assessment.dossier import write_dossier


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    file = tmp_path / "d.json"
    file.write_bytes(write_dossier(demo_dossiers()[1]))
    return str(file)


def test_each_kind_is_written(dossier: str, tmp_path: Path) -> None:
    heads = {"k.pdf": b"%PDF", "k.docx": b"PK", "k.TXT": b"Kit de coop"}
    for name, head in heads.items():
        assert main(["--lang", "fr", "diagnose", dossier, "--kit", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes().startswith(head)
    both = ["--dla", str(tmp_path / "s.txt"), "--kit", str(tmp_path / "k2.txt")]
    assert main(["--lang", "fr", "diagnose", dossier, *both]) == 0
    text = (tmp_path / "s.txt").read_text(encoding="utf-8")
    assert text.startswith("Autodiagnostic numérique — éléments pour le diagnostic partagé")
    assert (tmp_path / "k2.txt").exists()


@pytest.mark.parametrize(
    ("option", "name"), [("--kit", "k.odt"), ("--kit", "k"), ("--dla", "s.pdf"), ("--kit", "-")]
)
def test_another_ending_is_refused_in_one_sentence(
    dossier: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, name: str
) -> None:
    target = name if name == "-" else str(tmp_path / name)
    assert main(["--lang", "en", "diagnose", dossier, option, target]) == 2
    told = capsys.readouterr().err.strip()
    assert told.startswith(f"{option}: “{target}”") and "\n" not in told and ".txt" in told
    assert name == "-" or not Path(target).exists()


def test_a_broken_programme_file_is_told_and_the_diagnosis_is_made(
    dossier: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "jalon-programmes"
    folder.mkdir()
    (folder / "own.toml").write_text("name = 3", encoding="utf-8")
    workspace = str(tmp_path / "w.sqlite3")
    assert main(["--workspace", workspace, "--lang", "en", "diagnose", dossier, "--json", "-"]) == 0
    told = capsys.readouterr()
    assert told.err.startswith("A programme file is set aside: own.toml")
    assert '"orientation"' in told.out
