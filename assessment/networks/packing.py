"""A table of answers → the counts of a pack of the network's own: what may be published, nothing else."""

from collections.abc import Iterator

from assessment.errors import BadInput
from assessment.networks.counting import counts_of
from assessment.networks.disclosure import THRESHOLD
from assessment.networks.shares import pattern_of, tells_another
from assessment.networks.table import AnswerTable, parts_of
from benchmarks.packing import CountedShares, Definition


def definition_of(table: AnswerTable, *, id: str, title: str, year: str, chosen: str) -> Definition:  # noqa: A002
    """Return what a pack says of itself; BadInput when there are too few organisations."""
    if table.organisations < THRESHOLD:
        raise BadInput("table.too_few", count=table.organisations, threshold=THRESHOLD)
    return Definition(
        id=id,
        title=title,
        year=year,
        n=table.organisations,
        cooperated=_cooperated(table),
        chosen=chosen,
        threshold=THRESHOLD,
    )


def counted_shares(table: AnswerTable) -> Iterator[CountedShares]:
    """Count every question that enough organisations answered, what must not be published left out."""
    for question in table.questionnaire.questions:
        counts = counts_of(table, question.id)
        if sum(counts) < THRESHOLD or tells_another(table, question):
            continue
        named = zip(table.codes(question.id), counts, pattern_of(table, question.id, counts), strict=True)
        shown = {code: None if why else count for code, count, why in named}
        yield CountedShares("all", question.id, sum(counts), shown)


def _cooperated(table: AnswerTable) -> tuple[int, int]:
    """Return how many had cooperated; between none and nine when that is all that may be said."""
    opening = next(one.condition.question for one in table.questionnaire.items() if one.condition)
    counts = counts_of(table, opening)
    number, others = (sum(counts[place] for place in part) for part in parts_of(table, opening))
    if 0 < others < THRESHOLD:
        return max(0, number + others - THRESHOLD + 1), number + others - 1
    return (number, number) if number >= THRESHOLD else (0, THRESHOLD - 1)
