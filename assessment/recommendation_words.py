"""Recommendations and advice → sentences: the texts of `rules/`, opened by the person's own answer."""

from collections.abc import Collection
from dataclasses import dataclass

from assessment.diagnosis import Diagnosis
from assessment.europe_words import EuropeWords
from assessment.names import Names
from assessment.recommendation import Advice, Recommendation
from assessment.rulebook import ItemRule, Rulebook, standard_rulebook
from assessment.texts import reference_texts

_PATRONAGE = "patronage_"


@dataclass(frozen=True, slots=True)
class Titled:
    """A few words and the sentence under them."""

    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RecommendationText:
    """A recommendation in one language, in the order it is read."""

    item: str
    title: str
    what: str
    why: str
    first_step: str
    """Something to start on Monday and finish within a month."""
    how: str
    help: str
    time: str
    money: str
    watch: str
    progress: str
    decide: str
    """What the board must decide."""
    source: str
    band_title: str
    band_sentence: str


@dataclass(frozen=True, slots=True)
class AdviceText:
    """An advice in one language."""

    rule: str
    title: str
    why: str
    how: str
    source: str


@dataclass(frozen=True, slots=True)
class ProgrammeText:
    """A programme or organisation known by name, with the date at which what is said was true."""

    name: str
    kind: str
    text: str
    true_on: str
    source: str


