"""The impact grid: what changes for the organisation, for the partner, for people and the local area."""

from assessment.report.content.kit import known
from assessment.report.content.material import Material
from assessment.report.document import Column, Heading, Page, Paragraph, Table
from assessment.texts import Texts

GROUPS = {
    "us": ("aim", "time", "skills", "costs"),
    "them": ("meaning", "knowledge", "effort"),
    "community": ("relation", "left_out", "sharing", "environment"),
}
"""What is looked at, by those it changes something for."""


def impact(m: Material, t: Texts) -> Page:
    """Return the grid, a line of their own at the end of each part."""
    columns = (
        Column(t("impact.what"), 0.27),
        Column(t("impact.how"), 0.33),
        Column(t("impact.start"), 0.20),
        Column(t("impact.later"), 0.20),
    )
    rows, groups = list[tuple[str, ...]](), list[int]()
    for group, lines in GROUPS.items():
        groups.append(len(rows))
        rows.append((t(f"impact.group.{group}"), "", "", ""))
        rows.extend((_what(m, t, group, one), t(f"impact.{group}.{one}_how"), "", "") for one in lines)
        rows.append((t("impact.own"), "", "", ""))
    table = Table(columns, tuple(rows), fill_in=True, groups=tuple(groups))
    head = (Heading(1, t("impact.title")), Paragraph(t("impact.intro")))
    return Page((*head, table, Paragraph(t("impact.afterwards"))), fits_one_page=True)


def _what(m: Material, t: Texts, group: str, line: str) -> str:
    """Return what is looked at; the aim in the organisation's own words."""
    if line != "aim":
        return t(f"impact.{group}.{line}")
    words = known.aim(m)
    return t("impact.us.aim", aim=words) if words else t("impact.us.no_aim")
