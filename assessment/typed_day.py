"""A date as a person types it: in figures or in words, in any language Jalon speaks; pure.

A month alone is its last day, a day without a year is the next one to come; what may be two dates is refused.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import zip_longest

from assessment.texts import texts
from questionnaire.languages import language_codes

NO_DATE = "not a date"
FAR_YEARS = 10
"""Years ahead from which a date looks like a slip of the finger."""
_CENTURY = 2000
"""Added to a year of two figures."""
_EARLY, _MIDDLE = 10, 15
"""Day of a month meant by its beginning and by its middle."""
_KINDS = {
    "month": "m",
    "number": "n",
    "unit": "u",
    "part": "p",
    "in": "i",
    "next": "x",
    "days_off": "t",
    "passed_over": "",
}
"""Letter of each kind of word; a year in four figures is a y."""
_FIGURES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<d>\d{1,2})[/. -](?P<m>\d{1,2})[/. -](?P<y>\d{4})",
        r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{2})",
        r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})",
        r"(?P<d>\d{1,2})/(?P<m>\d{1,2})",
        r"(?P<m>\d{1,2})[/.-](?P<y>\d{4})",
        r"(?P<y>\d{4})-(?P<m>\d{1,2})",
    )
)


def read_day(typed: str, today: date) -> date | None:
    """Return the day that was typed, None when nothing was; ValueError for what is no date, or may be two."""
    text = typed.strip()
    if not text:
        return None
    try:
        return _in_figures(text, today) or _in_words(text, today)
    except OverflowError:
        raise ValueError(NO_DATE) from None


def is_surprising(day: date, today: date) -> bool:
    """Say whether a date is past or so far away that it is worth asking about."""
    return day < today or day.year > today.year + FAR_YEARS


# --- in figures ---------------------------------------------------------------------------------


def _in_figures(text: str, today: date) -> date | None:
    """Return a day typed in figures; None when it is typed otherwise."""
    found = next((found for pattern in _FIGURES if (found := pattern.fullmatch(text))), None)
    if found is None:
        return None
    part = {name: int(figures) for name, figures in found.groupdict().items()}
    year = part.get("y")
    if year is not None and len(found["y"]) == 2:
        year += _CENTURY
    return _numbered(part["d"], part["m"], year, today) if "d" in part else _day(0, part["m"], year, today)


def _day(day: int, month: int, year: int | None, today: date) -> date:
    """Return a day of a month, the last one for 0; without a year, the next one to come."""
    if year is not None:
        return date(year, month, day or _last(year, month))
    for near in (today.year, today.year + 1):
        last = _last(near, month)
        if day <= last and date(near, month, day or last) >= today:
            return date(near, month, day or last)
    raise ValueError(NO_DATE)


def _numbered(day: int, month: int, year: int | None, today: date) -> date:
    if day == 0:
        raise ValueError(NO_DATE)
    return _day(day, month, year, today)


def _last(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(NO_DATE)
    return monthrange(year, month)[1]


# --- in words -----------------------------------------------------------------------------------

Word = tuple[str, str | int]
"""Letter of the kind of a word, and what it stands for."""


def _in_words(text: str, today: date) -> date:
    """Return a day typed in words."""
    words = _words(text)
    if len(text.split()) == len(words) == 2 and [kind for kind, _ in words] == ["n", "u"]:
        words = [("i", "here"), *words]  # « 2 mois », but not « le 31 du mois »
    if words[:1] == [("i", "here")] and not any(kind == "u" for kind, _ in words[:3]):
        words = words[1:]  # « d’ici fin mars », « in June »
    words = [one for one, after in zip_longest(words, words[1:]) if not _only_names_a_month(one, after)]
    day = _from_today(words, today) or _period(words, today) or _in_a_month(words, today)
    if day is None:
        raise ValueError(NO_DATE)
    return day


def _only_names_a_month(word: Word, after: Word | None) -> bool:
    """Say whether a word is the « mois » of « fin du mois de mars »."""
    return word == ("u", "month") and after is not None and after[0] == "m"


def _from_today(words: Sequence[Word], today: date) -> date | None:
    """Return « demain », « dans 2 mois », « in a month »."""
    match words:
        case [("t", int(days))]:
            return today + timedelta(days=days)
        case [("i", _), ("n", int(number)), ("u", str(unit))]:
            return _after(number, unit, today)
        case [("i", _), ("u", str(unit))]:
            return _after(1, unit, today)
    return None


def _period(words: Sequence[Word], today: date) -> date | None:
    """Return « fin du mois », « le mois prochain », « fin 2027 »."""
    match words:
        case [("p", "end"), ("u", str(unit))]:
            return _end_of(unit, today, ahead=0)
        case [*first, ("x", _), ("u", str(unit))] | [*first, ("u", str(unit)), ("x", _)]:
            return _end_of(unit, today, ahead=1) if first in ([], [("p", "end")]) else None
        case [("p", str(part)), ("y", int(year))]:
            month = {"start": 1, "middle": 6, "end": 12}[part]
            return date(year, month, _last(year, month))
    return None


def _in_a_month(words: Sequence[Word], today: date) -> date | None:
    """Return « juin », « fin mars 2027 », « 31 mars », « March 31, 2027 »."""
    match words:
        case [("m", int(month)), *rest]:
            return _month_first(month, rest, today)
        case [("p", str(part)), ("m", int(month)), *rest]:
            day = {"start": _EARLY, "middle": _MIDDLE, "end": 0}[part]
            return _day(day, month, _year(rest), today)
        case [("n", int(day)), ("m", int(month)), *rest]:
            return _numbered(day, month, _year(rest), today)
    return None


def _month_first(month: int, rest: Sequence[Word], today: date) -> date:
    """Return a month, or a day of it; « mars 27 » may be a day or the year 2027, and is refused."""
    match rest:
        case [("n", int(day)), ("y", int(year))]:
            return _numbered(day, month, year, today)
        case [("n", int(day))]:
            if _CENTURY + day >= today.year:
                raise ValueError(NO_DATE)
            return _numbered(day, month, None, today)
    return _day(0, month, _year(rest), today)


def _year(rest: Sequence[Word]) -> int | None:
    """Return the year said after a month, None without any."""
    match rest:
        case []:
            return None
        case [("y", int(year))]:
            return year
        case [("n", int(year))] if 10 <= year <= 99:
            return _CENTURY + year
    raise ValueError(NO_DATE)


def _end_of(unit: str, today: date, *, ahead: int) -> date:
    """Return the last day of this month or year, or of one ahead."""
    reached = _after(ahead, unit, today.replace(day=1))
    if unit == "year":
        return date(reached.year, 12, 31)
    if unit == "month":
        return reached.replace(day=_last(reached.year, reached.month))
    raise ValueError(NO_DATE)


def _after(number: int, unit: str, today: date) -> date:
    """Return the day that many days, weeks, months or years after today."""
    if unit in ("day", "week"):
        return today + timedelta(days=number * (7 if unit == "week" else 1))
    months = today.month - 1 + number * (12 if unit == "year" else 1)
    year, month = today.year + months // 12, months % 12 + 1
    return date(year, month, min(today.day, _last(year, month)))


# --- the words known ----------------------------------------------------------------------------


def _words(text: str) -> list[Word]:
    """Return the words that count; ValueError for one nobody knows."""
    cut = re.findall(r"\d+|[^\W\d_]+|[^\w\s’'.,-]", _folded(text))
    found = [_meaning(word, cut[place + 1 :]) for place, word in enumerate(cut)]
    return [word for word in found if word[0]]


def _meaning(word: str, rest: Sequence[str]) -> Word:
    """Return what a word says; one that may be a number or a month is a number before a unit."""
    if re.fullmatch(r"\d{1,4}", word):
        return ("y" if len(word) == 4 else "n"), int(word)
    meanings = _vocabulary().get(word)
    if not meanings:
        raise ValueError(NO_DATE)
    before_unit = bool(rest) and any(kind == "u" for kind, _ in _vocabulary().get(rest[0], ()))
    return next((one for one in meanings if (one[0] == "n") == before_unit), meanings[0])


@cache
def _vocabulary() -> Mapping[str, tuple[Word, ...]]:
    """Return what each word of `wording/day.toml` may say, whatever the language."""
    found: dict[str, tuple[Word, ...]] = {}
    for known in (texts("day", lang) for lang in language_codes()):
        for key in sorted(known.keys()):
            group, _, value = key.partition(".")
            if group not in _KINDS:
                continue
            meaning = (_KINDS[group], int(value) if value.isdigit() else value)
            for word in _folded(known(key)).split():
                found[word] = tuple(dict.fromkeys((*found.get(word, ()), meaning)))
    return found


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
