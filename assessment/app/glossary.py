"""The words explained on the help page, sorted and searched; no widget in here."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.figure_words import FigureWords
from assessment.free_text import folded
from assessment.texts import texts
from benchmarks.model import Benchmark
from questionnaire.model import Questionnaire


@dataclass(frozen=True, slots=True)
class Term:
    """One word and what it means."""

    name: str
    text: str
    number: str = ""
    """Number of the question that is about it, if there is one."""


def glossary(questionnaire: Questionnaire, benchmark: Benchmark, lang: str) -> tuple[Term, ...]:
    """Return the words of Jalon and those the questions are about, in alphabetical order."""
    t = texts("glossary", lang)
    known = {"year": FigureWords(lang, benchmark).year, "n": benchmark.n}
    own = {key.rpartition(".")[0] for key in t.keys()}  # noqa: SIM118 - a catalogue, not a dict
    terms = [Term(t(f"{term}.name"), t(f"{term}.text", **known)) for term in own]
    terms += [Term(item.short[lang], item.definition[lang], item.number) for item in questionnaire.items()]
    return tuple(sorted(terms, key=lambda term: folded(term.name)))


def found(terms: Iterable[Term], typed: str) -> list[Term]:
    """Return the terms that hold what was typed; those whose name begins with it come first."""
    wanted = folded(typed.strip())
    hits = [term for term in terms if wanted in folded(f"{term.name} {term.text} {term.number}")]
    return sorted(
        hits, key=lambda term: (not folded(term.name).startswith(wanted), wanted not in folded(term.name))
    )
