"""diagnose with several dossiers: one PDF each in a folder, whatever is wrong with some of them."""

import json
import os
import sys
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest
from pypdf import PdfReader

import assessment.report
from assessment.diagnosis import Diagnosis

Call = Callable[..., Any]
Make = Callable[..., list[Path]]
DAY = ("--date", "2026-11-22")
MANY = 25
"""Enough for two processes to share the work, where there are two cores."""


@pytest.fixture
def make(demo: tuple[Path, ...], tmp_path: Path) -> Make:
    """Write one dossier a name."""

    def write(*names: str | None) -> list[Path]:
        (tmp_path / "in").mkdir(exist_ok=True)
        files = []
        for number, name in enumerate(names):
            tree = json.loads(demo[1].read_text(encoding="utf-8"))
            tree["organisation"] |= {"name": name, "id": str(uuid.UUID(int=(number + 1) * 2**104))}
            files.append(tmp_path / "in" / f"{number:03}.json")
            files[-1].write_text(json.dumps(tree), encoding="utf-8")
        return files

    return write


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def pdf_name(words: str) -> str:
    return f"autodiagnostic-numerique-{words}-2026-10-15.pdf"


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def is_about(pdf: Path, name: str) -> bool:
    return name in PdfReader(pdf).pages[0].extract_text()


def test_each_dossier_gets_a_pdf_of_its_own(jalon: Call, make: Make, out: Path) -> None:
    run = jalon("diagnose", *make("Le Jardin", "Cœur d’Été"), "--pdf-dir", out, *DAY)

    assert (run.code, run.out) == (0, b"")
    assert names_in(out) == [pdf_name("coeur-d-ete"), pdf_name("le-jardin")]
    first, second, last = run.err.replace("\xa0", " ").splitlines()
    assert [first, second] == [f"Écrit : {out / pdf_name(name)}" for name in ("le-jardin", "coeur-d-ete")]
    assert last == f"2 documents écrits dans {out}."
    assert is_about(out / pdf_name("le-jardin"), "Le Jardin")


def test_one_dossier_may_go_to_the_folder_too(jalon: Call, make: Make, out: Path, tmp_path: Path) -> None:
    (file,) = make("Le Jardin")

    run = jalon("--lang", "en", "diagnose", file, "--pdf-dir", out, "--text", tmp_path / "a.txt", *DAY)

    target = out / "digital-self-assessment-le-jardin-2026-10-15.pdf"
    assert (run.code, run.out) == (0, b"")
    assert sorted(run.err.splitlines()) == sorted(f"Written: {path}" for path in (target, tmp_path / "a.txt"))
    assert target.read_bytes().startswith(b"%PDF")


def test_a_bad_dossier_is_told_and_left_aside(process: Call, make: Make, out: Path) -> None:
    files = make(*"ABCDE")
    files[1].write_text("{", encoding="utf-8")
    tree = json.loads(files[3].read_text(encoding="utf-8"))
    tree["assessments"][0]["answers"]["tech_a"] = "use"
    files[3].write_text(json.dumps(tree), encoding="utf-8")

    run = process("diagnose", *files, out / "absent.json", "--pdf-dir", out, *DAY)

    assert (run.code, run.out) == (2, b"")
    bad = [line for line in run.err.splitlines() if ".json" in line]
    assert [str(file) in line for file, line in zip((files[1], files[3], "absent.json"), bad, strict=True)]
    assert "tech_ai" in bad[1]
    assert run.err.splitlines()[-1] == f"3 documents écrits dans {out}, 3 dossiers laissés de côté."
    assert names_in(out) == [pdf_name("a"), pdf_name("c"), pdf_name("e")]


