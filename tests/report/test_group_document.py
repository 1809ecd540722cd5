"""The pages about a group: accessible, few, in both languages, and the same every time."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any

import page as validator
import pypdf
import pytest

from assessment.report import group_material, render_group
from assessment.report.content.group import PARTS, group_document
from assessment.report.document import Heading, Table
from assessment.room import Room, room_of
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire
from tests.workshop import LINES, NAMED, sheets

DAY = date(2026, 11, 25)
PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A)
HOSTILE = "Acme [/x] <b>&\N{RIGHT-TO-LEFT MARK} é\N{WATER WAVE}" + "x" * 180


def room(*, is_public: bool = False, made: list[AnswerSheet] | None = None) -> Room:
    return room_of(standard_questionnaire(), sheets() if made is None else made, is_public=is_public)


def hostile() -> list[AnswerSheet]:
    named = [sheet.with_field("organisation.name", HOSTILE) for sheet in sheets()]
    return [sheet.with_field("consent.named", True) for sheet in named]


ROOMS: dict[str, Callable[[], Room]] = {
    "room": room,
    "public": lambda: room(is_public=True),
    "small": lambda: room(made=sheets()[:3]),
    "empty": lambda: room(made=[]),
    "hostile": lambda: room(made=hostile()),
    "silent": lambda: room(made=[AnswerSheet()] * 12),
    "thirty": lambda: room(made=[*sheets(), *sheets(), *sheets()[:6]]),
}


@pytest.mark.parametrize("name", ROOMS)
def test_both_standards_in_the_same_file_and_the_same_bytes(name: str, lang: str) -> None:
    content = render_group(ROOMS[name](), lang, "pdf", date=DAY)
    for profile in PROFILES:
        report: Any = validator.validate_pdf_bytes(content, profile=profile)
        assert report.is_compliant, [(one.rule_id, one.message) for one in report.failures][:5]
    assert content == render_group(ROOMS[name](), lang, "pdf", date=DAY)


def test_the_workshop_takes_five_pages_at_most(lang: str) -> None:
    reader = pypdf.PdfReader(BytesIO(render_group(room(), lang, "pdf", date=DAY)))
    assert 3 <= len(reader.pages) <= 5
    small = pypdf.PdfReader(BytesIO(render_group(ROOMS["small"](), lang, "pdf", date=DAY)))
    assert len(small.pages) == 1


def test_who_uses_and_who_seeks_is_told_with_the_names_agreed(lang: str) -> None:
    text = render_group(room(), lang, "txt", date=DAY).decode()
    willing = {LINES[place].partition(" ;")[0] for place in NAMED}
    others = {line.partition(" ;")[0] for line in LINES} - willing
    assert all(name in text for name in willing)
    assert not any(name in text for name in others)
    assert ("6 sur 12" if lang == "fr" else "6 of 12") in text


def test_no_percent_sign_stands_for_the_room(lang: str) -> None:
    material = group_material(room(), lang, date=DAY)
    for part, make in PARTS.items():
        if part not in ("europe", "method"):
            assert "%" not in repr(make(material))


def test_europe_stands_with_year_and_n(lang: str) -> None:
    material = group_material(room(), lang, date=DAY)
    tables = [block for block in PARTS["europe"](material) if isinstance(block, Table)]
    assert tables
    for table in tables:
        assert "2018" in table.columns[-1].title
        assert all(re.search(r"n\W", row[-1]) for row in table.rows)
        assert table.caption
        assert "2018" in table.caption
    names = [row[0] for row in tables[0].rows]
    assert material.names.item("tech_ai") not in names


def test_no_small_number_leaves_the_room(lang: str) -> None:
    material = group_material(room(is_public=True), lang, date=DAY)
    for part in ("overview", "exchange", "together", "clarify", "basics", "table"):
        said = repr(PARTS[part](material))
        assert not any(line.partition(" ;")[0] in said for line in LINES)
        for block in PARTS[part](material):
            if isinstance(block, Table):
                cells = [cell for row in block.rows for cell in row[1:]]
                assert not any(re.fullmatch(r"[1-4]( .*)?", cell) for cell in cells)


def test_what_may_not_be_told_outside_the_room_is_never_told_as_absent(lang: str) -> None:
    material = group_material(room(is_public=True), lang, date=DAY)
    said = render_group(room(is_public=True), lang, "txt", date=DAY).decode()
    assert material.t("nothing_public") in said
    denied = ("overview.nothing", "exchange.none", "together.teach_none", "together.together_none")
    assert not any(material.t(key) in said for key in (*denied, "clarify.first_none"))


def test_every_part_begins_with_its_own_heading(lang: str) -> None:
    for make in ROOMS.values():
        document = group_document(group_material(make(), lang, date=DAY))
        levels = [
            block.level for page in document.pages for block in page.blocks if isinstance(block, Heading)
        ]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
