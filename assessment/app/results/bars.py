"""Published shares as bars drawn to scale, with what chance alone could have changed; pure."""

from benchmarks.model import Interval

FILLS = {"use": "█", "need": "▒"}
"""Sign of the bar of each answer drawn."""
REST = "·"
CHANCE = "─"
EXACT, BETWEEN = "┼", "═"
"""Where the published share stands; a stretch of it when it is only known between two values."""
EXACT_WITHIN = 1.0
"""Widest box, in points, of a share printed as one value."""


def bar(share: Interval | None, chance: Interval | None, width: int, fill: str) -> str:
    """Draw one share on a scale of 0 to 100 %: « ██████├─┼─┤········ ».

    Full up to the lower end of what chance could give, then that interval with the published share in it;
    empty when the study prints no share.
    """
    if share is None or chance is None or width < 1:
        return ""
    first, last = _cell(chance.low, width), _cell(chance.high, width)
    cells = [fill] * first + [CHANCE] * (last - first + 1) + [REST] * (width - last - 1)
    start, end, mark = _cell(share.low, width), _cell(share.high, width), BETWEEN
    if share.width <= EXACT_WITHIN:
        start = end = _cell((share.low + share.high) / 2, width)
        mark = EXACT
    cells[start : end + 1] = mark * (end + 1 - start)
    if first == last:
        cells[first] = EXACT
    else:
        cells[first], cells[last] = "├", "┤"
    return "".join(cells)


def _cell(percent: float, width: int) -> int:
    """Return the cell a percentage falls in."""
    return min(width - 1, int(percent * width / 100))
