"""The words of the edges: two languages side by side in `wording/*.toml`, one catalogue per edge.

Kept free of pydantic: the first screen reads its words here before anything heavy is loaded.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from questionnaire.typography import typeset

LANGUAGES = ("fr", "en")
"""Languages of the screens and pages; French is the source."""


class Texts:
    """The sentences of one catalogue in one language."""

    def __init__(self, sentences: Mapping[str, str], lang: str) -> None:
        self._sentences = sentences
        self.lang = lang

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a sentence with its named values filled in; KeyError for a key the catalogue lacks."""
        sentence = self._sentences[key]
        return sentence.format(**values) if values else sentence

    def __contains__(self, key: str) -> bool:
        return key in self._sentences

    def count(self, key: str, number: int, /, **values: object) -> str:
        """Return the singular (`key.one`) or plural (`key.many`) sentence; French 0 is singular."""
        singular = number < 2 if self.lang == "fr" else number == 1
        return self(f"{key}.one" if singular else f"{key}.many", n=number, **values)

    def keys(self) -> frozenset[str]:
        """Return every key, for tests and for listing what can be translated."""
        return frozenset(self._sentences)


@cache
def texts(catalogue: str, lang: str) -> Texts:
    """Read `wording/<catalogue>.toml` in one language (once)."""
    source = files("assessment") / "wording" / f"{catalogue}.toml"
    tree = tomllib.loads(source.read_text(encoding="utf-8"))
    return Texts(dict(_leaves(tree, "", lang)), lang)


def _leaves(tree: Mapping[str, object], prefix: str, lang: str) -> list[tuple[str, str]]:
    """Flatten nested tables: a table with "fr" is a sentence, any other is a group of sentences."""
    if "fr" in tree:
        return [(prefix, typeset(str(tree.get(lang, tree["fr"])), lang))]
    found: list[tuple[str, str]] = []
    for name, branch in tree.items():
        if isinstance(branch, Mapping):
            found.extend(_leaves(branch, f"{prefix}.{name}" if prefix else name, lang))
    return found
