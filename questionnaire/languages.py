"""The languages of Jalon, as `content/languages.toml` lists them: a new one is data, never code.

Kept free of pydantic and babel: the first screen needs to know how its language writes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from questionnaire.reading import ContentError, nearest, read_toml

FILE = "languages.toml"


@dataclass(frozen=True, slots=True)
class Language:
    """How one language is named and written."""

    code: str
    """Code of the texts, of `--lang` and of JALON_LANG: « fr »."""
    name: str
    """Its own name, as it stands inside a sentence: « français »."""
    locale: str
    """Conventions of dates and countries, as CLDR names them: « en_GB »."""
    tag: str
    """Language and country, as PDF and Word files name them: « en-GB »."""
    singular: tuple[int, ...]
    """Whole numbers that take the singular."""
    decimal: str
    """Sign before the decimals of a number."""
    range_dash: str
    """Dash between two years or two numbers."""
    no_break_before: str
    """Signs with a no-break space before them."""
    no_break_after: str
    """Signs with a no-break space after them."""
    spaced_thousands: bool
    """Whether a no-break space parts the thousands of a number."""
    first_of_month: str
    """How the first day of a month is written: « 1er »."""
    complete: bool = False
    """Whether a text without it is refused, rather than said in the source."""

    @property
    def title(self) -> str:
        """Its own name at the head of a line: « Français »."""
        return self.name[:1].upper() + self.name[1:]

    def number(self, value: float) -> str:
        """Return a number with its decimal sign and no useless zero."""
        return f"{value:g}".replace(".", self.decimal)


class LocalText(dict[str, str]):
    """One sentence by language code; a language that lacks it says it in the words of the source."""

    def __missing__(self, lang: str) -> str:
        return super().__getitem__(source_code())


_KINDS: Mapping[str, type] = {
    "name": str,
    "locale": str,
    "tag": str,
    "singular": list,
    "decimal": str,
    "range_dash": str,
    "no_break_before": str,
    "no_break_after": str,
    "spaced_thousands": bool,
    "first_of_month": str,
    "complete": bool,
}
"""What may stand in the table of a language; `complete` alone may be left out."""


@cache
def languages() -> Mapping[str, Language]:
    """Return the languages of Jalon by code, in the order F2 goes through them; read once."""
    return load(files("questionnaire") / "content" / FILE)


def load(file: Traversable) -> Mapping[str, Language]:
    """Read a list of languages, the source first; a mistake is one sentence naming file, key and value."""
    tables = read_toml(file)
    if not tables:
        raise ContentError(f"{FILE}: no language is listed")
    return {code: _language(code, table) for code, table in tables.items()}


def language_codes() -> tuple[str, ...]:
    """Return the codes of the languages, the source first."""
    return tuple(languages())


def source_code() -> str:
    """Return the code of the language every text is written in first."""
    return language_codes()[0]


def language(code: str) -> Language:
    """Return a language by code; the source when Jalon does not speak it."""
    return languages().get(code) or languages()[source_code()]


def language_after(code: str) -> Language:
    """Return the language F2 leads to."""
    known = language_codes()
    return language(known[(known.index(code) + 1) % len(known)])


def language_titles() -> str:
    """Return the names of the languages on one line: « Français · English »."""
    return " · ".join(one.title for one in languages().values())


def _language(code: str, table: object) -> Language:
    """Return the language of one table, checked."""
    if not isinstance(table, dict):
        raise ContentError(f"{FILE}: {code} = {table!r} is not a table")
    _check_keys(code, table)
    for key, value in table.items():
        if not isinstance(value, _KINDS[key]):
            raise ContentError(f"{FILE}: {code}.{key} = {value!r} is not of type {_KINDS[key].__name__}")
    return Language(code, **{**table, "singular": tuple(table["singular"])})


def _check_keys(code: str, keys: Iterable[str]) -> None:
    for key in keys:
        if key not in _KINDS:
            guess = nearest(key, _KINDS)
            hint = f"; nearest valid name: {guess}" if guess else ""
            raise ContentError(f"{FILE}: {code}.{key} is not known{hint}")
    missing = [key for key in _KINDS if key not in keys and key != "complete"]
    if missing:
        raise ContentError(f"{FILE}: {code} has no {missing[0]!r}")
