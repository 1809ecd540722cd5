"""Needs → recommendations, advice, things to clarify, second looks and the default priorities (METHOD §3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.comparison import Comparison, EvidenceClass, ItemComparison
from assessment.facts import Facts
from assessment.rulebook import AdviceRule, Prerequisite
from assessment.scoring import ALL, DOMAINS, Profile
from questionnaire.answers import AnswerSheet
from questionnaire.model import Questionnaire
from questionnaire.routing import holds

Band = Literal["A", "B", "C", "D"]

BANDS: tuple[Band, ...] = ("A", "B", "C", "D")
URGENCIES = ("now", "this_year", "later")
"""Most urgent first; a need nothing was said about comes after them."""
SECOND_LOOK_FROM = 200 / 3
"""Percent of respondents that used or needed an item, from which a « pas besoin » is asked about again."""
PROPOSED, AT_MOST = 3, 6
"""Priorities proposed by default, and most that may be kept."""

_BAND_OF: Mapping[EvidenceClass, Band] = {"proven_path": "A", "mixed": "B", "shared_gap": "C"}


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One need turned into something to do; its words are in rules/ and wording/."""

    item: str
    """Item id, or basic id (b01…)."""
    answer: str
    """The code answered: need, or improve for a basic."""
    band: Band | None = None
    """A start now, B plan, C join forces, D prepare first; None for basics."""
    evidence: EvidenceClass | None = None
    missing: tuple[str, ...] = ()
    """Prerequisites not in use (band D)."""
    to_check: tuple[str, ...] = ()
    """Prerequisites answered no_need: « à vérifier », not missing."""
    one_is_enough: bool = False
    """Whether one of `missing` and `to_check` would do; otherwise all of them come first."""
    purpose_missing: bool = False
    """Whether a purpose is asked for first (used by fewer than 15 % of respondents)."""
    urgency: str | None = None
    """now, this_year, later or nothing said."""


@dataclass(frozen=True, slots=True)
class Advice:
    """A rule outside the 19 items that the answers fired; no band, never a priority."""

    rule: str
    """Rule id, or "interest:<item>" for a form of cooperation that interests those who never cooperated."""
    facts: tuple[str, ...] = ()
    """Codes that fired it (the barrier, the items that do not suit …)."""
    about: tuple[str, ...] = ()
    """Questions and codes it rests on: it touches a priority when the priority is one of them."""


def recommend(
    profile: Profile, comparison: Comparison, sheet: AnswerSheet, prerequisites: Mapping[str, Prerequisite]
) -> tuple[Recommendation, ...]:
    """Return one recommendation for each item answered need, by band, urgency, q's lower limit and item."""
    found = [
        _recommendation(comparison.items[item], profile, sheet, prerequisites.get(item))
        for item in profile.domains[ALL].need
    ]
    return tuple(sorted(found, key=lambda one: _place(one, comparison)))


def _recommendation(
    item: ItemComparison, profile: Profile, sheet: AnswerSheet, prerequisite: Prerequisite | None
) -> Recommendation:
    """Give one need its band and what stands before it."""
    before = _not_in_use(prerequisite, profile)
    purpose_missing = item.rarely_used and not (sheet.comment(item.item) or "").strip()
    return Recommendation(
        item=item.item,
        answer="need",
        band=_band(item, ready=not before and not purpose_missing),
        evidence=item.evidence,
        missing=tuple(one for one in before if profile.states[one] != "no_need"),
        to_check=tuple(one for one in before if profile.states[one] == "no_need"),
        one_is_enough=prerequisite is not None and bool(before and prerequisite.needs_any),
        purpose_missing=purpose_missing,
        urgency=sheet.urgency.get(item.item),
    )


def _band(item: ItemComparison, *, ready: bool) -> Band:
    """Return the band: D when not ready, B when the evidence is aged, else by evidence class."""
    if not ready:
        return "D"
    return "B" if item.aged else _BAND_OF[item.evidence]


def _not_in_use(prerequisite: Prerequisite | None, profile: Profile) -> tuple[str, ...]:
    """Return the prerequisites that keep an item from being ready; none of `needs_any` once one is in use."""
    if prerequisite is None:
        return ()
    lacking = tuple(item for item in prerequisite.items if profile.states[item] != "use")
    return () if prerequisite.needs_any and len(lacking) < len(prerequisite.items) else lacking


def _place(one: Recommendation, comparison: Comparison) -> tuple[int, int, float]:
    """Sort key inside the list of needs; equal keys keep the order of the questionnaire."""
    band = BANDS.index(one.band) if one.band else len(BANDS)
    urgency = URGENCIES.index(one.urgency) if one.urgency in URGENCIES else len(URGENCIES)
    return band, urgency, -comparison.items[one.item].need_met_sampling.low


