"""T0, T1, T2 of one organisation, played through the app."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from assessment.app.ask_box import AskBox
from assessment.app.brought_box import BroughtBox
from assessment.app.choice_list import ChoiceList
from assessment.app.confirm_box import ConfirmBox
from assessment.app.organisation_screen import OrganisationScreen
from assessment.app.plan_screen import PlanScreen
from assessment.app.question_screen import QuestionScreen
from assessment.app.results_screen import ResultsScreen
from assessment.app.rounds_screen import RoundsScreen
from assessment.demo import demo_dossiers
from assessment.dossier import Dossier, read_dossier, write_dossier
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import render_pdf
from assessment.workspace import Workspace
from questionnaire.loading import standard_questionnaire
from questionnaire.typography import NO_BREAK
from tests.app.conftest import Driver, Open

_DEMO = demo_dossiers()[0]
LOW_TECH = _DEMO.model_copy(
    update={"assessments": (_DEMO.latest.model_copy(update={"date": date(2025, 10, 8)}),)}
)
"""One round, of 8 October 2025."""
TWO_ROUNDS = demo_dossiers()[2]
OWNER = str(LOW_TECH.organisation.id)


@pytest.fixture
def kept(workspace: Path) -> Path:
    """A workspace with an organisation that answered once, a year ago."""
    return keep(workspace, LOW_TECH)


def keep(workspace: Path, dossier: Dossier) -> Path:
    with Workspace(workspace) as opened:
        opened.import_dossier(dossier)
    return workspace


def dossier_in(workspace: Path, owner: str = OWNER) -> Dossier:
    with Workspace(workspace) as opened:
        return opened.dossier(owner)


async def begin_round(driver: Driver, respondent: str = "") -> None:
    """Open a new round from the page of the organisation."""
    await driver.press("7")
    driver.page(RoundsScreen)
    await driver.press("1")
    assert isinstance(driver.app.screen, AskBox)
    await driver.enter(respondent)
    await driver.until(lambda: isinstance(driver.app.screen, QuestionScreen))
    await driver.saved()


def shown(driver: Driver) -> str:
    """Return every text of the page, rows of its list included."""
    rows = (row.words + row.after for one in driver.app.screen.query(ChoiceList) for row in one.rows)
    return "\n".join((driver.prose, *rows))


async def test_a_new_round_never_touches_the_one_before(opened: Open, kept: Path) -> None:
    before = dossier_in(kept).assessments
    async with opened() as driver:
        await driver.go("open", OWNER)
        await begin_round(driver)
        driver.app.desk.session.go_to("platform_participation")
        await driver.go("question", "platform_participation")
        await driver.press("1")
        await driver.saved()
    after = dossier_in(kept).assessments
    assert after[:1] == before
    assert after[1].date == date.today()
    assert dict(after[1].answers) == {"platform_participation": "use"}
    assert not after[1].comments and after[1].priorities is None


async def test_the_answer_of_before_is_recalled_and_not_given(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", OWNER)
        await begin_round(driver)
        await driver.go("question", "platform_participation")
        said = driver.prose.replace(NO_BREAK, " ")
        assert "Le 8 octobre 2025, vous aviez répondu : Non, mais c’est un besoin" in said
        assert "= pour répondre la même chose" in driver.prose
        assert not any("●" in row.mark for row in driver.app.screen.query_one(ChoiceList).rows)
        assert driver.app.desk.session.sheet.answers == {}
        await driver.press("equals_sign")
        assert driver.app.desk.session.sheet.answer("platform_participation") == "need"
        assert driver.step == "platform_crowd"
        await driver.press("f2")
        assert "On 8 October 2025, you answered: Yes" in driver.prose


@pytest.mark.parametrize(
    ("step", "field", "held"),
    [
        ("structure_age", "profile.structure_age", "6_to_20"),
        ("sdg", "profile.sdg", (11, 12)),
        ("b01", "complement.basics.b01", "need"),
        ("q09-q13", "answers.tech_iot", "no_need"),
        ("barriers", "complement.barriers", ("human_link", "trust")),
        ("skills_level", "complement.skills_level", 3),
    ],
)
async def test_every_kind_of_question_can_be_answered_as_before(
    opened: Open, kept: Path, step: str, field: str, held: object
) -> None:
    async with opened() as driver:
        await driver.go("open", OWNER)
        await begin_round(driver)
        await driver.go("question", step)
        await driver.press("equals_sign")
        assert driver.app.desk.session.sheet.get(field) == held


async def test_an_empty_line_takes_the_aim_of_before(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", OWNER)
        await begin_round(driver)
        await driver.go("question", "aim")
        await driver.press("x", "equals_sign")
        assert driver.app.desk.session.sheet.aim is None
        await driver.press("backspace", "backspace", "equals_sign")
        assert driver.app.desk.session.sheet.aim == LOW_TECH.latest.complement.aim


async def test_leaving_the_question_of_who_answers_opens_nothing(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", OWNER)
        await driver.press("7", "n")
        assert isinstance(driver.app.screen, AskBox)
        await driver.press("escape")
        driver.page(RoundsScreen)
        assert len(driver.app.desk.rounds) == 1


async def test_in_a_first_round_the_key_does_nothing(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", OWNER)
        await driver.go("question", "platform_participation")
        await driver.press("equals_sign")
        assert driver.step == "platform_participation"
        assert "vous aviez répondu" not in driver.prose


async def test_another_respondent_is_told(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", OWNER)
        await begin_round(driver, "Idir, trésorier")
        await driver.until(lambda: any("Maud" in one.message for one in driver.app._notifications))
    assert dossier_in(kept).latest.respondent == "Idir, trésorier"


async def test_a_round_opened_by_mistake_is_taken_away(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", OWNER)
        await begin_round(driver)
        await driver.go("organisation")
        await driver.press("7")
        assert "T1" in shown(driver) and "pas encore commencé" in shown(driver)
        await driver.press("n")
        driver.page(RoundsScreen)
        assert len(driver.app.desk.rounds) == 2
        assert any("T1" in one.message for one in driver.app._notifications)
        await driver.press("e")
        assert isinstance(driver.app.screen, ConfirmBox)
        await driver.press("1")
        assert len(driver.app.desk.rounds) == 2
        await driver.press("e", "2")
        await driver.until(lambda: len(driver.app.desk.rounds) == 1)
        await driver.press("e")
        assert not isinstance(driver.app.screen, ConfirmBox)
    assert dossier_in(kept).assessments == LOW_TECH.assessments


async def test_an_earlier_round_is_read_and_not_changed(opened: Open, workspace: Path) -> None:
    keep(workspace, TWO_ROUNDS)
    owner = str(TWO_ROUNDS.organisation.id)
    before = dossier_in(workspace, owner)
    async with opened() as driver:
        await driver.go("open", owner)
        await driver.press("7", "3")
        page = driver.page(OrganisationScreen)
        assert "T0" in page.heading().title
        await driver.press("1")
        driver.page(OrganisationScreen)
        await driver.press("3")
        driver.page(ResultsScreen)
        assert driver.app.desk.diagnosis().subject.assessment_date == date(2025, 10, 15)
        assert driver.app.desk.diagnosis().followup is None
        await driver.press("p")
        driver.page(ResultsScreen)
        await driver.press("escape", "7", "2")
        assert driver.app.desk.looked_at is None
        assert driver.app.desk.diagnosis().followup is not None
    assert dossier_in(workspace, owner) == before


async def test_the_results_say_what_changed(opened: Open, workspace: Path) -> None:
    keep(workspace, TWO_ROUNDS)
    async with opened() as driver:
        await driver.go("open", str(TWO_ROUNDS.organisation.id))
        await driver.press("3")
        stages = ("Au départ", "En chemin", "Bien avancé", "Couvert à ce jour")
        named = [line for line in driver.prose.splitlines() if any(word in line for word in stages)]
        assert len(named) == 3
        assert all("Besoins du 15 octobre 2025" in line for line in named)
        await driver.press("0")
        said = driver.prose
        assert "Ce qui a changé depuis le 15 octobre 2025" in said
        order = ["Plan d’action", "Bases", "Compétences", "Usages et besoins", "Ce que vous utilisiez"]
        places = [said.index(f"\n{title}") for title in order]
        assert places == sorted(places)
        assert "Sur 5 besoins exprimés le 15 octobre 2025, 2 sont couverts." in said
        await driver.press("f2")
        assert "Of 5 needs expressed on 15 October 2025, 2 are met." in driver.prose


async def test_a_first_round_has_no_such_page(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", OWNER)
        await driver.press("3", "0")
        assert "Ce qui a changé" not in driver.prose


async def test_three_rounds_played_and_printed(opened: Open, kept: Path) -> None:
    """T0 of a year ago, T1 and T2 by the keyboard: one need met, then given up; then on paper."""
    async with opened() as driver:
        await driver.go("open", OWNER)
        for code in ("1", "3"):
            await begin_round(driver)
            await driver.go("question", "platform_participation")
            await driver.press(code)
            await driver.saved()
            await driver.go("organisation")
        await driver.go("home")
        assert any(" T2 " in row.words for row in driver.app.screen.query_one(ChoiceList).rows)
    dossier = dossier_in(kept)
    found = diagnose_dossier(dossier)
    assert found.round_number == 2
    assert found.followup is not None and found.since_last is not None
    assert found.followup.items.dropped == ("platform_participation",)
    assert found.since_last.items.abandoned == ("platform_participation",)
    for form in ("short", "full"):
        pdf = render_pdf(found, "fr", form=form, date=date.today() + timedelta(days=1), plan=dossier.plan)
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
        assert "Ce qui a changé depuis le 8 octobre 2025" in " ".join(text.split())
        assert "Depuis le point précédent" in text


async def test_what_a_finished_action_brought_is_written_and_printed(opened: Open, kept: Path) -> None:
    async with opened() as driver:
        await driver.go("open", OWNER)
        await driver.go("plan")
        await driver.press("down", "g")
        assert not isinstance(driver.app.screen, BroughtBox)
        await driver.press("f", "g")
        assert isinstance(driver.app.screen, BroughtBox)
        for text in ("deux heures par mois", "", "Solange sait le faire"):
            await driver.enter(text)
        await driver.until(lambda: isinstance(driver.app.screen, PlanScreen))
        assert "Solange sait le faire" in driver.prose
    dossier = dossier_in(kept)
    action = next(one for one in dossier.plan if one.status == "done")
    assert (action.progress.time_saved, action.progress.users) == ("deux heures par mois", None)
    assert read_dossier(write_dossier(dossier), "x.json", standard_questionnaire()).plan == dossier.plan