def test_many_dossiers_are_shared_between_processes(process: Call, make: Make, out: Path) -> None:
    """Numbers follow the order given whatever the timing, and doing it again gives the same files."""
    names = ["Le Jardin", "le jardin !", *(f"Autre {number}" for number in range(MANY - 4)), "LE JARDIN", "x"]
    files = make(*names)
    files[-1].write_text("{", encoding="utf-8")
    (out / "letter.txt").write_text("mine")

    first = process("diagnose", *files, "--pdf-dir", out, *DAY)
    written = {path.name: path.read_bytes() for path in out.iterdir()}
    again = process("diagnose", *files, "--pdf-dir", out, *DAY)

    assert (first.code, again.code) == (2, 2)
    assert len(written) == MANY  # the letter, and all but the bad one
    for suffix, name in (("", "Le Jardin"), ("-2", "le jardin"), ("-3", "LE JARDIN")):
        assert is_about(out / pdf_name("le-jardin").replace(".pdf", f"{suffix}.pdf"), name)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == written
    bad, replaced, numbered, last = again.err.replace("\xa0", " ").splitlines()
    assert str(files[-1]) in bad
    assert replaced.startswith(f"{MANY - 1} documents prennent la place")
    assert numbered.startswith("2 documents portent un numéro")
    assert last == f"{MANY - 1} documents écrits dans {out}, 1 dossier laissé de côté."
    assert first.err.replace("\xa0", " ").splitlines() == [bad, numbered, last]


def test_no_usable_dossier_at_all(jalon: Call, make: Make, out: Path) -> None:
    files = make("A", "B")
    for file in files:
        file.write_text("", encoding="utf-8")

    run = jalon("--lang", "en", "diagnose", *files, "--pdf-dir", out)

    assert run.code == 2
    assert run.err.splitlines()[-1] == f"No document written to {out}, 2 dossiers set aside."


