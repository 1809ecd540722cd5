"""The page of a later round: what changed, in METHOD's order, on paper, as text and for a word processor."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import docx
import page as validator
import pypdf
import pytest

from assessment.demo import demo_dossiers
from assessment.dossier import Assessment, Dossier, dossier_to_attach, read_dossier
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import Form, render_docx, render_pdf, render_text
from assessment.texts import texts
from questionnaire.loading import standard_questionnaire
from questionnaire.typography import NO_BREAK
from tests.report.many import Chance

DAY = date(2026, 11, 25)
TWO = demo_dossiers()[2]
STAGES = ("stage.1.title", "stage.2.title", "stage.3.title", "stage.4.title")


def later(assessment: Assessment, day: date, **answers: str) -> Assessment:
    """Return another round with a few answers of its own."""
    changes = {"id": day.isoformat(), "date": day, "answers": {**assessment.answers, **answers}}
    return assessment.model_copy(update=changes)


def three() -> Dossier:
    """Return the two rounds of the demo and one more: a use given up, a need met, a doubt cleared."""
    third = later(TWO.latest, date(2027, 10, 21), tech_ai="no_need", tech_iot="use", tech_vr="no_need")
    return TWO.model_copy(update={"assessments": (*TWO.assessments, third)})


def text_of(dossier: Dossier, lang: str = "fr", form: Form = "short", day: date = DAY) -> str:
    said = render_text(diagnose_dossier(dossier), lang, form=form, date=day, plan=dossier.plan)
    return said.replace(NO_BREAK, " ")


def in_order(said: str, *parts: str) -> bool:
    """Say whether parts follow each other, one after the end of the one before."""
    for part in parts:
        _, found, said = said.partition(part)
        if not found:
            return False
    return True


def test_the_order_is_that_of_the_method(form: str) -> None:
    said = text_of(TWO, form="full" if form == "full" else "short")
    assert in_order(
        said,
        "À décider en conseil",
        "Ce qui a changé depuis le 15 octobre 2025",
        "Plan d’action : 2 actions faites, 1 en retard",
        "Fait : Copier les cartes",
        "Temps gagné :",
        "\nBases\n",
        "\nCompétences\n",
        "\nUsages et besoins\n",
        "Sur 5 besoins exprimés le 15 octobre 2025, 2 sont couverts.",
        "Besoins couverts : Consulter et décider en ligne, Intelligence artificielle",
        "Besoins toujours à couvrir : Se former en ligne, Objets connectés",
        "Nouveaux besoins (votre ambition s’est élargie) : Conception et impression 3D",
        "Usages arrêtés : Place de marché en ligne",
        "Doutes levés :",
        "Ce que vous utilisiez ou souhaitiez le 15 octobre 2025",
    )


def test_lateness_is_counted_on_the_day_of_the_document() -> None:
    assert "1 à faire" in text_of(TWO, day=date(2026, 6, 30))
    assert "1 en retard" in text_of(TWO, day=date(2026, 7, 1))


def test_no_stage_is_printed_but_that_of_the_first_basket(lang: str) -> None:
    """Beside the words of the basket, no snapshot stage: neither in pictures, headings nor pages."""
    words = [texts("stages", lang)(key) for key in STAGES]
    sentence = {"fr": "Situation de ces besoins : ", "en": "Where these needs stand: "}[lang]
    legend = {"fr": "- Au départ :", "en": "- Starting out:"}[lang]
    lines = [line for line in text_of(TWO, lang, "full").splitlines() if not line.startswith(legend)]
    for word in words:
        named = [line for line in lines if re.search(rf"\b{re.escape(word)}\b", line, re.IGNORECASE)]
        assert all(sentence in line for line in named), word
    first = TWO.model_copy(update={"assessments": TWO.assessments[-1:]})
    assert any(word in text_of(first, lang, "full") for word in words)


def test_it_never_judges_the_organisation(lang: str) -> None:
    said = text_of(three(), lang, "full").lower()
    page = said[said.index({"fr": "ce qui a changé", "en": "what has changed"}[lang]) :]
    page = page[: page.index({"fr": "ces mots ne portent", "en": "these words are about"}[lang])]
    for word in (
        "recul",
        "régress",
        "rattrap",
        "décline",
        "score",
        "decline",
        "catch",
        "europ",
        "worse",
        "%",
    ):
        assert word not in page


def test_the_third_round_is_compared_with_both_others() -> None:
    said = text_of(three(), day=date(2027, 11, 1))
    since_last = said[said.index("Depuis le point précédent, le 22 octobre 2026") :]
    assert "Ce point (T2, le 21 octobre 2027)" in said
    assert "Usages arrêtés : Intelligence artificielle (maintenant : pas un besoin)" in since_last
    assert "Besoins couverts : Objets connectés" in since_last
    assert "Doutes levés : Réalité virtuelle (maintenant : pas un besoin)" in since_last
    assert in_order(
        said, "Besoins mis de côté : Intelligence artificielle, Réalité virtuelle", since_last[:40]
    )


def test_a_first_round_has_no_such_page(form: str) -> None:
    first = TWO.model_copy(update={"assessments": TWO.assessments[:1]})
    assert "Ce qui a changé" not in text_of(first, form="full" if form == "full" else "short")


@pytest.mark.parametrize("dossier", [TWO, three()], ids=["T1", "T2"])
def test_both_standards_and_one_page_each(dossier: Dossier, lang: str, form: str) -> None:
    shape: Form = "full" if form == "full" else "short"
    pdf = render_pdf(diagnose_dossier(dossier), lang, form=shape, date=DAY, plan=dossier.plan)
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A):
        report: Any = validator.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(one.rule_id, one.message) for one in report.failures][:5]
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]
    if shape == "short":
        assert len(pages) == 3 + len(dossier.assessments) - 1
    title = {"fr": "Ce qui a changé", "en": "What has changed"}[lang]
    assert title in pages[1]
    assert {"fr": "Ces mots ne portent", "en": "These words are about"}[lang] in pages[1]


def test_same_input_same_bytes() -> None:
    made = [
        render_pdf(diagnose_dossier(three()), "fr", form="full", date=DAY, plan=TWO.plan) for _ in range(2)
    ]
    assert made[0] == made[1]


def test_the_word_processor_file_says_the_same() -> None:
    content = render_docx(diagnose_dossier(TWO), "fr", form="short", date=DAY, plan=TWO.plan)
    said = "\n".join(words_of(content)).replace(NO_BREAK, " ")
    assert in_order(said, "Ce qui a changé depuis le 15 octobre 2025", "Plan d’action :", "2 sont couverts")


def words_of(content: bytes) -> Iterator[str]:
    yield from (paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs)


def test_another_version_is_said_and_compares_nothing() -> None:
    """A round of another version of the questionnaire: one sentence, and no list."""
    from assessment.diagnosis import Subject, diagnose
    from assessment.dossier import sheet_of
    from assessment.followup import Round
    from assessment.rulebook import standard_rulebook
    from benchmarks.loading import standard_benchmark

    sheet = sheet_of(TWO, TWO.latest)
    found = diagnose(
        sheet,
        standard_questionnaire(),
        standard_benchmark(),
        standard_rulebook(),
        subject=Subject("Le Jardin", date(2026, 11, 22)),
        earlier=(Round(sheet, "soga-2030", "x", date(2025, 11, 22)),),
    )
    said = render_text(found, "fr", date=DAY).replace(NO_BREAK, " ")
    assert "Les deux points ne portent pas sur la même version du questionnaire" in said
    assert "Besoins couverts" not in said


def test_the_dossier_inside_says_what_the_pages_say() -> None:
    """What an action brought is printed in a follow-up only, and travels with it only."""
    both = read_dossier(dossier_to_attach(TWO, TWO.latest, comments=False), "x", standard_questionnaire())
    assert both.plan == TWO.plan
    alone = read_dossier(
        dossier_to_attach(TWO, TWO.assessments[0], comments=False), "x", standard_questionnaire()
    )
    assert all(not any(dict(action.progress).values()) for action in alone.plan)


@pytest.mark.parametrize("seed", range(6))
def test_hostile_words_of_two_rounds_pass_both_standards(seed: int) -> None:
    """Any name, respondent and plan: the page of the follow-up cuts and prints what it is given."""
    dossier = Chance(seed, hostile=True).dossier()
    first = later(dossier.latest, date(2020, 1, 1), tech_ai="need", tech_iot="dont_know")
    first = first.model_copy(update={"respondent": "M" * 200})
    both = dossier.model_copy(update={"assessments": (first, *dossier.assessments)})
    pdf = render_pdf(diagnose_dossier(both), "fr", form="full", date=DAY, plan=both.plan)
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A):
        report: Any = validator.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(one.rule_id, one.message) for one in report.failures][:5]
