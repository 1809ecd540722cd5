"""Framed blocks: callouts, callouts side by side, recommendation cards."""

from collections.abc import Callable

from assessment.report import document as doc
from assessment.report.pdf.grid import Grid, Look, Row
from assessment.report.pdf.pieces import Piece, Rule, Together
from assessment.report.pdf.setter import Setter
from assessment.report.pdf.styles import GUTTER, HEIGHT, PLACE, WASH

PADDING = 9.0
SIDE = 0.43
"""Part of a card's width that says what the recommendation takes."""


class Boxes:
    """Makes the framed blocks of one page. A box is never cut; one taller than a page loses its frame."""

    def __init__(self, setter: Setter, block: Callable[[doc.Block, float], list[Piece]]) -> None:
        """Take what sets words, and what lays out any other block a box may hold."""
        self._set = setter
        self._block = block

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
        setter, styles = self._set, self._set.styles
        side = width * SIDE
        with setter.inside("Sect"):
            head: list[Piece] = [
                setter.heading(block.heading, styles.h2.spaced(before=0, after=0)),
                setter.text(doc.Paragraph(block.note, label=block.tag), styles.caption.spaced(0, 0)),
            ]
            main = [setter.text(part, styles.card) for part in block.main]
            beside = [setter.text(part, styles.card) for part in block.side]
        look = Look(
            left=PADDING, right=PADDING, top=5, bottom=4, row_rule=False, washed=(1,), flush_first=True
        )
        body = Grid([width - side, side], [Row([main, beside])], look, wash=WASH, before=4)
        rule = Rule(PLACE, 1.2, after=4)
        card = Together([rule, *head, body], before=4, after=9)
        return [card] if card.height(width) <= HEIGHT else [rule, *head, *main, *beside]

    def _framed(self, cells: list[list[Piece]], widths: list[float], framed: tuple[int, ...]) -> list[Piece]:
        space = 6 * self._set.styles.scale
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
        setter, styles = self._set, self._set.styles
        with setter.inside("Sect"):
            inside: list[Piece] = [setter.heading(block.heading, styles.h3.spaced(before=0))]
            for part in block.blocks:
                if isinstance(part, doc.Paragraph) and part.role == "body":
                    inside.append(setter.text(part, styles.boxed))
                elif isinstance(part, doc.Bullets):
                    inside.extend(setter.listed(part, styles.boxed.indented(left=13)))
                else:
                    inside.extend(self._block(part, width - 2 * PADDING - 2))
        return inside