def test_a_fault_of_ours_costs_one_document_only(
    jalon: Call, make: Make, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, render = make(*"ABC"), assessment.report.render_pdf

    def stumble(diagnosis: Diagnosis, *arguments: Any, **choices: Any) -> bytes:  # noqa: ANN401
        if diagnosis.subject.name == "B":
            raise ZeroDivisionError("no width")
        return render(diagnosis, *arguments, **choices)

    monkeypatch.setattr(assessment.report, "render_pdf", stumble)
    run = jalon("diagnose", *files, "--pdf-dir", out)

    assert run.code == 2
    assert names_in(out) == [pdf_name("a"), pdf_name("c")]
    (told,) = (line for line in run.err.splitlines() if str(files[1]) in line)
    assert "ZeroDivisionError: no width" in told


def test_the_same_name_gets_a_number_in_the_order_given(jalon: Call, make: Make, out: Path) -> None:
    run = jalon("diagnose", *make("Le Jardin", "le jardin !"), "--pdf-dir", out, *DAY)

    assert run.code == 0
    assert is_about(out / pdf_name("le-jardin"), "Le Jardin")
    assert is_about(out / pdf_name("le-jardin").replace(".pdf", "-2.pdf"), "le jardin")
    assert "1 document porte un numéro" in run.err.replace("\xa0", " ")


def test_names_without_plain_letters_are_told_apart_by_the_id(jalon: Call, make: Make, out: Path) -> None:
    files = make("Σύλλογος", "جمعية", "🌱", None)

    assert jalon("diagnose", *files, "--pdf-dir", out, *DAY).code == 0
    assert names_in(out) == [pdf_name(f"{number:06}") for number in range(1, 5)]


def test_files_that_were_there_are_replaced_and_told(jalon: Call, make: Make, out: Path) -> None:
    files = make("Le Jardin", "Le Verger")
    (out / pdf_name("le-verger")).write_text("older")

    run = jalon("diagnose", *files, "--pdf-dir", out, *DAY)

    lines = run.err.replace("\xa0", " ").splitlines()
    assert [line.split(" : ")[0] for line in lines[:2]] == [
        "Écrit",
        "Écrit, à la place du fichier qui s’y trouvait",
    ]
    assert (out / pdf_name("le-verger")).read_bytes().startswith(b"%PDF")


def test_what_goes_with_one_dossier_only_is_refused(refused: Call, make: Make, out: Path) -> None:
    files = make("A", "B")
    for option in ("--pdf", "--json", "--text", "--docx"):
        refused("diagnose", *files, option, out / "x", told=(option, "--pdf-dir", "2"))
        refused("diagnose", *files, option, "-", "--pdf-dir", out, told=(option, "--pdf-dir"))
    refused("diagnose", *files, "--assessment", "t0", "--pdf-dir", out, told=("--assessment", "2"))
    refused("diagnose", *files, told=("--pdf-dir", str(files[1])))
    refused("diagnose", "--pdf-dir", out, told=("DOSSIER", "jalon diagnose --help"))
    for forgotten in ((), ("",)):
        refused("diagnose", *files, "--pdf-dir", *forgotten, told=("--pdf-dir",))
    refused("diagnose", *files, "--pdf-dir", out, "--population", "frnace", told=("frnace", "france"))


def test_a_folder_that_cannot_be_used_is_refused(refused: Call, make: Make, out: Path) -> None:
    for files in (make("A", "B"), make("A")):
        refused("diagnose", *files, "--pdf-dir", out / "absent", told=("absent",))
        refused("diagnose", *files, "--pdf-dir", files[0], told=(files[0].name,))
        refused("diagnose", *files, "--pdf-dir", out / ("x" * 300), told=("xxx",))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_refused(refused: Call, make: Make, out: Path) -> None:
    out.chmod(0o500)

    refused("diagnose", *make("A", "B"), "--pdf-dir", out, told=(str(out),))


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of files there")
def test_a_full_disk_leaves_no_half_written_file(process: Call, make: Make, out: Path) -> None:
    run = process("diagnose", *make("A", "B"), "--pdf-dir", out, *DAY, limit=20_000)

    assert run.code == 2
    assert names_in(out) == []
    assert len(run.err.splitlines()) == 3
    assert "Traceback" not in run.err


def test_no_dossier_is_overwritten(jalon: Call, sentence: Call, make: Make, out: Path) -> None:
    """A PDF that carries a dossier may stand where its new PDF would go."""
    files = make("Le Jardin", "Le Verger")
    jalon("diagnose", *files, "--pdf-dir", out, *DAY)
    garden = out / pdf_name("le-jardin")
    before = garden.read_bytes()

    said = sentence(jalon("diagnose", garden, "--pdf-dir", out))
    assert "--pdf-dir" in said
    assert garden.name in said
    for mine in (garden, out / ".." / "out" / garden.name):
        run = jalon("diagnose", files[1], files[0], mine, "--pdf-dir", out)
        assert run.code == 2
        assert garden.name in run.err
        assert garden.read_bytes() == before


def test_standard_input_may_be_one_of_them(jalon: Call, make: Make, out: Path) -> None:
    files = make("Le Jardin", "Le Verger")

    run = jalon("diagnose", files[0], "-", "--pdf-dir", out, *DAY, stdin=files[1].read_bytes())

    assert run.code == 0
    assert names_in(out) == [pdf_name("le-jardin"), pdf_name("le-verger")]


def test_a_pattern_the_console_left_as_it_is_is_spelt_out(
    jalon: Call, refused: Call, make: Make, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = make("Le Jardin", "Le Verger")
    monkeypatch.chdir(files[0].parent)

    assert jalon("diagnose", "*.json", "--pdf-dir", out, *DAY).code == 0
    assert names_in(out) == [pdf_name("le-jardin"), pdf_name("le-verger")]
    refused("diagnose", "*.jsonl", "--pdf-dir", out, told=("*.jsonl",))
    odd = files[0].rename(files[0].with_name("a[1].json"))
    assert jalon("diagnose", odd.name, *DAY).code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a pseudo-terminal")
def test_a_progress_bar_is_shown_to_a_person_only(make: Make, out: Path) -> None:
    files = make("Le Jardin", "Le Verger")
    files[0].write_text("{", encoding="utf-8")
    command = ["-m", "assessment.cli", "diagnose", *map(str, files), "--pdf-dir", str(out), *DAY]

    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    terminal = pexpect.spawn(sys.executable, command, env=environment, encoding="utf-8", timeout=30)
    terminal.expect_exact("/2")
    terminal.expect_exact("000.json")
    terminal.expect_exact("1 document écrit")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 2
