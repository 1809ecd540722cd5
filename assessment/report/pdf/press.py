"""The report on paper: a Document set on tagged A4 pages, with bookmarks, language, title and its dossier.

The same document gives the same bytes. reportlab is imported here and in the modules this one imports,
so this module itself is imported inside the function that makes a PDF.
"""

import math
from collections.abc import Iterator, Sequence

from assessment.report import AttachedFile
from assessment.report import document as doc
from assessment.report.pdf.attachment import attach
from assessment.report.pdf.conformance import declare
from assessment.report.pdf.fonts import REGULAR, main_marks, printable, width
from assessment.report.pdf.layout import Layout
from assessment.report.pdf.packing import packed
from assessment.report.pdf.pagination import Placed, paginate
from assessment.report.pdf.pen import Pen
from assessment.report.pdf.pieces import Piece, stacked_height
from assessment.report.pdf.prose import Heading, Prose
from assessment.report.pdf.structure import Element, write_structure
from assessment.report.pdf.styles import (
    BOTTOM,
    HEIGHT,
    INK_2,
    MARGIN,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    WIDTH,
    styles,
)

STEP = 0.04
SCALES = tuple(1 - STEP * step for step in range(11))
"""Sizes tried for a page that should stay one page; its height goes with the square of the size."""
LEGIBLE = 0.8
"""Smallest size of a page that may run on to a second one instead; the front sheet may not."""
SMALL = 7.5


def make_pdf(document: doc.Document, attached: AttachedFile | None = None) -> bytes:
    """Set a document and return the bytes of the PDF, with a file inside when one is given."""
    main_marks()  # reportlab must know its first font before it opens a page
    pen = Pen(lang=document.language_tag, first_font=REGULAR)
    declare(pen.canvas, document)
    root = Element("Document")
    pages = paginate(_section(page, index, root) for index, page in enumerate(document.pages))
    pen.pages = len(pages)
    pen.page_numbers = dict(_headings(pages))
    furniture = _Furniture(document)
    for number, placed in enumerate(pages, start=1):
        furniture.draw(pen, number)
        for one in placed:
            one.piece.draw(pen, MARGIN, one.top, WIDTH)
        pen.end_page()
    write_structure(pen.pdf, root, pen.marks[:-1], pen.links)
    if attached is not None:
        attach(pen.canvas, attached, document)
    return packed(pen.canvas)


def _headings(pages: Sequence[Sequence[Placed]]) -> Iterator[tuple[str, int]]:
    """Yield the page of each heading, by its key."""
    for number, page in enumerate(pages, start=1):
        for placed in page:
            if isinstance(placed.piece, Heading):
                yield placed.piece.key, number


def _section(page: doc.Page, index: int, root: Element) -> Sequence[Piece]:
    """Set the blocks of a page of the document, at the largest size that keeps them on one if they should."""
    element, story = _at_size(page, index, SCALES[0])
    if page.fits_one_page and stacked_height(story, WIDTH) > HEIGHT:
        smaller = _smaller(page, index, stacked_height(story, WIDTH))
        element, story = smaller or (element, story)
    element.parent = root
    root.children.append(element)
    return story


def _at_size(page: doc.Page, index: int, scale: float) -> tuple[Element, list[Piece]]:
    element = Element("Part")
    return element, Layout(styles(scale), f"page{index}", element).flow(page.blocks)


def _smaller(page: doc.Page, index: int, height: float) -> tuple[Element, list[Piece]] | None:
    """Return the blocks at the largest size at which they stand on one page; None when it is not legible."""
    is_front = isinstance(page.blocks[0], doc.Title)
    largest = math.sqrt(HEIGHT / height)
    for scale in SCALES[1:]:
        if scale > largest or (scale < LEGIBLE and not is_front):
            continue
        made = _at_size(page, index, scale)
        height = stacked_height(made[1], WIDTH)
        if height <= HEIGHT:
            return made
        largest = scale * math.sqrt(HEIGHT / height)
    return None


class _Furniture:
    """The running head (from page 2) and the foot of every page."""

    def __init__(self, document: doc.Document) -> None:
        self._title = printable(document.running_title)
        self._name = printable(document.running_name)
        self._label = document.page_label
        self._standing = Prose(((REGULAR, document.standing),), styles().foot, None)

    def draw(self, pen: Pen, number: int) -> None:
        """Write both on one page."""
        if number > 1:
            with pen.page_furniture("Header"):
                line = PAGE_HEIGHT - 14 * MM
                pen.text(MARGIN, line, self._title, REGULAR, SMALL, INK_2)
                self._at_right(pen, line, self._name)
        with pen.page_furniture("Footer"):
            line = BOTTOM - 5 * MM
            pen.line(MARGIN, line, PAGE_WIDTH - MARGIN, line, RULE)
            style = self._standing.style
            top = BOTTOM - 6.5 * MM
            lines = self._standing.lines(WIDTH - 32 * MM)
            pen.lines(MARGIN, top - style.size, style.leading, lines, style.size, style.ink)
            self._at_right(pen, top - 8, self._label.format(page=number, total=pen.pages))

    def _at_right(self, pen: Pen, y: float, text: str) -> None:
        pen.text(PAGE_WIDTH - MARGIN - width(REGULAR, text) * SMALL, y, text, REGULAR, SMALL, INK_2)
