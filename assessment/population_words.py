"""What the study prints for one population → words, with its own n and what chance does (METHOD §2)."""

from assessment.comparison import PopulationShares
from assessment.europe_words import ALWAYS_SAID
from assessment.figure_words import FigureWords
from benchmarks.model import INDICATIVE_UNDER, Base, Interval, Population, Share


class PopulationWords(FigureWords):
    """Says the figures of a population beside those of all respondents."""

    def item(self, item_id: str, chosen: PopulationShares) -> str:
        """Return what the study prints on an item for the population chosen, with its n and what chance does.

        « oui : 17 % [5 à 40 %] ; besoin : non publié ; n entre 18 et 86, indicatif »
        """
        figures = self._benchmark.item(item_id, chosen.population)
        if figures is None or not any(chosen.shares.values()):
            withheld = chosen.reliability == "hidden"
            return self._t("population.too_few" if withheld else "share.unpublished")
        said = [
            self._answer(code, figures.shares[code], chosen.sampling[code])
            for code, share in chosen.shares.items()
            if share or code in ALWAYS_SAID
        ]
        base = self._size("population.base", chosen.base)
        if chosen.reliability == "indicative":
            base = f"{base}, {self._t('population.indicative')}"
        return self._t("share.between").join((*said, base))

    def caption(self, population: Population) -> str:
        """Return what stands under a table with a column for a population: who, how many, when."""
        return self._t(
            "population.caption",
            name=population.label[self._lang],
            size=self._size("population.size", population.base),
            year=self.year,
            n=self._benchmark.n,
            few=INDICATIVE_UNDER,
        )

    def line(self, item_id: str, chosen: PopulationShares, population: Population) -> str:
        """Return the same for a line of its own, with whom it is about and the year."""
        said = self.item(item_id, chosen)
        return self._t("population.line", name=self.name(population), year=self.year, said=said)

    def name(self, population: Population) -> str:
        """Return the name of a population, its first letter a capital."""
        label = population.label[self._lang]
        return label[:1].upper() + label[1:]

    def size(self, population: Population) -> str:
        """Return how many respondents a population has and how sure its figures are.

        « n = 54 », « n entre 18 et 86, indicatif »
        """
        key = {"ok": "", "indicative": "population.indicative", "hidden": "population.too_few"}
        doubt = key[population.reliability]
        size = self._size("population.base", population.base)
        return f"{size}, {self._t(doubt)}" if doubt else size

    def lines_caption(self, population: Population) -> str:
        """Return what stands under lines about a population: who, how many, when."""
        return self._t(
            "population.lines_caption",
            name=self.name(population),
            size=self._size("population.size", population.base),
            year=self.year,
            n=self._benchmark.n,
            few=INDICATIVE_UNDER,
        )

    def _answer(self, code: str, share: Share, chance: Interval | None) -> str:
        """Return one answer of a population: « oui : 17 % [5 à 40 %] »."""
        answer = self._t(f"population.answer.{code}")
        return self._t("population.share", answer=answer, share=self.with_chance(share, chance))

    def _size(self, key: str, base: Base) -> str:
        """Say how many respondents there are, or between which numbers."""
        if base.low is None or base.high is None:
            return self._t(f"{key}.unknown")
        if base.is_exact:
            return self._t(f"{key}.exact", n=base.low)
        form = "either" if base.high == base.low + 1 else "range"
        return self._t(f"{key}.{form}", low=base.low, high=base.high)
