"""A dossier in, the diagnosis of one of its assessments out."""

from assessment.diagnosis import Diagnosis, Subject, diagnose
from assessment.dossier import Dossier, sheet_of
from assessment.rulebook import standard_rulebook
from benchmarks.loading import standard_benchmark
from benchmarks.model import Benchmark
from questionnaire.loading import standard_questionnaire


def diagnose_dossier(
    dossier: Dossier,
    assessment_id: str | None = None,
    *,
    population: str = "all",
    benchmark: Benchmark | None = None,
) -> Diagnosis:
    """Return the diagnosis of the latest assessment, or of the one named, beside the study or another pack.

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
        standard_rulebook(),
        subject=subject,
        population=population,
    )
