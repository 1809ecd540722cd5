"""The word-processor file around the blocks: an empty one with our styles, its head and foot, its bytes.

The template python-docx brings along is left aside: it holds hundreds of styles nobody asked for, a
thumbnail, and the name of another program.
"""

import re
from datetime import UTC, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from assessment.report.document import Document
from assessment.report.word.styles import FONT, NAMESPACE, numbering_xml, styles_xml
from assessment.report.word.text import printable
from assessment.texts import texts

LONGEST_PROPERTY = 255
"""Characters a property of the file may have."""
_DATE_OF_PARTS = (1980, 1, 1, 0, 0, 0)
"""The first date a zip file can hold: the day it was made is in the properties, not on each part."""
_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "settings", "fontTable")
"""Parts beside the text itself; each is also the name of its kind."""


def empty_file(document: Document) -> WordDocument:
    """Return an A4 file without a word in it: styles, language, head, foot and properties are set."""
    tag = document.language_tag
    package = BytesIO()
    with ZipFile(package, "w") as parts:
        for name, xml in _package(tag, _style_names(document.lang)).items():
            parts.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}')
    file = docx.Document(package)
    _set_page(file)
    _set_head_and_foot(file, document)
    _set_properties(file, document, tag)
    return file


def bytes_of(file: WordDocument) -> bytes:
    """Return the file; its parts are zipped again without the time and the system they were written on."""
    written, fixed = BytesIO(), BytesIO()
    file.save(written)
    with ZipFile(written) as parts, ZipFile(fixed, "w", ZIP_DEFLATED) as again:
        for name in parts.namelist():
            entry = ZipInfo(name, _DATE_OF_PARTS)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            again.writestr(entry, parts.read(name))
    return fixed.getvalue()


def _style_names(lang: str) -> dict[str, str]:
    t = texts("report", lang)
    prefix = "word.style."
    return {key.removeprefix(prefix): t(key) for key in sorted(t.keys()) if key.startswith(prefix)}


def _package(tag: str, names: dict[str, str]) -> dict[str, str]:
    """Return the parts of an empty file: path → XML."""
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD_TYPE}.{part}+xml"/>' for part in _PARTS
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{part}" Target="{part}.xml"/>'
        for number, part in enumerate(_PARTS, start=1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_OPC}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
        f"{parts}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_OPC}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{NAMESPACE}"><w:body><w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_OPC}/relationships">'
        f"{links}</Relationships>",
        "word/styles.xml": styles_xml(tag, names),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": _settings(tag),
        "word/fontTable.xml": f'<w:fonts xmlns:w="{NAMESPACE}"><w:font w:name="{FONT}">'
        '<w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>',
    }


def _settings(tag: str) -> str:
    """Return settings.xml; without the mode of 2013 and later, Word opens the file as an old one."""
    word = "http://schemas.microsoft.com/office/word"
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
    }
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{word}" w:val="{value}"/>' for name, value in modes.items()
    )
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:defaultTabStop w:val="709"/><w:compat>{compat}</w:compat>'
        f'<w:themeFontLang w:val="{tag}"/></w:settings>'
    )


def _set_page(file: WordDocument) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(19), Mm(20)
    section.header_distance, section.footer_distance = Mm(10), Mm(10)
    section.different_first_page_header_footer = True


def _set_head_and_foot(file: WordDocument, document: Document) -> None:
    """Write the running head from page 2 on, and the standing sentence and page number on every page."""
    section = file.sections[0]
    head = section.header.paragraphs[0]
    head.add_run(f"{printable(document.running_title)}\t{printable(document.running_name)}")
    section.first_page_header.is_linked_to_previous = False
    for foot in (section.footer, section.first_page_footer):
        _write_foot(foot, document)


def _write_foot(foot: _Footer, document: Document) -> None:
    """Write the sentence and, at the end of its last line, the number of the page."""
    line = foot.paragraphs[0]
    line.add_run(f"{printable(document.standing)}\t")
    for piece in re.split(r"(\{page\}|\{total\})", document.page_label):
        if piece in _FIELDS:
            _add_field(line, _FIELDS[piece])
        elif piece:
            line.add_run(printable(piece))


_FIELDS = {"{page}": "PAGE", "{total}": "NUMPAGES"}


def _add_field(paragraph: Paragraph, code: str) -> None:
    """Add a number the word processor works out."""
    field = element("fldSimple", instr=code)
    paragraph._p.append(field)
    run = element("r")
    field.append(run)
    text = element("t")
    text.text = "1"
    run.append(text)


def _set_properties(file: WordDocument, document: Document, tag: str) -> None:
    properties = file.core_properties
    properties.title = printable(document.title)[:LONGEST_PROPERTY]
    properties.subject = printable(document.subject)[:LONGEST_PROPERTY]
    properties.author = printable(document.running_name)[:LONGEST_PROPERTY]
    properties.last_modified_by = "Jalon"
    properties.language = tag
    properties.created = properties.modified = datetime.combine(document.printed_on, time(), UTC)


def element(name: str, **values: object) -> BaseOxmlElement:
    """Return an element of the word-processing vocabulary with its attributes."""
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(f"{{{NAMESPACE}}}{key}", str(value))
    return made
