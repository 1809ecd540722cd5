"""All the answers, the open questions first; a number leads to one of them and back."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from assessment.asking.card import card
from assessment.asking.session import Session
from assessment.asking.step_names import step_number, step_title
from assessment.line_mode.choosing import not_understood
from assessment.line_mode.question_words import held_words, number_words, spoken_label
from assessment.line_mode.questions import put_one
from assessment.line_mode.spoken import in_pages
from assessment.line_mode.typed_answers import digits
from assessment.line_mode.visit import Visit
from assessment.line_mode.voice import Back, Jump, Place
from questionnaire.routing import left_out

GROUPS = ("open", "dont_know", "answered")


@dataclass(frozen=True, slots=True)
class Row:
    """One question, as it is read in the review."""

    place: str
    """What leads to it: the id of a question or of a step."""
    group: str
    title: str
    words: str
    """The answer it holds, empty for an open question."""


def rows(visit: Visit) -> tuple[Row, ...]:
    """Return every question put to this organisation: the open ones, the unknown ones, the others."""
    found = list(_rows(visit))
    return tuple(row for group in GROUPS for row in found if row.group == group)


def _rows(visit: Visit) -> Iterator[Row]:
    session, lang, t = visit.session, visit.voice.lang, visit.voice.t
    app_words = visit.voice.app_words
    whole_way = Session(session.questionnaire, session.sheet, lambda _change: None)
    for step in whole_way.path:
        whole_way.go_to(step.id)
        shown_card = card(whole_way, lang, app_words)
        title = step_title(session.questionnaire, step, lang, app_words)
        number = number_words(step_number(session.questionnaire, step), t)
        for line, field in enumerate(step.fields):
            named = t("review.named", number=number, title=title) if number else title
            if shown_card.lines:
                label = spoken_label(shown_card.lines[line].label, t)
                named = label if step.kind == "grid" else t("review.named", number=title, title=label)
            held = held_words(shown_card, line, t)
            group = "open" if session.sheet.get(field) is None else "answered"
            group = "dont_know" if session.sheet.get(field) == "dont_know" else group
            place = field.rpartition(".")[2] if step.kind == "grid" else step.id
            yield Row(place, group, named, held)


def review(visit: Visit) -> None:
    """Read the answers page by page until the person has changed what they wanted."""
    page = 0
    while page < _say_page(visit, page):
        place = Place("review", lambda: visit.voice.t("prompt.review"), partial(_say_page, visit, page))
        try:
            line = visit.voice.hear(place)
        except Jump as wanted:
            _change(visit, wanted.step)
            continue
        found = rows(visit)
        if not line:
            page += 1
        elif (rank := _rank(line, len(found))) is None:
            not_understood(visit.voice, line)
        else:
            _change(visit, found[rank - 1].place)


def _say_page(visit: Visit, page: int) -> int:
    """Read one page of the answers as they stand; return how many pages there are."""
    pages = _pages(visit, rows(visit))
    visit.voice.say("", *(pages[page] if page < len(pages) else ()))
    return len(pages)


def _change(visit: Visit, question: str) -> None:
    """Put one question, and come back whatever is typed there."""
    try:
        put_one(visit, question)
    except Back:
        return


def _rank(line: str, last: int) -> int | None:
    """Return the rank typed, from 1; None when it is none."""
    typed = digits(line)
    is_rank = typed.isascii() and typed.isdigit() and len(typed) < 4 and 1 <= int(typed) <= last
    return int(typed) if is_rank else None


def _pages(visit: Visit, found: tuple[Row, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the review as short pages of numbered lines under their heading."""
    t, lines = visit.voice.t, []
    lines.append(t.count("review.left", sum(row.group == "open" for row in found)))
    group = ""
    for rank, row in enumerate(found, start=1):
        if row.group != group:
            group = row.group
            lines += ["", t(f"review.group.{group}")]
        key = "review.answered" if row.group == "answered" else "review.open"
        lines.append(t(key, n=rank, title=row.title, answer=row.words.rstrip(".")))
    return in_pages((*lines, *_left_out(visit)))


def _left_out(visit: Visit) -> Iterator[str]:
    """Read the answers kept though their question is no longer put; they count nowhere."""
    questionnaire, sheet = visit.session.questionnaire, visit.session.sheet
    lang, t = visit.voice.lang, visit.voice.t
    kept = left_out(questionnaire, sheet)
    if kept:
        yield from ("", t("review.group.left_out"))
    for question_id in kept:
        question = questionnaire.question(question_id)
        words = questionnaire.scale(question.scale).label(str(sheet.answer(question_id)), lang)
        named = t("review.named", number=number_words(question.number, t), title=question.short[lang])
        yield t("review.kept", title=named, answer=words)
