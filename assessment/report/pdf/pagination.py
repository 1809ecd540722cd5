"""Pieces onto pages: what goes where is known before anything is drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.report.pdf.pieces import Piece, RoomNeeded, Together
from assessment.report.pdf.styles import BOTTOM, HEIGHT, WIDTH

HAIR = 0.01
"""Rounding that does not send a piece to the next page, in points."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and the height of its top edge on the page."""

    piece: Piece
    top: float


class _Press:
    """Fills pages from top to bottom."""

    def __init__(self) -> None:
        self.pages: list[list[Placed]] = []
        self._new_page()

    def _new_page(self) -> None:
        self.pages.append([])
        self._left = HEIGHT
        self._after = 0.0

    def section(self, pieces: Sequence[Piece]) -> None:
        """Place pieces that begin on a page of their own."""
        if self.pages[-1]:
            self._new_page()
        queue = list(pieces)
        while queue:
            piece = queue.pop(0)
            if self.pages[-1] and self._gap(piece) + _needed(piece, queue) > self._left + HAIR:
                self._new_page()
            queue[:0] = self._place(piece)

    def _gap(self, piece: Piece) -> float:
        return max(piece.before - self._after, 0.0) if self.pages[-1] else 0.0

    def _place(self, piece: Piece) -> list[Piece]:
        """Place a piece, or as much of it as fits; return what is left."""
        if isinstance(piece, RoomNeeded):
            return []
        gap, height = self._gap(piece), piece.height(WIDTH)
        if gap + height <= self._left + HAIR:
            self._put(piece, gap, height)
            return []
        parts = piece.split(WIDTH, self._left - gap)
        if parts:
            first, rest = parts
            self._put(first, gap, first.height(WIDTH))
            self._new_page()
            return [rest]
        if self.pages[-1]:
            self._new_page()
            return [piece]
        if isinstance(piece, Together):  # taller than a page: better parted than cut off
            return list(piece.pieces)
        self._put(piece, gap, height)
        return []

    def _put(self, piece: Piece, gap: float, height: float) -> None:
        top = BOTTOM + self._left - gap
        self.pages[-1].append(Placed(piece, top))
        self._left -= gap + height + piece.after
        self._after = piece.after


def _needed(piece: Piece, following: Sequence[Piece]) -> float:
    """Return the room that must be left for a piece to begin here: headings want what they announce."""
    if isinstance(piece, RoomNeeded):
        return piece.room
    if not piece.keeps_next:
        return 0.0
    room, after = piece.height(WIDTH), piece.after
    for one in following:
        gap = max(one.before - after, 0.0)
        room += after + gap
        if not one.keeps_next:
            return room + (one.room if isinstance(one, RoomNeeded) else one.least(WIDTH))
        room, after = room + one.height(WIDTH), one.after
    return room


def paginate(sections: Iterable[Sequence[Piece]]) -> tuple[tuple[Placed, ...], ...]:
    """Return the pages, each section beginning on a new one."""
    press = _Press()
    for section in sections:
        press.section(section)
    return tuple(tuple(page) for page in press.pages)
