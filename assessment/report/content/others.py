"""The basics, the recommendations that are not priorities, and the advice."""

import re
from collections.abc import Iterator

from assessment.report.content.material import Material
from assessment.report.content.team import basics_by_answer
from assessment.report.content.titles import basics_title, counted_title
from assessment.report.content.todo import A_PAGE, card
from assessment.report.document import Block, Bullets, Column, Heading, Page, Paragraph, Table
from assessment.wording import AdviceText

IN_FULL = 6
"""Pieces of advice printed whole; those that touch a priority first, then in the order of the rules."""


def basics(m: Material) -> Iterator[Page]:
    """Return where the twelve basics stand, outside the study; each answer stands in the annex."""
    if not m.diagnosis.sheet.basics:
        return
    intro = Paragraph(m.t("basics.intro"))
    notice = Paragraph(m.wording.outside_notice, "note")
    yield Page((Heading(1, basics_title(m)), intro, basics_by_answer(m), notice, *_situate(m)))


def _situate(m: Material) -> Iterator[Block]:
    """Set the few dated figures of third parties apart from the answers."""
    ids = [basic.id for basic in m.diagnosis.questionnaire.outside.basics]
    said = [(basic, m.wording.situate(basic)) for basic in ids]
    points = tuple(
        Paragraph(text, label=m.t("sentence", text=m.wording.item(basic))) for basic, text in said if text
    )
    if points:
        yield Heading(2, m.t("basics.situate"))
        yield Bullets(points)


def other_recommendations(m: Material) -> Iterator[Page]:
    """Return what was not kept as a priority, in full: nothing is lost.

    Three stand on a page, like the priorities; what follows stands under the last ones when they are fewer.
    """
    left = [one for item, one in m.recommended.items() if item not in m.diagnosis.priorities]
    if not left:
        return
    cards = tuple(card(m, m.wording.recommendation(one)) for one in left)
    title = counted_title(m, "others.title", len(left))
    head: tuple[Block, ...] = (Heading(1, title), Paragraph(m.t.count("others.intro", len(left))))
    for start in range(0, len(cards), A_PAGE):
        some = cards[start : start + A_PAGE]
        yield Page((*head, *some), fits_one_page=len(some) == A_PAGE)
        head = ()


def advice(m: Material) -> Iterator[Page]:
    """Return the advice the answers call for: the first in full, the others in one line."""
    ordered = sorted(m.diagnosis.advice, key=lambda one: not set(one.about) & set(m.diagnosis.priorities))
    if not ordered:
        return
    texts = [m.wording.advice(one) for one in ordered]
    blocks: list[Block] = [
        Heading(1, counted_title(m, "advice.title", len(texts))),
        Paragraph(" ".join(_order(m, len(texts)))),
    ]
    columns = (Column(m.t("advice.name"), 0.22), Column(m.t("advice.text"), 0.78))
    rows = tuple((text.title, _why_and_how(m, text)) for text in texts[:IN_FULL])
    blocks.append(Table(columns, rows, strong_first=True))
    if texts[IN_FULL:]:
        blocks.append(Heading(2, m.t("advice.rest")))
        blocks.append(Bullets(tuple(_in_one_line(m, text) for text in texts[IN_FULL:])))
    yield Page(tuple(blocks))


def _order(m: Material, number: int) -> Iterator[str]:
    """Say in what order advice comes, and where those in one line are whole."""
    yield m.t.count("advice.beside" if m.priorities else "advice.alone", number)
    if number > IN_FULL:
        yield m.t("advice.first", full=m.t(f"number.{IN_FULL}").lower())


def _why_and_how(m: Material, text: AdviceText) -> str:
    """Return the answers that call for an advice, then what to do and where it comes from."""
    how = m.t("advice.how", text=text.how, source=text.source)
    return m.t("advice.both", why=text.why, how=how)


def _in_one_line(m: Material, text: AdviceText) -> Paragraph:
    """Return the title of an advice, the first thing to do and where it comes from."""
    first = m.t("advice.how", text=_first_sentence(text.how), source=text.source)
    return Paragraph(first, label=m.t("sentence", text=text.title))


def _first_sentence(text: str) -> str:
    """Return a text up to its first full stop, question or exclamation mark followed by a space."""
    end = re.search(r"(?<=[.!?]) ", text)
    return text[: end.start()] if end else text


def programmes(m: Material) -> Iterator[Page]:
    """Return the names of those who may help, each with the date at which what is said was true.

    A programme whose conditions are known stands among the support programmes, and not here again.
    """
    set_apart = {fit.programme.name[m.lang] for fit in m.diagnosis.orientation}
    ids = dict.fromkeys((*m.diagnosis.priorities, *m.recommended))
    known = [one for one in m.wording.programmes(tuple(ids)) if one.name not in set_apart]
    if not known:
        return
    columns = (
        Column(m.t("programmes.name"), 0.28),
        Column(m.t("programmes.text"), 0.57),
        Column(m.t("programmes.date"), 0.15),
    )
    rows = tuple(
        (
            one.name,
            m.t("programmes.known", kind=one.kind[:1].upper() + one.kind[1:], text=one.text),
            m.wording.period(one.true_on),
        )
        for one in known
    )
    intro = Paragraph(m.t("programmes.intro"))
    yield Page((Heading(1, m.t("programmes.title")), intro, Table(columns, rows, strong_first=True)))
