"""The portfolio for a committee: one page, and a spreadsheet without a formula."""

import zipfile
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import page as validator
import pypdf
import pytest

from assessment.followed import Followed, KeptAction, Told
from assessment.portfolio import lines
from assessment.portfolio_words import Portfolio, PortfolioWords
from assessment.report import render_portfolio
from questionnaire.loading import standard_questionnaire

DAY = date(2026, 11, 25)
FORMULA = '=HYPERLINK("http://x","y")'
NAMESPACE = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def portfolio(lang: str, count: int) -> Portfolio:
    """Return a portfolio of fictional organisations."""
    words = PortfolioWords(lang, standard_questionnaire(), DAY)
    plan = (
        KeptAction("b01", None, "Acheter un disque", "Awa", date(2026, 11, 1), "open"),
        KeptAction(None, FORMULA, None, None, None, "done"),
    )
    found = lines(
        [
            Followed(str(n), f"{n:06}", f"Structure {n:03}", None, date(2026, 1, 5), DAY, 2, plan)
            for n in range(count)
        ],
        DAY,
    )
    told = Told("Que rien ne se perde.", ("b01", "tech_ai"), {"b01": "need"}, {"b01": "fine"})
    chosen = words.t("chosen.all")
    return Portfolio(
        words.lines(found, dict.fromkeys(map(str, range(count)), told)), tuple(words.actions(found)), chosen
    )


def pages(pdf: bytes) -> list[str]:
    return [one.extract_text() for one in pypdf.PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize("count", [0, 1, 20, 80])
def test_the_page_is_accessible_and_the_same_each_time(count: int, lang: str) -> None:
    pdf = render_portfolio(portfolio(lang, count), lang, "pdf", date=DAY)
    report: Any = validator.validate_pdf_bytes(pdf, profile=validator.ValidationProfile.PDF_UA_1)
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert pdf == render_portfolio(portfolio(lang, count), lang, "pdf", date=DAY)


def test_twenty_organisations_stand_on_one_page_and_more_go_on() -> None:
    assert len(pages(render_portfolio(portfolio("fr", 20), "fr", "pdf", date=DAY))) == 1
    more = pages(render_portfolio(portfolio("fr", 80), "fr", "pdf", date=DAY))
    assert len(more) > 1
    assert all("Priorités" in one for one in more if "Structure 0" in one)
    assert sum(one.count("Structure 0") for one in more) == 80


def test_the_text_holds_the_same_rows(lang: str) -> None:
    text = render_portfolio(portfolio(lang, 3), lang, "txt", date=DAY).decode()
    assert text.count("Structure 00") == 3
    assert text.count("Que rien ne se perde.") == 3
    assert text.count("0 → 1") == 3


def rows(xlsx: bytes, sheet: int) -> list[list[tuple[str, str]]]:
    """Return the cells of a sheet, each with its kind."""
    with zipfile.ZipFile(BytesIO(xlsx)) as archive:
        shared = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        texts = ["".join(one.itertext()) for one in shared.findall("s:si", NAMESPACE)]
        tree = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
    assert tree.find(".//s:f", NAMESPACE) is None
    found = []
    for row in tree.iterfind(".//s:row", NAMESPACE):
        cells = []
        for cell in row.iterfind("s:c", NAMESPACE):
            kind, value = cell.get("t", "n"), cell.findtext("s:v", "", NAMESPACE)
            cells.append((kind, texts[int(value)] if kind == "s" else value))
        found.append(cells)
    return found


def test_the_spreadsheet_holds_every_row_every_action_real_dates_and_no_formula() -> None:
    made = portfolio("fr", 3)
    xlsx = render_portfolio(made, "fr", "xlsx", date=DAY)
    assert xlsx == render_portfolio(made, "fr", "xlsx", date=DAY)
    organisations, actions = rows(xlsx, 1), rows(xlsx, 2)
    assert len(organisations) == 1 + 3 and len(actions) == 1 + 6
    assert organisations[1][0] == ("s", "Structure 000")
    due = (date(2026, 11, 1) - date(1899, 12, 30)).days
    assert ("n", str(due)) in actions[1]
    assert actions[2][1] == ("s", FORMULA)


def test_a_spreadsheet_of_thousands_is_made() -> None:
    assert len(rows(render_portfolio(portfolio("fr", 5_000), "fr", "xlsx", date=DAY), 1)) == 5_001
