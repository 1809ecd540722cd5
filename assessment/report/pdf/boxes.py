"""Framed blocks: callouts, callouts side by side, recommendation cards."""

from typing import TYPE_CHECKING

from assessment.report import document as doc
from assessment.report.pdf.grid import Grid, Look, Row
from assessment.report.pdf.pieces import Piece, Rule, Together
from assessment.report.pdf.styles import GUTTER, HEIGHT, PLACE, WASH

if TYPE_CHECKING:
    from assessment.report.pdf.layout import Layout

PADDING = 9.0
SIDE = 0.43
"""Part of a card's width that says what the recommendation takes."""


class Boxes:
    """Makes the framed blocks of one page. A box is never cut; one taller than a page loses its frame."""

    def __init__(self, layout: "Layout") -> None:
        self._layout = layout

    def callout(self, block: doc.Callout, width: float) -> list[Piece]:
        """Return one box on the whole measure."""
        return self._framed([self._inside(block, width)], [width], (0,))

    def columns(self, block: doc.Columns, width: float) -> list[Piece]:
        """Return two boxes side by side, read left then right."""
        half = (width - GUTTER) / 2
        cells = [self._inside(block.left, half), [], self._inside(block.right, half)]
        return self._framed(cells, [half, GUTTER, half], (0, 2))

    def card(self, block: doc.Card, width: float) -> list[Piece]:
        """Return a recommendation: title and band over two columns, what to do beside what it takes."""
        layout, styles = self._layout, self._layout.styles
        side = width * SIDE
        with layout.inside("Sect"):
            head: list[Piece] = [
                layout.heading(block.heading, styles.h2.spaced(before=0, after=0)),
                layout.text(doc.Paragraph(block.note, label=block.tag), styles.caption.spaced(0, 0)),
            ]
            main = [layout.text(part, styles.card) for part in block.main]
            beside = [layout.text(part, styles.card) for part in block.side]
        look = Look(
            left=PADDING, right=PADDING, top=5, bottom=4, row_rule=False, washed=(1,), flush_first=True
        )
        body = Grid([width - side, side], [Row([main, beside])], look, wash=WASH, before=4)
        rule = Rule(PLACE, 1.2, after=4)
        card = Together([rule, *head, body], before=4, after=9)
        return [card] if card.height(width) <= HEIGHT else [rule, *head, *main, *beside]

    def _framed(self, cells: list[list[Piece]], widths: list[float], framed: tuple[int, ...]) -> list[Piece]:
        space = 6 * self._layout.styles.scale
        look = Look(
            left=PADDING + 2,
            right=PADDING,
            top=PADDING - 3,
            bottom=PADDING - 2,
            row_rule=False,
            washed=framed,
            barred=framed,
        )
        box = Grid(widths, [Row(cells)], look, wash=WASH, before=space, after=space)
        return [box] if box.tallest() <= HEIGHT else [part for cell in cells for part in cell]

    def _inside(self, block: doc.Callout, width: float) -> list[Piece]:
        """Return the heading and the contents of a box, in the size of boxes."""
        layout, styles = self._layout, self._layout.styles
        with layout.inside("Sect"):
            inside: list[Piece] = [layout.heading(block.heading, styles.h3.spaced(before=0))]
            for part in block.blocks:
                if isinstance(part, doc.Paragraph) and part.role == "body":
                    inside.append(layout.text(part, styles.boxed))
                elif isinstance(part, doc.Bullets):
                    inside.extend(layout.listed(part, styles.boxed.indented(left=13)))
                else:
                    inside.extend(layout.block(part, width - 2 * PADDING - 2))
        return inside
