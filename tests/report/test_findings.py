"""Headings that state findings, what follows, and the front sheet: right in every case of answers."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

import pypdf
import pytest

from assessment.diagnosis import Diagnosis
from assessment.dossier import Action
from assessment.report import Form, render_pdf, render_text, report_document
from assessment.report.document import (
    Block,
    Bullets,
    Callout,
    Contents,
    Document,
    Entries,
    Heading,
    Paragraph,
    Table,
)
from assessment.scoring import ALL
from assessment.texts import texts
from assessment.wording import Wording
from tests.report.alike import BASICS, ITEMS, all_answered

DAY = date(2026, 11, 23)
LONGEST_TITLE = 85
"""Characters of a heading that still stands on two lines."""

Make = Callable[..., Diagnosis]
Demo = tuple[Diagnosis, tuple[Action, ...]]


CASES: Mapping[str, dict[str, Any]] = {
    "nothing": {},
    "one need": {"answers.platform_crowd": "need"},
    "only basics": {"complement.basics.b01": "need", "complement.basics.b02": "fine"},
    "don't know": all_answered("dont_know", "dont_know"),
    "in use": all_answered("use", "fine"),
    "not useful": all_answered("no_need", "no_need"),
    "needs": all_answered("need", "need"),
    "never cooperated": {"answers.cooperation_past": "no_wish", "answers.tech_ai": "need"},
    "none kept": {**all_answered("need", "improve"), "priorities": ()},
    "six kept": {**all_answered("need", "improve"), "priorities": (*ITEMS[:4], "b01", "b02")},
}


@pytest.fixture(params=list(CASES.values()), ids=list(CASES))
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return the answers of each case."""
    return dict(request.param)


def titles(document: Document) -> list[str]:
    """Return the headings that open a section."""
    found: list[Block] = [block for page in document.pages for block in page.blocks]
    return [block.text for block in found if isinstance(block, Heading) and block.level == 1]


def full(diagnosis: Diagnosis, lang: str, plan: tuple[Action, ...] = ()) -> Document:
    return report_document(diagnosis, lang, form="full", date=DAY, plan=plan)


@pytest.mark.parametrize(
    ("fields", "fr", "en"),
    [
        ({}, "pas encore de réponse", "not answered yet"),
        ({"platform_crowd": "use"}, "1 en place, rien à couvrir", "1 in place, nothing more needed"),
        ({"platform_crowd": "need"}, "1 à couvrir", "1 still needed"),
        ({"platform_crowd": "no_need"}, "pas de besoin exprimé", "no need expressed"),
        ({"platform_crowd": "dont_know"}, "1 à éclaircir", "1 to clear up"),
        (
            {"platform_crowd": "no_need", "platform_elearning": "dont_know"},
            "pas de besoin exprimé, 1 à éclaircir",
            "no need expressed, 1 to clear up",
        ),
        (
            {"platform_crowd": "use", "platform_elearning": "need", "platform_marketplace": "need"},
            "1 en place, 2 à couvrir",
            "1 in place, 2 still needed",
        ),
    ],
)
def test_a_domain_heading_names_the_domain_then_what_is_found(
    make: Make, fields: dict[str, str], fr: str, en: str
) -> None:
    diagnosis = make(fields={f"answers.{item}": code for item, code in fields.items()})
    assert f"Plateformes en ligne\u00a0: {fr}" in titles(full(diagnosis, "fr"))
    assert f"Online platforms: {en}" in titles(full(diagnosis, "en"))


@pytest.mark.parametrize(
    ("codes", "fr"),
    [
        (["fine"], "1 en place, rien à reprendre"),
        (["no_need"], "pas de besoin exprimé"),
        (["need", "need", "improve", "fine"], "2 à mettre en place, 1 à améliorer"),
        (["dont_know", "fine"], "1 à éclaircir"),
    ],
)
def test_the_heading_of_the_basics_says_what_is_left_to_do(make: Make, codes: list[str], fr: str) -> None:
    fields = {f"complement.basics.{basic}": code for basic, code in zip(BASICS, codes, strict=False)}
    assert f"Bases\u00a0: {fr}" in titles(full(make(fields=fields), "fr"))


@pytest.mark.parametrize(("number", "words"), [(1, "Une question à"), (5, "Cinq questions à"), (12, "12 q")])
def test_the_team_heading_counts_the_questions(make: Make, number: int, words: str) -> None:
    fields = {f"complement.basics.{basic}": "dont_know" for basic in BASICS[:number]}
    assert any(title.startswith(words) for title in titles(full(make(fields=fields), "fr")))


def test_headings_are_short_and_no_two_are_the_same(
    make: Make, case: dict[str, Any], lang: str, form: Form
) -> None:
    found = titles(report_document(make(fields=case), lang, form=form, date=DAY))
    assert len(set(found)) == len(found)
    assert all(len(title) <= LONGEST_TITLE for title in found)


def test_no_heading_and_no_page_is_empty(make: Make, case: dict[str, Any], lang: str, form: Form) -> None:
    for page in report_document(make(fields=case), lang, form=form, date=DAY).pages:
        assert page.blocks
        assert not isinstance(page.blocks[-1], Heading)
        for block, following in zip(page.blocks, page.blocks[1:], strict=False):
            if isinstance(block, Heading) and isinstance(following, Heading):
                assert block.level < following.level
        for block in page.blocks:
            assert not isinstance(block, Table | Entries) or block.rows
            assert not isinstance(block, Bullets) or block.items


