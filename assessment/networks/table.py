"""A table of answers: one code of one byte per organisation and question, question after question.

A code is 0 when nothing was said, else 1 + the place of the answer in its scale: its number key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from questionnaire.model import Question, Questionnaire

Codes = NDArray[np.uint8]
Mask = NDArray[np.bool_]

BLANK = 0
"""Nothing was said: unanswered, or not asked; routing tells which."""
GOALS = "sdg"
"""The profile question that takes several answers."""
PROFILE = ("employees", "structure_age", "legal_form", "country", GOALS)
"""Profile questions a network may be broken down by."""


@dataclass(frozen=True)
class AnswerTable:
    """The answers of many organisations."""

    questionnaire: Questionnaire
    answers: Codes
    """One row per question in questionnaire order, one column per organisation."""
    profile: Mapping[str, Codes]
    """By profile question with one answer: 1 + the place of the choice, 0 when nothing was said."""
    goals: NDArray[np.uint32]
    """The Sustainable Development Goals of each organisation: bit g for goal g, 0 for none said."""

    @classmethod
    def of(
        cls,
        questionnaire: Questionnaire,
        answers: Codes,
        profile: Mapping[str, Codes] | None = None,
        goals: NDArray[np.uint32] | None = None,
    ) -> "AnswerTable":
        """Build a table from codes, one row per question; what is missing of the profile was not said.

        ValueError when a row is missing or a code stands for no answer.
        """
        if answers.ndim != 2 or len(answers) != len(questionnaire.questions):
            raise ValueError(f"{len(questionnaire.questions)} rows of codes are needed, not {answers.shape}")
        rows = np.ascontiguousarray(answers, dtype=np.uint8)
        size = rows.shape[1]
        for question, row in zip(questionnaire.questions, rows, strict=True):
            most = len(questionnaire.scale(question.scale).codes)
            if size and int(row.max()) > most:
                raise ValueError(f"{question.id}: the code {int(row.max())} stands for no answer")
        nothing = {name: np.zeros(size, np.uint8) for name in PROFILE if name != GOALS}
        return cls(
            questionnaire,
            rows,
            {**nothing, **(profile or {})},
            np.zeros(size, np.uint32) if goals is None else goals,
        )

    def where(self, kept: Mask) -> "AnswerTable":
        """Return the table of some of its organisations."""
        profile: dict[str, Codes] = {name: codes[kept] for name, codes in self.profile.items()}
        return AnswerTable(self.questionnaire, self.answers[:, kept], profile, self.goals[kept])

    @property
    def organisations(self) -> int:
        """How many organisations the table holds."""
        return int(self.answers.shape[1])

    def row(self, question_id: str) -> Codes:
        """Return the codes of one question, one per organisation."""
        codes: Codes = self.answers[self._places[question_id]]
        return codes

    def codes(self, question_id: str) -> tuple[str, ...]:
        """Return the answer codes of a question; the first has code 1."""
        return self.questionnaire.scale(self.questionnaire.question(question_id).scale).codes

    def asked(self, question_id: str, part: slice = slice(None)) -> Mask | None:
        """Say of some organisations whether a question was put to them; None when it is put to all."""
        condition = self.questionnaire.question(question_id).condition
        if condition is None:
            return None
        row, codes = self.row(condition.question)[part], self.codes(condition.question)
        asked: Mask = np.zeros(len(row), np.bool_)
        for code in condition.any_of:
            asked |= row == codes.index(code) + 1
        return asked

    def put(self, question_id: str) -> Codes:
        """Return the codes of one question, an answer to a question that was not put left out."""
        asked = self.asked(question_id)
        return self.row(question_id) if asked is None else self.row(question_id) * asked

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {question.id: place for place, question in enumerate(self.questionnaire.questions)}


def profile_codes(questionnaire: Questionnaire, profile_id: str) -> tuple[str, ...]:
    """Return the choices of a profile question a network may be broken down by; the first has code 1."""
    question = questionnaire.profile_question(profile_id)
    if question.kind == "country":
        return questionnaire.countries
    if question.kind == "sdg":
        return tuple(str(goal.number) for goal in questionnaire.goals)
    return tuple(choice.code for choice in question.choices)


def parts_of(table: AnswerTable, question_id: str) -> list[list[int]]:
    """Part the answers to a question, by place: those that open other questions, then the others.

    How many gave an answer that opens shows in the questions it opens.
    """
    conditions = [one.condition for one in table.questionnaire.questions if one.condition]
    opening = {code for one in conditions if one.question == question_id for code in one.any_of}
    opens = [code in opening for code in table.codes(question_id)]
    sides = ([place for place, one in enumerate(opens) if one is side] for side in (True, False))
    return [side for side in sides if side]


def by_condition(questions: Iterable[Question]) -> tuple[tuple[Question, ...], ...]:
    """Group questions by what opens them, those put to all first."""
    groups: dict[object, list[Question]] = {None: []}
    for question in questions:
        groups.setdefault(question.condition and question.condition.model_dump_json(), []).append(question)
    return tuple(tuple(group) for group in groups.values() if group)
