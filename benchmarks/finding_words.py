"""The sentences of the findings, from `findings.toml`: every language at once, each with its decimals."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter, ValidationError

from questionnaire.languages import Language, LocalText, languages
from questionnaire.loading import explain
from questionnaire.model import Text
from questionnaire.reading import ContentError, read_toml

FILE = "findings.toml"
Filling = str | float | None | Sequence[float] | Sequence[LocalText]
"""What fills a name: words, a number, the terms of a sum, or sentences one after the other."""


def said(key: str, **fillings: Filling) -> LocalText:
    """Return a sentence by its key (« contradiction.hull »), filled in for every language."""
    sentence = _sentences()[key]
    return LocalText(
        {
            code: sentence[code].format(**{name: _written(one, lang) for name, one in fillings.items()})
            for code, lang in languages().items()
        }
    )


def _written(filling: Filling, lang: Language) -> str:
    """Return what fills a name, as a language writes it."""
    if isinstance(filling, str):
        return filling
    if isinstance(filling, int | float):
        return lang.number(filling)
    if filling is None:
        return "?"
    terms = [one for one in filling if not isinstance(one, LocalText)]
    if terms:
        return " + ".join(lang.number(term) for term in terms)
    return ", ".join(one[lang.code] for one in filling if isinstance(one, LocalText))


@cache
def _sentences() -> Mapping[str, Text]:
    """Return the sentences by key; a mistake is a ContentError naming file, key and value."""
    tree = read_toml(files("benchmarks") / FILE)
    outcomes = tree.pop("contradiction", {})
    if not isinstance(outcomes, dict):
        raise ContentError(f"{FILE}: contradiction = {outcomes!r} is not a table")
    flat = {**tree, **{f"contradiction.{effect}": text for effect, text in outcomes.items()}}
    try:
        return TypeAdapter(dict[str, Text]).validate_python(flat)
    except ValidationError as error:
        raise ContentError(explain(error, FILE)) from None
