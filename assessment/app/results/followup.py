"""What changed since the first round, in the order of METHOD §4: plan, basics, skills, then the 19 items."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from assessment.app.results.results import Results, heading, lines, quiet
from assessment.followup_words import FollowUpWords, Part


def followup(results: Results) -> Content:
    """Return the page; empty in a first round, where it is not offered."""
    words = results.wording.since_first
    if words is None:
        return Content("")
    parts = words.parts(results.plan, date.today())
    blocks = [line for part in parts for line in _part(part)]
    return lines((*_opening(words), *blocks, *_basket(words), *_since_last(results)))


def _opening(words: FollowUpWords) -> Iterator[Content]:
    yield heading(words.title)
    yield quiet(words.rounds)
    for warning in words.warnings():
        yield Content.assemble(("! ", "bold $warning"), warning)


def _part(part: Part) -> Iterator[Content]:
    yield Content("")
    yield heading(part.title)
    if part.sentence:
        yield Content(part.sentence)
    for point in part.points:
        yield Content.assemble("  ", (point.label, "bold"), f" {point.text}")


def _basket(words: FollowUpWords) -> Iterator[Content]:
    """Say where the needs of the first round stand: the one situation a follow-up names."""
    yield Content("")
    yield heading(words.basket_title)
    head = words.basket_head()
    for row in words.basket():
        counts = zip(head[1:4], (row.wanted, row.in_place, row.needed), strict=True)
        said = " · ".join(f"{name} {count}" for name, count in counts)
        yield Content.assemble("  ", (row.domain, "bold"), f"  {row.situation}")
        yield quiet(f"    {said}")
    yield quiet(words.basket_caption)


def _since_last(results: Results) -> Iterator[Content]:
    """Say what changed since the round just before, when it is not the first one."""
    words = results.wording.since_last
    if words is None:
        return
    yield Content("")
    yield heading(words.since_last)
    for warning in words.warnings():
        yield Content.assemble(("! ", "bold $warning"), warning)
    for part in words.answers():
        yield from _part(part)
