"""The words of the help page, part by part; no widget in here."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content

from assessment.app.desk import Desk
from assessment.app.key_line import key_words
from assessment.app.presenting import shown_path
from assessment.app.tones import MUTED
from assessment.texts import Texts
from questionnaire.typography import NO_BREAK

PARTS = ("page", "words", "data", "study")
"""Parts 1 to 4."""
KEY_WIDTH = 14


def part_names(part: str, t: Texts) -> Content:
    """Return the numbers and names of the parts, the one at hand marked by brackets."""
    names: list[tuple[str, str]] = []
    for number, one in enumerate(PARTS, start=1):
        name = f"{number}{NO_BREAK}{t(f'help.part.{one}')}".replace(" ", NO_BREAK)
        names.append((f"[{name}] ", "bold") if one == part else (f" {name}  ", MUTED))
    return Content.assemble(*names)


def part_words(part: str, desk: Desk, *, place: str, bindings: Sequence[Binding], typed: str = "") -> Content:
    """Return one part of the help, in the language of the moment."""
    t, folder = desk.t, shown_path(desk, desk.workspace.path.absolute())
    if part == "page":
        return Content.assemble(_page(place, bindings, t), (f"\n{t('help.kept', folder=folder)}", MUTED))
    if part == "words":
        return _words(desk, typed)
    if part == "data":
        return Content.assemble(
            (f"{t('help.data')}\n\n", "bold"), f"{t('help.privacy', folder=folder)}\n\n{t('help.copy')}"
        )
    return Content.assemble((f"{t('help.about')}\n\n", "bold"), f"{t('help.method')}\n\n", _standing(desk))


def _page(place: str, bindings: Sequence[Binding], t: Texts) -> Content:
    """Return what can be done on the page one comes from, then its keys, the shown ones first."""
    about = f"{t(f'help.page.{place}')}\n\n" if f"help.page.{place}" in t else ""
    in_order = sorted(bindings, key=lambda binding: not binding.show)
    keys = [f"{key_words(binding, t):>{KEY_WIDTH}}   {t(binding.tooltip)}\n" for binding in in_order]
    return Content.assemble(about, (f"{t('help.keys')}\n", "bold"), *keys)


def _words(desk: Desk, typed: str) -> Content:
    """Return the words that hold what was typed, each with what it means."""
    from assessment.app.glossary import found, glossary
    from benchmarks.loading import standard_benchmark

    if desk.questionnaire is None:
        return Content(desk.t("opening.wait"))
    terms = found(glossary(desk.questionnaire, standard_benchmark(), desk.lang), typed)
    if not terms:
        return Content(desk.t("help.no_word", typed=typed))
    parts: list[str | tuple[str, str]] = []
    for term in terms:
        number = f" · {term.number}" if term.number else ""
        parts += [(term.name, "bold"), (f"{number}\n", MUTED), f"  {term.text}\n\n"]
    return Content.assemble(*parts)


def _standing(desk: Desk) -> str:
    """Return the long sentence on where the European figures come from."""
    from assessment.europe_words import EuropeWords
    from benchmarks.loading import standard_benchmark

    return EuropeWords(desk.lang, standard_benchmark()).standing_long
