"""The words of the edges: the languages side by side in `wording/`, one catalogue per edge.

A catalogue is one file, or a folder whose file names are the first word of the keys in them: only the files
whose words are asked for are read. Kept free of pydantic: the first screen reads its words here before
anything heavy is loaded.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from questionnaire.languages import language, source_code
from questionnaire.typography import typeset


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
        """Return the singular (`key.one`) or plural (`key.many`) sentence; in French 0 is singular."""
        is_singular = number in language(self.lang).singular
        return self(f"{key}.one" if is_singular else f"{key}.many", n=number, **values)

    def keys(self) -> frozenset[str]:
        """Return every key, for tests and for listing what can be translated."""
        return frozenset(self._sentences)


class _Folder(Mapping[str, str]):
    """The sentences of a catalogue kept as a folder, each file read at the first of its words asked for."""

    def __init__(self, folder: Traversable, lang: str) -> None:
        self._files = {file.name.removesuffix(".toml"): file for file in folder.iterdir()}
        self._lang = lang
        self._read: dict[str, Mapping[str, str]] = {}

    def __getitem__(self, key: str) -> str:
        return self._part(key.partition(".")[0])[key]

    def __iter__(self) -> Iterator[str]:
        for name in sorted(self._files):
            yield from self._part(name)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _part(self, name: str) -> Mapping[str, str]:
        if name not in self._read:
            file = self._files.get(name)
            self._read[name] = _sentences(file, self._lang, name) if file else {}
        return self._read[name]


@cache
def texts(catalogue: str, lang: str) -> Texts:
    """Return a catalogue of `wording/` in one language; each file is read once."""
    wording = files("assessment") / "wording"
    folder = wording / catalogue
    if folder.is_dir():
        return Texts(_Folder(folder, lang), lang)
    return Texts(_sentences(wording / f"{catalogue}.toml", lang, ""), lang)


@cache
def reference_texts(catalogue: str, lang: str, kind: str) -> Texts:
    """Return a catalogue as it speaks of one kind of reference: the study's own words, or a network's.

    `wording/reference.toml` says, for each other kind, which words stand in place of which.
    """
    own = texts(catalogue, lang)
    tree = tomllib.loads((files("assessment") / "wording" / "reference.toml").read_text(encoding="utf-8"))
    if kind not in tree:
        return own
    said = lang if lang in tree[kind]["instead"] else source_code()
    kept = set(tree[kind]["kept"])
    sentences = {key: own(key) for key in own.keys()}  # noqa: SIM118 - not a mapping
    for words in tree[kind]["instead"][said]:
        before, after = (typeset(one, said) for one in words)
        for key, sentence in sentences.items():
            if f"{catalogue}.{key}" not in kept:
                sentences[key] = sentence.replace(before, after)
    return Texts(sentences, lang)


def _sentences(file: Traversable, lang: str, prefix: str) -> Mapping[str, str]:
    return dict(_leaves(tomllib.loads(file.read_text(encoding="utf-8")), prefix, lang))


def _leaves(tree: Mapping[str, object], prefix: str, lang: str) -> list[tuple[str, str]]:
    """Flatten nested tables: a table in the source language is a sentence, any other a group of sentences."""
    if source_code() in tree:
        said = lang if tree.get(lang) else source_code()
        return [(prefix, typeset(str(tree[said]), said))]
    found: list[tuple[str, str]] = []
    for name, branch in tree.items():
        if isinstance(branch, Mapping):
            found.extend(_leaves(branch, f"{prefix}.{name}" if prefix else name, lang))
    return found
