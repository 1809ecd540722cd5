"""European figures on the pages: what is not published, old or contradicted says so."""

from collections.abc import Callable
from datetime import date

from assessment.diagnosis import Diagnosis
from assessment.europe_words import EuropeWords
from assessment.report import render_text, report_document
from assessment.report.document import EuropeChart
from assessment.texts import texts
from tests.report.walking import blocks, strings

DAY = date(2026, 11, 23)

Make = Callable[..., Diagnosis]


def test_unpublished_shares_are_said_never_drawn_as_zero(
    make: Make, every_answer: dict[str, str], lang: str
) -> None:
    document = report_document(make(fields=every_answer), lang, form="full", date=DAY)
    rows = [row for block in blocks(document.pages) if isinstance(block, EuropeChart) for row in block.rows]
    in_kind = next(row for row in rows if row.number.endswith("17"))
    assert in_kind.segments == () and in_kind.unpublished and in_kind.chance is None
    assert len(rows) == 19


def test_nothing_is_drawn_for_a_share_of_none_and_it_is_said(
    make: Make, every_answer: dict[str, str], lang: str
) -> None:
    document = report_document(make(fields=every_answer), lang, form="full", date=DAY)
    rows = {
        row.number[-2:]: row
        for block in blocks(document.pages)
        if isinstance(block, EuropeChart)
        for row in block.rows
    }
    franchise, subcontracting = rows["20"], rows["19"]
    assert franchise.segments == () and franchise.unpublished
    assert texts("europe", lang)("share.none") in dict(franchise.nobody)["use"]
    assert [segment.state for segment in subcontracting.segments] == ["use", "no_need", "dont_know"]
    assert texts("europe", lang)("share.almost_none") in dict(subcontracting.nobody)["need"]
    assert subcontracting.unpublished is None
    assert {number for number, row in rows.items() if row.nobody} == {"19", "20"}


def test_aged_figures_say_so_and_what_they_showed(make: Make, lang: str) -> None:
    t = texts("report", lang)
    diagnosis = make()
    text = render_text(diagnosis, lang, form="full", date=DAY)
    assert t("europe.aged") in text
    words = EuropeWords(lang, diagnosis.benchmark)
    minority = texts("europe", lang)("amount.minority")
    reason, showed = (
        words.aged("tech_ai"),
        words.need_met(diagnosis.comparison.items["tech_ai"]),
    )
    assert showed and minority in showed
    assert f"{reason} {showed}" in text


def test_every_need_whose_figures_are_known_is_worded_once(
    make: Make, every_answer: dict[str, str], lang: str
) -> None:
    needs = [name for name in every_answer if name.startswith(("answers.p", "answers.t", "answers.b"))]
    diagnosis = make(fields=every_answer | dict.fromkeys(needs[:12], "need"))
    words = EuropeWords(lang, diagnosis.benchmark)
    pages = report_document(diagnosis, lang, form="full", date=DAY).pages
    with_charts = [page for page in pages if any(isinstance(block, EuropeChart) for block in page.blocks)]
    said = "\n".join(text for page in with_charts for text in strings(page))
    for item, one in diagnosis.comparison.items.items():
        if words.need_met(one) and words.aged(item) is None:
            name = diagnosis.questionnaire.question(item).short[lang]
            share = words.percent(one.need_met_sampling)
            assert said.count(f"{name} ({share})") == (one.state == "need"), item


def test_notes_on_contradictions_stand_under_the_figures(
    make: Make, every_answer: dict[str, str], lang: str
) -> None:
    diagnosis = make(fields=every_answer)
    words = EuropeWords(lang, diagnosis.benchmark)
    text = render_text(diagnosis, lang, form="full", date=DAY)
    notes = [note for item in diagnosis.questionnaire.items() for note in words.notes(item.id)]
    assert len(set(notes)) == 6
    for note in set(notes):
        assert text.count(note) == 1
