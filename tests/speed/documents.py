"""Measures the documents and prints a table: one warm, one cold, a batch on all cores; nothing is asserted.

.venv/bin/python -m tests.speed.documents [documents in the batch]
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from assessment.demo import demo_dossiers
from assessment.diagnosis import Diagnosis
from assessment.dossier import ATTACHED_NAME, Dossier, dossier_to_attach, write_dossier
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import AttachedFile, Form, render_pdf
from tests.report.many import many

DAY = date(2026, 11, 23)
ROUNDS = 30
COLD = """
import sys, time
from tests.speed import documents
dossier = documents.demo_dossiers()[1]
diagnosis = documents.diagnose_dossier(dossier)
start = time.perf_counter()
documents.made(dossier, diagnosis, "full")
print(1000 * (time.perf_counter() - start))
"""


BARE = """
import time
start = time.perf_counter()
from io import BytesIO
from reportlab.pdfgen.canvas import Canvas
canvas = Canvas(BytesIO())
canvas.showPage()
canvas.save()
print(1000 * (time.perf_counter() - start))
"""


def made(dossier: Dossier, diagnosis: Diagnosis, form: Form) -> bytes:
    """Make one document, its dossier inside."""
    inside = AttachedFile(ATTACHED_NAME, dossier_to_attach(dossier, dossier.latest, comments=form == "full"))
    return render_pdf(diagnosis, "fr", form=form, date=DAY, plan=dossier.plan, dossier=inside)


def warm(form: Form) -> tuple[float, float]:
    """Return the median milliseconds and the largest kilobytes of the demo documents."""
    pairs = [(dossier, diagnose_dossier(dossier)) for dossier in demo_dossiers()]
    times, sizes = [], []
    for turn in range(ROUNDS + 3):
        for dossier, diagnosis in pairs:
            start = time.perf_counter()
            content = made(dossier, diagnosis, form)
            if turn >= 3:
                times.append(1000 * (time.perf_counter() - start))
                sizes.append(len(content) / 1000)
    return statistics.median(times), max(sizes)


def cold() -> float:
    """Return the milliseconds of the first full document of a process, reportlab's loading included."""
    return _median_of(COLD)


def reportlab_alone() -> float:
    """Return the milliseconds a process takes to load reportlab and write one empty page."""
    return _median_of(BARE)


def _median_of(program: str) -> float:
    """Return the median of what a program prints, its modules compiled as on a computer that has run it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = [sys.executable, "-c", program]
    found = [
        float(subprocess.run(run, env=environment, capture_output=True, check=True).stdout) for _ in range(8)
    ]
    return statistics.median(found[1:])


def growth(count: int) -> tuple[float, float]:
    """Return the megabytes a process holds after a fifth of the documents and after all of them."""
    held = []
    for number, dossier in enumerate(many(count, hostile=False), start=1):
        made(dossier, diagnose_dossier(dossier), "full")
        if number in (count // 5, count):
            status = Path("/proc/self/status")
            found = re.search(r"VmRSS:\s+(\d+)", status.read_text()) if status.exists() else None
            held.append(int(found[1]) / 1024 if found else float("nan"))
    return held[0], held[-1]


def batch(count: int, *options: str) -> float:
    """Return the documents a second of one command over as many different dossiers, on all cores."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = []
        for number, dossier in enumerate(many(count, hostile=False)):
            files.append(folder / f"{number}.json")
            files[-1].write_bytes(write_dossier(dossier))
        (folder / "out").mkdir()
        command = [sys.executable, "-m", "assessment.cli", "diagnose", *map(str, files)]
        start = time.perf_counter()
        subprocess.run(
            [*command, "--pdf-dir", str(folder / "out"), *options], check=True, capture_output=True
        )
        elapsed = time.perf_counter() - start
        assert len(list((folder / "out").glob("*.pdf"))) == count
    return count / elapsed


def main(count: int) -> None:
    """Measure everything once and print it."""
    short_ms, short_kb = warm("short")
    full_ms, full_kb = warm("full")
    after_a_fifth, after_all = growth(count)
    first, bare = cold(), reportlab_alone()
    rows = [
        ("short document, warm", f"{short_ms:.0f} ms", f"{short_ms / full_ms:.2f} × full"),
        ("full document, warm", f"{full_ms:.0f} ms", "(median at most 120)"),
        ("full document, first of a process", f"{first:.0f} ms", f"{first / bare:.1f} × (at most 400)"),
        ("reportlab alone, one empty page", f"{bare:.0f} ms", "1 ×"),
        ("largest of the full ones", f"{full_kb:.0f} KB", "(at most 250)"),
        ("largest of the short ones", f"{short_kb:.0f} KB", ""),
        (f"{count} short ones, {os.cpu_count()} cores", f"{batch(count):.1f} /s", "(at least 20)"),
        (f"{count} full ones, {os.cpu_count()} cores", f"{batch(count, '--full'):.1f} /s", ""),
        (f"memory after {count // 5} full ones", f"{after_a_fifth:.0f} MB", ""),
        (f"memory after {count} full ones", f"{after_all:.0f} MB", "(under 120)"),
    ]
    for label, figure, remark in rows:
        print(f"{label:<38}{figure:>12}  {remark}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
