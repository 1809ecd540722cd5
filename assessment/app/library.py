"""What is read after the first frame: the questionnaire first, then the benchmark and the rules."""

from collections.abc import Sequence
from datetime import date

from assessment.app.home_rows import day_words
from assessment.comparison import EVERYONE
from assessment.diagnosis import Diagnosis, Subject, diagnose
from assessment.followup import Round
from assessment.rulebook import Rulebook, standard_rulebook
from benchmarks.loading import standard_benchmark
from questionnaire.answers import AnswerSheet
from questionnaire.languages import language_codes
from questionnaire.model import Questionnaire


def warm_up() -> None:
    """Read benchmark, rules and the names of the months once, so that the pages open at once later."""
    for lang in language_codes():
        day_words(date.today(), "MMMd", lang)
    standard_benchmark()
    standard_rulebook()


def diagnosed(
    sheet: AnswerSheet,
    questionnaire: Questionnaire,
    day: date,
    population: str | None = None,
    earlier: Sequence[Round] = (),
    rulebook: Rulebook | None = None,
) -> Diagnosis:
    """Return the diagnosis of one sheet beside all respondents, and beside others when they are named."""
    name, respondent = sheet.get("organisation.name"), sheet.get("respondent")
    people = sheet.get("session.people")
    subject = Subject(
        name=str(name) if name else None,
        assessment_date=day,
        respondent=str(respondent) if respondent else None,
        people=tuple(str(person) for person in people) if isinstance(people, tuple) else (),
    )
    return diagnose(
        sheet,
        questionnaire,
        standard_benchmark(),
        rulebook or standard_rulebook(),
        subject=subject,
        population=population or EVERYONE,
        earlier=earlier,
    )
