"""Every sentence of ours, wherever it stands: both languages, and none of the words METHOD forbids."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from questionnaire.languages import language_codes

ROOT = Path(__file__).parents[1]
FORBIDDEN = {
    "fr": ("percentile", "percentiles", "rang", "rangs", "en avance sur l'europe", "marge d'erreur"),
    "en": ("percentile", "percentiles", "rank", "ranks", "ahead of europe", "margin of error"),
}
FILES = [
    *sorted((ROOT / "assessment" / "wording").rglob("*.toml")),
    *sorted((ROOT / "assessment" / "rules").glob("*.toml")),
    *sorted((ROOT / "questionnaire" / "content").glob("*.toml")),
    *sorted((ROOT / "benchmarks" / "soga_2019").glob("*.toml")),
]


def sentences(tree: object, place: str = "") -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield every text of a content file: a table with a French sentence in it."""
    if isinstance(tree, dict):
        if isinstance(tree.get("fr"), str):
            yield place, tree
        else:
            for name, branch in tree.items():
                yield from sentences(branch, f"{place}.{name}")
    elif isinstance(tree, list):
        for number, branch in enumerate(tree):
            yield from sentences(branch, f"{place}[{number}]")


def texts_of(file: Path) -> list[tuple[str, Mapping[str, str]]]:
    return list(sentences(tomllib.loads(file.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_text_is_in_both_languages(file: Path) -> None:
    incomplete = [
        place for place, text in texts_of(file) if not all(text.get(lang) for lang in language_codes())
    ]
    assert incomplete == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_both_languages_name_the_same_values(file: Path) -> None:
    """A template must not lose or invent a {name} in translation."""
    for place, text in texts_of(file):
        names = {lang: set(re.findall(r"{(\w+)", text[lang])) for lang in language_codes()}
        assert names["fr"] == names["en"], place


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_forbidden_word(file: Path) -> None:
    """METHOD property 16: whole words, apostrophes folded."""
    for place, text in texts_of(file):
        for lang in language_codes():
            folded = re.sub(r"{\w+}", "", text[lang]).casefold().replace("’", "'")
            for word in FORBIDDEN[lang]:
                assert not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded), (place, text[lang])
