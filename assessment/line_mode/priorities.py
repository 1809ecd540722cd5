"""The priorities: everything recommended, some of it chosen by number in one's own order."""

import re
from collections.abc import Iterator

from assessment.asking.card import Answer, Card
from assessment.line_mode.choosing import read_out, understood
from assessment.line_mode.results import material
from assessment.line_mode.spoken import read_aloud
from assessment.line_mode.typed_answers import digits, value_of
from assessment.line_mode.visit import Visit
from assessment.line_mode.voice import Back, Place
from assessment.recommendation import AT_MOST

_DETAIL = re.compile(r"d\s*(\d{1,2})", re.IGNORECASE)
"""« d 3 »: the third recommendation in full."""


def choose_priorities(visit: Visit) -> None:
    """Say what is recommended, and keep the numbers typed as the priorities, in that order."""
    voice = visit.voice
    offer = _offer(visit)
    if not offer.answers:
        voice.tell("priorities.none")
        return
    place = Place("priorities", lambda: voice.t("prompt.priorities"), lambda: _show(visit))
    _show(visit)
    while line := voice.hear(place):
        if detail := _DETAIL.fullmatch(digits(line)):
            _read_one(visit, int(detail[1]))
            continue
        kept = understood(voice, line, lambda typed: value_of(typed, offer))
        if kept is not None:
            visit.note("priorities", kept)
            break
    _say_kept(visit)


def _offer(visit: Visit) -> Card:
    """Return every recommendation as one question with several answers, the priorities first."""
    m = material(visit)
    first = [item for item in m.diagnosis.priorities if item in m.recommended]
    items = [*first, *(item for item in m.recommended if item not in first)]
    answers = []
    for item in items:
        text = m.wording.recommendation(m.recommended[item])
        key = "priorities.row_kept" if item in first else "priorities.row"
        label = visit.voice.t(key, title=text.title, band=text.band_title)
        answers.append(Answer(item, label))
    return Card("several", "", "", "", answers=tuple(answers), at_most=AT_MOST)


def _show(visit: Visit) -> None:
    """Say every recommendation with its number."""
    voice, offer = visit.voice, _offer(visit)
    was_chosen = visit.diagnosis().priorities_were_chosen
    voice.say("")
    voice.tell("priorities.chosen" if was_chosen else "priorities.proposed")
    for rank, answer in enumerate(offer.answers, start=1):
        voice.number(rank, answer.label)
    voice.tell("priorities.how", n=AT_MOST)


def _say_kept(visit: Visit) -> None:
    """Say the priorities as they stand, in their order."""
    voice, m = visit.voice, material(visit)
    if not m.priorities:
        voice.tell("priorities.kept_none")
        return
    voice.tell("priorities.kept")
    for rank, text in enumerate(m.priorities, start=1):
        voice.number(rank, text.title)


def _read_one(visit: Visit, rank: int) -> None:
    """Read one recommendation in full, as the report has it."""
    items = [answer.code for answer in _offer(visit).answers]
    if not 1 <= rank <= len(items):
        visit.voice.tell("said.not_understood", given=f"d {rank}")
        return
    try:
        read_out(visit.voice, lambda: _whole(visit, str(items[rank - 1])))
    except Back:
        return


def _whole(visit: Visit, item: str) -> Iterator[str]:
    from assessment.report.content.todo import card
    from assessment.report.text import block_lines

    m = material(visit)
    one = m.recommended[item]
    yield from read_aloud(block_lines((card(m, m.wording.recommendation(one)),), m.t("colon")))
    if one.band:
        yield from ("", m.wording.standing_short)
