"""The pictures of the report: every number to draw beside the words that say it."""

from collections.abc import Iterator, Sequence

from assessment.report.content.material import Material
from assessment.report.document import (
    EuropeChart,
    EuropeRow,
    Segment,
    StatePicture,
    StateRow,
    TwoLanes,
)
from assessment.scoring import DOMAINS
from benchmarks.model import Interval, ItemFigures, Share

ANSWERS = ("use", "need", "no_need", "dont_know")
STATES = (*ANSWERS, "unanswered", "not_asked")
"""States of an item, in the order drawn."""


def state_picture(m: Material) -> StatePicture:
    """Return the three domains as squares, one square an item."""
    rows = tuple(_state_row(m, domain) for domain in DOMAINS)
    shown = {state for row in rows for state, _ in row.states}
    states = (*ANSWERS, *(state for state in STATES if state in shown and state not in ANSWERS))
    said = (
        m.t(
            "picture.row" if row.stage else "picture.row_counts",
            name=row.label,
            stage=row.stage,
            counts=row.counts,
        )
        for row in rows
    )
    return StatePicture(
        rows=rows,
        legend=tuple((state, m.t(f"state.{state}")) for state in states),
        alt=" ".join((m.t("picture.states"), *said)),
    )


def _state_row(m: Material, domain: str) -> StateRow:
    """Return one domain as squares, grouped by state so that they can be counted."""
    profile = m.diagnosis.profile.domains[domain]
    situation = m.wording.situation(domain)
    return StateRow(
        label=m.wording.domain(domain),
        states=tuple((state, m.wording.item(item)) for state in STATES for item in getattr(profile, state)),
        stage=situation.title if situation else "",
        counts=m.wording.counts(domain),
    )


def two_lanes(m: Material, domain: str) -> Iterator[TwoLanes]:
    """Yield the uses above the respondents' average; nothing when nothing is answered."""
    expected = m.diagnosis.comparison.domains[domain].expected_use
    sentence = m.wording.beside_europe(domain)
    if expected is None or sentence is None:
        return
    profile = m.diagnosis.profile.domains[domain]
    use, total = len(profile.use), profile.answered
    words = m.wording.europe_words
    count = words.count(expected)
    yield TwoLanes(
        title=m.t.count("lanes.title", total, use=use, count=count, unclear=_unclear(m, domain)),
        your_label=m.t("lanes.you"),
        your_value=m.t.count("lanes.use", use),
        use=use,
        europe_label=m.t("lanes.europe"),
        europe_value=m.t("lanes.average", count=count),
        low=expected.low,
        high=min(expected.high, total),
        total=total,
        axis=m.t.count("lanes.axis", total),
        caption=m.wording.lanes_caption(domain),
        sentence=sentence,
    )


def _unclear(m: Material, domain: str) -> str:
    """Return « (sans compter vos 2 « je ne sais pas ») » when some items counted may be in use or not."""
    number = len(m.diagnosis.profile.domains[domain].dont_know)
    return m.t.count("lanes.unclear", number) if number else ""


def europe_chart(m: Material, items: Sequence[str]) -> EuropeChart:
    """Return the items of one domain beside the European respondents."""
    year, n = m.wording.europe_words.year, m.diagnosis.benchmark.n
    rows = tuple(europe_row(m, item) for item in items)
    said = (
        m.t("picture.item", name=row.name, number=row.number, answer=row.answer, figures=row.figures)
        for row in rows
    )
    return EuropeChart(
        rows=rows,
        legend=tuple((state, m.t(f"europe.legend.{state}")) for state in (*ANSWERS, "unpublished")),
        whole=m.wording.europe_words.percent(Interval(100, 100)),
        chance_label=m.t("europe.chance"),
        chance_note=m.t("europe.chance_note"),
        caption=" ".join(_caption(m, items)),
        alt=" ".join((m.t("picture.europe", year=year, n=n), *said)),
    )


def _caption(m: Material, items: Sequence[str]) -> Iterator[str]:
    """Yield what is drawn, by whom, when; « n ≈ » and the star are explained only where there is one."""
    found = [figures for item in items if (figures := m.diagnosis.benchmark.item(item))]
    is_about = any(not figures.base.is_exact for figures in found)
    known = {"year": m.wording.europe_words.year, "n": m.diagnosis.benchmark.n}
    yield m.t("europe.caption_about" if is_about else "europe.caption", **known)
    if any(not share.variants for figures in found for share in _published(figures)):
        yield m.t("europe.star")


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
        nobody=tuple((share.answer, _nobody(m, share)) for share in published if _is_nothing(share)),
        chance=(chance.low, chance.high) if chance else None,
        chance_range=m.wording.europe_words.percent(chance) if chance else "",
        base=_base(m, figures),
        sentence=m.wording.europe(item),
        figures=_figures(m, figures, published, chance),
    )


def _published(figures: ItemFigures) -> tuple[Share, ...]:
    """Return the published shares; the part of the bar that is left is what is not published."""
    found = (figures.shares.get(code) for code in ANSWERS)
    return tuple(share for share in found if share and share.printable)


def _segment(m: Material, share: Share) -> Segment:
    printed = m.wording.europe_words.share(share)
    if share.variants:
        return Segment(share.answer, share.variants[0].value, printed)
    return Segment(share.answer, (share.box.low + share.box.high) / 2, m.t("europe.derived", share=printed))


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


def _figures(
    m: Material, figures: ItemFigures | None, published: Sequence[Share], chance: Interval | None
) -> str:
    """Return every number of a row in words: shares, what chance alone would do, base."""
    words = m.wording.europe_words
    shown = {share.answer: share for share in published}
    said = [
        m.t(
            f"picture.share.{code}",
            share=words.share(shown[code]) + words.remark(shown[code])
            if code in shown
            else words.percent(None),
        )
        for code in ANSWERS
    ]
    if chance is not None:
        said.append(m.t("picture.chance", range=words.percent(chance)))
    base = _base(m, figures)
    return m.t("sentence", text=", ".join((*said, base) if base else said))
