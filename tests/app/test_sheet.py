"""The printed page drawn in a terminal: the same words in the same order, at every width."""

from dataclasses import dataclass, fields
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from textual.content import Content

from assessment.app.sheet import drawn
from assessment.app.sheet_lines import framed, shares_of, side_by_side
from assessment.demo import demo_dossiers
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import document as doc
from assessment.report import report_document

BLOCKS = get_args(doc.Block)
WIDTHS = (1, 7, 20, 49, 50, 72, 100)


def sample(kind: Any, name: str = "") -> Any:  # noqa: ANN401
    """Make a value of a type, every text in it being the name of its field."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return inner[0]
    if origin is UnionType or type(kind).__name__ == "Union":
        return sample(
            next(one for one in (doc.Paragraph, *inner) if one in inner and one is not NoneType), name
        )
    if origin is tuple:
        return tuple(sample(one, name) for one in inner if one is not ...)
    if kind in (str, int, float, bool):
        return {str: f"«{name} [/x] [UK]»", int: 1, float: 0.5, bool: True}[kind]
    hints = get_type_hints(kind)
    return kind(**{field.name: sample(hints[field.name], field.name) for field in fields(kind)})


def squeezed(text: str) -> str:
    """Return what is said, without the room, the frames and the cuts between words."""
    return "".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", BLOCKS, ids=lambda kind: kind.__name__)
def test_every_block_there_is_can_be_drawn_at_every_width(kind: type, width: int) -> None:
    lines = drawn([sample(kind)], width)
    assert lines
    assert width < 20 or all(line.cell_length <= width for line in lines)


def test_a_block_nobody_foresaw_is_written_out() -> None:
    @dataclass(frozen=True)
    class Sealed:
        words: str
        parts: tuple[doc.Paragraph, ...]

    unknown: Any = Sealed("d’abord", (doc.Paragraph("ensuite", label="puis"),))
    said = " ".join(line.plain for line in drawn([unknown], 40))
    assert said.index("d’abord") < said.index("ensuite")
    assert "puis" in said


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("dossier", demo_dossiers(), ids=lambda dossier: dossier.organisation.name)
def test_the_front_sheet_says_the_same_words_in_the_same_order(dossier: Any, lang: str) -> None:  # noqa: ANN401
    """Narrow, so that nothing stands side by side: reading down is then the order of the page."""
    document = report_document(diagnose_dossier(dossier), lang, date=date(2026, 11, 25), plan=dossier.plan)
    said = squeezed("".join(line.plain.strip("│ ") for line in drawn(document.pages[0].blocks, 44)))
    place = 0
    for block in document.pages[0].blocks:
        for text in texts_of(block):
            found = said.find(squeezed(text), place)
            assert found >= place, text
            place = found


def texts_of(block: Any) -> list[str]:  # noqa: ANN401
    """Return the texts of a block in reading order; none of a block the front sheet does not hold."""
    match block:
        case doc.Title():
            return [block.kicker, block.text, *block.lines]
        case doc.Heading():
            return [block.text]
        case doc.Paragraph():
            return [part for part in (block.label, block.text) if part]
        case doc.Bullets():
            return [text for item in block.items for text in texts_of(item)]
        case doc.Callout():
            return [block.heading.text, *(text for inner in block.blocks for text in texts_of(inner))]
        case doc.Columns():
            return [*texts_of(block.left), *texts_of(block.right)]
        case doc.Table():
            return [cell for row in block.rows for cell in row]
        case doc.StatePicture():
            rows = [text for row in block.rows for text in (row.label, row.stage, row.counts)]
            return [*rows, *(words for _, words in block.legend)]
    return []


def test_every_sign_of_the_picture_is_said_in_the_legend() -> None:
    picture = doc.StatePicture
    dossier = demo_dossiers()[2]
    document = report_document(diagnose_dossier(dossier), "fr", date=date(2026, 11, 25))
    (block,) = [one for one in document.pages[0].blocks if isinstance(one, picture)]
    *_, legend = "\n".join(line.plain for line in drawn([block], 200)).split("\n")
    for sign in "■□·?–":
        assert f"{sign}\N{NO-BREAK SPACE}" in legend


@pytest.mark.parametrize("width", range(5, 60))
def test_columns_and_frames_are_as_wide_as_they_are_told(width: int) -> None:
    lines = [Content("x")]
    assert {line.cell_length for line in framed(lines, width, height=3)} == {width}
    widths = shares_of(width, (0.35, 0.16, 0.49), gap=2)
    assert sum(widths) + 4 <= max(width, 7)
    assert all(line.cell_length <= sum(widths) + 4 for line in side_by_side([lines] * 3, widths))
