"""`jalon network`: the answers of many organisations in, what may be published of them out."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from assessment.commands.benchmarks import benchmark_at
from assessment.commands.network_reading import read_answers
from assessment.commands.output import check_folder, check_place, narrate, put, put_file
from assessment.commands.reading import STANDARD, every_file, place_of
from assessment.errors import BadInput
from assessment.networks.shares import Network, network
from assessment.texts import texts

_OUTPUTS = ("json", "pdf", "text")
PACKAGE = "jalon-network"


def run(options: argparse.Namespace) -> None:
    """Count the answers and write what was asked for; text on standard output by default."""
    targets = {key: getattr(options, key) for key in _OUTPUTS if getattr(options, key) is not None}
    if not targets and options.csv is None:
        targets = {"text": STANDARD}
    _check(options, targets)
    benchmark = benchmark_at(options.benchmark)
    found = network(read_answers(options.answers, options.lang).table, benchmark, by=options.by)
    for key in sorted(targets, key=lambda key: targets[key] == STANDARD):
        content = _content(key, found, options)
        if targets[key] == STANDARD:
            put(content)
        else:
            put_file(Path(targets[key]), content, texts("cli", options.lang))
    if options.csv is not None:
        _write_package(found, options)


def _check(options: argparse.Namespace, targets: Mapping[str, str]) -> None:
    """Refuse, before any work is done, outputs that would destroy one another or the answers."""
    taken: dict[str, str] = {place: "" for file in every_file(options.answers) if (place := place_of(file))}
    for key, target in targets.items():
        if target != STANDARD:
            check_place(Path(target))
        place = place_of(str(target))
        if place is not None and place in taken:
            if not taken[place]:
                raise BadInput("usage.over_answers", key=f"--{key}", value=target)
            raise BadInput("usage.same_target", key=f"--{key}", other=taken[place], value=target)
        if place is not None:
            taken[place] = f"--{key}"
    if options.csv is not None:
        check_folder(options.csv)


def _content(key: str, found: Network, options: argparse.Namespace) -> bytes:
    """Make one output."""
    if key == "json":
        from assessment.networks.writing import write_json

        return write_json(found)
    from assessment.report import render_network

    day = options.date or date.today()
    return render_network(found, options.lang, "pdf" if key == "pdf" else "txt", name=options.name, date=day)


def _write_package(found: Network, options: argparse.Namespace) -> None:
    """Write the data package into its folder, the descriptor last."""
    from assessment.networks.writing import data_package
    from assessment.safe_writing import write_atomically

    words = texts("network", options.lang)
    title = words("title", name=options.name or words("unnamed"))
    for name, content in data_package(found, PACKAGE, title).items():
        write_atomically(options.csv / name, content)
    narrate(texts("cli", options.lang)("network.package", folder=options.csv.absolute()))
