"""The pictures of the report, drawn by hand: readable in grey, without colour and on a bad printer.

A state always has the same look: in place is a dark fill, needed is orange, not needed is pale with an
outline, not known is hatched, unanswered is an empty dashed outline, not asked is a dash.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from assessment.report.characters import clean
from assessment.report.document import EuropeChart, EuropeRow, Segment, StatePicture, StateRow, TwoLanes
from assessment.report.pdf.fonts import REGULAR, SEMIBOLD, printable, width
from assessment.report.pdf.pen import Pen
from assessment.report.pdf.pieces import Piece
from assessment.report.pdf.prose import Prose
from assessment.report.pdf.structure import Element, text_string
from assessment.report.pdf.styles import EUROPE, INK, INK_2, NEED, NO_NEED, PLACE, RULE, WHITE, Styles

_FILLS = {"use": PLACE, "need": NEED, "no_need": NO_NEED}
_ON_FILL = {"use": WHITE}
"""Ink of the words written on a state; the others take the text's."""
SMALL = 7.5
Shown = TypeVar("Shown", StatePicture, TwoLanes, EuropeChart)


class Picture(Piece, Generic[Shown]):
    """A drawing with a text alternative: one figure to a reader."""

    def __init__(self, shown: Shown, styles: Styles, element: Element) -> None:
        """Take what is shown, the styles, and the element that carries the text alternative."""
        self.before = 5.0 * styles.scale
        self.after = 5.0 * styles.scale
        self.shown: Shown = shown
        self.styles = styles
        self._element = element

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw inside the box the figure declares."""
        bottom = top - self.height(width)
        words = text_string(clean(self.shown.alt))
        box = f"{x:.2f} {bottom:.2f} {x + width:.2f} {top:.2f}"
        self._element.attributes = f"/Alt{words}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        with pen.mark(self._element):
            self.paint(pen, x, top, width)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the picture."""
        raise NotImplementedError


def swatch(pen: Pen, state: str, x: float, y: float, width: float, height: float) -> None:
    """Fill a rectangle with the look of a state."""
    if state == "not_asked":
        pen.line(x + width * 0.25, y + height / 2, x + width * 0.75, y + height / 2, EUROPE, 0.9)
    elif state == "dont_know":
        pen.hatch(x, y, width, height, EUROPE)
        pen.frame(x, y, width, height, EUROPE)
    elif state in _FILLS:
        pen.fill(x, y, width, height, _FILLS[state])
        if state == "no_need":
            pen.frame(x, y, width, height, EUROPE)
    else:
        pen.frame(x, y, width, height, EUROPE, dash=(1.5, 1.5))


def draw_legend(pen: Pen, x: float, y: float, legend: Sequence[tuple[str, str]], size: float) -> None:
    """Write the states and their words on one line."""
    for state, words in legend:
        swatch(pen, state, x, y - 0.5, size, size)
        x = pen.text(x + size + 3, y + 0.5, words, REGULAR, size, INK_2) + 11