def basics_answers(questionnaire: Questionnaire, sheet: AnswerSheet) -> Mapping[str, str]:
    """Return the codes answered to b01-b12, in their order."""
    codes = {basic.id: sheet.basics.get(basic.id) for basic in questionnaire.outside.basics}
    return {name: code for name, code in codes.items() if code is not None}


def basics_to_clarify(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[str, ...]:
    """Return the basics answered dont_know, then the AI rules when they were asked about and nobody knew."""
    unclear = [name for name, code in basics_answers(questionnaire, sheet).items() if code == "dont_know"]
    rules_asked = holds(questionnaire.outside.question("ai_rules").condition, sheet)
    return (*unclear, "ai_rules") if rules_asked and sheet.ai_rules == "dont_know" else tuple(unclear)


def recommend_basics(answers: Mapping[str, str]) -> tuple[Recommendation, ...]:
    """Return one recommendation for each basic answered need or improve, in their order (METHOD §3)."""
    return tuple(Recommendation(name, code) for name, code in answers.items() if code in ("need", "improve"))


def to_clarify(profile: Profile, comparison: Comparison) -> tuple[str, ...]:
    """Return the items answered dont_know, by the least share of respondents concerned, greatest first."""
    return tuple(sorted(profile.domains[ALL].dont_know, key=lambda item: -comparison.items[item].concerned))


def second_looks(
    profile: Profile, comparison: Comparison, questionnaire: Questionnaire, basics: Mapping[str, str]
) -> tuple[str, ...]:
    """Return at most one no_need per domain, if it concerns two thirds of respondents, then b01-b03."""
    found = []
    for domain in DOMAINS:
        unneeded = profile.domains[domain].no_need
        most = max(unneeded, key=lambda item: comparison.items[item].concerned, default=None)
        if most and comparison.items[most].concerned >= SECOND_LOOK_FROM:
            found.append(most)
    duties = protection_basics(questionnaire)
    return (*found, *(basic for basic in duties if basics.get(basic) == "no_need"))


def protection_basics(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the basics that are a duty towards people (b01-b03)."""
    return tuple(basic.id for basic in questionnaire.outside.basics if basic.protection)


def advise(rules: Iterable[AdviceRule], facts: Facts, questionnaire: Questionnaire) -> tuple[Advice, ...]:
    """Return the advice the answers fire, in the order of the rules, then each form that interests.

    A rule fires when every fact of one of its tables holds a code it names; what was not asked is absent.
    """
    fired = [Advice(rule.id, codes, _about(rule, facts)) for rule in rules if (codes := _firing(rule, facts))]
    wanted = facts.get("interest", frozenset())
    forms = [
        Advice(f"interest:{item.id}", (item.id,), (item.id,))
        for item in questionnaire.items()
        if item.id in wanted
    ]
    return (*fired, *forms)


def _firing(rule: AdviceRule, facts: Facts) -> tuple[str, ...]:
    """Return the codes that fire a rule, in the order it names them; () when it does not fire."""
    found: dict[str, None] = {}
    for table in _held(rule, facts):
        found.update(dict.fromkeys(code for codes in table.values() for code in codes))
    return tuple(found)


def _about(rule: AdviceRule, facts: Facts) -> tuple[str, ...]:
    """Return the facts of the tables that fire a rule, with the codes held."""
    tables = _held(rule, facts)
    named = (name for table in tables for fact, codes in table.items() for name in (fact, *codes))
    return tuple(dict.fromkeys(named))


def _held(rule: AdviceRule, facts: Facts) -> list[dict[str, list[str]]]:
    """Return the tables of a rule that hold, with the codes held of each fact."""
    tables = (
        {fact: [code for code in codes if code in facts.get(fact, ())] for fact, codes in table.items()}
        for table in rule.when
    )
    return [table for table in tables if all(table.values())]


def default_order(
    needs: Sequence[Recommendation], basics: Sequence[Recommendation], duties: Sequence[str]
) -> tuple[Recommendation, ...]:
    """Return everything recommended in the default order of METHOD §3."""
    return (
        *(one for one in basics if one.item in duties),
        *(one for one in needs if one.band == "A"),
        *(one for one in basics if one.item not in duties and one.answer == "need"),
        *(one for one in needs if one.band in ("B", "C")),
        *(one for one in basics if one.item not in duties and one.answer == "improve"),
        *(one for one in needs if one.band == "D"),
    )


def propose_priorities(
    needs: Sequence[Recommendation], basics: Sequence[Recommendation], duties: Sequence[str]
) -> tuple[str, ...]:
    """Return the three priorities proposed."""
    return tuple(one.item for one in default_order(needs, basics, duties))[:PROPOSED]


def keep_priorities(chosen: Iterable[str], recommended: Iterable[str]) -> tuple[str, ...]:
    """Return the priorities chosen that are still recommended, in the order chosen, six at most."""
    possible = set(recommended)
    return tuple(dict.fromkeys(item for item in chosen if item in possible))[:AT_MOST]
