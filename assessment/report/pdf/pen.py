"""The pen that writes the pages: text, shapes and tags, straight into the content of a reportlab canvas.

reportlab's own drawing calls do the same with bookkeeping we have no use for: a full report takes them five
times as long. The canvas still makes the file: fonts, pages, bookmarks, links.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any, cast

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFPage, PDFString
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from assessment.report.pdf.fonts import Span, shown_runs, width
from assessment.report.pdf.structure import Element, text_string
from assessment.report.pdf.styles import INK, PAGE_HEIGHT, PAGE_WIDTH, Ink


class _ManySubsets(Exception):  # noqa: N818
    """A character beyond the first 255 of its font in this document."""


class _Codes(dict[int, str]):
    """Character → how it is written in a PDF string, for one font in one document."""

    def __init__(self, font: TTFont, document: PDFDocument) -> None:
        super().__init__()
        self._font = font
        self._document = document
        self.name = font.getSubsetInternalName(0, document)

    def __missing__(self, code: int) -> str:
        ((subset, data),) = self._font.splitString(chr(code), self._document)
        if subset:
            raise _ManySubsets
        written = self[code] = _escaped(data)
        return written


def _escaped(data: bytes) -> str:
    """Write bytes inside the brackets of a PDF string."""
    return "".join(
        f"\\{byte:03o}" if byte < 32 or byte > 126 else f"\\{chr(byte)}" if byte in b"()\\" else chr(byte)
        for byte in data
    )


class _Canvas(Canvas):
    """A canvas whose pages say where their tags are and that Tab follows the reading order."""

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  (reportlab's name)
        super()._setAnnotations(page)  # type: ignore[misc]
        page.StructParents = self._pageNumber - 1  # type: ignore[attr-defined]
        page.Tabs = PDFName("S")  # type: ignore[attr-defined]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]


class Pen:
    """Writes on the current page; coordinates in points from its lower left corner."""

    def __init__(self, *, lang: str, first_font: str) -> None:
        """Start a document; `first_font` replaces the Helvetica reportlab would open every page with."""
        self.canvas = _Canvas(
            BytesIO(),  # reportlab wants a file; the bytes are asked for instead
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=True,
            pageCompression=1,
            initialFontName=first_font,  # type: ignore[arg-type]
            lang=lang,
            pdfVersion=(1, 7),
        )
        self.pdf: Any = self.canvas._doc  # type: ignore[attr-defined]
        self.code: list[str] = []
        self.marks: list[list[Element]] = [[]]
        """Element of each marked part, page by page."""
        self.links: list[Element] = []
        """Element of each link of the document."""
        self.pages = 0
        """Number of pages: known once the blocks are placed and before the first is drawn."""
        self.page_numbers: dict[str, int] = {}
        """Page of each heading, by the key of its bookmark."""
        self._codes: dict[str, _Codes] = {}
        self._is_repeating = False

    def end_page(self) -> None:
        """Close the page and begin the next one."""
        self.canvas._code.extend(self.code)  # type: ignore[attr-defined]
        self.code.clear()
        self.canvas.showPage()
        self.marks.append([])

    # --- tags -----------------------------------------------------------------------------------

    @contextmanager
    def mark(self, element: Element | None) -> Iterator[None]:
        """Tag what is written inside as a part of an element; without one, as decoration."""
        if element is None or self._is_repeating:
            self.code.append("/Artifact BMC")
        else:
            marks = self.marks[-1]
            element.parts.append((len(self.marks) - 1, len(marks)))
            self.code.append(f"/{element.role}<</MCID {len(marks)}>>BDC")
            marks.append(element)
        yield
        self.code.append("EMC")

    @contextmanager
    def repeated(self) -> Iterator[None]:
        """Tag what is written inside as decoration: it was said before, on an earlier page."""
        self._is_repeating = True
        yield
        self._is_repeating = False

    @contextmanager
    def page_furniture(self, kind: str) -> Iterator[None]:
        """Tag what is written inside as a head or a foot of the page (« Header », « Footer »)."""
        self.code.append(f"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC")
        yield
        self.code.append("EMC")

    def bookmark(self, title: str, key: str, level: int, top: float) -> None:
        """Make a bookmark that leads to a height of this page; level 0 is the outermost."""
        self.canvas.bookmarkHorizontalAbsolute(key, top)
        self.canvas.addOutlineEntry(title, key, level, closed=level == 0)

    def link(self, element: Element, to: str, words: str, box: tuple[float, float, float, float]) -> None:
        """Make a link to a bookmark out of a rectangle, and the annotation a part of an element."""
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(side, 2) for side in box]),
                "Border": PDFArray([0, 0, 0]),
                "F": 4,
                "Contents": PDFString(words),
                "Dest": self.canvas._bookmarkReference(to),  # type: ignore[attr-defined]
                "StructParent": self.pages + len(self.links),
            }
        )
        self.canvas._addAnnotation(annotation)  # type: ignore[attr-defined]
        element.parts.append(annotation)
        self.links.append(element)

    # --- text -----------------------------------------------------------------------------------

    def text(self, x: float, y: float, text: str, font: str, size: float, ink: Ink = INK) -> float:
        """Write one line; return where it ends."""
        self.lines(x, y, 0, [((font, text),)], size, ink)
        return x + width(font, text) * size

    def lines(
        self, x: float, y: float, leading: float, lines: Sequence[Sequence[Span]], size: float, ink: Ink
    ) -> None:
        """Write lines one under the other, the first on the baseline y."""
        add = self.code.append
        add(f"BT {ink.fill} {leading:.2f} TL 1 0 0 1 {x:.2f} {y:.2f} Tm")
        font = ""
        for position, line in enumerate(lines):
            if position:
                add("T*")
            for span_font, text in line:
                for run in shown_runs(span_font, text):
                    if run.original is not None:
                        add(f"/Span<</ActualText{text_string(run.original)}>>BDC")
                    font = self._show(run.font, run.text, size, font)
                    if run.original is not None:
                        add("EMC")
        add("ET")

    def _show(self, font: str, text: str, size: float, current: str) -> str:
        """Write a text in one font; return the name of the font left in force."""
        codes = self._codes.get(font)
        if codes is None:
            codes = self._codes[font] = _Codes(cast(TTFont, getFont(font)), self.pdf)
        try:
            pieces = [(codes.name, text.translate(codes))]
        except _ManySubsets:
            face: Any = getFont(font)
            pieces = [
                (face.getSubsetInternalName(subset, self.pdf), _escaped(data))
                for subset, data in face.splitString(text, self.pdf)
            ]
        for name, written in pieces:
            if name != current:
                self.code.append(f"{name} {size:.4g} Tf")
                current = name
            self.code.append(f"({written}) Tj")
        return current

    # --- shapes ---------------------------------------------------------------------------------

    def fill(self, x: float, y: float, width: float, height: float, ink: Ink) -> None:
        """Fill a rectangle."""
        self.code.append(f"{ink.fill} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        ink: Ink,
        line: float = 0.5,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw the outline of a rectangle."""
        dashed = f"[{dash[0]} {dash[1]}] 0 d " if dash else ""
        self.code.append(
            f"q {dashed}{ink.stroke} {line:.2f} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S Q"
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, ink: Ink, line: float = 0.5) -> None:
        """Draw a line."""
        self.code.append(f"{ink.stroke} {line:.2f} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def dots(self, x1: float, x2: float, y: float, ink: Ink) -> None:
        """Draw a line of dots, when there is room for one."""
        if x2 > x1:
            self.code.append(
                f"q 1 J 0.9 w [0 3.6] 0 d {ink.stroke} {x1:.2f} {y:.2f} m {x2:.2f} {y:.2f} l S Q"
            )

    def path(self, points: Sequence[tuple[float, float]], ink: Ink, line: float, fill: Ink | None) -> None:
        """Draw a closed path, filled when an ink is given."""
        first, *rest = points
        steps = " ".join(f"{x:.2f} {y:.2f} l" for x, y in rest)
        paint = f"{fill.fill} " if fill else ""
        end = "b" if fill else "s"
        self.code.append(f"{paint}{ink.stroke} {line:.2f} w {first[0]:.2f} {first[1]:.2f} m {steps} {end}")

    def hatch(self, x: float, y: float, width: float, height: float, ink: Ink, step: float = 2.8) -> None:
        """Fill a rectangle with slanted lines."""
        starts = (x - height + index * step for index in range(int((width + height) / step) + 1))
        strokes = " ".join(f"{s:.2f} {y:.2f} m {s + height:.2f} {y + height:.2f} l" for s in starts)
        self.code.append(
            f"q {x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n 0.55 w {ink.stroke} {strokes} S Q"
        )
