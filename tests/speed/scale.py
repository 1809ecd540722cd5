"""Measures the table path on as many organisations as Europe has and prints tables; nothing is asserted.

.venv/bin/python -m tests.speed.scale [organisations]

In memory: the answers are scored beside one numpy pass over the same matrix, in the same run and in processor
time (both use one core). End to end: each file is read, scored and counted in a process of its own.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv, parquet

from assessment.networks.reading import read_table
from assessment.networks.scoring import score_table
from assessment.networks.shares import network
from assessment.networks.table import AnswerTable
from benchmarks.loading import standard_benchmark
from questionnaire.loading import standard_questionnaire

EUROPE = 2_800_000
ROUNDS = 7
Q = standard_questionnaire()


def matrix_of(size: int) -> np.ndarray:
    """Return made-up answers, every code as likely as a blank."""
    rng = np.random.default_rng(1)
    rows = [rng.integers(0, len(Q.scale(one.scale).codes) + 1, size, np.uint8) for one in Q.questions]
    return np.stack(rows)


def best(work: Callable[[], object]) -> float:
    """Return the least processor time of several, in seconds: others on the machine only add to it."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def in_memory(matrix: np.ndarray) -> None:
    """Print how long scoring takes beside one pass over the same answers."""
    table = AnswerTable.of(Q, matrix)
    start = time.process_time()
    scored = score_table(table)
    first = time.process_time() - start
    passes = {"sum of the matrix": lambda: matrix.sum(), "count of one answer": lambda: (matrix == 1).sum()}
    one_pass = {name: best(work) for name, work in passes.items()}
    score = best(lambda: score_table(table))

    def with_stages() -> None:
        found = score_table(table)
        for domain in found.packed:
            found.stages(domain)

    rows = (
        ("scored", score),
        ("scored, stages written out", best(with_stages)),
        ("first time in the process", first),
    )
    print(f"\n{'in memory':<32}{'ms':>8}" + "".join(f"{'× ' + name:>24}" for name in one_pass))
    for name, seconds in (*one_pass.items(), *rows):
        ratios = "".join(f"{seconds / one:>24.1f}" for one in one_pass.values())
        print(f"{name:<32}{1000 * seconds:>8.0f}{ratios}")
    print(f"situations of the needs, all 19: {scored.situations('all')}")


def write_files(matrix: np.ndarray, folder: Path) -> tuple[Path, Path]:
    """Write the same answers as Parquet and as CSV, a part at a time: in words they are large."""
    path, rows, size = folder / "answers", 200_000, matrix.shape[1]
    files = (path.with_suffix(".parquet"), path.with_suffix(".csv"))
    head = in_words(matrix[:, :1])
    plain = csv.WriteOptions(quoting_style="none")
    with (
        parquet.ParquetWriter(files[0], head.schema) as first,
        csv.CSVWriter(files[1], head.schema, write_options=plain) as second,
    ):
        for start in range(0, size, rows):
            part = in_words(matrix[:, start : start + rows])
            first.write_table(part)
            second.write_table(part)
    return files


def in_words(matrix: np.ndarray) -> pa.Table:
    """Return answers in words, one column per question."""
    columns = {}
    for question, row in zip(Q.questions, matrix, strict=True):
        places = pa.array(np.maximum(row, 1).astype(np.int8) - 1, mask=row == 0)
        words = pa.DictionaryArray.from_arrays(places, pa.array(Q.scale(question.scale).codes))
        columns[question.id] = words.cast(pa.string())
    return pa.table(columns)


def end_to_end(path: Path) -> None:
    """Read, score and count one file, and print what it took; run in a process of its own."""
    start, spent = time.perf_counter(), time.process_time()
    table = read_table(path, Q).table
    read = time.perf_counter() - start
    score_table(table)
    scored = time.perf_counter() - start
    network(table, standard_benchmark())
    whole = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    processor = time.process_time() - spent
    figures = (size, read, scored, whole, processor, memory)
    print(f"{path.suffix:<10}" + "".join(f"{figure:>12.1f}" for figure in figures))


def main(size: int) -> None:
    """Print the whole table."""
    load = os.getloadavg()[0]
    print(f"{size:,} organisations × {len(Q.questions)} answers; {os.cpu_count()} cores, load {load:.1f}")
    matrix = matrix_of(size)
    in_memory(matrix)
    with tempfile.TemporaryDirectory() as folder:
        files = write_files(matrix, Path(folder))
        del matrix
        heads = ("MB", "read s", "scored s", "counted s", "processor s", "peak MB")
        print(f"\n{'from':<10}" + "".join(f"{head:>12}" for head in heads))
        for path in files:
            subprocess.run([sys.executable, "-m", "tests.speed.scale", str(path)], check=True)


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else str(EUROPE)
    if given.isdigit():
        main(int(given))
    else:
        end_to_end(Path(given))
