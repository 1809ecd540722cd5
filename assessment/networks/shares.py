"""A table of answers beside a benchmark: what may be published, in codes and numbers (METHOD §5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.errors import BadInput
from assessment.networks.counting import counts_of
from assessment.networks.disclosure import THRESHOLD, Hidden, Pattern, row_pattern
from assessment.networks.groups import Group, groups_of
from assessment.networks.scoring import ScoredTable, score_table
from assessment.networks.table import AnswerTable, parts_of
from assessment.scoring import ALL, DOMAINS
from benchmarks.intervals import difference_hull, error_withstood, wilson, z_of
from benchmarks.model import Benchmark, Interval, ItemFigures
from questionnaire.model import Question, Questionnaire

Verdict = Literal["above", "below", "unclear"]
"""Where the network stands beside the study; unclear: too small a difference to tell, never « the same »."""
OTHERS = "others"
"""The printed table of the questions that belong to no domain."""
CONFIDENCE = 0.95
SITUATIONS = ("1", "2", "3", "4", "no_need", "only_dont_know", "nothing_answered")
"""Situations of the needs, and why there is none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count; None when it is not printed."""

    count: int | None


@dataclass(frozen=True, slots=True)
class Against:
    """One share beside the study's."""

    difference: Interval
    """Network less study in points: Newcombe 95 % over every count the published figure allows."""
    verdict: Verdict
    """At the z of all the comparisons of the same printed table together."""
    withstands: float | None
    """Points by which the study's figure may be wrong before the verdict falls; None when it is unclear."""


@dataclass(frozen=True, slots=True)
class AnswerShare:
    """One answer to one question."""

    answer: str
    cell: Cell
    share: float | None
    """Percent of those that answered; None when the count is hidden."""
    interval: Interval | None
    """Wilson 95 %, in percent."""
    against: Against | None
    """None when the study publishes no such share, or the count is hidden."""


@dataclass(frozen=True, slots=True)
class QuestionShares:
    """One question of the study, as a network answered it."""

    question: str
    base: int | None
    """Organisations that answered; None when there are fewer than ten, or when that would tell more."""
    answers: tuple[AnswerShare, ...]
    """In the order of the scale; empty when the base is not printed."""
    groups: tuple[Group, ...] = ()
    """The same by group of the profile; empty when nothing is broken down or nothing may be printed."""

    @property
    def is_unwanted(self) -> bool:
        """Whether nobody uses or needs it: such items are folded into one line."""
        counts = {answer.answer: answer.cell for answer in self.answers}
        return bool(counts) and all(code in counts and counts[code].count == 0 for code in ("use", "need"))


