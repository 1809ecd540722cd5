"""The typography of each language applied in one place: no-break spaces and curly apostrophes.

U+00A0 only, never U+202F: a PDF paragraph treats the narrow one as an ordinary space and breaks there.
"""

import re
from functools import cache

from questionnaire.languages import language

NO_BREAK = "\N{NO-BREAK SPACE}"
_SPACES = "[ \N{NARROW NO-BREAK SPACE}]+"
_AFTER_SECTION = re.compile(r"(?<=§) ")
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d{3}\b)")


def typeset(sentence: str, lang: str) -> str:
    """Return the sentence with the no-break spaces and apostrophes its language asks for."""
    sentence = sentence.replace("'", "’")
    for broken in _where_no_break(lang):
        sentence = broken.sub(NO_BREAK, sentence)
    return sentence


@cache
def _where_no_break(lang: str) -> tuple[re.Pattern[str], ...]:
    """Return where a language wants a no-break space in place of an ordinary one."""
    spoken = language(lang)
    found = [_AFTER_SECTION]
    if spoken.no_break_before:
        found.append(re.compile(f"{_SPACES}(?=[{re.escape(spoken.no_break_before)}])"))
    if spoken.no_break_after:
        found.append(re.compile(f"(?<=[{re.escape(spoken.no_break_after)}]){_SPACES}"))
    if spoken.spaced_thousands:
        found.append(_BETWEEN_DIGITS)
    return tuple(found)
