"""The PDF itself: pages, fonts, properties, bookmarks, and the same bytes every time."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pypdf
import pytest

from assessment.diagnosis import Diagnosis
from assessment.dossier import Action
from assessment.report import Form, render_pdf, report_document, suggested_file_name
from assessment.report.document import Bullets, Document, Heading, Paragraph
from assessment.texts import texts

DAY = date(2026, 11, 23)

Make = Callable[..., Diagnosis]
Demo = tuple[Diagnosis, tuple[Action, ...]]


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(pdf))


def squeezed(text: str) -> str:
    """Return a text without any white space: line breaks of the page do not count."""
    return re.sub(r"\s+", "", text)


def bodies(pdf: bytes, document: Document) -> list[str]:
    """Return the text of each page without head and foot, white space removed."""
    pages = reader(pdf).pages
    furniture = (document.standing, document.running_title, document.running_name)
    found = []
    for number, page in enumerate(pages, start=1):
        text = squeezed(page.extract_text())
        label = document.page_label.format(page=number, total=len(pages))
        for repeated in (label, *(furniture if number > 1 else furniture[:1])):
            text = text.replace(squeezed(repeated), "", 1)
        found.append(text)
    return found


def font_names(pdf: bytes) -> set[str]:
    """Return the fonts of the document; every one must be embedded."""
    names = set()
    for item in objects(pdf):
        if isinstance(item, dict) and item.get("/Type") == "/Font":
            descriptor = item.get("/FontDescriptor")
            assert descriptor is not None, f"{item['/BaseFont']} is not embedded"
            assert "/FontFile2" in descriptor.get_object(), item["/BaseFont"]
            assert "/ToUnicode" in item
            names.add(str(item["/BaseFont"]))
    return names


def objects(pdf: bytes) -> list[Any]:
    found = reader(pdf)
    size = int(str(found.trailer["/Size"]))
    return [found.get_object(number) for number in range(1, size)]


def test_short_form_is_three_pages_and_one_for_what_changed(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    pdf = render_pdf(diagnosis, lang, date=DAY, plan=plan)
    assert len(reader(pdf).pages) == (3 if diagnosis.followup is None else 4)


def test_front_sheet_is_exactly_one_page(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    pages = bodies(
        render_pdf(diagnosis, lang, date=DAY, plan=plan), report_document(diagnosis, lang, date=DAY)
    )
    t = texts("report", lang)
    assert squeezed(t("front.decide")) in pages[0]
    assert squeezed(t("front.europe")) in pages[0]
    # What has changed comes right after the front sheet.
    later = pages[1:] if diagnosis.followup is None else pages[2:]
    assert squeezed(t("priorities.title.3")) in later[0]
    assert squeezed(t("plan.title")) in later[1]


def test_all_fonts_are_embedded_and_helvetica_is_not_there(demo: Demo, lang: str, form: Form) -> None:
    diagnosis, plan = demo
    pdf = render_pdf(diagnosis, lang, form=form, date=DAY, plan=plan)
    names = font_names(pdf)
    assert names and all(re.match(r"/[A-Z]{6}\+(SourceSans3|DejaVuSans)", name) for name in names)


def test_properties_language_and_bookmarks(make: Make, lang: str) -> None:
    pdf = reader(render_pdf(make(), lang, form="full", date=DAY))
    t = texts("report", lang)
    assert pdf.metadata is not None
    assert pdf.metadata.title == t("document.title", name="Le Jardin")
    assert str(pdf.metadata["/CreationDate"]).startswith("D:20261123")
    root: Any = pdf.trailer["/Root"]
    assert str(root["/Lang"]).startswith(lang)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    titles = [item.title for item in pdf.outline if not isinstance(item, list)]
    assert titles[0] == "Le Jardin"
    assert t("method.title") in titles and t("annex.title") in titles


def test_every_text_of_the_document_is_on_the_pages(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    document = report_document(diagnosis, lang, form="full", date=DAY, plan=plan)
    printed = "".join(bodies(render_pdf(diagnosis, lang, form="full", date=DAY, plan=plan), document))
    for page in document.pages:
        for block in page.blocks:
            parts = block.items if isinstance(block, Bullets) else (block,)
            for part in parts:
                if isinstance(part, (Heading, Paragraph)):
                    assert squeezed(part.text) in printed, part.text


def test_no_heading_is_left_at_the_foot_of_a_page(demo: Demo, lang: str) -> None:
    diagnosis, plan = demo
    document = report_document(diagnosis, lang, form="full", date=DAY, plan=plan)
    assert_no_orphan(render_pdf(diagnosis, lang, form="full", date=DAY, plan=plan), document)


@pytest.mark.parametrize("length", [*range(100, 4000, 300)])
def test_no_heading_is_left_alone_wherever_a_comment_ends(make: Make, length: int) -> None:
    comment = "Nous en avons parlé en équipe. " * (length // 31)
    fields = {f"comments.{question}": comment for question in ("skills_wish", "platform_crowd", "tech_iot")}
    diagnosis = make(**fields)
    document = report_document(diagnosis, "fr", form="full", date=DAY)
    assert_no_orphan(render_pdf(diagnosis, "fr", form="full", date=DAY), document)


def assert_no_orphan(pdf: bytes, document: Document) -> None:
    titles = {
        squeezed(block.text) for page in document.pages for block in page.blocks if isinstance(block, Heading)
    }
    contents = squeezed(texts("report", document.lang)("contents.title"))
    for number, page in enumerate(bodies(pdf, document), start=1):
        if contents in page:
            continue
        assert not any(page.endswith(title) for title in titles), f"page {number}"


def test_same_input_same_bytes_in_two_processes() -> None:
    program = (
        "import hashlib\n"
        "from datetime import date\n"
        "from assessment.demo import demo_dossiers\n"
        "from assessment.dossier_diagnosis import diagnose_dossier\n"
        "from assessment.report import render_pdf\n"
        "dossier = demo_dossiers()[1]\n"
        "diagnosis = diagnose_dossier(dossier)\n"
        "for lang in ('fr', 'en'):\n"
        "    pdf = render_pdf(diagnosis, lang, form='full', date=date(2026, 11, 23), plan=dossier.plan)\n"
        "    print(hashlib.sha256(pdf).hexdigest())\n"
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


def test_the_same_bytes_again_in_one_process(make: Make, lang: str) -> None:
    first, again = (render_pdf(make(), lang, form="full", date=DAY) for _ in range(2))
    assert hashlib.sha256(first).digest() == hashlib.sha256(again).digest()


def test_importing_the_report_loads_no_reportlab() -> None:
    program = "import sys, assessment.report; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "False"


def test_text_twin_loads_no_reportlab() -> None:
    program = (
        "import sys\n"
        "from datetime import date\n"
        "from assessment.demo import demo_dossiers\n"
        "from assessment.dossier_diagnosis import diagnose_dossier\n"
        "from assessment.report import render_text\n"
        "render_text(diagnose_dossier(demo_dossiers()[0]), 'fr', form='full', date=date(2026, 11, 23))\n"
        "print('reportlab' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Le Jardin d’Été", "autodiagnostic-numerique-le-jardin-d-ete-2026-11-22.pdf"),
        ("../../etc, <SARL> & Fils: *?", "autodiagnostic-numerique-etc-sarl-fils-2026-11-22.pdf"),
        ("Ελπίδα", "autodiagnostic-numerique-2026-11-22.pdf"),
        (None, "autodiagnostic-numerique-2026-11-22.pdf"),
    ],
)
def test_file_name_is_safe_everywhere(make: Make, name: str | None, expected: str) -> None:
    assert suggested_file_name(make(name), "fr") == expected
    assert re.fullmatch(r"[a-z0-9-]+\.pdf", suggested_file_name(make("x" * 1000), "en"))
