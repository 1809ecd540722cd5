"""Every counter in one table, and the study beside those that can honestly stand beside it."""

from collections.abc import Iterator

from assessment.group_disclosure import SILENT, ShownRow
from assessment.groups import ANSWERED, sought
from assessment.report.content.group.exchange import left_out
from assessment.report.content.group.material import NAME_SHARE, GroupMaterial, number_columns
from assessment.report.document import Block, Column, Heading, Paragraph, Table


def table(m: GroupMaterial) -> tuple[Block, ...]:
    """Return the four answers of each item, in questionnaire order."""
    is_public = m.room.shown.is_public
    kept = [item for item in m.readable if item not in m.folded]
    if not kept:
        return (Heading(1, m.t("table.title")), *left_out(m))
    last = "table.together" if is_public else "table.base"
    titles = [*(m.t(f"table.state.{state}") for state in ANSWERED), m.t(last)]
    columns = (Column(m.t("exchange.item"), NAME_SHARE), *number_columns(titles))
    rows = tuple((m.names.item(item), *_numbers(m, m.row(item)), _last(m, m.row(item))) for item in kept)
    caption = m.t("table.caption_public" if is_public else "table.caption")
    counted = Table(columns, rows, caption=caption, strong_first=True)
    return (Heading(1, m.t("table.title")), counted, *left_out(m))


def _numbers(m: GroupMaterial, row: ShownRow) -> Iterator[str]:
    for state in ANSWERED:
        yield str(row.cells[state]) if state in row.cells else m.t("hidden")


def _last(m: GroupMaterial, row: ShownRow) -> str:
    """Return how many answered; outside the room, what is only given added up."""
    if not m.room.shown.is_public:
        return str(row.base)
    if not row.together:
        return ""
    names = (m.t(f"table.state.{name if name != SILENT else 'silent'}").lower() for name in row.together)
    return m.t("table.sum", names=", ".join(names), n=row.total)


def europe(m: GroupMaterial) -> tuple[Block, ...]:
    """Return the study beside the room, for the items it published and that have not aged."""
    known = {"year": m.europe.year, "n": m.benchmark_n}
    items = [item for item in sought(m.room.group) if item in m.readable and m.is_known(item)]
    kept = [item for item in items if m.europe.is_comparable(item)]
    heading = Heading(1, m.t("europe.title"))
    if not kept:
        key = "europe.none_public" if m.room.shown.is_public else "europe.none"
        return (heading, Paragraph(m.t(key, **known)))
    columns = (
        Column(m.t("europe.item"), 0.30),
        Column(m.t("europe.room"), 0.28),
        Column(m.t("europe.europe", **known), 0.42),
    )
    rows = tuple((m.names.item(item), _room(m, item), m.europe.figures(item)) for item in kept)
    left = [item for item in items if item not in kept]
    rest = (Paragraph(m.t("europe.aged", **known, names=m.items(left)), "note"),) if left else ()
    beside = Table(columns, rows, caption=m.t("europe.caption", **known), strong_first=True)
    return (heading, Paragraph(m.t("europe.intro", **known)), beside, *rest)


def _room(m: GroupMaterial, item: str) -> str:
    """Return the uses and needs of the room, in the words of the other column."""
    row = m.row(item)
    base = m.t("hidden") if row.base is None else row.base
    return m.t("europe.cell", use=row.cells["use"], need=row.cells["need"], base=base)
