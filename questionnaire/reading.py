"""Reading a file of content; every mistake in one sentence. Light: the first screen reads its words so."""

import tomllib
from collections.abc import Iterable
from importlib.resources.abc import Traversable


class ContentError(ValueError):
    """A content file cannot be used; the message is one sentence naming file, key and value."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like the one given, if any is close."""
    import difflib

    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return close[0] if close else None


def read_toml(file: Traversable) -> dict[str, object]:
    """Read one TOML file; a mistake in it becomes a ContentError naming the file and the line."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(f"{file.name}: the file is missing") from None
    except UnicodeDecodeError:
        raise ContentError(f"{file.name}: the file is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{file.name}: not valid TOML: {error}") from None
