"""European figures → digits in words: percentages, averages and what goes with them, in one language."""

from assessment.texts import reference_texts
from benchmarks.intervals import round_outward
from benchmarks.model import Benchmark, Interval, Share
from questionnaire.languages import language


class FigureWords:
    """Writes the figures of a benchmark the way a language writes numbers."""

    def __init__(self, lang: str, benchmark: Benchmark) -> None:
        self._t = reference_texts("europe", lang, benchmark.kind)
        self._lang = lang
        self._language = language(lang)
        self._benchmark = benchmark

    @property
    def year(self) -> str:
        """Years of the fieldwork, with the dash the language uses."""
        return self._benchmark.year.replace("-", self._language.range_dash)

    def percent(self, interval: Interval | None) -> str:
        """Return « 57 à 72 % », rounded outward, or « non publié »."""
        if interval is None:
            return self._t("share.unpublished")
        outward = round_outward(interval)
        if outward.low == outward.high:
            return self._t("share.exact", value=round(outward.low))
        return self._t("share.range", low=round(outward.low), high=round(outward.high))

    def share(self, share: Share) -> str:
        """Return a share as the study prints it, or as it is derived; `remark` says the rest."""
        if share.printable is None:
            return self._t("share.unpublished")
        if not share.variants:
            return self.percent(share.box)
        first = share.variants[0]
        if first.value == 0:
            return self._t("share.none" if is_nobody(share) else "share.almost_none")
        return self.exact(first.value)

    def remark(self, share: Share) -> str:
        """Return what goes with a share: its other printed values, or that it is derived."""
        if share.printable is None:
            return ""
        if not share.variants:
            return self._t("share.derived")
        if not share.is_hull:
            return ""
        others = (
            self._t(
                "share.variant",
                value=self.number(other.value),
                place=self._benchmark.layers[other.layer][self._lang],
            )
            for other in share.variants[1:]
        )
        return self._t("share.remark", others=", ".join(others))

    def with_chance(self, share: Share, chance: Interval | None) -> str:
        """Return a share with what chance alone would do to it: « 17 % [5 à 40 %] », or « non publié »."""
        if chance is None:
            return self.share(share)
        said = {"share": self.share(share), "remark": self.remark(share), "chance": self.percent(chance)}
        return self._t("share.with_chance", **said)

    def exact(self, value: float) -> str:
        """Return one percentage as printed: « 53 % »."""
        return self._t("share.exact", value=self.number(value))

    def number(self, value: float) -> str:
        """Return a number with the decimal sign of the language and no useless zero."""
        return self._language.number(round(value, 1))

    def count(self, interval: Interval) -> str:
        """Return an average number of items: « 1,5 », or « entre 1,4 et 1,8 » rounded outward to tenths."""
        nearest = self.number(interval.low)
        if nearest == self.number(interval.high):
            return nearest
        tenths = round_outward(Interval(10 * interval.low, 10 * interval.high))
        return self._t("expected.range", low=self.number(tenths.low / 10), high=self.number(tenths.high / 10))


def is_nobody(share: Share) -> bool:
    """Say whether the study prints that none of the respondents gave this answer."""
    return share.printable is not None and share.raw.high < 1
