"""How a card is laid out in words and rows; no widget in here."""

from collections.abc import Sequence

from textual.content import Content

from assessment.app.choice_list import Row
from assessment.app.ticks import Ticks
from assessment.app.tones import MUTED
from assessment.asking.card import Answer, Card, fold
from assessment.texts import Texts
from questionnaire.typography import NO_BREAK

LONGEST_COMMENT_SHOWN = 140
"""Characters of a comment repeated under the question; all of it stands in the comment box."""


def above(card: Card, t: Texts) -> Content:
    """Return what stands above the answers: introduction, question, help, example, legend."""
    parts: list[tuple[str, str]] = []
    if card.intro:
        parts.append((f"{card.intro}\n\n", MUTED))
    parts.append((card.prompt, "bold"))
    if card.help:
        parts.append((f"\n{card.help}", MUTED))
    if card.example:
        one_is_enough = f" {t('question.one_is_enough')}" if card.one_is_enough else ""
        space = "\n" if card.intro else "\n\n"
        parts.append((f"{space}{card.example}{one_is_enough}", ""))
    if card.kind == "lines":
        parts.append(("\n\n", ""))
        for number, answer in enumerate(card.answers, start=1):
            label = answer.label.replace(" ", NO_BREAK)
            parts += [(f"{number}{NO_BREAK}", "bold $accent"), (f"{label}   ", "")]
    return Content.assemble(*parts)


def below(card: Card, comment: str | None, t: Texts, votes: str = "") -> Content:
    """Return what stands under the answers: votes, comment, how to answer, where the question comes from."""
    parts: list[tuple[str, str]] = [(f"{votes}\n", "")] if votes else []
    if comment:
        parts.append((t("question.comment", comment=_shortened(comment)) + "\n", ""))
    parts.append((card.hint, ""))
    if card.origin:
        parts.append((f"\n{card.origin}", MUTED))
    return Content.assemble(*parts)


def single_rows(card: Card, found: Sequence[Answer], step_id: str, t: Texts) -> list[Row]:
    """Return one row per answer, the one given marked in words; numbered unless it is a search."""
    rows = []
    for number, answer in enumerate(found, start=1):
        is_held = answer.code == card.held
        mark = f"{number} " if card.kind == "single" else ""
        note = t("answer.yours") if is_held else ""
        rows.append(
            Row(answer.label, f" {mark}{'●' if is_held else '○'}", note, key=f"{step_id}:{answer.code}")
        )
    return rows


def several_rows(card: Card, ticks: Ticks, step_id: str) -> list[Row]:
    """Return one row per answer with its box, and « none of these » at the end."""
    rows = [
        Row(answer.label, _box(number, answer.code in ticks), key=f"{step_id}:{answer.code}")
        for number, answer in enumerate(card.answers, start=1)
    ]
    if card.none_label:
        rows.append(
            Row(card.none_label, _box(len(rows) + 1, card.held == () and not len(ticks)), key=f"{step_id}:")
        )
    return rows


def line_rows(card: Card, step_id: str, t: Texts) -> list[Row]:
    """Return one row per line with the answer it holds."""
    width = max(len(line.label) for line in card.lines)
    rows = []
    for number, line in enumerate(card.lines):
        purpose = f" {t('line.purpose')}" if line.wants_purpose else ""
        words = f"{line.label:<{width}}   {line.answer or t('line.open')}{purpose}"
        rows.append(Row(words, " ●" if line.answer else " ○", key=f"{step_id}:{number}"))
    return rows


def matching(answers: Sequence[Answer], typed: str) -> list[Answer]:
    """Return the answers whose words hold what was typed; those that begin with it come first."""
    wanted = fold(typed.strip())
    found = [answer for answer in answers if wanted in fold(answer.label)]
    return sorted(found, key=lambda answer: not fold(answer.label).startswith(wanted))


def _box(number: int, is_ticked: bool) -> str:
    return f"{number:>2} [{'x' if is_ticked else ' '}]"


def _shortened(comment: str) -> str:
    line = " ".join(comment.split())
    return line if len(line) <= LONGEST_COMMENT_SHOWN else line[: LONGEST_COMMENT_SHOWN - 1] + "…"
