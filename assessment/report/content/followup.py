"""What changed since the first round: plan, basics, skills ladder, then the 19 items (METHOD §4)."""

from collections.abc import Iterator

from assessment.followup_words import FollowUpWords, Part
from assessment.report.content.material import LONGEST_CELL, Material, excerpt
from assessment.report.document import Block, Bullets, Column, Heading, Page, Paragraph, Table


def followup(m: Material) -> Iterator[Page]:
    """Return the page of the follow-up, and one more for the round before when it is not the first one.

    Nothing in a first round.
    """
    words = m.wording.since_first
    if words is None:
        return
    blocks = (*_opening(words), *_parts(m, words), *_basket(words))
    yield Page((Heading(1, words.title), *blocks), fits_one_page=True)
    yield from _since_last(m)


def _opening(words: FollowUpWords) -> Iterator[Block]:
    yield Paragraph(words.rounds)
    for warning in words.warnings():
        yield Paragraph(warning, "note")


def _parts(m: Material, words: FollowUpWords) -> Iterator[Block]:
    for part in words.parts(m.plan, m.printed_on):
        yield from _part(part)


def _part(part: Part) -> Iterator[Block]:
    yield Heading(2, part.title)
    if part.sentence:
        yield Paragraph(part.sentence)
    if part.points:
        yield Bullets(tuple(Paragraph(_shown(part, one.text), label=one.label) for one in part.points))


def _shown(part: Part, text: str) -> str:
    """Shorten what the organisation wrote; our own lists stand whole."""
    return excerpt(text, LONGEST_CELL * 2) if part.subject == "plan" else text


def _basket(words: FollowUpWords) -> Iterator[Block]:
    """Say where the needs of the first round stand: the one stage a follow-up prints."""
    yield Heading(2, words.basket_title)
    shares = (0.30, 0.16, 0.17, 0.15, 0.22)
    columns = tuple(Column(title, share) for title, share in zip(words.basket_head(), shares, strict=True))
    rows = tuple(
        (row.domain, str(row.wanted), str(row.in_place), str(row.needed), row.situation)
        for row in words.basket()
    )
    yield Table(columns, rows, caption=words.basket_caption, strong_first=True)


def _since_last(m: Material) -> Iterator[Page]:
    """Say what changed in the answers since the round just before, when it is not the first one."""
    words = m.wording.since_last
    if words is None:
        return
    warnings = (Paragraph(warning, "note") for warning in words.warnings())
    parts = (block for part in words.answers() for block in _part(part))
    yield Page((Heading(1, words.since_last), *warnings, *parts), fits_one_page=True)
