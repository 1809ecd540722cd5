"""The cooperation kit and the notes for the shared diagnosis: what they say, and to whom they can be read."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import page as validator
import pypdf
import pytest

from assessment.diagnosis import Diagnosis
from assessment.dossier import Action
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import render_kit, render_shared_diagnosis
from assessment.texts import texts
from tests.report.conftest import Make
from tests.report.many import Chance

DAY = date(2026, 11, 23)
GOLDEN = Path(__file__).with_name("golden_shared_diagnosis.txt")
Demo = tuple[Diagnosis, tuple[Action, ...]]
PLAN = (
    Action(item="platform_participation", owner="Awa Diallo", due=date(2027, 1, 31), support="internal"),
    Action(item="tech_ai", first_step="Dix essais notés.", support="engineering_collective"),
    Action(title="Refaire le site", help="le réseau", support="local"),
    Action(title="Relire les statuts", status="done"),
    Action(title="Choisir un outil", support="engineering_individual"),
    Action(title="Écrire le besoin", support="adviser"),
)


def compliant(pdf: bytes) -> list[tuple[str, str]]:
    report: Any = validator.validate_pdf_bytes(pdf, profile=validator.ValidationProfile.PDF_UA_1)
    return [(one.rule_id, one.message) for one in report.failures]


def said(content: bytes) -> str:
    return content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_the_kit_is_accessible_and_short(demo: Demo, lang: str) -> None:
    pdf = render_kit(demo[0], lang, "pdf", date=DAY)
    assert compliant(pdf) == []
    assert 6 <= len(pypdf.PdfReader(BytesIO(pdf)).pages) <= 8
    assert pdf == render_kit(demo[0], lang, "pdf", date=DAY)


@pytest.mark.parametrize("seed", range(4))
def test_a_hostile_dossier_makes_an_accessible_kit(seed: int, lang: str) -> None:
    found = diagnose_dossier(Chance(seed, hostile=True).dossier())
    assert compliant(render_kit(found, lang, "pdf", date=DAY)) == []
    assert render_kit(found, lang, "docx", date=DAY).startswith(b"PK")


def test_the_kit_holds_its_five_sheets_and_the_caution(make: Make, lang: str) -> None:
    text, t = said(render_kit(make(), lang, "txt", date=DAY)), texts("kit", lang)
    places = [text.rindex(f"\n{said(t(f'{part}.title').encode())}\n") for part in SHEETS]
    assert places == sorted(places)
    assert said(t("document.caution").encode()) in text
    assert said(t("document.review").encode()) in text


SHEETS = ("checklist", "convention", "charter", "impact", "words")


def test_what_the_answers_say_is_written_in(make: Make) -> None:
    found = make(
        **{
            "complement.barriers": ("money",),
            "complement.skills_level": 2,
            "answers.barrier_values": "agree",
        }
    )
    text = said(render_kit(found, "fr", "txt", date=DAY))
    assert text.count("Ne plus passer une journée par mois à relancer les cotisations.") == 3
    assert "Coopérations en place. Mécénat financier." in text
    assert "Coopérations souhaitées. Mécénat de compétences ; Sous-traitance ou co-traitance." in text
    assert "Vous voyez des valeurs difficiles à accorder." in text
    assert "Copie des fichiers : Non, et c’est un besoin" in text
    assert "L’équipe en est à : utiliser" in text
    assert "Ce qui vous freine. L’argent." in text


def test_a_blank_dossier_makes_a_kit_to_fill_in(make: Make, lang: str) -> None:
    found = make(name=None, fields={})
    assert compliant(render_kit(found, lang, "pdf", date=DAY)) == []
    assert texts("kit", lang)("known.no_aim") in render_kit(found, lang, "txt", date=DAY).decode()


def test_no_european_figure_and_no_private_note_in_either(make: Make, lang: str) -> None:
    found = make(**{"adviser_notes.tech_ai": "entre nous", "comments.tech_ai": "pour les comptes rendus"})
    for content in (
        render_kit(found, lang, "txt", date=DAY),
        render_shared_diagnosis(found, lang, "txt", date=DAY, plan=PLAN),
    ):
        assert "entre nous" not in content.decode()
        assert not re.search(r"218|2018", content.decode())


def test_the_notes_for_the_shared_diagnosis_to_the_letter(make: Make) -> None:
    found = make(**{"complement.barriers": ("money", "time"), "complement.skills_level": 4})
    text = render_shared_diagnosis(found, "fr", "txt", date=DAY, plan=PLAN)
    assert text.decode() == GOLDEN.read_text(encoding="utf-8")


def test_each_action_is_filed_once_and_the_rest_is_to_be_decided(make: Make, lang: str) -> None:
    t = texts("shared_diagnosis", lang)
    text = render_shared_diagnosis(make(), lang, "txt", date=DAY, plan=PLAN).decode()
    places = [text.index(f"\n{t(f'support.{one}')}\n") for one in SUPPORTS]
    assert places == sorted(places)
    assert all(text.count(one) == 1 for one in ("Refaire le site", "Relire les statuts", "Choisir un outil"))
    assert places[-2] < text.index("Relire les statuts") < places[-1]
    assert places[0] < text.index("Awa Diallo", places[0]) < places[1]


CONSULTING = ("engineering_individual", "engineering_collective")
SUPPORTS = ("internal", "local", *CONSULTING, "adviser", "unsaid", "none")


def test_the_notes_of_a_hostile_dossier_can_be_made(lang: str) -> None:
    for seed in range(6):
        dossier = Chance(seed, hostile=True).dossier()
        found = diagnose_dossier(dossier)
        assert render_shared_diagnosis(found, lang, "txt", date=DAY, plan=dossier.plan)
        assert render_shared_diagnosis(found, lang, "docx", date=DAY, plan=dossier.plan).startswith(b"PK")


def test_nothing_answered_says_so(make: Make) -> None:
    text = said(render_shared_diagnosis(make(name=None, fields={}), "fr", "txt", date=DAY))
    assert "Rien n’est indiqué comme déjà en place." in text
    assert "Aucun besoin n’est exprimé." in text
    assert "Aucune action n’est notée." in text
