"""Going to a question by its number: what was typed, where it leads, or why it leads nowhere."""

import re
from dataclasses import dataclass, field

from assessment.asking.session import Session
from assessment.texts import Texts
from questionnaire.model import Condition
from questionnaire.routing import TOGETHER, steps

_NUMBER = re.compile(r"([a-z]?)\W*0*(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a typed number leads."""

    place: str | None
    """Id of the question; None when it cannot be gone to."""
    reason: str = ""
    """Key of the sentence that says why not, or what changed; empty when there is nothing to say."""
    values: dict[str, object] = field(default_factory=dict)
    """What the sentence names."""

    def sentence(self, t: Texts) -> str:
        """Return the sentence in words; empty when there is nothing to say."""
        return t(self.reason, **self.values) if self.reason else ""


def destination(typed: str, session: Session, lang: str) -> Destination:
    """Return where « 12 », « q12 », « b03 », « p4 » or an id leads."""
    known = _numbers(session)
    number = _as_number(typed)
    wanted = known.get(number) or (number if number in known.values() else None)
    if wanted is None:
        nearest = _nearest(number, tuple(known))
        return Destination(None, "goto.unknown", {"typed": typed.strip()[:20], "nearest": nearest})
    step_id = "q09-q13" if wanted in TOGETHER else wanted
    if step_id in {step.id for step in session.path}:
        return Destination(wanted)
    if step_id in {step.id for step in steps(session.questionnaire, session.sheet)}:
        return Destination(wanted, "goto.full")
    return _not_asked(wanted, number, session, lang)


def _numbers(session: Session) -> dict[str, str]:
    """Return every number a person may type, in the order of the questionnaire, and its question's id."""
    questionnaire = session.questionnaire
    study = {question.number: question.id for question in questionnaire.questions}
    profile = {question.number: question.id for question in questionnaire.profile}
    return study | profile | {basic: basic for basic in sorted(questionnaire.basic_ids)}


def _as_number(typed: str) -> str:
    """Return what was typed as numbers are written: « 7 » is q07, « B3 » is b03."""
    plain = typed.strip().lower()
    found = _NUMBER.fullmatch(plain)
    return f"{found[1] or 'q'}{int(found[2]):02}" if found else plain


def _nearest(number: str, known: tuple[str, ...]) -> str:
    """Return the number nearest to one nobody has: of the same letter when there are such."""
    letter = number[:1] if number[:1] in {one[0] for one in known} else "q"
    found = re.search(r"\d+", number)
    rank = int(found[0]) if found else 0
    return min((one for one in known if one[0] == letter), key=lambda one: abs(int(one[1:]) - rank))


def _not_asked(wanted: str, number: str, session: Session, lang: str) -> Destination:
    """Say which answer keeps a question away."""
    condition = _condition(wanted, session)
    if condition is None:
        return Destination(None, "goto.unknown", {"typed": number, "nearest": "q01"})
    question = session.questionnaire.question(condition.question)
    code = session.sheet.answer(question.id)
    values: dict[str, object] = {"number": _spoken(number), "other": _spoken(question.number)}
    if code is None:
        return Destination(None, "goto.not_yet", values)
    label = session.questionnaire.scale(question.scale).label(code, lang)
    return Destination(None, "goto.not_asked", {**values, "answer": label})


def _condition(wanted: str, session: Session) -> Condition | None:
    questionnaire = session.questionnaire
    return questionnaire.question(wanted).condition if questionnaire.is_question(wanted) else None


def _spoken(number: str) -> str:
    """Return a number as it is said: « 18 » for q18."""
    return number.removeprefix("q").lstrip("0")
