"""Two versions side by side: a dossier received that contradicts what is kept, decided in the app."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.app.ask_box import AskBox
from assessment.app.choice_list import ChoiceList
from assessment.app.conflict_words import ConflictWords
from assessment.app.conflicts_screen import ConflictsScreen
from assessment.app.home_screen import HomeScreen
from assessment.app.organisation_screen import OrganisationScreen
from assessment.demo import demo_dossiers
from assessment.dossier import Dossier, read_dossier, write_dossier
from assessment.errors import BadInput
from assessment.texts import texts
from assessment.workspace import Conflict, Workspace
from questionnaire.languages import language_codes
from questionnaire.loading import standard_questionnaire
from questionnaire.typography import NO_BREAK
from tests.app.conftest import Driver, Open
from tests.app.test_sizes import cut_off

DEMO = demo_dossiers()[2]
"""Two rounds and a plan."""
OWNER = str(DEMO.organisation.id)
HOSTILE = "Acme [/x] [UK] \N{RIGHT-TO-LEFT MARK}é\N{WATER WAVE} " * 12


def changed(change: Callable[[dict[str, Any]], object], dossier: Dossier = DEMO) -> Dossier:
    """Return a dossier in which something was changed."""
    tree = json.loads(write_dossier(dossier, with_private_notes=True))
    change(tree)
    return read_dossier(json.dumps(tree).encode(), "x.json", standard_questionnaire())


def other_answers(tree: dict[str, Any]) -> None:
    """Change an answer of each round, a comment, the name, an owner."""
    tree["assessments"][0]["answers"]["tech_ai"] = "dont_know"
    tree["assessments"][1]["answers"]["tech_iot"] = "dont_know"
    tree["assessments"][1]["comments"]["tech_ai"] = HOSTILE.strip()
    tree["organisation"]["name"] = HOSTILE.strip()
    tree["plan"][0]["owner"] = "Zoé [b]"


OTHER = changed(other_answers)


@pytest.fixture
def kept(workspace: Path) -> Path:
    """A workspace with the fictional organisation."""
    with Workspace(workspace) as opened:
        opened.import_dossier(DEMO)
    return workspace


@pytest.fixture
def received(tmp_path: Path) -> Path:
    """The file of a dossier that contradicts it."""
    file = tmp_path / "recu.json"
    file.write_bytes(write_dossier(OTHER, with_private_notes=True))
    return file


async def receive(driver: Driver, file: Path) -> None:
    """Open a dossier received from the list of organisations."""
    await driver.go("home")
    await driver.press("i")
    assert isinstance(driver.app.screen, AskBox)
    await driver.enter(str(file))
    await driver.pilot.pause()


def dossier_in(workspace: Path) -> Dossier:
    with Workspace(workspace) as opened:
        return opened.dossier(OWNER)


def rows(driver: Driver) -> list[str]:
    """Return the words of the rows that can be decided."""
    shown = driver.app.screen.query_one(ChoiceList).rows
    return [row.words.replace(NO_BREAK, " ") for row in shown if row.enabled]


def told(driver: Driver) -> str:
    """Return the last short message."""
    return list(driver.app._notifications)[-1].message.replace(NO_BREAK, " ")


# --- pure: every field in words


FIELDS: dict[str, tuple[Any, Any]] = {
    "organisation.country": ("FR", "BE"),
    "organisation.legal_form": ("association", "enterprise"),
    "profile.employees": ("0_to_9", "10_to_49"),
    "profile.sdg": ((1, 4), ()),
    "profile.social_mission": (True, False),
    "answers.tech_iot": ("use", "need"),
    "votes.tech_ai": (("need:2", "use:5"), None),
    "comments.aim": ("Un mot.", "Un autre."),
    "adviser_notes.b01": ("Une note.", "Une autre."),
    "complement.basics.b01": ("fine", "need"),
    "complement.urgency.tech_ai": ("now", "later"),
    "complement.aim": ("Écrire moins.", None),
    "complement.interest": (("patronage_skills",), ()),
    "complement.unsatisfying": (("tech_ai",), None),
    "complement.barriers": (("time", "money"), ("trust",)),
    "complement.skills_level": (1, 4),
    "complement.ai_rules": ("need", "fine"),
    "priorities": (("b01", "tech_ai", "ai_rules"), None),
    "respondent": ("Ana", "Ben"),
    "session.people": (("Ana", "Ben"), None),
    "session.minutes": ("On parle.", "On écoute."),
    "consent.named": (True, False),
    "date": ("2026-11-22", "2026-11-23"),
}
FIELDS |= {
    f"answers.{question.id}": (codes[0], codes[1])
    for question in standard_questionnaire().questions
    if (codes := standard_questionnaire().scale(question.scale).codes)
}


@pytest.mark.parametrize("lang", language_codes())
@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_said_in_words_never_in_codes(field: str, lang: str) -> None:
    words = ConflictWords(standard_questionnaire(), texts("app", lang), shows_notes=True)
    ours, theirs = FIELDS[field]
    conflict = Conflict(field, ours, theirs, "a", "t0", DEMO.latest.date, 0)
    said = [words.about(conflict), words.group(conflict), words.value(conflict, ours)]
    said.append(words.value(conflict, theirs))
    assert all(one.strip() for one in said)
    assert said[2] != said[3]
    for one in said:
        assert "_" not in one and "{" not in one and "need:" not in one, one


@pytest.mark.parametrize("lang", language_codes())
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("plan.first_step", "Écrire"),
        ("plan.owner", "Ana"),
        ("plan.due", "2027-03-31"),
        ("plan.help", "le réseau"),
        ("plan.support", "engineering_collective"),
        ("plan.progress.time_saved", "une heure"),
        ("plan.progress.users", "mieux"),
        ("plan.progress.skills", "deux"),
    ],
)
def test_every_field_of_an_action_is_said_in_words(field: str, value: str, lang: str) -> None:
    words = ConflictWords(standard_questionnaire(), texts("app", lang), shows_notes=True)
    conflict = Conflict(field, value, None, subject=("b01", None))
    about = words.about(conflict)
    assert standard_questionnaire().basic("b01").short[lang] in about
    assert "_" not in about + words.value(conflict, value) and "2027-03" not in words.value(conflict, value)


def test_private_notes_are_not_read_outside_adviser_mode() -> None:
    conflict = Conflict("adviser_notes.tech_ai", "Secret", "Autre secret", "a", "t0", DEMO.latest.date, 0)
    words = ConflictWords(standard_questionnaire(), texts("app", "fr"), shows_notes=False)
    assert "ecret" not in words.value(conflict, conflict.ours) + words.value(conflict, conflict.theirs)


def test_the_order_is_that_of_the_document() -> None:
    fields = ["plan.owner", "answers.tech_iot", "complement.basics.b01", "organisation.name", "priorities"]
    conflicts = tuple(
        Conflict(field, "a", "b", subject=("b01", None))
        if field.startswith("plan.")
        else Conflict(field, "a", "b")
        if field.startswith("organisation.")
        else Conflict(field, "a", "b", "a", "t0", DEMO.latest.date, 0)
        for field in fields
    )
    words = ConflictWords(standard_questionnaire(), texts("app", "fr"), shows_notes=True)
    assert [one.field for one in words.in_order(conflicts)] == [
        "organisation.name",
        "complement.basics.b01",
        "answers.tech_iot",
        "priorities",
        "plan.owner",
    ]


# --- the page


async def test_nothing_is_chosen_beforehand_and_both_sides_stand_side_by_side(
    opened: Open, kept: Path, received: Path
) -> None:
    async with opened() as driver:
        await receive(driver, received)
        driver.page(ConflictsScreen)
        shown = rows(driver)
        assert len(shown) == 5
        assert all("à choisir" in row and "●" not in row for row in shown)
        assert "q09 Objets connectés" in shown[3]
        assert "○ Non, mais c’est un besoin" in shown[3] and "○ Je ne sais pas" in shown[3]
        assert "Il reste 5 choix à faire" in driver.prose.replace(NO_BREAK, " ")
        await driver.press("f2")
        assert "q09 Connected objects — to choose" in rows(driver)[3]
        assert dossier_in(kept) == DEMO


async def test_an_undecided_row_blocks_the_end_and_says_how_many(
    opened: Open, kept: Path, received: Path
) -> None:
    async with opened() as driver:
        await receive(driver, received)
        await driver.press("1", "2", "x")
        assert told(driver) == "Il reste 3 choix à faire : 1 ou 2."
        await driver.press("enter")
        driver.page(ConflictsScreen)
        assert dossier_in(kept) == DEMO
        await driver.press("1", "1")
        assert "Il reste un choix à faire" in driver.prose.replace(NO_BREAK, " ")


async def test_some_are_taken_some_are_kept_and_undo_brings_back_the_answer(
    opened: Open, kept: Path, received: Path
) -> None:
    async with opened() as driver:
        await receive(driver, received)
        await driver.press("1", "1", "2", "2", "1")  # name, q08 of T0, comment, q09 of T1, owner
        assert [("●" in row, "gardé : ici" in row) for row in rows(driver)] == [
            (True, True),
            (True, True),
            (True, False),
            (True, False),
            (True, True),
        ]
        await driver.press("enter")
        driver.page(OrganisationScreen)
        assert "2 versions reçues ont été prises." in told(driver)
        assert "3 versions d’ici ont été gardées." in told(driver)
        assert driver.app.desk.session.sheet.answer("tech_iot") == "dont_know"
        after = dossier_in(kept)
        assert after.organisation == DEMO.organisation and after.plan == DEMO.plan
        assert after.assessments[0] == DEMO.assessments[0]
        assert after.assessments[1].answers["tech_iot"] == "dont_know"
        assert after.assessments[1].comments["tech_ai"] == HOSTILE.strip()
        await driver.go("question", "tech_iot")
        await driver.press("u", "u")
        await driver.saved()
        assert dossier_in(kept) == DEMO


@pytest.mark.parametrize(("key", "expected"), [("g", DEMO), ("r", OTHER)])
async def test_one_key_decides_them_all(
    opened: Open, kept: Path, received: Path, key: str, expected: Dossier
) -> None:
    async with opened() as driver:
        await receive(driver, received)
        await driver.press(key, "x")
        driver.page(OrganisationScreen)
    assert dossier_in(kept) == expected


async def test_escape_leaves_everything_as_it_was_and_says_so(
    opened: Open, kept: Path, received: Path
) -> None:
    async with opened() as driver:
        await receive(driver, received)
        await driver.press("r", "escape")
        driver.page(HomeScreen)
        assert told(driver) == "recu.json n’a pas été importé : tout reste ici comme avant."
        await driver.go("conflicts")
        assert "Aucun dossier reçu n’attend" in driver.prose.replace(NO_BREAK, " ")
        await driver.press("1", "2", "g", "x", "enter", "escape")
        driver.page(HomeScreen)
    assert dossier_in(kept) == DEMO


async def test_choices_not_imported_are_told_once_before_leaving(
    opened: Open, kept: Path, received: Path
) -> None:
    async with opened() as driver:
        await receive(driver, received)
        await driver.press("2", "f3")
        driver.page(ConflictsScreen)
        assert "pas encore importés" in told(driver)
        await driver.press("f3")
        driver.page(HomeScreen)


async def test_what_another_window_changed_is_shown_and_nothing_is_written(
    opened: Open, kept: Path, received: Path
) -> None:
    async with opened() as driver:
        await receive(driver, received)
        await driver.press("g")
        with Workspace(kept) as elsewhere:
            row = elsewhere.find(OWNER)
            elsewhere.record(row.assessment_id, "answers.tech_iot", "use", expected="need")
        before = dossier_in(kept)
        await driver.press("x")
        driver.page(ConflictsScreen)
        assert "rien n’a été importé" in told(driver)
        assert dossier_in(kept) == before
        assert ["à choisir" in row for row in rows(driver)] == [False, False, False, True, False]
        assert "○ Oui" in rows(driver)[3]
        await driver.press("x", "2", "x")
        driver.page(OrganisationScreen)
    assert dossier_in(kept).assessments[1].answers["tech_iot"] == "dont_know"


async def test_a_disk_that_refuses_is_told_and_the_choices_stay(
    opened: Open, kept: Path, received: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise BadInput("workspace.full", file="w", reason="full")

    async with opened() as driver:
        await receive(driver, received)
        await driver.press("r")
        monkeypatch.setattr(driver.app.workspace, "import_decided", full)
        await driver.press("x")
        driver.page(ConflictsScreen)
        assert all("gardé : dossier reçu" in row for row in rows(driver))


async def test_private_notes_are_read_in_adviser_mode_only(
    opened: Open, workspace: Path, tmp_path: Path
) -> None:
    ours, theirs = (
        changed(lambda tree, said=said: tree["assessments"][1].update(adviser_notes={"tech_ai": said}))  # type: ignore[misc]
        for said in ("Secret ici", "Secret reçu")
    )
    with Workspace(workspace) as filled:
        filled.import_dossier(ours)
    file = tmp_path / "recu.json"
    file.write_bytes(write_dossier(theirs, with_private_notes=True))
    async with opened() as driver:
        await receive(driver, file)
        assert len(rows(driver)) == 1
        assert "Secret" not in rows(driver)[0] + driver.prose
        await driver.press("f7")
        assert "Secret ici" in rows(driver)[0] and "Secret reçu" in driver.prose


async def test_the_page_is_not_projected(opened: Open, kept: Path, received: Path) -> None:
    async with opened() as driver:
        await driver.go("open", OWNER)
        await receive(driver, received)
        await driver.press("f6")
        assert not driver.app.desk.is_presenting
        await driver.go("open", OWNER)
        await driver.press("f6")
        assert driver.app.desk.is_presenting
        await driver.go("conflicts")
        driver.page(OrganisationScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (140, 40), (20, 5)])
@pytest.mark.parametrize("lang", language_codes())
async def test_nothing_is_cut_off(
    opened: Open, kept: Path, received: Path, size: tuple[int, int], lang: str
) -> None:
    async with opened(size=size, lang=lang) as driver:
        await receive(driver, received)
        driver.page(ConflictsScreen)
        await driver.press("2", "1", "down")
        await driver.pilot.pause()
        if size[0] >= 60:
            assert cut_off(driver.app.screen) == []
            assert all(row.count("\n") == 1 for row in rows(driver))
        await driver.pilot.resize_terminal(80, 24)
        await driver.pilot.pause()
        assert cut_off(driver.app.screen) == []
