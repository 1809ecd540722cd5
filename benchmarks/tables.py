"""What a pack's files look like, checked at the border; every mistake is one sentence.

A mistake names the file, the line or key, the value and the nearest valid name (ContentError).
"""

import csv
import io
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator, Field, ValidationError

from benchmarks.model import Effect, Kind, Status
from questionnaire.loading import ContentError, explain, nearest, read_toml
from questionnaire.model import Frozen, Text

Percent = Annotated[float, Field(ge=0, le=100)]
_EMPTY_IS_NONE = BeforeValidator(lambda cell: None if cell == "" else cell)
_WORDS = BeforeValidator(lambda cell: tuple(str(cell).replace(";", " ").split()))
OptionalPercent = Annotated[Percent | None, _EMPTY_IS_NONE]
OptionalNumber = Annotated[float | None, _EMPTY_IS_NONE]
OptionalCount = Annotated[Annotated[int, Field(ge=0)] | None, _EMPTY_IS_NONE]
Names = Annotated[tuple[str, ...], _WORDS]
YesOrEmpty = Literal["yes", ""]
AskedOf = Literal["respondents", "cooperated"]
Count = Annotated[int, Field(ge=0)]
Limits = tuple[Count | None, Count | None]


class StandingEntry(Frozen):
    """The sentences that stand wherever the figures of a pack appear."""

    short: Text
    long: Text


class PackFile(Frozen):
    """pack.toml."""

    id: str
    year: str
    n: Annotated[int, Field(gt=0)]
    title: Text
    fieldwork: Text
    facts: dict[str, int]
    standing: StandingEntry
    kind: Kind = "study"
    scales: dict[str, tuple[str, ...]]
    totals: dict[str, tuple[str, ...]]
    layers: dict[str, Text]


class PopulationEntry(Frozen):
    """One group of populations.toml."""

    label: Text
    respondents: Limits
    cooperated: Limits
    derivation: str = ""
    rest: str | None = None


class VariantEntry(Frozen):
    """One version of a contradicted figure."""

    section: str
    value: str


class ConflictEntry(Frozen):
    """One contradiction of conflicts.toml."""

    title: str
    effect: Effect
    headline: str
    why: str
    variants: tuple[VariantEntry, ...]
    hull: tuple[Percent, ...] = ()
    indicative: bool = False
    note: Text | None = None


class FlagEntry(Frozen):
    """One aged item of flags.toml."""

    effect: Literal["band_b", "note"]
    reason: Text


class ItemRow(Frozen):
    """A line of items.csv."""

    item: str
    scale: str
    asked_of: AskedOf
    section: str


class ShareRow(Frozen):
    """A line of shares.csv."""

    population: str
    item: str
    answer: str
    status: Status
    value: OptionalPercent
    low: OptionalPercent
    high: OptionalPercent
    reversed: YesOrEmpty
    derivation: str
    conflicts: Names
    figures: Names
    base: OptionalCount = None


class FigureRow(Frozen):
    """A line of figures.csv."""

    id: str
    section: str
    chapter: str
    item: str
    answer: str
    population: str
    base: Literal["respondents", "cooperated", ""]
    value: OptionalNumber
    unit: str
    status: Status
    text: str
    layer: str
    headline: YesOrEmpty
    conflicts: Names
    note: str


class AmongRow(Frozen):
    """A line of among_users.csv."""

    id: str
    item: str
    among: str
    share_of: str
    value: OptionalPercent
    status: Status
    section: str
    layer: str
    headline: YesOrEmpty
    conflicts: Names
    note: str


Shape = TypeVar("Shape", bound=Frozen)


def read_entries(file: Traversable, shape: type[Shape]) -> dict[str, Shape]:
    """Read a TOML file of named entries; raises ContentError."""
    return {name: check(shape, entry, f"{file.name}: {name}") for name, entry in read_toml(file).items()}


def read_pack(file: Traversable) -> PackFile:
    """Read pack.toml; raises ContentError."""
    return check(PackFile, read_toml(file), file.name)


def read_rows(file: Traversable, shape: type[Shape]) -> list[tuple[int, Shape]]:
    """Read a table as (line number, row); raises ContentError naming the line."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(f"{file.name}: the file is missing") from None
    except UnicodeDecodeError:
        raise ContentError(f"{file.name}: the file is not UTF-8 text") from None
    reader = csv.DictReader(io.StringIO(text), restkey="(too many cells)")
    _check_columns(file.name, reader.fieldnames or (), shape)
    return [(reader.line_num, check(shape, row, f"{file.name} line {reader.line_num}")) for row in reader]


def check(shape: type[Shape], value: object, place: str) -> Shape:
    """Validate one entry; raises ContentError with one sentence."""
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        raise ContentError(explain(error, place, shape.model_fields)) from None


def known(value: str, names: Iterable[str], place: str) -> None:
    """Raise ContentError, with the nearest valid name, unless the value is one of the names."""
    valid = list(names)
    if value in valid:
        return
    guess = nearest(value, valid)
    hint = f"; nearest valid name: {guess}" if guess else ""
    raise ContentError(f"{place} = {value!r} is not known{hint}")


def _check_columns(file_name: str, columns: Iterable[str], shape: type[Frozen]) -> None:
    """Check that a table has the columns of its shape and no other; those with a default may be left out."""
    found = list(columns)
    for column in found:
        known(column, shape.model_fields, f"{file_name}: column")
    for column, field in shape.model_fields.items():
        if field.is_required() and column not in found:
            raise ContentError(f"{file_name}: the column {column!r} is missing")
