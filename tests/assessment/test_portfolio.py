"""What is late, due and to be seen again over many organisations; read from a real workspace."""

import time
from datetime import date
from pathlib import Path

import pytest

from assessment.demo import demo_dossiers, fill
from assessment.dossier import Action, Dossier
from assessment.followed import Followed, KeptAction, Told
from assessment.portfolio import FILTERS, Basics, Line, basics_in_place, kept, lines
from assessment.portfolio_words import LONGEST_AIM, PortfolioWords
from assessment.workspace import Workspace
from questionnaire.loading import standard_questionnaire

TODAY = date(2026, 11, 25)
BASICS = [basic.id for basic in standard_questionnaire().outside.basics]


def action(due: date | None, status: str = "open") -> KeptAction:
    return KeptAction("b01", None, None, None, due, status)


def organisation(
    name: str, *plan: KeptAction, latest: date = TODAY, archived: date | None = None
) -> Followed:
    return Followed(name, name, name, archived, latest, latest, 1, plan)


def line_of(*plan: KeptAction, latest: date = TODAY) -> Line:
    (line,) = lines([organisation("a", *plan, latest=latest)], TODAY)
    return line


def test_late_due_open_and_done_are_told_apart() -> None:
    line = line_of(
        action(date(2026, 11, 24)),
        action(date(2026, 11, 25)),
        action(date(2026, 12, 1)),
        action(None),
        action(date(2026, 1, 1), "done"),
        action(date(2026, 1, 1), "dropped"),
    )
    assert (len(line.late), len(line.this_month), line.open, line.done) == (1, 1, 4, 1)
    assert line.next_date == date(2026, 11, 25)
    assert line_of(action(date(2026, 11, 24))).next_date is None
    assert line_of(action(None)).next_date is None


def test_a_round_calls_for_another_after_six_months_to_the_day() -> None:
    assert line_of(latest=date(2026, 5, 25)).has_review_due
    assert not line_of(latest=date(2026, 5, 26)).has_review_due
    end_of_august = [organisation("a", latest=date(2026, 8, 31))]
    assert not lines(end_of_august, date(2027, 2, 27))[0].has_review_due
    assert lines(end_of_august, date(2027, 2, 28))[0].has_review_due


def test_what_is_late_comes_first_then_the_next_date_then_the_name() -> None:
    given = [
        organisation("sans date"),
        organisation("écrire", action(date(2026, 12, 2))),
        organisation("Dire", action(date(2026, 12, 2))),
        organisation("en retard", action(date(2026, 11, 1))),
        organisation("depuis longtemps", action(date(2026, 10, 1))),
    ]
    ordered = [line.followed.name for line in lines(given, TODAY)]
    assert ordered == ["depuis longtemps", "en retard", "Dire", "écrire", "sans date"]
    assert ordered == [line.followed.name for line in lines(reversed(given), TODAY)]


def test_each_filter_keeps_what_it_says_and_the_archived_are_apart() -> None:
    found = lines(
        [
            organisation("late", action(date(2026, 11, 1))),
            organisation("month", action(date(2026, 11, 30))),
            organisation("old", action(None), latest=date(2026, 1, 1)),
            organisation("empty"),
            organisation("away", action(date(2026, 11, 1)), latest=date(2026, 1, 1), archived=TODAY),
        ],
        TODAY,
    )
    names = {one: {line.followed.name for line in kept(found, one)} for one in FILTERS}
    assert names == {
        "all": {"late", "month", "old", "empty"},
        "this_month": {"month"},
        "late": {"late"},
        "review": {"old"},
        "no_plan": {"empty"},
        "archived": {"away"},
    }
    assert [line.followed.name for line in kept(found, "all", " ÉMPT")] == ["empty"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Told(), Basics(None, 0, 0)),
        (Told(basics_now={"b01": "fine", "b02": "improve", "b03": "need"}), Basics(None, 2, 3)),
        (
            Told(basics_then={"b01": "need", "b02": "fine"}, basics_now={"b01": "fine", "b03": "fine"}),
            Basics(0, 1, 1),
        ),
        (
            Told(basics_then={"b01": "need"}, basics_now={"b01": "fine"}, is_comparable=False),
            Basics(None, 1, 1),
        ),
    ],
)
def test_basics_are_counted_only_where_both_rounds_answered(told: Told, expected: Basics) -> None:
    assert basics_in_place(told, BASICS) == expected


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "w.sqlite3"
    fill(path)
    return path


def test_the_workspace_tells_what_the_dossiers_hold(workspace: Path) -> None:
    with Workspace(workspace) as opened:
        followed = {one.name: one for one in opened.followed()}
        told = opened.told([one.id for one in followed.values()])
    for dossier in demo_dossiers():
        one = followed[dossier.organisation.name]
        assert one.rounds == len(dossier.assessments)
        assert (one.first, one.latest) == (dossier.assessments[0].date, dossier.latest.date)
        assert [(a.title, a.due, a.status) for a in one.plan] == [
            (a.title, a.due, a.status) for a in dossier.plan
        ]
        assert told[one.id].aim == dossier.latest.complement.aim
        assert told[one.id].priorities == dossier.latest.priorities
        assert told[one.id].basics_now == dossier.latest.complement.basics


def test_a_round_just_opened_and_empty_changes_nothing(workspace: Path) -> None:
    with Workspace(workspace) as opened:
        before = opened.followed()
        opened.new_round(before[0].id, TODAY)
        assert opened.followed() == before


def test_long_aims_and_many_priorities_stay_on_one_row() -> None:
    words = PortfolioWords("fr", standard_questionnaire(), TODAY)
    told = Told(aim="mot " * 100, priorities=("b01", "b02", "tech_ai", "gone_item", "b03"))
    said = words.line(line_of(), told)
    assert len(said.aim) <= LONGEST_AIM + 1 and said.aim.endswith("mot…")
    assert said.priorities.endswith("(et 2 de plus)")
    assert words.line(line_of(), Told(priorities=("gone_item",))).priorities == "gone_item"


def test_five_thousand_organisations_are_followed_without_opening_a_dossier(tmp_path: Path) -> None:
    dossier = demo_dossiers()[0]
    with Workspace(tmp_path / "w.sqlite3") as opened:
        one = opened.import_dossier(dossier).organisation_id
        read = opened.followed()
        start = time.perf_counter()
        found = lines(read * 5_000, TODAY)
        print(f"5,000 organisations sorted in {1000 * (time.perf_counter() - start):.0f} ms")
        assert len(found) == 5_000
        assert {line.followed.id for line in found} == {one}


def test_actions_are_told_with_their_state() -> None:
    plan = (Action(item="tech_ai", owner="Awa", due=date(2026, 1, 1)), Action(title="Ranger", status="done"))
    kept_plan = tuple(KeptAction(a.item, a.title, None, a.owner, a.due, a.status) for a in plan)
    words = PortfolioWords("fr", standard_questionnaire(), TODAY)
    said = list(words.actions([line_of(*kept_plan)]))
    assert [(one.title, one.owner, one.state) for one in said] == [
        ("Intelligence artificielle", "Awa", "en retard"),
        ("Ranger", "", "faite"),
    ]
    assert isinstance(demo_dossiers()[0], Dossier)
