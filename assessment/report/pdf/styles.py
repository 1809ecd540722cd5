"""Type scale, grid and palette of the PDF."""

from dataclasses import dataclass, replace
from functools import cache

from assessment.report import palette
from assessment.report.pdf.fonts import BOLD, ITALIC, REGULAR, SEMIBOLD

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
MARGIN = 20 * MM
TOP = 21 * MM
BOTTOM = 22 * MM
WIDTH = PAGE_WIDTH - 2 * MARGIN
"""Full measure, 170 mm: charts, tables, boxes."""
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
TEXT_WIDTH = 140 * MM
"""Running text: about 85 characters a line."""
GUTTER = 4 * MM


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour, as the operators that set it."""

    fill: str
    stroke: str

    @classmethod
    def of(cls, code: str) -> "Ink":
        """Return the ink of a colour written RRGGBB."""
        parts = " ".join(f"{int(code[place : place + 2], 16) / 255:.3g}" for place in (0, 2, 4))
        return cls(f"{parts} rg", f"{parts} RG")


INK = Ink.of(palette.INK)
INK_2 = Ink.of(palette.INK_2)
PLACE = Ink.of(palette.PLACE)
EUROPE = Ink.of(palette.EUROPE)
NEED = Ink.of(palette.NEED)
NO_NEED = Ink.of(palette.NO_NEED)
RULE = Ink.of(palette.RULE)
WASH = Ink.of(palette.WASH)
WHITE = Ink.of(palette.WHITE)


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; lengths in points."""

    size: float
    leading: float
    font: str = REGULAR
    ink: Ink = INK
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    """Indents."""

    def indented(self, left: float | None = None, right: float | None = None) -> "Style":
        """Return the style with other indents."""
        return replace(
            self, left=self.left if left is None else left, right=self.right if right is None else right
        )

    def spaced(self, before: float | None = None, after: float | None = None) -> "Style":
        """Return the style with other spaces above and below."""
        return replace(
            self,
            before=self.before if before is None else before,
            after=self.after if after is None else after,
        )

    def inked(self, ink: Ink) -> "Style":
        """Return the style in another colour."""
        return replace(self, ink=ink)

    def at(self, scale: float) -> "Style":
        """Return the style set smaller (or larger); indents stay."""
        return replace(
            self,
            size=self.size * scale,
            leading=self.leading * scale,
            before=self.before * scale,
            after=self.after * scale,
        )


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by the part they play, at one scale."""

    scale: float = 1.0
    kicker: Style = Style(10.5, 14, SEMIBOLD, INK_2, after=2)
    title: Style = Style(25, 29, BOLD, PLACE, after=4)
    facts: Style = Style(9.5, 13, ink=INK_2)
    h1: Style = Style(21, 25, BOLD, PLACE, before=20, after=7)
    h2: Style = Style(13.5, 17, SEMIBOLD, PLACE, before=12, after=4)
    h3: Style = Style(10.5, 14, SEMIBOLD, before=6, after=2)
    body: Style = Style(10, 14, after=5)
    compact: Style = Style(9.5, 13, before=4, after=3)
    lead: Style = Style(11.5, 16, after=6)
    quote: Style = Style(12, 16.5, ITALIC, after=2)
    caption: Style = Style(8.5, 11.5, ink=INK_2, before=3, after=6)
    note: Style = Style(9, 12.5, ITALIC, INK_2, after=5)
    bullet: Style = Style(10, 14, after=2.5, left=14)
    boxed: Style = Style(9.5, 13, after=3)
    cell: Style = Style(9, 12)
    head: Style = Style(8.5, 11, SEMIBOLD, INK_2)
    card: Style = Style(9.2, 12.4, after=3.5)
    label: Style = Style(9, 10.5, SEMIBOLD)
    number: Style = Style(8.5, 12, ink=INK_2)
    small: Style = Style(8, 10.5, ITALIC, INK_2)
    comment: Style = Style(9, 12.5, after=3)
    missing: Style = Style(9, 12, ink=INK_2)
    foot: Style = Style(7.5, 9.5, ink=INK_2)

    def heading(self, level: int) -> Style:
        """Return the style of a heading level."""
        return (self.h1, self.h2, self.h3)[min(level, 3) - 1]


@cache
def styles(scale: float = 1.0) -> Styles:
    """Return the styles, set smaller by a scale under 1."""
    normal = Styles()
    if scale == 1:
        return normal
    names = (name for name in Styles.__dataclass_fields__ if name != "scale")
    return Styles(scale, **{name: getattr(normal, name).at(scale) for name in names})
