"""How a group is counted, and where the European figures come from."""

from assessment.report.content.group.material import GroupMaterial
from assessment.report.document import Block, Bullets, Heading, Paragraph

POINTS = ("p1", "p2", "p3", "p4", "p5")


def method(m: GroupMaterial) -> tuple[Block, ...]:
    """Return the rules of the count in a few points."""
    points = (*POINTS, "public") if m.room.shown.is_public else POINTS
    said = Bullets.of(m.t(f"method.{point}", least=m.least) for point in points)
    return (Heading(1, m.t("method.title")), said, Paragraph(m.europe.standing_long, "note"))
