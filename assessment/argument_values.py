"""Values typed on the command line, read one by one; a mistake is a BadInput that names the option."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from assessment.errors import BadInput


def place(key: str) -> Callable[[str], Path]:
    """Return what reads the file or folder of an option; an empty one is a forgotten value."""

    def read(given: str) -> Path:
        if not given:
            raise BadInput("usage.expected_value", key=key)
        return Path(given)

    return read


def port(given: str) -> int:
    """Read the number of a port."""
    if not re.fullmatch(r"[0-9]{1,5}", given) or not 0 < int(given) < 65536:
        raise BadInput("usage.bad_port", value=given)
    return int(given)


def known_name(given: str) -> str:
    """Read the name of an organisation that exists: bytes that are no text can be in none."""
    return given.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def day(given: str) -> date:
    """Read a date of the form YYYY-MM-DD."""
    try:
        return date.fromisoformat(given) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", given) else _bad_date(given)
    except ValueError:
        return _bad_date(given)


def _bad_date(given: str) -> NoReturn:
    raise BadInput("usage.bad_date", value=given)
