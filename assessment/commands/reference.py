"""`jalon questionnaire` and `jalon benchmark`: what is asked and what Europe answered, on standard output."""

import argparse
import textwrap
from collections.abc import Iterator

from assessment.commands.benchmarks import benchmark_at
from assessment.commands.diagnose import check_population
from assessment.commands.output import put
from assessment.errors import BadInput, nearest
from assessment.europe_words import EuropeWords
from assessment.texts import Texts, texts
from benchmarks.checking import check
from benchmarks.describe import ShareLine, pack_lines, share_lines
from benchmarks.model import Benchmark
from questionnaire.exchange.plain_json import write_json
from questionnaire.loading import standard_questionnaire
from questionnaire.model import Question, Questionnaire
from questionnaire.typography import typeset

WIDTH = 79


def run(options: argparse.Namespace) -> None:
    """Run the action asked for."""
    if options.command == "benchmark" and options.action in ("build", "export"):
        from assessment.commands.benchmark_files import write

        write(options)
    elif options.command == "questionnaire" and options.action == "export":
        put(write_json(standard_questionnaire()))
    else:
        put("".join(f"{line}\n" for line in _lines(options)))


def _lines(options: argparse.Namespace) -> Iterator[str]:
    """Return what the action shows, line by line."""
    words = texts("cli", options.lang)
    if options.command == "questionnaire":
        return _questionnaire_lines(standard_questionnaire(), options.lang, words)
    if options.action == "list":
        return _pack_lines(options)
    if options.action == "show":
        return _figure_lines(options, words)
    return _doubt_lines(benchmark_at(options.pack), options.lang, words)


def _questionnaire_lines(questionnaire: Questionnaire, lang: str, words: Texts) -> Iterator[str]:
    yield questionnaire.title[lang]
    yield _wrapped(questionnaire.study[lang])
    for section in questionnaire.sections:
        yield f"\n{section.title[lang]}"
        for question in section.questions:
            yield _question(questionnaire, question, lang, words)
    outside = questionnaire.outside
    yield f"\n{_wrapped(outside.notice[lang])}"
    for basic in outside.basics:
        yield _wrapped(f"{basic.id}  {basic.wording[lang]}", then="     ")
    for added in outside.questions:
        yield _wrapped(added.wording[lang], first="  +  ", then="     ")


def _question(questionnaire: Questionnaire, question: Question, lang: str, words: Texts) -> str:
    """Return the question with its number, where its words come from and its answers."""
    scale = questionnaire.scale(question.scale)
    answers = " · ".join(f"{n} {choice.label[lang]}" for n, choice in enumerate(scale.choices, start=1))
    lines = (
        _wrapped(f"{question.number}  {question.wording[lang]}", then="     "),
        f"     [{question.id}, {words(f'origin.{question.origin}')}, {question.source}]",
        _wrapped(answers, first="     ", then="     "),
    )
    return "\n".join(lines)


def _wrapped(text: str, first: str = "", then: str = "") -> str:
    """Return a text in lines; « a-t-elle » stays in one piece."""
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)


def _pack_lines(options: argparse.Namespace) -> Iterator[str]:
    others = () if options.pack is None else (benchmark_at(options.pack),)
    for pack in pack_lines(*others):
        yield f"{pack.id}\t{pack.title[options.lang]}\t{pack.year}\tn = {pack.n}"
        yield _wrapped(", ".join(pack.populations), first="  ", then="  ")


def _figure_lines(options: argparse.Namespace, words: Texts) -> Iterator[str]:
    """Return every share of a population, or of one question, with its doubts."""
    benchmark = benchmark_at(options.pack)
    check_population(options.population, benchmark.populations)
    wanted = None if options.item is None else _item(options.item)
    lines = [
        line for line in share_lines(benchmark, options.population) if wanted is None or line.item == wanted
    ]
    europe = EuropeWords(options.lang, benchmark)
    if not lines:
        yield words("figures.nothing", year=europe.year, n=benchmark.n)
    item = ""
    for line in lines:
        if line.item != item:
            item = line.item
            yield f"\n{item}  ({europe.year}, {_base(line, words)}, {line.section})"
        yield _share(line, europe, words)
    yield f"\n{_wrapped(europe.standing_short)}"


def _item(asked: str) -> str:
    """Return the item or question named by its id or its number."""
    questions = standard_questionnaire().questions
    named = {question.number: question.id for question in questions} | {q.id: q.id for q in questions}
    if asked not in named:
        raise BadInput("usage.unknown_value", key="ITEM", value=asked, nearest=nearest(asked, named))
    return named[asked]


def _base(line: ShareLine, words: Texts) -> str:
    low, high = line.base.low, line.base.high
    if low is None or high is None:
        return words("figures.base_unknown")
    return f"n = {low}" if low == high else f"n = {low}-{high}"


def _share(line: ShareLine, europe: EuropeWords, words: Texts) -> str:
    """Return one line: answer, values printed, box, what chance would do, status, contradiction."""
    values = " / ".join(europe.exact(value) for value in line.values) or "·"
    box = europe.percent(line.printable)
    sampling = f"[{europe.percent(line.sampling)}]" if line.sampling else ""
    doubts = ", ".join(
        filter(None, (words(f"status.{line.status}"), _reliability(line, words), line.conflict))
    )
    return f"  {line.answer:<29}{values:<14}{box:<14}{sampling:<16}{doubts}".rstrip()


def _reliability(line: ShareLine, words: Texts) -> str:
    return "" if line.reliability == "ok" else words(f"reliability.{line.reliability}")


def _doubt_lines(benchmark: Benchmark, lang: str, words: Texts) -> Iterator[str]:
    """Loading has already refused what cannot stand; return the doubts that remain."""
    findings = check(benchmark)
    for finding in findings:
        message = typeset(f"{finding.place} · {finding.message[lang]}", lang)
        yield _wrapped(message, then="  ")
    yield f"\n{words('done.check_ok', count=len(findings))}"
