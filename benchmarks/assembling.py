"""From the lines of one question to its shares: box, hull of a contradiction, tightening, words to print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.intervals import admissible_pairs
from benchmarks.model import (
    Base,
    Conflict,
    Figure,
    Interval,
    ItemFigures,
    Population,
    PublishedValue,
    Reliability,
    Share,
    Status,
    Withheld,
)
from benchmarks.tables import ItemRow, PackFile, ShareRow
from benchmarks.tightening import NOT_PUBLISHED, InconsistentError, hull, published_box, tighten
from questionnaire.loading import ContentError


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a pack other than the shares."""

    pack: PackFile
    items: Mapping[str, ItemRow]
    populations: Mapping[str, Population]
    conflicts: Mapping[str, Conflict]
    figures: tuple[Figure, ...]
    printed: Mapping[tuple[str, str, str], tuple[Figure, ...]]
    """Percentages printed by the study, by item, answer and population."""

    def answers(self, item: str) -> tuple[str, ...]:
        """Return the answer codes of a question, in the order of the number keys."""
        return self.pack.scales[self.items[item].scale]

    def totals(self, item: str) -> dict[str, tuple[str, ...]]:
        """Return the sums of answers that make sense for a question, with the answers they add."""
        answers = set(self.answers(item))
        return {code: parts for code, parts in self.pack.totals.items() if set(parts) <= answers}

    def codes(self, item: str) -> tuple[str, ...]:
        """Return every code a share of this question may have."""
        return (*self.answers(item), *self.totals(item))

    def base(self, population: str, item: str) -> Base:
        """Return the base of a question in a population."""
        group = self.populations[population]
        return group.cooperated if self.items[item].asked_of == "cooperated" else group.base

    def main_conflict(self, row: ShareRow) -> Conflict | None:
        """Return the contradiction that matters most for a share: a hull, then one with a sentence."""
        found = [self.conflicts[name] for name in row.conflicts]
        by_weight = sorted(found, key=lambda conflict: (conflict.effect != "hull", conflict.note is None))
        return by_weight[0] if by_weight else None


def item_figures(sources: Sources, population: str, item: str, rows: Mapping[str, ShareRow]) -> ItemFigures:
    """Return the figures of one question in one population.

    Raises ContentError when the published figures cannot add up or when no count of the base gives one.
    """
    answers, totals = sources.answers(item), _followed_totals(sources, item, rows)
    raw = {code: _raw_box(sources, rows.get(code)) for code in (*answers, *totals)}
    boxes = _tightened(raw, answers, totals, rows, f"shares.csv: {item} ({population})")
    base = _own_base(rows.values()) or sources.base(population, item)
    reliability = _reliability(sources, base, rows.values())
    shares = {}
    for code in (*answers, *totals):
        row, status = rows.get(code), _status(code, answers, totals, rows)
        if row is not None and row.status == "stated":
            _check_possible(raw[code], base, row)
        withheld: Withheld | None = "base_too_small" if reliability == "hidden" else None
        shares[code] = _share(sources, code, row, status, (raw[code], boxes[code]), withheld)
    return ItemFigures(
        item=item,
        population=population,
        base=base,
        section=sources.items[item].section,
        shares={code: shares[code] for code in answers},
        totals={code: shares[code] for code in totals},
        reliability=reliability,
        of_cooperated=sources.items[item].asked_of == "cooperated",
    )


def _own_base(rows: Iterable[ShareRow]) -> Base | None:
    """Return the base printed beside the shares of a question; None where a pack gives that of the group."""
    sizes = {row.base for row in rows if row.base is not None}
    return Base(min(sizes), max(sizes)) if sizes else None


def _followed_totals(sources: Sources, item: str, rows: Mapping[str, ShareRow]) -> dict[str, tuple[str, ...]]:
    """Return the sums of answers that are printed or follow; the others say nothing."""
    answers, totals = sources.answers(item), sources.totals(item)
    return {
        code: parts
        for code, parts in totals.items()
        if _status(code, answers, totals, rows) != "not_published"
    }


