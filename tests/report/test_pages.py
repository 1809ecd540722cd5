"""Where things stand on the pages, whatever was typed: nothing cut, nothing split, no heading alone."""

from datetime import date
from itertools import pairwise

import pytest

from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import report_document
from assessment.report.document import Block, Document, Heading, Page, Paragraph
from assessment.report.pdf import press
from assessment.report.pdf.grid import Grid
from assessment.report.pdf.pagination import Placed, paginate
from assessment.report.pdf.pieces import LINES_KEPT
from assessment.report.pdf.prose import FEWEST_LINES, Prose
from assessment.report.pdf.structure import Element
from assessment.report.pdf.styles import BOTTOM, HEIGHT, WIDTH
from tests.report.many import Chance

DAY = date(2026, 11, 23)
SEEDS = range(60)
TOP = BOTTOM + HEIGHT
HAIR = 0.05

Pages = tuple[tuple[Placed, ...], ...]


def pages_of(document: Document) -> Pages:
    root = Element("Document")
    return paginate(press._section(page, index, root) for index, page in enumerate(document.pages))


@pytest.fixture(scope="module", params=SEEDS)
def pages(request: pytest.FixtureRequest) -> Pages:
    """Return the pages of one hostile dossier, short or full, French or English."""
    seed = request.param
    dossier = Chance(seed, hostile=True).dossier()
    return pages_of(
        report_document(
            diagnose_dossier(dossier),
            ("fr", "en")[seed % 2],
            form="short" if seed % 4 == 0 else "full",
            date=DAY,
            plan=dossier.plan,
        )
    )


def test_nothing_is_cut_by_the_edges_or_overlaps(pages: Pages) -> None:
    for number, page in enumerate(pages, start=1):
        edge = TOP + HAIR
        for placed in page:
            assert placed.top <= edge, number
            edge = placed.top - placed.piece.height(WIDTH) + HAIR
            assert edge >= BOTTOM, (number, placed.piece)


def test_no_page_is_empty(pages: Pages) -> None:
    for number, page in enumerate(pages, start=1):
        assert any(placed.piece.height(WIDTH) > 0 for placed in page), number


def test_no_heading_is_left_alone(pages: Pages) -> None:
    for number, page in enumerate(pages, start=1):
        assert not page[-1].piece.keeps_next, number
        for above, below in pairwise(page):
            if above.piece.keeps_next and isinstance(below.piece, Prose):
                assert below.piece.height(WIDTH) >= min(LINES_KEPT, 2 * below.piece.style.leading) or (
                    len(below.piece.lines(WIDTH)) == 1
                )


def test_no_line_of_a_cut_paragraph_is_left_alone(pages: Pages) -> None:
    for above, below in pairwise(pages):
        last, first = above[-1].piece, below[0].piece
        if isinstance(last, Prose) and isinstance(first, Prose) and last.element is first.element:
            assert len(last.lines(WIDTH)) >= FEWEST_LINES
            assert len(first.lines(WIDTH)) >= FEWEST_LINES


def test_no_row_is_taller_than_a_page(pages: Pages) -> None:
    for page in pages:
        for placed in page:
            if isinstance(placed.piece, Grid):
                assert placed.piece.tallest() <= HEIGHT + HAIR


def test_the_front_sheet_is_one_page(pages: Pages) -> None:
    keys = [getattr(placed.piece, "key", None) for page in pages for placed in page]
    assert keys.count("page0") == 1
    second = [getattr(placed.piece, "key", "") or "" for placed in pages[1]]
    assert not any(key.startswith("page0-") for key in second)


@pytest.mark.parametrize("lines", range(30, 60))
def test_a_heading_near_the_foot_takes_its_text_along(lines: int) -> None:
    words = "mot " * 20
    filling: list[Block] = [Paragraph(words) for _ in range(lines)]
    page = Page((*filling, Heading(2, "Titre"), Paragraph(words * 12)))
    document = Document("fr", "t", "s", DAY, "a", "b", "c", "{page}/{total}", " :", (page,))
    for placed in pages_of(document):
        assert not placed[-1].piece.keeps_next
