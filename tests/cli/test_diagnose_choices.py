"""diagnose: what the documents hold, what they are made from, and opening them."""

import json
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

Call = Callable[..., Any]
DAY = ("--date", "2026-11-22")
COMMENT = "Le serveur date de 2009."
MINUTES = "On commence par les copies."
NOTE = "Entre nous."


@pytest.fixture
def dossier(demo: tuple[Path, ...], tmp_path: Path) -> Path:
    """Return a dossier with a comment, minutes and a private note."""
    tree = json.loads(demo[1].read_text(encoding="utf-8"))
    tree["assessments"][0] |= {
        "comments": {"tech_ai": COMMENT},
        "session": {"people": ["Ada"], "minutes": MINUTES},
        "adviser_notes": {"tech_ai": NOTE},
    }
    file = tmp_path / "words.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return file


def inside(pdf: bytes) -> str | None:
    """Return the dossier a PDF carries."""
    found = PdfReader(BytesIO(pdf)).attachments.get("dossier-jalon.json")
    return found[0].decode() if found else None


def pages(pdf: bytes) -> str:
    return " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize(
    ("options", "has_words"),
    [((), False), (("--full",), True), (("--full", "--no-comments"), False), (("--no-comments",), False)],
)
def test_the_dossier_inside_holds_the_words_the_pages_hold(
    options: tuple[str, ...], has_words: bool, jalon: Call, dossier: Path, tmp_path: Path
) -> None:
    alone = jalon("diagnose", dossier, *DAY, *options, "--pdf", "-").out
    (tmp_path / "out").mkdir()
    jalon("diagnose", dossier, dossier, *DAY, *options, "--pdf-dir", tmp_path / "out")
    together = sorted((tmp_path / "out").iterdir())[0].read_bytes()

    assert alone == together
    carried = inside(alone)
    assert carried is not None
    assert [word in carried for word in (COMMENT, MINUTES, NOTE)] == [has_words, False, False]
    assert (COMMENT in pages(alone)) is has_words
    assert json.loads(carried)["assessments"][0]["session"]["people"] == ["Ada"]