def _raw_box(sources: Sources, row: ShareRow | None) -> Interval:
    """Return the box of a line before tightening (METHOD §2)."""
    if row is None or row.status == "not_published":
        return NOT_PUBLISHED
    if row.low is not None or row.high is not None:
        return Interval(row.low or 0.0, 100.0 if row.high is None else row.high)
    if row.value is None:
        return NOT_PUBLISHED
    conflict = sources.main_conflict(row)
    if conflict is None or conflict.effect != "hull":
        return published_box(row.value)
    if row.value not in conflict.hull:
        raise ContentError(
            f"conflicts.toml: {conflict.id}: hull = {list(conflict.hull)} does not hold "
            f"the value {row.value:g} of {row.item} {row.answer} in shares.csv"
        )
    return hull(published_box(value) for value in conflict.hull)


def _tightened(
    raw: Mapping[str, Interval],
    answers: tuple[str, ...],
    totals: Mapping[str, tuple[str, ...]],
    rows: Mapping[str, ShareRow],
    place: str,
) -> dict[str, Interval]:
    """Tighten the boxes of one question; an impossible sum names the figures that collide."""
    try:
        return tighten(
            {code: raw[code] for code in answers},
            {code: (parts, raw[code]) for code, parts in totals.items()},
        )
    except InconsistentError as error:
        given = [name for name in error.names if name in rows and rows[name].status != "not_published"]
        named = " and ".join(f"{name} = {_words(rows[name])}" for name in given)
        raise ContentError(f"{place}: {named} cannot stand together: {error}") from None


def _words(row: ShareRow) -> str:
    """Return a line's value as it would be read aloud."""
    if row.value is not None:
        return f"{row.value:g} %"
    return row.status if row.low is None else f"{row.low:g} to {row.high:g} %"


def _status(
    code: str,
    answers: tuple[str, ...],
    totals: Mapping[str, tuple[str, ...]],
    rows: Mapping[str, ShareRow],
) -> Status:
    """Return the status of a share; a sum nobody printed is derived when its parts or its rest are known."""
    if code in rows:
        return rows[code].status
    parts = totals.get(code, ())
    rest = tuple(answer for answer in answers if answer not in parts)
    for side in (parts, rest):
        if side and all(_is_known(rows.get(part)) for part in side):
            return "derived"
    return "not_published"


def _is_known(row: ShareRow | None) -> bool:
    """Say whether a share is printed, or follows without turning a share among users around."""
    return row is not None and row.status in ("stated", "derived") and not row.reversed


def _share(
    sources: Sources,
    code: str,
    row: ShareRow | None,
    status: Status,
    boxes: tuple[Interval, Interval],
    withheld: Withheld | None,
) -> Share:
    """Return one share with everything that may be said beside it."""
    raw, box = boxes
    if row is None:
        return Share(code, box, raw, status, withheld=withheld)
    conflict, is_stated = sources.main_conflict(row), status == "stated"
    return Share(
        answer=code,
        box=box,
        raw=raw,
        status=status,
        published=_published(sources, row) if is_stated else (),
        derivation=row.derivation,
        note=conflict.note if conflict and is_stated else None,
        conflict=conflict.id if conflict else None,
        is_hull=is_stated and conflict is not None and conflict.effect == "hull",
        withheld="reversed" if row.reversed else withheld,
    )


def _published(sources: Sources, row: ShareRow) -> tuple[PublishedValue, ...]:
    """Return every printed value of a share, the headline first, then in the order of the study."""
    found = sources.printed.get((row.item, row.answer, row.population), ())
    by_weight = sorted(found, key=lambda figure: (figure.value != row.value, not figure.headline))
    return tuple(
        PublishedValue(figure.value, figure.section, figure.layer, figure.value == row.value, figure.id)
        for figure in by_weight
        if figure.value is not None
    )


def _check_possible(box: Interval, base: Base, row: ShareRow) -> None:
    """Refuse a percentage that no count of its base can give."""
    if base.high is not None and next(admissible_pairs(box, base), None) is None:
        raise ContentError(
            f"shares.csv: {row.item} ({row.population}): {row.answer} = {row.value:g} % is impossible: "
            f"no count among {base.low} to {base.high} respondents gives it"
        )


def _reliability(sources: Sources, base: Base, rows: Iterable[ShareRow]) -> Reliability:
    """Return the reliability of a base, at best indicative when a contradiction says so."""
    doubtful = any(sources.conflicts[name].indicative for row in rows for name in row.conflicts)
    return "indicative" if doubtful and base.reliability == "ok" else base.reliability
