"""Text people wrote, made safe to print: what is not text is dropped."""

import unicodedata

_DROPPED = ("Cc", "Cf", "Cs", "Co", "Cn")
_VARIATION_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))
_NARROW = {0x202F: "\N{NO-BREAK SPACE}"}


def clean(text: str) -> str:
    """Return one line of printable text: composed, without control, direction or private characters."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).translate(_VARIATION_SELECTORS).translate(_NARROW)
    kept = (" " if mark.isspace() and mark != "\N{NO-BREAK SPACE}" else mark for mark in text)
    return "".join(mark for mark in kept if unicodedata.category(mark) not in _DROPPED)