@dataclass(frozen=True, slots=True)
class SharesTable:
    """Questions printed in one table."""

    id: str
    """platforms, technologies, cooperation or others."""
    comparisons: int
    """How many shares of the table are compared with the study: what each verdict has to allow for."""
    questions: tuple[QuestionShares, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """What may be published of a network."""

    organisations: int
    questionnaire: Questionnaire
    benchmark: Benchmark
    tables: tuple[SharesTable, ...]
    situations: Mapping[str, Mapping[str, Cell]]
    """Organisations by situation of their needs, per domain and for the 19 items."""
    by: str | None
    """Profile question the figures are broken down by."""


def network(table: AnswerTable, benchmark: Benchmark, *, by: str | None = None) -> Network:
    """Count a network's answers, lay them beside a benchmark and hide what must not be published.

    BadInput when the table holds fewer than ten organisations.
    """
    if table.organisations < THRESHOLD:
        raise BadInput("table.too_few", count=table.organisations, threshold=THRESHOLD)
    questions = table.questionnaire.questions
    domains: dict[str, list[Question]] = {domain: [] for domain in (*DOMAINS, OTHERS)}
    for question in questions:
        domains[question.domain or OTHERS].append(question)
    tables = tuple(_table(name, asked, table, benchmark, by) for name, asked in domains.items())
    return Network(
        organisations=table.organisations,
        questionnaire=table.questionnaire,
        benchmark=benchmark,
        tables=tables,
        situations=_situations(score_table(table), tables),
        by=by,
    )


def pattern_of(table: AnswerTable, question_id: str, counts: Sequence[int]) -> Pattern:
    """Return what to hide of the answers to one question, in all.

    The answers that open other questions are hidden among themselves: their sum shows in those questions.
    """
    parts = parts_of(table, question_id)
    if any(sum(counts[place] for place in part) < THRESHOLD for part in parts):
        return row_pattern(counts)
    found: dict[int, Hidden | None] = {}
    for part in parts:
        found |= dict(zip(part, row_pattern([counts[place] for place in part]), strict=True))
    return tuple(found[place] for place in range(len(counts)))


def tells_another(table: AnswerTable, question: Question) -> bool:
    """Say whether the base of a question gives back a hidden answer to the one that opens it.

    It does when those the question was not put to are few: whoever answered is the others.
    """
    if question.condition is None:
        return False
    counts = counts_of(table, question.condition.question)
    parts = parts_of(table, question.condition.question)
    return any(0 < sum(counts[place] for place in part) < THRESHOLD for part in parts)


def _table(
    name: str, questions: Sequence[Question], table: AnswerTable, benchmark: Benchmark, by: str | None
) -> SharesTable:
    """Count the questions of one printed table; the verdicts allow for all of its comparisons."""
    counted = [(question, counts_of(table, question.id)) for question in questions]
    patterns = {question.id: pattern_of(table, question.id, counts) for question, counts in counted}
    compared = sum(
        why is None and _published(benchmark.item(question.id), code)
        for question, counts in counted
        if sum(counts) >= THRESHOLD and not tells_another(table, question)
        for code, why in zip(table.codes(question.id), patterns[question.id], strict=True)
    )
    z = z_of(CONFIDENCE, max(1, compared))
    return SharesTable(
        name,
        compared,
        tuple(
            _question(question, counts, patterns[question.id], table, benchmark, by, z)
            for question, counts in counted
        ),
    )


def _published(figures: ItemFigures | None, code: str) -> bool:
    """Say whether the study publishes a share, on a base that is known."""
    return bool(
        figures
        and code in figures.shares
        and figures.shares[code].printable
        and figures.base.high is not None
        and figures.reliability != "hidden"
    )


def _question(
    question: Question,
    counts: Sequence[int],
    pattern: Pattern,
    table: AnswerTable,
    benchmark: Benchmark,
    by: str | None,
    z: float,
) -> QuestionShares:
    base = sum(counts)
    if base < THRESHOLD or tells_another(table, question):
        return QuestionShares(question.id, None, ())
    figures = benchmark.item(question.id)
    answers = tuple(
        _answer(code, count, base, why, figures, z)
        for code, count, why in zip(table.codes(question.id), counts, pattern, strict=True)
    )
    groups = groups_of(table, question.id, by, pattern) if by else ()
    return QuestionShares(question.id, base, answers, groups)


def _answer(
    code: str, count: int, base: int, why: Hidden | None, figures: ItemFigures | None, z: float
) -> AnswerShare:
    if why:
        return AnswerShare(code, Cell(None), None, None, None)
    chance = wilson(count, base)
    return AnswerShare(
        answer=code,
        cell=Cell(count),
        share=100 * count / base,
        interval=Interval(100 * chance.low, 100 * chance.high),
        against=_against(count, base, code, figures, z) if figures and _published(figures, code) else None,
    )


def _against(count: int, base: int, code: str, figures: ItemFigures, z: float) -> Against | None:
    box = figures.shares[code].box
    difference = difference_hull(count, base, box, figures.base)
    strict = difference_hull(count, base, box, figures.base, z)
    if difference is None or strict is None:
        return None
    verdict: Verdict = "above" if strict.low > 0 else "below" if strict.high < 0 else "unclear"
    return Against(difference, verdict, error_withstood(count, base, box, figures.base, z))


def _situations(scored: ScoredTable, tables: Sequence[SharesTable]) -> Mapping[str, Mapping[str, Cell]]:
    """Count the organisations by situation of their needs, what is small hidden.

    Nothing is printed of a domain with a hidden use or need: its situations would help to find it.
    """
    told = {table.id: all(map(_is_told, table.questions)) for table in tables if table.id in DOMAINS}
    told[ALL] = all(told.values())
    found = {}
    for domain in (*DOMAINS, ALL):
        times = scored.situations(domain)
        counts = [times.get(name, 0) for name in SITUATIONS]
        pattern: Pattern = row_pattern(counts) if told[domain] else tuple("with_it" for _ in counts)
        named = zip(SITUATIONS, counts, pattern, strict=True)
        found[domain] = {name: Cell(None if why else count) for name, count, why in named}
    return found


def _is_told(shares: QuestionShares) -> bool:
    """Say whether the uses and the needs of an item are both printed."""
    counts = {answer.answer: answer.cell.count for answer in shares.answers}
    return counts.get("use") is not None and counts.get("need") is not None
