"""A paper form typed in one line: a name, then the digits of the answers in the paper's order; pure.

« Le Jardin 1421 3342 0132 … »: spaces are ignored, 0 or - is no answer, the unshifted row of AZERTY keyboards
counts as digits. The digits are the last words made of nothing else; a « ; » says where they begin when a
name ends with a number. A dash or a colon alone after the name only sets it apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from questionnaire.answers import AnswerSheet, Value
from questionnaire.exchange.paper_order import BY_FOUR, PaperLine

NO_ANSWER = "0"
SEPARATOR = ";"
_AFTER_A_NAME = ("-", "–", "—", ":")
"""Signs that, alone after a name, only set it apart from the digits."""
_UNSHIFTED = {
    sign: str(digit)
    for digit, signs in enumerate(("à", "&", "é", '"“”', "'’", "(", "§", "è", "!_", "ç"))
    for sign in signs
}
"""What the digit row of AZERTY keyboards types without Shift; - is 6 there, and no answer here."""
_DIGITS = {**{str(digit): str(digit) for digit in range(10)}, "-": NO_ANSWER, **_UNSHIFTED}
ProblemKind = Literal["beyond", "not_digit", "too_many"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a line from being saved, told at once."""

    kind: ProblemKind
    typed: str
    """The sign that is wrong."""
    line: PaperLine | None = None
    """Line of the form it was typed for; None beyond the last one."""


@dataclass(frozen=True, slots=True)
class TypedForm:
    """One line as far as it is typed."""

    name: str
    """Name of the organisation; empty when it was left out."""
    answers: tuple[tuple[PaperLine, Value], ...]
    """Lines of the form reached, each with what was answered; None: no answer."""
    next: PaperLine | None
    """Line the next digit answers; None at the end of the form."""
    problem: Problem | None = None

    @property
    def answered(self) -> int:
        """How many answers were given."""
        return sum(value is not None for _, value in self.answers)

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was typed."""
        return not self.name and not self.answers and self.problem is None

    def fields(self, order: Sequence[PaperLine]) -> dict[str, Value]:
        """Return the field of every line of the form; None for those without an answer."""
        given = {line.field: value for line, value in self.answers}
        return {line.field: given.get(line.field) for line in order}


def read_form(typed: str, order: Sequence[PaperLine]) -> TypedForm:
    """Read a line as far as it is typed; the first sign that is wrong ends the answers."""
    name, digits = _cut(typed)
    answers: list[tuple[PaperLine, Value]] = []
    for sign in digits:
        line = order[len(answers)] if len(answers) < len(order) else None
        digit = _DIGITS.get(sign)
        if digit is None:
            return TypedForm(name, tuple(answers), line, Problem("not_digit", sign, line))
        if line is None:
            return TypedForm(name, tuple(answers), None, Problem("too_many", sign))
        if int(digit) > line.last:
            return TypedForm(name, tuple(answers), line, Problem("beyond", digit, line))
        answers.append((line, line.values[int(digit) - 1] if digit != NO_ANSWER else None))
    following = order[len(answers)] if len(answers) < len(order) else None
    return TypedForm(name, tuple(answers), following)


def written_form(sheet: AnswerSheet, order: Sequence[PaperLine]) -> str:
    """Return the line that, typed, gives the name and the answers of a sheet that have a digit."""
    digits = "".join(_digit(sheet, line) for line in order).rstrip(NO_ANSWER)
    groups = [digits[start : start + BY_FOUR] for start in range(0, len(digits), BY_FOUR)]
    name = str(sheet.get("organisation.name") or "")
    return f"{name} {SEPARATOR} {' '.join(groups)}".strip() if name or groups else ""


def _digit(sheet: AnswerSheet, line: PaperLine) -> str:
    value = sheet.get(line.field)
    return str(line.values.index(value) + 1) if value in line.values and value is not None else NO_ANSWER


def _cut(typed: str) -> tuple[str, str]:
    """Cut a line into the name and the signs of the answers, spaces left out."""
    if SEPARATOR in typed:
        name, _, digits = typed.rpartition(SEPARATOR)
        return " ".join(name.split()), "".join(digits.split())
    words = typed.split()
    start = len(words)
    while start and all(sign in _DIGITS for sign in words[start - 1]):
        start -= 1
    if start and words[start:] and words[start] in _AFTER_A_NAME:
        words.pop(start)
    elif start > 1 and words[start - 1] in _AFTER_A_NAME:
        words.pop(start := start - 1)
    return " ".join(words[:start]), "".join(words[start:])
