"""The names and codes a dossier may hold, taken from the questionnaire."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.model import OutsideQuestion, Questionnaire

AI_RULES = "ai_rules"
"""The one outside question that opens a recommendation of its own, as a basic does."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every name and code one questionnaire knows, by the place in a dossier where it may stand."""

    questionnaire: str
    countries: tuple[str, ...]
    profile: Mapping[str, tuple[str, ...]]
    """Codes by profile question, for those answered with a code (legal_form is one of them)."""
    answers: Mapping[str, tuple[str, ...]]
    """Codes by question of the study."""
    basics: tuple[str, ...]
    basics_codes: tuple[str, ...]
    ai_rules: tuple[str, ...]
    items: tuple[str, ...]
    """The 19 items of the use/need profile."""
    interest: tuple[str, ...]
    """The forms of cooperation asked of some organisations only."""
    barriers: tuple[str, ...]
    most_barriers: int | None
    urgency: tuple[str, ...]
    noted: tuple[str, ...]
    """What a comment or a private note may stand beside: any question at all."""

    @property
    def voted(self) -> Mapping[str, tuple[str, ...]]:
        """Codes by question a group can vote on: those of the study and the basics."""
        return {**self.answers, **dict.fromkeys(self.basics, self.basics_codes)}

    @property
    def actionable(self) -> tuple[str, ...]:
        """What can be a priority or an action of the plan."""
        return (*self.items, *self.basics)


def vocabulary(questionnaire: Questionnaire) -> Vocabulary:
    """Return the names and codes a dossier answering this questionnaire may hold."""
    outside: dict[str, OutsideQuestion] = {
        question.id: question for question in questionnaire.outside.questions
    }
    scales = {scale.id: scale.codes for scale in questionnaire.scales}
    basics = tuple(basic.id for basic in questionnaire.outside.basics)
    items = questionnaire.items()
    forms = tuple(item.id for item in items if item.condition is not None)
    profile = {question.id: question for question in questionnaire.profile}
    basics_codes = questionnaire.outside.basics_scale.codes
    return Vocabulary(
        questionnaire=questionnaire.id,
        countries=questionnaire.countries,
        profile={
            name: tuple(choice.code for choice in question.choices)
            for name, question in profile.items()
            if question.kind == "choice"
        },
        answers={question.id: scales[question.scale] for question in questionnaire.questions},
        basics=basics,
        basics_codes=basics_codes,
        ai_rules=_codes(outside[AI_RULES]) or basics_codes,
        items=tuple(item.id for item in items),
        interest=_codes(outside["interest"]) or forms,
        barriers=_codes(outside["barriers"]),
        most_barriers=outside["barriers"].at_most,
        urgency=_codes(outside["urgency"]),
        noted=(*(question.id for question in questionnaire.questions), *basics, *outside, *profile),
    )


def _codes(question: OutsideQuestion) -> tuple[str, ...]:
    return tuple(choice.code for choice in question.choices)
