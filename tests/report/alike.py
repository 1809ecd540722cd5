"""Answers that are all alike."""

from questionnaire.loading import standard_questionnaire

ITEMS = tuple(item.id for item in standard_questionnaire().items())
BASICS = tuple(basic.id for basic in standard_questionnaire().outside.basics)


def all_answered(code: str, basics: str) -> dict[str, str]:
    """Answer every item and every basic with one code."""
    return {
        "answers.cooperation_past": "yes_continue",
        **{f"answers.{item}": code for item in ITEMS},
        **{f"complement.basics.{basic}": basics for basic in BASICS},
    }
