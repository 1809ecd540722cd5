"""Who the report is about, in words: profile, people, and the words of the profile's answers."""

from assessment.report.content.material import Material, excerpt
from questionnaire.answers import Value
from questionnaire.languages import language

LONGEST_PERSON = 60
MOST_PEOPLE = 8
_HEAD = ("legal_form", "country", "employees", "structure_age")
"""Profile questions named on the front sheet."""


def profile_field(question_id: str) -> str:
    """Return the field of the answer sheet that holds a profile question."""
    owner = "organisation" if question_id in ("country", "legal_form") else "profile"
    return f"{owner}.{question_id}"


def profile_answer(m: Material, question_id: str) -> str | None:
    """Return the words of a profile answer; None when nothing was said."""
    value = m.diagnosis.sheet.get(profile_field(question_id))
    if value is None:
        return None
    question = m.diagnosis.questionnaire.profile_question(question_id)
    match question.kind:
        case "choice":
            return next(choice.label[m.lang] for choice in question.choices if choice.code == value)
        case "country":
            return _country(str(value), m.lang)
        case "sdg":
            return _goals(m, value)
        case "yes_no":
            return m.t("answer.yes" if value else "answer.no")


def _country(code: str, lang: str) -> str:
    from babel import Locale

    return str(Locale.parse(language(lang).locale).territories.get(code, code))


def _goals(m: Material, value: Value) -> str:
    chosen = value if isinstance(value, tuple) else ()
    labels = (
        m.t("answer.goal", number=goal.number, label=goal.label[m.lang])
        for goal in m.diagnosis.questionnaire.goals
        if goal.number in chosen
    )
    return m.t("between").join(labels) or m.t("answer.none_of_these")


def profile_line(m: Material) -> str:
    """Return « Association · France · De 0 à 9 salariés »."""
    said = ((question, profile_answer(m, question)) for question in _HEAD)
    parts = [
        m.t(f"front.profile.{question}", words=words, inside=words[:1].lower() + words[1:])
        for question, words in said
        if words is not None
    ]
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def people_line(m: Material) -> str:
    """Return who answered and who was there; empty when nobody is named."""
    subject = m.diagnosis.subject
    parts = []
    if subject.respondent:
        parts.append(m.t("front.respondent", name=excerpt(subject.respondent, LONGEST_PERSON)))
    if subject.people:
        shown = [excerpt(person, LONGEST_PERSON) for person in subject.people[:MOST_PEOPLE]]
        more = len(subject.people) - len(shown)
        if more:
            shown.append(m.t.count("front.more_people", more))
        parts.append(m.t("front.people", names=m.t("between").join(shown)))
    return " · ".join(parts)