class StatesPicture(Picture[StatePicture]):
    """One row of squares a domain; the situation of the needs stands at the end of the row."""

    row_height = 31.0
    side = 13.0
    label_width = 104.0
    squares_width = 134.0
    legend_height = 17.0

    def height(self, width: float) -> float:
        """Return the height of the rows and the legend."""
        return (len(self.shown.rows) * self.row_height + self.legend_height) * self.styles.scale

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the rows, then the legend."""
        scale = self.styles.scale
        pen.line(x, top, x + width, top, RULE)
        for row in self.shown.rows:
            self._row(pen, row, x, top, width)
            top -= self.row_height * scale
            pen.line(x, top, x + width, top, RULE)
        draw_legend(pen, x, top - 12.5 * scale, self.shown.legend, 8 * scale)

    def _row(self, pen: Pen, row: StateRow, x: float, top: float, width: float) -> None:
        scale = self.styles.scale
        middle = top - self.row_height * scale / 2
        pen.text(x, middle - 3.4 * scale, printable(row.label), SEMIBOLD, 10 * scale)
        side = self.side * scale
        square = x + self.label_width
        for state, _ in row.states:
            swatch(pen, state, square, middle - side / 2, side, side)
            square += side + 3.4
        words = x + self.label_width + self.squares_width
        if row.stage:
            pen.text(words, middle + 2.5 * scale, row.stage, SEMIBOLD, 10 * scale, PLACE)
        counts = middle - (9 if row.stage else 3.4) * scale
        pen.text(words, counts, row.counts, REGULAR, self._size(row, x + width - words), INK_2)

    def _size(self, row: StateRow, room: float) -> float:
        """Return the size at which the counts fit their room."""
        return min(8.5 * self.styles.scale, room / width(REGULAR, row.counts))


class LanesPicture(Picture[TwoLanes]):
    """Two lanes on one axis: a bar for the organisation, a hollow mark for the respondents' average."""

    label_width = 120.0
    value_width = 118.0
    lane = 19.0
    axis_height = 24.0

    def height(self, width: float) -> float:
        """Return the height of the two lanes and the axis."""
        return (2 * self.lane + self.axis_height) * self.styles.scale

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the axis, then the lanes on it."""
        shown, scale = self.shown, self.styles.scale
        left, length = x + self.label_width, width - self.label_width - self.value_width
        bottom = top - 2 * self.lane * scale
        for tick in range(shown.total + 1):
            at = left + length * tick / shown.total
            pen.line(at, top, at, bottom - 2, RULE, 0.5)
            label = str(tick)
            pen.text(at - 2 * scale, bottom - 11 * scale, label, REGULAR, SMALL, INK_2)
        pen.text(left, bottom - 20.5 * scale, printable(shown.axis), REGULAR, SMALL, INK_2)
        words = left + length + 10
        first, second = (top - (lane + 0.5) * self.lane * scale for lane in (0, 1))
        self._words(pen, x, words, first, shown.your_label, shown.your_value)
        self._words(pen, x, words, second, shown.europe_label, shown.europe_value)
        if shown.use:
            pen.fill(left, first - 5 * scale, length * shown.use / shown.total, 10 * scale, PLACE)
        else:
            pen.line(left, first - 5 * scale, left, first + 5 * scale, PLACE, 2)
        start, end = (left + length * at / shown.total for at in (shown.low, shown.high))
        pen.line(left, second, start, second, EUROPE, 0.8)
        pen.line(start, second, end, second, EUROPE, 2.6)
        for at in dict.fromkeys((start, end)):
            reach = 4.4 * scale
            diamond = [(at - reach, second), (at, second + reach), (at + reach, second), (at, second - reach)]
            pen.path(diamond, EUROPE, 1.1, WHITE)

    def _words(self, pen: Pen, x: float, words: float, middle: float, label: str, value: str) -> None:
        scale = self.styles.scale
        pen.text(x, middle - 3 * scale, printable(label), REGULAR, 9 * scale)
        pen.text(words, middle - 3 * scale, printable(value), SEMIBOLD, 9 * scale)


class EuropePicture(Picture[EuropeChart]):
    """Stacked shares of the European answers, one bar an item, the organisation's answer at left."""

    label_width = 158.0
    base_width = 46.0
    bar_height = 12.5
    row_height = 37.0
    axis_height = 31.0

    def height(self, width: float) -> float:
        """Return the height of the rows, the legend and the axis."""
        return len(self.shown.rows) * self._row_height() + self.axis_height

    def _row_height(self) -> float:
        return self.row_height * max(self.styles.scale, 0.8)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the legend and the axis, then one row an item."""
        left, length = x + self.label_width, width - self.label_width - self.base_width
        draw_legend(pen, x, top - 10, self.shown.legend, 8)
        bottom = top - self.height(width)
        top -= self.axis_height
        self._axis(pen, left, length, top, bottom)
        for row in self.shown.rows:
            self._row(pen, row, x, left, length, top - 4)
            top -= self._row_height()

    def _axis(self, pen: Pen, left: float, length: float, top: float, bottom: float) -> None:
        for mark in (0, 25, 50, 75, 100):
            x = left + length * mark / 100
            pen.line(x, bottom, x, top + 2, RULE, 0.4)
            label = str(mark) if mark < 100 else self.shown.whole
            pen.text(x - width(REGULAR, label) * SMALL / 2, top + 5, label, REGULAR, SMALL, INK_2)

    def _row(self, pen: Pen, row: EuropeRow, x: float, left: float, length: float, top: float) -> None:
        name = Prose(((SEMIBOLD, row.name),), self.styles.label, None)
        room = self.label_width - 12
        lines, style = name.lines(room), self.styles.label
        pen.lines(x, top - style.size + 1, style.leading, lines, style.size, style.ink)
        below = top - len(lines) * style.leading - 6
        swatch(pen, row.state, x, below - 0.5, 7, 7)
        pen.text(x + 11, below, row.answer, REGULAR, 8, INK_2)
        bar = top - self.bar_height
        self._bar(pen, row, left, length, bar)
        if row.chance is not None:
            self._whisker(pen, row.chance, left, length, bar - 5)
        nobody = ", ".join(words for _, words in row.nobody)
        pen.text(left + 4, bar - 14, nobody, REGULAR, SMALL, INK_2)
        pen.text(left + length + 8, bar + 3.5, row.base, REGULAR, SMALL, INK_2)

    def _bar(self, pen: Pen, row: EuropeRow, left: float, length: float, y: float) -> None:
        x = left
        for segment in row.segments:
            share = min(segment.drawn / 100 * length, left + length - x)
            swatch(pen, segment.state, x, y, share, self.bar_height)
            self._segment_label(pen, segment, x, y, share)
            x += share
        rest = left + length - x
        if row.unpublished is None or rest <= 0:
            return
        swatch(pen, "unpublished", x, y, rest, self.bar_height)
        if width(REGULAR, row.unpublished) * SMALL < rest - 4:
            pen.text(x + 4, y + 3.7, row.unpublished, REGULAR, SMALL, INK_2)

    def _segment_label(self, pen: Pen, segment: Segment, x: float, y: float, share: float) -> None:
        needed = width(SEMIBOLD, segment.label) * SMALL
        if needed > share - 3:
            return
        start = x + (share - needed) / 2
        if segment.state == "dont_know":
            pen.fill(start - 1.5, y + 2, needed + 3, self.bar_height - 4, WHITE)
        pen.text(start, y + 3.7, segment.label, SEMIBOLD, SMALL, _ON_FILL.get(segment.state, INK))

    def _whisker(self, pen: Pen, chance: tuple[float, float], left: float, length: float, y: float) -> None:
        start, end = (left + length * share / 100 for share in chance)
        pen.line(start, y, end, y, INK, 0.9)
        for x in (start, end):
            pen.line(x, y - 2, x, y + 2, INK, 0.9)
