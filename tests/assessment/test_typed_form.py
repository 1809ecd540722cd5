"""A paper form typed in one line: what is printed, typed again, gives the same sheet."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.typed_form import read_form, written_form
from questionnaire.answers import AnswerSheet
from questionnaire.exchange.paper_order import paper_order
from questionnaire.loading import standard_questionnaire

ORDER = paper_order(standard_questionnaire())
NAMES = st.one_of(
    st.just(""),
    st.sampled_from(("Le Jardin", "Les Amis 1901", "A & B", "Coop ; Bois", "à", "- 12", "Café : 3", "&é")),
    st.text(max_size=30).map(lambda text: " ".join(text.split())),
)


@st.composite
def any_form(draw: st.DrawFn) -> AnswerSheet:
    """Draw a name and an answer, or none, to each line of the form."""
    fields = {line.field: draw(st.sampled_from((*line.values, None))) for line in ORDER}
    return AnswerSheet.of({**fields, "organisation.name": draw(NAMES)})


@settings(max_examples=150, deadline=None)
@given(any_form())
def test_what_is_printed_gives_the_same_sheet_when_typed(sheet: AnswerSheet) -> None:
    form = read_form(written_form(sheet, ORDER), ORDER)
    assert form.problem is None
    assert AnswerSheet.of({**form.fields(ORDER), "organisation.name": form.name}) == sheet


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=90))
def test_any_line_is_read_or_told(typed: str) -> None:
    form = read_form(typed, ORDER)
    assert len(form.answers) <= len(ORDER)
    assert all(value is None or value in line.values for line, value in form.answers)


@pytest.mark.parametrize(
    ("typed", "name", "digits"),
    [
        ("Le Jardin 1421 3342", "Le Jardin", "14213342"),
        ("Le Jardin 1 4 2 1 33 42", "Le Jardin", "14213342"),
        ("Le Jardin &'é& \"\"'é", "Le Jardin", "14213342"),
        ("Le Jardin 14à1", "Le Jardin", "1401"),
        ("Le Jardin 14-1", "Le Jardin", "1401"),
        ("Le Jardin - 1421", "Le Jardin", "1421"),
        ("Le Jardin : 1421", "Le Jardin", "1421"),
        ("Le Jardin -421", "Le Jardin", "0421"),
        ("1421 3342", "", "14213342"),
        ("Le Jardin", "Le Jardin", ""),
        ("Les Amis 1901 ; 1421", "Les Amis 1901", "1421"),
        ("Pierre & Paul 1421", "Pierre & Paul", "1421"),
        ("Coop ; Bois ; 1421", "Coop ; Bois", "1421"),
        ("", "", ""),
    ],
)
def test_a_name_then_digits(typed: str, name: str, digits: str) -> None:
    form = read_form(typed, ORDER)
    assert form.problem is None
    assert form.name == name
    got = "".join(str(line.values.index(v) + 1) if v is not None else "0" for line, v in form.answers)
    assert got == digits


def test_a_digit_beyond_the_choices_is_told_with_its_question() -> None:
    form = read_form("Le Jardin 146", ORDER)
    assert form.problem is not None
    assert (form.problem.kind, form.problem.typed, form.problem.line) == ("beyond", "6", ORDER[2])
    assert [line.number for line, _ in form.answers] == ["p02", "p04"]
    short = read_form("Le Jardin 4", ORDER).problem
    assert short is not None
    assert short.line is not None
    assert (short.line.number, short.line.last) == ("p02", 3)
    letter = read_form("Le Jardin ; 14x", ORDER).problem
    assert letter is not None
    assert (letter.kind, letter.typed) == ("not_digit", "x")
    full = "1" * len(ORDER)
    assert read_form(f"Le Jardin {full}", ORDER).next is None
    beyond = read_form(f"Le Jardin {full}1", ORDER).problem
    assert beyond is not None
    assert (beyond.kind, beyond.line) == ("too_many", None)


def test_the_paper_asks_every_question_that_one_digit_answers() -> None:
    fields = [line.field for line in ORDER]
    assert len(fields) == len(set(fields))
    assert {f"answers.{question.id}" for question in standard_questionnaire().questions} <= set(fields)
    basics = [basic.id for basic in standard_questionnaire().outside.basics]
    assert [field for field in fields if "basics" in field] == [f"complement.basics.{one}" for one in basics]
    assert all(1 < line.last < 10 for line in ORDER)
    order = standard_questionnaire().order
    numbers = [line.field.rpartition(".")[2] for line in ORDER]
    assert [one for one in order if one in numbers] == [one for one in numbers if one in order]
