"""Three fictional organisations, plainly marked, to look at a finished example and to try Jalon with."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from assessment.dossier import Dossier, read_dossier
from assessment.workspace import Workspace
from questionnaire.loading import standard_questionnaire

FILES = ("l-abri-du-velo.json", "les-mots-passants.json", "la-fabrique-des-cartes.json")
"""Low-tech by choice; many unknowns; a digital cooperative that never worked with a tech organisation."""


@cache
def demo_dossiers(lang: str = "") -> tuple[Dossier, ...]:
    """Return the three dossiers; their own words in a language, or as they were written first."""
    questionnaire = standard_questionnaire()
    return tuple(read_dossier(_content(name, lang), name, questionnaire) for name in FILES)


def fill(workspace: Path, lang: str = "") -> None:
    """Put the three organisations into a workspace; the first of them is the first of the list."""
    with Workspace(workspace) as opened:
        for dossier in reversed(demo_dossiers(lang)):
            opened.import_dossier(dossier)


def _content(name: str, lang: str) -> bytes:
    """Return a dossier; `demo/<lang>/` holds its words in another language, each at the same place."""
    folder = files("assessment") / "demo"
    written = (folder / name).read_bytes()
    words = folder / lang / name
    if not lang or not words.is_file():
        return written
    return json.dumps(_with_words(json.loads(written), json.loads(words.read_bytes()))).encode()


def _with_words(tree: object, words: object) -> object:
    """Return a tree in which other words stand at the places of the same name or rank."""
    if isinstance(tree, Mapping) and isinstance(words, Mapping):
        return {**tree, **{key: _with_words(tree[key], said) for key, said in words.items()}}
    if isinstance(tree, list) and isinstance(words, list):
        return [_with_words(part, said) for part, said in zip(tree, words, strict=True)]
    return words
