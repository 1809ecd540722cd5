"""The content, before any layout: what stands in it, what never does."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from assessment.demo import demo_dossiers
from assessment.diagnosis import Diagnosis
from assessment.dossier import Action
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import Form, render_text, report_document
from assessment.report.document import Document, Entry, EuropeChart, Heading, Table, Title
from assessment.scoring import DOMAINS
from assessment.texts import texts
from assessment.wording import Wording
from questionnaire.languages import language_codes
from tests.report.walking import blocks, strings

DAY = date(2026, 11, 23)

Make = Callable[..., Diagnosis]
Demo = tuple[Diagnosis, tuple[Action, ...]]
FORBIDDEN = re.compile(
    r"\b(percentiles?|rangs?|en avance sur l'europe|marge d'erreur|ranks?|ahead of europe|margin of error)\b"
)


def headings(document: Document) -> list[str]:
    """Return the headings in reading order."""
    return [block.text for block in blocks(document.pages) if isinstance(block, (Heading, Title))]


def test_full_report_has_every_section_in_order(make: Make, lang: str) -> None:
    t = texts("report", lang)
    diagnosis = make()
    words = Wording(lang, diagnosis)
    found = headings(report_document(diagnosis, lang, form="full", date=DAY))
    expected = [
        t("front.aim"),
        words.headed(t("front.where"), words.finding("all")),
        t("front.todo.3"),
        t("front.first_step"),
        t("front.decide"),
        t("priorities.title.3"),
        t("plan.title"),
        t("contents.title"),
        t("team.questions.many", count=t("number.2")),
        t("basics.subject"),
        *(words.headed(words.domain(domain), words.finding(domain)) for domain in DOMAINS),
        t("method.title"),
        t("others.title.many", count=t("number.4")),
        t("advice.title.many", count=t("number.7")),
        t("programmes.title"),
        t("glossary.title"),
        t("annex.title"),
        t("study.title"),
    ]
    places = [next(n for n, one in enumerate(found) if one.startswith(title)) for title in expected]
    assert places == sorted(places)


def test_short_report_holds_front_priorities_and_plan_only(make: Make, lang: str) -> None:
    document = report_document(make(), lang, date=DAY)
    assert len(document.pages) == 3
    t = texts("report", lang)
    assert t("method.title") not in headings(document)


def test_heading_levels_are_never_skipped(make: Make, lang: str, form: Form) -> None:
    level = 0
    for block in blocks(report_document(make(), lang, form=form, date=DAY).pages):
        if isinstance(block, (Heading, Title)):
            here = 1 if isinstance(block, Title) else block.level
            assert here <= level + 1
            level = here


def test_text_twin_holds_the_same_headings_in_the_same_order(make: Make, lang: str, form: Form) -> None:
    diagnosis = make()
    lines = iter(render_text(diagnosis, lang, form=form, date=DAY).splitlines())
    for heading in headings(report_document(diagnosis, lang, form=form, date=DAY)):
        assert heading in lines, heading


def test_text_twin_holds_every_cell_of_every_table(make: Make, lang: str) -> None:
    diagnosis = make()
    text = render_text(diagnosis, lang, form="full", date=DAY)
    document = report_document(diagnosis, lang, form="full", date=DAY)
    for table in (block for block in blocks(document.pages) if isinstance(block, Table)):
        for cell in strings(table.rows):
            assert cell in text


def test_no_forbidden_word(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    for text in strings(report_document(diagnosis, lang, form="full", date=DAY, plan=plan)):
        assert not FORBIDDEN.search(text.lower().replace("’", "'")), text


@pytest.mark.parametrize("language", language_codes())
def test_catalogue_has_no_forbidden_word(language: str) -> None:
    t = texts("report", language)
    for key in sorted(t.keys()):
        assert not FORBIDDEN.search(t(key).lower().replace("’", "'")), key


NOT_OURS = re.compile(r"\b(il faut|n['’]hésitez|leviers?|enjeux?|digita(?:l|le|les|ux))\b", re.IGNORECASE)
"""French words of the sector's jargon, or orders: never in a sentence of ours."""


@pytest.mark.parametrize("catalogue", ["report", "europe", "stages", "recommendations"])
def test_french_sentences_are_plain(catalogue: str) -> None:
    t = texts(catalogue, "fr")
    for key in sorted(t.keys()):
        assert not NOT_OURS.search(t(key)), key
        assert not re.search(r"(?<=\S)(?<![\u00a0\u202f])[:;?!»](?:\s|$)|«(?![\u00a0\u202f])", t(key)), key


def test_catalogue_says_the_same_things_in_both_languages() -> None:
    holes = {language: texts("report", language) for language in language_codes()}
    assert holes["fr"].keys() == holes["en"].keys()
    for key in sorted(holes["fr"].keys()):
        marks = {language: set(re.findall(r"{(\w+)}", t(key))) for language, t in holes.items()}
        assert marks["fr"] == marks["en"], key


