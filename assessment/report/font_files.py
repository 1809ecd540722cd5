"""The font files as reportlab fonts; imported only when a PDF is made."""

from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

WORDS_REMEMBERED = 20_000
"""Words whose width is kept, for each font: a report says the same words again and again."""
BEYOND = 0x10000
"""Characters from here on have no right text form in the PDF's fonts."""


class _Font(TTFont):
    """A font that measures each word once."""

    def __init__(self, name: str, file: BytesIO) -> None:
        super().__init__(name, file)
        width_of, default = self.face.charWidths.get, self.face.defaultWidth
        self._units = lru_cache(WORDS_REMEMBERED)(
            lambda text: sum(width_of(ord(mark), default) for mark in text)
        )

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """Return the width of a text in points."""
        return 0.001 * size * float(self._units(text))


def load(name: str, file_name: str) -> frozenset[str]:
    """Register one font under a name of ours and return the characters it has."""
    font = _Font(name, BytesIO((files("assessment.report") / "fonts" / file_name).read_bytes()))
    registerFont(font)
    for bold in (0, 1):
        for italic in (0, 1):
            addMapping(name, bold, italic, name)
    return frozenset(chr(point) for point in font.face.charToGlyph if point < BEYOND)


def set_up(name: str) -> None:
    """Start every page with this font instead of Helvetica, and write streams as bytes rather than text."""
    rl_config.canvas_basefontname = name
    rl_config.useA85 = 0
