"""Users × seekers: for each item, who uses it and who needs it, the most sought first."""

from assessment.groups import sought
from assessment.report.content.group.material import GroupMaterial
from assessment.report.document import Block, Column, Heading, Paragraph, Table


def exchange(m: GroupMaterial) -> tuple[Block, ...]:
    """Return the grid of users and seekers, and what it leaves out in one line each."""
    items = [item for item in sought(m.room.group) if item in m.readable and m.is_known(item)]
    if not items:
        return (Heading(1, m.t("exchange.title")), Paragraph(m.nothing("exchange.none")), *left_out(m))
    intro = m.t("exchange.intro")
    if m.room.named:
        intro = f"{intro} {m.t('exchange.named')}"
    columns = (
        Column(m.t("exchange.item"), 0.30),
        Column(m.t("exchange.users"), 0.25),
        Column(m.t("exchange.seekers"), 0.25),
        Column(m.t("exchange.do"), 0.20),
    )
    rows = tuple(
        (m.names.item(item), m.counted(item, "use"), m.counted(item, "need"), _doing(m, item))
        for item in items
    )
    return (
        Heading(1, m.t("exchange.title")),
        Paragraph(intro),
        Table(columns, rows, strong_first=True),
        *left_out(m),
    )


def left_out(m: GroupMaterial) -> tuple[Block, ...]:
    """Fold into one line each what nobody uses or needs, and what too few answered."""
    lines = []
    if m.folded:
        lines.append(Paragraph(m.t("folded", names=m.items(m.folded)), "note"))
    if m.few:
        lines.append(Paragraph(m.t("few", least=m.least, names=m.items(m.few)), "note"))
    return tuple(lines)


def _doing(m: GroupMaterial, item: str) -> str:
    """Return what the group can do about an item, in a few words."""
    kinds = [match.kind for match in m.room.shown.matches if match.item == item]
    return ", ".join(m.t(f"do.{kind}") for kind in kinds)
