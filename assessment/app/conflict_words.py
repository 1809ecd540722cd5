"""Two versions of the same thing in words: what it is about, what each side says; no widget in here."""

from datetime import date

from assessment.app.plan_words import support_name
from assessment.asking.answer_words import value_words
from assessment.asking.session import GRID
from assessment.asking.step_names import step_number, step_title
from assessment.day_words import full_date, long_date
from assessment.names import Names
from assessment.texts import Texts
from assessment.vote_words import spread_sentence
from assessment.workspace import Conflict
from assessment.workspace.conflicts import DATE, ORGANISATION, PLAN, PRIVATE
from questionnaire.answers import Value
from questionnaire.model import Questionnaire
from questionnaire.routing import TOGETHER, Step
from questionnaire.votes import VOTES, as_spread

COMMENTS, URGENCY = "comments.", "complement.urgency."
_BESIDE = {COMMENTS: "comment", PRIVATE: "note", VOTES: "votes", URGENCY: "urgency"}
"""Fields that stand beside a question, and the word for each."""
_OWN_WORDS = ("priorities", "respondent", "session.people", "session.minutes", "consent.named", DATE)
"""Fields no question asks."""


class ConflictWords:
    """Says differences in one language."""

    def __init__(self, questionnaire: Questionnaire, t: Texts, *, shows_notes: bool) -> None:
        """Take the questionnaire, the words of the app, and whether private notes may be read."""
        self._questionnaire, self.t, self._shows_notes = questionnaire, t, shows_notes
        self._names = Names(t.lang, questionnaire)

    def in_order(self, conflicts: tuple[Conflict, ...]) -> list[Conflict]:
        """Return differences as they are read: the organisation, each round by its questions, the plan."""
        return sorted(conflicts, key=self._rank)

    def _rank(self, conflict: Conflict) -> tuple[int, int, int, str]:
        if conflict.subject is not None:
            return 2, 0, 0, ""
        if conflict.round is None:
            return 0, 0, 0, ""
        order, name = self._questionnaire.order, conflict.field.rpartition(".")[2]
        step = GRID if name in TOGETHER else name
        place = order.index(step) if step in order else len(order)
        return 1, conflict.round, -1 if conflict.field == DATE else place, conflict.field

    def group(self, conflict: Conflict) -> str:
        """Return what the difference belongs to: the organisation, a round with its day, the plan."""
        if conflict.subject is not None:
            return self.t("conflicts.group.plan")
        if conflict.day is None:
            return self.t("conflicts.group.organisation")
        day = long_date(conflict.day, self.t.lang)
        return self.t("conflicts.group.round", number=conflict.round, day=day)

    def about(self, conflict: Conflict) -> str:
        """Return what the difference is about, in a few words."""
        field = conflict.field
        if conflict.subject is not None:
            return f"{self._action(conflict)} · {self.t(f'conflicts.{field}')}"
        if field in _OWN_WORDS:
            return self.t(f"conflicts.what.{field.replace('.', '_')}")
        step = self._step(field)
        number = step_number(self._questionnaire, step)
        title = step_title(self._questionnaire, step, self.t.lang, self.t)
        named = f"{number} {title}" if number else title
        word = next((word for prefix, word in _BESIDE.items() if field.startswith(prefix)), None)
        return self.t(f"conflicts.what.{word}", of=named) if word else named

    def _action(self, conflict: Conflict) -> str:
        item, title = conflict.subject or (None, None)
        return " ".join((title or self._names.item(str(item))).split())

    def _step(self, field: str) -> Step:
        """Return a field as a step of its own: a line of a screen with several is one too."""
        name = field.rpartition(".")[2]
        if self._questionnaire.is_question(name):
            return Step(name, "question", (field,))
        if name in self._questionnaire.basic_ids:
            return Step(name, "basic", (field,))
        if name == "name" or name in self._questionnaire.profile_ids:
            return Step(name, "profile", (field,))
        return Step(name, "outside", (field,))

    def value(self, conflict: Conflict, value: Value) -> str:
        """Return what one side says, in the words of the answers, a text in full."""
        field, t = conflict.field, self.t
        if field.startswith(PRIVATE) and not self._shows_notes:
            return t("conflicts.private")
        if value is None:
            return t("conflicts.nothing")
        if conflict.subject is not None:
            return self._planned(field.removeprefix(PLAN), str(value))
        if field == DATE:
            return long_date(date.fromisoformat(str(value)), t.lang)
        if field.startswith(VOTES):
            question = field.removeprefix(VOTES)
            return spread_sentence(self._questionnaire, question, as_spread(value), t.lang)
        if field.startswith(URGENCY):
            return value_words(self._questionnaire, Step("urgency", "outside", ()), field, value, t.lang, t)
        return self._said(field, value)

    def _planned(self, name: str, value: str) -> str:
        if name == "due":
            return full_date(date.fromisoformat(value), self.t.lang)
        return support_name(value, self.t.lang) if name == "support" else value

    def _said(self, field: str, value: Value) -> str:
        """Return a text as it stands, names one after the other, an answer in its words."""
        t = self.t
        if field == "priorities" and isinstance(value, tuple):
            return " · ".join(self._names.item(str(item)) for item in value) or t("review.none")
        if field == "session.people" and isinstance(value, tuple):
            return " · ".join(map(str, value)) or t("conflicts.nothing")
        is_text = field.startswith(COMMENTS) or field.startswith(PRIVATE)
        if is_text or field in ("respondent", "session.minutes", f"{ORGANISATION}name"):
            return str(value)
        return value_words(self._questionnaire, self._step(field), field, value, t.lang, t)
