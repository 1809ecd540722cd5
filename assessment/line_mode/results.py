"""The results, one short page at a time: the same words as the report, read aloud."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assessment.line_mode.choosing import chosen, read_out
from assessment.line_mode.spoken import read_aloud
from assessment.line_mode.visit import Visit
from assessment.line_mode.voice import Back
from assessment.scoring import DOMAINS

if TYPE_CHECKING:
    from assessment.report.content.material import Material
    from assessment.report.document import Block, Page

PAGES = ("brief", "basics", *DOMAINS, "team", "advice", "orientation", "programmes", "method", "glossary")
FOLLOWUP = "followup"
"""What changed since the first round: the first page of a later one."""
BESIDE_EUROPE = ("brief", *DOMAINS, "team", "glossary")
"""Pages that name Europe, and end with the standing sentence."""


def results(visit: Visit) -> None:
    """Offer the pages until the person has read enough."""
    voice = visit.voice
    default = 1
    pages = (FOLLOWUP, *PAGES) if visit.session.earlier else PAGES
    while True:

        def labels() -> list[str]:
            return [voice.t(f"results.page.{page}") for page in pages] + [voice.t("results.done")]

        def intro() -> None:
            voice.say("")
            voice.tell("results.intro")

        rank = chosen(voice, "results", labels, intro=intro, default=default, are_known=default > 1)
        if rank > len(pages):
            return
        try:
            say_page(visit, pages[rank - 1])
        except Back:
            continue
        default = rank + 1


def say_page(visit: Visit, page: str) -> None:
    """Read one page out."""
    voice = visit.voice
    voice.say("")
    if not _said(visit, page):
        voice.tell(f"results.empty.{page}")
    else:
        read_out(voice, lambda: _said(visit, page))


def _said(visit: Visit, page: str) -> list[str]:
    """Return one page in the language of the moment, with the standing sentence where Europe is named."""
    m = material(visit)
    lines = list(page_lines(m, page))
    return [*lines, "", m.wording.standing_short] if lines and page in BESIDE_EUROPE else lines


def material(visit: Visit) -> "Material":
    """Return what the report is made from, in the language of the moment."""
    from assessment.report.content.material import Material
    from assessment.texts import texts
    from assessment.wording import Wording

    diagnosis, lang = visit.diagnosis(), visit.voice.lang
    return Material(
        diagnosis, Wording(lang, diagnosis), texts("report", lang), visit.today, plan=visit.plan()
    )


def page_lines(m: "Material", page: str) -> Iterable[str]:
    """Return one page of the results as it is read aloud; nothing when there is nothing to say."""
    from assessment.report.text import block_lines

    if page == "advice":
        return _advice(m)
    return read_aloud(block_lines(_blocks(m, page), m.t("colon")))


def _advice(m: "Material") -> Iterator[str]:
    """Read every piece of advice whole: the report cuts those that find no room on its page."""
    from assessment.report.content.titles import counted_title

    ordered = sorted(m.diagnosis.advice, key=lambda one: not set(one.about) & set(m.diagnosis.priorities))
    if ordered:
        yield counted_title(m, "advice.title", len(ordered))
    for one in ordered:
        text = m.wording.advice(one)
        yield from ("", text.title, text.why, text.how, text.source)


def _blocks(m: "Material", page: str) -> "tuple[Block, ...]":
    """Return the blocks of the report that make one page of the results."""
    from assessment.report.content import domains, method, orientation, others, team
    from assessment.report.content.followup import followup
    from assessment.report.content.front import front

    if page == "brief":
        return front(m).blocks[1:]  # the first one is the title: the person knows who they are
    if page in DOMAINS:
        return list(domains.domains(m))[DOMAINS.index(page)].blocks
    makers: dict[str, Callable[[Material], Iterable[Page]]] = {
        FOLLOWUP: followup,
        "basics": others.basics,
        "team": team.team,
        "orientation": orientation.orientation,
        "programmes": others.programmes,
        "method": lambda m: (method.method(m),),
        "glossary": method.glossary,
    }
    return tuple(_without_blanks(block) for one in makers[page](m) for block in one.blocks)


def _without_blanks(block: "Block") -> "Block":
    """Return a table without the cells left to be filled in by hand: nobody writes in what they hear."""
    from assessment.report.document import Table

    return replace(block, fill_in=False) if isinstance(block, Table) else block
