"""The font files as reportlab fonts; imported only when a PDF is made."""

from importlib.resources import files
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfbase.pdfmetrics import registerFont

BEYOND = 0x10000
"""Characters from here on have no right text form in the PDF's fonts."""
A_BLOCK = 100
"""Entries a block of a ToUnicode map may hold."""


def load(name: str, file_name: str) -> frozenset[str]:
    """Register one font under a name of ours and return the characters it has."""
    font = ttfonts.TTFont(name, BytesIO((files("assessment.report") / "fonts" / file_name).read_bytes()))
    registerFont(font)
    addMapping(name, 0, 0, name)
    return frozenset(chr(point) for point in font.face.charToGlyph if point < BEYOND)


def _to_unicode(name: str, subset: list[int]) -> str:
    """Return the map from codes to characters: no entry for code 0 and no block over 100 (PDF/A, PDF/UA)."""
    entries = [f"<{code:02X}> <{point:04X}>" for code, point in enumerate(subset) if point]
    blocks = [entries[start : start + A_BLOCK] for start in range(0, len(entries), A_BLOCK)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


_format_stream: Any = pdfdoc.PDFStream.format


def _stream(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
    """Put `endstream` on a line of its own, as PDF/A asks; data ending in CR must not swallow that line."""
    written: bytes = _format_stream(self, document)
    return written.removesuffix(b"endstream\n") + b"\r\nendstream\n"


rl_config.useA85 = 0  # streams as bytes: as text they are a quarter longer and slower to write
ttfonts.makeToUnicodeCMap = _to_unicode  # type: ignore[assignment]
pdfdoc.PDFStream.format = _stream  # type: ignore[method-assign]
