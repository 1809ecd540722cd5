"""The plan as it is read on the screen: its rows, and what stands beside the highlighted one; no widget."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import get_args

from textual.content import Content

from assessment.app.choice_list import Row
from assessment.app.handing import download_name
from assessment.day_words import full_date, short_date
from assessment.dossier.model import Support
from assessment.plan_export import PlanExport
from assessment.planning import Line
from assessment.texts import Texts, texts

SIGNS = {"open": "○", "late": "!", "done": "✓", "dropped": "×"}
"""One sign a state; the row says each in words too."""
UNDECIDED = "none"
"""Stands for an action nobody has filed by the support to call on."""
LONGEST_TITLE = 160
"""Characters of a title in the list; the whole of it stands beside."""


def plan_rows(lines: Sequence[Line], t: Texts, today: date) -> Iterator[Row]:
    """Yield one row an action, the name of its group above the first of each; keys count from 0."""
    above = None
    for place, line in enumerate(lines):
        if line.group != above:
            yield Row(t(f"plan.group.{line.group}"), style="bold", enabled=False)
        above = line.group
        digit = place + 1 if place < 9 else " "
        sign = SIGNS[line.state(today)]
        yield Row(f"{_title(line)}\n{_said(line, t, today)}", f" {digit} {sign}", key=str(place))


def _title(line: Line) -> str:
    title = " ".join(line.said.title.split())
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rstrip()}…"


def _said(line: Line, t: Texts, today: date) -> str:
    """Return owner, date and state in one line."""
    action = line.action
    owner = " ".join(action.owner.split()) if action.owner else t("plan.no_owner")
    due = t("plan.by", day=short_date(action.due, t.lang)) if action.due else t("plan.no_day")
    return f"{owner} · {due} · {t(f'plan.state.{line.state(today)}')}"


def plan_detail(line: Line, t: Texts, today: date) -> Content:
    """Return all that is written about one action."""
    said = line.said
    due = full_date(said.due, t.lang) if said.due else ""
    parts = {
        "first_step": said.first_step or "",
        "owner": said.owner or "",
        "due": due,
        "help": said.help or "",
        "support": support_name(said.support, t.lang) if said.support else "",
        "state": t(f"plan.state.{line.state(today)}"),
    }
    brought = _brought(line, t)
    written = [
        Content.assemble((t(f"plan.part.{part}"), "bold"), f" {text or t('plan.empty')}")
        for part, text in parts.items()
    ]
    return Content("\n").join([Content.styled(said.title, "bold"), *written, *brought])


def _brought(line: Line, t: Texts) -> Iterator[Content]:
    """Yield what a finished action brought, or the key that writes it."""
    if line.action.status != "done":
        return
    told = texts("followup", t.lang)
    progress = line.action.progress
    written = {name: getattr(progress, name) for name in ("time_saved", "users", "skills")}
    for name, text in written.items():
        if text:
            yield Content.assemble((told(f"brought.{name}"), "bold"), f" {text}")
    if not any(written.values()):
        yield Content(t("plan.say_brought"))


def support_name(support: str | None, lang: str) -> str:
    """Return who carries an action, in the DLA's terms."""
    return texts("shared_diagnosis", lang)(f"support.{support or UNDECIDED}")


def support_rows(lang: str) -> list[Row]:
    """Return the ways an action can be filed, the last one being to decide later."""
    return [Row(support_name(code, lang), key=code) for code in (*get_args(Support), UNDECIDED)]


def written_words(paths: Sequence[Path], made: PlanExport, t: Texts, *, is_web: bool = False) -> Content:
    """Return where the files of a plan are, or that the browser took them, and what the calendar holds."""
    names = ("table", "calendar")
    places = [download_name(path.name) if is_web else path for path in paths]
    said = [
        Content(t(f"plan.written.{name}", path=place)) for name, place in zip(names, places, strict=False)
    ]
    if is_web:
        said.insert(0, Content(t("handed.here")))
    if not made.dated:
        said.append(Content(t("plan.written.no_dates")))
    else:
        words = t.count("plan.written.dated", made.dated)
        if made.undated:
            words = f"{words} {t.count('plan.written.undated', made.undated)}"
        said.append(Content(words))
    return Content("\n").join(said)
