"""Names and comments nobody would write on purpose: printed harmlessly, nothing lost, nothing broken."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from assessment.diagnosis import Diagnosis
from assessment.report import Form, render_pdf, report_document
from assessment.report.characters import clean
from assessment.report.content.material import paragraphs
from assessment.report.pdf.fonts import FALLBACK, MISSING, REGULAR, Run, printable, shown_runs

DAY = date(2026, 11, 23)

Make = Callable[..., Diagnosis]
NAMES = [
    "Acme [/x] [UK]",
    "<SARL> & Fils",
    "]]> &amp; <b>gras</b> <img src='/etc/hostname'/> <a href='javascript:x'>",
    "Łódź – Źrebię ę ą",
    "Ελληνική Ένωση",
    "Българско сдружение",
    "جمعية التضامن",
    "Vélo 🚲🚀 ☀ ✓",
    "A\u202eB\u202dC\ufeff\u200bD",
    "combinés e\u0301a\u0300",
    "日本の団体",
    "M" * 1000,
    "Très long nom " * 71,
    None,
]


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def fonts_of(pdf: bytes) -> set[str]:
    """Return the fonts the pages may use."""
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    fonts: Any = [page["/Resources"]["/Font"] for page in pages]  # type: ignore[index]
    return {str(font["/BaseFont"]) for named in fonts for font in named.values()}


def squeezed(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "")


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_any_name_is_printed(make: Make, name: str | None, lang: str) -> None:
    pdf = render_pdf(make(name, **{"comments.tech_ai": f"À demander à {name}."}), lang, form="full", date=DAY)
    assert fonts_of(pdf) and all(
        re.match(r"/[A-Z]{6}\+(SourceSans3|DejaVuSans)", one) for one in fonts_of(pdf)
    )
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages) < 40


@pytest.mark.parametrize("name", ["Acme [/x] [UK]", "<SARL> & Fils", "Łódź", "Ελληνική", "Българско"])
def test_markup_and_alphabets_come_out_as_written(make: Make, name: str | None) -> None:
    assert squeezed(name) in squeezed(text_of(render_pdf(make(name), "fr", date=DAY)))


@pytest.mark.parametrize("length", [5_000, 100_000])
def test_long_comments_are_whole(make: Make, length: int) -> None:
    comment = ("Nous avons commencé par les adhérents, puis par le fichier. " * (length // 60 + 1))[:length]
    diagnosis = make(**{"comments.tech_ai": comment})
    pages = pypdf.PdfReader(BytesIO(render_pdf(diagnosis, "fr", form="full", date=DAY))).pages
    head = report_document(diagnosis, "fr", form="full", date=DAY)
    printed = "".join(page.extract_text() for page in pages)
    printed = re.sub(r"page \d+ sur \s*\d+", "", printed)
    for repeated in (head.standing, head.running_title, head.running_name):
        printed = printed.replace(repeated, "")
    assert (
        squeezed(printed).count(squeezed("puis par le fichier."))
        >= comment.count("puis par le fichier.") - 40
    )


ODD = {
    "one word": "x" * 100_000,
    "many lines": "é\n" * 3_000,
    "nothing": "\n\n\n",
    "no sentence": "mot " * 20_000 + "😀",
    "markup": "[[<b>&" * 500,
}


@pytest.mark.parametrize("comment", ODD.values(), ids=ODD.keys())
def test_odd_comments_never_break_the_layout(make: Make, comment: str) -> None:
    fields = {f"comments.{question}": comment for question in ("tech_ai", "b01", "aim")}
    assert render_pdf(make(**fields), "fr", form="full", date=DAY).startswith(b"%PDF")


def test_long_texts_everywhere_never_break_the_layout(make: Make, lang: str, form: Form) -> None:
    class Action:
        item = None
        title = "Titre " * 500
        first_step = "Pas " * 5_000
        owner = "Nom" * 300
        due = date(2027, 3, 31)
        help = "x" * 5_000
        status = "open"
        progress = None
        support = None

    diagnosis = make(**{"complement.aim": "But. " * 20_000})
    pdf = render_pdf(diagnosis, lang, form=form, date=DAY, plan=[Action(), Action()])
    assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize("count", [0, 1, 3, 6])
def test_any_number_of_priorities(make: Make, lang: str, form: Form, count: int) -> None:
    items = ("tech_ai", "b02", "patronage_skills", "b01", "tech_cad", "platform_participation")
    diagnosis = make(priorities=items[:count])
    assert len(diagnosis.priorities) == count
    pages = pypdf.PdfReader(BytesIO(render_pdf(diagnosis, lang, form=form, date=DAY))).pages
    if form == "short":
        assert len(pages) == (4 if count > 3 else 3)


def test_no_answer_and_every_answer(make: Make, every_answer: dict[str, str], lang: str, form: Form) -> None:
    for fields in ({}, every_answer):
        assert render_pdf(make(fields=fields), lang, form=form, date=DAY).startswith(b"%PDF")


def test_private_notes_are_not_in_the_file(make: Make) -> None:
    pdf = render_pdf(make(**{"adviser_notes.tech_ai": "SECRET-NOTE"}), "fr", form="full", date=DAY)
    assert "SECRET-NOTE" not in text_of(pdf)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_a_wall_of_text_is_cut_without_losing_a_letter(text: str) -> None:
    parts = paragraphs(text)
    assert squeezed("".join(parts)) == squeezed(text)
    assert all(0 < len(part) <= 3_000 for part in parts)


def test_clean_drops_what_is_not_text() -> None:
    assert clean("A\u202eB\x00C\ufeffD\u200bE") == "ABCDE"
    assert clean("12\u202f000") == "12\u00a0000"
    assert clean("e\u0301") == "é"
    assert clean("a\nb\tc") == "a b c"
    assert clean("❤\ufe0f") == "❤"
    assert clean("a\uffff\U0001fffe\ufdd0b") == "ab"
    assert clean("a\U0001fac8") == "a\U0001fac8", "an emoji newer than this Python is still shown, as a box"


def test_what_one_font_lacks_the_other_shows_and_what_both_lack_is_a_box() -> None:
    assert list(shown_runs(REGULAR, "Été <b>")) == [Run(REGULAR, "Été <b>")]
    assert list(shown_runs(REGULAR, "☎")) == [Run(FALLBACK, "☎")]
    assert list(shown_runs(REGULAR, "a🚀")) == [Run(REGULAR, "a"), Run(REGULAR, MISSING, "🚀")]


def test_arabic_is_joined_drawn_from_the_right_and_read_as_written() -> None:
    name = "جمعية التضامن (ليون)"
    shown = list(shown_runs(REGULAR, printable(name)))
    drawn = "".join(run.text for run in shown)
    assert not any("\u0620" <= mark <= "\u064a" for mark in drawn), "letters are not joined"
    mirrored = name[::-1].translate({ord("("): ")", ord(")"): "("})
    assert unicodedata.normalize("NFKC", drawn) == mirrored


def test_arabic_comes_out_of_the_page_as_it_was_written(make: Make, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    name = "جمعية التضامن"
    file = tmp_path / "a.pdf"
    file.write_bytes(render_pdf(make(name), "fr", date=DAY))
    said = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True, text=True).stdout
    assert name in said
