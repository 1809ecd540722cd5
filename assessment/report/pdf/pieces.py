"""What a page is made of: pieces that know their height, may be cut in two, and draw themselves."""

from collections.abc import Sequence

from assessment.report.pdf.pen import Pen
from assessment.report.pdf.styles import Ink

LINES_KEPT = 46.0
"""Room asked for under a heading when what follows may be cut: three lines."""


class Piece:
    """One thing set on the page, on the measure it is given; lengths in points."""

    before = 0.0
    after = 0.0
    """Space above and below; between two pieces the larger counts."""
    keeps_next = False
    """Whether the next piece must begin on the same page."""

    def height(self, width: float) -> float:
        """Return the height on a measure."""
        raise NotImplementedError

    def least(self, width: float) -> float:
        """Return the least of it that may stand under a heading."""
        return self.height(width)

    def split(self, width: float, room: float) -> "tuple[Piece, Piece] | None":
        """Cut in two, the first part fitting the room; None when it cannot be cut there."""
        return None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw at the left edge x, downwards from top."""
        raise NotImplementedError


class Space(Piece):
    """Empty height."""

    def __init__(self, height: float) -> None:
        self._height = height

    def height(self, width: float) -> float:
        """Return the height asked for."""
        return self._height

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class RoomNeeded(Space):
    """Takes no height, but what follows goes to the next page when less room than this is left."""

    def __init__(self, room: float) -> None:
        super().__init__(0.0)
        self.room = room


class Rule(Piece):
    """A line across the measure."""

    def __init__(self, ink: Ink, line: float = 0.5, before: float = 0.0, after: float = 0.0) -> None:
        self._ink = ink
        self._line = line
        self.before = before
        self.after = after

    def height(self, width: float) -> float:
        """Return the thickness of the line."""
        return self._line

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the line; it means nothing to a reader."""
        y = top - self._line / 2
        with pen.mark(None):
            pen.line(x, y, x + width, y, self._ink, self._line)


class Together(Piece):
    """Pieces one under the other that are not parted."""

    def __init__(self, pieces: Sequence[Piece], before: float = 0.0, after: float = 0.0) -> None:
        self.pieces = pieces
        self.before = before
        self.after = after
        self._measured: tuple[float, float] | None = None

    def height(self, width: float) -> float:
        """Return the height of the pile, measured once for each measure."""
        if self._measured is None or self._measured[0] != width:
            self._measured = (width, stacked_height(self.pieces, width))
        return self._measured[1]

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the pieces downwards."""
        draw_stacked(self.pieces, pen, x, top, width)


def stacked_height(pieces: Sequence[Piece], width: float) -> float:
    """Return the height of pieces one under the other, the space after the last included."""
    height = after = 0.0
    for position, piece in enumerate(pieces):
        gap = max(piece.before - after, 0.0) if position else 0.0
        after = piece.after
        height += gap + piece.height(width) + after
    return height


def draw_stacked(pieces: Sequence[Piece], pen: Pen, x: float, top: float, width: float) -> None:
    """Draw pieces one under the other."""
    after = 0.0
    for position, piece in enumerate(pieces):
        top -= max(piece.before - after, 0.0) if position else 0.0
        piece.draw(pen, x, top, width)
        after = piece.after
        top -= piece.height(width) + after
