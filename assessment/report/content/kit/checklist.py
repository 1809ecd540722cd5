"""The checklist for framing a partnership."""

from collections.abc import Callable

from assessment.report.content.kit import known
from assessment.report.content.material import Material
from assessment.report.document import Column, Heading, Page, Paragraph, Table
from assessment.texts import Texts

GROUPS = {
    "meeting": ("visits", "reasons", "values", "deciding"),
    "need": ("lines", "project", "result", "simple"),
    "means": ("person", "budget", "form"),
    "passing_on": ("two", "hours"),
    "lasting": ("upkeep", "access", "taking_back"),
    "protecting": ("data", "copy", "other_way"),
    "looking": ("start", "reviews", "stopping"),
}
"""Points to settle, by part."""
BASICS = {
    "project": "b08",
    "person": "b06",
    "budget": "b09",
    "hours": "b07",
    "access": "b02",
    "data": "b03",
    "copy": "b01",
    "other_way": "b12",
}
"""Basic whose answer stands beside a point."""
AGREES = ("strongly_agree", "agree")


def checklist(m: Material, t: Texts) -> Page:
    """Return the checklist, with what the answers say beside each point."""
    columns = (
        Column(t("checklist.point"), 0.48),
        Column(t("checklist.known"), 0.27),
        Column(t("checklist.note"), 0.25),
    )
    rows, groups = list[tuple[str, ...]](), list[int]()
    for group, points in GROUPS.items():
        groups.append(len(rows))
        rows.append((t(f"checklist.group.{group}"), "", ""))
        for point in points:
            text = t("checklist.box", text=t(f"checklist.{group}.{point}"))
            rows.append((text, _known(m, t, point) or "–", ""))
    table = Table(columns, tuple(rows), groups=tuple(groups))
    return Page(
        (Heading(1, t("checklist.title")), Paragraph(t("checklist.intro")), table), fits_one_page=True
    )


def _known(m: Material, t: Texts, point: str) -> str | None:
    """Return what the answers say of a point; None when they say nothing."""
    if point in BASICS:
        return known.basic(m, t, BASICS[point])
    others: dict[str, Callable[[], str | None]] = {
        "lines": lambda: known.needs(m, t),
        "form": lambda: known.form_words(m, t),
        "values": lambda: _values(m, t),
        "visits": lambda: _past(m, t),
        "two": lambda: known.skills_in_short(m, t),
    }
    return others[point]() if point in others else None


def _values(m: Material, t: Texts) -> str | None:
    return t("known.values") if m.diagnosis.opinions.get("barrier_values") in AGREES else None


def _past(m: Material, t: Texts) -> str | None:
    return t("known.past_stop") if m.diagnosis.sheet.answer("cooperation_past") == "yes_stop" else None
