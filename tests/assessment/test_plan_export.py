"""The plan as a table and as a calendar, read back by other readers than ours."""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from assessment.plan_export import calendar_bytes, csv_bytes, export_plan
from assessment.plan_export.csv_file import harmless
from assessment.planned import SaidAction
from questionnaire.languages import language_codes

GOLDEN = Path(__file__).parent / "golden_plan"
ORGANISATION = "0b5f1d1e-6c1e-4c35-9d0f-3f6d5f0d7a11"
DAY = date(2026, 11, 22)


def action(title: str, **fields: Any) -> SaidAction:  # noqa: ANN401
    held = {"item": None, "first_step": None, "owner": None, "due": None, "help": None, "status": "open"}
    return SaidAction(title=title, **{**held, **fields})


PLAN = (
    action(
        "Garder une copie de vos fichiers ailleurs ; tester, puis noter",
        item="b01",
        first_step="Acheter un disque,\nfaire la première copie.",
        owner="Idir Benaïssa",
        due=date(2027, 3, 31),
        help="L’hébergeur « associatif » ; le réseau",
    ),
    action("Dresser la liste des accès", item="b02", owner="Maud", due=date(2026, 12, 1), status="done"),
    action("Essayer l’IA", item="tech_ai", due=date(2027, 1, 4), status="dropped"),
    action("=1+1", first_step="@SUM(A1)", owner="+33 1 23 45 67 89", help="-"),
)


def calendar(plan: Sequence[SaidAction], lang: str = "fr", name: str | None = "Le Jardin") -> bytes:
    return calendar_bytes(plan, lang, owner_id=ORGANISATION, name=name, day=DAY)


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


# --- the table ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "separator", "due"), [("fr", ";", "31/03/2027"), ("en", ",", "2027-03-31")])
def test_the_table_opens_in_a_spreadsheet_of_its_language(lang: str, separator: str, due: str) -> None:
    content = csv_bytes(PLAN, lang)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))
    assert len(rows) == 1 + len(PLAN) and {len(row) for row in rows} == {7}
    assert rows[1][1:6] == [PLAN[0].title, PLAN[0].first_step, PLAN[0].owner, due, PLAN[0].help]
    assert [row[6] for row in rows[1:]] == {
        "fr": ["à faire", "fait", "abandonné", "à faire"],
        "en": ["to do", "done", "dropped", "to do"],
    }[lang]


def test_no_cell_begins_a_formula() -> None:
    rows = csv.reader(io.StringIO(csv_bytes(PLAN, "fr").decode("utf-8-sig"), newline=""), delimiter=";")
    *_, last = rows
    assert last[1:6] == ["'=1+1", "'@SUM(A1)", "'+33 1 23 45 67 89", "", "'-"]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", " =1", "\t=1", "\n=1", "＝1"])
