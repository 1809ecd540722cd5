"""Dates as people type them, in figures and in words; what may be two dates is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.day_words import full_date, short_date
from assessment.texts import texts
from assessment.typed_day import is_surprising, read_day
from questionnaire.languages import language_codes
from questionnaire.typography import NO_BREAK

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/03/2027", "2027-03-31"),
        ("31.3.2027", "2027-03-31"),
        ("31-3-2027", "2027-03-31"),
        ("31 3 2027", "2027-03-31"),
        ("2027-03-31", "2027-03-31"),
        ("31/3/27", "2027-03-31"),
        ("1.4.2021", "2021-04-01"),
        ("31/03", "2027-03-31"),
        ("12/12", "2026-12-12"),
        ("25/11", "2026-11-25"),
        ("24/11", "2027-11-24"),
        ("06/2027", "2027-06-30"),
        ("2028-02", "2028-02-29"),
        ("31 mars", "2027-03-31"),
        ("  le 31 Mars 2027 ", "2027-03-31"),
        ("31 mars 27", "2027-03-31"),
        ("1er avril", "2027-04-01"),
        ("1ᵉʳ avril", "2027-04-01"),
        ("31st of March", "2027-03-31"),
        ("March 31, 2027", "2027-03-31"),
        ("March 15", "2027-03-15"),
        ("fin mars", "2027-03-31"),
        ("à la fin du mois de mars", "2027-03-31"),
        ("mi-mars", "2027-03-15"),
        ("début mars 2028", "2028-03-10"),
        ("early March", "2027-03-10"),
        ("juin", "2027-06-30"),
        ("JUIN 2028", "2028-06-30"),
        ("en décembre", "2026-12-31"),
        ("decembre", "2026-12-31"),
        ("fev. 2028", "2028-02-29"),
        ("novembre", "2026-11-30"),
        ("d’ici juin", "2027-06-30"),
        ("d'ici le 31 mars", "2027-03-31"),
        ("d’ici fin mars", "2027-03-31"),
        ("by the end of June", "2027-06-30"),
        ("dans 2 mois", "2027-01-25"),
        ("d’ici 2 mois", "2027-01-25"),
        ("dans deux mois", "2027-01-25"),
        ("3 semaines", "2026-12-16"),
        ("sous quinze jours", "2026-12-10"),
        ("dans sept jours", "2026-12-02"),
        ("dans un an", "2027-11-25"),
        ("in a month", "2026-12-25"),
        ("15 sept", "2027-09-15"),
        ("le mois prochain", "2026-12-31"),
        ("next month", "2026-12-31"),
        ("fin du mois prochain", "2026-12-31"),
        ("fin du mois", "2026-11-30"),
        ("fin d’année", "2026-12-31"),
        ("l’an prochain", "2027-12-31"),
        ("end of next year", "2027-12-31"),
        ("mi 2027", "2027-06-30"),
        ("fin 2027", "2027-12-31"),
        ("aujourd’hui", "2026-11-25"),
        ("demain", "2026-11-26"),
        ("tomorrow", "2026-11-26"),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, day: str) -> None:
    assert date.fromisoformat(day) == read_day(typed, TODAY)


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_is_no_date(typed: str) -> None:
    assert read_day(typed, TODAY) is None


@pytest.mark.parametrize(
    "typed",
    [
        "27-03-31",  # 27 March or 31 March
        "mars 27",  # a day or a year
        "2027",
        "mar",  # mars or mardi
        "jui",  # juin or juillet
        "3",
        "31/02/2027",
        "00/03/2027",
        "0 mars",
        "31 février",
        "29 février",  # neither this year nor the next has one
        "12/25/2026",
        "13/2027",
        "dès que possible",
        "la semaine prochaine",
        "le 31 du mois",
        "dans 8000 ans",
        "dans 99999 jours",
        "31 mars 2027 !",
        "fin",
        "mars juin",
        "0000-00-00",
        "31/03/0000",
        "٣١/٠٣/٢٠٢٧x",
    ],
)
def test_what_is_no_day_or_may_be_two_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        read_day(typed, TODAY)


@pytest.mark.parametrize("lang", language_codes())
def test_every_example_given_is_read(lang: str) -> None:
    for example in texts("day", lang)("example").split(", "):
        assert read_day(example, TODAY)


@pytest.mark.parametrize(
    ("today", "typed", "day"),
    [
        (date(2027, 1, 31), "dans 1 mois", date(2027, 2, 28)),
        (date(2027, 3, 15), "début mars", date(2028, 3, 10)),
        (date(2027, 3, 15), "mars", date(2027, 3, 31)),
        (date(2028, 2, 29), "dans un an", date(2029, 2, 28)),
        (date(2027, 6, 1), "29 février", date(2028, 2, 29)),
        (date(2026, 12, 31), "le mois prochain", date(2027, 1, 31)),
        (date(2027, 1, 31), "le mois prochain", date(2027, 2, 28)),
    ],
)
def test_the_next_one_to_come_is_meant(today: date, typed: str, day: date) -> None:
    assert day == read_day(typed, today)


def test_a_date_long_gone_or_far_away_is_worth_asking_about() -> None:
    assert is_surprising(date(2026, 11, 24), TODAY)
    assert is_surprising(date(2207, 3, 31), TODAY)
    assert not is_surprising(TODAY, TODAY)
    assert not is_surprising(date(2036, 12, 31), TODAY)


def test_a_day_is_said_back_in_full() -> None:
    assert full_date(date(2027, 4, 1), "fr") == "jeudi 1er avril 2027"
    assert full_date(date(2027, 3, 31), "fr") == "mercredi 31 mars 2027"
    assert "31 March 2027" in full_date(date(2027, 3, 31), "en")
    assert short_date(date(2027, 4, 1), "fr") == "1er avr. 2027".replace(" ", NO_BREAK)
    assert short_date(date(2027, 4, 11), "fr") == "11 avr. 2027".replace(" ", NO_BREAK)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_day_nothing_or_refused(typed: str) -> None:
    try:
        read = read_day(typed, TODAY)
    except ValueError:
        return
    assert read is None or isinstance(read, date)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)), st.sampled_from(language_codes()))
def test_a_day_said_in_words_is_read_back(day: date, lang: str) -> None:
    said = full_date(day, lang).partition(" ")[2]
    assert day == read_day(said, TODAY) == read_day(day.isoformat(), TODAY)
