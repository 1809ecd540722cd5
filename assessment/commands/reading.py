"""The dossiers named on the command line: which files they are, and what they hold."""

import sys
from collections.abc import Sequence
from glob import glob
from pathlib import Path

from assessment.dossier import Dossier, read_dossier, read_dossier_file
from assessment.dossier.reading import BIGGEST_FILE
from questionnaire.loading import standard_questionnaire

STANDARD = "-"
"""Stands for standard input and output."""


def read_given(given: str) -> Dossier:
    """Read one dossier, from its file or from standard input."""
    if given != STANDARD:
        return read_dossier_file(Path(given), standard_questionnaire())
    content = b"" if sys.stdin is None else sys.stdin.buffer.read(BIGGEST_FILE * 1_000_000 + 1)
    return read_dossier(content, STANDARD, standard_questionnaire())


def every_file(given: Sequence[str]) -> list[str]:
    """Return the files meant, patterns such as *.json spelt out: the Windows console leaves that to us."""
    return [file for one in given for file in _matching(one)]


def place_of(target: str) -> str | None:
    """Return what tells two files apart; None for a device, which takes any number of outputs."""
    if target == STANDARD:
        return STANDARD
    path = Path(target)
    try:
        return None if path.exists() and not path.is_file() else str(path.resolve())
    except (OSError, ValueError):  # a name too long or that none can have: reading or writing will tell
        return target


def _matching(given: str) -> list[str]:
    is_pattern = any(sign in given for sign in "*?[")
    if not is_pattern or place_of(given) is None or Path(given).is_file():
        return [given]
    return sorted(glob(given)) or [given]  # noqa: PTH207 - Path.glob refuses some patterns by an exception
