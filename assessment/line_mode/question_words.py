"""A question as it is said: its number, its words, its answers, what it holds already."""

import re

from assessment.asking.card import Card, card
from assessment.asking.reminder import reminder
from assessment.asking.session import GRID, Session
from assessment.errors import shown
from assessment.line_mode.visit import Visit
from assessment.texts import Texts
from questionnaire.model import Question
from questionnaire.routing import Step

_NUMBER = re.compile(r"([a-z])0*(\d+)")


def number_words(number: str, t: Texts) -> str:
    """Return « Question 7 » for q07, « Base 3 » for b03; empty for what has no number."""
    found = _NUMBER.fullmatch(number)
    return t(f"question.number.{found[1]}", n=found[2]) if found else ""


def held_words(shown_card: Card, line: int, t: Texts) -> str:
    """Return the answer a card, or one of its lines, holds already; empty for an open question."""
    if shown_card.lines:
        return shown_card.lines[line].answer or ""
    if shown_card.held is None:
        return ""
    if shown_card.held == ():
        return shown_card.none_label or t("question.none")
    held = shown_card.held if isinstance(shown_card.held, tuple) else (shown_card.held,)
    labels = {answer.code: answer.label for answer in shown_card.answers}
    return " ; ".join(str(labels.get(code, code)) for code in held)


def wants_purpose(step: Step, question: Question | None) -> bool:
    """Say whether a need answered here is only ready once it says what it would be for."""
    is_form = question is not None and question.domain == "cooperation" and question.condition is not None
    return step.id == GRID or (step.kind == "question" and is_form)


class QuestionTeller:
    """Says the questions one after the other, what they share only once."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.voice = visit, visit.voice
        self._last_part, self._last_origin, self._last_prompt = "", "", ""
        self._hints_said: set[str] = set()

    @property
    def session(self) -> Session:
        """The assessment at hand."""
        return self.visit.session

    def card(self) -> Card:
        """Return the question as it stands."""
        return card(self.session, self.voice.lang, self.voice.app_words)

    def again(self) -> None:
        """Say the question whole, as if nothing had been said before."""
        self._last_part = self._last_origin = self._last_prompt = ""
        self._hints_said.clear()
        self.say(self.card())

    def say(self, shown_card: Card) -> None:
        """Say one question; the next line of the same one in few words."""
        self.voice.say("")
        is_next_line = bool(shown_card.lines) and shown_card.prompt == self._last_prompt
        self._last_prompt = shown_card.prompt
        if not is_next_line:
            self._say_question(shown_card)
        elif shown_card.lines:
            self._say_line(shown_card)
        if shown_card.kind != "search" and not is_next_line:
            for rank, answer in enumerate(shown_card.answers, start=1):
                self.voice.number(rank, answer.label)
        self._say_hint()
        self._say_held(shown_card)

    def _say_question(self, shown_card: Card) -> None:
        if shown_card.part != self._last_part:
            place, total = self.session.place
            self.voice.tell("question.part", place=place, total=total, part=shown_card.part)
        self._last_part = shown_card.part
        if shown_card.intro:
            self.voice.say(shown_card.intro)
        named = number_words(shown_card.number, self.voice.t)
        if shown_card.lines:
            self._say_line(shown_card)
        elif named:
            self.voice.tell("question.numbered", number=named)
        self.voice.say(*(said for said in (shown_card.prompt, shown_card.help, shown_card.example) if said))
        if shown_card.one_is_enough:
            self.voice.tell("question.one_is_enough")
        if shown_card.origin and shown_card.origin != self._last_origin:
            self.voice.say(shown_card.origin)
        self._last_origin = shown_card.origin

    def _say_line(self, shown_card: Card) -> None:
        """Say which line of a question with several is asked."""
        label = spoken_label(shown_card.lines[self.session.line].label, self.voice.t)
        place, total = self.session.line + 1, len(shown_card.lines)
        self.voice.tell("question.line", place=place, total=total, label=label)

    def _say_hint(self) -> None:
        """Say once how to answer a whole block, and that a need wants a word on its purpose."""
        step = self.session.step
        if step.kind == "basic":
            self._hint_once("basic")
        if step.id == GRID:
            self._hint_once("grid")
        if wants_purpose(step, self.question) and not self.session.sheet.comment(self.session.subject):
            self._hint_once("purpose")

    def _hint_once(self, name: str) -> None:
        if name not in self._hints_said:
            self._hints_said.add(name)
            self.voice.tell(f"question.hint.{name}")

    def _say_held(self, shown_card: Card) -> None:
        """Say what was answered, commented and noted already."""
        voice, subject, sheet = self.voice, self.session.subject, self.session.sheet
        if comment := sheet.comment(subject):
            voice.tell("question.comment", comment=shown(comment))
        note = sheet.adviser_notes.get(subject)
        if note and self.visit.is_adviser:
            voice.tell("question.note", note=shown(note))
        if earlier := reminder(self.session, voice.lang, voice.app_words):
            voice.say(earlier)
            self._hint_once("same")
        held = held_words(shown_card, self.session.line, voice.t)
        if held:
            voice.tell("question.held", answer=held.rstrip("."))
            voice.tell("question.keep_several" if shown_card.kind == "several" else "question.keep")

    @property
    def question(self) -> Question | None:
        """The question of the study asked now, if it is one."""
        questionnaire, subject = self.session.questionnaire, self.session.subject
        return questionnaire.question(subject) if questionnaire.is_question(subject) else None

    def explain(self) -> None:
        """Say what the question means and where it comes from."""
        voice, question, lang = self.voice, self.question, self.voice.lang
        if question is not None:
            voice.say(question.definition[lang], question.example[lang])
            voice.say(self.session.questionnaire.study[lang])
        else:
            kind = "profile" if self.session.step.kind == "profile" else "outside"
            voice.say(voice.app_words(f"explain.{kind}"))


def spoken_label(label: str, t: Texts) -> str:
    """Return the label of a line with the number printed before it in words."""
    number, _, title = label.partition("  ")
    named = number_words(number, t)
    return t("review.named", number=named, title=title) if named else label
