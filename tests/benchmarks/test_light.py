"""The reference is light: reading it imports no table library, its model no validation library."""

import subprocess
import sys

import pytest

HEAVY = ("pandas", "numpy", "textual", "rich", "reportlab", "sqlite3", "assessment")


def imported_by(module: str) -> set[str]:
    code = f"import {module}, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("module", ["loading", "checking", "describe", "intervals", "model"])
def test_nothing_heavy_is_imported(module: str) -> None:
    assert not imported_by(f"benchmarks.{module}") & set(HEAVY)


@pytest.mark.parametrize("module", ["model", "intervals", "tightening"])
def test_the_figures_need_no_validation_library(module: str) -> None:
    assert "pydantic" not in imported_by(f"benchmarks.{module}")
