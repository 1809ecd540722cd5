"""The pack that ships, and a copy of it that a test may break."""

import shutil
from pathlib import Path

import pytest

import benchmarks
from benchmarks.loading import standard_benchmark
from benchmarks.model import Benchmark

SHIPPED = Path(benchmarks.__file__).parent / "soga_2019"


@pytest.fixture(scope="session")
def soga() -> Benchmark:
    return standard_benchmark()


@pytest.fixture
def pack_copy(tmp_path: Path) -> Path:
    copy = tmp_path / "pack"
    shutil.copytree(SHIPPED, copy)
    return copy