def test_contents_lead_to_every_section_that_follows_in_order(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    document = full(diagnosis, lang, plan)
    (page,) = (page for page in document.pages if any(isinstance(one, Contents) for one in page.blocks))
    contents = page.blocks[-1]
    assert isinstance(contents, Contents)
    after = document.pages[document.pages.index(page) + 1 :]
    following = [
        block.text
        for later in after
        for block in later.blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    assert [entry.target for entry in contents.entries] == following
    assert titles(document).count(contents.entries[0].target) == 1
    text = render_text(diagnosis, lang, form="full", date=DAY, plan=plan)
    assert all(f"- {entry.text}\n" in text for entry in contents.entries)


def test_the_short_form_has_no_contents(make: Make, lang: str) -> None:
    pages = report_document(make(), lang, date=DAY).pages
    assert not any(isinstance(block, Contents) for page in pages for block in page.blocks)


def front_points(diagnosis: Diagnosis, lang: str) -> dict[str, str]:
    """Return what the front sheet names, by label."""
    front = report_document(diagnosis, lang, date=DAY).pages[0]
    lists = [block for block in front.blocks if isinstance(block, Bullets)]
    return {item.label or "": item.text for block in lists for item in block.items}


def test_the_front_sheet_names_what_is_in_place_and_what_is_not(make: Make, lang: str) -> None:
    diagnosis = make()
    t, wording = texts("report", lang), Wording(lang, diagnosis)
    profile = diagnosis.profile.domains[ALL]
    found = front_points(diagnosis, lang)
    for state in ("use", "need", "dont_know"):
        names = [wording.item(item) for item in getattr(profile, state)]
        assert found[t(f"domain.{state}")].startswith(names[0])


@pytest.mark.parametrize("code", ["use", "need", "dont_know"])
def test_a_long_list_of_names_says_how_many_are_left_out(make: Make, lang: str, code: str) -> None:
    diagnosis = make(fields=all_answered(code, "fine"))
    (line,) = front_points(diagnosis, lang).values()
    left = re.search(r" (\d+) (autres|others)$", line)
    assert left and len(line) <= 150
    wording = Wording(lang, diagnosis)
    shown = sum(wording.item(item) in line for item in ITEMS)
    assert shown + int(left.group(1)) == 19


def test_the_line_on_europe_has_year_and_base(make: Make, lang: str) -> None:
    front = report_document(make(), lang, date=DAY).pages[0]
    label = texts("report", lang)("front.europe")
    (line,) = (block.text for block in front.blocks if isinstance(block, Paragraph) and block.label == label)
    assert "218" in line and re.search(r"2018.2019", line)


def test_the_fullest_front_sheet_stands_on_one_page(make: Make, lang: str) -> None:
    fields = {
        **all_answered("need", "improve"),
        "complement.aim": "Ne plus perdre une journée par mois à relancer les cotisations. " * 10,
        "priorities": (*ITEMS[:3], "b01", "b02", "b03"),
    }
    diagnosis = make("Association départementale de formation " * 3, fields=fields)
    pages = pypdf.PdfReader(BytesIO(render_pdf(diagnosis, lang, date=DAY))).pages
    t = texts("report", lang)
    assert t("front.europe").split()[0] in pages[0].extract_text()
    assert t("priorities.title.6").split(",")[0] in pages[1].extract_text()


def test_no_priority_kept_is_not_taken_for_no_need(make: Make, lang: str) -> None:
    none = texts("recommendations", lang)
    text = render_text(make(priorities=()), lang, date=DAY)
    assert none("none.kept.sentence") in text
    assert none("none.no_need.sentence") not in text and none("none.clear.sentence") not in text


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"answers.platform_crowd": "dont_know"}, "unsure"),
        (all_answered("dont_know", "dont_know"), "unsure"),
        (all_answered("dont_know", "fine"), "unsure"),
        ({"complement.basics.b01": "dont_know"}, "unsure"),
        ({"answers.platform_crowd": "use"}, "partial"),
        ({"answers.platform_crowd": "use", "answers.tech_ai": "dont_know"}, "partial"),
        ({"complement.basics.b01": "fine"}, "partial"),
        ({"answers.skills_wish": "agree"}, "partial"),
        (all_answered("use", "dont_know"), "no_need"),
        (all_answered("use", "fine"), "clear"),
        (all_answered("no_need", "no_need"), "clear"),
        ({}, "blank"),
    ],
)
def test_only_what_is_left_is_promised_without_priorities(
    make: Make, lang: str, fields: dict[str, str], why: str
) -> None:
    front = report_document(make(fields=fields), lang, date=DAY).pages[0]
    (title,) = (b.heading.text for b in front.blocks if isinstance(b, Callout) and b.heading)
    said = [
        p.text for b in front.blocks if isinstance(b, Callout) for p in b.blocks if isinstance(p, Paragraph)
    ]
    none = texts("recommendations", lang)
    assert title == none(f"none.{why}.title") and said == [none(f"none.{why}.sentence")]


def test_one_priority_is_spoken_of_in_the_singular(make: Make, lang: str) -> None:
    t = texts("report", lang)
    for fields, form in (({"answers.tech_ai": "need"}, "one"), (all_answered("need", "fine"), "many")):
        text = render_text(make(fields=fields), lang, date=DAY)
        assert t(f"front.proposed.{form}") in text
