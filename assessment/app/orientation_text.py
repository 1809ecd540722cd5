"""The support programmes as they are read on screen; no widget in here."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from assessment.app.tones import MUTED
from assessment.orientation_words import FitText
from assessment.texts import Texts

Part = str | tuple[str, str]


def orientation_text(
    fits: Sequence[FitText], words: Texts, t: Texts, *, folder: str, problems: Sequence[str]
) -> Content:
    """Return the whole page: the papers to make, each programme, then where to add one."""
    parts: list[Part] = [f"{t('orientation.papers')}\n\n", f"{words('intro')}\n"]
    for fit in fits:
        parts.extend(_programme(fit, words))
    parts += [f"\n{words('broken', problem=problem)}\n" for problem in problems]
    parts.append((f"\n{words('own', folder=folder)}", MUTED))
    return Content.assemble(*parts)


def _programme(fit: FitText, words: Texts) -> Iterator[Part]:
    """Yield one programme: verdict, what the answers tell, what it offers, whom to check with."""
    yield f"\n{words(f'glyph.{fit.verdict}')} {fit.heading}\n", "bold"
    yield f"  {' '.join(fit.about)}\n"
    for label, conditions in fit.conditions:
        yield f"  {label}\n"
        yield from (f"    · {condition}\n" for condition in conditions)
    if fit.offers:
        yield f"  {words('label', text=words('offers'))}\n"
        yield from (f"    · {offer}\n" for offer in fit.offers)
    yield f"  {fit.verify}\n", "bold"
    yield f"  {fit.checked}\n", MUTED
    if fit.warning:
        yield f"  {fit.warning}\n"
