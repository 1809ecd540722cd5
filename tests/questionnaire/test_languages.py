"""The list of the languages: what it says of each, and what is refused in it."""

from pathlib import Path

import pytest

from questionnaire.languages import (
    LocalText,
    language,
    language_after,
    language_codes,
    language_titles,
    languages,
    load,
)
from questionnaire.loading import ContentError
from questionnaire.model import Text

FRENCH = """
[fr]
name = "français"
locale = "fr"
tag = "fr-FR"
singular = [0, 1]
decimal = ","
range_dash = "-"
no_break_before = ":"
no_break_after = "«"
spaced_thousands = true
first_of_month = "1.º"
"""


def test_french_is_the_source_and_f2_goes_round() -> None:
    assert language_codes() == ("fr", "en")
    assert language_titles() == "Français · English"
    assert [language_after(code).code for code in language_codes()] == ["en", "fr"]


def test_a_language_jalon_does_not_speak_is_the_source() -> None:
    assert language("de") is languages()["fr"]


@pytest.mark.parametrize(
    ("code", "value", "written"),
    [("fr", 53.0, "53"), ("fr", 1.5, "1,5"), ("en", 1.5, "1.5"), ("en", 0.0, "0")],
)
def test_numbers_have_the_sign_of_the_language(code: str, value: float, written: str) -> None:
    assert language(code).number(value) == written


def test_a_text_that_is_not_translated_is_said_in_the_source() -> None:
    assert LocalText(fr="Bonjour", en="Hello")["de"] == "Bonjour"
    text = Text.model_validate({"fr": "Qui ?", "en": "Who?"})
    assert text["de"] == text.local["de"] == "Qui\N{NO-BREAK SPACE}?"


def test_a_text_in_a_language_that_is_not_listed_is_refused() -> None:
    with pytest.raises(ValueError, match="'ne', which languages\\.toml does not list"):
        Text.model_validate({"fr": "a", "en": "a", "ne": "a"})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("decimal", "decimale"), "languages.toml: fr.decimale is not known; nearest valid name: decimal"),
        (('tag = "fr-FR"\n', ""), "languages.toml: fr has no 'tag'"),
        (("[0, 1]", '"0"'), "languages.toml: fr.singular = '0' is not of type list"),
        (("[fr]", "[fr"), "languages.toml: not valid TOML"),
        ((FRENCH, ""), "languages.toml: no language is listed"),
        ((FRENCH, 'fr = "français"'), "languages.toml: fr = 'français' is not a table"),
    ],
)
def test_a_mistake_is_one_sentence(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    file = tmp_path / "languages.toml"
    file.write_text(FRENCH.replace(*change), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(file)
    assert str(caught.value).startswith(said)


def test_the_list_as_it_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "languages.toml"
    file.write_text(FRENCH, encoding="utf-8")
    french = load(file)["fr"]
    assert (french.singular, french.complete) == ((0, 1), False)
