"""What the answers say, as facts that the rules of advice may name: vocabulary and values (METHOD §3).

A fact holds only what was answered to a question put to this organisation; nothing is inferred.
"""

from collections.abc import Mapping

from assessment.scoring import ALL, Profile
from questionnaire.answers import AnswerSheet
from questionnaire.model import OutsideQuestion, Questionnaire
from questionnaire.routing import asked_questions, holds

Facts = Mapping[str, frozenset[str]]
"""Codes by fact name."""

_OF_ORGANISATION = ("country", "legal_form")
"""Profile questions kept with the organisation rather than with one assessment."""
_YES_NO = ("true", "false")
_LISTS = ("used", "needed")
"""Facts that list items of the use/need profile."""


def known_facts(questionnaire: Questionnaire) -> Mapping[str, tuple[str, ...]]:
    """Return every fact a rule may name, with the codes it can hold."""
    outside = questionnaire.outside
    items = tuple(item.id for item in questionnaire.items())
    return {
        **dict.fromkeys(_LISTS, items),
        **{question.id: _profile_codes(questionnaire, question.id) for question in questionnaire.profile},
        **{question.id: questionnaire.scale(question.scale).codes for question in questionnaire.questions},
        **{basic.id: outside.basics_scale.codes for basic in outside.basics},
        **{
            question.id: tuple(choice.code for choice in question.choices) or items
            for question in outside.questions
            if question.kind != "text"
        },
    }


def facts_of(questionnaire: Questionnaire, profile: Profile, sheet: AnswerSheet) -> Facts:
    """Return what this organisation answered, by fact; a fact nothing was said about is absent."""
    asked = asked_questions(questionnaire, sheet)
    used, needed = profile.domains[ALL].use, profile.domains[ALL].need
    found: dict[str, tuple[str, ...]] = {
        **dict(zip(_LISTS, (used, needed), strict=True)),
        **{question.id: _profile_answer(sheet, question.id) for question in questionnaire.profile},
        **{name: (code,) for name, code in sheet.answers.items() if name in asked},
        **{name: (code,) for name, code in sheet.basics.items()},
        **{
            question.id: _outside_answer(question, used, needed, sheet)
            for question in questionnaire.outside.questions
            if holds(question.condition, sheet)
        },
    }
    return {name: frozenset(codes) for name, codes in found.items() if codes}


def _profile_codes(questionnaire: Questionnaire, question_id: str) -> tuple[str, ...]:
    question = questionnaire.profile_question(question_id)
    match question.kind:
        case "choice":
            return tuple(choice.code for choice in question.choices)
        case "country":
            return questionnaire.countries
        case "sdg":
            return tuple(str(goal.number) for goal in questionnaire.goals)
        case "yes_no":
            return _YES_NO


def _profile_answer(sheet: AnswerSheet, question_id: str) -> tuple[str, ...]:
    owner = "organisation" if question_id in _OF_ORGANISATION else "profile"
    value = sheet.get(f"{owner}.{question_id}")
    if value is None:
        return ()
    if isinstance(value, tuple):
        return tuple(str(one) for one in value)
    return (str(value).lower(),) if isinstance(value, bool) else (str(value),)


def _outside_answer(
    question: OutsideQuestion, used: tuple[str, ...], needed: tuple[str, ...], sheet: AnswerSheet
) -> tuple[str, ...]:
    """Return the codes of one question outside the study; only what is used can fail to suit."""
    match question.id:
        case "unsatisfying":
            return tuple(item for item in used if item in sheet.unsatisfying)
        case "interest":
            return sheet.interest
        case "barriers":
            return sheet.barriers
        case "urgency":
            return tuple(sheet.urgency[item] for item in needed if item in sheet.urgency)
        case "skills_level":
            return () if sheet.skills_level is None else (str(sheet.skills_level),)
        case "ai_rules":
            return () if sheet.ai_rules is None else (sheet.ai_rules,)
        case "aim":
            return ()
