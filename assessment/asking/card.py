"""What the question screen shows: one step of the questionnaire turned into words; no widget in here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assessment.asking.purpose import asks_purpose, is_form
from assessment.asking.session import Session
from assessment.asking.step_names import part_title
from assessment.free_text import folded
from assessment.texts import Texts
from questionnaire.answers import Value
from questionnaire.languages import language
from questionnaire.model import Choice, Questionnaire

Kind = Literal["single", "several", "text", "search", "lines"]

LAST_DIGIT = 9
"""Answers a number key can give."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer."""

    code: str | int | bool
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a screen with several, and the words of the answer it holds."""

    label: str
    answer: str | None
    wants_purpose: bool = False
    """Whether the need still lacks a word on what it would be for."""


@dataclass(frozen=True, slots=True)
class Card:
    """Everything one question screen shows, in one language."""

    kind: Kind
    part: str
    """Title of the part of the questionnaire."""
    number: str
    """Number of the question, empty when it has none."""
    prompt: str
    intro: str = ""
    help: str = ""
    example: str = ""
    one_is_enough: bool = False
    origin: str = ""
    """Where the question comes from: the study, or Jalon."""
    answers: tuple[Answer, ...] = ()
    lines: tuple[Line, ...] = ()
    held: Value = None
    """What the step holds already."""
    at_most: int | None = None
    none_label: str = ""
    """Words of « none of these », for a screen with several answers."""
    hint: str = ""
    """How to answer here."""

    @property
    def is_long(self) -> bool:
        """Whether several answers may be ticked among more than the number keys reach."""
        return self.kind == "several" and len(self.answers) > LAST_DIGIT


def card(session: Session, lang: str, t: Texts) -> Card:
    """Return what to show for the step the person is at."""
    step = session.step
    if step.kind == "profile":
        return _name_card(session, t) if step.id == "name" else _profile_card(session, lang, t)
    if step.kind == "basic":
        return _basic_card(session, lang, t)
    if step.kind == "outside":
        return _outside_card(session, lang, t)
    if step.kind == "grid":
        return _grid_card(session, lang, t)
    return _question_card(session, lang, t)


def _held(session: Session) -> Value:
    return session.sheet.get(session.step.fields[0])


def _answers(choices: Iterable[Choice], lang: str) -> tuple[Answer, ...]:
    return tuple(Answer(choice.code, choice.label[lang]) for choice in choices)


def _name_card(session: Session, t: Texts) -> Card:
    return Card(
        kind="text",
        part=t("part.profile"),
        number="",
        prompt=t("name.prompt"),
        help=t("name.help"),
        held=_held(session),
        hint=t("hint.text"),
    )


def _profile_card(session: Session, lang: str, t: Texts) -> Card:
    question = session.questionnaire.profile_question(session.step.id)
    answers: tuple[Answer, ...] = _answers(question.choices, lang)
    kind: Kind = "single"
    if question.kind == "country":
        kind, answers = "search", _countries(session.questionnaire, lang)
    elif question.kind == "sdg":
        kind = "several"
        answers = tuple(Answer(goal.number, goal.label[lang]) for goal in session.questionnaire.goals)
    elif question.kind == "yes_no":
        answers = Answer(True, t("answer.yes")), Answer(False, t("answer.no"))
    return Card(
        kind=kind,
        part=t("part.profile"),
        number=question.number,
        prompt=question.wording[lang],
        help=question.help[lang] if question.help else "",
        answers=answers,
        held=_held(session),
        none_label=t("answer.none_of_these") if kind == "several" else "",
        hint=t(f"hint.{_manner(kind, answers)}"),
    )


def _manner(kind: Kind, answers: tuple[Answer, ...]) -> str:
    """Return the name of the hint on how to answer."""
    return "long" if kind == "several" and len(answers) > LAST_DIGIT else kind


def _countries(questionnaire: Questionnaire, lang: str) -> tuple[Answer, ...]:
    """Return the countries by name in a language, without accents in the order."""
    from babel import Locale  # 40 ms that only the country question pays

    names = Locale.parse(language(lang).locale).territories
    found = [Answer(code, names.get(code, code)) for code in questionnaire.countries]
    return tuple(sorted(found, key=lambda country: folded(country.label)))


def _basic_card(session: Session, lang: str, t: Texts) -> Card:
    outside = session.questionnaire.outside
    basic = session.questionnaire.basic(session.step.id)
    is_first = basic.id == outside.basics[0].id
    return Card(
        kind="single",
        part=t("part.basic"),
        number=basic.id,
        intro=outside.basics_intro[lang] if is_first else "",
        prompt=basic.wording[lang],
        example=basic.example[lang],
        origin=outside.notice[lang],
        answers=_answers(outside.basics_scale.choices, lang),
        held=_held(session),
        hint=t("hint.basic"),
    )


def _question_card(session: Session, lang: str, t: Texts) -> Card:
    questionnaire = session.questionnaire
    question = questionnaire.question(session.step.id)
    section = next(part for part in questionnaire.sections if question in part.questions)
    is_opening = section.questions[0].id == question.id and section.intro is not None
    return Card(
        kind="single",
        part=section.title[lang],
        number=question.number,
        intro=section.intro[lang] if is_opening and section.intro else "",
        prompt=question.wording[lang],
        example=question.example[lang],
        one_is_enough=question.one_is_enough,
        origin=t(f"origin.{question.origin}"),
        answers=_answers(questionnaire.scale(question.scale).choices, lang),
        held=_held(session),
        hint=t("hint.then_purpose" if asks_purpose(question) else "hint.single"),
    )


def _grid_card(session: Session, lang: str, t: Texts) -> Card:
    questionnaire, sheet = session.questionnaire, session.sheet
    questions = [questionnaire.question(field.removeprefix("answers.")) for field in session.step.fields]
    current = questions[session.line]
    scale = questionnaire.scale(current.scale)
    lines = []
    for question in questions:
        code = sheet.answer(question.id)
        words = scale.label(code, lang) if code else None
        wants_purpose = code == "need" and not sheet.comment(question.id)
        lines.append(Line(f"{question.number}  {question.short[lang]}", words, wants_purpose))
    return Card(
        kind="lines",
        part=part_title(questionnaire, session.step, lang, t),
        number=current.number,
        prompt=current.wording[lang],
        example=current.example[lang],
        one_is_enough=current.one_is_enough,
        origin=t(f"origin.{current.origin}"),
        answers=_answers(scale.choices, lang),
        lines=tuple(lines),
        hint=t("hint.grid_purpose" if any(line.wants_purpose for line in lines) else "hint.grid"),
    )


def _outside_card(session: Session, lang: str, t: Texts) -> Card:
    question = session.questionnaire.outside.question(session.step.id)
    if question.kind == "per_item":
        return _urgency_card(session, lang, t)
    kind: Kind = {"text": "text", "single": "single", "several": "several"}[question.kind]  # type: ignore[assignment]
    answers = _answers(question.choices, lang)
    if question.id == "skills_level":
        answers = tuple(Answer(int(answer.code), answer.label) for answer in answers)
    if not answers and kind == "several":
        answers = _items(session, lang)
    is_open_list = kind == "several" and not question.choices
    return Card(
        kind=kind,
        part=part_title(session.questionnaire, session.step, lang, t),
        number="",
        prompt=question.wording[lang],
        help=question.help[lang] if question.help else "",
        example=question.example[lang] if question.example else "",
        origin=session.questionnaire.outside.notice[lang],
        answers=answers,
        held=_held(session),
        at_most=question.at_most,
        none_label=t(f"none.{question.id}") if is_open_list else "",
        hint=t("hint.at_most", n=question.at_most)
        if question.at_most
        else t(f"hint.{_manner(kind, answers)}"),
    )


def _items(session: Session, lang: str) -> tuple[Answer, ...]:
    """Return the items a question is about: those in use, or the six forms of cooperation."""
    items = session.questionnaire.items()
    if session.step.id == "unsatisfying":
        kept = [item for item in items if session.sheet.answer(item.id) == "use"]
    else:
        kept = [item for item in items if is_form(item)]
    return tuple(Answer(item.id, item.short[lang]) for item in kept)


def _urgency_card(session: Session, lang: str, t: Texts) -> Card:
    question = session.questionnaire.outside.question("urgency")
    labels = {choice.code: choice.label[lang] for choice in question.choices}
    lines = []
    for field in session.step.fields:
        item = session.questionnaire.question(field.removeprefix("complement.urgency."))
        code = session.sheet.get(field)
        lines.append(Line(item.short[lang], labels.get(str(code)) if code else None))
    return Card(
        kind="lines",
        part=t("part.closing"),
        number="",
        prompt=question.wording[lang],
        help=question.help[lang] if question.help else "",
        origin=session.questionnaire.outside.notice[lang],
        answers=_answers(question.choices, lang),
        lines=tuple(lines),
        hint=t("hint.lines"),
    )
