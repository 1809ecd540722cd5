"""Type scale, grid and colours of the PDF; imported only when a PDF is made."""

from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from assessment.report import palette
from assessment.report.fonts import BOLD, ITALIC, REGULAR, SEMIBOLD

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 20 * MM
TOP = 21 * MM
BOTTOM = 22 * MM
WIDTH = PAGE_WIDTH - 2 * MARGIN
"""Full measure, 170 mm: charts, tables, boxes."""
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
TEXT_WIDTH = 140 * MM
"""Running text: about 85 characters a line."""
GUTTER = 4 * MM

INK = HexColor(f"#{palette.INK}")
INK_2 = HexColor(f"#{palette.INK_2}")
PLACE = HexColor(f"#{palette.PLACE}")
EUROPE = HexColor(f"#{palette.EUROPE}")
NEED = HexColor(f"#{palette.NEED}")
NO_NEED = HexColor(f"#{palette.NO_NEED}")
RULE = HexColor(f"#{palette.RULE}")
WASH = HexColor(f"#{palette.WASH}")
WHITE = HexColor(f"#{palette.WHITE}")


@dataclass(frozen=True)
class Styles:
    """Paragraph styles by the part they play, at one scale."""

    scale: float
    kicker: ParagraphStyle
    title: ParagraphStyle
    facts: ParagraphStyle
    h1: ParagraphStyle
    h2: ParagraphStyle
    h3: ParagraphStyle
    body: ParagraphStyle
    compact: ParagraphStyle
    lead: ParagraphStyle
    quote: ParagraphStyle
    caption: ParagraphStyle
    note: ParagraphStyle
    bullet: ParagraphStyle
    boxed: ParagraphStyle
    cell: ParagraphStyle
    head: ParagraphStyle
    card: ParagraphStyle
    label: ParagraphStyle
    tag_note: ParagraphStyle
    number: ParagraphStyle
    small: ParagraphStyle
    comment: ParagraphStyle
    foot: ParagraphStyle
    missing: ParagraphStyle

    def heading(self, level: int) -> ParagraphStyle:
        """Return the style of a heading level."""
        return (self.h1, self.h2, self.h3)[min(level, 3) - 1]


@dataclass(frozen=True)
class _Scaled:
    """Makes the styles of one scale."""

    scale: float

    def __call__(
        self,
        name: str,
        size: float,
        leading: float,
        font: str = REGULAR,
        colour: Color = INK,
        before: float = 0,
        after: float = 0,
        left: float = 0,
    ) -> ParagraphStyle:
        return ParagraphStyle(
            name,
            fontName=font,
            fontSize=size * self.scale,
            leading=leading * self.scale,
            textColor=colour,
            spaceBefore=before * self.scale,
            spaceAfter=after * self.scale,
            leftIndent=left,
            bulletFontName=SEMIBOLD,
            bulletFontSize=size * self.scale,
            bulletColor=PLACE,
            splitLongWords=1,
            allowWidows=0,
            allowOrphans=0,
        )


@cache
def styles(scale: float = 1.0) -> Styles:
    """Return the styles, set smaller by a scale under 1."""
    style = _Scaled(scale)
    return Styles(
        scale=scale,
        kicker=style("kicker", 10.5, 14, SEMIBOLD, INK_2, after=2),
        title=style("title", 24, 28, BOLD, PLACE, after=4),
        facts=style("facts", 9.5, 13, REGULAR, INK_2),
        h1=style("h1", 21, 25, BOLD, PLACE, before=26, after=8),
        h2=style("h2", 13.5, 17, SEMIBOLD, PLACE, before=12, after=4),
        h3=style("h3", 10.5, 14, SEMIBOLD, INK, before=6, after=2),
        body=style("body", 10, 14, after=5),
        compact=style("compact", 9.5, 13, before=4, after=3),
        lead=style("lead", 11.5, 16, after=6),
        quote=style("quote", 12, 16.5, ITALIC, after=2),
        caption=style("caption", 8.5, 11.5, REGULAR, INK_2, before=3, after=6),
        note=style("note", 9, 12.5, ITALIC, INK_2, after=5),
        bullet=style("bullet", 10, 14, after=2.5, left=14),
        boxed=style("boxed", 9.5, 13, after=3),
        cell=style("cell", 9, 12),
        head=style("head", 8.5, 11, SEMIBOLD, INK_2),
        card=style("card", 9.2, 12.4, after=3.5),
        label=style("label", 9, 10.5, SEMIBOLD),
        tag_note=style("tag_note", 9, 12, REGULAR, INK_2),
        number=style("number", 8.5, 12, REGULAR, INK_2),
        small=style("small", 8, 10.5, ITALIC, INK_2),
        comment=style("comment", 9, 12.5, after=3),
        missing=style("missing", 9, 12, REGULAR, INK_2),
        foot=style("foot", 7.5, 9.5, REGULAR, INK_2),
    )


@cache
def derived(
    style: ParagraphStyle,
    left: float | None = None,
    right: float | None = None,
    before: float | None = None,
    after: float | None = None,
) -> ParagraphStyle:
    """Return a style with other indents or spaces (points)."""
    return ParagraphStyle(
        style.name,
        parent=style,
        leftIndent=style.leftIndent if left is None else left,
        rightIndent=style.rightIndent if right is None else right,
        spaceBefore=style.spaceBefore if before is None else before,
        spaceAfter=style.spaceAfter if after is None else after,
    )
