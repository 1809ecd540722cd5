"""European figures → words: every sentence here holds the year and n (METHOD §2, property 17)."""

from typing import Literal

from assessment.comparison import ItemComparison
from assessment.texts import texts
from benchmarks.intervals import round_outward
from benchmarks.model import Benchmark, Interval, ItemFigures, Share

Amount = Literal["most", "half", "minority", "few"]


def amount(interval: Interval) -> Amount:
    """Choose the word by the limits of the interval, in percent (METHOD §2)."""
    if interval.high < 15:
        return "few"
    if interval.high < 50:
        return "minority"
    return "most" if interval.low > 50 else "half"


class EuropeWords:
    """Says the benchmark's figures in one language."""

    def __init__(self, lang: str, benchmark: Benchmark) -> None:
        self._t = texts("europe", lang)
        self._lang = lang
        self._benchmark = benchmark
        facts = benchmark.facts
        known = {"year": self.year, "n": benchmark.n}
        self.standing_short = self._t("standing.short", **known, french=facts["french"])
        """The sentence that stands wherever Europe appears."""
        self.standing_long = self._t("standing.long", **known, **facts)
        """Its long form, once on screen and once in the PDF."""

    @property
    def year(self) -> str:
        """Years of the fieldwork, with the dash the language uses."""
        return self._benchmark.year if self._lang == "fr" else self._benchmark.year.replace("-", "–")

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
        if first.value == 0 and share.box.high > 0:
            return self._t("share.almost_none")
        return self._t("share.exact", value=self.number(first.value))

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

    def number(self, value: float) -> str:
        """Return a number with the decimal sign of the language and no useless zero."""
        text = f"{value:.1f}".removesuffix(".0")
        return text.replace(".", ",") if self._lang == "fr" else text

    def count(self, interval: Interval) -> str:
        """Return an average number of items: « 1,5 », or « entre 1,4 et 1,8 » rounded outward to tenths."""
        nearest = self.number(interval.low)
        if nearest == self.number(interval.high):
            return nearest
        tenths = round_outward(Interval(10 * interval.low, 10 * interval.high))
        return self._t("expected.range", low=self.number(tenths.low / 10), high=self.number(tenths.high / 10))

    def organisations(self, figures: ItemFigures) -> str:
        """Return « 218 organisations » or « environ 148 organisations ayant déjà coopéré »."""
        return self._by_base("organisations", figures)

    def item(self, item_id: str, source: str) -> str:
        """Return one sentence: how many respondents answered yes, and need, with year, n and section."""
        figures = self._benchmark.item(item_id)
        if figures is None:
            everyone = self._t("organisations.all", n=self._benchmark.n)
            return self._t("item.nothing", year=self.year, organisations=everyone, source=source)
        use, need = figures.shares["use"], figures.shares["need"]
        said = {"year": self.year, "source": source, "respondents": self._by_base("the_respondents", figures)}
        if use.printable is None:
            organisations = self.organisations(figures)
            return self._t("item.nothing", year=self.year, source=source, organisations=organisations)
        if use.box.high < 1:
            return self._t("item.none_used", **said)
        said |= {"use": self.share(use), "remark": self.remark(use)}
        if need.printable is None:
            return self._t("item.use_only", **said)
        return self._t("item.both", **said, need=self.share(need) + self.remark(need))

    def why(self, comparison: ItemComparison, source: str) -> str:
        """Return Europe’s sentence of a « pourquoi »: who wanted it and had it, or the plain shares."""
        figures = self._benchmark.item(comparison.item)
        both_known = figures and figures.shares["use"].printable and figures.shares["need"].printable
        if figures is None or not both_known or comparison.aged:
            return self.item(comparison.item, source)
        return self._t(
            f"why.{_kind(comparison.item)}.text",
            share=self.percent(comparison.need_met_sampling),
            organisations=self.organisations(figures),
            year=self.year,
            source=source,
        )

    def second_look(self, item_id: str, source: str) -> str:
        """Return the question asked about a no_need that most respondents used or needed."""
        figures = self._benchmark.item(item_id)
        if figures is None:
            return ""
        total = figures.totals.get("use_or_need")
        least = figures.shares["use"].box.low + figures.shares["need"].box.low
        known = total is not None and total.printable is not None
        share = self.share(total) if total and known else self._t("second_look.at_least", value=int(least))
        return self._t(
            "second_look.item",
            year=self.year,
            share=share,
            respondents=self._by_base("the_respondents", figures),
            remark=self.remark(total) if total and known else "",
            source=source,
        )

    def aged(self, item_id: str) -> str | None:
        """Return why the figure of an item is too old to lean on, if it is."""
        aged = self._benchmark.aged.get(item_id)
        return aged.reason[self._lang] if aged else None

    def expected(self, interval: Interval, yours: int, *, forms_included: bool) -> str:
        """Return the sentence that puts the uses beside the respondents’ average."""
        known = {"year": self.year, "n": self._benchmark.n, "count": self.count(interval), "yours": yours}
        if not forms_included:
            return self._t("expected.all", **known)
        return self._t("expected.mixed", **known, coop=self._benchmark.populations["all"].cooperated.low)

    def like_for_like(self, interval: Interval, yours: int, *, forms_included: bool) -> str:
        """Return the like-for-like sentence of the annex, never as a match won or lost."""
        return self._t(
            "like_for_like.mixed" if forms_included else "like_for_like.all",
            year=self.year,
            n=self._benchmark.n,
            coop=self._benchmark.populations["all"].cooperated.low,
            count=self.count(interval),
            yours=yours,
        )

    def amount(self, interval: Interval) -> str:
        """Return « la plupart », « environ la moitié », « une minorité » or « peu »."""
        return self._t(f"amount.{amount(interval)}")

    def _by_base(self, key: str, figures: ItemFigures) -> str:
        """Say the base: exact for all respondents, about the smaller count for those that had cooperated."""
        whole = figures.base.is_exact
        return self._t(f"{key}.{'all' if whole else 'cooperated'}", n=figures.base.low)


def _kind(item_id: str) -> str:
    """Return which verb suits an item: a tool is had, a movement joined, a form of cooperation tried."""
    if item_id.startswith("movement_"):
        return "movement"
    return "form" if item_id.startswith(("patronage_", "business_")) else "tool"
