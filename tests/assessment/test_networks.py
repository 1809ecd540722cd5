"""Tables of many organisations: the look-up is the scorer (property 14), files as answered, shares."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from assessment.arguments import BREAKDOWNS
from assessment.demo import demo_dossiers
from assessment.dossier import sheet_of
from assessment.errors import BadInput
from assessment.networks.counting import counts_by_group, counts_of
from assessment.networks.dossiers import table_of_dossiers, table_of_sheets
from assessment.networks.frames import table_of_frame
from assessment.networks.reading import read_table
from assessment.networks.scoring import STATES, figures_of, score_table
from assessment.networks.shares import OTHERS, network
from assessment.networks.table import PROFILE, AnswerTable
from assessment.networks.writing import data_package, write_json
from assessment.scoring import ALL, DOMAINS, DomainProfile, domain_profile, score
from benchmarks.intervals import (
    admissible_pairs,
    difference_hull,
    error_withstood,
    newcombe_difference,
    wilson,
    z_of,
)
from benchmarks.loading import standard_benchmark
from benchmarks.model import Base, Interval
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire

Q = standard_questionnaire()
CODES = {question.id: ("", *Q.scale(question.scale).codes) for question in Q.questions}
OPENING = "cooperation_past"


def table_of(answers: np.ndarray) -> AnswerTable:
    return AnswerTable.of(Q, answers.astype(np.uint8))


def vectors(width: int, size: int) -> np.ndarray:
    """Return every vector of five states, one column each, from the first on again when there are fewer."""
    numbers = np.arange(size) % 5**width
    return np.array([numbers // 5**place % 5 for place in range(width)])


def every_vector(opened_by: str) -> AnswerTable:
    """Return a table that holds each answer vector of each domain at least once."""
    size = 5 ** max(len(Q.items(domain)) for domain in DOMAINS)  # type: ignore[arg-type]
    answers = np.zeros((len(Q.questions), size), np.uint8)
    places = {question.id: place for place, question in enumerate(Q.questions)}
    answers[places[OPENING]] = CODES[OPENING].index(opened_by)
    for domain in DOMAINS:
        items = Q.items(domain)  # type: ignore[arg-type]
        for item, row in zip(items, vectors(len(items), size), strict=True):
            answers[places[item.id]] = row
    return table_of(answers)


def sheets(table: AnswerTable) -> Iterator[AnswerSheet]:
    """Return each organisation as the sheet the scorer reads."""
    names = [f"answers.{question.id}" for question in Q.questions]
    words = [CODES[question.id] for question in Q.questions]
    for column in table.answers.T.tolist():
        yield AnswerSheet(
            {name: codes[code] for name, codes, code in zip(names, words, column, strict=True) if code}
        )


def packed_by_hand(profile: DomainProfile) -> int:
    use, need, no_need = len(profile.use), len(profile.need), len(profile.no_need)
    return (
        use + 20 * need + 400 * no_need + 8_000 * len(profile.dont_know) + 160_000 * len(profile.unanswered)
    )


def check_all(table: AnswerTable) -> None:
    """Compare the look-up with the scorer's word on each organisation.

    Counts and stage of every one; the fractions, which are slow and follow from counts, once for each counts.
    """
    scored, seen = score_table(table), set[tuple[str, int]]()
    found = [
        (domain, scored.packed[domain].tolist(), scored.stages(domain).tolist()) for domain in (*DOMAINS, ALL)
    ]
    for place, sheet in enumerate(sheets(table)):
        profiles = score(Q, sheet).domains
        for domain, packed, stages in found:
            profile, one = profiles[domain], packed[place]
            assert one == packed_by_hand(profile), (place, domain)
            assert stages[place] == (profile.stage or 0), (place, domain)
            if (domain, one) not in seen:
                seen.add((domain, one))
                check_fractions(one, profile)


def check_fractions(packed: int, profile: DomainProfile) -> None:
    figures = figures_of(packed)
    for found, said in (
        (figures.coverage, profile.coverage),
        (figures.clarity, profile.clarity),
        (figures.completeness, profile.completeness),
    ):
        assert found == (None if said is None else float(said))
    assert figures.outside_ladder == profile.outside_ladder


def test_every_vector_of_every_domain_is_the_scorers_own() -> None:
    """All 469,375: as many as the largest domain has, the others over and over again."""
    assert sum(5 ** len(Q.items(domain)) for domain in DOMAINS) == 469_375  # type: ignore[arg-type]
    check_all(every_vector("yes_continue"))


@pytest.mark.parametrize("opened_by", ["no_wish", ""])
def test_forms_that_were_not_asked_count_nowhere(opened_by: str) -> None:
    whole = every_vector(opened_by)
    chosen = np.zeros(whole.organisations, np.bool_)
    chosen[::61] = True
    check_all(whole.where(chosen))


def test_figures_of_a_table_are_those_of_each_organisation() -> None:
    table = every_vector("yes_stop").where(np.arange(5**8) % 997 == 0)
    scored = score_table(table)
    profiles = [score(Q, sheet).domains["technologies"] for sheet in sheets(table)]
    assert scored.stages("technologies").tolist() == [one.stage or 0 for one in profiles]
    for found, said in (
        (scored.coverage("technologies"), [one.coverage for one in profiles]),
        (scored.clarity("technologies"), [one.clarity for one in profiles]),
    ):
        expected = [np.nan if one is None else float(one) for one in said]
        assert np.allclose(found, expected, equal_nan=True)
    assert scored.counts("technologies")["need"].tolist() == [len(one.need) for one in profiles]
    assert sum(scored.situations("technologies").values()) == table.organisations


def test_states_and_codes_go_together() -> None:
    assert STATES[1:] == Q.scale("use_need").codes
    assert domain_profile([("one", STATES[0])]).unanswered == ("one",)


# --- reading ------------------------------------------------------------------------------------

ROWS = [
    {"platform_crowd": "use", "q08": "dk", "cooperation_past": "yc", "employees": "lt10", "sdg": "4;8"},
    {"platform_crowd": "none", "q08": "", "cooperation_past": "", "employees": "10_to_49", "sdg": ""},
    {
        "platform_crowd": " need ",
        "q08": "use",
        "cooperation_past": "no_no_wish",
        "employees": "",
        "sdg": "17",
    },
]


def write_csv(path: Path, rows: list[dict[str, str]], delimiter: str = ",") -> Path:
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def check_rows(table: AnswerTable) -> None:
    assert table.row("platform_crowd").tolist() == [1, 3, 2]
    assert table.row("tech_ai").tolist() == [4, 0, 1]
    assert table.row(OPENING).tolist() == [1, 0, 4]
    assert table.profile["employees"].tolist() == [1, 2, 0]
    assert table.goals.tolist() == [1 << 4 | 1 << 8, 0, 1 << 17]
    assert not table.row("tech_iot").any()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_file_is_read_whatever_parts_its_cells(tmp_path: Path, delimiter: str) -> None:
    check_rows(read_table(write_csv(tmp_path / "t.csv", ROWS, delimiter), Q).table)


@pytest.mark.parametrize("kind", ["plain", "dictionary"])
def test_a_parquet_file_is_read_however_it_keeps_words(tmp_path: Path, kind: str) -> None:
    columns = {name: pa.array([row[name] or None for row in ROWS], pa.string()) for name in ROWS[0]}
    if kind == "dictionary":
        columns = {name: column.dictionary_encode() for name, column in columns.items()}
    parquet.write_table(pa.table(columns), tmp_path / "t.parquet", row_group_size=2)
    check_rows(read_table(tmp_path / "t.parquet", Q).table)


def test_a_pandas_table_is_read() -> None:
    check_rows(table_of_frame(pd.DataFrame(ROWS), Q).table)
    check_rows(table_of_frame(pd.DataFrame(ROWS).astype("category"), Q).table)


def test_who_answered_nothing_and_columns_that_are_no_question_are_set_aside(tmp_path: Path) -> None:
    rows = [{"name": f"S{place}", "tech_ai": code} for place, code in enumerate(["use", "", "need"])]
    reading = read_table(write_csv(tmp_path / "t.csv", rows), Q)
    assert (reading.blank, reading.set_aside) == (1, ("name",))
    assert reading.table.row("tech_ai").tolist() == [1, 2]


def said_of(path: Path) -> str:
    with pytest.raises(BadInput) as refused:
        read_table(path, Q)
    return refused.value.text("en")


def test_a_word_that_is_no_answer_is_told_with_its_row_and_the_nearest(tmp_path: Path) -> None:
    rows = [{"tech_ai": "use"}, {"tech_ai": "need"}, {"tech_ai": "ned"}]
    said = said_of(write_csv(tmp_path / "t.csv", rows))
    for part in ("t.csv", "row 4", "tech_ai", "“ned”", "need"):
        assert part in said


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"tech_aii\nuse\n", "tech_ai"),
        (b"name,age\nx,3\n", "no column"),
        (b"tech_ai,q08\nuse,use\n", "two columns"),
        (b"tech_ai,tech_iot\nuse,use\nuse\n", "row 3"),
        (b"tech_ai\n\xe9t\xe9\n", "row 2"),
        (b"tech_ai\n", "no organisation"),
        (b"tech_ai,sdg\nuse,18\n", "18"),
    ],
)
def test_a_bad_csv_file_is_one_sentence(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "t.csv").write_bytes(content)
    assert told in said_of(tmp_path / "t.csv")


def test_a_bad_parquet_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "t.parquet").write_bytes(b"PAR1 nothing")
    assert "t.parquet" in said_of(tmp_path / "t.parquet")


def test_dossiers_make_the_same_table_as_their_sheets() -> None:
    dossiers = demo_dossiers()
    reading = table_of_dossiers([*dossiers, dossiers[0]], Q, "demo")
    assert (reading.table.organisations, reading.older) == (len(dossiers), 1)
    expected = table_of_sheets((sheet_of(one, one.latest) for one in dossiers), Q)
    assert (reading.table.answers == expected.answers).all()
    assert reading.table.profile["legal_form"].any()


# --- counting and shares ------------------------------------------------------------------------


def many(size: int = 400, seed: int = 5) -> AnswerTable:
    rng = np.random.default_rng(seed)
    rows = [rng.integers(0, len(CODES[question.id]), size) for question in Q.questions]
    employees = rng.integers(0, 5, size).astype(np.uint8)
    return AnswerTable.of(Q, np.array(rows, np.uint8), {"employees": employees})


def test_groups_add_up_to_the_whole() -> None:
    """Property 7: merging groups is adding counters."""
    table = many()
    for question in Q.questions:
        groups = counts_by_group(table, question.id, "employees").values()
        assert tuple(map(sum, zip(*groups, strict=True))) == counts_of(table, question.id)
    halves = [table.where(np.arange(400) % 2 == side) for side in (0, 1)]
    both = (sum(pair) for pair in zip(*(counts_of(half, "tech_ai") for half in halves), strict=True))
    assert tuple(both) == counts_of(table, "tech_ai")


def test_answers_to_forms_that_were_not_asked_are_left_out() -> None:
    table = many()
    asked = np.isin(table.row(OPENING), [1, 2])
    row = table.row("patronage_skills")
    assert counts_of(table, "patronage_skills") == tuple(
        int(np.count_nonzero(asked & (row == code))) for code in range(1, 5)
    )


def test_shares_intervals_and_verdicts_follow_the_method() -> None:
    table, benchmark = many(), standard_benchmark()
    found = network(table, benchmark)
    assert [one.id for one in found.tables] == [*DOMAINS, OTHERS]
    for printed in found.tables:
        compared = [answer for one in printed.questions for answer in one.answers if answer.against]
        assert len(compared) == printed.comparisons
        z = z_of(0.95, printed.comparisons)
        for one in printed.questions:
            figures = benchmark.item(one.question)
            assert one.base == sum(counts_of(table, one.question))
            for answer in one.answers:
                if answer.cell.count is None or answer.interval is None or answer.against is None:
                    continue
                assert figures is not None and one.base is not None
                chance = wilson(answer.cell.count, one.base)
                assert answer.interval == Interval(100 * chance.low, 100 * chance.high)
                pairs = list(admissible_pairs(figures.shares[answer.answer].box, figures.base))
                ends = [newcombe_difference(answer.cell.count, one.base, *pair, z) for pair in pairs]
                is_above, is_below = min(e.low for e in ends) > 0, max(e.high for e in ends) < 0
                assert answer.against.verdict == ("above" if is_above else "below" if is_below else "unclear")
                assert (answer.against.withstands is None) == (answer.against.verdict == "unclear")


@given(
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.integers(0, 100),
    st.integers(0, 6),
)
@settings(max_examples=60, deadline=None)
def test_the_hull_of_a_difference_is_that_over_every_admissible_count(
    ours: tuple[int, int], percent: int, width: int
) -> None:
    box, base = Interval(max(0, percent - width), min(100, percent + width + 0.5)), Base(148, 149)
    ends = [newcombe_difference(*ours, *pair) for pair in admissible_pairs(box, base)]
    hull = difference_hull(*ours, box, base)
    if hull is None:
        assert ends == []
        return
    assert hull.low == pytest.approx(100 * min(end.low for end in ends), abs=1e-9)
    assert hull.high == pytest.approx(100 * max(end.high for end in ends), abs=1e-9)


def test_a_verdict_falls_when_the_study_is_wrong_by_more_than_is_said() -> None:
    box, base = Interval(19.5, 20.5), Base(218, 218)
    withstood = error_withstood(300, 600, box, base)
    assert withstood is not None and withstood > 5
    for beyond, holds in ((withstood, True), (withstood + 1, False)):
        moved = Interval(box.low, box.high + beyond)
        hull = difference_hull(300, 600, moved, base)
        assert hull is not None
        assert (hull.low > 0) is holds
    assert error_withstood(120, 600, box, base) is None
    below = error_withstood(10, 600, Interval(79.5, 80.5), base)
    assert below is not None and below > 50


def test_fewer_than_ten_organisations_are_refused() -> None:
    with pytest.raises(BadInput, match="10"):
        network(many(9), standard_benchmark())


def test_the_same_network_gives_the_same_bytes() -> None:
    made = [network(many(), standard_benchmark(), by="employees") for _ in range(2)]
    assert write_json(made[0]) == write_json(made[1])
    assert data_package(made[0], "x", "X") == data_package(made[1], "x", "X")
    assert all("NaN" not in one.decode() for one in data_package(made[0], "x", "X").values())


def test_the_command_line_knows_every_breakdown() -> None:
    assert BREAKDOWNS == PROFILE
