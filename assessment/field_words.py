"""What each field of an answer sheet is called and what it holds, in words; pure."""

from assessment.names import Names, is_basic
from assessment.texts import texts
from assessment.vote_words import spread_sentence
from questionnaire.answers import Value
from questionnaire.languages import language
from questionnaire.model import Choice, Questionnaire
from questionnaire.votes import as_spread

_SUBJECTS = ("answers", "comments", "adviser_notes", "votes", "profile")
"""First words of the fields whose last word is a question."""


def subject_of(field: str) -> str:
    """Return the question a field is about; the field itself when it is about none."""
    first, _, rest = field.partition(".")
    if first in _SUBJECTS:
        return rest
    if first == "complement":
        group, _, item = rest.partition(".")
        return item if group == "basics" else group
    return rest if field in ("organisation.country", "organisation.legal_form") else field


class FieldWords:
    """Names fields and says what they hold, in one language."""

    def __init__(self, questionnaire: Questionnaire, lang: str) -> None:
        self._questionnaire, self._lang = questionnaire, lang
        self._names = Names(lang, questionnaire)
        self._t = texts("full_copy", lang)

    def question(self, subject: str) -> str:
        """Return a question with its number, in full."""
        questionnaire, lang = self._questionnaire, self._lang
        if questionnaire.is_question(subject):
            wording = questionnaire.question(subject).wording[lang]
        elif is_basic(subject):
            wording = questionnaire.basic(subject).wording[lang]
        elif subject in questionnaire.profile_ids:
            return questionnaire.profile_question(subject).wording[lang]
        elif subject in {one.id for one in questionnaire.outside.questions}:
            return questionnaire.outside.question(subject).wording[lang]
        else:
            key = f"field.{subject}"
            return self._t(key) if key in self._t else subject
        return self._t("numbered", number=self._names.number(subject).capitalize(), question=wording)

    def part(self, field: str) -> str:
        """Return what a field is to its question: the answer, the comment, the private note, the votes."""
        first = field.partition(".")[0]
        if field.startswith("complement.urgency."):
            return self._t("part.urgency", item=self._item(field.rpartition(".")[2]))
        return self._t(f"part.{first}" if first in ("comments", "adviser_notes", "votes") else "part.answers")

    def said(self, field: str, value: Value) -> str:
        """Return what a field holds; what is no code is said as it was written."""
        if field.startswith("votes."):
            return spread_sentence(self._questionnaire, subject_of(field), as_spread(value), self._lang)
        if isinstance(value, tuple):
            return " · ".join(self._one(field, one) for one in value) or self._t("none_of_these")
        return self._t("nothing") if value is None else self._one(field, value)

    def _one(self, field: str, value: str | int | bool) -> str:
        """Return the words of one value."""
        if isinstance(value, bool):
            return self._t("yes" if value else "no")
        subject = subject_of(field)
        if field.startswith(("comments.", "adviser_notes.")) or subject == "aim":
            return str(value)
        if subject == "country":
            from babel import Locale  # 40 ms that only a known country pays

            return str(Locale.parse(language(self._lang).locale).territories.get(str(value), value))
        if subject == "sdg":
            return next(goal.label[self._lang] for goal in self._questionnaire.goals if goal.number == value)
        labels = {choice.code: choice.label[self._lang] for choice in self._choices(subject)}
        return labels.get(str(value)) or self._item(str(value))

    def _item(self, item: str) -> str:
        """Return the short name of an item; what is none is said as it is."""
        is_known = self._questionnaire.is_question(item) or item in self._questionnaire.basic_ids
        return self._names.item(item) if is_known or item == "ai_rules" else item

    def _choices(self, subject: str) -> tuple[Choice, ...]:
        questionnaire = self._questionnaire
        if questionnaire.is_question(subject):
            return questionnaire.scale(questionnaire.question(subject).scale).choices
        if subject in questionnaire.basic_ids:
            return questionnaire.outside.basics_scale.choices
        others: dict[str, tuple[Choice, ...]] = {one.id: one.choices for one in questionnaire.profile}
        others.update((one.id, one.choices) for one in questionnaire.outside.questions)
        return others.get(subject, ())
