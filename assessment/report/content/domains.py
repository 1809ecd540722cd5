"""One page a domain: where the needs stand, item by item, beside the European respondents."""

from collections.abc import Iterator

from assessment.report.content.material import Material
from assessment.report.document import (
    Block,
    Bullets,
    EuropeChart,
    EuropeRow,
    Heading,
    Page,
    Paragraph,
    Segment,
)
from assessment.scoring import DOMAINS
from benchmarks.model import Interval, ItemFigures

GROUPS = ("use", "need", "no_need", "dont_know", "unanswered", "not_asked")
ANSWERS = ("use", "need", "no_need", "dont_know")


def domains(m: Material) -> Iterator[Page]:
    """Return one page for each domain."""
    for domain in DOMAINS:
        blocks = (*_where(m, domain), *_items(m, domain), *_beside(m, domain))
        yield Page((Heading(1, m.wording.domain(domain)), *blocks), fits_one_page=True)


def _where(m: Material, domain: str) -> Iterator[Block]:
    """Say the situation of the needs, always beside the counts."""
    yield Paragraph(m.wording.counts(domain), "lead")
    stage = m.wording.stage(domain)
    yield Paragraph(stage.sentence, label=m.t("sentence", text=stage.title))
    said = (m.wording.coverage(domain), m.wording.completeness(domain), m.wording.clarity(domain))
    more = " ".join(sentence for sentence in said if sentence)
    if more:
        yield Paragraph(more)


def _items(m: Material, domain: str) -> Iterator[Block]:
    profile = m.diagnosis.profile.domains[domain]
    groups = ((state, getattr(profile, state)) for state in GROUPS)
    points = tuple(
        Paragraph(", ".join(m.wording.item(item) for item in items), label=m.t(f"domain.{state}"))
        for state, items in groups
        if items
    )
    yield Heading(2, m.t("domain.items"))
    yield Bullets(points)
    if profile.not_asked:
        yield Paragraph(m.t("domain.why_not_asked"), "note")


def _beside(m: Material, domain: str) -> Iterator[Block]:
    """Set the items beside the European answers."""
    year = m.wording.europe_words.year
    yield Heading(2, m.t("europe.title", year=year))
    sentence = m.wording.beside_europe(domain)
    if sentence:
        yield Paragraph(sentence)
    items = [item for item in m.diagnosis.questionnaire.items() if item.domain == domain]
    yield EuropeChart(
        title=m.t("europe.title", year=year),
        rows=tuple(europe_row(m, item.id) for item in items),
        legend=tuple((state, m.t(f"europe.legend.{state}")) for state in (*ANSWERS, "unpublished")),
        whole=m.wording.europe_words.percent(Interval(100, 100)),
        chance_label=m.t("europe.chance"),
        caption=m.t("europe.caption", year=year, n=m.diagnosis.benchmark.n),
    )
    aged = [(item.id, m.wording.europe_words.aged(item.id)) for item in items]
    points = tuple(
        Paragraph(reason, label=m.t("label", name=m.wording.item(item))) for item, reason in aged if reason
    )
    if points:
        yield Heading(3, m.t("europe.aged"))
        yield Bullets(points)


def europe_row(m: Material, item: str) -> EuropeRow:
    """Return one item of the chart: the organisation's answer, then the published shares."""
    state = m.diagnosis.profile.states[item]
    figures = m.diagnosis.benchmark.item(item)
    segments = _segments(m, figures) if figures else ()
    complete = len(segments) == len(ANSWERS)
    chance = m.diagnosis.comparison.items[item].sampling.get("use")
    return EuropeRow(
        name=m.wording.item(item),
        number=m.wording.number(item),
        state=state,
        answer=m.t("europe.you", answer=state_words(m, item)),
        segments=segments,
        unpublished=None if complete else m.wording.europe_words.percent(None),
        chance=(chance.low, chance.high) if chance and any(s.state == "use" for s in segments) else None,
        base=_base(m, figures),
        sentence=m.wording.europe(item),
    )


def _segments(m: Material, figures: ItemFigures) -> tuple[Segment, ...]:
    """Return the published shares; the part of the bar that is left is what is not published."""
    found = []
    for code in ANSWERS:
        share = figures.shares.get(code)
        box = share.printable if share else None
        if share and box:
            label = m.wording.europe_words.share(share)
            found.append(Segment(code, box.low, box.high, label))
    return tuple(found)


def _base(m: Material, figures: ItemFigures | None) -> str:
    if figures is None or figures.base.low is None:
        return ""
    exact = figures.base.is_exact
    return m.t("europe.base" if exact else "europe.base_about", n=figures.base.low)


def state_words(m: Material, item: str) -> str:
    """Return the organisation's answer to an item in a few words."""
    return m.t(f"state.{m.diagnosis.profile.states[item]}")
