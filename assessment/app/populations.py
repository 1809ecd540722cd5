"""The respondents one can compare with, as rows to pick from: who, how many, and how sure."""

from assessment.app.choice_list import Row
from assessment.diagnosis import Diagnosis
from assessment.wording import Wording
from questionnaire.typography import NO_BREAK


def population_rows(diagnosis: Diagnosis, lang: str) -> list[Row]:
    """Return one row a population of the benchmark, all respondents first."""
    words = Wording(lang, diagnosis).population_words
    rows = []
    for one in diagnosis.benchmark.populations.values():
        said = [words.respondents(one), words.doubt(one)]
        size = ", ".join(part.replace(" ", NO_BREAK) for part in said if part)
        rows.append(Row(words.name(one), after=f"({size})", key=one.id))
    return rows
