"""European figures → words: every sentence here holds the year and n (METHOD §2, property 17)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from assessment.comparison import ItemComparison
from assessment.figure_words import FigureWords, is_nobody
from benchmarks.model import WIDEST_PRINTED, Benchmark, Interval, ItemFigures, Share

ALWAYS_SAID = ("use", "need")
"""Answers said of an item even when the study prints nothing for one of them."""
Amount = Literal["most", "half", "minority", "few"]


def amount(interval: Interval) -> Amount:
    """Choose the word by the limits of the interval, in percent (METHOD §2)."""
    if interval.high < 15:
        return "few"
    if interval.high < 50:
        return "minority"
    return "most" if interval.low > 50 else "half"


class EuropeWords(FigureWords):
    """Says the benchmark's figures in one language."""

    def __init__(self, lang: str, benchmark: Benchmark) -> None:
        super().__init__(lang, benchmark)
        known = {**benchmark.facts, "year": self.year, "n": benchmark.n}
        self.standing_short = benchmark.standing_short[lang].format(**known)
        """The sentence that stands wherever Europe appears."""
        self.standing_long = benchmark.standing_long[lang].format(**known)
        """Its long form, once on screen and once in the PDF."""

    @property
    def n(self) -> int:
        """Respondents of the study."""
        return self._benchmark.n

    def is_comparable(self, item_id: str) -> bool:
        """Say whether the share in use of an item is published, sure and not too old."""
        figures = self._benchmark.item(item_id)
        return (
            figures is not None and _is_narrow(figures.shares["use"]) and item_id not in self._benchmark.aged
        )

    def organisations(self, figures: ItemFigures) -> str:
        """Return « 218 organisations » or « environ 148 organisations ayant déjà coopéré »."""
        return self._by_base("organisations", figures)

    def asked(self, item_id: str) -> str:
        """Return how many organisations an item was put to, in the same words."""
        figures = self._benchmark.item(item_id)
        return self.organisations(figures) if figures else self._t("organisations.all", n=self._benchmark.n)

    def beside_bars(self, comparison: ItemComparison, source: str) -> str:
        """Return the two shares drawn as bars, what chance alone would do to them, n, year and section.

        « l’utilisaient : 14 % [10 à 20 %] · en avaient besoin : 28 % [22 à 35 %] (218 organisations, …) »
        """
        figures = self._benchmark.item(comparison.item)
        if figures is None or not any(figures.shares[code].printable for code in ALWAYS_SAID):
            return self.item(comparison.item, source)
        kind = _kind(comparison.item)
        said = (
            self._t(
                f"drawn.{code}.{kind}",
                share=self.with_chance(figures.shares[code], comparison.sampling[code]),
            )
            for code in ALWAYS_SAID
        )
        return self._t(
            "drawn.line",
            said=self._t("drawn.between").join(said),
            organisations=self.organisations(figures),
            year=self.year,
            source=figures.section,
        )

    def item(self, item_id: str, source: str) -> str:
        """Return one sentence: how many respondents answered yes, and need, with year, n and section."""
        figures = self._benchmark.item(item_id)
        if figures is None:
            everyone = self._t("organisations.all", n=self._benchmark.n)
            return self._t("item.nothing", year=self.year, organisations=everyone, source=source)
        source = figures.section
        use, need = figures.shares["use"], figures.shares["need"]
        said = {"year": self.year, "source": source, "respondents": self._by_base("the_respondents", figures)}
        if use.printable is None:
            organisations = self.organisations(figures)
            return self._t("item.nothing", year=self.year, source=source, organisations=organisations)
        if is_nobody(use):
            return self._t("item.none_used", **said)
        said |= {"use": self.share(use), "remark": self.remark(use)}
        if need.printable is None:
            return self._t("item.use_only", **said)
        return self._t("item.both", **said, need=self.share(need) + self.remark(need))

    def figures(self, item_id: str) -> str:
        """Return the published shares of each answer with n, for a table that carries the year.

        The shares of yes and need are said even when the study does not publish them.
        """
        figures = self._benchmark.item(item_id)
        exact = figures is None or figures.base.is_exact
        n = self._benchmark.n if figures is None else figures.base.low
        base = self._t("figures.base" if exact else "figures.base_about", n=n)
        if figures is None or figures.shares["use"].printable is None:
            return self._t("figures.nothing", base=base)
        said = [
            self._t(f"figures.{code}", share=self.share(share) + self.remark(share))
            for code, share in figures.shares.items()
            if share.printable is not None or code in ALWAYS_SAID
        ]
        return self._t("share.between").join((*said, base))

    def same_answer(self, comparison: ItemComparison) -> str:
        """Return the share of all respondents that gave the same answer, marked when it is derived."""
        figures = self._benchmark.item(comparison.item)
        if figures is None or comparison.same_answer is None:
            return self._t("share.unpublished")
        derived = not figures.shares[comparison.state].variants
        return self.percent(comparison.same_answer) + (self._t("share.derived") if derived else "")

    def notes(self, item_id: str) -> tuple[str, ...]:
        """Return what readers must know of the contradictions behind the printed shares of an item."""
        figures = self._benchmark.item(item_id)
        if figures is None:
            return ()
        shares = figures.shares.values()
        said = dict.fromkeys(share.note[self._lang] for share in shares if share.note and share.printable)
        about = {"year": self.year, "organisations": self.organisations(figures)}
        return tuple(self._t("item.note", note=note.rstrip("."), **about) for note in said)

    def need_met(self, comparison: ItemComparison) -> str | None:
        """Return how many of those that wanted an item had it, in words and in percent (METHOD §2, words).

        None when its uses or its needs are not published, or are too uncertain to be divided.
        """
        said = self._need_met(comparison)
        share = self.percent(comparison.need_met_sampling)
        return self._t("met.one", said=said, share=share) if said else None

    def needs_met(self, names: Mapping[str, str], comparisons: Sequence[ItemComparison]) -> Iterator[str]:
        """Yield the same of several items, one sentence for those that have it in common.

        `names` holds how each item is called; those `need_met` is silent on are left out.
        """
        together: dict[str, list[str]] = {}
        for one in comparisons:
            said = self._need_met(one)
            if said:
                share = self.percent(one.need_met_sampling)
                together.setdefault(said, []).append(self._t("met.item", name=names[one.item], share=share))
        for said, items in together.items():
            yield self._t("met.several", said=said, items=", ".join(items))

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
            source=figures.section,
        )

    def second_look(self, item_id: str) -> str:
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
            source=figures.section,
        )

    def aged(self, item_id: str) -> str | None:
        """Return why the figure of an item is too old to lean on, if it is."""
        aged = self._benchmark.aged.get(item_id)
        return aged.reason[self._lang] if aged else None

    def expected(self, interval: Interval, yours: int, *, unclear: int, forms_included: bool) -> str:
        """Return the sentence that puts the uses beside the respondents’ average.

        `unclear` of the items counted are answered « je ne sais pas »: nobody knows whether they are in use.
        """
        known = {"year": self.year, "n": self._benchmark.n, "count": self.count(interval), "yours": yours}
        known["unclear"] = self._t.count("expected.unclear", unclear) if unclear else ""
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

    def like_for_like_short(self, interval: Interval, yours: int) -> str:
        """Return the same in a few words, for a table that carries year and n."""
        return self._t("like_for_like.short", count=self.count(interval), yours=yours)

    def lanes_caption(self, *, forms_included: bool) -> str:
        """Return population, year and n of the average drawn under the organisation's own number."""
        known = {"year": self.year, "n": self._benchmark.n}
        if not forms_included:
            return self._t("lanes.all", **known)
        return self._t("lanes.mixed", **known, coop=self._benchmark.populations["all"].cooperated.low)

    def shared_needs(self, comparisons: Sequence[ItemComparison]) -> str:
        """Head a chart: what most of those that shared the needs in it had done, with year and n.

        A need whose band rests on aged evidence (METHOD §3) is left out; when no class can be named the head
        says what the chart holds.
        """
        for evidence in ("proven_path", "shared_gap"):
            few = [one for one in comparisons if one.evidence == evidence and not one.aged]
            if few:
                every = "only" if len(comparisons) == 1 else "all"
                form = every if len(few) == len(comparisons) else "one" if len(few) == 1 else "many"
                key = f"shared.{evidence.removesuffix('_path')}.{form}"
                base = self._shared_base([one.item for one in few])
                return self._t(key, year=self.year, base=base, few=len(few), needs=len(comparisons))
        return self._t("shared.none", year=self.year, n=self._benchmark.n)

    def amount(self, interval: Interval) -> str:
        """Return « la plupart », « environ la moitié », « une minorité » or « peu »."""
        return self._t(f"amount.{amount(interval)}")

    def _need_met(self, comparison: ItemComparison) -> str:
        """Say how many of those that wanted an item had it, without the figure; "" when it is not known."""
        figures = self._benchmark.item(comparison.item)
        if figures is None or not all(_is_narrow(figures.shares[code]) for code in ("use", "need")):
            return ""
        return self._t(
            f"met.{_kind(comparison.item)}",
            year=self.year,
            among=self._by_base("among", figures),
            amount=self.amount(comparison.need_met_sampling),
        )

    def _shared_base(self, items: Sequence[str]) -> str:
        """Say how many were asked: « 218 répondants, ou environ 148 selon les points »."""
        coop_only = {figures.of_cooperated for item in items if (figures := self._benchmark.item(item))}
        key = "both" if len(coop_only) == 2 else "all" if False in coop_only else "cooperated"
        coop = self._benchmark.populations["all"].cooperated.low
        return self._t(f"shared_base.{key}", n=self._benchmark.n, coop=coop)

    def _by_base(self, key: str, figures: ItemFigures) -> str:
        """Say the base: exact for all respondents, about the smaller count for those that had cooperated."""
        asked = "cooperated" if figures.of_cooperated else "all"
        return self._t(f"{key}.{asked}", n=figures.base.low)


def _is_narrow(share: Share) -> bool:
    """Say whether a share is published and sure enough to be divided by another."""
    return share.printable is not None and share.box.width <= WIDEST_PRINTED


def _kind(item_id: str) -> str:
    """Return which verb suits an item: a tool is had, a movement joined, a form of cooperation tried."""
    if item_id.startswith("movement_"):
        return "movement"
    return "form" if item_id.startswith(("patronage_", "business_")) else "tool"
