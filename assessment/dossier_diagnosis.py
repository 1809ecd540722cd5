"""A dossier in, the diagnosis of one of its assessments out."""

from assessment.diagnosis import Diagnosis, Subject, diagnose
from assessment.dossier import Assessment, Dossier, sheet_of
from assessment.followup import Round
from assessment.rulebook import Rulebook, standard_rulebook
from benchmarks.loading import standard_benchmark
from benchmarks.model import Benchmark
from questionnaire.loading import standard_questionnaire


def diagnose_dossier(
    dossier: Dossier,
    assessment_id: str | None = None,
    *,
    population: str = "all",
    rulebook: Rulebook | None = None,
    benchmark: Benchmark | None = None,
) -> Diagnosis:
    """Return the diagnosis of the latest assessment, or of the one named, by the rules and beside the study.

    Other rules, or another pack, take the place of those that ship.

    KeyError when the dossier has no assessment of that id; ValueError for a population nobody knows.
    """
    assessment = dossier.assessment(assessment_id) if assessment_id else dossier.latest
    subject = Subject(
        name=dossier.organisation.name,
        assessment_date=assessment.date,
        respondent=assessment.respondent,
        people=assessment.session.people or (),
    )
    return diagnose(
        sheet_of(dossier, assessment),
        standard_questionnaire(),
        benchmark or standard_benchmark(),
        rulebook or standard_rulebook(),
        subject=subject,
        population=population,
        earlier=earlier_rounds(dossier, assessment),
    )


def earlier_rounds(dossier: Dossier, assessment: Assessment) -> tuple[Round, ...]:
    """Return the rounds before an assessment, by date; the order of the file decides within a day.

    Private notes stay out of them: they are only compared.
    """
    ordered = sorted(dossier.assessments, key=lambda one: one.date)
    place = next(place for place, one in enumerate(ordered) if one is assessment)
    return tuple(
        Round(sheet_of(dossier, one).without_private_notes(), one.questionnaire, one.id, one.date)
        for one in ordered[:place]
    )
