"""One domain: the situation and why it is called so, then the items by answer beside the European bars."""

from collections.abc import Callable, Iterator, Sequence

from textual.content import Content

from assessment.app.results.item import item_lines
from assessment.app.results.results import GLYPHS, Results, heading, lines, quiet


def domain_page(domain: str) -> Callable[[Results], Content]:
    """Return the page of one domain."""
    return lambda results: lines(
        (*_situation(results, domain), *_items(results, domain), *_sources(results, domain))
    )


def _situation(results: Results, domain: str) -> Iterator[Content]:
    """Say the situation with its counts, the rule behind it, and the uses beside the European average."""
    wording, t = results.wording, results.t
    named, situation = wording.domain(domain), wording.situation(domain)
    yield heading(t("results.domain", domain=named, situation=situation.title) if situation else named)
    yield Content(wording.counts(domain))
    yield quiet(wording.on_basket(domain) or wording.stage_because(domain))
    profile = results.diagnosis.profile.domains[domain]
    said = (
        situation.sentence if situation and profile.outside_ladder else wording.coverage(domain),
        wording.completeness(domain) if profile.answered else "",
        wording.beside_europe(domain),
    )
    yield from (Content(one) for one in said if one)


def _items(results: Results, domain: str) -> Iterator[Content]:
    """Set the items in groups by answer; those that were not asked are only counted."""
    profile = results.diagnosis.profile.domains[domain]
    for state, glyph in GLYPHS.items():
        items: Sequence[str] = getattr(profile, state)
        if items:
            yield Content("")
            yield heading(f"{glyph} {results.t(f'results.group.{state}')}")
        for item in items:
            yield from item_lines(results, item)
    if profile.not_asked:
        yield Content("")
        yield quiet(results.t.count("results.not_asked", len(profile.not_asked)))


def _sources(results: Results, domain: str) -> Iterator[Content]:
    """Say where the study contradicts itself, how to read the bars, and whom the figures are about."""
    profile = results.diagnosis.profile.domains[domain]
    answered = (*profile.use, *profile.need, *profile.no_need, *profile.dont_know)
    if not answered:
        return
    yield Content("")
    concerned: dict[str, list[str]] = {}
    for item in answered:
        for note in results.wording.europe_words.notes(item):
            concerned.setdefault(note, []).append(results.wording.item(item))
    for note, names in concerned.items():
        yield quiet(results.t("results.note", names=", ".join(names), note=note))
    yield quiet(results.t("results.bars"))
    chosen = results.diagnosis.benchmark.populations[results.diagnosis.population]
    if chosen.id != "all":
        yield quiet(results.wording.population_words.lines_caption(chosen))
    yield quiet(results.wording.standing_short)
