"""A date in the words of a language; pure."""

import re
from datetime import date
from functools import lru_cache

from questionnaire.languages import language
from questionnaire.typography import NO_BREAK


def full_date(day: date, lang: str) -> str:
    """Return a date with its day of the week, so that nobody is mistaken: « mercredi 31 mars 2027 »."""
    return _said(day, "full", lang)


def long_date(day: date, lang: str) -> str:
    """Return a date in full: « 31 mars 2027 », « 1er avril 2027 »."""
    return _said(day, "long", lang)


def short_date(day: date, lang: str) -> str:
    """Return a date for a narrow place, on one line: « 31 mars 2027 », « 1er avr. 2027 »."""
    return _said(day, "medium", lang).replace(" ", NO_BREAK)


@lru_cache(maxsize=4096)
def _said(day: date, length: str, lang: str) -> str:
    from babel.dates import format_date  # 30 ms, not before the first frame

    known = language(lang)
    said = format_date(day, length, locale=known.locale)
    return re.sub(r"\b1\b(?=\s)", known.first_of_month, said, count=1)
