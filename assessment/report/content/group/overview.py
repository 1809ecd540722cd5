"""The front sheet of a group: how much is in place, and where to start together."""

from collections.abc import Iterator

from assessment.day_words import long_date
from assessment.group_disclosure import ShownRow
from assessment.groups import ANSWERED, Counts, Match, coverage, wanted
from assessment.report.content.group.material import GroupMaterial
from assessment.report.document import Block, Bullets, Callout, Heading, Paragraph, Title
from assessment.scoring import DOMAINS

KINDS = ("teach", "together", "inform")
FEW = 3
"""Points of each kind on the front sheet."""


def title(m: GroupMaterial) -> Title:
    """Return the head of the document: how many, when, and what kind of count it is."""
    kind = m.t("outside_room" if m.room.shown.is_public else "census")
    return Title(m.t("kicker"), m.size, (long_date(m.printed_on, m.lang), kind))


def overview(m: GroupMaterial) -> tuple[Block, ...]:
    """Return how much is in place by domain, then the first things to do together."""
    if m.room.shown.is_too_small:
        return (Heading(1, m.t("overview.title")), Paragraph(m.t("too_small", least=m.least)))
    return (Heading(1, m.t("overview.title")), *_domains(m), *_aims(m), *_next(m))


def _domains(m: GroupMaterial) -> Iterator[Block]:
    """Add up each domain; outside the room no total is given, as items could be subtracted from it."""
    if m.room.shown.is_public:
        return
    points = []
    for domain in DOMAINS:
        ids = [item.id for item in m.room.questionnaire.items() if item.domain == domain]
        total = m.room.group.total(item for item in ids if item in m.readable)
        is_open = coverage(total) is None
        key = "overview.domain_few" if set(ids) & set(m.few) else "overview.domain_none"
        said = m.t(key) if is_open else m.t("overview.domain", **_parts(total))
        points.append(Paragraph(said, label=f"{m.names.domain(domain)}{m.t('colon')}"))
    yield Bullets(tuple(points))


def _parts(total: Counts) -> dict[str, int]:
    return {"used": total["use"], "wanted": wanted(total)}


def _aims(m: GroupMaterial) -> Iterator[Block]:
    if m.room.group.aims and not m.room.shown.is_public:
        yield Paragraph(m.t.count("overview.aims", m.room.group.aims))


def _next(m: GroupMaterial) -> Iterator[Block]:
    """Set the first points of each kind in a frame."""
    if not m.room.shown.matches:
        yield Paragraph(m.nothing("overview.nothing"))
        return
    yield Heading(2, m.t("overview.next"))
    for kind in KINDS:
        found = m.matches(kind)[:FEW]
        if found:
            points = Bullets.of(line(m, match) for match in found)
            yield Callout(Heading(3, m.t(f"overview.tip.{kind}")), (points,))


def line(m: GroupMaterial, match: Match) -> str:
    """Say one thing to do together, with its counts."""
    row: ShownRow = m.row(match.item)
    said = {
        "name": m.names.item(match.item),
        "use": row.cells.get("use"),
        "need": row.cells.get("need"),
        "unknown": row.cells.get("dont_know"),
        "base": sum(row.cells.get(state, 0) for state in ANSWERED) if row.base is None else row.base,
    }
    telling = {"teach": "use", "inform": "unknown"}.get(match.kind, "")
    key = f"line.{match.kind}_one" if said.get(telling) == 1 else f"line.{match.kind}"
    return m.t(key, **said)
