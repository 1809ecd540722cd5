"""How a card is laid out in words and rows; no widget in here."""

from collections.abc import Sequence

from textual.content import Content

from assessment.app.choice_list import Row
from assessment.app.ticks import Ticks
from assessment.app.tones import MUTED
from assessment.asking.card import Answer, Card
from assessment.asking.session import Session
from assessment.free_text import folded
from assessment.texts import Texts
from questionnaire.typography import NO_BREAK

FIRST_WORDS = 60
"""Characters of a private note shown under the question."""
LONGEST_COMMENT_SHOWN = 140
"""Characters of a comment repeated under the question; all of it stands in the comment box."""


def above(card: Card, notice: str, t: Texts) -> Content:
    """Return what stands above the answers: what just changed, introduction, question, example, legend."""
    parts: list[tuple[str, str]] = []
    if notice:
        parts.append((f"{notice}\n\n", "$accent"))
    if card.intro:
        parts.append((f"{card.intro}\n\n", MUTED))
    parts.append((card.prompt, "bold"))
    if card.help:
        parts.append((f"\n{card.help}", MUTED))
    if card.example:
        one_is_enough = f" {t('question.one_is_enough')}" if card.one_is_enough else ""
        space = "\n" if card.intro or notice else "\n\n"
        parts.append((f"{space}{card.example}{one_is_enough}", ""))
    if card.kind == "lines":
        parts.append(("\n\n", ""))
        for number, answer in enumerate(card.answers, start=1):
            label = answer.label.replace(" ", NO_BREAK)
            parts += [(f"{number}{NO_BREAK}", "bold $accent"), (f"{label}   ", "")]
    return Content.assemble(*parts)


def below(card: Card, beside: tuple[str, str, str | None, str], t: Texts) -> Content:
    """Return what stands under the answers.

    That is the answer of the round before, votes, comment, private note, how to answer, the source.
    """
    reminder, votes, comment, note = beside
    parts: list[tuple[str, str]] = [(f"{reminder}\n", "$accent")] if reminder else []
    if votes:
        parts.append((f"{votes}\n", ""))
    if comment:
        parts.append((t("question.comment", comment=shortened(comment)) + "\n", ""))
    if note:
        parts.append((f"{note}\n", "$warning"))
    parts.append((card.hint, ""))
    if card.origin:
        parts.append((f"\n{card.origin}", MUTED))
    return Content.assemble(*parts)


def notice(session: Session, lang: str, t: Texts) -> str:
    """Say what the last answer changed: questions that came or went, a need that wants a purpose."""
    wanted = [session.questionnaire.question(item).short[lang] for item in session.purposes_wanted]
    purpose = t("purpose.wanted", items=", ".join(wanted)) if wanted else ""
    return "\n".join(one for one in (session.rerouting.sentence(t), purpose) if one)


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


def several_rows(card: Card, found: Sequence[Answer], ticks: Ticks, step_id: str) -> list[Row]:
    """Return one row per answer found with its box, and « none of these » at the end of the whole list."""
    numbers = {answer.code: number for number, answer in enumerate(card.answers, start=1)}
    rows = [
        Row(
            answer.label,
            _box(numbers[answer.code], answer.code in ticks),
            key=f"{step_id}:{numbers[answer.code]}",
        )
        for answer in found
    ]
    if card.none_label and len(found) == len(card.answers):
        none = _box(len(rows) + 1, card.held == () and not len(ticks))
        rows.append(Row(card.none_label, none, key=f"{step_id}:{len(rows) + 1}"))
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
    wanted = folded(typed.strip())
    found = [answer for answer in answers if wanted in folded(answer.label)]
    return sorted(found, key=lambda answer: not folded(answer.label).startswith(wanted))


def numbered_or_matching(answers: Sequence[Answer], typed: str) -> list[Answer]:
    """Return the answer that has the typed number, or else those whose words hold what was typed."""
    number = typed.strip()
    if number.isdecimal() and 1 <= int(number) <= len(answers):
        return [answers[int(number) - 1]]
    return matching(answers, typed)


def _box(number: int, is_ticked: bool) -> str:
    return f"{number:>2} [{'x' if is_ticked else ' '}]"


def shortened(text: str, longest: int = LONGEST_COMMENT_SHOWN) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
