"""Diagnosis → JSON, version 1, for other programs. Shares in percent; undefined is null, never 0."""

import json
from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict  # the only one pydantic reads before Python 3.12

from assessment.diagnosis import Diagnosis
from assessment.followup_json import FollowUpPart, follow_up_part
from assessment.orientation import Fit, Verdict
from assessment.recommendation import Advice, Recommendation
from assessment.scoring import DomainProfile
from assessment.support_programmes import Criterion
from assessment.wording import Wording
from benchmarks.model import Base, Interval, Reliability

Range = list[float]
"""[low, high]."""
Bounds = list[int | None]
"""[fewest, most] respondents; null: the published figures do not limit it."""


class BenchmarkPart(TypedDict):
    """Which European reference was used."""

    id: str
    year: str
    population: str
    """Population chosen: it adds the population_ keys of the items and changes no other figure."""
    n: int | None
    """Respondents of the population; null when the study does not print how many they are."""
    n_range: Bounds


class DomainPart(TypedDict):
    """One domain: counts of the six states, stage, coverage, clarity and what Europe used."""

    use: int
    need: int
    no_need: int
    dont_know: int
    answered: int
    not_asked: int
    unanswered: int
    stage: int | None
    """Situation of the needs, 1 to 4."""
    coverage: float | None
    clarity: float | None
    expected_use: Range | None
    like_for_like: Range | None


class ItemPart(TypedDict):
    """One of the 19 items beside Europe."""

    answer: Literal["use", "need", "no_need", "dont_know"] | None
    state: str
    same_answer: Range | None
    """Share of all respondents that gave the same answer."""
    benchmark: dict[str, Range | None]
    """Share of each answer among all respondents, whatever population was chosen."""
    population_shares: dict[str, Range | None] | None
    """Share of each answer in the population chosen; null when it is all respondents."""
    population_sampling: dict[str, Range | None] | None
    """Same shares with what chance alone would do (95 %)."""
    population_n_range: Bounds | None
    """Respondents of the population these shares rest on."""
    population_reliability: Reliability | None
    """Null when the study prints nothing for this population on this item."""
    evidence: Literal["proven_path", "shared_gap", "mixed"]
    band: Literal["A", "B", "C", "D"] | None


class RecommendationPart(TypedDict):
    """A recommendation in the language asked for; basics have no band."""

    item: str
    band: NotRequired[Literal["A", "B", "C", "D"]]
    title: str
    what: str
    why: str
    first_step: str
    how: str
    help: str
    time: str
    money: str
    watch: str
    progress: str
    decide: str
    source: str


class AdvicePart(TypedDict):
    """An advice: no item, no band."""

    rule: str
    title: str
    why: str
    how: str
    source: str


class OrientationPart(TypedDict):
    """One support programme beside the answers: a hint, always to be checked with those who run it."""

    programme: str
    name: str
    run_by: str
    verdict: Verdict
    met: list[str]
    not_met: list[str]
    to_check: list[str]
    """Conditions the answers do not tell about."""
    to_ask: list[str]
    """Conditions Jalon does not ask about."""
    check_with: str
    checked_on: str
    """When the conditions were checked: a year, a month or a day."""
    source: str


class DiagnosisPart(TypedDict):
    """The whole diagnosis of one assessment."""

    format: Literal["jalon-diagnosis"]
    version: Literal[1]
    language: str
    organisation: str | None
    date: str | None
    benchmark: BenchmarkPart
    domains: dict[str, DomainPart]
    items: dict[str, ItemPart]
    recommendations: list[RecommendationPart]
    basics: list[RecommendationPart]
    priorities: list[str]
    advice: list[AdvicePart]
    to_clarify: list[str]
    basics_to_clarify: list[str]
    second_looks: list[str]
    left_out: list[str]
    opinions: dict[str, str]
    orientation: list[OrientationPart]
    votes: dict[str, dict[str, int]]
    """How many people of a group gave each answer, by question or basic; without names."""
    followup: NotRequired[FollowUpPart]
    """Since the first round, T0; only when there is an earlier round."""
    followup_since_last: NotRequired[FollowUpPart]
    """Since the round before, when that one is not T0."""


