"""The first frame costs textual and sqlite only; the questions are read after it."""

import subprocess
import sys

HEAVY = {"pydantic", "pandas", "numpy", "reportlab", "babel", "filelock", "benchmarks"}


def loaded_after(code: str) -> set[str]:
    listing = "\nimport sys; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code + listing], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_what_the_first_screen_needs_loads_nothing_heavy() -> None:
    assert set() == loaded_after("import assessment.app, assessment.app.jalon") & HEAVY


def test_the_package_alone_does_not_even_load_textual() -> None:
    """The command line and the line mode import it too."""
    assert "textual" not in loaded_after("import assessment.app")


def test_the_first_screen_is_painted_without_anything_heavy(tmp_path: object) -> None:
    code = f"""
import asyncio, sys
from pathlib import Path
from assessment.app import Start
from assessment.app.jalon import Jalon
Jalon._read_questionnaire = lambda self: None
async def main():
    app = Jalon(Path({str(tmp_path)!r}) / "w.sqlite3", "fr", start=Start())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
    app.close()
asyncio.run(main())
"""
    assert set() == loaded_after(code) & HEAVY
