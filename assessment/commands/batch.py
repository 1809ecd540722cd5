"""`jalon diagnose` with several dossiers: a folder of PDFs, and a sentence for each dossier left aside."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from assessment.commands.choices import Choices
from assessment.commands.output import narrate
from assessment.commands.printing import Job, Outcome, printed
from assessment.commands.reading import place_of, read_given
from assessment.dossier import Dossier
from assessment.errors import BadInput
from assessment.texts import Texts, texts

FEW = 20
"""Documents up to which each has its line; beyond, they are counted."""


def diagnose_several(dossiers: Sequence[str], options: argparse.Namespace) -> int:
    """Write one PDF a dossier into the folder; return the exit code: 2 when a dossier was left aside."""
    return print_several(dossiers, read_given, options.pdf_dir, Choices.of(options))


def print_several(
    dossiers: Sequence[str], read: Callable[[str], Dossier], folder: Path, choices: Choices
) -> int:
    """Write one PDF a dossier into a folder, each read by its name; return the exit code."""
    words = texts("cli", choices.lang)
    with _progress_bar(len(dossiers), words) as (say, advance):
        told = _Told(words, folder, say, advance, is_each_told=len(dossiers) <= FEW)
        jobs = _jobs(dossiers, read, folder, choices, told)
        with closing(printed(jobs, choices, len(dossiers))) as outcomes:
            for outcome in outcomes:
                told.outcome(outcome)
    told.end()
    return 2 if told.left else 0


def _jobs(
    dossiers: Sequence[str], read: Callable[[str], Dossier], folder: Path, choices: Choices, told: "_Told"
) -> Iterator[Job]:
    """Read one dossier after the other and name its PDF; the unusable ones are told and left aside.

    Reading and naming stay in one process and in the order given: that alone decides who gets a number.
    """
    own = {place_of(dossier) for dossier in dossiers} - {None}
    names = _Names()
    for given in dossiers:
        try:
            dossier = read(given)
            target = folder / names.free(choices.file_name(dossier, dossier.latest))
            if place_of(str(target)) in own:
                raise BadInput("usage.over_dossier", key="--pdf-dir", value=str(target))
        except BadInput as problem:
            told.leave_aside(problem.text(choices.lang))
        else:
            yield Job(given, dossier, target)
    told.numbered = names.numbered


class _Names:
    """The names given so far."""

    def __init__(self) -> None:
        self.numbered = 0
        self._given: set[str] = set()
        self._last_number: dict[str, int] = {}

    def free(self, wanted: str) -> str:
        """Return the name wanted, or with the first number that no document of this call has."""
        path, name = Path(wanted), wanted
        number = self._last_number.get(wanted, 1)
        while name in self._given:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        self._given.add(name)
        self._last_number[wanted] = number
        self.numbered += name != wanted
        return name


class _Told:
    """Says what happens, and counts it."""

    def __init__(
        self,
        words: Texts,
        folder: Path,
        say: Callable[[str], None],
        advance: Callable[[], None],
        *,
        is_each_told: bool,
    ) -> None:
        self.written = self.replaced = self.left = self.numbered = 0
        self._words, self._folder, self._say, self._advance = words, folder, say, advance
        self._is_each_told = is_each_told

    def leave_aside(self, sentence: str) -> None:
        """Say why a dossier gets no document."""
        self.left += 1
        self._say(sentence)
        self._advance()

    def outcome(self, outcome: Outcome) -> None:
        """Take note of a document, or of why there is none."""
        if outcome.problem is not None:
            self.leave_aside(outcome.problem)
            return
        self.written += 1
        self.replaced += outcome.has_replaced
        if self._is_each_told:
            key = "done.replaced" if outcome.has_replaced else "done.written"
            self._say(self._words(key, path=outcome.target.absolute()))
        self._advance()

    def end(self) -> None:
        """Say what there is to know about them all; the last line counts."""
        words = self._words
        if self.replaced and not self._is_each_told:
            narrate(words.count("batch.replaced", self.replaced))
        if self.numbered:
            narrate(words.count("batch.numbered", self.numbered))
        folder = self._folder.absolute()
        parts = [words.count("batch.written", self.written, folder=folder)]
        if not self.written:
            parts = [words("batch.nothing", folder=folder)]
        if self.left:
            parts.append(words.count("batch.left", self.left))
        narrate(", ".join(parts) + ".")


@contextmanager
def _progress_bar(total: int, words: Texts) -> Iterator[tuple[Callable[[str], None], Callable[[], None]]]:
    """Show how far the work is when a person looks on; give what says a sentence and what moves on by one."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield narrate, lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words("batch.progress"), total=total)

        def say(sentence: str) -> None:
            bar.console.print(sentence, markup=False, emoji=False, highlight=False, soft_wrap=True)

        yield say, lambda: bar.advance(task)
