"""`jalon benchmark build` and `export`: a reference written to a folder of its own."""

import argparse
import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from assessment.commands.benchmarks import benchmark_at
from assessment.commands.output import check_folder, check_place, narrate
from assessment.errors import BadInput
from assessment.safe_writing import write_atomically
from assessment.texts import texts
from benchmarks.loading import STANDARD

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}(-\d{4})?")


def write(options: argparse.Namespace) -> None:
    """Build or copy a reference into its folder."""
    if options.action == "build":
        _build(options)
    else:
        _export(options)


def _build(options: argparse.Namespace) -> None:
    """Count the answers and write the pack; it is loaded once before anything is said to be done."""
    _check_definition(options)
    _check_free(options.out)
    from assessment.commands.network_reading import read_answers
    from assessment.networks.packing import counted_shares, definition_of
    from benchmarks.packing import pack_files

    table = read_answers(options.answers, options.lang).table
    said = {"title": options.title.strip(), "chosen": options.chosen.strip()}
    definition = definition_of(table, id=options.id, year=options.year, **said)
    _write(options.out, pack_files(definition, table.questionnaire, list(counted_shares(table))))
    benchmark_at(options.out)
    folder = options.out.absolute()
    narrate(texts("cli", options.lang)("network.pack", folder=folder, n=definition.n))


def _check_definition(options: argparse.Namespace) -> None:
    """Refuse a name, a year or a sentence that will not do."""
    if not _ID.fullmatch(options.id):
        raise BadInput("pack.bad_id", value=options.id)
    if not _YEAR.fullmatch(options.year):
        raise BadInput("pack.bad_year", value=options.year)
    for key in ("title", "chosen"):
        words = getattr(options, key).strip()
        if not words or not words.isprintable():
            raise BadInput("pack.blank", key=f"--{key}")


def _export(options: argparse.Namespace) -> None:
    """Copy the files of a reference."""
    benchmark = benchmark_at(options.pack)  # a reference that cannot stand is not handed on
    _check_free(options.out)
    _write(options.out, _files_of(options.pack or files("benchmarks") / STANDARD))
    words = texts("cli", options.lang)
    narrate(words("network.package", folder=options.out.absolute()) + f" ({benchmark.id})")


def _files_of(folder: Traversable, under: str = "") -> dict[str, bytes]:
    """Return every file of a folder by its path inside it."""
    found: dict[str, bytes] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found |= _files_of(entry, f"{under}{entry.name}/")
        else:
            found[f"{under}{entry.name}"] = entry.read_bytes()
    return found


def _check_free(folder: Path) -> None:
    """Refuse a folder that holds something, or that cannot be made."""
    if not folder.exists():
        check_place(folder)
        return
    check_folder(folder)
    if any(folder.iterdir()):
        raise BadInput("pack.taken", file=str(folder))


def _write(folder: Path, content: Mapping[str, bytes]) -> None:
    for name, one in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, one)
