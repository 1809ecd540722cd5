"""What the columns of a table may be called and hold: question ids or numbers, answer or exchange codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import reduce

from assessment.errors import BadInput, nearest, shown
from assessment.networks.table import GOALS, PROFILE, profile_codes
from questionnaire.model import Choice, Questionnaire

UNKNOWN = 255
"""Code of a word that is no answer."""
NOT_A_GOAL = 1 << 31
"""The same among goals, which are bits."""
_GOALS = tuple(str(number) for number in range(1, 18))
_ALMOST = 0.8
"""How much alike a column and a question must be for one to be the other, misspelt."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column of a table may hold."""

    field: str
    """Id of the question of the study or of the profile."""
    codes: Mapping[str, int]
    """Code of each word; none for the goals, which are a list of numbers."""

    def code(self, word: str | None) -> int:
        """Return the code of a word of the table; a blank is 0."""
        said = (word or "").strip()
        if self.field == GOALS:
            return _goals(said)
        return self.codes.get(said, UNKNOWN) if said else 0

    @property
    def unknown(self) -> int:
        """The code `code` gives to a word that is no answer."""
        return NOT_A_GOAL if self.field == GOALS else UNKNOWN

    def refuse(self, file: str, row: int, column: str, value: str) -> BadInput:
        """Return the sentence about a word that is no answer."""
        guess = nearest(value, self.codes)
        return BadInput(
            "table.unknown_answer",
            file=file,
            row=row,
            column=shown(column),
            value=shown(value),
            nearest=guess,
        )


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table that are used, by the name they have in it, and the others."""

    used: Mapping[str, Column]
    set_aside: tuple[str, ...]


def header(names: Iterable[str], file: str, questionnaire: Questionnaire) -> Header:
    """Sort the columns of a table; BadInput for one that stands twice or looks like a misspelt question."""
    known = _known(questionnaire)
    used: dict[str, Column] = {}
    set_aside: list[str] = []
    fields: set[str] = set()
    for name in names:
        column = known.get(name.strip().lower())
        if column is None:
            _check_not_misspelt(name, known, file)
            set_aside.append(name)
        elif column.field in fields:
            raise BadInput("table.column_twice", file=file, column=shown(column.field))
        else:
            used[name] = column
            fields.add(column.field)
    if not any(questionnaire.is_question(field) for field in fields):
        raise BadInput("table.no_question", file=file, known=questionnaire.items()[0].id)
    return Header(used, tuple(set_aside))


def _check_not_misspelt(name: str, known: Iterable[str], file: str) -> None:
    alike = get_close_matches(name.strip().lower()[:100], list(known), n=1, cutoff=_ALMOST)
    if alike and len(name.strip()) > 3:
        raise BadInput("table.unknown_column", file=file, column=shown(name), nearest=alike[0])


def _known(questionnaire: Questionnaire) -> dict[str, Column]:
    """Return every column a table may have, by id and by number (q08, p04)."""
    found: dict[str, Column] = {}
    for question in questionnaire.questions:
        words = _words(questionnaire.scale(question.scale).choices)
        found[question.id] = found[question.number] = Column(question.id, words)
    for field in PROFILE:
        asked = questionnaire.profile_question(field)
        words = _words(asked.choices) or {
            code: place for place, code in enumerate(profile_codes(questionnaire, field), start=1)
        }
        found[field] = found[asked.number] = Column(field, words)
    return found


def _words(choices: Iterable[Choice]) -> dict[str, int]:
    """Return the code of each answer, by its code and by its exchange code."""
    listed = list(enumerate(choices, start=1))
    return {choice.exchange: place for place, choice in listed} | {c.code: place for place, c in listed}


def _goals(said: str) -> int:
    """Return the goals of a list such as « 4;8 » as bits."""
    numbers = said.replace(";", " ").replace(",", " ").split()
    if not all(number in _GOALS for number in numbers):
        return NOT_A_GOAL
    return reduce(lambda bits, number: bits | 1 << int(number), numbers, 0)
