"""Handing a file over: written to the disk, or downloaded by the browser the app is seen in."""

import re
import unicodedata
from functools import partial
from io import BytesIO
from pathlib import Path

from textual.app import App

from assessment.safe_writing import write_atomically

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]+")


def hand_over(app: App[None], path: Path, content: bytes, *, overwrite: bool = True) -> None:
    """Write a file at `path`, or, in a browser, have it downloaded under that name; any thread may call it.

    BadInput when the disk refuses, or has such a file already and must keep it. `app.is_web` tells which of
    the two to say.
    """
    if app.is_web:
        # In the app's own thread: what the driver announces must not meet the picture of a page.
        app.call_later(partial(app.deliver_binary, BytesIO(content), save_filename=download_name(path.name)))
    else:
        write_atomically(path, content, overwrite=overwrite)


def download_name(name: str) -> str:
    """Return a file name in plain letters, digits and dashes: a comma in one breaks the download."""
    stem, dot, ending = name.rpartition(".")
    decomposed = unicodedata.normalize("NFKD", stem if dot else name)
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return (
        (_NOT_PLAIN.sub("-", plain).strip("-") or "jalon") + dot + _NOT_PLAIN.sub("", ending if dot else "")
    )
