"""Walks a document, boxes inside boxes included."""

import dataclasses
from collections.abc import Iterator
from typing import Any


def blocks(value: object) -> Iterator[Any]:
    """Walk every block of a document, nested ones too."""
    if dataclasses.is_dataclass(value):
        yield value
        for part in dataclasses.fields(value):
            yield from blocks(getattr(value, part.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from blocks(part)


def strings(value: object) -> Iterator[str]:
    """Walk every text of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif dataclasses.is_dataclass(value):
        for part in dataclasses.fields(value):
            yield from strings(getattr(value, part.name))
