"""The word-processor file, read back: same headings, same words, real styles, tables that hold together."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any, get_args

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from assessment.diagnosis import Diagnosis
from assessment.dossier import Action
from assessment.report import Form, render_docx, render_text, report_document
from assessment.report import document as doc
from assessment.report.word.styles import LOOKS
from assessment.report.word.tables import LONGEST_WHOLE_ROW
from assessment.report.word.text import printable
from assessment.report.word.writing import ROLES, Writer, make_docx
from assessment.texts import texts

DAY = date(2026, 11, 23)

Make = Callable[..., Diagnosis]
Demo = tuple[Diagnosis, tuple[Action, ...]]


def opened(file: bytes) -> WordDocument:
    return docx.Document(BytesIO(file))


def squeezed(text: str) -> str:
    """Return a text without any white space."""
    return re.sub(r"\s+", "", text)


def words_of(file: WordDocument) -> str:
    """Return the words of the text and of its tables, in order, without white space."""
    return squeezed("".join(part.text or "" for part in file.element.body.iter(qn("w:t"))))


def parts(block: object) -> Iterator[Any]:
    """Yield what a document is made of, outermost first and in the order written."""
    yield block
    if isinstance(block, tuple):
        for part in block:
            yield from parts(part)
    elif is_dataclass(block):
        for field in fields(block):
            yield from parts(getattr(block, field.name))


def small(*blocks: doc.Block, lang: str = "fr") -> WordDocument:
    """Write a few blocks, each on its own page."""
    pages = tuple(doc.Page((block,)) for block in blocks)
    document = doc.Document(
        lang, "Titre", "Sujet", DAY, "Courant", "Nom", "Repère.", "page {page} sur {total}", " :", pages
    )
    return opened(make_docx(document))


def sample(lang: str, plan: tuple[Action, ...], diagnosis: Diagnosis, form: Form) -> WordDocument:
    return opened(render_docx(diagnosis, lang, form=form, date=DAY, plan=plan))


def test_headings_are_those_of_the_document_in_the_same_order(demo: Demo, lang: str, form: Form) -> None:
    diagnosis, plan = demo
    expected = []
    for part in parts(report_document(diagnosis, lang, form=form, date=DAY, plan=plan).pages):
        if isinstance(part, doc.Title):
            expected.append(("Title", squeezed(part.text)))
        elif isinstance(part, doc.Heading):
            expected.append((f"Heading {part.level}", squeezed(part.text)))
    found = [
        (paragraph.style.name, squeezed(paragraph.text))
        for paragraph in sample(lang, plan, diagnosis, form).paragraphs
        if paragraph.style is not None and str(paragraph.style.name).startswith(("Title", "Heading"))
    ]
    assert found == expected


def test_every_text_of_the_twin_is_there(demo: Demo, lang: str, form: Form) -> None:
    diagnosis, plan = demo
    document = report_document(diagnosis, lang, form=form, date=DAY, plan=plan)
    twin = squeezed(render_text(diagnosis, lang, form=form, date=DAY, plan=plan))
    written = words_of(sample(lang, plan, diagnosis, form))
    in_columns = {
        text
        for one in parts(document.pages)
        if isinstance(one, doc.EuropeRow)
        for text in (one.sentence, one.figures)
    }
    texts_there = (text for text in parts(document.pages) if isinstance(text, str) and text not in in_columns)
    spoken = [text for text in texts_there if squeezed(text) in twin]
    assert len(spoken) > 100
    for text in spoken:
        assert squeezed(printable(text)) in written, text


def test_paragraphs_stand_in_the_order_of_the_document(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    document = report_document(diagnosis, lang, form="full", date=DAY, plan=plan)
    written, place = words_of(sample(lang, plan, diagnosis, "full")), 0
    for part in parts(document.pages):
        if isinstance(part, doc.Paragraph | doc.Heading):
            place = written.index(squeezed(printable(part.text)), place)


def test_each_table_repeats_its_header_and_keeps_its_rows_whole(demo: Demo, form: Form) -> None:
    diagnosis, plan = demo
    tables = sample("fr", plan, diagnosis, form).tables
    assert tables
    for table in tables:
        flags = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows]
        assert flags == [True] + [False] * (len(flags) - 1)
        for row in table.rows:
            is_long = sum(len(cell.text) for cell in row.cells) > LONGEST_WHOLE_ROW
            assert bool(row._tr.xpath("./w:trPr/w:cantSplit")) is not is_long
        assert table._tbl.tblPr.xpath("./w:tblCaption/@w:val")[0]


def test_a_row_longer_than_a_page_may_be_cut(make: Make) -> None:
    diagnosis = make(**{"comments.tech_ai": "Nous en avons parlé. " * 4_000})
    rows = [
        row
        for table in opened(render_docx(diagnosis, "fr", form="full", date=DAY)).tables
        for row in table.rows
        if len(row.cells[1].text) > LONGEST_WHOLE_ROW
    ]
    assert rows and not any(row._tr.xpath("./w:trPr/w:cantSplit") for row in rows)


def test_two_tables_never_touch_and_a_paragraph_ends_the_file(demo: Demo, form: Form) -> None:
    diagnosis, plan = demo
    body = sample("fr", plan, diagnosis, form).element.body
    tags = [part.tag for part in body]
    assert (qn("w:tbl"), qn("w:tbl")) not in set(pairwise(tags))
    assert tags[-2:] == [qn("w:p"), qn("w:sectPr")]


def test_room_to_write_is_kept(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    title = texts("report", lang)("plan.title")
    forms = [
        table
        for table in sample(lang, plan, diagnosis, "short").tables
        if table._tbl.tblPr.xpath("./w:tblCaption/@w:val") == [title]
    ]
    assert len(forms) == 1
    for row in forms[0].rows[1:]:
        assert row.height is not None and row.height.mm > 11.9


def test_european_figures_have_year_and_base_beside_them(make: Make, lang: str) -> None:
    diagnosis = make()
    document = report_document(diagnosis, lang, form="full", date=DAY)
    charts = [part for part in parts(document.pages) if isinstance(part, doc.EuropeChart)]
    assert len(charts) == 3
    rows = [
        [squeezed(cell.text) for cell in row.cells]
        for table in opened(make_docx(document)).tables
        for row in table.rows
    ]
    for row in (row for chart in charts for row in chart.rows):
        cells = next(cells for cells in rows if cells[0].startswith(squeezed(row.name + "(" + row.number)))
        assert cells[-1] == squeezed(row.base)
        assert cells[-2] == (squeezed(row.chance_range) or "–")
        assert squeezed(row.answer) in cells[0]
        answers = ("use", "need", "no_need", "dont_know")
        printed = {one.state: one.label for one in row.segments} | dict(row.nobody)
        expected = [printed.get(state) or row.unpublished or "" for state in answers]
        assert cells[1:-2] == [squeezed(words) for words in expected]
    written = words_of(opened(make_docx(document)))
    for chart in charts:
        assert "218" in chart.caption and re.search(r"2018.2019", chart.caption)
        assert squeezed(chart.caption) in written


def test_every_kind_of_block_and_every_role_has_a_writer(make: Make) -> None:
    writer = Writer(report_document(make(), "fr", date=DAY))
    assert set(writer.writers) == set(get_args(doc.Block))
    assert set(ROLES) == set(get_args(doc.Role))


def test_lists_are_real() -> None:
    points = doc.Bullets.of(["un", "deux"])
    file = small(points, doc.Callout(doc.Heading(2, "Cadre"), (points,)))
    names = [paragraph.style.name for paragraph in file.paragraphs if paragraph.style is not None]
    boxed = texts("report", "fr")("word.style.box_bullet")
    assert names == ["List Bullet"] * 2 + ["Heading 2", *[boxed] * 2]


def test_each_page_begins_on_a_new_page(demo: Demo, form: Form) -> None:
    diagnosis, plan = demo
    document = report_document(diagnosis, "fr", form=form, date=DAY, plan=plan)
    breaks = opened(make_docx(document)).element.body.xpath("//w:pPr/w:pageBreakBefore")
    assert len(breaks) == len(document.pages) - 1


def test_a_page_that_opens_with_a_table_begins_on_a_new_page_too() -> None:
    table = doc.Table((doc.Column("A", 0.5), doc.Column("B", 0.5)), (("1", "2"),), strong_first=True)
    file = small(table, table, doc.Table(table.columns, ()))
    assert len(file.tables) == 3
    assert len(file.element.body.xpath("//w:tbl//w:pPr/w:pageBreakBefore")) == 2


def test_a_recommendation_stays_in_one_piece() -> None:
    card = doc.Card(
        doc.Heading(2, "Titre"),
        "À lancer.",
        "Note.",
        (doc.Paragraph("Ceci", label="Quoi."),),
        (doc.Paragraph("Une heure", label="Temps."),),
    )
    paragraphs = small(card).paragraphs
    assert [part.text for part in paragraphs] == [
        "Titre",
        "À lancer. Note.",
        "Quoi. Ceci",
        "Temps. Une heure",
    ]
    assert [part.paragraph_format.keep_with_next for part in paragraphs] == [True, True, True, None]
    assert [run.style.name for run in paragraphs[2].runs] == ["Strong", "Default Paragraph Font"]


def test_styles_say_everything_and_nothing_is_set_by_hand(make: Make, lang: str) -> None:
    body = opened(render_docx(make(), lang, form="full", date=DAY)).element.body
    by_hand = {part.tag.partition("}")[2] for part in body.xpath("//w:r/w:rPr/*")}
    by_paragraph = {part.tag.partition("}")[2] for part in body.xpath("//w:p/w:pPr/*")}
    assert by_hand == {"rStyle"}
    assert by_paragraph <= {"pStyle", "keepNext", "pageBreakBefore", "numPr"}


def test_our_styles_are_in_the_file_under_their_names(lang: str) -> None:
    styles = small(doc.Heading(1, "Titre"), lang=lang).styles
    t = texts("report", lang)
    ids = {style.style_id: style.name for style in styles}
    for look in LOOKS:
        assert ids[look.id] == t(f"word.style.{look.name}") if look.is_ours else look.id in ids
    assert ids["Heading1"] == "Heading 1"
    headings = [styles[f"Heading {level}"].element for level in (1, 2, 3)]
    assert [style.xpath("./w:pPr/w:outlineLvl/@w:val") for style in headings] == [["0"], ["1"], ["2"]]
    assert all(style.xpath("./w:pPr/w:keepNext") for style in headings)
