"""One page a domain: where the needs stand, item by item, beside the European respondents."""

from collections.abc import Iterator, Sequence

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
from benchmarks.model import Interval, ItemFigures, Share

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
    items = [item.id for item in m.diagnosis.questionnaire.items() if item.domain == domain]
    yield from _needs_met(m, items)
    yield EuropeChart(
        title=m.t("europe.title", year=year),
        rows=tuple(europe_row(m, item) for item in items),
        legend=tuple((state, m.t(f"europe.legend.{state}")) for state in (*ANSWERS, "unpublished")),
        whole=m.wording.europe_words.percent(Interval(100, 100)),
        chance_label=m.t("europe.chance"),
        caption=m.t("europe.caption", year=year, n=m.diagnosis.benchmark.n),
    )
    yield from _notes(m, items)
    yield from _aged(m, items)


def _needs_met(m: Material, items: Sequence[str]) -> Iterator[Block]:
    """Say in words how many of those that wanted each item had it; old figures have their own block."""
    europe = m.wording.europe_words
    names = {item: m.wording.item(item) for item in items}
    fresh = [m.diagnosis.comparison.items[item] for item in items if europe.aged(item) is None]
    said = tuple(europe.needs_met(names, fresh))
    if said:
        yield Bullets.of(said)


def _notes(m: Material, items: Sequence[str]) -> Iterator[Block]:
    """Say where the study contradicts itself on the figures drawn, once for the items it concerns."""
    concerned: dict[str, list[str]] = {}
    for item in items:
        for note in m.wording.europe_words.notes(item):
            concerned.setdefault(note, []).append(m.wording.item(item))
    for note, names in concerned.items():
        yield Paragraph(note, "caption", m.t("label", name=", ".join(names)))


def _aged(m: Material, items: Sequence[str]) -> Iterator[Block]:
    """Say which figures are old and why, with what they showed at the time."""
    europe = m.wording.europe_words
    points = []
    for item in items:
        reason = europe.aged(item)
        if reason:
            showed = europe.need_met(m.diagnosis.comparison.items[item])
            text = f"{reason} {showed}" if showed else reason
            points.append(Paragraph(text, label=m.t("label", name=m.wording.item(item))))
    if points:
        yield Heading(3, m.t("europe.aged"))
        yield Bullets(tuple(points))


def europe_row(m: Material, item: str) -> EuropeRow:
    """Return one item of the chart: the organisation's answer, then the published shares."""
    state = m.diagnosis.profile.states[item]
    figures = m.diagnosis.benchmark.item(item)
    published = _published(figures) if figures else ()
    chance = m.diagnosis.comparison.items[item].sampling.get("use")
    return EuropeRow(
        name=m.wording.item(item),
        number=m.wording.number(item),
        state=state,
        answer=m.t("europe.you", answer=state_words(m, item)),
        segments=tuple(_segment(m, share) for share in published if not _is_nothing(share)),
        unpublished=None if len(published) == len(ANSWERS) else m.wording.europe_words.percent(None),
        nobody=", ".join(_nobody(m, share) for share in published if _is_nothing(share)) or None,
        chance=(chance.low, chance.high) if chance else None,
        base=_base(m, figures),
        sentence=m.wording.europe(item),
    )


def _published(figures: ItemFigures) -> tuple[Share, ...]:
    """Return the published shares; the part of the bar that is left is what is not published."""
    found = (figures.shares.get(code) for code in ANSWERS)
    return tuple(share for share in found if share and share.printable)


def _segment(m: Material, share: Share) -> Segment:
    return Segment(share.answer, share.box.low, share.box.high, m.wording.europe_words.share(share))


def _is_nothing(share: Share) -> bool:
    """Say whether a share is printed as none or practically none: nothing to draw."""
    return any(value.value == 0 for value in share.variants)


def _nobody(m: Material, share: Share) -> str:
    """Return « « oui » : aucun »."""
    return m.t(f"europe.none.{share.answer}", share=m.wording.europe_words.share(share))


def _base(m: Material, figures: ItemFigures | None) -> str:
    if figures is None or figures.base.low is None:
        return ""
    exact = figures.base.is_exact
    return m.t("europe.base" if exact else "europe.base_about", n=figures.base.low)


def state_words(m: Material, item: str) -> str:
    """Return the organisation's answer to an item in a few words."""
    return m.t(f"state.{m.diagnosis.profile.states[item]}")
