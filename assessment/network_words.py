"""A network's figures → words: counts, shares with what chance does, findings, names of groups."""

from math import floor

from assessment.europe_words import EuropeWords
from assessment.names import Names
from assessment.networks.counting import NOT_STATED
from assessment.networks.disclosure import THRESHOLD
from assessment.networks.groups import Group
from assessment.networks.shares import (
    OTHERS,
    Against,
    AnswerShare,
    Cell,
    Network,
    QuestionShares,
    SharesTable,
)
from assessment.networks.table import GOALS
from assessment.texts import texts
from benchmarks.intervals import round_outward
from benchmarks.model import Interval
from questionnaire.languages import language


class NetworkWords:
    """Says one network in one language."""

    def __init__(self, lang: str, network: Network) -> None:
        self.lang = lang
        self.t = texts("network", lang)
        self.names = Names(lang, network.questionnaire)
        self.europe = EuropeWords(lang, network.benchmark)
        self._network = network
        self._known = {"year": self.europe.year, "n": network.benchmark.n}

    @property
    def organisations(self) -> str:
        """Return « 1 234 structures »."""
        number = self._network.organisations
        return self.t.count("organisations", number).replace(str(number), self.number(number), 1)

    def number(self, value: int) -> str:
        """Return a whole number with its thousands parted the way the language does."""
        parted = f"{value:,}"
        return parted.replace(",", "\u00a0") if language(self.lang).spaced_thousands else parted

    def study(self, key: str) -> str:
        """Return a sentence that names the study, with its year and n."""
        return self.t(key, **self._known)

    def hidden(self) -> str:
        """Return what is hidden and why."""
        return self.t("reading.hidden", threshold=THRESHOLD)

    def section(self, table: SharesTable) -> str:
        """Return the name of a printed table: its domain, or what the other questions are about."""
        return self.t("table.others") if table.id == OTHERS else self.names.domain(table.id)

    def caption(self, table: SharesTable) -> str:
        """Return what stands under a table: how many organisations, the study's year and n, comparisons."""
        said = {**self._known, "organisations": self.organisations, "count": table.comparisons}
        key = "one" if table.comparisons in language(self.lang).singular else "many"
        return self.t(f"table.caption.{key}", **said)

    def question(self, shares: QuestionShares) -> str:
        """Return a question with its base and that of the study."""
        figures = self._network.benchmark.item(shares.question)
        said = {
            "name": self.names.item(shares.question),
            "number": self.names.number(shares.question),
            "base": self.number(shares.base or 0),
            **self._known,
        }
        if figures is None or figures.base.low is None:
            return self.t("table.question_alone", **said)
        key = "exact" if figures.base.is_exact else "about"
        base = self.t(f"table.study_base.{key}", n=figures.base.low)
        return self.t("table.question", **said, study_base=base)

    def answer(self, shares: QuestionShares, answer: AnswerShare) -> tuple[str, ...]:
        """Return one line of a table: answer, count, share, study, difference, finding."""
        figures = self._network.benchmark.item(shares.question)
        share = figures.shares.get(answer.answer) if figures else None
        return (
            self.names.answer(shares.question, answer.answer),
            self.cell(answer.cell),
            self._share(answer),
            self.europe.share(share) + self.europe.remark(share) if share else self.europe.percent(None),
            self._difference(answer.against),
            self._finding(answer.against),
        )

    def cell(self, cell: Cell) -> str:
        """Return a count, or what stands for it."""
        return self.t("cell.hidden") if cell.count is None else self.number(cell.count)

    def group(self, group: Group) -> tuple[str, ...]:
        """Return one line of a breakdown: the group, its base, each answer with its share."""
        cells = (
            self.t("cell.hidden")
            if count is None
            else self.t("cell.group", count=self.number(count), share=round(100 * count / group.base))
            for count in group.counts
        )
        return (self.group_name(group), self.number(group.base), *cells)

    def group_name(self, group: Group) -> str:
        """Return the name of a group, or of those printed together."""
        names = [self._group_name(name) for name in group.names]
        return names[0] if len(names) == 1 else self.t("by.together", names=", ".join(names))

    def _group_name(self, code: str) -> str:
        by, questionnaire = self._network.by or "", self._network.questionnaire
        if code == NOT_STATED:
            return self.t("by.not_stated")
        if by == GOALS:
            goal = questionnaire.goals[int(code) - 1]
            return self.t("by.goal", number=goal.number, name=goal.label[self.lang])
        if by == "country":
            from babel import Locale

            return str(Locale.parse(language(self.lang).locale).territories.get(code, code))
        choices = questionnaire.profile_question(by).choices
        return next(choice.label[self.lang] for choice in choices if choice.code == code)

    def _share(self, answer: AnswerShare) -> str:
        if answer.share is None or answer.interval is None:
            return self.t("cell.none")
        low, high = self._whole(answer.interval)
        return self.t("cell.share", share=self.europe.number(answer.share), low=low, high=high)

    def _difference(self, against: Against | None) -> str:
        if against is None:
            return self.t("cell.none")
        ends = round_outward(against.difference)
        low, high = (
            f"{round(end):+d}".replace("-", "−") if round(end) else "0" for end in (ends.low, ends.high)
        )
        return self.t("cell.difference", low=low, high=high)

    def _finding(self, against: Against | None) -> str:
        """Return where the network stands, and what error of the study would undo it."""
        if against is None:
            return self.t("cell.none")
        verdict = self.t(f"verdict.{against.verdict}")
        if against.withstands is None:
            return verdict
        points = floor(against.withstands)
        if points < 1:
            return self.t("verdict.fragile", verdict=verdict)
        return self.t.count("verdict.withstands", points, verdict=verdict)

    def _whole(self, interval: Interval) -> tuple[int, int]:
        outward = round_outward(interval)
        return round(outward.low), round(outward.high)
