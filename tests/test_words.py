"""Every sentence of ours, wherever it stands: in every language, and without the words METHOD forbids."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

import pytest
from babel import Locale

from questionnaire.languages import language_codes, languages, source_code

ROOT = Path(__file__).parents[1]
FORBIDDEN = {
    "fr": ("percentile", "percentiles", "rang", "rangs", "en avance sur l'europe", "marge d'erreur"),
    "en": ("percentile", "percentiles", "rank", "ranks", "ahead of europe", "margin of error"),
}
FILES = [
    *sorted((ROOT / "assessment" / "wording").rglob("*.toml")),
    *sorted((ROOT / "assessment" / "rules").glob("*.toml")),
    *sorted((ROOT / "questionnaire" / "content").glob("*.toml")),
    *sorted((ROOT / "benchmarks").rglob("*.toml")),
]
COMPLETE = [code for code, language in languages().items() if language.complete]
"""Languages in which nothing may be missing."""
ALIKE = {
    # The same word in French and in English.
    "Action",
    "Document",
    "Documents",
    "Date",
    "Licence",
    "Programme",
    "Franchise",
    "Menu. {name}.",
    "Note",
    "Pause",
    "Plan",
    "Question",
    "Question {n}",
    "Question {number}.",
    "question {n}",
    "question {number}",
    "plan",
    "document",
    "Six",
    "six",
    "Source.",
    "Technologies",
    "Version",
    "(page 6)",
    "{n} organisations",
    "{n} vote",
    "{n} votes",
    # A name: countries, programmes, and our own style in the word processor.
    "Avise",
    "DLA",
    "Dispositif local d’accompagnement (DLA)",
    "Emmaüs Connect",
    "France",
    "Jalon note",
    "OPCO",
    "PIA (CNIL)",
    "Portugal",
    "Pro Bono Lab",
    "ShareIT (Fondation Accenture)",
    "Unis-Cité, « Les Connectés »",
    # A format: both write the day first.
    "%d/%m/%Y",
}
"""Sentences that read the same in two languages, and rightly so."""


def sentences(tree: object, place: str = "") -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield every text of a content file: a table with a French sentence in it."""
    if isinstance(tree, dict):
        if isinstance(tree.get(source_code()), str):
            yield place, tree
        else:
            for name, branch in tree.items():
                yield from sentences(branch, f"{place}.{name}" if place else name)
    elif isinstance(tree, list):
        for number, branch in enumerate(tree):
            yield from sentences(branch, f"{place}[{number}]")


def texts_of(file: Path) -> list[tuple[str, Mapping[str, str]]]:
    return list(sentences(tomllib.loads(file.read_text(encoding="utf-8"))))


def is_left_as_it_was(place: str, sentence: str) -> bool:
    """Say whether a sentence that reads the same in two languages should have been translated."""
    is_key = place.endswith(".key") or "ctrl+" in place
    has_words = re.search(r"[^\W\d_]{2}", re.sub(r"{\w+}", "", sentence))
    return bool(has_words) and not is_key and sentence.replace("\N{NO-BREAK SPACE}", " ") not in ALIKE


def test_french_and_english_are_complete() -> None:
    assert COMPLETE[:2] == ["fr", "en"]
    assert source_code() == "fr"


@pytest.mark.parametrize("code", language_codes())
def test_dates_and_countries_are_known_in_every_language(code: str) -> None:
    locale = Locale.parse(languages()[code].locale)
    assert languages()[code].tag.startswith(locale.language)
    assert (locale.get_language_name() or "").casefold().startswith(languages()[code].name.casefold())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_text_is_in_every_language(file: Path) -> None:
    lacking = [place for place, text in texts_of(file) if not all(text.get(code) for code in COMPLETE)]
    assert lacking == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_text_is_in_a_language_that_is_not_listed(file: Path) -> None:
    """A mistyped code would leave its sentence unread."""
    assert [place for place, text in texts_of(file) if not set(text) <= set(language_codes())] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_text_was_left_as_it_was(file: Path) -> None:
    """Two languages that say it in the same words: a copy, unless ALIKE says why not."""
    copied = [
        (place, text[one])
        for place, text in texts_of(file)
        for one, other in combinations(COMPLETE, 2)
        if text[one] == text[other] and is_left_as_it_was(place, text[one])
    ]
    assert copied == []


def test_a_copied_sentence_would_be_found() -> None:
    assert is_left_as_it_was("home.empty", "Aucune structure.")
    assert not is_left_as_it_was("home.count", "{n} · {name}")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_language_names_the_same_values(file: Path) -> None:
    """A template must not lose or invent a {name} in translation."""
    for place, text in texts_of(file):
        names = {frozenset(re.findall(r"{(\w+)", sentence)) for sentence in text.values()}
        assert len(names) == 1, place


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_language_ends_the_same_way(file: Path) -> None:
    """A sentence cut short in one language keeps the space before what is missing."""
    for place, text in texts_of(file):
        assert len({sentence.endswith(" ") for sentence in text.values()}) == 1, place


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_forbidden_word(file: Path) -> None:
    """METHOD property 16: whole words, apostrophes folded."""
    for place, text in texts_of(file):
        for lang, words in FORBIDDEN.items():
            folded = re.sub(r"{\w+}", "", text[lang]).casefold().replace("’", "'")
            for word in words:
                assert not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded), (place, text[lang])
