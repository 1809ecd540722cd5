"""What a person types on one line in answer to a card, turned into the value to keep."""

import unicodedata
from collections.abc import Sequence

from assessment.asking.card import Answer, Card
from assessment.free_text import folded
from questionnaire.answers import Value

AZERTY = {character: str(digit % 10) for digit, row in enumerate("&é\"'(-è_çà", 1) for character in row}
"""What the unshifted digit row of an AZERTY keyboard types, as digits."""
_AZERTY_ELSEWHERE = {"§": "6", "!": "8"}
"""The same row on Belgian and Mac keyboards."""
_DIGITS = str.maketrans({**AZERTY, **_AZERTY_ELSEWHERE})
MOST_NAMED = 6

Code = str | int | bool


class NotUnderstoodError(ValueError):
    """What was typed is none of the possible answers; `meant` are those it may stand for."""

    def __init__(self, meant: tuple[str, ...] = ()) -> None:
        super().__init__(meant)
        self.meant = meant


class TooManyError(ValueError):
    """More answers than the question takes."""

    def __init__(self, at_most: int) -> None:
        super().__init__(at_most)
        self.at_most = at_most
        """How many it takes."""


def digits(typed: str) -> str:
    """Return what was typed with the unshifted AZERTY row read as digits."""
    return unicodedata.normalize("NFC", typed).translate(_DIGITS)


def value_of(typed: str, card: Card) -> Value:
    """Return the value of a typed answer; NotUnderstoodError or TooManyError when it has none."""
    if card.kind == "text":
        return typed
    if card.kind == "search":
        return _country(typed, card.answers)
    if card.kind == "several":
        return _several(_ranks(typed), card)
    labels = tuple(answer.label for answer in card.answers)
    return _code(rank_of(typed, labels), card.answers)


def rank_of(typed: str, labels: Sequence[str], *, by_any_word: bool = False) -> int:
    """Return the rank typed, from 1: its number, or the words of one label, or their beginning.

    With `by_any_word`, any word of the label will do: right for a menu, not for an answer that counts.
    """
    if not _holds_letters(typed):
        ranks = _ranks(typed)
        if len(ranks) != 1 or not 1 <= ranks[0] <= len(labels):
            raise NotUnderstoodError
        return ranks[0]
    wanted, words = _letters(typed), [_letters(label) for label in labels]
    ways = [[w == wanted for w in words], [w.startswith(wanted) for w in words]]
    if by_any_word:
        ways.append([any(part.startswith(wanted) for part in w.split()) for w in words])
    for found in ways:
        if sum(found) == 1:
            return found.index(True) + 1
    raise NotUnderstoodError(
        _labels([label for label, word in zip(labels, words, strict=True) if word.startswith(wanted)])
    )


def _holds_letters(typed: str) -> bool:
    """Say whether words were typed, and not digits as any keyboard sends them."""
    return sum(letter.isalpha() for letter in digits(typed)) > 1


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
        raise TooManyError(card.at_most)
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
    raise NotUnderstoodError(_labels([one.label for one in found]) or _alike(wanted, answers))


def _labels(found: Sequence[str]) -> tuple[str, ...]:
    """Return a few labels; none when there are too many to be read aloud."""
    return tuple(found) if len(found) <= MOST_NAMED else ()


def _alike(wanted: str, answers: tuple[Answer, ...]) -> tuple[str, ...]:
    """Return the name most like what was typed, if one is."""
    from difflib import get_close_matches

    by_letters = {_letters(answer.label): answer.label for answer in answers}
    return tuple(by_letters[close] for close in get_close_matches(wanted, by_letters, n=1))


def _letters(name: str) -> str:
    """Return a name as it is compared: no case, no accents, any apostrophe."""
    return folded(name.strip())
