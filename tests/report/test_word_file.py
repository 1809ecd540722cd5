"""The word-processor file as a file: language, properties, parts, bytes, and unlikely texts."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from assessment.diagnosis import Diagnosis
from assessment.report import render_docx, report_document
from assessment.report.word.text import printable
from assessment.report.word.writing import make_docx
from assessment.texts import texts

DAY = date(2026, 11, 23)

Make = Callable[..., Diagnosis]


def opened(file: bytes) -> WordDocument:
    return docx.Document(BytesIO(file))


def squeezed(text: str) -> str:
    """Return a text without any white space."""
    return re.sub(r"\s+", "", text)


def words_of(file: WordDocument) -> str:
    """Return the words of the text and of its tables, in order, without white space."""
    return squeezed("".join(part.text or "" for part in file.element.body.iter(qn("w:t"))))


def test_language_and_properties(make: Make, lang: str) -> None:
    file = opened(render_docx(make(), lang, date=DAY))
    tag = {"fr": "fr-FR", "en": "en-GB"}[lang]
    properties = file.core_properties
    assert properties.title == texts("report", lang)("document.title", name="Le Jardin")
    assert (properties.author, properties.language) == ("Le Jardin", tag)
    assert properties.subject == texts("report", lang)("document.subject")
    assert properties.created == properties.modified
    assert properties.created is not None and properties.created.date() == DAY
    languages = file.styles.element.xpath("//w:lang/@w:val")
    assert languages and set(languages) == {tag}


def test_head_and_foot_number_the_pages(make: Make, lang: str) -> None:
    document = report_document(make(), lang, date=DAY)
    section = opened(make_docx(document)).sections[0]
    assert section.header.paragraphs[0].text == f"{document.running_title}\t{document.running_name}"
    assert section.first_page_header.paragraphs[0].text == ""
    for foot in (section.footer, section.first_page_footer):
        assert document.standing in foot.paragraphs[0].text
        assert foot._element.xpath("//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


def test_the_file_holds_words_and_styles_only(make: Make) -> None:
    diagnosis = make(**{"adviser_notes.tech_ai": "SECRET-NOTE"})
    with ZipFile(BytesIO(render_docx(diagnosis, "fr", form="full", date=DAY))) as parts_of_file:
        names = set(parts_of_file.namelist())
        everything = b"".join(parts_of_file.read(name) for name in names).decode()
        assert {entry.date_time for entry in parts_of_file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    own = {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels"}
    kinds = r"word/(document|styles|numbering|settings|fontTable|header\d|footer\d)\.xml"
    assert all(re.fullmatch(kinds, name) for name in names - own), names
    for forbidden in (
        "SECRET-NOTE",
        "python-docx",
        "External",
        "w:drawing",
        "w:object",
        "w:embed",
        "vbaProject",
    ):
        assert forbidden not in everything


def test_same_input_same_bytes_in_two_processes() -> None:
    program = (
        "import hashlib\n"
        "from datetime import date\n"
        "from assessment.demo import demo_dossiers\n"
        "from assessment.dossier_diagnosis import diagnose_dossier\n"
        "from assessment.report import render_docx\n"
        "dossier = demo_dossiers()[1]\n"
        "diagnosis = diagnose_dossier(dossier)\n"
        "for lang in ('fr', 'en'):\n"
        "    file = render_docx(diagnosis, lang, form='full', date=date(2026, 11, 23), plan=dossier.plan)\n"
        "    print(hashlib.sha256(file).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_importing_the_report_loads_no_python_docx_and_writing_it_no_reportlab() -> None:
    program = (
        "import sys, assessment.report\n"
        "print('docx' in sys.modules)\n"
        "import assessment.report.word.writing\n"
        "print('docx' in sys.modules, 'reportlab' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["False", "True", "False"]


HOSTILE = {
    "nothing": "",
    "controls": "A\x00B\x07C\x0bD\x1b[31mE\x7f",
    "line breaks": "un\r\ndeux\n\ntrois\ttabulé\u2028quatre",
    "turned round": "A\u202eB\u202dC\ufeff\u200bD",
    "half a character": "a\ud800b\udfffc",
    "not characters": "a\ufffeb\uffffc\U0001fffed",
    "markup": "<SARL> & Fils ]]> &amp; <b>gras</b> <w:p/> <!-- -->",
    "Arabic": "جمعية التضامن",
    "emoji": "Vélo 🚲 ❤\ufe0f 👩\u200d🌾",
    "field": '{ HYPERLINK "http://example.org" } =1+1 MERGEFIELD',
    "one word": "x" * 100_000,
    "long": "Nous avons commencé par les adhérents. " * 2_600,
    "many lines": "é\n" * 1_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_is_written(make: Make, text: str) -> None:
    given = {f"comments.{question}": text for question in ("tech_ai", "b01")}
    diagnosis = make(text[:1_000] or None, **given, **{"complement.aim": text})
    file = opened(render_docx(diagnosis, "fr", form="full", date=DAY))
    written = words_of(file)
    assert squeezed(printable(text)) in written
    assert not re.search("[\u202a-\u202e\u2066-\u2069\ufeff\u200b]", written)
    assert len(file.core_properties.title) <= 255


def test_texts_keep_what_a_word_processor_can_shape() -> None:
    for kept in ("<SARL> & Fils ]]>", "جمعية التضامن", "👩\u200d🌾", "❤\ufe0f", "می\u200cخواهم"):
        assert printable(kept) == kept
    assert printable("A\u202eB\x00C\ud800D\ufffe") == "ABCD"
    assert printable("a\nb\tc\u200d\n") == "a b c\u200d "
