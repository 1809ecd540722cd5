"""Measures what the user waits for and prints a table; ratios hold on any machine, nothing is asserted.

.venv/bin/python -m tests.speed.measure [runs]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pexpect

from tests.speed.crowd import fill_crowd

HERE = Path(__file__).parent
JALON = (sys.executable, "-m", "assessment.cli")
BARE = (sys.executable, str(HERE / "bare_wizard.py"))
SCREEN = (24, 80)
CROWD = 5_000
"""Organisations of a large portfolio."""


def spawn(command: Sequence[str], workspace: Path) -> "pexpect.spawn[str]":
    """Start a command in a pseudo-terminal of 80 by 24."""
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "JALON_WORKSPACE": str(workspace),
        "JALON_LANG": "fr",
        "TEXTUAL_ANIMATIONS": "none",
    }
    first, *rest = command
    child = pexpect.spawn(first, rest, env=environment, dimensions=SCREEN, encoding="utf-8", timeout=20)
    child.delaybeforesend = None  # pexpect waits 50 ms before each key otherwise
    return child


def first_frame(command: Sequence[str], shown: str, workspace: Path) -> float:
    """Return the milliseconds from the start of a process to its words on the screen."""
    start = time.perf_counter()
    child = spawn(command, workspace)
    child.expect_exact(shown)
    elapsed = 1000 * (time.perf_counter() - start)
    child.close(force=True)
    return elapsed


def key_to_repaint(command: Sequence[str], shown: Sequence[str], folder: Path) -> list[float]:
    """Return the milliseconds from a digit to the next question, sorted: three questions on, three back."""
    child = spawn(command, folder / "keys.sqlite3")
    child.expect_exact(shown[0])
    time.sleep(1.0)  # the first question settles: a person reads it before pressing a key
    found = []
    for _ in range(15):
        for following in shown[1:]:
            time.sleep(0.1)
            start = time.perf_counter()
            child.send("1")
            child.expect_exact(following)
            found.append(1000 * (time.perf_counter() - start))
        for previous in reversed(shown[:-1]):
            time.sleep(0.1)
            child.send("\x7f")
            child.expect_exact(previous)
    child.close(force=True)
    return sorted(found)


def key_to_results(folder: Path) -> list[float]:
    """Return the milliseconds from a key to the results of a demo organisation and back again, sorted."""
    child = spawn((*JALON, "demo"), folder / "results.sqlite3")
    child.expect_exact("Prochain pas")
    time.sleep(1.0)  # benchmark and rules are read meanwhile, as while a person reads
    child.send("1")
    child.expect_exact("Voir les résultats")
    found = []
    for _ in range(15):
        time.sleep(0.3)
        start = time.perf_counter()
        child.send("3")
        child.expect_exact("Et ensuite")
        found.append(1000 * (time.perf_counter() - start))
        time.sleep(0.3)
        child.send("\x1b")
        child.expect_exact("Voir les résultats")
    child.close(force=True)
    return sorted(found)


def cold(command: Sequence[str]) -> tuple[float, float]:
    """Return the milliseconds and the peak megabytes of one whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = 1000 * (time.perf_counter() - start)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    return elapsed, usage.ru_maxrss / 1024


def key_to_list(workspace: Path) -> float:
    """Return the milliseconds from the key to the list of organisations, the app at rest."""
    child = spawn(JALON, workspace)
    child.expect_exact("Commencer")
    time.sleep(2.0)  # the questions are read meanwhile: a person reads the first screen
    start = time.perf_counter()
    child.send("4")
    child.expect_exact("Prochain")
    elapsed = 1000 * (time.perf_counter() - start)
    child.close(force=True)
    return elapsed


def first_frames(runs: int, folder: Path) -> tuple[float, float, float]:
    """Return the median first frames of the bare wizard, of the app, and of the app with a crowd, in turn."""
    bare, ours, crowded = [], [], []
    for _ in range(runs + 1):
        bare.append(first_frame(BARE, "Bare wizard", folder / "bare"))
        ours.append(first_frame(JALON, "Commencer", folder / "one.sqlite3"))
        crowded.append(first_frame(JALON, "Commencer", folder / "crowd.sqlite3"))
    return statistics.median(bare[1:]), statistics.median(ours[1:]), statistics.median(crowded[1:])


def main(runs: int) -> None:
    """Measure everything once and print it."""
    dossier = next((HERE.parents[1] / "assessment" / "demo").glob("*.json"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill_crowd(folder / "one.sqlite3", 1)
        fill_crowd(folder / "crowd.sqlite3", CROWD)
        bare, ours, crowded = first_frames(runs, folder)
        lists = [
            statistics.median(key_to_list(folder / f"{name}.sqlite3") for _ in range(min(runs, 5)))
            for name in ("one", "crowd")
        ]
        bare_keys = key_to_repaint(BARE, [f"question {n}" for n in range(1, 5)], folder)
        keys = key_to_repaint((*JALON, "new", "Mesure", "--at", "q03"), ["q03", "q04", "q05", "q06"], folder)
        results = key_to_results(folder)
        pdf = (*JALON, "diagnose", str(dossier), "--pdf", str(folder / "speed.pdf"))
        short = [cold(pdf) for _ in range(runs + 1)][1:]
        full = [cold((*pdf, "--full")) for _ in range(runs + 1)][1:]
    key, bare_key = statistics.median(keys), statistics.median(bare_keys)
    rows = [
        ("first frame, bare Textual wizard", f"{bare:.0f} ms", ""),
        ("first frame, jalon", f"{ours:.0f} ms", f"{ours / bare:.2f} × bare (at most 1.3)"),
        (
            f"first frame, {CROWD} organisations",
            f"{crowded:.0f} ms",
            f"{crowded / bare:.2f} × bare (at most 1.3)",
        ),
        ("key to the list, 1 organisation", f"{lists[0]:.0f} ms", "(at most 100)"),
        (f"key to the list, {CROWD} organisations", f"{lists[1]:.0f} ms", "(at most 100)"),
        ("key to next question, bare wizard", f"{bare_key:.1f} ms", "median"),
        (
            "key to next question, jalon",
            f"{key:.1f} ms",
            f"{key / bare_key:.2f} × bare (median at most 10 ms)",
        ),
        ("key to next question, jalon, p95", f"{keys[int(0.95 * len(keys))]:.1f} ms", ""),
        ("key to results", f"{statistics.median(results):.0f} ms", "median (at most 100)"),
        ("diagnose --pdf, cold", f"{statistics.median(t for t, _ in short):.0f} ms", "(at most 1500)"),
        ("diagnose --pdf --full, cold", f"{statistics.median(t for t, _ in full):.0f} ms", "(at most 1500)"),
        ("peak memory of both", f"{max(m for _, m in short + full):.0f} MB", "(under 120)"),
    ]
    for label, figure, remark in rows:
        print(f"{label:<38}{figure:>12}  {remark}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
