"""The pictures before any drawing: numbers taken from the diagnosis, and words that hold all of them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import pytest

from assessment.diagnosis import Diagnosis
from assessment.dossier import Action
from assessment.report import render_text, report_document
from assessment.report.document import Block, EuropeChart, StatePicture, TwoLanes
from assessment.scoring import DOMAINS
from assessment.texts import texts
from assessment.wording import Wording

DAY = date(2026, 11, 23)

Make = Callable[..., Diagnosis]
Demo = tuple[Diagnosis, tuple[Action, ...]]
Picture = TypeVar("Picture", StatePicture, TwoLanes, EuropeChart)


def pictures(diagnosis: Diagnosis, lang: str, kind: type[Picture]) -> list[Picture]:
    """Return the pictures of one kind in the full form, in reading order."""
    pages = report_document(diagnosis, lang, form="full", date=DAY).pages
    found: list[Block] = [block for page in pages for block in page.blocks]
    return [block for block in found if isinstance(block, kind)]


def test_two_lanes_draw_the_uses_and_the_average_of_the_diagnosis(demo: Demo, lang: str) -> None:
    diagnosis, _ = demo
    drawn = pictures(diagnosis, lang, TwoLanes)
    assert len(drawn) == 3
    words = Wording(lang, diagnosis)
    for domain, lanes in zip(DOMAINS, drawn, strict=True):
        profile = diagnosis.profile.domains[domain]
        expected = diagnosis.comparison.domains[domain].expected_use
        assert expected is not None
        assert (lanes.use, lanes.total) == (len(profile.use), profile.answered)
        assert (lanes.low, lanes.high) == (expected.low, min(expected.high, lanes.total))
        assert 0 <= lanes.low <= lanes.high <= lanes.total
        count = words.europe_words.count(expected)
        assert count in lanes.europe_value and count in lanes.sentence and count in lanes.title
        assert str(lanes.use) in lanes.your_value and str(lanes.use) in lanes.title
        assert "218" in lanes.caption and re.search(r"2018.2019", lanes.caption)


def test_the_plain_text_says_all_that_stands_around_a_picture(make: Make, lang: str) -> None:
    diagnosis = make()
    lines = render_text(diagnosis, lang, form="full", date=DAY).splitlines()
    for lanes in pictures(diagnosis, lang, TwoLanes):
        place = lines.index(lanes.title)
        assert lines[place : place + 3] == [lanes.title, lanes.sentence, lanes.caption]
    for chart in pictures(diagnosis, lang, EuropeChart):
        assert lines[lines.index(chart.caption) - 1] == chart.chance_note


@pytest.mark.parametrize(
    ("fields", "drawn"),
    [
        ({}, 0),
        ({"answers.tech_ai": "dont_know"}, 1),
        ({"answers.tech_ai": "no_need", "answers.platform_crowd": "use"}, 2),
    ],
)
def test_two_lanes_need_an_answer(make: Make, lang: str, fields: dict[str, Any], drawn: int) -> None:
    found = pictures(make(fields=fields), lang, TwoLanes)
    assert len(found) == drawn
    assert all(lanes.total == 1 for lanes in found)


def test_the_base_of_the_forms_is_said_when_they_are_counted(make: Make, lang: str) -> None:
    *others, cooperation = pictures(make(), lang, TwoLanes)
    assert "148" in cooperation.caption and "148" in cooperation.sentence
    assert not any("148" in lanes.caption for lanes in others)


def test_alternatives_hold_every_number_drawn(demo: Demo, lang: str) -> None:
    diagnosis, _ = demo
    (states,) = pictures(diagnosis, lang, StatePicture)
    for squares in states.rows:
        assert squares.label in states.alt and squares.counts in states.alt and squares.stage in states.alt
    words = Wording(lang, diagnosis).europe_words
    charts = pictures(diagnosis, lang, EuropeChart)
    for chart in charts:
        assert "218" in chart.alt and re.search(r"2018.2019", chart.alt)
        for row in chart.rows:
            assert row.figures in chart.alt and row.answer in chart.alt
            assert row.base in row.figures
            derived = texts("europe", lang)("share.derived")
            for segment in row.segments:
                said = segment.label.removesuffix("*") + (derived if segment.label.endswith("*") else "")
                assert said in row.figures
            assert row.unpublished is None or row.unpublished in row.figures
    rows = [row for chart in charts for row in chart.rows]
    answered = [one for one in diagnosis.comparison.items.values() if one.state in one.shares]
    for one, row in zip(answered, rows, strict=True):
        chance = one.sampling["use"]
        assert (row.chance is None) == (chance is None)
        assert chance is None or words.percent(chance) in row.figures


@pytest.mark.parametrize(
    ("needs", "evidence"),
    [
        (("platform_participation",), "proven_path"),
        (("tech_ai",), None),
        (("tech_cad", "tech_vr"), None),
        ((), None),
    ],
)
def test_the_head_of_a_chart_tells_of_the_needs_only(
    make: Make, lang: str, needs: tuple[str, ...], evidence: str | None
) -> None:
    diagnosis = make(fields={f"answers.{item}": "need" for item in needs})
    wording = Wording(lang, diagnosis)
    heads = {domain: wording.needs_beside_europe(domain) for domain in DOMAINS}
    if evidence:
        assert heads["platforms"] != heads["technologies"] == heads["cooperation"]
    for head in heads.values():
        assert "218" in head and re.search(r"2018.2019", head)
    counted = [one.evidence for one in diagnosis.comparison.items.values() if one.item in needs]
    assert evidence is None or evidence in counted


def test_the_head_of_a_chart_has_the_base_of_the_needs_it_tells_of(make: Make, lang: str) -> None:
    fields = {"answers.cooperation_past": "yes_continue", "answers.business_subcontracting": "need"}
    only_forms = Wording(lang, make(fields=fields)).needs_beside_europe("cooperation")
    assert "148" in only_forms and "218" not in only_forms and "≈" not in only_forms
    both = Wording(lang, make(fields={**fields, "answers.movement_open_data": "need"}))
    assert all(base in both.needs_beside_europe("cooperation") for base in ("218", "148"))


def test_n_about_is_explained_only_where_it_is_drawn(make: Make, lang: str) -> None:
    fields = {"answers.cooperation_past": "yes_continue", "answers.tech_ai": "need"}
    diagnosis = make(fields={**fields, "answers.business_subcontracting": "need"})
    document = report_document(diagnosis, lang, form="full", date=DAY)
    charts = [block for page in document.pages for block in page.blocks if isinstance(block, EuropeChart)]
    assert ["≈" in chart.caption for chart in charts] == [False, True]
