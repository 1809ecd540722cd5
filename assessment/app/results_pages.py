"""The pages of the results as words and bars; every judgement comes from Wording, no figure is made here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from assessment.app.tones import MUTED
from assessment.diagnosis import Diagnosis
from assessment.scoring import DOMAINS, DomainProfile
from assessment.texts import Texts
from assessment.wording import Wording
from benchmarks.model import Interval
from questionnaire.routing import is_short_so_far

GLYPHS = {"use": "●", "need": "○", "no_need": "·", "dont_know": "?", "unanswered": "_"}
"""One sign a state, always beside its word."""
BAR_WIDTH = 20
BASIC_CODES = ("fine", "improve", "need", "no_need", "dont_know")

Part = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Results:
    """One diagnosis and its words in the language of the moment."""

    diagnosis: Diagnosis
    wording: Wording
    t: Texts


def overview(results: Results) -> Content:
    """Return where one is and what comes next: the aim, the three domains, the priorities."""
    diagnosis, wording, t = results.diagnosis, results.wording, results.t
    parts: list[Part] = []
    if is_short_so_far(diagnosis.questionnaire, diagnosis.sheet) and not diagnosis.is_blank:
        parts.append((f"{t('results.short')}\n\n", MUTED))
    if diagnosis.sheet.aim:
        parts += [(f"{t('results.aim')}\n", "bold"), f"{t('results.quoted', words=diagnosis.sheet.aim)}\n\n"]
    parts.append((f"{t('results.where')}\n", "bold"))
    for domain in DOMAINS:
        stage = wording.stage(domain)
        parts += [
            f"{wording.domain(domain):<24} ",
            (_signs(diagnosis.profile.domains[domain]), "$primary"),
            (f"  {stage.title}\n", "bold"),
            (f"    {wording.counts(domain)}\n", MUTED),
        ]
    parts += [
        (f"\n{t('results.next')}\n", "bold"),
        *_next(results),
        (f"\n{t('results.signs')}\n", MUTED),
    ]
    return Content.assemble(*parts)


def _next(results: Results) -> list[Part]:
    """Return the titles of the priorities, or the words for none."""
    found = {one.item: one for one in (*results.diagnosis.recommendations, *results.diagnosis.basics)}
    chosen = [results.wording.recommendation(found[item]) for item in results.diagnosis.priorities]
    if not chosen:
        return [f"{results.t('priorities.blank' if results.diagnosis.is_blank else 'results.no_priority')}\n"]
    lines: list[Part] = []
    for number, text in enumerate(chosen, start=1):
        lines += [(f" {number}  ", "bold $accent"), f"{text.title} — {text.band_title.lower()}\n"]
    return lines


def _signs(profile: DomainProfile) -> str:
    """Return one sign an item, used first."""
    return "".join(sign * len(getattr(profile, state)) for state, sign in GLYPHS.items())


def domain_page(domain: str) -> Callable[[Results], Content]:
    """Return the page of one domain."""
    return lambda results: _domain(results, domain)


def _domain(results: Results, domain: str) -> Content:
    """Return a domain: situation in words with its counts, then the items by answer beside Europe."""
    wording, t = results.wording, results.t
    stage, profile = wording.stage(domain), results.diagnosis.profile.domains[domain]
    said = (wording.coverage(domain), wording.completeness(domain), wording.beside_europe(domain))
    parts: list[Part] = [
        (f"{t('results.domain', domain=wording.domain(domain), situation=stage.title)}\n", "bold"),
        f"{wording.counts(domain)}\n{stage.sentence}\n",
        *(f"{sentence}\n" for sentence in said if sentence),
    ]
    for state in GLYPHS:
        parts += _group(results, state, getattr(profile, state))
    if profile.not_asked:
        parts.append((f"\n{t.count('results.not_asked', len(profile.not_asked))}\n", MUTED))
    parts.append((f"\n{t('results.bars')}\n{wording.standing_short}", MUTED))
    return Content.assemble(*parts)


def _group(results: Results, state: str, items: Sequence[str]) -> list[Part]:
    """Return the items that share an answer, each with its bar and the European figure in words.

    A question still open gets no figure: nobody should answer with Europe before their eyes.
    """
    if not items:
        return []
    parts: list[Part] = [(f"\n{GLYPHS[state]} {results.t(f'results.group.{state}')}\n", "bold")]
    for item in items:
        parts += [f"  {results.wording.item(item)}\n"]
        if state == "unanswered":
            continue
        shares = results.diagnosis.comparison.items[item].shares
        drawn = bar(shares.get("use"), shares.get("need"))
        if drawn:
            parts += [("  ", ""), (drawn, "$primary"), "\n"]
        parts.append((f"  {results.wording.europe(item)}\n", MUTED))
    return parts


def bar(use: Interval | None, need: Interval | None) -> str:
    """Draw the share that used (full) and needed (shaded); empty when the study prints no share."""
    if use is None:
        return ""
    full = _cells(use)
    shaded = _cells(need) if need is not None else 0
    return "█" * full + "▒" * shaded + "·" * max(0, BAR_WIDTH - full - shaded)


def _cells(share: Interval) -> int:
    return round((share.low + share.high) / 200 * BAR_WIDTH)


def basics(results: Results) -> Content:
    """Return the twelve basics by answer; no European figure exists for them."""
    diagnosis, wording, t = results.diagnosis, results.wording, results.t
    parts: list[Part] = [(f"{t('results.page.basics')}\n", "bold"), f"{t('results.basics_intro')}\n"]
    answered = diagnosis.sheet.basics
    for code in BASIC_CODES:
        found = [
            basic.id for basic in diagnosis.questionnaire.outside.basics if answered.get(basic.id) == code
        ]
        if found:
            parts.append((f"\n{t(f'results.basic.{code}')}\n", "bold"))
            parts += [f"  {wording.item(basic)}\n" for basic in found]
    if not answered:
        parts.append(f"\n{t('results.basics_none')}\n")
    parts.append((f"\n{wording.outside_notice}", MUTED))
    return Content.assemble(*parts)


def team(results: Results) -> Content:
    """Return what to ask the team: what nobody knew, and what may be worth a second look."""
    diagnosis, wording, t = results.diagnosis, results.wording, results.t
    unknown = (*diagnosis.to_clarify, *diagnosis.basics_to_clarify)
    parts: list[Part] = [(f"{t('results.page.team')}\n", "bold")]
    parts.append(f"{t('results.team_intro' if unknown else 'results.team_none')}\n")
    parts += [f"\n ? {_question(diagnosis, item, wording)}" for item in unknown]
    if diagnosis.second_looks:
        parts.append((f"\n\n{t('results.second_looks')}\n", "bold"))
        for item in diagnosis.second_looks:
            parts += [f"\n {wording.item(item)}\n", (f" {wording.second_look(item)}\n", MUTED)]
        parts.append((f"\n{wording.standing_short}", MUTED))
    return Content.assemble(*parts)


def _question(diagnosis: Diagnosis, item: str, wording: Wording) -> str:
    """Return the wording of a question, to be read out to the team."""
    questionnaire = diagnosis.questionnaire
    if any(basic.id == item for basic in questionnaire.outside.basics):
        return questionnaire.basic(item).wording[wording.lang]
    if item == "ai_rules":
        return questionnaire.outside.question(item).wording[wording.lang]
    return questionnaire.question(item).wording[wording.lang]


def advice(results: Results) -> Content:
    """Return the advice the answers call for, each with its source."""
    t = results.t
    parts: list[Part] = [(f"{t('results.page.advice')}\n", "bold")]
    if not results.diagnosis.advice:
        parts.append(t("results.advice_none"))
    for one in results.diagnosis.advice:
        text = results.wording.advice(one)
        parts += [
            (f"\n{text.title}\n", "bold"),
            f"{text.why}\n{text.how}\n",
            (f"{text.source}\n", MUTED),
        ]
    return Content.assemble(*parts)


def opinions(results: Results) -> Content:
    """Return the opinions as they were given; they change no result."""
    diagnosis, wording, t = results.diagnosis, results.wording, results.t
    parts: list[Part] = [(f"{t('results.page.opinions')}\n", "bold"), f"{t('results.opinions_intro')}\n"]
    for question, code in diagnosis.opinions.items():
        parts += [
            f"\n {wording.item(question)}\n",
            ("   " + wording.answer(question, code), "$primary"),
            "\n",
        ]
    if not diagnosis.opinions:
        parts.append(f"\n{t('results.opinions_none')}")
    return Content.assemble(*parts)


def method(results: Results) -> Content:
    """Return how the words are chosen and where the figures come from."""
    t = results.t
    return Content.assemble(
        (f"{t('results.page.method')}\n\n", "bold"),
        f"{t('results.method')}\n\n",
        results.wording.standing_long,
    )


PAGES: dict[str, Callable[[Results], Content]] = {
    "overview": overview,
    "basics": basics,
    "platforms": domain_page("platforms"),
    "technologies": domain_page("technologies"),
    "cooperation": domain_page("cooperation"),
    "team": team,
    "advice": advice,
    "opinions": opinions,
    "method": method,
}
"""Pages 1 to 9."""
