"""The respondents one can compare with, as rows to pick from: who, how many, and how sure."""

from assessment.app.choice_list import Row
from assessment.diagnosis import Diagnosis
from assessment.wording import Wording


def population_rows(diagnosis: Diagnosis, lang: str) -> list[Row]:
    """Return one row a population of the benchmark, all respondents first."""
    words = Wording(lang, diagnosis).population_words
    return [
        Row(words.name(one), after=f"({words.size(one)})", key=one.id)
        for one in diagnosis.benchmark.populations.values()
    ]
