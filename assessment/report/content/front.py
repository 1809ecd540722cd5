"""The front sheet: one page for the board."""

from collections.abc import Iterator

from assessment.report.content.material import LONGEST_AIM, LONGEST_NAME, Material, excerpt, is_cut
from assessment.report.content.people import people_line, profile_line
from assessment.report.content.pictures import state_picture
from assessment.report.content.titles import named
from assessment.report.document import (
    Block,
    Bullets,
    Callout,
    Column,
    Columns,
    Heading,
    Page,
    Paragraph,
    Table,
    Title,
)
from assessment.scoring import ALL
from questionnaire.routing import is_short_so_far

NAMED = ("use", "need", "dont_know")
"""States whose items are named: what is not useful needs no action."""
LONGEST_LIST = 150
"""Characters of a list of names: two lines."""
FEW = 3
"""Priorities that leave room for whole lists."""


def front(m: Material) -> Page:
    """Return the front sheet; it always stands on one page."""
    return Page((_title(m), *_aim(m), *_standing_place(m), *_to_do(m), *_europe(m)), fits_one_page=True)


def _title(m: Material) -> Title:
    lines = [_dates(m), profile_line(m), people_line(m), _length(m)]
    return Title(m.t("front.kicker"), excerpt(m.name, LONGEST_NAME), tuple(line for line in lines if line))


def _length(m: Material) -> str:
    """Say that only the short version is answered, when it is."""
    is_short = is_short_so_far(m.diagnosis.questionnaire, m.diagnosis.sheet)
    return m.t("front.short") if is_short and not m.is_blank else ""


def _dates(m: Material) -> str:
    answered = m.diagnosis.subject.assessment_date
    printed = m.wording.date(m.printed_on)
    if answered is None:
        return m.t("front.printed", printed=printed)
    return m.t("front.dates", answered=m.wording.date(answered), printed=printed)


def _aim(m: Material) -> Iterator[Block]:
    aim = m.diagnosis.sheet.aim
    if not aim or not aim.strip():
        return
    words: list[Block] = [Paragraph(m.t("front.quoted", text=excerpt(aim, LONGEST_AIM)), "quote")]
    if is_cut(aim, LONGEST_AIM):
        words.append(Paragraph(m.t("front.continued"), "caption"))
    yield Callout(Heading(2, m.t("front.aim")), tuple(words))


def _standing_place(m: Material) -> Iterator[Block]:
    """Say what is in place and what is not, in one picture and in words."""
    yield Heading(2, m.wording.headed(m.t("front.where"), m.wording.finding(ALL)))
    yield state_picture(m)
    yield from _in_words(m)
    basics = basics_counts(m)
    if basics:
        yield Paragraph(basics, "compact", m.t("front.basics"))


def basics_counts(m: Material) -> str:
    """Return how the basics were answered, in words; empty when none was."""
    codes = list(m.diagnosis.sheet.basics.values())
    counted = ((code, codes.count(code)) for code in ("fine", "improve", "need", "no_need", "dont_know"))
    return " · ".join(m.t.count(f"basics.counts.{code}", number) for code, number in counted if number)


def _to_do(m: Material) -> Iterator[Block]:
    nothing = m.wording.no_priority()
    if nothing:
        yield Callout(Heading(2, nothing.title), (Paragraph(nothing.sentence),))
        return
    yield Heading(2, m.t(f"front.todo.{len(m.priorities)}"))
    columns = (
        Column(m.t("front.what"), 0.35),
        Column(m.t("front.when"), 0.16),
        Column(m.t("front.time"), 0.23),
        Column(m.t("front.money"), 0.26),
    )
    rows = tuple(
        (m.t("card.numbered", n=n, title=one.title), one.band_title, one.time, one.money)
        for n, one in enumerate(m.priorities, start=1)
    )
    yield Table(columns, rows, strong_first=True)
    if not m.diagnosis.priorities_were_chosen:
        yield Paragraph(m.t.count("front.proposed", len(m.priorities)), "caption")
    first = m.priorities[0]
    step = Paragraph(first.first_step, label=m.t("front.step_of", title=first.title))
    decisions = Bullets.of(one.decide for one in m.priorities)
    yield Columns(
        Callout(Heading(2, m.t("front.first_step")), (step,)),
        Callout(Heading(2, m.t("front.decide")), (decisions,)),
    )


def _in_words(m: Material) -> Iterator[Block]:
    """Name what the picture shows; long lists are cut, all the more when six priorities take the room."""
    profile = m.diagnosis.profile.domains[ALL]
    room = LONGEST_LIST if len(m.priorities) <= FEW else LONGEST_LIST // 2
    groups = ((state, getattr(profile, state)) for state in NAMED)
    points = tuple(
        Paragraph(named(m, items, room), label=m.t(f"domain.{state}")) for state, items in groups if items
    )
    if points:
        yield Bullets(points)


def _europe(m: Material) -> Iterator[Block]:
    sentence = m.wording.beside_europe("all")
    if sentence:
        yield Paragraph(sentence, "compact", m.t("front.europe"))
