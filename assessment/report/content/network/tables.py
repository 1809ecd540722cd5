"""The shares of a network beside the study, one section per domain."""

from collections.abc import Iterator

from assessment.network_words import NetworkWords
from assessment.networks.disclosure import THRESHOLD
from assessment.networks.shares import Network, QuestionShares, SharesTable
from assessment.report.document import Block, Column, Heading, Page, Paragraph, Table

_COLUMNS = (
    ("answer", 0.17),
    ("count", 0.1),
    ("share", 0.17),
    ("study", 0.15),
    ("difference", 0.14),
    ("verdict", 0.27),
)


def tables(network: Network, words: NetworkWords) -> Iterator[Page]:
    """Return one page per printed table."""
    for table in network.tables:
        yield Page((Heading(1, words.section(table)), *_blocks(table, words)))


def _blocks(table: SharesTable, words: NetworkWords) -> Iterator[Block]:
    printed = [one for one in table.questions if one.base is not None and not one.is_unwanted]
    if printed:
        yield _table(table, printed, words)
    else:
        yield Paragraph(words.t("table.nothing"))
    yield from _folded(table, words)


def _table(table: SharesTable, printed: list[QuestionShares], words: NetworkWords) -> Table:
    """Return the questions one after the other, each under a line with its base and the study's."""
    rows: list[tuple[str, ...]] = []
    groups: list[int] = []
    for shares in printed:
        groups.append(len(rows))
        rows.append((words.question(shares), *[""] * (len(_COLUMNS) - 1)))
        rows.extend(words.answer(shares, answer) for answer in shares.answers)
    columns = tuple(Column(words.study(f"table.{name}"), share) for name, share in _COLUMNS)
    return Table(columns, tuple(rows), caption=words.caption(table), groups=tuple(groups))


def _folded(table: SharesTable, words: NetworkWords) -> Iterator[Block]:
    """Fold what nobody uses or needs into one line, and what too few answered into another."""
    unwanted = [one.question for one in table.questions if one.is_unwanted]
    few = [one.question for one in table.questions if one.base is None]
    for key, questions in (("unwanted", unwanted), ("few", few)):
        if questions:
            names = ", ".join(words.names.item(question) for question in questions)
            yield Paragraph(words.t(f"table.{key}", names=names, threshold=THRESHOLD))
