"""« Et si » in words: what would move, today on the left and as it would be on the right."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from assessment.app.results.results import heading, lines, quiet, signs
from assessment.app.sheet_lines import Lines, flowed, side_by_side
from assessment.app.tones import MUTED
from assessment.diagnosis import Diagnosis
from assessment.recommendation import Advice
from assessment.scoring import DOMAINS
from assessment.texts import Texts
from assessment.what_if import Moves
from assessment.wording import Wording

IN_COLUMNS = 52
"""Cells of a line from which before and after stand side by side."""
ARROW = "→"


class MovesWords:
    """Says what moves between two diagnoses, in one language."""

    def __init__(self, moves: Moves, lang: str, t: Texts) -> None:
        self._moves, self._t = moves, t
        self._before, self._after = Wording(lang, moves.before), Wording(lang, moves.after)

    def page(self, width: int) -> Content:
        """Return everything that moves, domain by domain, then in the recommendations and the advice."""
        still = [self._before.domain(domain) for domain in DOMAINS if domain not in self._moves.domains]
        parts = [line for domain in self._moves.domains for line in self._domain(domain, width)]
        if still:
            parts.append(quiet(self._t("what_if.still", domains=", ".join(still))))
        return lines((*parts, *self._recommendations(), *self._advice()))

    def _domain(self, domain: str, width: int) -> Iterator[Content]:
        """Set a domain before and after: signs, situation, counts, coverage."""
        yield heading(self._before.domain(domain))
        today, then = self._t("what_if.today"), self._t("what_if.then")
        before = (today, *self._said(self._moves.before, self._before, domain))
        after = (then, *self._said(self._moves.after, self._after, domain))
        for place, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from self._pair(old, new, width, MUTED if place == 0 else "")
        yield Content("")

    def _pair(self, old: str, new: str, width: int, style: str) -> Lines:
        """Set what is and what would be beside one another; one under the other when there is no room."""
        if width < IN_COLUMNS:
            return [Content.styled(f"  {old}", style), Content.styled(f"→ {new}", style)]
        half = (width - len(ARROW) - 4) // 2
        cells = (flowed(old, half, style), [Content(ARROW)], flowed(new, half, style))
        return side_by_side(cells, (half, len(ARROW), half))

    def _said(self, diagnosis: Diagnosis, wording: Wording, domain: str) -> tuple[str, ...]:
        situation = wording.situation(domain)
        said = f"  {situation.title}" if situation else ""
        return (
            f"{signs(diagnosis.profile.domains[domain])}{said}",
            wording.counts(domain),
            wording.coverage(domain) or "–",
        )

    def _recommendations(self) -> Iterator[Content]:
        """Say what would be done, what would become ready, and what would come among the priorities."""
        moves, t = self._moves, self._t
        if moves.before.basics:
            before, after = moves.basics
            yield quiet(t("what_if.basics", before=before, after=after))
        yield from self._listed(
            "what_if.gone", (self._before.recommendation(one).title for one in moves.gone)
        )
        bands = {one.item: self._before.band(one).title for one in moves.before.recommendations}
        ready = (
            t("what_if.band", title=text.title, before=bands[text.item], after=text.band_title)
            for text in map(self._after.recommendation, moves.ready)
        )
        yield from self._listed("what_if.ready", ready)
        new = (
            one
            for one in (*moves.after.recommendations, *moves.after.basics)
            if one.item in moves.priorities_new
        )
        yield from self._listed("what_if.priorities", (self._after.recommendation(one).title for one in new))

    def _advice(self) -> Iterator[Content]:
        """Say which advice would no longer be given, and which would."""
        moves = self._moves
        yield from self._listed(
            "what_if.advice_gone", _titles(self._before, moves.before.advice, moves.advice_gone)
        )
        yield from self._listed(
            "what_if.advice_new", _titles(self._after, moves.after.advice, moves.advice_new)
        )

    def _listed(self, key: str, said: Iterable[str]) -> Iterator[Content]:
        """Head a list, unless it is empty."""
        found = list(said)
        if found:
            yield heading(self._t(key))
            yield from (Content(f"  · {one}") for one in found)


def _titles(wording: Wording, advice: Iterable[Advice], rules: Iterable[str]) -> Iterator[str]:
    """Return the titles of some advice."""
    wanted = set(rules)
    return (wording.advice(one).title for one in advice if one.rule in wanted)
