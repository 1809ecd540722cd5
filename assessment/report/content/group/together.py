"""What is better done together: members who can show members, then what to learn or buy as a group."""

from collections.abc import Iterator

from assessment.groups import Match
from assessment.report.content.group.material import GroupMaterial
from assessment.report.content.group.overview import line
from assessment.report.document import Block, Bullets, Heading, Paragraph


def together(m: GroupMaterial) -> tuple[Block, ...]:
    """Return both lists, each with its reason and the first step."""
    return (Heading(1, m.t("together.title")), *_listed(m, "teach"), *_listed(m, "together"))


def _listed(m: GroupMaterial, kind: str) -> Iterator[Block]:
    yield Heading(2, m.t(f"together.{kind}"))
    found = m.matches(kind)
    if not found:
        yield Paragraph(m.nothing(f"together.{kind}_none"))
        return
    yield Paragraph(m.t(f"together.{kind}_why"))
    yield Bullets.of(" ".join((f"{line(m, match)}.", *_who(m, match))) for match in found)


def _who(m: GroupMaterial, match: Match) -> Iterator[str]:
    """Name those that agreed to it: who can show, who is looking."""
    for state, key in (("use", "together.show"), ("need", "together.seek")):
        names = m.who(match.item, state)
        if names:
            yield m.t(key, names=m.listed(names, m.row(match.item).cells[state]))
