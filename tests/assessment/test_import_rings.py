"""Three rings, arrows inward only, and a core that knows no screen, no paper, no table and no database."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

FORBIDDEN = ("textual", "rich", "reportlab", "docx", "pandas", "sqlite3")
CORE = (
    "assessment.scoring",
    "assessment.comparison",
    "assessment.facts",
    "assessment.support_programmes",
    "assessment.orientation",
    "assessment.rulebook",
    "assessment.recommendation",
    "assessment.followup",
    "assessment.diagnosis",
)
DIAGNOSE = """
from assessment.diagnosis import Subject, diagnose
from assessment.rulebook import standard_rulebook
from benchmarks.loading import standard_benchmark
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire
parts = (standard_questionnaire(), standard_benchmark(), standard_rulebook())
diagnose(AnswerSheet.of({"answers.tech_ai": "need"}), *parts, subject=Subject())
"""
MAY_IMPORT_PANDAS = ("benchmarks/building.py", "assessment/networks/frames.py")


def loaded_after(code: str) -> set[str]:
    """Return the top-level packages a fresh interpreter holds after running some code."""
    listing = "\nimport sys; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", code + listing], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize("module", CORE)
def test_a_module_of_the_core_loads_no_edge(module: str) -> None:
    assert loaded_after(f"import {module}").isdisjoint(FORBIDDEN)


def test_a_whole_diagnosis_loads_no_edge() -> None:
    assert loaded_after(DIAGNOSE).isdisjoint(FORBIDDEN)


def imported_by(file: Path) -> set[str]:
    """Return the top-level packages a file imports anywhere, even inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def sources(package: str) -> list[Path]:
    folder = Path(str(import_module(package).__file__)).parent
    found = sorted(folder.rglob("*.py"))
    assert found
    return found


def test_the_questionnaire_imports_nothing_of_ours() -> None:
    for file in sources("questionnaire"):
        assert imported_by(file).isdisjoint({"benchmarks", "assessment"}), file


def test_the_benchmark_knows_the_questionnaire_only() -> None:
    for file in sources("benchmarks"):
        assert "assessment" not in imported_by(file), file


def test_pandas_is_imported_by_two_edges_only() -> None:
    for package in ("questionnaire", "benchmarks", "assessment"):
        for file in sources(package):
            if "pandas" in imported_by(file):
                assert file.as_posix().endswith(MAY_IMPORT_PANDAS), file


def test_the_core_imports_no_module_of_the_edges() -> None:
    """Inside assessment/, the core knows the core only."""
    for module in CORE:
        tree = ast.parse(Path(str(import_module(module).__file__)).read_text(encoding="utf-8"))
        ours = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
        assert {name for name in ours if name.startswith("assessment")} <= set(CORE), module
