"""The report on paper: a Document set on A4 pages, with bookmarks, language and title.

The same document gives the same bytes. reportlab is imported here and in the modules this one imports,
so this module itself is imported inside the function that makes a PDF.
"""

import math
from collections.abc import Iterator
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepInFrame, PageBreak, PageTemplate

from assessment.report import AttachedFile
from assessment.report import document as doc
from assessment.report.attachment import attach
from assessment.report.charts import draw_text, text_width
from assessment.report.fonts import REGULAR, SEMIBOLD, clean, register, rich
from assessment.report.layout import Layout, height_of
from assessment.report.prose import Prose
from assessment.report.styles import (
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
SCALES = tuple(1 - STEP * step for step in range(9))
"""Sizes tried for a page that must stay one page; its height goes with the square of the size."""
SMALL = 7.5
TOTAL = "pages-in-all"
"""Name of the form that holds the number of pages, known only at the end."""


def make_pdf(document: doc.Document, attached: AttachedFile | None = None) -> bytes:
    """Set a document and return the bytes of the PDF, with a file inside when one is given."""
    register()
    file = BytesIO()
    template = _Template(file, document, attached)
    template.build(list(_story(document)))
    return file.getvalue()


def _story(document: doc.Document) -> Iterator[Flowable]:
    for index, page in enumerate(document.pages):
        if index:
            yield PageBreak()
        prefix = f"page{index}"
        yield from (
            _on_one_page(page, prefix) if page.fits_one_page else Layout(styles(), prefix).flow(page.blocks)
        )


def _on_one_page(page: doc.Page, prefix: str) -> list[Flowable]:
    """Set the blocks at the largest size that keeps them on one page."""
    story: list[Flowable] = []
    largest = SCALES[0]
    for scale in SCALES:
        if scale > largest:
            continue
        layout = Layout(styles(scale), prefix)
        story = [flowable for block in page.blocks for flowable in layout.block(block, WIDTH)]
        height = height_of(story)
        if height <= HEIGHT:
            return story
        largest = scale * math.sqrt(HEIGHT / height) + STEP / 2
    return [KeepInFrame(WIDTH, HEIGHT, story, mode="shrink")]


class _Template(BaseDocTemplate):
    """A4 pages with a running head and a foot."""

    def __init__(self, file: BytesIO, document: doc.Document, attached: AttachedFile | None) -> None:
        super().__init__(
            file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            title=clean(document.title),
            author=clean(document.running_name),
            subject=clean(document.subject),
            creator="Jalon",
            producer="Jalon",
            lang={"fr": "fr-FR", "en": "en-GB"}.get(document.lang, document.lang),
            displayDocTitle=1,
            invariant=1,
            initialFontName=REGULAR,
        )
        self._document = document
        self._attached = attached
        frame = Frame(
            MARGIN, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
        )
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._head_and_foot))
        foot = styles().foot
        self._standing = Prose(rich(document.standing), foot)
        self._standing.wrap(WIDTH - 32 * MM, BOTTOM)

    def _head_and_foot(self, canvas: Canvas, _template: BaseDocTemplate) -> None:
        """Write the running head (from page 2) and the foot of one page."""
        canvas.saveState()
        page = canvas.getPageNumber()
        if page > 1:
            self._head(canvas)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, BOTTOM - 5 * MM, PAGE_WIDTH - MARGIN, BOTTOM - 5 * MM)
        top = BOTTOM - 6.5 * MM
        self._standing.drawOn(canvas, MARGIN, top - self._standing.height)
        before, after = self._document.page_label.format(page=page, total="\0").split("\0")
        digits = text_width("00", SEMIBOLD, SMALL)
        start = PAGE_WIDTH - MARGIN - digits - text_width(before + after, REGULAR, SMALL)
        end = draw_text(canvas, start, top - 8, before, REGULAR, SMALL, INK_2)
        canvas.translate(end, top - 8)
        canvas.doForm(TOTAL)
        canvas.restoreState()

    def _head(self, canvas: Canvas) -> None:
        line = PAGE_HEIGHT - 14 * MM
        draw_text(canvas, MARGIN, line, self._document.running_title, REGULAR, SMALL, INK_2)
        name = self._document.running_name
        width = text_width(name, REGULAR, SMALL)
        draw_text(canvas, PAGE_WIDTH - MARGIN - width, line, name, REGULAR, SMALL, INK_2)

    def beforeDocument(self) -> None:  # noqa: N802  (reportlab's name)
        """Date the file by the document, not by the clock."""
        stamp = f"D:{self._document.printed_on:%Y%m%d}000000+00'00'"
        self.canv.setDateFormatter(lambda *_clock: stamp)

    def afterPage(self) -> None:  # noqa: N802  (reportlab's name)
        """Remember how many pages there are so far."""
        self._pages = self.page

    def _endBuild(self) -> None:  # noqa: N802  (reportlab's name)
        """Write the number of pages in the form every foot shows, then close the file."""
        self._doSave = 0
        super()._endBuild()  # type: ignore[misc]
        self.canv.beginForm(TOTAL)
        draw_text(self.canv, 0, 0, str(self._pages), REGULAR, SMALL, INK_2)
        self.canv.endForm()
        if self._attached is not None:
            attach(self.canv, self._attached, self._document)
        self.canv.save()
