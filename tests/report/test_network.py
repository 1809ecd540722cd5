"""The picture of a network on paper: folded lines, hidden cells, the year and n beside the study."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest

from assessment.network_words import NetworkWords
from assessment.networks.shares import Network, network
from assessment.networks.table import AnswerTable
from assessment.report import render_network
from assessment.report.content.network import network_document
from assessment.report.document import Table
from benchmarks.loading import standard_benchmark
from questionnaire.languages import language_codes
from questionnaire.loading import standard_questionnaire

Q = standard_questionnaire()
DAY = date(2026, 11, 25)
SIZE = 200


def answers(**counts: tuple[int, ...]) -> AnswerTable:
    """Return a table in which each question was answered by so many; the rest said nothing."""
    rows = np.zeros((len(Q.questions), SIZE), np.uint8)
    for place, question in enumerate(Q.questions):
        said = np.repeat(np.arange(1, 6), [*counts.get(question.id, (50, 50, 50, 50)), 0][:5])[:SIZE]
        rows[place, : len(said)] = said
    employees = (np.arange(SIZE) % 2 + 1).astype(np.uint8)
    return AnswerTable.of(Q, rows, {"employees": employees})


@pytest.fixture
def found() -> Network:
    table = answers(
        tech_vr=(0, 0, 120, 80), tech_cad=(2, 3, 1, 0), tech_ai=(3, 100, 60, 37), tech_iot=(150, 20, 20, 10)
    )
    return network(table, standard_benchmark(), by="employees")


def tables(found: Network, lang: str) -> Iterator[Table]:
    for page in network_document(found, lang, "Acme [/x] [UK]", DAY).pages:
        yield from (block for block in page.blocks if isinstance(block, Table))


@pytest.mark.parametrize("lang", language_codes())
def test_what_nobody_wants_and_what_too_few_answered_is_one_line_each(found: Network, lang: str) -> None:
    words = NetworkWords(lang, found)
    text = render_network(found, lang, "txt", date=DAY).decode()
    for item, key in (("tech_vr", "unwanted"), ("tech_cad", "few")):
        line = words.t(f"table.{key}", names=words.names.item(item), threshold=10)
        assert line in text
        assert words.names.number(item) not in text


@pytest.mark.parametrize("lang", language_codes())
def test_small_cells_are_never_printed(found: Network, lang: str) -> None:
    words = NetworkWords(lang, found)
    rows = [row for table in tables(found, lang) for row in table.rows]
    head = next(place for place, row in enumerate(rows) if words.names.number("tech_ai") in row[0])
    counts = [row[1] for row in rows[head + 1 : head + 5]]
    assert counts == [words.t("cell.hidden"), "100", "60", words.t("cell.hidden")]
    assert all(not row[1].isdigit() or int(row[1]) == 0 or int(row[1]) >= 5 for row in rows)


@pytest.mark.parametrize("lang", language_codes())
def test_year_and_n_stand_in_every_table_that_has_figures_of_the_study(found: Network, lang: str) -> None:
    words = NetworkWords(lang, found)
    beside = [table for table in tables(found, lang) if len(table.columns) == 6 and table.groups]
    assert len(beside) >= 4
    for table in beside:
        if table.columns[3].title == words.study("table.study"):
            assert table.caption and "218" in table.caption and words.europe.year in table.caption


@pytest.mark.parametrize("lang", language_codes())
def test_a_difference_says_what_error_of_the_study_would_undo_it(found: Network, lang: str) -> None:
    words = NetworkWords(lang, found)
    rows = [row for table in tables(found, lang) for row in table.rows]
    head = next(place for place, row in enumerate(rows) if words.names.number("tech_iot") in row[0])
    finding = rows[head + 1][5]
    assert finding.startswith(words.t("verdict.above"))
    assert any(character.isdigit() for character in finding)
