"""The two pictures of the report, drawn by hand on the canvas: readable in grey and without colour.

A state always has the same look: in place is a dark fill, needed is orange, not needed is pale with an
outline, not known is hatched, unanswered is an empty dashed outline, not asked is a dash.
"""

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from assessment.report.document import EuropeChart, EuropeRow, Segment, StatePicture
from assessment.report.fonts import REGULAR, SEMIBOLD, rich, runs
from assessment.report.prose import Prose
from assessment.report.styles import EUROPE, INK, INK_2, NEED, NO_NEED, PLACE, RULE, WHITE, Styles

_FILLS = {"use": PLACE, "need": NEED, "no_need": NO_NEED}
_LABEL_COLOURS = {"use": WHITE}


def draw_text(
    canvas: Canvas, x: float, y: float, text: str, font: str, size: float, colour: Color = INK
) -> float:
    """Write one line with the fallback font where needed; return where it ends."""
    canvas.setFillColor(colour)
    for name, part in runs(text, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, part)
        x += stringWidth(part, name, size)
    return x


def text_width(text: str, font: str, size: float) -> float:
    """Measure a line as `draw_text` writes it."""
    return sum(stringWidth(part, name, size) for name, part in runs(text, font))


def swatch(canvas: Canvas, state: str, x: float, y: float, width: float, height: float) -> None:
    """Fill a rectangle with the look of a state."""
    if state == "not_asked":
        canvas.setStrokeColor(EUROPE)
        canvas.setLineWidth(0.8)
        canvas.line(x + width * 0.3, y + height / 2, x + width * 0.7, y + height / 2)
        return
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(EUROPE)
    if state == "dont_know":
        _hatch(canvas, x, y, width, height)
        canvas.rect(x, y, width, height, stroke=1, fill=0)
    elif state in _FILLS:
        canvas.setFillColor(_FILLS[state])
        canvas.rect(x, y, width, height, stroke=1 if state == "no_need" else 0, fill=1)
    else:
        canvas.setDash(1.5, 1.5)
        canvas.rect(x, y, width, height, stroke=1, fill=0)
        canvas.setDash()


