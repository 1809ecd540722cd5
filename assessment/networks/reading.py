"""A file of answers → AnswerTable: CSV or Parquet, one row per organisation, one column per question.

The files are read by pyarrow, on every core, each column as codes into its own short list of words: a word is
looked at once, however many organisations gave it.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from assessment.errors import BadInput
from assessment.networks.columns import Column, Header, header
from assessment.networks.table import GOALS, AnswerTable, Mask
from questionnaire.model import Questionnaire

PARQUET = (".parquet", ".pq")
CSV = (".csv", ".tsv", ".txt")
TABLES = (*PARQUET, *CSV)
"""Endings of the names of files that hold a table."""
_SEPARATORS = ",;\t|"
_HEAD_ROW = 1
_LONGEST_HEAD = 1_000_000
"""Bytes read to find the names of the columns."""

Chunk: TypeAlias = Any  # pyarrow is not typed
Chunks = list[Chunk]
"""The parts of one column, as pyarrow holds them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A table, and what was not used of the file."""

    table: AnswerTable
    set_aside: tuple[str, ...] = ()
    """Columns that are no question."""
    blank: int = 0
    """Organisations that answered nothing: they are not counted."""
    older: int = 0
    """Dossiers of an organisation of which a later one is there too."""


def is_table(path: Path) -> bool:
    """Say whether a file holds a table, by its name."""
    return path.suffix.lower() in TABLES


def read_table(path: Path, questionnaire: Questionnaire) -> Reading:
    """Read a file of answers; BadInput, one sentence, when it cannot be used."""
    read = _read_parquet if path.suffix.lower() in PARQUET else _read_csv
    try:
        return read(path, questionnaire)
    except FileNotFoundError:
        raise BadInput("file.missing", file=str(path)) from None
    except IsADirectoryError:
        raise BadInput("file.is_folder", file=str(path)) from None
    except PermissionError:
        raise BadInput("file.forbidden", file=str(path)) from None
    except OSError as error:
        raise BadInput("table.unreadable", file=str(path), reason=_first_line(error)) from None


def table_of_columns(
    columns: Mapping[str, Chunks], found: Header, file: str, questionnaire: Questionnaire
) -> Reading:
    """Turn the columns of a table into codes; the first organisation stands in row 2, under the names."""
    size = sum(len(chunk) for chunk in next(iter(columns.values())))
    answers = np.zeros((len(questionnaire.questions), size), np.uint8)
    places = {question.id: place for place, question in enumerate(questionnaire.questions)}
    profile: dict[str, NDArray[np.uint8]] = {}
    goals = np.zeros(size, np.uint32)
    for name, chunks in columns.items():
        column = found.used[name]
        if column.field == GOALS:
            _fill(goals, chunks, column, file, name)
        else:
            row = answers[places[column.field]] if column.field in places else np.zeros(size, np.uint8)
            _fill(row, chunks, column, file, name)
            if column.field not in places:
                profile[column.field] = row
    return without_blanks(AnswerTable.of(questionnaire, answers, profile, goals), file, found.set_aside)


def without_blanks(table: AnswerTable, file: str, set_aside: tuple[str, ...] = (), older: int = 0) -> Reading:
    """Leave out the organisations that answered nothing; BadInput when none is left."""
    said: Mask = np.logical_or.reduce(table.answers, axis=0)
    answered = int(np.count_nonzero(said))
    if not answered:
        raise BadInput("table.nobody", file=file)
    kept = table if answered == table.organisations else table.where(said)
    return Reading(kept, set_aside, table.organisations - answered, older)


def _fill(
    out: NDArray[np.uint8] | NDArray[np.uint32], chunks: Chunks, column: Column, file: str, name: str
) -> None:
    """Write the codes of one column; BadInput for the first word that is no answer."""
    start = 0
    for chunk in chunks:
        words, places = _words_of(chunk)
        codes = np.array([*(column.code(word) for word in words), 0], out.dtype)
        np.take(codes, places, out=out[start : start + len(chunk)], mode="clip")
        wrong = np.flatnonzero(codes == column.unknown)
        if len(wrong):
            bad = np.flatnonzero(np.isin(places, wrong))
            if len(bad):
                first = int(bad[0])
                raise column.refuse(file, start + first + _HEAD_ROW + 1, name, str(words[int(places[first])]))
        start += len(chunk)


def _words_of(chunk: Chunk) -> tuple[list[str | None], NDArray[np.signedinteger[Any]]]:
    """Return the different words of a part of a column, and which of them stands in each row.

    A row without a word has the place after the last of them.
    """
    import pyarrow as pa

    if pa.types.is_list(chunk.type) or pa.types.is_large_list(chunk.type):
        chunk = pa.array(
            [None if one is None else ";".join(map(str, one)) for one in chunk.to_pylist()], pa.string()
        )
    if not pa.types.is_dictionary(chunk.type):
        chunk = chunk.dictionary_encode()
    words = [None if word is None else str(word) for word in chunk.dictionary.to_pylist()]
    places = (
        chunk.indices
        if chunk.indices.null_count == 0
        else chunk.indices.cast(pa.int32()).fill_null(len(words))
    )
    found: NDArray[np.signedinteger[Any]] = places.to_numpy(zero_copy_only=False)
    return words, found


def _read_parquet(path: Path, questionnaire: Questionnaire) -> Reading:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        names = parquet.read_schema(path).names
        found = header(names, str(path), questionnaire)
        read = parquet.read_table(path, columns=list(found.used), read_dictionary=list(found.used))
    except pa.ArrowException as error:
        raise BadInput("table.not_parquet", file=str(path), reason=_first_line(error)) from None
    return table_of_columns(_chunks(read, found), found, str(path), questionnaire)


def _read_csv(path: Path, questionnaire: Questionnaire) -> Reading:
    import pyarrow as pa
    from pyarrow import csv as fast_csv

    names, separator = _head(path)
    found = header(names, str(path), questionnaire)
    kind = pa.dictionary(pa.int32(), pa.string())
    try:
        read = fast_csv.read_csv(
            path,
            read_options=fast_csv.ReadOptions(column_names=names, skip_rows=1, block_size=1 << 24),
            parse_options=fast_csv.ParseOptions(delimiter=separator, newlines_in_values=False),
            convert_options=fast_csv.ConvertOptions(
                include_columns=list(found.used),
                column_types=dict.fromkeys(found.used, kind),
                strings_can_be_null=True,
                null_values=[""],
                auto_dict_max_cardinality=None,
            ),
        )
    except pa.ArrowException as error:
        raise _what_is_wrong(path, separator, len(names), error) from None
    return table_of_columns(_chunks(read, found), found, str(path), questionnaire)


def _chunks(read: Chunk, found: Header) -> dict[str, Chunks]:
    return {name: read.column(name).chunks or [read.column(name).combine_chunks()] for name in found.used}


def _head(path: Path) -> tuple[list[str], str]:
    """Return the names of the columns of a CSV file and what parts them."""
    with path.open("rb") as file:
        line = file.readline(_LONGEST_HEAD)
    try:
        text = line.decode("utf-8-sig").strip("\r\n")
    except UnicodeDecodeError:
        raise BadInput("table.not_utf8", file=str(path), row=_HEAD_ROW) from None
    if not text.strip():
        raise BadInput("table.empty", file=str(path))
    separator = max(_SEPARATORS, key=text.count)
    return next(csv.reader([text], delimiter=separator)), separator


def _what_is_wrong(path: Path, separator: str, cells: int, error: Exception) -> BadInput:
    """Say in which row a CSV file cannot be read: looked for only once it could not be."""
    for row, line in enumerate(_lines(path), start=_HEAD_ROW):
        try:
            text = line.decode("utf-8-sig" if row == _HEAD_ROW else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            return BadInput("table.not_utf8", file=str(path), row=row)
        found = len(next(csv.reader([text], delimiter=separator), []))
        if found not in (0, cells):
            return BadInput("table.ragged", file=str(path), row=row, found=found, cells=cells)
    return BadInput("table.unreadable", file=str(path), reason=_first_line(error))


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:120]
