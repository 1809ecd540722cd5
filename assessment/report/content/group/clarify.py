"""What the group should clear up first: what a third of it could not answer, then the rest in one line."""

from assessment.groups import unclear
from assessment.report.content.group.material import GroupMaterial
from assessment.report.content.group.overview import line
from assessment.report.document import Block, Bullets, Heading, Paragraph


def clarify(m: GroupMaterial) -> tuple[Block, ...]:
    """Return what calls for information first, and what is unsure for a few."""
    first = m.matches("inform")
    heading = Heading(1, m.t("clarify.title"))
    inside: tuple[Block, ...] = (Paragraph(m.nothing("clarify.first_none")),)
    if first:
        points = Bullets.of(f"{line(m, match)}." for match in first)
        inside = (Heading(2, m.t("clarify.first")), Paragraph(m.t("clarify.first_why")), points)
    named = {match.item for match in first}
    others = [
        item
        for item in unclear(m.room.group)
        if item not in named and item in m.readable and "dont_know" in m.row(item).cells
    ]
    rest = (Paragraph(m.t("clarify.others", names=m.items(others))),) if others else ()
    return (heading, *inside, *rest)
