"""What stands outside the study: the basics and what holds back."""

from collections.abc import Iterator

from assessment.report.content.group.material import NAME_SHARE, GroupMaterial, number_columns
from assessment.report.document import Block, Bullets, Column, Heading, Paragraph, Table


def basics(m: GroupMaterial) -> tuple[Block, ...]:
    """Return the basics in one table, then the barriers, the heaviest first."""
    return (Heading(1, m.t("basics.title")), *_basics(m), *_barriers(m))


def _basics(m: GroupMaterial) -> Iterator[Block]:
    yield Heading(2, m.t("basics.basics"))
    codes = m.room.questionnaire.outside.basics_scale.codes
    rows = tuple(
        (m.names.item(basic), *(_cell(m, basic, code) for code in codes))
        for basic, row in m.room.shown.basics.items()
        if not row.is_hidden
    )
    if not rows:
        yield Paragraph(m.nothing("basics.none"))
        return
    titles = [m.t(f"basics.answer.{code}") for code in codes]
    columns = (Column(m.t("basics.name"), NAME_SHARE), *number_columns(titles))
    yield Table(columns, rows, strong_first=True)
    yield Paragraph(m.t("basics.notice"), "note")


def _cell(m: GroupMaterial, basic: str, code: str) -> str:
    number = m.room.shown.basics[basic].cells.get(code)
    return m.t("hidden") if number is None else str(number)


def _barriers(m: GroupMaterial) -> Iterator[Block]:
    yield Heading(2, m.t("basics.barriers"))
    readable = {code: number for code, number in m.room.shown.barriers.items() if number}
    if not readable:
        yield Paragraph(m.nothing("basics.barriers_none"))
        return
    if not m.room.shown.is_public:
        yield Paragraph(m.t("basics.barriers_intro", n=m.room.group.told_barriers))
    labels = {
        choice.code: choice.label[m.lang]
        for choice in m.room.questionnaire.outside.question("barriers").choices
    }
    heaviest = sorted(readable.items(), key=lambda one: -one[1])
    yield Bullets.of(m.t("basics.barrier", name=labels[code], number=number) for code, number in heaviest)