def test_the_dossier_may_be_left_out(jalon: Call, dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    jalon("diagnose", dossier, dossier, "--no-dossier", "--pdf-dir", tmp_path / "out")

    assert inside(jalon("diagnose", dossier, "--no-dossier", "--pdf", "-").out) is None
    assert [inside(path.read_bytes()) for path in (tmp_path / "out").iterdir()] == [None, None]


def test_the_text_may_go_without_comments(jalon: Call, dossier: Path) -> None:
    assert COMMENT in jalon("diagnose", dossier, "--full").text
    assert COMMENT not in jalon("diagnose", dossier, "--full", "--no-comments").text


def test_the_word_processor_file_follows_the_same_choices(jalon: Call, dossier: Path, tmp_path: Path) -> None:
    from zipfile import ZipFile

    def words(*options: str) -> str:
        run = jalon("--lang", "en", "diagnose", dossier, *DAY, *options, "--docx", tmp_path / "d.docx")
        assert (run.code, run.out) == (0, b"")
        assert "d.docx" in run.err
        return ZipFile(tmp_path / "d.docx").read("word/document.xml").decode()

    assert COMMENT in words("--full")
    assert COMMENT not in words("--full", "--no-comments")
    assert len(words()) < len(words("--full"))


def test_a_pdf_that_carries_a_dossier_is_one(jalon: Call, dossier: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "received.pdf"
    jalon("diagnose", dossier, *DAY, "--full", "--pdf", pdf)

    from_json = jalon("diagnose", dossier, *DAY, "--full").out
    assert jalon("diagnose", pdf, *DAY, "--full").out == from_json
    assert jalon("diagnose", "-", *DAY, "--full", stdin=pdf.read_bytes()).out == from_json
    assert jalon("diagnose", pdf, *DAY, "--full", "--pdf", "-").out == pdf.read_bytes()


def test_a_pdf_that_carries_none_or_is_damaged_is_told(
    jalon: Call, refused: Call, dossier: Path, tmp_path: Path
) -> None:
    without, broken = tmp_path / "without.pdf", tmp_path / "broken.pdf"
    jalon("diagnose", dossier, "--no-dossier", "--pdf", without)
    broken.write_bytes(without.read_bytes()[:3_000])

    for file in (without, broken):
        refused("diagnose", file, told=(file.name, "PDF"))
        refused("import", file, told=(file.name, "PDF"))
        refused("diagnose", "-", stdin=file.read_bytes(), told=("PDF",))


def test_a_pdf_is_imported_and_again_beside_what_it_left_behind(
    jalon: Call, refused: Call, dossier: Path, tmp_path: Path
) -> None:
    """The short PDF holds no comment; the workspace loses none by reading it."""
    short, full = tmp_path / "short.pdf", tmp_path / "full.pdf"
    jalon("diagnose", dossier, "--pdf", short)
    jalon("diagnose", dossier, "--full", "--pdf", full)
    jalon("import", dossier)
    (line,) = jalon("list").lines
    kept = jalon("export", line.split("\t")[0], "--with-private-notes").out

    for pdf in (short, full):
        assert "nothing changed" in jalon("--lang", "en", "import", pdf).err
    assert jalon("export", line.split("\t")[0], "--with-private-notes").out == kept

    other = ("--workspace", tmp_path / "other.sqlite3")
    assert jalon(*other, "import", short).code == 0
    refused(*other, "import", full, told=("full.pdf", "comments.tech_ai"))


def test_the_dossier_is_not_overwritten_when_it_is_a_pdf(
    jalon: Call, refused: Call, dossier: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "mine.pdf"
    jalon("diagnose", dossier, "--pdf", pdf)

    for key in ("--pdf", "--docx", "--text", "--json"):
        refused("diagnose", pdf, key, pdf, told=(key, "mine.pdf"))


# --- opening ------------------------------------------------------------------------------------

posix = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="another way to open there")


@posix
def test_what_was_written_is_opened(process: Call, dossier: Path, tmp_path: Path) -> None:
    viewer, shown = tmp_path / "bin" / "xdg-open", tmp_path / "shown"
    viewer.parent.mkdir()
    viewer.write_text(f'#!/bin/sh\nprintf %s "$1" > "{shown}.part"; mv "{shown}.part" "{shown}"\n')
    viewer.chmod(0o755)
    (tmp_path / "out").mkdir()
    path = {"PATH": f"{viewer.parent}:/usr/bin:/bin"}

    for options, place in (("--pdf", tmp_path / "d.pdf"), ("--pdf-dir", tmp_path / "out")):
        shown.unlink(missing_ok=True)
        run = process("diagnose", dossier, options, place, "--open", environment=path)
        assert run.code == 0
        wait_for(shown)
        assert shown.read_text() == str(place)


@posix
def test_without_a_viewer_the_place_is_told(process: Call, dossier: Path, tmp_path: Path) -> None:
    nothing = {"PATH": str(tmp_path)}

    run = process("diagnose", dossier, "--pdf", tmp_path / "d.pdf", "--open", environment=nothing)

    assert run.code == 0
    assert len(run.err.splitlines()) == 2
    assert run.err.splitlines()[1].endswith(str(tmp_path / "d.pdf"))


def test_there_must_be_something_to_open(refused: Call, dossier: Path, tmp_path: Path) -> None:
    for options in ((), ("--text", "-"), ("--json", tmp_path / "x"), ("--pdf", "-")):
        refused("diagnose", dossier, *options, "--open", told=("--open", "--pdf", "--pdf-dir"))


def wait_for(file: Path) -> None:
    import time

    deadline = time.monotonic() + 20
    while not file.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)
