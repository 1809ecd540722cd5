"""Text people wrote, made safe to print: what is not text is dropped."""

import re
import unicodedata

_DROPPED = ("Cc", "Cf", "Cs", "Co")
_VARIATION_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))
_VARIATION = re.compile("[\ufe00-\ufe0f]")
_NARROW = {0x202F: "\N{NO-BREAK SPACE}"}


def _is_clean(text: str) -> bool:
    """Say whether a text may stay as it is: nearly always."""
    if not text.replace("\N{NO-BREAK SPACE}", " ").isprintable():
        return False
    return text.isascii() or (unicodedata.is_normalized("NFC", text) and not _VARIATION.search(text))


def clean(text: str) -> str:
    """Return one line of printable text: composed, without control, direction or private characters."""
    if _is_clean(text):
        return text
    text = unicodedata.normalize("NFC", text).translate(_VARIATION_SELECTORS).translate(_NARROW)
    kept = (" " if mark.isspace() and mark != "\N{NO-BREAK SPACE}" else mark for mark in text)
    return "".join(mark for mark in kept if not _is_dropped(mark))


def _is_dropped(mark: str) -> bool:
    """Say whether a character is none; one newer than this Python may be an emoji, and is kept."""
    category = unicodedata.category(mark)
    is_never_assigned = category == "Cn" and (ord(mark) & 0xFFFE == 0xFFFE or "\ufdd0" <= mark <= "\ufdef")
    return category in _DROPPED or is_never_assigned
