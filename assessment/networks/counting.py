"""How many organisations of a table gave each answer: integer counters, in all and by group."""

from collections.abc import Mapping

import numpy as np

from assessment.networks.table import GOALS, AnswerTable, Codes, profile_codes

NOT_STATED = "not_stated"
"""Group of those that did not say."""
Counts = tuple[int, ...]
"""Organisations by answer, in the order of the scale; blanks are left out."""


def counts_of(table: AnswerTable, question_id: str) -> Counts:
    """Count the answers to one question."""
    codes = table.put(question_id)
    return tuple(int(np.count_nonzero(codes == code)) for code in range(1, len(table.codes(question_id)) + 1))


def counts_by_group(table: AnswerTable, question_id: str, by: str) -> dict[str, Counts]:
    """Count the answers of each group of a profile question with one answer, those that did not say last."""
    names = (NOT_STATED, *profile_codes(table.questionnaire, by))
    width = len(table.codes(question_id)) + 1
    places = table.profile[by].astype(np.uint16) * np.uint16(width) + table.put(question_id)
    found = np.bincount(places, minlength=len(names) * width).reshape(len(names), width)
    counted = {name: tuple(int(n) for n in row[1:]) for name, row in zip(names, found, strict=True)}
    return {name: counted[name] for name in (*names[1:], NOT_STATED)}


def counts_by_goal(table: AnswerTable, question_id: str) -> dict[str, Counts]:
    """Count the answers of those that chose each goal; an organisation has several goals."""
    codes, answers = table.put(question_id), range(1, len(table.codes(question_id)) + 1)
    return {
        goal: tuple(int(n) for n in np.bincount(chosen, minlength=len(answers) + 1)[1:])
        for goal in profile_codes(table.questionnaire, GOALS)
        if len(chosen := _chosen(table, codes, int(goal)))
    }


def shared_by_goals(table: AnswerTable, question_id: str) -> Mapping[tuple[str, str], int]:
    """Count, for each two goals, the organisations that answered and chose exactly one of the two."""
    answered = table.goals[table.put(question_id) > 0]
    patterns = np.bincount(answered)
    held = np.flatnonzero(patterns)
    times = patterns[held]
    goals = profile_codes(table.questionnaire, GOALS)
    chosen = {goal: (held >> int(goal)) & 1 for goal in goals}
    return {
        (one, other): int(times[chosen[one] != chosen[other]].sum())
        for place, one in enumerate(goals)
        for other in goals[place + 1 :]
    }


def _chosen(table: AnswerTable, codes: Codes, goal: int) -> Codes:
    kept: Codes = codes[(table.goals >> np.uint32(goal)) & np.uint32(1) == 1]
    return kept
