"""What a person types on one line, as the value it stands for."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.asking.card import Answer, Card
from assessment.line_mode.typed_answers import NotUnderstoodError, TooManyError, digits, rank_of, value_of

SCALE = Card(
    "single",
    "",
    "",
    "",
    answers=tuple(Answer(code, code) for code in ("use", "need", "no_need", "dont_know")),
)
GOALS = Card(
    "several", "", "", "", answers=tuple(Answer(number, f"goal {number}") for number in range(1, 18))
)
BARRIERS = Card("several", "", "", "", answers=tuple(Answer(code, code) for code in "abcdef"), at_most=3)
COUNTRIES = Card(
    "search",
    "",
    "",
    "",
    answers=tuple(
        Answer(code, label)
        for code, label in {
            "AL": "Albanie",
            "DE": "Allemagne",
            "CI": "Côte d’Ivoire",
            "ES": "Espagne",
            "EE": "Estonie",
            "FR": "France",
            "GF": "Guyane française",
            "GN": "Guinée",
            "GQ": "Guinée équatoriale",
            "GB": "Royaume-Uni",
        }.items()
    ),
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1234567890", "1234567890"), ("&é\"'(-è_çà", "1234567890"), ("§", "6"), ("!", "8"), ("& é", "1 2")],
)
def test_the_azerty_row_is_read_as_digits(typed: str, read: str) -> None:
    assert digits(typed) == read


def test_letters_a_keyboard_sends_in_two_parts_are_read_too() -> None:
    assert digits("e\N{COMBINING ACUTE ACCENT}") == "2"


@pytest.mark.parametrize(
    ("typed", "code"), [("1", "use"), (" 4 ", "dont_know"), ("02", "need"), ("é", "need"), ('"', "no_need")]
)
def test_a_number_is_one_answer(typed: str, code: str) -> None:
    assert value_of(typed, SCALE) == code


@pytest.mark.parametrize(
    "typed", ["0", "5", "-", "1 2", "oui", "1.5", "+1", "1_000", "²", "١", "", "1" * 9_999, "\x1b[A"]
)
def test_anything_else_is_not_understood(typed: str) -> None:
    with pytest.raises(NotUnderstoodError):
        value_of(typed, SCALE)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("4", (4,)), ("4 11 3", (4, 11, 3)), ("4,11;3", (4, 11, 3)), ("& é", (1, 2)), ("4 4", (4,)), ("à", ())],
)
def test_several_numbers_are_several_answers(typed: str, value: tuple[int, ...]) -> None:
    assert value_of(typed, GOALS) == value


@pytest.mark.parametrize("typed", ["18", "0 1", "1 x", "4 0"])
def test_one_wrong_number_among_several_is_not_understood(typed: str) -> None:
    with pytest.raises(NotUnderstoodError):
        value_of(typed, GOALS)


def test_more_answers_than_the_question_takes_are_told_apart() -> None:
    assert value_of("1 2 3 3 3", BARRIERS) == ("a", "b", "c")
    with pytest.raises(TooManyError):
        value_of("1 2 3 4", BARRIERS)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("FR", "FR"),
        ("fr", "FR"),
        ("France", "FR"),
        ("fran", "FR"),
        ("esp", "ES"),
        ("cote d'ivoire", "CI"),
        ("CÔTE D’IVOIRE", "CI"),
        ("guinée", "GN"),
        ("guyane", "GF"),
        ("uni", "GB"),
        ("équatoriale", "GQ"),
    ],
)
def test_a_country_is_found_by_code_or_name(typed: str, code: str) -> None:
    assert value_of(typed, COUNTRIES) == code


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("al", None),
        ("es", None),
        ("alb", None),
        ("gui", ("Guinée", "Guinée équatoriale")),
        ("Frnace", ("France",)),
        ("xyz", ()),
    ],
)
def test_a_country_in_doubt_is_asked_again_with_those_it_may_be(
    typed: str, meant: tuple[str, ...] | None
) -> None:
    if meant is None:
        assert value_of(typed, COUNTRIES) in ("AL", "ES")
        return
    with pytest.raises(NotUnderstoodError) as caught:
        value_of(typed, COUNTRIES)
    assert caught.value.meant == meant


def test_a_text_is_kept_as_it_is() -> None:
    assert value_of("1 2 & é", Card("text", "", "", "")) == "1 2 & é"


@given(typed=st.text(), card=st.sampled_from([SCALE, GOALS, BARRIERS, COUNTRIES]))
def test_whatever_is_typed_is_a_possible_answer_or_told(typed: str, card: Card) -> None:
    codes: set[Any] = {answer.code for answer in card.answers}
    try:
        value = value_of(typed, card)
    except (NotUnderstoodError, TooManyError):
        return
    assert set(value if isinstance(value, tuple) else (value,)) <= codes


LABELS = ("Oui", "Non, mais c’est un besoin", "Non, ce n’est pas un besoin", "Je ne sais pas")


@pytest.mark.parametrize(
    ("typed", "rank"),
    [("OUI", 1), ("je ne sais pas", 4), ("non mais", None), ("non, mais", 2), ("non, ce n'est pas", 3)],
)
def test_the_beginning_of_one_answer_stands_for_it(typed: str, rank: int | None) -> None:
    if rank is None:
        with pytest.raises(NotUnderstoodError):
            rank_of(typed, LABELS)
    else:
        assert rank_of(typed, LABELS) == rank


def test_what_may_be_two_answers_is_neither() -> None:
    with pytest.raises(NotUnderstoodError) as problem:
        rank_of("non", LABELS)
    assert problem.value.meant == LABELS[1:3]


def test_any_word_names_a_place_of_a_menu_but_no_answer() -> None:
    assert rank_of("besoins", ("Mes besoins", "Quitter"), by_any_word=True) == 1
    with pytest.raises(NotUnderstoodError):
        rank_of("sais", LABELS)
