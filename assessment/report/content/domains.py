"""One page a domain: where the needs stand, item by item, beside the European respondents."""

from collections.abc import Iterator, Sequence

from assessment.report.content.material import Material
from assessment.report.content.pictures import europe_chart, two_lanes
from assessment.report.content.titles import domain_title
from assessment.report.document import (
    Block,
    Bullets,
    Heading,
    Page,
    Paragraph,
)
from assessment.scoring import DOMAINS


def domains(m: Material) -> Iterator[Page]:
    """Return one page for each domain; one without an answer says so in a few lines."""
    for domain in DOMAINS:
        blocks = (*_where(m, domain), *_left_aside(m, domain), *_beside(m, domain))
        is_answered = m.diagnosis.profile.domains[domain].answered > 0
        yield Page((Heading(1, domain_title(m, domain)), *blocks), fits_one_page=is_answered)


def _where(m: Material, domain: str) -> Iterator[Block]:
    """Say the situation of the needs, always beside the counts."""
    yield Paragraph(m.wording.counts(domain), "lead")
    yield from two_lanes(m, domain)
    situation = m.wording.situation(domain)
    if situation:
        yield Paragraph(situation.sentence, label=m.t("sentence", text=situation.title))
    said = (
        m.wording.on_basket(domain),
        m.wording.coverage(domain),
        m.wording.completeness(domain),
        m.wording.clarity(domain),
    )
    more = " ".join(sentence for sentence in said if sentence)
    if more:
        yield Paragraph(more)


def _left_aside(m: Material, domain: str) -> Iterator[Block]:
    """Name what the chart leaves out: questions still open, and those that were not asked."""
    profile = m.diagnosis.profile.domains[domain]
    for state in ("unanswered", "not_asked"):
        items = getattr(profile, state)
        if items:
            yield Paragraph(", ".join(m.wording.item(item) for item in items), label=m.t(f"domain.{state}"))
    if profile.not_asked:
        yield Paragraph(m.t("domain.why_not_asked"), "note")


def _beside(m: Material, domain: str) -> Iterator[Block]:
    """Set what was answered beside the European answers: nobody should answer with these in view."""
    profile = m.diagnosis.profile.domains[domain]
    items = [
        item.id
        for item in m.diagnosis.questionnaire.items()
        if item.domain == domain and item.id not in (*profile.unanswered, *profile.not_asked)
    ]
    if not items:
        yield Paragraph(m.t("domain.later"), "note")
        return
    yield Heading(2, m.wording.needs_beside_europe(domain))
    yield from _needs_met(m, profile.need)
    yield europe_chart(m, items)
    yield from _notes(m, items)
    yield from _aged(m, items)


def _needs_met(m: Material, items: Sequence[str]) -> Iterator[Block]:
    """Say in words how many of those that shared each need had met it; old figures have their own block."""
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
        yield Paragraph(note, "caption", m.t("sentence", text=", ".join(names)))


def _aged(m: Material, items: Sequence[str]) -> Iterator[Block]:
    """Say which figures are old and why, with what they showed at the time."""
    europe = m.wording.europe_words
    points = []
    for item in items:
        reason = europe.aged(item)
        if reason:
            showed = europe.need_met(m.diagnosis.comparison.items[item])
            text = f"{reason} {showed}" if showed else reason
            points.append(Paragraph(text, label=m.t("sentence", text=m.wording.item(item))))
    if points:
        yield Heading(3, m.t("europe.aged"))
        yield Bullets(tuple(points))
