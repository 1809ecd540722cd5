"""A date in full words, with its day of the week, so that nobody is mistaken about it; pure."""

from datetime import date

_LOCALES = {"en": "en_GB"}
"""Conventions of dates where they differ from the language's own; the English is British."""


def full_date(day: date, lang: str) -> str:
    """Return « mercredi 31 mars 2027 », « jeudi 1er avril 2027 »."""
    from babel.dates import format_date  # not before the first frame

    said = format_date(day, "full", locale=_LOCALES.get(lang, lang))
    return said.replace(" 1 ", " 1er ") if lang == "fr" else said


def short_date(day: date, lang: str) -> str:
    """Return a date for a narrow place: 31 mars 2027, 1er avr. 2027."""
    from babel.dates import format_date

    said = format_date(day, "medium", locale=_LOCALES.get(lang, lang))
    return f"1er{said[1:]}" if lang == "fr" and said.startswith("1 ") else said
