"""What a person may write: names on one line, free text of any length a comment can have.

Markup, right-to-left marks and emoji are a person's own business; control characters are not text.
"""

import re
import unicodedata
from functools import lru_cache

from assessment.errors import BadInput

LONGEST_NAME = 1_000
"""Characters of a name."""
LONGEST_TEXT = 100_000
"""Characters of a comment, a note or any other free text."""

_ACCENTS = re.compile("[\N{COMBINING GRAVE ACCENT}-\N{COMBINING LATIN SMALL LETTER X}]")
_KEPT_IN_TEXT = "\t\n\r"
_NOT_TEXT = ("Cc", "Cs")
_TURNING = ("R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
"""Directions of the characters that can change the order in which their line is shown."""
_ISOLATE, _END_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_OPENING = ("\N{LEFT-TO-RIGHT ISOLATE}", "\N{RIGHT-TO-LEFT ISOLATE}", _ISOLATE)
_NOT_ON_ONE_LINE = ("Cc", "Cs", "Zl", "Zp")


def has_control_character(text: str, *, on_one_line: bool) -> bool:
    """Say whether a text holds characters that are not text; a name may not even hold a line break."""
    if on_one_line:
        return any(unicodedata.category(character) in _NOT_ON_ONE_LINE for character in text)
    return any(unicodedata.category(c) in _NOT_TEXT and c not in _KEPT_IN_TEXT for c in text)


def checked_name(name: str | None) -> str | None:
    """Return the name as it will be kept (None when blank), or say why it cannot be one."""
    if name is None or not name.strip():
        return None
    if has_control_character(name, on_one_line=True):
        raise BadInput("name.control_characters")
    if len(name) > LONGEST_NAME:
        raise BadInput("name.too_long", length=len(name), limit=LONGEST_NAME)
    return name


def cleaned_text(text: str) -> str:
    """Return a typed or pasted text with one kind of line break and without control characters."""
    if len(text) > LONGEST_TEXT:
        raise BadInput("text.too_long", length=len(text), limit=LONGEST_TEXT)
    if not has_control_character(text, on_one_line=False) and "\r" not in text:
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    return "".join(c for c in lines if c in "\t\n" or unicodedata.category(c) not in _NOT_TEXT)


def name_key(name: str) -> str:
    """Return the form under which two spellings of a name are the same one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())


@lru_cache(maxsize=8_192)
def folded(text: str) -> str:
    """Return a text as it is searched: without capitals, accents or difference of apostrophe."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold())).replace("’", "'")


def isolated(name: str) -> str:
    """Return a name that cannot turn round the text beside it, whatever marks of direction it holds."""
    if not any(unicodedata.bidirectional(character) in _TURNING for character in name):
        return name
    opened = sum(character in _OPENING for character in name)
    closed = name.count(_END_ISOLATE)
    return f"{_ISOLATE * (closed + 1)}{name}{_END_ISOLATE * (opened + closed + 1)}"
