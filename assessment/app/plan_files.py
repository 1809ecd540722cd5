"""Putting the files of a plan on the disk; no widget in here."""

from collections.abc import Callable, Sequence
from pathlib import Path

from assessment.plan_export import ExportedFile
from assessment.safe_writing import write_atomically


def _write_new(path: Path, content: bytes) -> None:
    write_atomically(path, content, overwrite=False)


def write_beside(
    files: Sequence[ExportedFile], folder: Path, put: Callable[[Path, bytes], object] = _write_new
) -> tuple[Path, ...]:
    """Write files into a folder under names none has yet, the same number after each; BadInput if refused.

    `put` takes each one: the disk, unless a browser does.
    """
    paths = _free(files, folder)
    for file, path in zip(files, paths, strict=True):
        put(path, file.content)
    return paths


def _free(files: Sequence[ExportedFile], folder: Path) -> tuple[Path, ...]:
    number, paths = 1, tuple(folder / file.name for file in files)
    while any(path.exists() for path in paths):
        number += 1
        paths = tuple(_numbered(folder / file.name, number) for file in files)
    return paths


def _numbered(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem} ({number}){path.suffix}")
