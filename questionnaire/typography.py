"""French typography applied in one place: no-break spaces and curly apostrophes.

U+00A0 only, never U+202F: a PDF paragraph treats the narrow one as an ordinary space and breaks there.
"""

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
_BEFORE_SIGN = re.compile(r"[ \N{NARROW NO-BREAK SPACE}]+(?=[:;?!%€»])")
_AFTER_QUOTE = re.compile(r"(?<=«)[ \N{NARROW NO-BREAK SPACE}]+")
_AFTER_SECTION = re.compile(r"(?<=§) ")
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d{3}\b)")


def typeset(sentence: str, lang: str) -> str:
    """Return the sentence with the no-break spaces and apostrophes its language asks for."""
    sentence = sentence.replace("'", "’")
    sentence = _AFTER_SECTION.sub(NO_BREAK, sentence)
    if lang != "fr":
        return sentence
    sentence = _BEFORE_SIGN.sub(NO_BREAK, sentence)
    sentence = _AFTER_QUOTE.sub(NO_BREAK, sentence)
    return _BETWEEN_DIGITS.sub(NO_BREAK, sentence)
