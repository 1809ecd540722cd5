"""Diagnoses to print: built through diagnose(), from fields written out or from the demo dossiers."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from assessment.demo import demo_dossiers
from assessment.diagnosis import Diagnosis, Subject, diagnose
from assessment.dossier import Action
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.rulebook import standard_rulebook
from benchmarks.loading import standard_benchmark
from questionnaire.answers import AnswerSheet, Value
from questionnaire.loading import standard_questionnaire

Make = Callable[..., Diagnosis]

NEEDS = {
    "answers.cooperation_past": "yes_continue",
    "answers.platform_participation": "need",
    "answers.platform_crowd": "use",
    "answers.platform_elearning": "dont_know",
    "answers.platform_marketplace": "no_need",
    "answers.tech_cloud_bigdata": "use",
    "answers.tech_ai": "need",
    "answers.tech_cad": "need",
    "answers.movement_free_software": "use",
    "answers.patronage_financial": "use",
    "answers.patronage_skills": "need",
    "answers.business_subcontracting": "need",
    "answers.barrier_values": "disagree",
    "complement.aim": "Ne plus passer une journée par mois à relancer les cotisations.",
    "complement.basics.b01": "need",
    "complement.basics.b02": "improve",
    "complement.basics.b03": "dont_know",
    "comments.tech_ai": "Pour les comptes rendus.",
    "organisation.country": "FR",
    "organisation.legal_form": "association",
    "profile.employees": "0_to_9",
}


@pytest.fixture
def make() -> Make:
    """Return a function that diagnoses a name and fields; `NEEDS` when no fields are given."""

    def build(
        name: str | None = "Le Jardin", fields: Mapping[str, Any] | None = None, **more: Value
    ) -> Diagnosis:
        given: dict[str, Any] = {**(NEEDS if fields is None else fields), **more}
        return diagnose(
            AnswerSheet.of(given),
            standard_questionnaire(),
            standard_benchmark(),
            standard_rulebook(),
            subject=Subject(name, date(2026, 11, 22), "Awa Diallo", ("Awa Diallo", "Marc Petit")),
        )

    return build


@pytest.fixture(scope="session")
def every_answer() -> dict[str, str]:
    """Answer the 31 questions and the twelve basics, taking the codes of each scale in turn."""
    questionnaire = standard_questionnaire()
    fields = {}
    for position, question in enumerate(questionnaire.questions):
        codes = questionnaire.scale(question.scale).codes
        fields[f"answers.{question.id}"] = codes[position % len(codes)]
    fields["answers.cooperation_past"] = "yes_continue"
    codes = questionnaire.outside.basics_scale.codes
    for position, basic in enumerate(questionnaire.outside.basics):
        fields[f"complement.basics.{basic.id}"] = codes[position % len(codes)]
    return fields


@pytest.fixture(params=[0, 1, 2], ids=["low-tech", "unknowns", "cooperative"])
def demo(request: pytest.FixtureRequest) -> tuple[Diagnosis, tuple[Action, ...]]:
    """Return each demo organisation with its plan."""
    dossier = demo_dossiers()[request.param]
    return diagnose_dossier(dossier), dossier.plan


@pytest.fixture(params=["fr", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    """Return each language."""
    return str(request.param)


@pytest.fixture(params=["short", "full"])
def form(request: pytest.FixtureRequest) -> str:
    """Return each form."""
    return str(request.param)