def test_what_would_begin_a_formula_is_disarmed(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["", "a=1", "1+1", "’", "« =1 »", "é"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert text == harmless(text)


# --- the calendar -------------------------------------------------------------------------------


def test_only_actions_with_a_date_are_in_the_calendar() -> None:
    assert [event.decoded("dtstart") for event in events(calendar(PLAN))] == [
        date(2027, 3, 31),
        date(2026, 12, 1),
        date(2027, 1, 4),
    ]


def test_an_event_lasts_its_day_and_says_who_and_what_first() -> None:
    event = events(calendar(PLAN))[0]
    assert str(event["summary"]) == PLAN[0].title
    assert event.decoded("dtend") == date(2027, 4, 1)
    assert event["transp"] == "TRANSPARENT"
    assert str(event["description"]).split("\n") == [
        "Premier pas\N{NO-BREAK SPACE}: Acheter un disque,",
        "faire la première copie.",
        "Qui s’en occupe\N{NO-BREAK SPACE}: Idir Benaïssa",
        "Aide nécessaire\N{NO-BREAK SPACE}: L’hébergeur « associatif » ; le réseau",
    ]


def test_what_is_to_be_done_rings_a_week_before_at_nine_and_nothing_else_does() -> None:
    first, done, dropped = events(calendar(PLAN))
    (alarm,) = first.walk("VALARM")
    rings = datetime(2027, 3, 31) + alarm.decoded("trigger")
    assert rings == datetime(2027, 3, 24, 9)
    assert not done.walk("VALARM") and not dropped.walk("VALARM")
    assert str(done["summary"]).startswith("Fait") and dropped["status"] == "CANCELLED"


def test_the_same_plan_gives_the_same_bytes_stamped_with_the_day_of_the_assessment() -> None:
    assert calendar(PLAN) == calendar(PLAN)
    assert {event.decoded("dtstamp") for event in events(calendar(PLAN))} == {
        datetime(2026, 11, 22, tzinfo=UTC)
    }


def test_an_action_changed_keeps_its_identifier_and_no_two_share_one() -> None:
    first, second = PLAN[0], action("Autre", item="b01", due=DAY)
    ids = [event["uid"] for event in events(calendar((first, second)))]
    later = action("Autrement dit", item="b01", owner="Zoé", due=date(2028, 1, 1), status="done")
    assert [event["uid"] for event in events(calendar((later, second), "en"))] == ids
    assert len(set(ids)) == 2
    elsewhere = calendar_bytes((first,), "fr", owner_id="another", name=None, day=DAY)
    assert events(elsewhere)[0]["uid"] not in ids


def test_lines_end_as_the_standard_asks_and_are_folded_within_75_bytes() -> None:
    long = action("é" * 400 + "水" * 50, due=DAY, first_step="a,b;c\\d " * 60)
    content = calendar((long,))
    assert content.count(b"\n") == content.count(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (event,) = events(content)
    assert str(event["summary"]) == long.title
    assert str(event["description"]).endswith(str(long.first_step))


@pytest.mark.parametrize(
    "title",
    ["BEGIN:VALARM\r\nEND:VEVENT", "[/x] {name} %s \\n", "a\nb", "\N{RIGHT-TO-LEFT OVERRIDE}x", ";,:"],
)
def test_no_title_can_break_out_of_its_event(title: str) -> None:
    (event,) = events(calendar((action(title, due=DAY),), name=title))
    assert str(event["summary"]) == " ".join(title.split())
    assert len(event.walk("VALARM")) == 1


def test_the_last_day_there_is_does_not_break_the_calendar() -> None:
    (event,) = events(calendar((action("Un jour", due=date.max),)))
    assert event.decoded("dtstart") == date.max


# --- both ---------------------------------------------------------------------------------------


def test_both_files_bear_one_name_and_say_what_has_no_date() -> None:
    made = export_plan(PLAN, "fr", owner_id=ORGANISATION, name="L’Abri du cœur", day=DAY)
    assert [file.name for file in made.files] == [
        "plan-d-action-l-abri-du-coeur.csv",
        "plan-d-action-l-abri-du-coeur.ics",
    ]
    assert (made.dated, made.undated) == (3, 1)


def test_without_any_date_there_is_no_calendar() -> None:
    made = export_plan(PLAN[3:], "en", owner_id=ORGANISATION, name=None, day=DAY)
    assert [file.name for file in made.files] == ["action-plan-0b5f1d1e.csv"]
    assert (made.dated, made.undated) == (0, 1)


@pytest.mark.parametrize("lang", language_codes())
def test_the_files_are_those_kept_as_a_model(lang: str) -> None:
    """To change the model on purpose: write `file.content` over it, and read the difference."""
    made = export_plan(PLAN, lang, owner_id=ORGANISATION, name="Le Jardin", day=DAY)
    for file in made.files:
        model = GOLDEN / f"{lang}{Path(file.name).suffix}"
        assert file.content == model.read_bytes(), model.name


def test_a_reminder_is_a_week_before() -> None:
    from assessment.plan_export.calendar_file import REMINDER

    assert timedelta(days=-7) <= REMINDER < timedelta(days=-6)
