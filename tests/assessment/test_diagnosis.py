"""The one result every renderer reads: complete, frozen, the same for the same answers."""

import json
import os
import subprocess
import sys
from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from assessment.diagnosis import Diagnosis, Subject, diagnose
from assessment.rulebook import standard_rulebook
from benchmarks.loading import standard_benchmark
from questionnaire.answers import AnswerSheet, Value
from questionnaire.loading import standard_questionnaire


def diagnosed(fields: dict[str, Value], population: str = "all") -> Diagnosis:
    return diagnose(
        AnswerSheet.of(fields),
        standard_questionnaire(),
        standard_benchmark(),
        standard_rulebook(),
        subject=Subject(name="Le Jardin", assessment_date=date(2026, 11, 22)),
        population=population,
    )


def all_answers() -> dict[str, Value]:
    """Answer the 31 questions, the basics and the rest, every code in turn."""
    questionnaire = standard_questionnaire()
    fields: dict[str, Value] = {}
    for position, question in enumerate(questionnaire.questions):
        codes = questionnaire.scale(question.scale).codes
        fields[f"answers.{question.id}"] = codes[position % len(codes)]
    for position, basic in enumerate(questionnaire.outside.basics):
        codes = questionnaire.outside.basics_scale.codes
        fields[f"complement.basics.{basic.id}"] = codes[position % len(codes)]
    return fields | {
        "answers.cooperation_past": "yes_continue",
        "answers.tech_ai": "use",
        "complement.ai_rules": "dont_know",
        "complement.aim": "Moins de papier",
        "complement.barriers": ("time", "money", "trust"),
        "complement.skills_level": 2,
        "complement.unsatisfying": ("tech_ai",),
        "profile.sdg": (4, 13),
        "profile.social_mission": True,
        "organisation.legal_form": "association",
    }


def test_no_answer_at_all_gives_an_empty_diagnosis() -> None:
    found = diagnosed({})
    lists = (found.recommendations, found.basics, found.advice, found.priorities, found.to_clarify)
    assert not any((*lists, found.second_looks, found.left_out, found.basics_to_clarify))
    assert not found.priorities_were_chosen
    assert found.opinions == {}
    assert all(domain.expected_use is None for domain in found.comparison.domains.values())
    assert len(found.comparison.items) == 19


def test_thirty_one_answers_give_a_full_diagnosis() -> None:
    found = diagnosed(all_answers())
    assert found.profile.domains["all"].answered == 19
    assert found.recommendations and found.basics and found.advice and found.to_clarify
    assert found.basics_to_clarify == ("b05", "b10", "ai_rules")
    assert found.left_out == ()
    assert {"skills_wish", "barrier_values", "policy_law", "effect_skills"} < set(found.opinions)
    assert "cooperation_past" not in found.opinions


def test_answers_not_put_are_listed_and_in_no_opinion() -> None:
    fields: dict[str, Value] = {
        "answers.cooperation_past": "no_wish",
        "answers.patronage_skills": "need",
        "answers.effect_skills": "agree",
    }
    found = diagnosed(fields)
    assert found.left_out == ("patronage_skills", "effect_skills")
    assert found.opinions == {}
    assert found.recommendations == ()


def test_private_notes_stay_out() -> None:
    found = diagnosed({"adviser_notes.tech_ai": "fragile", "comments.tech_ai": "pour les comptes rendus"})
    assert found.sheet.adviser_notes == {}
    assert found.sheet.comments == {"tech_ai": "pour les comptes rendus"}


def test_the_subject_and_the_population_are_kept() -> None:
    found = diagnosed({}, population="france")
    assert (found.subject.name, found.population) == ("Le Jardin", "france")


def test_every_population_of_the_benchmark_can_be_chosen_and_moves_no_figure() -> None:
    everyone = diagnosed(all_answers())
    for population in standard_benchmark().populations:
        found = diagnosed(all_answers(), population)
        assert found.comparison.domains == everyone.comparison.domains
        assert found.recommendations == everyone.recommendations


def test_a_diagnosis_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        diagnosed({}).priorities = ("tech_ai",)  # type: ignore[misc]


def test_the_same_answers_give_the_same_diagnosis() -> None:
    assert diagnosed(all_answers()) == diagnosed(all_answers())
    backwards = dict(reversed(all_answers().items()))
    assert diagnosed(backwards).recommendations == diagnosed(all_answers()).recommendations
    assert diagnosed(backwards).advice == diagnosed(all_answers()).advice


SCRIPT = """
import json, sys
from assessment.diagnosis import Subject, diagnose
from assessment.rulebook import standard_rulebook
from benchmarks.loading import standard_benchmark
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire

fields = {name: tuple(v) if isinstance(v, list) else v for name, v in json.load(sys.stdin).items()}
parts = (standard_questionnaire(), standard_benchmark(), standard_rulebook())
found = diagnose(AnswerSheet.of(fields), *parts, subject=Subject())
print(repr((found.sheet, found.profile, found.comparison, found.recommendations, found.basics, found.advice)))
print(repr((found.priorities, found.to_clarify, found.second_looks, found.opinions)))
"""


def test_no_order_depends_on_the_seed_of_the_hashes() -> None:
    """METHOD §6, property 15: two interpreters with other hash seeds write the same diagnosis."""
    said = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=json.dumps(all_answers()),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert "holding_back_time" in said[0]
