"""The results: what comes next, why each word was chosen, the European bars, another population."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.app.choice_list import ChoiceList
from assessment.app.library import diagnosed
from assessment.app.pick_box import PickBox
from assessment.app.priorities_screen import PrioritiesScreen
from assessment.app.results.bars import FILLS, bar
from assessment.app.results.pages import PAGES
from assessment.app.results.results import Results
from assessment.app.results_screen import ResultsScreen
from assessment.demo import fill
from assessment.diagnosis import Diagnosis
from assessment.scoring import DOMAINS
from assessment.texts import texts
from assessment.wording import Wording
from assessment.workspace import Workspace
from benchmarks.loading import standard_benchmark
from benchmarks.model import Interval
from questionnaire.answers import AnswerSheet, Value
from questionnaire.languages import language_codes
from questionnaire.loading import standard_questionnaire

Open = Callable[..., Any]
DAY = date(2026, 11, 22)
FIGURE = re.compile(r"\d\s?%")
COOPERATED = {"answers.cooperation_past": "yes_continue"}


@pytest.fixture
def demo(workspace: Path) -> Path:
    """A workspace with the three fictional organisations."""
    fill(workspace)
    return workspace


def diagnosis_of(population: str | None = None, **answers: str) -> Diagnosis:
    fields: dict[str, Value] = {f"answers.{item}": code for item, code in answers.items()}
    return diagnosed(AnswerSheet.of({**COOPERATED, **fields}), standard_questionnaire(), DAY, population)


def everything(code: str, population: str | None = None) -> Diagnosis:
    items = {item.id: code for item in standard_questionnaire().items()}
    return diagnosis_of(population, **items)


def page(diagnosis: Diagnosis, name: str, lang: str = "fr", width: int = 76) -> str:
    results = Results(diagnosis, Wording(lang, diagnosis), texts("app", lang), width)
    return PAGES[name](results).plain


# --- bars ---------------------------------------------------------------------------------------


def test_a_bar_is_drawn_to_scale_with_its_interval_and_the_share_inside() -> None:
    drawn = bar(Interval(49.5, 50.5), Interval(43, 57), 20, "█")
    assert drawn == "████████├─┼┤········"
    assert bar(Interval(62, 72), Interval(55, 78), 20, "▒") == "▒▒▒▒▒▒▒▒▒▒▒├═══┤····"


def test_a_bar_at_the_ends_of_the_scale_and_of_nothing() -> None:
    assert bar(Interval(0, 0.5), Interval(0, 2), 10, "█") == "┼·········"
    assert bar(Interval(99.5, 100), Interval(96, 100), 10, "█") == "█████████┼"
    assert bar(None, Interval(0, 1), 10, "█") == "" == bar(Interval(0, 1), None, 10, "█")


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100), st.floats(0, 100), st.integers(1, 60))
def test_a_bar_stays_inside_its_width_and_its_interval(
    a: float, b: float, c: float, d: float, width: int
) -> None:
    low, first, last, high = sorted((a, b, c, d))
    drawn = bar(Interval(first, last), Interval(low, high), width, "█")
    assert len(drawn) == width
    assert drawn.count("█") == min(width - 1, int(low * width / 100))
    assert drawn == drawn.lstrip("█").rjust(width, "█") and "█" not in drawn.lstrip("█")
    assert drawn.count("├") == drawn.count("┤") <= 1


@pytest.mark.parametrize("population", [None, *(name for name in standard_benchmark().populations)])
@pytest.mark.parametrize("domain", DOMAINS)
def test_what_the_bars_show_is_what_the_study_prints(domain: str, population: str | None) -> None:
    """As many bars as printable shares, for everybody and for the population chosen."""
    diagnosis = everything("use", population)
    printed = 0
    for item in diagnosis.profile.domains[domain].use:
        comparison = diagnosis.comparison.items[item]
        chosen = comparison.population.shares if comparison.population else {}
        for code in FILLS:
            printed += (comparison.shares[code] is not None) + (chosen.get(code) is not None)
    body = page(diagnosis, domain).partition(texts("app", "fr")("results.bars"))[0]
    assert len(re.findall(r"[├┼]+[─═┼]*┤?·*(?: |$)", body, re.MULTILINE)) == printed


# --- European figures ---------------------------------------------------------------------------


@pytest.fixture
def unbroken(monkeypatch: pytest.MonkeyPatch) -> int:
    """A width at which every sentence stands on a line of its own, under its bars."""
    monkeypatch.setattr("assessment.app.results.item.IN_COLUMNS", 10_000)
    return 5_000


@pytest.mark.parametrize("lang", language_codes())
@pytest.mark.parametrize("code", ["use", "need", "no_need", "dont_know"])
@pytest.mark.parametrize("population", [None, "france", "portugal", "employees_0_to_9"])
def test_every_european_figure_carries_year_and_n(
    lang: str, code: str, population: str | None, unbroken: int
) -> None:
    """METHOD property 17, line by line; the sentence on how to read the bars holds no figure of Europe."""
    diagnosis = everything(code, population)
    how_to_read = texts("app", lang)("results.bars")
    for name in PAGES:
        for line in page(diagnosis, name, lang, unbroken).splitlines():
            if FIGURE.search(line) and line != how_to_read:
                assert "2018" in line and "2019" in line, (name, line)
                assert re.search(r"\b(218|148|149)\b|\bn\s[=≈]|\bn (?:entre|between)", line), (name, line)


@pytest.mark.parametrize("width", [40, 60, 76, 104, 136])
@pytest.mark.parametrize("lang", language_codes())
def test_an_item_not_answered_yet_shows_nothing_of_europe(lang: str, width: int) -> None:
    shown = page(diagnosis_of(platform_crowd="use"), "technologies", lang, width)
    assert "218" not in shown and not FIGURE.search(shown) and "█" not in shown


def test_contradictions_show_both_values_and_the_unpublished_says_so(unbroken: int) -> None:
    shown = page(everything("use"), "cooperation", width=unbroken).replace("\N{NO-BREAK SPACE}", " ")
    assert "65 %" in shown and "68 % dans le résumé" in shown
    assert "Non publié par l’étude" in shown
    assert "besoin non publié" in page(everything("use"), "cooperation")
    assert "ce chiffre raconte une époque" in page(everything("use"), "technologies", width=unbroken)


@pytest.mark.parametrize("width", [30, 40, 56, 76, 104, 136])
def test_no_line_is_longer_than_the_page(width: int) -> None:
    for name in DOMAINS:
        laid = page(everything("need", "france"), name, width=width)
        drawn = [line for line in laid.splitlines() if any(sign in line for sign in "█▒├┼")]
        bars = texts("app", "fr")("results.bars")
        assert all(len(line) <= width for line in drawn if line not in bars), name


def test_item_and_bars_stand_side_by_side_when_there_is_room() -> None:
    def lines_with_name(width: int) -> list[str]:
        laid = page(everything("use"), "platforms", width=width)
        return [line for line in laid.splitlines() if "Se former en ligne" in line]

    assert "█" in lines_with_name(104)[0] and "l’utilisaient" in lines_with_name(136)[0]
    assert not any("█" in line for line in lines_with_name(76))


# --- the words and why --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "Aucune de ces questions n’a encore de réponse"),
        ({"platform_crowd": "dont_know"}, "Votre seule réponse ici est « je ne sais pas »"),
        ({"platform_crowd": "no_need"}, "Aucun utilisé, aucun à couvrir, 1 pas utile pour vous"),
        ({"platform_crowd": "need"}, "1 à couvrir, aucun utilisé"),
        (
            {"platform_crowd": "use", "platform_elearning": "need", "platform_participation": "need"},
            "1 utilisé, 2 à couvrir : moins de la moitié est couverte",
        ),
        (
            {"platform_crowd": "use", "platform_elearning": "need"},
            "1 utilisé, 1 à couvrir : au moins la moitié est couverte",
        ),
        ({"platform_crowd": "use", "platform_elearning": "use"}, "2 utilisés, aucun à couvrir"),
    ],
)
def test_the_situation_says_why_with_its_own_numbers(answers: dict[str, str], said: str) -> None:
    diagnosis = diagnosis_of(**answers)
    for name in ("overview", "platforms"):
        assert f"Pourquoi ? {said}." in page(diagnosis, name, width=120).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("lang", language_codes())
def test_every_need_says_why_it_has_its_band(lang: str, unbroken: int) -> None:
    diagnosis = everything("need")
    words = Wording(lang, diagnosis)
    assert {one.band for one in diagnosis.recommendations} == {"A", "B", "D"}
    for one in diagnosis.recommendations:
        said = words.because(one)
        assert words.band(one).title in said
        assert one.band == "D" or "218" in said or "148" in said
        assert page(diagnosis, diagnosis.questionnaire.question(one.item).domain or "", lang, unbroken).count(
            said
        )


def test_a_gap_that_others_share_says_so() -> None:
    """No item of the study is one today but tech_ai, whose figure has aged."""
    diagnosis = everything("need")
    items = dict(diagnosis.comparison.items)
    items["platform_crowd"] = replace(items["platform_crowd"], evidence="shared_gap")
    diagnosis = replace(diagnosis, comparison=replace(diagnosis.comparison, items=items))
    (one,) = (one for one in diagnosis.recommendations if one.item == "platform_crowd")
    said = Wording("fr", diagnosis).because(replace(one, band="C"))
    assert "À mener à plusieurs" in said and "minorité" in said and "218" in said


def test_what_comes_next_is_a_step_a_question_or_nothing_to_add() -> None:
    shown = page(
        diagnosis_of(platform_crowd="need", tech_ai="dont_know", movement_open_data="use"),
        "overview",
        width=400,
    ).replace("\N{NO-BREAK SPACE}", " ")
    assert "Et ensuite : Lancer" in shown or "(priorité 1)" in shown
    assert "Et ensuite : demander à l’équipe où vous en êtes" in shown
    blank = page(diagnosis_of(), "overview", width=400).replace("\N{NO-BREAK SPACE}", " ")
    assert "Et ensuite : répondre aux 4 questions" in blank
    calm = page(everything("use"), "overview", width=400).replace("\N{NO-BREAK SPACE}", " ")
    assert calm.count("Et ensuite : rien à faire aujourd’hui") == 3


async def test_the_overview_takes_two_screens_at_most(opened: Open, demo: Path) -> None:
    for lang in language_codes():
        async with opened(size=(80, 24), lang=lang) as driver:
            for row in driver.app.workspace.organisations():
                await driver.go("open", row.id)
                await driver.go("results")
                screen = driver.page(ResultsScreen)
                room = screen.query_one("#page").size.height
                assert screen.query_one("#text").size.height <= 2 * room, row.name
                many = [one.item for one in driver.app.desk.diagnosis().recommendations]
                many += [one.item for one in driver.app.desk.diagnosis().basics]
                session = driver.app.desk.session
                session.sheet = session.sheet.with_field("priorities", tuple(many[-6:]))
                screen.repaint()
                await driver.pilot.pause()
                assert screen.query_one("#text").size.height <= 2 * room, row.name


# --- nothing to put first -----------------------------------------------------------------------


@pytest.mark.parametrize("lang", language_codes())
@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({}, "blank"),
        ({"answers.tech_ai": "need", "priorities": ()}, "kept"),
        ({"answers.tech_ai": "dont_know"}, "unsure"),
        ({"answers.tech_ai": "use"}, "partial"),
    ],
)
async def test_why_there_is_no_priority_is_said_alike_everywhere(
    opened: Open, demo: Path, lang: str, fields: dict[str, Value], why: str
) -> None:
    said = texts("recommendations", lang)(f"none.{why}.sentence")
    async with opened(lang=lang) as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        driver.app.desk.session.sheet = AnswerSheet.of(fields)
        for place in ("results", *(["priorities"] if why != "kept" else [])):
            await driver.go(place)
            assert said in driver.prose, place
        if why == "kept":
            await driver.go("priorities")
            assert driver.page(PrioritiesScreen).found


# --- another population -------------------------------------------------------------------------


async def test_another_population_adds_a_line_and_is_let_go_again(opened: Open, demo: Path) -> None:
    async with opened() as driver:
        await driver.go("open", driver.app.workspace.organisations()[0].id)
        await driver.go("results")
        await driver.press("3")
        before, bands = driver.prose, [one.band for one in driver.app.desk.diagnosis().recommendations]
        await driver.press("c")
        assert isinstance(driver.app.screen, PickBox)
        await driver.press("3")
        assert "France (n" in driver.page(ResultsScreen).heading().place
        assert "France, 2018-2019 — " in driver.prose
        assert bands == [one.band for one in driver.app.desk.diagnosis().recommendations]
        assert driver.app.desk.papers.choices.population == "france"
        await driver.go("organisation")
        await driver.go("results")
        assert "France" in driver.page(ResultsScreen).heading().place
        await driver.press("3", "c", "f2")
        assert "All respondents" in "".join(row.words for row in driver.app.screen.query_one(ChoiceList).rows)
        await driver.press("f2", "1")
        assert before == driver.prose


async def test_the_results_are_drawn_again_when_the_terminal_widens(opened: Open, demo: Path) -> None:
    async with opened(size=(80, 24)) as driver:
        with Workspace(demo) as workspace:
            row = workspace.organisations()[0]
        await driver.go("open", row.id)
        await driver.go("results")
        await driver.press("3")
        narrow = driver.prose
        await driver.pilot.resize_terminal(140, 40)
        await driver.until(lambda: driver.prose != narrow)
        assert max(map(len, driver.prose.splitlines())) > 100
