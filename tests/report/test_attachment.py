"""The dossier inside the PDF: it follows the choices made, and a second round can start from it."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pypdf
import pytest

from assessment.demo import demo_dossiers
from assessment.dossier import ATTACHED_NAME, Dossier, dossier_to_attach, read_dossier
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.errors import BadInput
from assessment.report import AttachedFile, render_pdf
from questionnaire.loading import standard_questionnaire

DAY = date(2026, 11, 23)


@pytest.fixture(params=[0, 1, 2])
def dossier(request: pytest.FixtureRequest) -> Dossier:
    """Return each demo with a private note and minutes."""
    demo: Dossier = demo_dossiers()[request.param]
    latest = demo.latest
    session = latest.session.model_copy(update={"minutes": "COMPTE-RENDU"})
    said = latest.model_copy(update={"adviser_notes": {"tech_ai": "NOTE-PRIVÉE"}, "session": session})
    rounds = tuple(said if one is latest else one for one in demo.assessments)
    return demo.model_copy(update={"assessments": rounds})


def pdf_with(dossier: Dossier, *, comments: bool) -> bytes:
    content = dossier_to_attach(dossier, dossier.latest, comments=comments)
    file = AttachedFile(ATTACHED_NAME, content)
    return render_pdf(diagnose_dossier(dossier), "fr", date=DAY, plan=dossier.plan, dossier=file)


def read(pdf: bytes) -> Dossier:
    return read_dossier(pdf, "rapport.pdf", standard_questionnaire())


def test_the_dossier_comes_back_with_what_the_pages_print(dossier: Dossier) -> None:
    back = read(pdf_with(dossier, comments=True))
    assert back.latest.session.minutes is None
    assert not back.latest.adviser_notes
    session = dossier.latest.session.model_copy(update={"minutes": None})
    printed = dossier.latest.model_copy(update={"adviser_notes": {}, "session": session})
    assert back.latest == printed
    assert (back.organisation, back.plan) == (dossier.organisation, dossier.plan)


def test_words_of_earlier_rounds_stay_behind(dossier: Dossier) -> None:
    today = dossier.latest.model_copy(update={"id": "later", "date": date(2027, 11, 1)})
    longer = dossier.model_copy(update={"assessments": (*dossier.assessments, today)})
    *earlier, last = read(dossier_to_attach(longer, today, comments=True)).assessments
    assert [one.answers for one in earlier] == [one.answers for one in dossier.assessments]
    assert not any(one.comments for one in earlier)
    assert last.comments == today.comments


def test_without_comments_no_free_word_is_inside(dossier: Dossier) -> None:
    back = read(pdf_with(dossier, comments=False))
    assert back.latest.answers == dossier.latest.answers
    assert all(not one.comments and not one.adviser_notes for one in back.assessments)
    assert back.latest.session.minutes is None
    assert back.latest.session.people == dossier.latest.session.people


def test_rounds_made_later_stay_behind(dossier: Dossier) -> None:
    later = dossier.latest.model_copy(update={"id": "later", "date": date(2027, 11, 1)})
    longer = dossier.model_copy(update={"assessments": (*dossier.assessments, later)})
    kept = read_dossier(
        dossier_to_attach(longer, dossier.latest, comments=True), "x", standard_questionnaire()
    )
    assert [one.id for one in kept.assessments] == [one.id for one in dossier.assessments]


def test_it_is_the_declared_source_of_the_pdf(dossier: Dossier) -> None:
    root = pypdf.PdfReader(BytesIO(pdf_with(dossier, comments=True))).trailer["/Root"]
    (source,) = root["/AF"]  # type: ignore[index]
    assert source["/AFRelationship"] == "/Source"
    assert source["/EF"]["/F"]["/Subtype"] == "/application/json"


def test_a_pdf_without_a_dossier_says_so(dossier: Dossier) -> None:
    pdf = render_pdf(diagnose_dossier(dossier), "fr", date=DAY)
    with pytest.raises(BadInput, match="does not contain a Jalon dossier"):
        read(pdf)


Damage = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "damage", [lambda pdf: pdf[:200], lambda pdf: pdf[: len(pdf) // 2], lambda _: b"%PDF-1.7\n%%EOF"]
)
def test_a_damaged_pdf_is_told_in_one_sentence(dossier: Dossier, damage: Damage) -> None:
    with pytest.raises(BadInput, match=r"^rapport\.pdf: this PDF"):
        read(damage(pdf_with(dossier, comments=True)))


def test_a_pdf_under_a_password_is_told_in_one_sentence(dossier: Dossier) -> None:
    writer = pypdf.PdfWriter(BytesIO(pdf_with(dossier, comments=True)))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    with pytest.raises(BadInput, match=r"^rapport\.pdf: this PDF is protected by a password"):
        read(locked.getvalue())


def test_a_dossier_that_speaks_of_pdf_is_still_json(dossier: Dossier) -> None:
    named = dossier.model_copy(
        update={"organisation": dossier.organisation.model_copy(update={"name": "%PDF-1.7"})}
    )
    content = dossier_to_attach(named, named.latest, comments=True)
    assert read(content).organisation.name == "%PDF-1.7"
