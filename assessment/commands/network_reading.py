"""The answers of many organisations named on the command line: a table, dossiers, or folders of dossiers."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assessment.commands.output import narrate
from assessment.commands.reading import STANDARD, every_file, read_given
from assessment.dossier import Dossier
from assessment.errors import BadInput
from assessment.networks.reading import Reading, is_table, read_table
from assessment.texts import Texts, texts
from questionnaire.loading import standard_questionnaire

_LONG_READ = 20_000_000
"""Bytes from which a table is said to be being read."""


def read_answers(given: Sequence[str], lang: str) -> Reading:
    """Read one table, or dossiers and folders of dossiers; say on standard error what was set aside."""
    words = texts("cli", lang)
    files = every_file(given)
    tables = [file for file in files if is_table(Path(file))]
    if tables and len(files) > 1:
        raise BadInput("table.one_table", file=tables[0], count=len(files))
    reading = _read_table(Path(tables[0]), words) if tables else _read_dossiers(files, words)
    for key, number in (("blank", reading.blank), ("older", reading.older)):
        if number:
            narrate(words.count(f"network.{key}", number))
    if reading.set_aside:
        narrate(words("network.set_aside", names=", ".join(reading.set_aside)))
    return reading


def _read_table(path: Path, words: Texts) -> Reading:
    if path.is_file() and path.stat().st_size > _LONG_READ:
        narrate(words("network.reading", file=path, size=path.stat().st_size // 1_000_000))
    return read_table(path, standard_questionnaire())


def _read_dossiers(files: Sequence[str], words: Texts) -> Reading:
    from assessment.networks.dossiers import table_of_dossiers

    listed = [one for file in files for one in _dossiers_in(file)]
    with _progress_bar(len(listed), words) as advance:
        return table_of_dossiers(_each(listed, advance), standard_questionnaire(), files[0])


def _each(files: Sequence[str], advance: Callable[[], None]) -> Iterator[Dossier]:
    for file in files:
        yield read_given(file)
        advance()


def _dossiers_in(file: str) -> list[str]:
    """Return the dossiers of a folder, or the file itself."""
    folder = Path(file)
    if file == STANDARD or not folder.is_dir():
        return [file]
    found = sorted(str(path) for path in folder.iterdir() if path.suffix.lower() in (".json", ".pdf"))
    if not found:
        raise BadInput("table.no_dossier", file=file)
    return found


@contextmanager
def _progress_bar(total: int, words: Texts) -> Iterator[Callable[[], None]]:
    """Show how far the reading is when a person looks on."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words("network.progress"), total=total)
        yield lambda: bar.advance(task)
