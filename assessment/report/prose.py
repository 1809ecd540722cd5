"""Paragraphs of the PDF, broken into lines once for each width."""

from reportlab.platypus import Paragraph


class Prose(Paragraph):
    """A paragraph that remembers its lines: tables and frames measure the same one several times."""

    _broken: tuple[float, tuple[float, float]] | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Break into lines, unless that was done at this width and reportlab still has them."""
        known = self._broken is not None and self._broken[0] == available_width
        if self._broken is None or not known or not hasattr(self, "blPara"):
            self._broken = (available_width, super().wrap(available_width, available_height))
        return self._broken[1]
