"""No sentence a person reads stands in the code: what looks like one belongs to a content file.

A heuristic, on the edges that speak: literals that hold a French word or three words in a row, and any word
handed straight to what shows words. Exceptions for programmers, patterns and formats of files are left out.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from questionnaire.languages import language_codes

ROOT = Path(__file__).parents[1]
SPEAKING = sorted(
    file
    for place in ("app", "asking", "commands", "report", "web", "plan_export", "*.py")
    for found in (ROOT / "assessment").glob(place)
    for file in ([found] if found.is_file() else found.rglob("*.py"))
)
SHOWING = {"notify", "tell", "say", "put", "narrate", "show", "Prose", "Content", "Heading", "Row", "styled"}
"""What shows the words it is given first."""
NAMES = {
    "JALON",
    "Jalon",
    "jalon",
    "hors étude",  # a code of the rules, not shown
    "préambule",  # a code of the rules, not shown
    "résumé",  # a code of the rules, not shown
    "&é\"'(-è_çà",  # the digit row of an AZERTY keyboard
}
"""What is no sentence: our name, codes and keys."""
ONE_LANGUAGE = {
    "assessment/errors.py",  # how an exception reads in a traceback
    "benchmarks/datapackage.py",  # the descriptor of the open data
}
"""Modules that write for programmers, in English."""
_FRENCH = re.compile(r"[^\W\d_]*[àâçéèêëîïôùûœÀÇÉÈÊŒ][^\W\d_]+|[^\W\d_]+[àâçéèêëîïôùûœ]|[«»]")
_THREE_WORDS = re.compile(r"[^\W\d_]{2,}(?:[,’']? (?:0 )*[^\W\d_]{2,}){2}")
"""A 0 stands for what an f-string fills in."""
_FORMAT = re.compile(r"[<>=;|]|\{ |/[A-Z]|: \w+;|^\s*(SELECT|PRAGMA|INSERT|UPDATE|DELETE|CREATE) ")
"""Markup, styles, queries and types: no sentence has these signs."""


def text_of(node: ast.AST) -> str | None:
    """Return the words of a literal, a 0 standing for what an f-string fills in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) or "0" for part in node.values)
    return None


def silent(tree: ast.Module) -> set[ast.AST]:
    """Return the nodes whose words nobody reads: docstrings, annotations, patterns, exceptions."""
    quiet: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as words):
                quiet.add(words)
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name))) if name != "BadInput":
                quiet.update(ast.walk(node))
            case ast.arg(annotation=ast.expr() as hint) | ast.AnnAssign(annotation=hint):
                quiet.update(ast.walk(hint))
            case ast.FunctionDef(returns=ast.expr() as hint):
                quiet.update(ast.walk(hint))
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"))):
                quiet.update(ast.walk(node))
            case ast.Call(func=ast.Name(id="cast"), args=[hint, *_]):
                quiet.update(ast.walk(hint))
    return quiet


def is_sentence(text: str) -> bool:
    """Say whether a literal looks like words for a person."""
    is_said = _FRENCH.search(text) or _THREE_WORDS.search(text)
    return bool(is_said) and not _FORMAT.search(text) and text.strip() not in NAMES


def handed_over(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the words handed straight to what shows them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            text = text_of(node.args[0])
            if name in SHOWING and text and set(re.findall(r"[^\W\d_]{2,}", text)) - NAMES:
                yield node.lineno, text


def said_in(code: str) -> list[tuple[int, str]]:
    """Return what looks like sentences in a module, with their lines."""
    tree = ast.parse(code)
    quiet = silent(tree)
    parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    literals = [
        (node.lineno, text)
        for node in ast.walk(tree)
        if isinstance(node, ast.expr) and node not in quiet and node not in parts and (text := text_of(node))
    ]
    return [*((line, text) for line, text in literals if is_sentence(text)), *handed_over(tree)]


@pytest.mark.parametrize("file", SPEAKING, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_sentence_stands_in_the_code(file: Path) -> None:
    assert said_in(file.read_text(encoding="utf-8")) == []


def test_no_module_names_a_language() -> None:
    """How a language writes stands in `languages.toml`, or beside its sentences."""
    naming = {
        str(file.relative_to(ROOT))
        for package in ("questionnaire", "benchmarks", "assessment")
        for file in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in language_codes()
    }
    assert naming == ONE_LANGUAGE


@pytest.mark.parametrize(
    "code",
    [
        'self.notify("Fini")',
        'words = f"Il reste {n} questions ouvertes"',
        'label = "Priorités"',
        'Prose(f"Enregistré à {time}")',
        'raise BadInput("this file cannot be read")',
        'title = "« Jalon »"',
    ],
)
def test_a_sentence_in_the_code_would_be_found(code: str) -> None:
    assert said_in(code)


@pytest.mark.parametrize(
    "code",
    [
        '"""A docstring of several words."""',
        'raise ValueError("no such day exists")',
        'self.notify(t("saved.at"))',
        'found = re.compile("the following arguments are required")',
        'key("ctrl+q", "app.quit", "quit", show=True)',
        'def act(self) -> "tuple[Piece, Piece] | None": ...',
    ],
)
def test_what_nobody_reads_is_left_alone(code: str) -> None:
    assert not said_in(code)
