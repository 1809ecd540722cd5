"""Where one is and what comes next, in words: the aim, the three domains, the priorities, the team."""

import textwrap
from collections.abc import Iterator

from textual.content import Content

from assessment.app.results.results import GLYPHS, Results, heading, lines, quiet, signs
from assessment.app.tones import MUTED
from assessment.recommendation import PROPOSED
from assessment.scoring import DOMAINS
from questionnaire.routing import is_short_so_far
from questionnaire.typography import NO_BREAK

NAMED = 2
"""Questions for the team named here; all of them stand on their own page."""
LONGEST_AIM = 200
"""Characters of the aim; the whole of it stands in the document."""
IN_COLUMNS = 60
"""Cells from which signs and situation stand beside the name of a domain."""


def overview(results: Results) -> Content:
    """Return the page: two screens of a small terminal at most."""
    return lines((*_length(results), *_aim(results), *_where(results), *_next(results), *_team(results)))


def _length(results: Results) -> Iterator[Content]:
    """Say that only the short version has been answered so far."""
    diagnosis = results.diagnosis
    if is_short_so_far(diagnosis.questionnaire, diagnosis.sheet) and not diagnosis.is_blank:
        yield quiet(results.t("results.short"))
        yield Content("")


def _aim(results: Results) -> Iterator[Content]:
    aim = results.diagnosis.sheet.aim
    if aim:
        words = textwrap.shorten(aim, LONGEST_AIM, placeholder="…")
        yield Content.assemble(
            (results.t("results.aim"), "bold"), f"  {results.t('results.quoted', words=words)}"
        )
        yield Content("")


def _where(results: Results) -> Iterator[Content]:
    """Say of each domain its situation, its counts, the rule behind the words, and what comes next."""
    wording = results.wording
    yield Content.assemble((results.t("results.where"), "bold"), (f"  {_legend(results)}", MUTED))
    names = {domain: wording.domain(domain) for domain in DOMAINS}
    longest = max(map(len, names.values())) + 2 if results.width >= IN_COLUMNS else 0
    for domain in DOMAINS:
        situation = wording.situation(domain)
        yield Content.assemble(
            (f"{names[domain]}  ".ljust(longest), "bold"),
            (signs(results.diagnosis.profile.domains[domain]), "$primary"),
            (f"  {situation.title}" if situation else "", "bold"),
        )
        yield quiet(f"  {wording.counts(domain)}")
        since = wording.since_first
        reason = since.on_basket_short(domain) if since else wording.stage_because(domain)
        yield quiet(f"  {reason}")
        yield Content.assemble(
            "  ", (results.t("results.further.label"), "bold"), f" {_further(results, domain)}"
        )


def _legend(results: Results) -> str:
    """Say what each sign stands for, those that are shown below alone."""
    profiles = [results.diagnosis.profile.domains[domain] for domain in DOMAINS]
    shown = (state for state in GLYPHS if any(getattr(profile, state) for profile in profiles))
    return "  ".join(f"{GLYPHS[state]}{NO_BREAK}{results.t(f'results.sign.{state}')}" for state in shown)


def _further(results: Results, domain: str) -> str:
    """Return the next concrete thing of a domain: a first step, a question for the team, never a figure."""
    diagnosis, wording, t = results.diagnosis, results.wording, results.t
    profile = diagnosis.profile.domains[domain]
    first = next((one for one in diagnosis.recommendations if one.item in profile.need), None)
    if first is not None:
        text = wording.recommendation(first)
        if first.item in diagnosis.priorities:
            rank = diagnosis.priorities.index(first.item) + 1
            return t("results.further.priority", title=text.title, rank=rank)
        return t("results.further.step", item=wording.item(first.item), step=text.first_step)
    unclear = [item for item in diagnosis.to_clarify if item in profile.dont_know]
    if unclear:
        return t("results.further.ask", item=wording.item(unclear[0]))
    if profile.unanswered:
        return t.count("results.further.answer", len(profile.unanswered))
    return t("results.further.nothing")


def _next(results: Results) -> Iterator[Content]:
    """Say the priorities and the first step of the first ones, or why there is none."""
    nothing = results.wording.no_priority()
    yield Content("")
    yield heading(nothing.title if nothing else results.t("results.next"))
    if nothing:
        yield Content(f"  {nothing.sentence}")
    found, priorities = results.recommended(), results.diagnosis.priorities
    with_step = PROPOSED if len(priorities) <= PROPOSED else 1  # two screens at most
    for rank, item in enumerate(priorities, start=1):
        text = results.wording.recommendation(found[item])
        band = text.band_title.lower() if found[item].band else results.t("results.basic_band")
        yield Content.assemble((f"  {rank} ", "bold $accent"), (text.title, "bold"), f" — {band}")
        if rank <= with_step:
            yield Content(f"    {text.first_step}")
    if not nothing and not results.diagnosis.priorities_were_chosen:
        yield quiet(f"  {results.t('results.proposed')}")


def _team(results: Results) -> Iterator[Content]:
    """Name the first questions for the team; nothing when every answer is known."""
    unknown = (*results.diagnosis.to_clarify, *results.diagnosis.basics_to_clarify)
    if not unknown:
        return
    names = ", ".join(results.wording.item(item) for item in unknown[:NAMED])
    if len(unknown) > NAMED:
        names = results.t.count("results.more_names", len(unknown) - NAMED, names=names)
    yield Content("")
    yield Content.assemble(
        (results.t("results.page.team"), "bold"),
        f"  ? {names}",
        (f" {results.t('results.team_page')}", MUTED),
    )