class RecommendationWords(Names):
    """Says what to do, in one language."""

    def __init__(self, lang: str, diagnosis: Diagnosis, rulebook: Rulebook | None = None) -> None:
        super().__init__(lang, diagnosis.questionnaire)
        self.europe_words = EuropeWords(lang, diagnosis.benchmark)
        self._t = reference_texts("recommendations", lang, diagnosis.benchmark.kind)
        self._stages = reference_texts("stages", lang, diagnosis.benchmark.kind)
        self._diagnosis = diagnosis
        self._rules = rulebook or standard_rulebook()

    def band(self, recommendation: Recommendation) -> Titled:
        """Return the band in words and the sentence under the title."""
        if recommendation.band is None:
            return Titled(self._t("band.basic.title"), self._t("band.basic.sentence"))
        figures = self._diagnosis.benchmark.item(recommendation.item)
        organisations = self.europe_words.organisations(figures) if figures else ""
        key = f"band.{recommendation.band}"
        sentence = self._t(
            f"{key}.sentence",
            year=self.europe_words.year,
            organisations=organisations,
            before=", ".join(self._steps_before(recommendation)),
        )
        return Titled(self._t(f"{key}.title"), sentence)

    def recommendation(self, recommendation: Recommendation) -> RecommendationText:
        """Return every text of a recommendation, its « pourquoi » filled with the European figure."""
        rule = self._rule(recommendation)
        band = self.band(recommendation)
        first_step, how = self._steps(recommendation, rule)
        return RecommendationText(
            item=recommendation.item,
            title=rule.title[self.lang],
            what=rule.what[self.lang],
            why=self._why(recommendation, rule),
            first_step=first_step,
            how=how,
            help=_capital(rule.help[self.lang]),
            time=_capital(rule.time[self.lang]),
            money=_capital(rule.money[self.lang]),
            watch=rule.watch[self.lang],
            progress=rule.progress[self.lang],
            decide=rule.decide[self.lang],
            source=self._source(rule.source),
            band_title=band.title,
            band_sentence=band.sentence,
        )

    def no_priority(self) -> Titled | None:
        """Return why there is nothing to put first, and what remains useful; None when there is something."""
        why = self._diagnosis.why_no_priority
        return Titled(self._t(f"none.{why}.title"), self._t(f"none.{why}.sentence")) if why else None

    def because(self, recommendation: Recommendation) -> str:
        """Return why a recommendation has its band: the answer, the evidence and what stands before it."""
        known = self._basic_reason(recommendation) if recommendation.band is None else None
        reason = known or self._band_reason(recommendation)
        return self._t("because.named", band=self.band(recommendation).title, reason=reason)

    def advice(self, advice: Advice) -> AdviceText:
        """Return an advice; a form of cooperation that interests has the words of its item, no figure."""
        if advice.rule.startswith("interest:"):
            return self._interest(advice.rule.removeprefix("interest:"), advice.rule)
        rule = next(rule for rule in self._rules.advice if rule.id == advice.rule)
        return AdviceText(
            rule=rule.id,
            title=rule.title[self.lang],
            why=rule.why[self.lang],
            how=rule.how[self.lang],
            source=self._source(rule.source),
        )

    def situate(self, basic_id: str) -> str | None:
        """Return the dated « Pour situer » line of a basic, if it has one."""
        situate = self._rules.situate.get(basic_id)
        return situate.text[self.lang] if situate else None

    def programmes(self, ids: Collection[str]) -> tuple[ProgrammeText, ...]:
        """Return the named programmes that can help with these items or basics, each with its date."""
        return tuple(
            ProgrammeText(
                name=programme.name[self.lang],
                kind=programme.kind[self.lang],
                text=programme.text[self.lang],
                true_on=programme.true_on,
                source=programme.source,
            )
            for programme in self._rules.programmes
            if any(one in ids for one in programme.help_for)
        )

    def urgency(self, code: str) -> str:
        """Return the words of an urgency code."""
        return self._t(f"urgency.{code}")

    def _interest(self, item_id: str, rule_id: str) -> AdviceText:
        rule = self._rules.items[item_id]
        unsure = self._diagnosis.sheet.answer("cooperation_past") == "dont_know"
        why = [self._t("own_answer.interest_unsure" if unsure else "own_answer.interest")]
        if item_id.startswith(_PATRONAGE):
            why.append(self._t("own_answer.patronage_first"))
        return AdviceText(
            rule=rule_id,
            title=rule.title[self.lang],
            why=" ".join(why),
            how=f"{rule.first_step[self.lang]} {rule.how[self.lang]}",
            source=self._source("§ 3.6" if item_id.startswith(_PATRONAGE) else rule.source),
        )

    def _basic_reason(self, recommendation: Recommendation) -> str:
        """Return why a basic is to be looked after; some are a duty towards people."""
        reason = self._t(f"because.{recommendation.answer}")
        is_duty = self._questionnaire.basic(recommendation.item).protection
        return self._t("because.duty", reason=reason) if is_duty else reason

    def _band_reason(self, recommendation: Recommendation) -> str:
        """Return readiness first, then the evidence, with its year and n (METHOD §3)."""
        if recommendation.band == "D":
            return self._t("because.prepare", before=", ".join(self._steps_before(recommendation)))
        comparison = self._diagnosis.comparison.items[recommendation.item]
        key: str = "aged" if comparison.aged else comparison.evidence
        if key == "mixed" and self.europe_words.need_met(comparison) is None:
            key = "unpublished"
        return self._t(
            f"because.{key}",
            organisations=self.europe_words.asked(recommendation.item),
            year=self.europe_words.year,
        )

    def _why(self, recommendation: Recommendation, rule: ItemRule) -> str:
        """Own answer first, then the European figure, then what the rule adds."""
        item = recommendation.item
        said = self.answer(item, recommendation.answer)
        answer = said[:1].lower() + said[1:]
        parts = [self._t("own_answer.question", answer=answer, number=self.number(item))]
        if recommendation.band is not None:
            comparison = self._diagnosis.comparison.items[item]
            parts.append(self.europe_words.why(comparison, self._questionnaire.question(item).source))
        if rule.why_note and self._diagnosis.benchmark.kind == "study":  # what it remarks on is the study
            parts.append(rule.why_note[self.lang])
        prerequisite = self._rules.prerequisites.get(item)
        if prerequisite and (recommendation.missing or recommendation.to_check):
            parts.append(self._t("own_answer.prerequisite", reason=prerequisite.reason[self.lang]))
        return " ".join(parts)

    def _steps(self, recommendation: Recommendation, rule: ItemRule) -> tuple[str, str]:
        """Return the first step and what follows; band D begins with what to prepare."""
        first_step, how = rule.first_step[self.lang], rule.how[self.lang]
        if recommendation.band != "D":
            return first_step, how
        prepare = rule.prepare[self.lang] if rule.prepare else self._t("prepare.purpose")
        if recommendation.to_check and not recommendation.missing:
            unneeded = ", ".join(self._in_sentence(item) for item in recommendation.to_check)
            prepare = f"{self._t('prepare.to_check', items=unneeded)} {prepare}"
        return prepare, f"{first_step} {how}"

    def _steps_before(self, recommendation: Recommendation) -> list[str]:
        """Return what stands before a band D item: a purpose to write, prerequisites to have or to check."""
        purpose = [self._t("prepare_before.purpose")] if recommendation.purpose_missing else []
        missing = [self._in_sentence(item) for item in recommendation.missing]
        to_check = [
            self._t("prepare_before.to_check", item=self._in_sentence(item))
            for item in recommendation.to_check
        ]
        rule = self._rules.prerequisites.get(recommendation.item)
        if rule and rule.needs_any and missing + to_check:
            return [*purpose, self._t("prepare_before.either", items=", ".join(missing + to_check))]
        return purpose + missing + to_check

    def _in_sentence(self, item_id: str) -> str:
        return self._t("prepare_before.named", item=self.item(item_id))

    def _rule(self, recommendation: Recommendation) -> ItemRule:
        if recommendation.band is not None:
            return self._rules.items[recommendation.item]
        return self._rules.basics[recommendation.item][recommendation.answer]

    def _source(self, source: str) -> str:
        """Say where it comes from: a section of the study, or Jalon."""
        parts = [part.strip() for part in source.split(";")]
        said = [self._t("source.outside") for part in parts if part == "hors étude"]
        said += [self._section(part) for part in parts if part != "hors étude"]
        return self._t("source.between").join(said)

    def _section(self, source: str) -> str:
        """Return a section of the study; its parts without a number have a name in each language."""
        for name in ("résumé", "préambule"):
            source = source.replace(name, self._t(f"source.{name}"))
        return self._t("source.study", source=source)


def _capital(words: str) -> str:
    """Begin a noun phrase with a capital and end it without a full stop: it stands in a table."""
    return words[:1].upper() + words[1:].rstrip(".")
