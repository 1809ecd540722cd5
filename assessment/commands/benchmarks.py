"""The reference to lay beside the answers: the study that ships with Jalon, or a network's own."""

from functools import cache
from pathlib import Path

from assessment.errors import BadInput
from benchmarks.loading import ContentError, load, standard_benchmark
from benchmarks.model import Benchmark


@cache
def benchmark_at(folder: Path | None) -> Benchmark:
    """Return the pack in a folder, or the study's when none is named; BadInput when it cannot be used."""
    if folder is None:
        return standard_benchmark()
    if not (folder / "pack.toml").is_file():
        raise BadInput("pack.none", file=str(folder))
    try:
        return load(folder)
    except ContentError as problem:
        raise BadInput("pack.wrong", file=str(folder), reason=str(problem)) from None
    except OSError as problem:
        raise BadInput("file.unreadable", file=str(folder), reason=problem.strerror or str(problem)) from None
