"""The rows of the document page: each choice as it stands, or the reason why it does not apply."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.content import Content

from assessment.app.choice_list import Row
from assessment.app.document import DocumentChoices
from assessment.app.tones import MUTED
from assessment.texts import Texts
from questionnaire.languages import languages

CHOICES = (
    "version",
    "comments",
    "language",
    "population",
    "dossier",
    "word",
    "text",
    "folder",
    "write",
    "preview",
)
"""Rows 1 to 9, then the one a letter stands for."""
FULL_ONLY = ("comments", "population")
"""Choices the short form has no use for."""


@dataclass(frozen=True, slots=True)
class RowWords:
    """What the rows are written from."""

    choices: DocumentChoices
    t: Texts
    lang: str
    """Language the document is made in."""
    population: str
    """Name of the population, in the language of the page."""
    file_name: str
    is_example: bool
    is_web: bool = False
    """Whether the browser downloads the files, and chooses their folder."""

    def rows(self) -> Iterator[Row]:
        """Return the ten rows."""
        width = max(len(self.t(f"pdf.label.{choice}")) for choice in CHOICES)
        for number, choice in enumerate(CHOICES, start=1):
            sign = str(number) if number <= 9 else self.t("keys.preview.key")
            mark = f" {sign}  {self.t(f'pdf.label.{choice}'):<{width}}  "
            reason = self.reason(choice)
            if reason:
                yield Row(reason, mark, style=MUTED, key=choice, enabled=False)
            else:
                yield Row(self._state(choice), mark, key=choice)

    def reason(self, choice: str) -> str | None:
        """Say why a choice does not apply; None when it does."""
        if choice in FULL_ONLY and not self.choices.is_full:
            return self.t(f"pdf.not_short.{choice}")
        if choice == "dossier" and self.is_example:
            return self.t("pdf.no_dossier")
        if choice == "folder" and self.is_web:
            return self.t("pdf.browser_folder")
        return None

    def _state(self, choice: str) -> str:
        """Say how a choice stands."""
        chosen, t = self.choices, self.t
        match choice:
            case "version":
                return f"{_one(not chosen.is_full)} {t('pdf.short')}\n{_one(chosen.is_full)} {t('pdf.full')}"
            case "language":
                return "   ".join(
                    f"{_one(lang == self.lang)} {one.name}" for lang, one in languages().items()
                )
            case "dossier":
                key = "pdf.dossier_whole" if chosen.comments else "pdf.dossier_bare"
                return f"{_tick(chosen.carries_dossier)} {t(key)}"
            case "comments" | "word" | "text":
                is_on = {"comments": chosen.comments, "word": chosen.word, "text": chosen.text}[choice]
                return f"{_tick(is_on)} {t(f'pdf.{choice}')}"
            case "population":
                return t("pdf.population", name=self.population)
            case "folder":
                return t("pdf.folder", folder=chosen.folder)
            case "write":
                return listed([self.file_name, *(f".{kind}" for kind in chosen.kinds[1:])], t)
        return t("pdf.preview")


def written_words(written: Sequence[Path], t: Texts, *, is_web: bool = False) -> Content:
    """Say where the document is, by its full path, and what stands beside it; or that the browser took it."""
    if is_web:
        names = "\n".join(file.name for file in written)
        return Content.assemble((t("handed.here"), "bold"), f"\n{names}")
    first, *others = written
    lines: list[str | tuple[str, str]] = [(t("pdf.written"), "bold"), f"\n{first}\n"]
    if others:
        ends = listed([file.suffix for file in others], t)
        lines.append(f"{t('pdf.written_too', others=ends)}\n")
    return Content.assemble(*lines, t("pdf.written_keys"))


def listed(names: Sequence[str], t: Texts) -> str:
    """Write names one after the other: « a, b et c »."""
    *others, last = names
    return t("pdf.and").join((", ".join(others), last)) if others else last


def _one(is_held: bool) -> str:
    """Return the mark of one choice among several."""
    return "(●)" if is_held else "( )"


def _tick(is_on: bool) -> str:
    """Return the mark of a choice that stands alone."""
    return "[x]" if is_on else "[ ]"
