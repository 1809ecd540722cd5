"""What a portfolio is given at worst: texts longer than a cell, days no spreadsheet counts, hostile names."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import page as validator
import pypdf
import pytest

from assessment.followed import Followed, KeptAction, Told
from assessment.portfolio import lines
from assessment.portfolio_words import PortfolioWords
from assessment.report import render_portfolio
from assessment.report.spreadsheet import LONGEST_CELL
from questionnaire.languages import language_codes
from questionnaire.loading import standard_questionnaire
from tests.report.many import NAMES

DAY = date(2026, 11, 25)
NAMESPACE = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def made(names: list[str], kind: Any, *plan: KeptAction, lang: str = "fr", aim: str = "Mieux") -> bytes:  # noqa: ANN401
    """Return the file of organisations that all have the same plan and the same aim."""
    words = PortfolioWords(lang, standard_questionnaire(), DAY)
    found = lines(
        [Followed(str(n), f"{n}", name, None, DAY, DAY, 1, plan) for n, name in enumerate(names)], DAY
    )
    told = {str(n): Told(aim, ("b01",)) for n in range(len(names))}
    return render_portfolio(words.portfolio(found, told, "all"), lang, kind, date=DAY)


def cells(xlsx: bytes) -> Iterator[tuple[str, str]]:
    """Yield the kind and the words of each cell of both sheets; every member has to be readable."""
    with zipfile.ZipFile(BytesIO(xlsx)) as archive:
        trees = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    texts = ["".join(one.itertext()) for one in trees["xl/sharedStrings.xml"].findall("s:si", NAMESPACE)]
    for number in (1, 2):
        for cell in trees[f"xl/worksheets/sheet{number}.xml"].iterfind(".//s:c", NAMESPACE):
            kind, value = cell.get("t", "n"), cell.findtext("s:v", "", NAMESPACE)
            yield kind, texts[int(value)] if kind == "s" else value


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    long = KeptAction(None, "Agir", "x" * 100_000, None, None, "open")
    (cut,) = (text for _, text in cells(made(["a"], "xlsx", long)) if text.startswith("xx"))
    assert len(cut) == LONGEST_CELL and cut.endswith("…")


@pytest.mark.parametrize(
    ("due", "kind", "words"),
    [
        (date.min, "s", "0001-01-01"),
        (date(1899, 12, 31), "s", "1899-12-31"),
        (date(1900, 3, 1), "n", "61"),
        (date(2026, 12, 1), "n", str((date(2026, 12, 1) - date(1899, 12, 30)).days)),
        (date.max, "n", "2958465"),
    ],
)
def test_every_day_stands_in_the_spreadsheet(due: date, kind: str, words: str) -> None:
    found = list(cells(made(["a"], "xlsx", KeptAction(None, "Agir", None, None, due, "open"))))
    # In the row of the organisation too when it is still to come.
    assert found.count((kind, words)) == (2 if due >= DAY else 1)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "http://x.org", "mailto:a@b.org", "{=1}"])
def test_typed_text_is_neither_a_formula_nor_a_link(start: str) -> None:
    action = KeptAction(None, start, start, start, None, "open")
    xlsx = made([start], "xlsx", action, aim=start)
    with zipfile.ZipFile(BytesIO(xlsx)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]
    assert len(sheets) == 2
    assert all("<f>" not in one and "<hyperlink" not in one for one in sheets)
    assert list(cells(xlsx)).count(("s", start)) == 6


def test_both_sheets_keep_their_heading_in_sight_and_no_day_of_making() -> None:
    xlsx = made(["a"], "xlsx", KeptAction(None, "Agir", None, None, DAY, "open"))
    with zipfile.ZipFile(BytesIO(xlsx)) as archive:
        for number in (1, 2):
            sheet = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
            assert 'ySplit="1"' in sheet and 'state="frozen"' in sheet
        assert archive.read("docProps/core.xml").decode().count("2026-11-25T00:00:00Z") == 2


@pytest.mark.parametrize("lang", language_codes())
def test_hostile_names_stand_in_every_kind_of_file(lang: str) -> None:
    names = [*NAMES, "Acme [/x] [UK] & <b>", "\u202eneila", "x" * 1_000, "🌱👩‍🌾"]
    action = KeptAction(None, "<b>&amp; [x]", "\u202eneila", "חברה", DAY, "open")
    pdf = made(names, "pdf", action, lang=lang, aim="<i>&lt;" * 50)
    report: Any = validator.validate_pdf_bytes(pdf, profile=validator.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [(one.rule_id, one.message) for one in report.failures][:5]
    assert "Acme" in "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    assert "Acme [/x] [UK] & <b>" in made(names, "txt", action, lang=lang).decode()
    assert {name for name in names if name and name.isprintable()} <= {
        text for _, text in cells(made(names, "xlsx", action, lang=lang))
    }


@pytest.mark.parametrize("lang", language_codes())
def test_the_page_says_whose_it_is_and_carries_its_date(lang: str) -> None:
    words = PortfolioWords(lang, standard_questionnaire(), DAY)
    pdf = pypdf.PdfReader(BytesIO(made([f"Structure {n}" for n in range(60)], "pdf", lang=lang)))
    pages = ["".join(page.extract_text().split()) for page in pdf.pages]
    assert len(pages) > 1
    assert all("".join(words.t("standing").split()) in page for page in pages)
    assert "2026" in pages[0]
    said = "".join(pages)
    for key in ("reading.counts", "reading.names"):
        assert "".join(words.t(key).split()) in said
    assert "%" not in said
