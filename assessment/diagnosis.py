"""The ONE result every renderer reads: codes and numbers, no language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessment.comparison import EVERYONE, Comparison, compare
from assessment.facts import facts_of
from assessment.followup import FollowUp, Round, follow_ups
from assessment.orientation import Fit, orient
from assessment.recommendation import (
    Advice,
    Recommendation,
    advise,
    basics_answers,
    basics_to_clarify,
    keep_priorities,
    propose_priorities,
    protection_basics,
    recommend,
    recommend_basics,
    second_looks,
    to_clarify,
)
from assessment.rulebook import Rulebook
from assessment.scoring import ALL, Profile, score
from benchmarks.model import Benchmark
from questionnaire.answers import AnswerSheet
from questionnaire.model import Questionnaire
from questionnaire.routing import asked_questions, left_out

AGREE = "agree"
"""Scale of the opinions."""
WhyNoPriority = Literal["blank", "kept", "unsure", "partial", "no_need", "clear"]
"""Nothing answered; needs of which none was kept; nothing known yet; nothing so far, questions being open;
no need, some answers to ask for; no need at all."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and when a diagnosis is about."""

    name: str | None = None
    """Name of the organisation; None when it was left out."""
    assessment_date: date | None = None
    """Date of the answers."""
    respondent: str | None = None
    """Who answered."""
    people: tuple[str, ...] = ()
    """People present at the session."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One assessment, scored, compared and turned into things to do."""

    subject: Subject
    sheet: AnswerSheet
    """The answers, without private notes: what the annex prints."""
    questionnaire: Questionnaire
    """The instrument the answers belong to, for its words."""
    benchmark: Benchmark
    population: str
    """Population shown beside the organisation; E, Q, evidence and bands always rest on all respondents."""
    profile: Profile
    comparison: Comparison
    recommendations: tuple[Recommendation, ...]
    """Exactly the items answered need, in the order of METHOD §3 (band, urgency, q, questionnaire)."""
    basics: tuple[Recommendation, ...]
    """Basics answered need or improve, in their order."""
    advice: tuple[Advice, ...]
    """Rules outside the 19 items that the answers fire."""
    priorities: tuple[str, ...]
    """Ids chosen by the organisation in its order, or the proposed ones; six at most."""
    priorities_were_chosen: bool
    """False when the priorities are the three Jalon proposes."""
    to_clarify: tuple[str, ...]
    """Items answered dont_know, by the least share of respondents concerned (L_U + L_N), greatest first."""
    basics_to_clarify: tuple[str, ...]
    """Basics answered dont_know, and ai_rules."""
    second_looks: tuple[str, ...]
    """At most one no_need per domain, worded as a question; and b01-b03 answered no_need."""
    left_out: tuple[str, ...]
    """Questions answered but not put to this organisation: kept, marked, in no figure."""
    opinions: Mapping[str, str]
    """Codes answered to the agree-scale questions put to the organisation."""
    followup: FollowUp | None = None
    """What changed since the first round, T0; None in it."""
    since_last: FollowUp | None = None
    """What changed since the round before; None when that one is T0."""
    round_number: int = 0
    """Rank of the round: 0 for T0, 1 for T1."""
    orientation: tuple[Fit, ...] = ()
    """Support programmes beside the answers: hints to check."""

    @property
    def is_blank(self) -> bool:
        """Whether no question of the study and no basic is answered: nothing can be concluded yet."""
        return not self.sheet.answers and not self.sheet.basics

    @property
    def why_no_priority(self) -> WhyNoPriority | None:
        """Why there is nothing to put first; None when there are priorities."""
        if self.priorities:
            return None
        if self.is_blank:
            return "blank"
        if self.recommendations or self.basics:
            return "kept"
        profile = self.profile.domains[ALL]
        unclear = profile.dont_know or set(self.sheet.basics.values()) == {"dont_know"}
        if unclear and not (profile.use or profile.no_need):
            return "unsure"
        if profile.unanswered:
            return "partial"
        return "no_need" if self.to_clarify or self.basics_to_clarify else "clear"


def diagnose(
    sheet: AnswerSheet,
    questionnaire: Questionnaire,
    benchmark: Benchmark,
    rulebook: Rulebook,
    *,
    subject: Subject,
    population: str = EVERYONE,
    earlier: Sequence[Round] = (),
) -> Diagnosis:
    """Score, compare and recommend; works with no answer at all, and the same input gives the same diagnosis.

    `earlier` are the rounds before this one, by date, all of an organisation being compared with itself.
    ValueError when the benchmark does not know the population.
    """
    profile = score(questionnaire, sheet)
    comparison = compare(profile, benchmark, questionnaire, population)
    answers = basics_answers(questionnaire, sheet)
    needs = recommend(profile, comparison, sheet, rulebook.prerequisites)
    basics = recommend_basics(answers)
    proposed = propose_priorities(needs, basics, protection_basics(questionnaire))
    facts = facts_of(questionnaire, profile, sheet)
    chosen = keep_priorities(sheet.priorities, (one.item for one in (*needs, *basics)))
    now = Round(sheet.without_private_notes(), questionnaire.id, day=subject.assessment_date)
    followup, since_last = follow_ups(earlier, now, questionnaire)
    were_chosen = bool(chosen) or sheet.get("priorities") == ()
    return Diagnosis(
        subject=subject,
        sheet=sheet.without_private_notes(),
        questionnaire=questionnaire,
        benchmark=benchmark,
        population=population,
        profile=profile,
        comparison=comparison,
        recommendations=needs,
        basics=basics,
        advice=advise(rulebook.advice, facts, questionnaire),
        priorities=chosen if were_chosen else proposed,
        priorities_were_chosen=were_chosen,
        to_clarify=to_clarify(profile, comparison),
        basics_to_clarify=basics_to_clarify(questionnaire, sheet),
        second_looks=second_looks(profile, comparison, questionnaire, answers),
        left_out=left_out(questionnaire, sheet),
        opinions=_opinions(questionnaire, sheet),
        followup=followup,
        since_last=since_last,
        round_number=len(earlier),
        orientation=orient(rulebook.support, facts),
    )


def _opinions(questionnaire: Questionnaire, sheet: AnswerSheet) -> Mapping[str, str]:
    """Return the codes answered on the agree scale, in questionnaire order; never averaged (METHOD §3)."""
    asked = asked_questions(questionnaire, sheet)
    return {
        question.id: code
        for question in questionnaire.questions
        if question.scale == AGREE
        and question.id in asked
        and (code := sheet.answer(question.id)) is not None
    }
