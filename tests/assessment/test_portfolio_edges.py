"""The rows of a portfolio at their edges: dates, names, versions, and whatever organisations there may be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.followed import Followed, KeptAction, Told
from assessment.plan_progress import plan_state
from assessment.portfolio import FILTERS, Line, kept, lines
from assessment.portfolio_words import PortfolioWords
from questionnaire.languages import language_codes
from questionnaire.loading import standard_questionnaire

TODAY = date(2026, 11, 25)


def action(due: date | None = None, status: str = "open", title: str = "Agir") -> KeptAction:
    return KeptAction(None, title, "Appeler", "Awa", due, status)


def followed(
    name: str | None = "Le Jardin",
    *plan: KeptAction,
    latest: date = date(2026, 10, 1),
    archived: date | None = None,
) -> Followed:
    return Followed(f"id {name}", "abc123", name, archived, date(2026, 1, 1), latest, 2, plan)


def line_of(*plan: KeptAction, latest: date = date(2026, 10, 1), today: date = TODAY) -> Line:
    return lines([followed("Le Jardin", *plan, latest=latest)], today)[0]


# --- one organisation


def test_the_same_month_of_another_year_is_not_this_month() -> None:
    found = line_of(action(date(2027, 11, 25)))
    assert (found.this_month, found.late, found.next_date) == ((), (), date(2027, 11, 25))


def test_a_plan_without_dates_has_no_next_date() -> None:
    found = line_of(action(None), action(date(2026, 1, 1), "done"))
    assert (found.next_date, found.open, found.late) == (None, 1, ())


@pytest.mark.parametrize(
    ("latest", "today", "is_due"),
    [
        (date(2026, 5, 25), TODAY, True),
        (date(2026, 5, 26), TODAY, False),
        (date(2025, 11, 26), TODAY, True),
        (date(2026, 8, 31), date(2027, 2, 27), False),
        (date(2026, 8, 31), date(2027, 2, 28), True),
        (date(2027, 8, 31), date(2028, 2, 28), False),
        (date(2027, 8, 31), date(2028, 2, 29), True),
        (date(9999, 12, 31), TODAY, False),
        (date.min, TODAY, True),
    ],
)
def test_a_review_is_due_six_months_after_the_latest_round(latest: date, today: date, is_due: bool) -> None:
    assert line_of(latest=latest, today=today).has_review_due is is_due


# --- several


def crowd() -> tuple[Line, ...]:
    far = action(date(2027, 5, 1))
    return lines(
        [
            followed("Ce mois", action(TODAY)),
            followed("Tard", action(date(2026, 10, 1))),
            followed("À revoir", far, latest=date(2026, 2, 1)),
            followed("Sans plan"),
            followed("Rangée", action(TODAY), action(date(2026, 1, 1)), archived=date(2026, 9, 1)),
        ],
        TODAY,
    )


def test_words_are_found_whatever_accents_and_capitals() -> None:
    assert [line.followed.name for line in kept(crowd(), "all", " A REV ")] == ["À revoir"]
    assert kept(crowd(), "late", "revoir") == ()
    assert kept(crowd(), "all", "[x") == ()


days = st.none() | st.dates(date(2026, 9, 1), date(2027, 3, 1))
actions = st.builds(action, due=days, status=st.sampled_from(["open", "done", "dropped"]))
many = st.lists(
    st.builds(
        lambda name, plan, latest, archived: followed(name, *plan, latest=latest, archived=archived),
        st.none() | st.text("aéZ ’[", max_size=5),
        st.lists(actions, max_size=5),
        st.dates(date(2025, 9, 1), date(2027, 3, 1)),
        days,
    ),
    max_size=8,
)


@given(many, st.dates(date(2026, 9, 1), date(2027, 3, 1)))
def test_nothing_is_lost_counted_twice_or_out_of_order(organisations: list[Followed], today: date) -> None:
    found = lines(organisations, today)
    assert sorted(one.followed.id for one in found) == sorted(one.id for one in organisations)
    assert len(kept(found, "all")) + len(kept(found, "archived")) == len(found)
    for name in FILTERS:
        assert set(kept(found, name)) <= set(found)
    for line in found:
        states = [plan_state(one, today) for one in line.followed.plan]
        assert line.done + line.open + states.count("dropped") == len(states)
        assert len(line.late) == states.count("late")
        assert not set(map(id, line.late)) & set(map(id, line.this_month))
        assert all(one.due is not None and one.due >= today for one in line.this_month)
    is_late = [bool(line.late) for line in found]
    assert is_late == sorted(is_late, reverse=True)


# --- the basics, then and now


def test_nothing_answered_is_no_zero() -> None:
    for lang in language_codes():
        words = PortfolioWords(lang, standard_questionnaire(), TODAY)
        assert "0" not in words.line(line_of(), Told()).basics


# --- in words


@pytest.mark.parametrize("lang", language_codes())
def test_everything_is_said_in_words_never_in_codes(lang: str) -> None:
    words = PortfolioWords(lang, standard_questionnaire(), TODAY)
    told = Told("Mieux", ("b01", "tech_ai", "ai_rules", "tech_iot"), {"b01": "need"}, {"b01": "fine"})
    plan = (KeptAction("tech_ai", None, None, None, TODAY, "open"), action(date(2026, 1, 1), "dropped"))
    line = line_of(*plan)
    said = words.line(line, told)
    gathered = [said.name, said.aim, said.priorities, said.next_day, said.basics, said.round]
    gathered += [text for one in words.actions([line]) for text in (one.title, one.state)]
    gathered += [words.due(one) for one in plan]
    assert all(text and "_" not in text and "{" not in text for text in gathered), gathered
    assert "0 → 1" in said.basics
    assert "1" in said.priorities.rsplit("(", 1)[1]