def as_json(diagnosis: Diagnosis, lang: str) -> DiagnosisPart:
    """Return the diagnosis as plain data, its texts in one language."""
    words = Wording(lang, diagnosis)
    subject = diagnosis.subject
    part: DiagnosisPart = {
        "format": "jalon-diagnosis",
        "version": 1,
        "language": lang,
        "organisation": subject.name,
        "date": subject.assessment_date.isoformat() if subject.assessment_date else None,
        "benchmark": _benchmark(diagnosis),
        "domains": {name: _domain(diagnosis, name) for name in diagnosis.profile.domains},
        "items": {item: _item(diagnosis, item) for item in diagnosis.profile.states},
        "recommendations": [_recommendation(words, one) for one in diagnosis.recommendations],
        "basics": [_recommendation(words, one) for one in diagnosis.basics],
        "priorities": list(diagnosis.priorities),
        "advice": [_advice(words, one) for one in diagnosis.advice],
        "to_clarify": list(diagnosis.to_clarify),
        "basics_to_clarify": list(diagnosis.basics_to_clarify),
        "second_looks": list(diagnosis.second_looks),
        "left_out": list(diagnosis.left_out),
        "opinions": dict(diagnosis.opinions),
        "orientation": [_orientation(fit, lang) for fit in diagnosis.orientation],
        "votes": {question: dict(spread) for question, spread in sorted(diagnosis.sheet.votes.items())},
    }
    if diagnosis.followup is not None:
        part["followup"] = follow_up_part(diagnosis.followup)
    if diagnosis.since_last is not None:
        part["followup_since_last"] = follow_up_part(diagnosis.since_last)
    return part


def write_json(diagnosis: Diagnosis, lang: str) -> bytes:
    """Return the diagnosis as UTF-8 JSON; the same diagnosis gives the same bytes."""
    text = json.dumps(as_json(diagnosis, lang), ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").encode()


def _benchmark(diagnosis: Diagnosis) -> BenchmarkPart:
    benchmark = diagnosis.benchmark
    base = benchmark.populations[diagnosis.population].base
    return {
        "id": benchmark.id,
        "year": benchmark.year,
        "population": diagnosis.population,
        "n": base.low if base.is_exact else None,
        "n_range": _bounds(base),
    }


def _domain(diagnosis: Diagnosis, name: str) -> DomainPart:
    profile: DomainProfile = diagnosis.profile.domains[name]
    beside = diagnosis.comparison.domains[name]
    return {
        "use": len(profile.use),
        "need": len(profile.need),
        "no_need": len(profile.no_need),
        "dont_know": len(profile.dont_know),
        "answered": profile.answered,
        "not_asked": len(profile.not_asked),
        "unanswered": len(profile.unanswered),
        "stage": profile.stage,
        "coverage": None if profile.coverage is None else round(float(profile.coverage), 6),
        "clarity": None if profile.clarity is None else round(float(profile.clarity), 6),
        "expected_use": _range(beside.expected_use),
        "like_for_like": _range(beside.like_for_like),
    }


def _item(diagnosis: Diagnosis, item: str) -> ItemPart:
    beside = diagnosis.comparison.items[item]
    state = diagnosis.profile.states[item]
    chosen = beside.population
    bands = {one.item: one.band for one in diagnosis.recommendations}
    return {
        "answer": None if state == "unanswered" or state == "not_asked" else state,
        "state": state,
        "same_answer": _range(beside.same_answer),
        "benchmark": _ranges(beside.shares),
        "population_shares": _ranges(chosen.shares) if chosen else None,
        "population_sampling": _ranges(chosen.sampling) if chosen else None,
        "population_n_range": _bounds(chosen.base) if chosen else None,
        "population_reliability": chosen.reliability if chosen else None,
        "evidence": beside.evidence,
        "band": bands.get(item),
    }


def _recommendation(words: Wording, recommendation: Recommendation) -> RecommendationPart:
    text = words.recommendation(recommendation)
    part: RecommendationPart = {
        "item": text.item,
        "title": text.title,
        "what": text.what,
        "why": text.why,
        "first_step": text.first_step,
        "how": text.how,
        "help": text.help,
        "time": text.time,
        "money": text.money,
        "watch": text.watch,
        "progress": text.progress,
        "decide": text.decide,
        "source": text.source,
    }
    if recommendation.band is not None:
        part["band"] = recommendation.band
    return part


def _advice(words: Wording, advice: Advice) -> AdvicePart:
    text = words.advice(advice)
    return {"rule": text.rule, "title": text.title, "why": text.why, "how": text.how, "source": text.source}


def _orientation(fit: Fit, lang: str) -> OrientationPart:
    programme = fit.programme
    return {
        "programme": programme.id,
        "name": programme.name[lang],
        "run_by": programme.run_by[lang],
        "verdict": fit.verdict,
        "met": _conditions(fit.met, lang),
        "not_met": _conditions(fit.not_met, lang),
        "to_check": _conditions(fit.to_check, lang),
        "to_ask": _conditions(fit.to_ask, lang),
        "check_with": programme.contact[lang],
        "checked_on": programme.checked_on,
        "source": programme.source[lang],
    }


def _conditions(criteria: Sequence[Criterion], lang: str) -> list[str]:
    return [criterion.text[lang] for criterion in criteria]


def _bounds(base: Base) -> Bounds:
    return [base.low, base.high]


def _ranges(shares: Mapping[str, Interval | None]) -> dict[str, Range | None]:
    return {code: _range(share) for code, share in shares.items()}


def _range(interval: Interval | None) -> Range | None:
    """Return [low, high]; six decimals hide binary noise and lose nothing a survey can say."""
    return None if interval is None else [round(interval.low, 6), round(interval.high, 6)]
