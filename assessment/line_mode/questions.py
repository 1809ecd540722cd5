"""The questions: each is said once, a line is read, the answer is kept and the next one said."""

from collections.abc import Callable

from assessment.asking.card import Card
from assessment.asking.session import GRID
from assessment.line_mode.choosing import understood
from assessment.line_mode.question_words import QuestionTeller
from assessment.line_mode.typed_answers import digits, value_of
from assessment.line_mode.visit import Visit
from assessment.line_mode.voice import Back, Place
from questionnaire.answers import Value

MANY = 2
"""Steps a single answer adds or takes away before it is worth a word."""


def put_questions(visit: Visit) -> None:
    """Put the questions from where the person stands to the end."""
    session = visit.session
    if session.has_ended:
        session.resume()
    if session.has_ended:
        visit.voice.tell("said.all_answered")
        return
    if visit.is_resumed:
        visit.voice.tell("start.resume")
        visit.is_resumed = False
    _Asking(visit).until(lambda: session.has_ended)
    visit.voice.say("")
    visit.voice.tell("said.short_ended" if session.short and session.progress.open else "said.ended")


def put_one(visit: Visit, step: str) -> None:
    """Put one question and come back."""
    session = visit.session
    if step not in {one.id for one in session.path}:
        visit.lengthen()
    session.go_to(step)
    here = session.position, session.line
    _Asking(visit).until(lambda: session.has_ended or (session.position, session.line) != here)


class _Asking:
    """Puts questions one by one."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.voice, self.session = visit, visit.voice, visit.session
        self.teller = QuestionTeller(visit)
        self._said: tuple[str, int] | None = None
        """What was said last: a line that leads nowhere else is answered without repeating it."""

    def until(self, is_over: Callable[[], bool]) -> None:
        """Put questions until it is over."""
        while not is_over():
            here, steps = (self.session.position, self.session.line), len(self.session.path)
            shown_card = self.teller.card()
            if here != self._said:
                self.teller.say(shown_card)
            self._said, self.visit.was_refused = here, False
            self._act(self.voice.hear(self._place(shown_card)), shown_card)
            if self.visit.was_refused:
                self.session.go_to(here[0])
                self._said = None
            self._say_change_of_way(steps)
            self.visit.leave_mark()

    def _place(self, shown_card: Card) -> Place:
        """Return what is understood under one question, as a line that answers or moves."""
        own: dict[str, Callable[[], None]] = {
            "?": self.teller.explain,
            "c": self._comment,
        }
        if self.visit.is_adviser:
            own["a"] = self._private_note
        moves = ["<", "u", *(["p"] if self.session.step.kind == "basic" else [])]
        moves += ["n"] if self.session.step.id == GRID else []
        prompt = f"prompt.{shown_card.kind}"
        name = "question_adviser" if self.visit.is_adviser else "question"
        return Place(name, lambda: self.voice.t(prompt), self.teller.again, own, tuple(moves))

    # --- acting on one line ---------------------------------------------------------------------

    def _act(self, line: str, shown_card: Card) -> None:
        moves: dict[str, Callable[[], None]] = {
            "": self._pass,
            "<": self._go_back,
            "u": self.visit.undo,
            "p": self.session.pass_basics,
            "n": self._none_of_these,
        }
        kind, is_grid = self.session.step.kind, self.session.step.id == GRID
        typed = line.lower()
        is_text = (typed == "p" and kind != "basic") or (typed == "n" and not is_grid)
        if typed in moves and not is_text:
            moves[typed]()
        elif line == "=" and self.session.earlier is not None:
            self._answer_same(shown_card)
        elif digits(line) == "0" and shown_card.kind != "several":
            self._erase()
        else:
            value = understood(self.voice, line, lambda text: value_of(text, shown_card))
            if value is not None:
                self._keep(value, shown_card)

    def _answer_same(self, shown_card: Card) -> None:
        """Answer as in the round before, as far as that answer is possible now."""
        session, possible = self.session, [answer.code for answer in shown_card.answers]
        field = session.step.fields[session.line]
        value = session.earlier.repeated(field, possible) if session.earlier else None
        if value is None:
            self.voice.say(self.voice.app_words("question.no_reminder"))
        else:
            session.answer_line(value)
            self.visit.say_saved(_words_of(value, shown_card))

    def _keep(self, value: Value, shown_card: Card) -> None:
        words = _words_of(value, shown_card)
        if shown_card.kind == "lines":
            self.session.answer_line(value)
        else:
            self.session.answer(value)
        self.visit.say_saved(words)

    def _pass(self) -> None:
        """Go on; what the line holds stays."""
        field = self.session.step.fields[self.session.line]
        if self.session.sheet.get(field) is None:
            self.voice.tell("said.skipped")
        self.session.pass_line()

    def _erase(self) -> None:
        """Leave the question without an answer and go on."""
        was_answered = self.session.sheet.get(self.session.step.fields[self.session.line]) is not None
        self.session.leave_unanswered()
        if not self.visit.was_refused:
            self.voice.tell("said.erased" if was_answered else "said.skipped")

    def _none_of_these(self) -> None:
        self.session.answer_open_lines("no_need")
        self.visit.say_saved()

    def _go_back(self) -> None:
        """Go back one line, or one step."""
        if self.session.line > 0:
            self.session.line -= 1
        elif not self.session.back():
            self.voice.tell("said.first")

    def _comment(self) -> None:
        """Ask for a comment; Enter keeps the one there is, 0 erases it."""
        if self.session.subject == "name":
            self.voice.tell("said.no_comment")
        else:
            self._ask_beside("comment", f"comments.{self.session.subject}")

    def _private_note(self) -> None:
        """Ask for the adviser's note, which is never handed out."""
        if self.session.subject == "name":
            self.voice.tell("said.no_comment")
        else:
            self.voice.tell("question.about_notes")
            self._ask_beside("note", f"adviser_notes.{self.session.subject}")

    def _ask_beside(self, prompt: str, field: str) -> None:
        try:
            typed = self.voice.line(prompt)
        except Back:
            return
        if typed:
            self.visit.note(field, None if digits(typed) == "0" else typed)

    def _say_change_of_way(self, before: int) -> None:
        """Say that an answer opened or closed other questions."""
        if abs(len(self.session.path) - before) >= MANY:
            self.voice.tell("said.way_changed", total=len(self.session.path))


def _words_of(value: Value, shown_card: Card) -> str:
    """Return the words of the answer just given, to be said back; none for a text just typed."""
    labels = {answer.code: answer.label for answer in shown_card.answers}
    codes = value if isinstance(value, tuple) else (value,)
    return " ; ".join(labels[code] for code in codes if code is not None and code in labels)