def test_european_sentences_carry_year_and_base(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    for text in strings(report_document(diagnosis, lang, form="full", date=DAY, plan=plan).pages):
        about_them = re.search(r"répondant|respondent|Europe|europé", text)
        if about_them and re.search(r"\d\s?%", text):
            assert re.search(r"2018.+2019", text), text
            assert "218" in text or "148" in text, text


def test_charts_and_tables_of_the_study_carry_year_and_base(demo: Demo, lang: str) -> None:
    diagnosis, _ = demo
    document = report_document(diagnosis, lang, form="full", date=DAY)
    charts = [block for block in blocks(document.pages) if isinstance(block, EuropeChart)]
    assert len(charts) == 3
    captions = [chart.caption for chart in charts]
    t = texts("report", lang)
    for table in (block for block in blocks(document.pages) if isinstance(block, Table)):
        captions.extend(table.caption or "" for column in table.columns if column.title == t("study.same"))
    assert len(captions) == 4
    for caption in captions:
        assert "218" in caption and re.search(r"2018.2019", caption)
    for row in (row for chart in charts for row in chart.rows):
        assert "2018" in row.sentence and row.base


def test_no_priority_has_its_own_page_text(make: Make, lang: str) -> None:
    t, none = texts("report", lang), texts("recommendations", lang)
    diagnosis = make(fields={"answers.platform_participation": "use", "answers.tech_ai": "dont_know"})
    assert diagnosis.priorities == ()
    text = render_text(diagnosis, lang, date=DAY)
    assert none("none.partial.sentence") in text
    assert t("team.title") in text
    assert t("plan.title") in text


def test_no_answer_at_all_is_not_taken_for_no_need(make: Make, lang: str, form: Form) -> None:
    t, none = texts("report", lang), texts("recommendations", lang)
    text = render_text(make(name=None, fields={}), lang, form=form, date=DAY)
    assert none("none.blank.sentence") in text
    assert not any(none(f"none.{other}.sentence") in text for other in ("no_need", "clear", "kept"))
    assert t("front.unnamed") in text


def test_chosen_priorities_keep_their_order(make: Make, lang: str) -> None:
    chosen = ("tech_ai", "b02", "patronage_skills", "b01", "tech_cad", "platform_participation")
    document = report_document(make(priorities=chosen), lang, date=DAY)
    assert texts("report", lang)("priorities.title.6") in headings(document)
    assert texts("report", lang)("front.proposed.many") not in list(strings(document))
    assert len(document.pages) == 4


def test_private_notes_never_appear(make: Make, lang: str, form: Form) -> None:
    diagnosis = make(**{"adviser_notes.tech_ai": "SECRET-NOTE", "adviser_notes.b01": "SECRET-NOTE"})
    assert "SECRET-NOTE" not in render_text(diagnosis, lang, form=form, date=DAY)


def test_comments_follow_the_choice(make: Make, lang: str) -> None:
    said = "Pour les comptes rendus."
    assert said in render_text(make(), lang, form="full", date=DAY)
    assert said not in render_text(make(), lang, form="full", comments=False, date=DAY)
    assert said not in render_text(make(), lang, form="short", date=DAY)


def test_annex_holds_every_answer(make: Make, every_answer: dict[str, str], lang: str) -> None:
    diagnosis = make(fields=every_answer)
    text = render_text(diagnosis, lang, form="full", date=DAY)
    questionnaire = diagnosis.questionnaire
    for question in questionnaire.questions:
        assert question.wording[lang] in text
        code = every_answer[f"answers.{question.id}"]
        assert questionnaire.scale(question.scale).label(code, lang) in text
    for basic in questionnaire.outside.basics:
        assert basic.wording[lang] in text


def test_answers_left_out_are_printed_and_marked(make: Make, lang: str) -> None:
    fields = {"answers.cooperation_past": "no_wish", "answers.patronage_skills": "need"}
    diagnosis = make(fields=fields)
    assert diagnosis.left_out == ("patronage_skills",)
    t = texts("report", lang)
    assert t("annex.left_out") in render_text(diagnosis, lang, form="full", date=DAY)


def test_plan_is_the_one_kept_with_the_dossier(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    text = render_text(diagnosis, lang, date=DAY, plan=plan)
    for action in plan:
        if action.title:
            assert action.title in text
        if action.owner:
            assert action.owner in text


def test_a_plan_begun_still_shows_every_priority(make: Make, lang: str) -> None:
    diagnosis = make()
    first, *others = diagnosis.priorities
    wording = Wording(lang, diagnosis)
    planned = Action(item=first, title="Zoé s’en charge", owner="Zoé")
    page = report_document(diagnosis, lang, date=DAY, plan=[planned]).pages[-1]
    rows = [row for block in blocks(page) if isinstance(block, Table) for row in block.rows]
    titles = {
        one.item: wording.recommendation(one).title for one in (*diagnosis.recommendations, *diagnosis.basics)
    }
    assert [row[0] for row in rows[: len(diagnosis.priorities)]] == [
        "Zoé s’en charge",
        *(titles[item] for item in others),
    ]


def test_long_texts_are_shortened_in_place_and_given_whole_at_the_end(make: Make, lang: str) -> None:
    aim = "Retrouver nos fichiers. " * 40
    text = render_text(make(name="Très longue structure " * 40, **{"complement.aim": aim}), lang, date=DAY)
    assert texts("report", lang)("whole.title") in text
    assert " ".join(aim.split()) in text


def test_another_population_adds_a_column(lang: str) -> None:
    diagnosis = diagnose_dossier(demo_dossiers()[1], population="france")
    label = diagnosis.benchmark.populations["france"].label[lang]
    document = report_document(diagnosis, lang, form="full", date=DAY)
    titles = [c.title for b in blocks(document.pages) if isinstance(b, Table) for c in b.columns]
    assert label in titles


def test_a_population_stands_with_its_own_n_range_and_reliability(lang: str) -> None:
    diagnosis = diagnose_dossier(demo_dossiers()[1], population="portugal")
    document = report_document(diagnosis, lang, form="full", date=DAY)
    tables = [
        block
        for block in blocks(document.pages)
        if isinstance(block, Table) and "Portugal" in [column.title for column in block.columns]
    ]
    words = texts("europe", lang)
    assert len(tables) == 1
    for table in tables:
        assert "Portugal" in (table.caption or "") and "18" in (table.caption or "")
    cells = [row[3] for table in tables for place, row in enumerate(table.rows) if place not in table.groups]
    said = [cell for cell in cells if cell != words("share.unpublished")]
    assert len(cells) == 19 and len(said) == 1
    for part in ("17", "[", "18", "86", words("population.indicative")):
        assert part in said[0]


def test_same_answer_says_when_it_is_derived(make: Make, lang: str) -> None:
    diagnosis = make(fields={"answers.platform_marketplace": "dont_know"})
    text = render_text(diagnosis, lang, form="full", date=DAY)
    same = texts("report", lang)("study.same")
    assert re.search(rf"{re.escape(same)}\W.*{re.escape(texts('europe', lang)('share.derived'))}", text)


def outside_entries_of(diagnosis: Diagnosis, lang: str) -> list[Entry]:
    document = report_document(diagnosis, lang, form="full", date=DAY)
    number = texts("report", lang)("annex.outside")
    return [entry for entry in blocks(document.pages) if isinstance(entry, Entry) and entry.number == number]


def test_outside_answers_no_longer_asked_are_printed_and_marked(make: Make, lang: str) -> None:
    diagnosis = make(
        **{
            "answers.tech_ai": "no_need",
            "complement.ai_rules": "improve",
            "complement.interest": ("patronage_skills", "business_jvs"),
            "complement.unsatisfying": ("tech_cloud_bigdata", "tech_ai"),
            "complement.urgency.tech_ai": "now",
            "complement.urgency.tech_cad": "later",
        }
    )
    outside = diagnosis.questionnaire.outside
    left_out = texts("report", lang)("annex.left_out")
    found = outside_entries_of(diagnosis, lang)
    marked = {entry.question: entry.answer for entry in found if entry.mark == left_out}
    kept = {entry.question: entry.answer for entry in found if entry.mark is None}
    name = {item.id: item.short[lang] for item in diagnosis.questionnaire.items()}
    wording = {question.id: question.wording[lang] for question in outside.questions}
    assert set(marked) == {wording[one] for one in ("ai_rules", "interest", "unsatisfying", "urgency")}
    assert name["business_jvs"] in marked[wording["interest"]]
    assert marked[wording["unsatisfying"]] == name["tech_ai"]
    assert kept[wording["unsatisfying"]] == name["tech_cloud_bigdata"]
    assert name["tech_ai"] in marked[wording["urgency"]] and name["tech_cad"] in kept[wording["urgency"]]
    assert wording["interest"] not in kept and wording["ai_rules"] not in kept


def test_outside_questions_without_an_answer_are_named_only(make: Make, lang: str) -> None:
    diagnosis = make(fields={"answers.cooperation_past": "yes_continue"})
    assert outside_entries_of(diagnosis, lang) == []
    text, names = render_text(diagnosis, lang, form="full", date=DAY), texts("app", lang)
    assert all(names(f"step.{one}") in text for one in ("aim", "barriers", "skills_level"))


def test_a_comment_on_an_outside_question_is_never_lost(make: Make, lang: str) -> None:
    said = "Nous y pensons depuis longtemps."
    for more in ({}, {"complement.interest": ("business_jvs",)}):
        diagnosis = make(**{"comments.interest": said}, **more)
        comments = [text for entry in outside_entries_of(diagnosis, lang) for text in entry.comment]
        assert comments.count(said) == 1


def test_programmes_are_dated_in_words(lang: str) -> None:
    text = "".join(
        render_text(diagnose_dossier(dossier), lang, form="full", date=DAY) for dossier in demo_dossiers()
    )
    label = texts("report", lang)("programmes.date")
    dates = re.findall(rf"^  {re.escape(label)}\W+(.+)$", text, re.MULTILINE)
    month = "novembre" if lang == "fr" else "November"
    assert set(dates) == {"2019", f"{month} 2026"}
