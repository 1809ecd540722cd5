"""PDF/UA-1 and PDF/A-3a by a validator, syntax, fonts and tags by others, on documents made to break them.

The reference validators (veraPDF, PAC) and screen readers are not run here: a pass is a pass of these tools.
"""

import dataclasses
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import page as validator
import pypdf
import pytest

from assessment.diagnosis import Diagnosis
from assessment.dossier import ATTACHED_NAME, Dossier, dossier_to_attach
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import AttachedFile, render_pdf, report_document
from assessment.report.characters import clean
from assessment.report.document import Document, EuropeChart, Heading, StatePicture, Title, TwoLanes
from assessment.report.pdf.fonts import MISSING, extra_marks, main_marks
from assessment.report.pdf.press import make_pdf
from tests.report.many import NAMES, Chance

DAY = date(2026, 11, 23)
BATCH = range(200)
PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A)


def diagnosis_of(seed: int) -> tuple[Diagnosis, Dossier]:
    """Return a hostile dossier and its diagnosis, under a name no dossier would accept."""
    chance = Chance(seed, hostile=True)
    dossier = chance.dossier()
    found = diagnose_dossier(dossier)
    return dataclasses.replace(
        found, subject=dataclasses.replace(found.subject, name=chance.raw_name())
    ), dossier


def document_of(seed: int) -> Document:
    """Return one hostile document before layout: forms and languages in turn."""
    diagnosis, dossier = diagnosis_of(seed)
    return report_document(
        diagnosis,
        "en" if seed // len(NAMES) % 2 else "fr",
        form="short" if seed % 5 == 0 else "full",
        comments=seed % 7 != 0,
        date=DAY,
        plan=dossier.plan,
    )


@cache
def pdf_of(seed: int) -> bytes:
    """Return its PDF, with the dossier inside two times out of three."""
    dossier = Chance(seed, hostile=True).dossier()
    inside = AttachedFile(ATTACHED_NAME, dossier_to_attach(dossier, dossier.latest, comments=seed % 2 == 0))
    return make_pdf(document_of(seed), None if seed % 3 == 0 else inside)


def headings(value: object) -> Iterator[str]:
    """Yield the headings of a document, those inside boxes too, in reading order."""
    if isinstance(value, (Heading, Title)):
        yield value.text
    elif isinstance(value, tuple):
        for part in value:
            yield from headings(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from headings(getattr(value, field.name))


@pytest.mark.parametrize("seed", BATCH)
def test_both_standards_in_the_same_file(seed: int) -> None:
    for profile in PROFILES:
        report: Any = validator.validate_pdf_bytes(pdf_of(seed), profile=profile)
        assert report.is_compliant, [(one.rule_id, one.message) for one in report.failures][:5]


def test_the_validator_sees_what_is_wrong() -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf_of(1)))
    del writer.root_object["/MarkInfo"]
    broken = BytesIO()
    writer.write(broken)
    for profile in PROFILES:
        report: Any = validator.validate_pdf_bytes(broken.getvalue(), profile=profile)
        assert not report.is_compliant


def said_of(files: list[Path], *command: str) -> list[str]:
    """Return what a program says of each file, on all cores; skipped where it is not installed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")

    def run(path: Path) -> str:
        return subprocess.run([*command, str(path)], capture_output=True, check=True, text=True).stdout

    with ThreadPoolExecutor(os.cpu_count()) as workers:
        return list(workers.map(run, files))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write the batch."""
    folder = tmp_path_factory.mktemp("batch")
    paths = [folder / f"{seed}.pdf" for seed in BATCH]
    for seed, path in zip(BATCH, paths, strict=True):
        path.write_bytes(pdf_of(seed))
    return paths


def test_syntax(files: list[Path]) -> None:
    for seed, said in enumerate(said_of(files, "qpdf", "--check")):
        assert "No syntax or stream encoding errors found" in said, seed


def test_every_font_is_embedded_subset_and_has_its_text(files: list[Path]) -> None:
    for seed, said in enumerate(said_of(files, "pdffonts")):
        fonts = said.splitlines()[2:]
        assert fonts
        for font in fonts:
            assert re.search(r"\byes yes yes\b", font), (seed, font)


def test_heading_levels_are_never_skipped_in_the_tags(files: list[Path]) -> None:
    for seed, tree in enumerate(said_of(files, "pdfinfo", "-struct")):
        assert tree.startswith("Document"), seed
        levels = [int(level) for level in re.findall(r"^ *H(\d)", tree, re.MULTILINE)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), seed


def test_the_tags_hold_the_words_of_the_headings_in_order(files: list[Path]) -> None:
    some = range(0, len(files), 10)  # poppler takes seconds to gather the words of one long document
    for seed, tree in zip(some, said_of([files[n] for n in some], "pdfinfo", "-struct-text"), strict=True):
        found = re.findall(r'^ *H\d \(block\)\n *"(.*)"$', tree, re.MULTILINE)
        expected = [clean(text) for text in headings(document_of(seed).pages)]
        assert len(found) == len(expected), seed
        for said, text in zip(found, expected, strict=True):
            assert MISSING in said or "".join(said.split()) == "".join(text.split()), seed


def test_more_characters_than_one_font_can_hold_are_all_readable() -> None:
    marks = [
        mark
        for mark in sorted(main_marks() | extra_marks())
        if mark.isalnum() and mark < "\u0590" and clean(mark) == mark
    ]
    words = " ".join("".join(marks[start : start + 20]) for start in range(0, len(marks), 20))
    dossier = Chance(3, hostile=False).dossier()
    said = dossier.latest.model_copy(update={"comments": {"tech_ai": words}})
    found = diagnose_dossier(dossier.model_copy(update={"assessments": (said,)}))
    pdf = render_pdf(found, "fr", form="full", date=DAY)
    for profile in PROFILES:
        report: Any = validator.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant
    printed = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    assert set(marks) <= set(printed)


def elements_of(pdf: bytes) -> list[Any]:
    """Return the tags of a document, in reading order."""
    found = []
    root: Any = pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]
    waiting = [root["/StructTreeRoot"]["/K"].get_object()]
    while waiting:
        element = waiting.pop(0)
        found.append(element)
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        inside = [kid.get_object() for kid in kids if not isinstance(kid, int)]
        waiting[:0] = [kid for kid in inside if isinstance(kid, dict) and "/S" in kid]
    return found


def test_arabic_is_read_as_it_was_written() -> None:
    name = "جمعية التضامن (فرع ليون)"
    assert NAMES[7] == name
    said = [str(element["/ActualText"]) for element in elements_of(pdf_of(7)) if "/ActualText" in element]
    assert said[0] == name


def test_figures_say_all_their_numbers() -> None:
    for seed in (1, 2, 3, 4, 6):
        diagnosis, dossier = diagnosis_of(seed)
        document = report_document(diagnosis, "fr", form="full", date=DAY, plan=dossier.plan)
        pictures = [
            block
            for part in document.pages
            for block in part.blocks
            if isinstance(block, (EuropeChart, StatePicture, TwoLanes))
        ]
        assert pictures
        pdf = render_pdf(diagnosis, "fr", form="full", date=DAY, plan=dossier.plan)
        drawn = [element for element in elements_of(pdf) if element["/S"] == "/Figure"]
        said = [" ".join(str(element["/Alt"]).split()) for element in drawn]
        assert said == [" ".join(clean(picture.alt).split()) for picture in pictures], seed
        assert all("/BBox" in element["/A"] for element in drawn)


def test_a_document_weighs_little() -> None:
    assert max(len(pdf_of(seed)) for seed in BATCH) < 250_000
