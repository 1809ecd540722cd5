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
from assessment.report.pdf.fonts import REGULAR, printable, register, width
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
"""Sizes tried for a page that must stay one page; its height goes with the square of the size."""
SMALL = 7.5
_LOCALES = {"fr": "fr-FR", "en": "en-GB"}


def make_pdf(document: doc.Document, attached: AttachedFile | None = None) -> bytes:
    """Set a document and return the bytes of the PDF, with a file inside when one is given."""
    register()
    lang = _LOCALES.get(document.lang, document.lang)
    pen = Pen(lang=lang, first_font=REGULAR)
    declare(pen.canvas, document, lang)
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
    """Set the blocks of a page of the document, at the largest size that keeps them on one if they must."""
    prefix = f"page{index}"
    largest = SCALES[0]
    for scale in SCALES:
        if scale > largest:
            continue
        element = Element("Part")
        story = Layout(styles(scale), prefix, element).flow(page.blocks)
        height = stacked_height(story, WIDTH)
        if height <= HEIGHT or not page.fits_one_page:
            break
        largest = scale * math.sqrt(HEIGHT / height)
    element.parent = root
    root.children.append(element)
    return story


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
