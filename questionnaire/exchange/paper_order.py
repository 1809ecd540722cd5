"""The order of the paper form: every question answered by one digit, one line each, as they are put.

This is the one place that says it. The order is that of the questionnaire (`order` in its content), and the
form asks everything: what depends on an earlier answer is printed too. Questions answered in words, from a
long list or by several ticks have no digit and are not in here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from questionnaire.languages import LocalText
from questionnaire.model import Choice, Questionnaire
from questionnaire.routing import TOGETHER

TOGETHER_STEP = "q09-q13"
BY_FOUR = 4
"""Lines between two gaps of the form, and digits between two spaces of what is typed."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of the form: digit 1 is its first choice."""

    field: str
    """Field of the answer sheet it fills."""
    number: str
    """Number printed beside it: « q03 », « b01 », « p02 »; an id when it has none."""
    wording: LocalText
    """The question as it is put."""
    values: tuple[str | int | bool, ...]
    """What each digit stands for."""
    labels: tuple[LocalText | None, ...]
    """Words of each choice; None for yes and no, whose words are everybody's."""

    @property
    def last(self) -> int:
        """Greatest digit that stands for something."""
        return len(self.values)


def paper_order(questionnaire: Questionnaire) -> tuple[PaperLine, ...]:
    """Return the lines of the form, in order."""
    return tuple(line for step in questionnaire.order for line in _lines(questionnaire, step))


def _lines(questionnaire: Questionnaire, step: str) -> Iterator[PaperLine]:
    if step == TOGETHER_STEP:
        for together in TOGETHER:
            yield from _lines(questionnaire, together)
    elif questionnaire.is_question(step):
        question = questionnaire.question(step)
        choices = questionnaire.scale(question.scale).choices
        yield _line(f"answers.{step}", question.number, question.wording.local, choices)
    elif step in questionnaire.basic_ids:
        wording = questionnaire.basic(step).wording.local
        yield _line(f"complement.basics.{step}", step, wording, questionnaire.outside.basics_scale.choices)
    elif step in questionnaire.profile_ids:
        yield from _profile(questionnaire, step)
    elif step != "name":
        yield from _outside(questionnaire, step)


def _profile(questionnaire: Questionnaire, step: str) -> Iterator[PaperLine]:
    question = questionnaire.profile_question(step)
    owner = "organisation" if step == "legal_form" else "profile"
    wording = question.wording.local
    if question.kind == "choice":
        yield _line(f"{owner}.{step}", question.number, wording, question.choices)
    elif question.kind == "yes_no":
        yield PaperLine(f"{owner}.{step}", question.number, wording, (True, False), (None, None))


def _outside(questionnaire: Questionnaire, step: str) -> Iterator[PaperLine]:
    question = questionnaire.outside.question(step)
    if question.kind == "single":
        yield _line(f"complement.{step}", step, question.wording.local, question.choices)


def _line(field: str, number: str, wording: LocalText, choices: tuple[Choice, ...]) -> PaperLine:
    codes: tuple[str | int | bool, ...] = tuple(choice.code for choice in choices)
    if all(choice.code.isdigit() for choice in choices):
        codes = tuple(int(choice.code) for choice in choices)  # the skills ladder is a number
    return PaperLine(field, number, wording, codes, tuple(choice.label.local for choice in choices))
