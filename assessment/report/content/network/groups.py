"""The breakdown of a network by one question of the profile, one section per domain."""

from collections.abc import Iterator

from assessment.network_words import NetworkWords
from assessment.networks.shares import Network, QuestionShares, SharesTable
from assessment.networks.table import GOALS
from assessment.report.document import Block, Column, Heading, Page, Paragraph, Table

_NAME = 0.26
_BASE = 0.1


def groups(network: Network, words: NetworkWords) -> Iterator[Page]:
    """Return the pages of the breakdown; none when nothing is broken down."""
    if network.by is None:
        return
    name = words.t(f"by.name.{network.by}")
    broken_down = [table for table in network.tables if any(one.groups for one in table.questions)]
    if not broken_down:
        yield Page((Heading(1, words.t("by.title", name=name)), Paragraph(words.t("by.nothing"))))
    for table in broken_down:
        title = words.t("by.section", table=words.section(table), name=name)
        note = (Paragraph(words.t("by.goals")),) if network.by == GOALS else ()
        yield Page((Heading(1, title), *note, *_tables(network, table, words)))


def _tables(network: Network, table: SharesTable, words: NetworkWords) -> Iterator[Block]:
    """Return one table per set of answers: its columns are the answers."""
    by_scale: dict[str, list[QuestionShares]] = {}
    for shares in table.questions:
        if shares.groups and not shares.is_unwanted:
            scale = network.questionnaire.question(shares.question).scale
            by_scale.setdefault(scale, []).append(shares)
    for questions in by_scale.values():
        yield _table(questions, words)


def _table(questions: list[QuestionShares], words: NetworkWords) -> Table:
    answers = [answer.answer for answer in questions[0].answers]
    share = (1 - _NAME - _BASE) / len(answers)
    columns = (
        Column(words.t("by.group"), _NAME),
        Column(words.t("by.base"), _BASE),
        *(Column(words.names.answer(questions[0].question, answer), share) for answer in answers),
    )
    rows: list[tuple[str, ...]] = []
    heads: list[int] = []
    for shares in questions:
        heads.append(len(rows))
        rows.append((words.names.item(shares.question), *[""] * (len(columns) - 1)))
        rows.extend(words.group(group) for group in shares.groups)
    return Table(columns, tuple(rows), caption=words.t("by.caption"), groups=tuple(heads))