def _hatch(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw slanted lines inside a rectangle."""
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(x, y, width, height)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setLineWidth(0.55)
    canvas.setStrokeColor(EUROPE)
    step = 2.8
    for index in range(int((width + height) / step) + 1):
        start = x - height + index * step
        canvas.line(start, y, start + height, y + height)
    canvas.restoreState()


def draw_legend(
    canvas: Canvas, x: float, y: float, legend: Sequence[tuple[str, str]], size: float = 8
) -> None:
    """Write the states and their words on one line."""
    for state, words in legend:
        swatch(canvas, state, x, y - 0.5, 8, 8)
        x = draw_text(canvas, x + 11, y + 0.5, words, REGULAR, size, INK_2) + 11


class StatePictureFlowable(Flowable):
    """One row of squares a domain; the situation of the needs stands at the end of the row."""

    row_height = 30.0
    side = 13.0
    label_width = 104.0
    squares_width = 132.0

    def __init__(self, picture: StatePicture, scale: float = 1.0) -> None:
        super().__init__()
        self.picture = picture
        self.scale = scale

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the room it takes."""
        self.width = available_width
        self.height = (len(self.picture.rows) * self.row_height + 16) * self.scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw the rows, then the legend."""
        canvas, scale = self.canv, self.scale
        y = self.height
        for row in self.picture.rows:
            y -= self.row_height * scale
            middle = y + self.row_height * scale / 2
            draw_text(canvas, 0, middle - 3, row.label, SEMIBOLD, 10 * scale)
            side = self.side * scale
            x = self.label_width
            for state, _ in row.states:
                swatch(canvas, state, x, middle - side / 2, side, side)
                x += side + 3
            x = self.label_width + self.squares_width
            draw_text(canvas, x, middle + 2.5, row.stage, SEMIBOLD, 10 * scale, PLACE)
            room = self.width - x
            size = min(8.5 * scale, 8.5 * room / text_width(row.counts, REGULAR, 8.5))
            draw_text(canvas, x, middle - 9 * scale, row.counts, REGULAR, size, INK_2)
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.5)
            canvas.line(0, y, self.width, y)
        draw_legend(canvas, 0, 2, self.picture.legend, 8 * scale)


class EuropeChartFlowable(Flowable):
    """Stacked shares of the European answers, one bar an item, the organisation's answer at left."""

    label_width = 158.0
    base_width = 46.0
    bar_height = 12.0
    row_height = 37.0
    axis_height = 30.0

    def __init__(self, chart: EuropeChart, styles: Styles) -> None:
        super().__init__()
        self.chart = chart
        self.styles = styles

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the room it takes."""
        self.width = available_width
        self.row = self.row_height * max(self.styles.scale, 0.8)
        self.height = len(self.chart.rows) * self.row + self.axis_height
        return self.width, self.height

    def draw(self) -> None:
        """Draw the legend and the axis, then one row an item."""
        canvas = self.canv
        left = self.label_width
        bar_width = self.width - left - self.base_width
        draw_legend(canvas, 0, self.height - 9, self.chart.legend)
        bottom, top = 0.0, self.height - self.axis_height
        self._axis(left, bar_width, bottom, top)
        y = top
        for row in self.chart.rows:
            y -= self.row
            self._row(row, left, bar_width, y)

    def _axis(self, left: float, bar_width: float, bottom: float, top: float) -> None:
        canvas = self.canv
        canvas.setLineWidth(0.4)
        for mark in (0, 25, 50, 75, 100):
            x = left + bar_width * mark / 100
            canvas.setStrokeColor(RULE)
            canvas.line(x, bottom, x, top + 2)
            label = str(mark) if mark < 100 else self.chart.whole
            width = text_width(label, REGULAR, 7.5)
            draw_text(canvas, x - width / 2, top + 5, label, REGULAR, 7.5, INK_2)

    def _row(self, row: EuropeRow, left: float, bar_width: float, y: float) -> None:
        canvas = self.canv
        name = Prose(rich(row.name), self.styles.label)
        _, height = name.wrap(left - 12, self.row)
        top = y + self.row - 4
        name.drawOn(canvas, 0, top - height + 2)
        below = top - height - 7
        swatch(canvas, row.state, 0, below - 0.5, 7, 7)
        draw_text(canvas, 11, below, row.answer, REGULAR, 8, INK_2)
        bar_bottom = top - self.bar_height
        self._bar(row, left, bar_width, bar_bottom)
        if row.chance is not None:
            self._whisker(row.chance, left, bar_width, bar_bottom - 5)
        if row.nobody is not None:
            draw_text(canvas, left + 4, bar_bottom - 14, row.nobody, REGULAR, 7.5, INK_2)
        draw_text(canvas, left + bar_width + 8, bar_bottom + 3, row.base, REGULAR, 7.5, INK_2)

    def _bar(self, row: EuropeRow, left: float, bar_width: float, y: float) -> None:
        x = left
        canvas = self.canv
        for segment in row.segments:
            width = (segment.low + segment.high) / 200 * bar_width
            swatch(canvas, segment.state, x, y, width, self.bar_height)
            self._segment_label(segment, x, y, width)
            x += width
        rest = left + bar_width - x
        if row.unpublished is None or rest <= 0:
            return
        swatch(canvas, "unpublished", x, y, rest, self.bar_height)
        if text_width(row.unpublished, REGULAR, 7.5) < rest - 4:
            draw_text(canvas, x + 4, y + 3.4, row.unpublished, REGULAR, 7.5, INK_2)

    def _segment_label(self, segment: Segment, x: float, y: float, width: float) -> None:
        size = 7.5
        needed = text_width(segment.label, SEMIBOLD, size)
        if needed > width - 3:
            return
        canvas = self.canv
        start = x + (width - needed) / 2
        if segment.state == "dont_know":
            canvas.setFillColor(WHITE)
            canvas.rect(start - 1.5, y + 2, needed + 3, self.bar_height - 4, stroke=0, fill=1)
        colour = _LABEL_COLOURS.get(segment.state, INK)
        draw_text(canvas, start, y + 3.4, segment.label, SEMIBOLD, size, colour)

    def _whisker(self, chance: tuple[float, float], left: float, bar_width: float, y: float) -> None:
        canvas = self.canv
        start, end = (left + bar_width * share / 100 for share in chance)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.9)
        canvas.line(start, y, end, y)
        for x in (start, end):
            canvas.line(x, y - 2, x, y + 2)
