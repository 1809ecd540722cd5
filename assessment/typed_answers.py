"""What a person types on one line in answer to a card, turned into the value to keep."""

import unicodedata
from collections.abc import Sequence

from assessment.asking.card import Answer, Card, fold
from questionnaire.answers import Value

AZERTY = {character: str(digit % 10) for digit, row in enumerate("&é\"'(-è_çà", 1) for character in row}
"""What the unshifted digit row of an AZERTY keyboard types, as digits."""
_AZERTY_ELSEWHERE = {"§": "6", "!": "8"}
"""The same row on Belgian and Mac keyboards."""
_DIGITS = str.maketrans({**AZERTY, **_AZERTY_ELSEWHERE})
MOST_COUNTRIES_NAMED = 6

Code = str | int | bool


class NotUnderstoodError(ValueError):
    """What was typed is none of the possible answers; `meant` are those it may stand for."""

    def __init__(self, meant: tuple[str, ...] = ()) -> None:
        super().__init__(meant)
        self.meant = meant


class TooManyError(ValueError):
    """More answers than the question takes."""


def digits(typed: str) -> str:
    """Return what was typed with the unshifted AZERTY row read as digits."""
    return unicodedata.normalize("NFC", typed).translate(_DIGITS)


def value_of(typed: str, card: Card) -> Value:
    """Return the value of a typed answer; NotUnderstoodError or TooManyError when it has none."""
    if card.kind == "text":
        return typed
    if card.kind == "search":
        return _country(typed, card.answers)
    ranks = _ranks(typed)
    if card.kind == "several":
        return _several(ranks, card)
    if len(ranks) != 1:
        raise NotUnderstoodError
    return _code(ranks[0], card.answers)


def _ranks(typed: str) -> tuple[int, ...]:
    """Return the numbers typed, parted by spaces or commas; a sign before them belongs to no list."""
    words = digits(typed).replace(",", " ").replace(";", " ").split()
    if not words or not all(word.isascii() and word.isdigit() and len(word) < 4 for word in words):
        raise NotUnderstoodError
    return tuple(int(word) for word in words)


def _several(ranks: Sequence[int], card: Card) -> Value:
    """Return the codes ticked, each once; 0 alone says « none of these »."""
    if tuple(ranks) == (0,):
        return ()
    if card.at_most and len(set(ranks)) > card.at_most:
        raise TooManyError
    return tuple(_code(rank, card.answers) for rank in dict.fromkeys(ranks))  # type: ignore[return-value]


def _code(rank: int, answers: tuple[Answer, ...]) -> Code:
    if not 1 <= rank <= len(answers):
        raise NotUnderstoodError
    return answers[rank - 1].code


def _country(typed: str, answers: tuple[Answer, ...]) -> Code:
    """Return the country of that code or name, or the only one whose name begins with it, or holds it."""
    wanted = _letters(typed)
    for answer in answers:
        if typed.strip().upper() == answer.code or wanted == _letters(answer.label):
            return answer.code
    beginning = [answer for answer in answers if _letters(answer.label).startswith(wanted)]
    found = beginning or [answer for answer in answers if wanted in _letters(answer.label)]
    if len(found) == 1:
        return found[0].code
    raise NotUnderstoodError(_labels(found) or _alike(wanted, answers))


def _labels(answers: Sequence[Answer]) -> tuple[str, ...]:
    """Return the names of a few answers; none when there are too many to be read aloud."""
    return tuple(answer.label for answer in answers) if len(answers) <= MOST_COUNTRIES_NAMED else ()


def _alike(wanted: str, answers: tuple[Answer, ...]) -> tuple[str, ...]:
    """Return the name most like what was typed, if one is."""
    from difflib import get_close_matches

    by_letters = {_letters(answer.label): answer.label for answer in answers}
    return tuple(by_letters[close] for close in get_close_matches(wanted, by_letters, n=1))


def _letters(name: str) -> str:
    """Return a name as it is compared: no case, no accents, any apostrophe."""
    return fold(name.strip()).replace("’", "'")
