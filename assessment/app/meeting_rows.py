"""The meetings as they are read on the screen: their order, rows and details; no widget here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from assessment.app.choice_list import Row
from assessment.day_words import full_date, long_date
from assessment.texts import Texts
from assessment.workspace import MeetingNote, MeetingRow, RoundRow

LONGEST_LINE = 66
"""Characters of the second line of a row; the whole of it stands beside."""
LONGEST_PEOPLE = 30
"""Characters of the names in that line, when minutes follow."""
_BETWEEN_PEOPLE = " · "
"""Between two names as they are read: a name may hold a comma (« Lise, associée »)."""


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting of its own, or the one a round was answered in."""

    note: MeetingNote
    kept: MeetingRow | None = None
    """The meeting as it is kept; None for that of a round."""
    round: int | None = None
    """Number of the round it is the session of: 0 for T0."""
    is_latest_round: bool = False
    """Whether that round is the latest, the only one in which it can be changed."""

    @property
    def key(self) -> str:
        """What the list knows it by."""
        return f"T{self.round}" if self.kept is None else str(self.kept.id)


def meeting_lines(
    meetings: Sequence[MeetingRow], rounds: Sequence[tuple[RoundRow, MeetingNote]]
) -> tuple[MeetingLine, ...]:
    """Return the meetings and the sessions of the rounds, the latest date first.

    An earlier round of which nobody noted the session has no line.
    """
    latest = len(rounds) - 1
    own = [MeetingLine(one.note, kept=one) for one in meetings]
    of_rounds = [
        MeetingLine(note, round=one.number, is_latest_round=one.number == latest)
        for one, note in rounds
        if note.people or note.minutes or one.number == latest
    ]
    return tuple(sorted((*own, *of_rounds), key=lambda line: line.note.day, reverse=True))


def next_line(lines: Sequence[MeetingLine], today: date) -> MeetingLine | None:
    """Return the next meeting to come."""
    to_come = [line for line in lines if line.kept is not None and line.note.day > today]
    return to_come[-1] if to_come else None


def meeting_rows(lines: Sequence[MeetingLine], t: Texts, today: date) -> Iterator[Row]:
    """Yield one row a meeting: its day and what it is, then who was there and the first line of minutes."""
    coming = next_line(lines, today)
    for number, line in enumerate(lines, start=1):
        marks = [long_date(line.note.day, t.lang)]
        if line.round is not None:
            marks.append(t("meetings.of_round", number=line.round))
        elif line.note.day > today:
            marks.append(t("meetings.next" if line is coming else "meetings.to_come"))
        words = f"{' · '.join(marks)}\n{_said(line, t)}"
        yield Row(words, f" {number if number <= 9 else ' '} ", key=line.key)


def _said(line: MeetingLine, t: Texts) -> str:
    """Return who was there and the first line of the minutes, on one line."""
    minutes = (line.note.minutes or "").strip().partition("\n")[0]
    people = _shortened(_BETWEEN_PEOPLE.join(line.note.people), LONGEST_PEOPLE if minutes else LONGEST_LINE)
    said = " — ".join(part for part in (people, minutes) if part)
    return _shortened(said, LONGEST_LINE) or t("meetings.nothing_noted")


def meeting_detail(line: MeetingLine, t: Texts) -> Content:
    """Return all that is said of one meeting."""
    day = full_date(line.note.day, t.lang)
    title = day if line.round is None else t("meetings.round_title", day=day, number=line.round)
    parts = [
        ("meetings.part.people", _BETWEEN_PEOPLE.join(line.note.people) or t("meetings.nobody")),
        (
            "meetings.part.minutes",
            f"\n{line.note.minutes}" if line.note.minutes else t("meetings.no_minutes"),
        ),
    ]
    written = [Content.assemble((t(key), "bold"), f" {text}") for key, text in parts]
    return Content("\n").join([Content.styled(title, "bold"), *written])


def people_line(people: Sequence[str]) -> str:
    """Return names as they are typed on one line; semicolons stand between names that hold a comma."""
    return ("; " if any("," in name for name in people) else ", ").join(people)


def people_in(typed: str) -> tuple[str, ...]:
    """Return the names typed in one line, set apart as `people_line` does."""
    parts = typed.split(";" if ";" in typed else ",")
    return tuple(name for one in parts if (name := one.strip()))


def _shortened(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
