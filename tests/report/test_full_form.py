"""The full form: each thing once, nothing lost, only the words this document uses."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pypdf
import pytest

from assessment.diagnosis import Diagnosis
from assessment.dossier import Action
from assessment.report import render_pdf, render_text, report_document
from assessment.report.content.others import IN_FULL
from assessment.report.document import (
    Block,
    Bullets,
    Document,
    Entries,
    EuropeChart,
    Heading,
    Paragraph,
    Table,
)
from assessment.scoring import DOMAINS
from assessment.texts import texts
from assessment.wording import Wording
from tests.report.alike import ITEMS, all_answered

DAY = date(2026, 11, 23)
MOST_PAGES = 19
"""Pages beyond which nobody reads on."""

Make = Callable[..., Diagnosis]
Demo = tuple[Diagnosis, tuple[Action, ...]]


def titles(document: Document) -> list[str]:
    """Return the headings that open a section."""
    found: list[Block] = [block for page in document.pages for block in page.blocks]
    return [block.text for block in found if isinstance(block, Heading) and block.level == 1]


def full(diagnosis: Diagnosis, lang: str, plan: tuple[Action, ...] = ()) -> Document:
    return report_document(diagnosis, lang, form="full", date=DAY, plan=plan)


def test_advice_that_touches_a_priority_comes_first(make: Make, lang: str) -> None:
    barriers = {"complement.barriers": ("time", "money", "skills"), "complement.skills_level": 1}
    diagnosis = make(priorities=("patronage_skills",), **barriers)
    wording, t = Wording(lang, diagnosis), texts("report", lang)
    touching = [one for one in diagnosis.advice if "patronage_skills" in one.about]
    others = [one for one in diagnosis.advice if "patronage_skills" not in one.about]
    assert touching and others and touching[0] not in diagnosis.advice[:1]
    expected = [wording.advice(one).title for one in (*touching, *others)]
    assert len(expected) > IN_FULL
    document = full(diagnosis, lang)
    blocks = [block for page in document.pages for block in page.blocks]
    (table,) = (b for b in blocks if isinstance(b, Table) and b.columns[0].title == t("advice.name"))
    rest = blocks[blocks.index(table) + 2]
    assert isinstance(rest, Bullets)
    labels = [t("sentence", text=title) for title in expected]
    assert [row[0] for row in table.rows] == expected[:IN_FULL]
    assert [item.label for item in rest.items] == labels[IN_FULL:]
    sources = [wording.advice(one).source for one in (*touching, *others)][IN_FULL:]
    assert all(source in item.text for source, item in zip(sources, rest.items, strict=True))


def test_few_pieces_of_advice_are_all_in_full(make: Make, lang: str) -> None:
    diagnosis = make(fields={"complement.barriers": ("time",)})
    text = render_text(diagnosis, lang, form="full", date=DAY)
    assert 0 < len(diagnosis.advice) <= IN_FULL
    assert texts("report", lang)("advice.rest") not in text
    for one in diagnosis.advice:
        assert Wording(lang, diagnosis).advice(one).how in text


def test_no_recommendation_is_lost(make: Make, lang: str) -> None:
    diagnosis = make(fields=all_answered("need", "improve"))
    wording = Wording(lang, diagnosis)
    text = render_text(diagnosis, lang, form="full", date=DAY)
    for one in (*diagnosis.recommendations, *diagnosis.basics):
        said = wording.recommendation(one)
        assert said.title in text and said.how in text and said.progress in text


def glossary(diagnosis: Diagnosis, lang: str) -> dict[str, str]:
    meaning = texts("report", lang)("glossary.meaning")
    (table,) = (
        block
        for page in full(diagnosis, lang).pages
        for block in page.blocks
        if isinstance(block, Table) and block.columns[1].title == meaning
    )
    return {row[0]: row[1] for row in table.rows}


def test_the_glossary_holds_only_what_this_document_uses(make: Make, lang: str) -> None:
    diagnosis = make(fields={"answers.platform_crowd": "need", "answers.tech_ai": "no_need"})
    short = {item.id: item.short[lang] for item in diagnosis.questionnaire.items()}
    terms = ("need", "no_need", "reference", "n", "tech_organisation")
    expected = {texts("glossary", lang)(f"{term}.name") for term in terms} | {short["platform_crowd"]}
    assert set(glossary(diagnosis, lang)) == expected


def test_questions_without_an_answer_are_named_in_the_annex(make: Make, lang: str) -> None:
    fields = {
        "answers.cooperation_past": "no_wish",
        "answers.tech_ai": "need",
        "comments.tech_vr": "Un jour.",
    }
    diagnosis = make(fields=fields)
    t = texts("report", lang)
    document = full(diagnosis, lang)
    blocks = [block for page in document.pages for block in page.blocks]
    named = {
        block.label: block.text
        for block in blocks
        if isinstance(block, Paragraph) and block.label in (t("annex.unanswered"), t("annex.not_asked"))
    }
    assert "16" in named[t("annex.not_asked")] and "31" in named[t("annex.not_asked")]
    asked_in_full = [row.question for block in blocks if isinstance(block, Entries) for row in block.rows]
    questionnaire = diagnosis.questionnaire
    for shown in ("cooperation_past", "tech_ai", "tech_vr"):
        assert questionnaire.question(shown).wording[lang] in asked_in_full
    names = " ".join(named.values())
    for question in questionnaire.questions:
        assert (question.wording[lang] in asked_in_full) != (question.short[lang] in names), question.id


def test_what_jalon_adds_is_named_too_when_it_has_no_answer(make: Make, lang: str) -> None:
    diagnosis = make(fields={"organisation.country": "FR", "answers.cooperation_past": "yes_continue"})
    document = full(diagnosis, lang)
    blocks = [block for page in document.pages for block in page.blocks]
    t, names = texts("report", lang), texts("app", lang)
    asked_in_full = [row for block in blocks if isinstance(block, Entries) for row in block.rows]
    assert all(row.is_answered for row in asked_in_full) and len(asked_in_full) == 2
    labels = {key: t(f"annex.{key}") for key in ("unanswered", "not_asked")}
    named = {
        key: " ".join(b.text for b in blocks if isinstance(b, Paragraph) and b.label == label)
        for key, label in labels.items()
    }
    assert all(names(f"step.{one}") in named["unanswered"] for one in ("employees", "aim", "barriers"))
    assert names("step.country") not in named["unanswered"]
    assert names("step.interest") in named["not_asked"]


@pytest.mark.parametrize("answer", ["strongly_agree", "dont_know"])
def test_opinions_promise_advice_only_when_they_gave_some(make: Make, lang: str, answer: str) -> None:
    diagnosis = make(fields={"answers.barrier_meeting_places": answer})
    t = texts("report", lang)
    text = render_text(diagnosis, lang, form="full", date=DAY)
    expected = "opinions.intro_advised" if answer == "strongly_agree" else "opinions.intro"
    assert t(expected) in text
    assert bool(diagnosis.advice) == (answer == "strongly_agree")


def test_the_study_table_has_a_row_an_answer_under_its_domain(make: Make, lang: str) -> None:
    diagnosis = make()
    t = texts("report", lang)
    (table,) = (
        block
        for page in full(diagnosis, lang).pages
        for block in page.blocks
        if isinstance(block, Table) and t("study.same") in [column.title for column in block.columns]
    )
    wording = Wording(lang, diagnosis)
    assert [table.rows[place][0].split(" (")[0] for place in table.groups] == [
        wording.domain(domain) for domain in DOMAINS
    ]
    for place, domain in zip(table.groups, DOMAINS, strict=True):
        like = wording.like_for_like_short(domain)
        assert like and like in table.rows[place][0]
    answered = [row[0] for place, row in enumerate(table.rows) if place not in table.groups]
    profile = diagnosis.profile
    states = ("use", "need", "no_need", "dont_know")
    assert answered == [wording.item(item) for item in ITEMS if profile.states[item] in states]
    assert "218" in (table.caption or "") and re.search(r"2018.2019", table.caption or "")


def test_nothing_is_set_beside_the_study_without_an_answer(make: Make, lang: str) -> None:
    head = texts("report", lang)("study.title")
    assert not any(title.startswith(head) for title in titles(full(make(fields={}), lang)))
    assert any(title.startswith(head) for title in titles(full(make(), lang)))


def test_no_european_figure_stands_beside_a_question_still_open(make: Make, lang: str) -> None:
    fields = {"answers.tech_ai": "need", "answers.cooperation_past": "no_wish"}
    diagnosis = make(fields=fields)
    document = full(diagnosis, lang)
    charts = [block for page in document.pages for block in page.blocks if isinstance(block, EuropeChart)]
    assert [row.name for chart in charts for row in chart.rows] == [Wording(lang, diagnosis).item("tech_ai")]
    said = [block.text for page in document.pages for block in page.blocks if isinstance(block, Paragraph)]
    t = texts("report", lang)
    assert said.count(t("domain.later")) == 2
    assert said.count(t("domain.why_not_asked")) == 1


def test_opinions_are_sorted_by_side_never_averaged(make: Make, lang: str) -> None:
    diagnosis = make(
        **{
            "answers.barrier_values": "strongly_agree",
            "answers.barrier_meeting_places": "agree",
            "answers.policy_law": "disagree",
            "answers.policy_tax": "dont_know",
        }
    )
    t, wording = texts("report", lang), Wording(lang, diagnosis)
    points = {
        item.label: item.text
        for page in full(diagnosis, lang).pages
        for block in page.blocks
        if isinstance(block, Bullets)
        for item in block.items
    }
    assert wording.item("barrier_values") in points[t("opinions.agree")]
    assert wording.item("barrier_meeting_places") in points[t("opinions.agree")]
    assert wording.item("policy_law") in points[t("opinions.disagree")]
    assert wording.item("policy_tax") in points[t("opinions.dont_know")]


def test_long_lists_to_take_back_are_named_short_ones_are_whole(make: Make, lang: str) -> None:
    short = make(fields={"answers.tech_ai": "dont_know"})
    wording = short.questionnaire.question("tech_ai").wording[lang]
    whole = [str(row[0]) for row in _asked(short, lang).rows]
    assert whole == [wording]
    long = _asked(make(fields=all_answered("dont_know", "dont_know")), lang)
    assert len(long.rows) == 31
    assert wording not in [row[0] for row in long.rows]


def _asked(diagnosis: Diagnosis, lang: str) -> Table:
    who = texts("report", lang)("team.who")
    (table,) = (
        block
        for page in full(diagnosis, lang).pages
        for block in page.blocks
        if isinstance(block, Table) and block.columns[1].title == who
    )
    return table


def test_the_full_form_stays_readable(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    pdf = render_pdf(diagnosis, lang, form="full", date=DAY, plan=plan)
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages) <= MOST_PAGES
