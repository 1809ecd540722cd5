"""The dates of the plan as a calendar (RFC 5545).

Each action is an event that lasts its day, not a task: the calendars of telephones leave tasks (VTODO) out
without a word. It bears the same identifier in every export, so that taking the file in again moves
the event rather than adding one.
"""

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from assessment.planned import PlannedAction
from assessment.texts import Texts, texts

if TYPE_CHECKING:
    from icalendar import Event

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "jalon.plan")
REMINDER = timedelta(days=-7, hours=9)
"""A week before, at nine in the morning: counted from the midnight at which the day begins."""


def calendar_bytes(
    actions: Sequence[PlannedAction], lang: str, *, owner_id: str, name: str | None, day: date
) -> bytes:
    """Return the actions that have a date; stamped with the day of the assessment, never with the clock."""
    from icalendar import Calendar

    t = texts("plan_export", lang)
    calendar = Calendar()
    calendar.add("prodid", f"-//Jalon//Plan//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", t("calendar.name", name=_one_line(name)) if name else t("calendar.unnamed"))
    stamp = datetime.combine(day, time(), UTC)
    for identifier, action in _identified(actions, owner_id):
        if action.due is not None:
            calendar.add_component(_event(action, action.due, identifier, stamp, t))
    return bytes(calendar.to_ical())


def _identified(actions: Sequence[PlannedAction], owner_id: str) -> Iterator[tuple[str, PlannedAction]]:
    """Give each action the identifier of its item, or of its title when it has none; a second one counts."""
    seen: Counter[str] = Counter()
    for action in actions:
        subject = action.item or f"title:{action.title}"
        seen[subject] += 1
        yield str(uuid.uuid5(_NAMESPACE, f"{owner_id}/{subject}/{seen[subject]}")), action


def _event(action: PlannedAction, due: date, identifier: str, stamp: datetime, t: Texts) -> "Event":
    from icalendar import Event

    title = _one_line(action.title)
    summary = title if action.status == "open" else t(f"calendar.{action.status}", title=title)
    event = Event()
    event.add("uid", identifier)
    event.add("dtstamp", stamp)
    event.add("dtstart", due)
    if due < date.max:
        event.add("dtend", due + timedelta(days=1))
    event.add("summary", summary)
    description = _description(action, t)
    if description:
        event.add("description", description)
    event.add("status", "CANCELLED" if action.status == "dropped" else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if action.status == "open":
        _remind(event, summary)
    return event


def _remind(event: "Event", words: str) -> None:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", REMINDER)
    event.add_component(alarm)


def _description(action: PlannedAction, t: Texts) -> str:
    """Return first step, owner and help, each on its line."""
    said = {"first_step": action.first_step, "owner": action.owner, "help": action.help}
    lines = [t(f"calendar.{part}", text="\n".join(text.splitlines())) for part, text in said.items() if text]
    return "\n".join(lines)


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())
