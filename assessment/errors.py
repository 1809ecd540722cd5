"""The one exception a user reads: bad input, told in one sentence, in the language of the person.

The sentences stand in `wording/errors.toml`; the code only chooses one and fills in its named fields.
They are read when something goes wrong, not before: the home screen imports this module.
"""

import json
import unicodedata
from collections.abc import Iterable

CATALOGUE = "errors"
_LONGEST_VALUE = 60
_INVISIBLE = ("Cc", "Cs", "Cf", "Zl", "Zp")
_JOINS_EMOJI = "\N{ZERO WIDTH JOINER}"


class BadInput(Exception):  # noqa: N818
    """Something given to Jalon cannot be used; `text(lang)` is the sentence to show, the exit code is 2."""

    def __init__(self, code: str, *, catalogue: str = CATALOGUE, **fields: object) -> None:
        """Choose a sentence of `wording/<catalogue>.toml` ("table.name") and what fills its named fields.

        A field `nearest` (a valid name, or None) becomes the `{hint}` of the sentence, in the words of
        "table.hint" when the catalogue has them.
        """
        super().__init__(code)
        self.code = code
        self.catalogue = catalogue
        self.fields = fields

    def text(self, lang: str) -> str:
        """Return the sentence in that language (French when Jalon does not speak it)."""
        from assessment.texts import texts

        fields = {name: _harmless(str(value)) for name, value in self.fields.items() if value is not None}
        sentences = texts(self.catalogue, lang)
        own_hint = f"{self.code.partition('.')[0]}.hint"
        hinting = sentences(own_hint) if own_hint in sentences else texts(CATALOGUE, lang)("hint.nearest")
        hint = hinting.format(**fields) if "nearest" in fields else ""
        return sentences(self.code, **{**fields, "hint": hint})

    def __str__(self) -> str:
        return self.text("en")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the valid name most like the one given, capitals aside, if any is close."""
    import difflib

    by_folded = {valid.casefold(): valid for valid in known}
    close = difflib.get_close_matches(name[:200].casefold(), by_folded, n=1, cutoff=0.5)
    return by_folded[close[0]] if close else None


def shown(value: object, *, quoted: bool = False) -> str:
    """Return a value as it may stand in a sentence: short, on one line, never a whole tree."""
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, list | tuple):
        return "[…]" if value else "[]"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**_LONGEST_VALUE:
        return f"{'-' if value < 0 else ''}{'9' * 10}…"
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    short = _harmless(text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…")
    return f'"{short}"' if quoted and isinstance(value, str) else short


def _harmless(text: str) -> str:
    """Return a text whose invisible characters are written out, so that no terminal obeys them."""
    return "".join(
        f"\\u{ord(character):04x}"
        if unicodedata.category(character) in _INVISIBLE and character != _JOINS_EMOJI
        else character
        for character in text
    )
