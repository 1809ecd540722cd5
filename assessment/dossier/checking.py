"""Checks every name and code of a dossier against the questionnaire."""

from collections.abc import Iterable, Mapping

from assessment.dossier.model import Assessment, Complement, Dossier
from assessment.dossier.vocabulary import Vocabulary, vocabulary
from assessment.errors import BadInput, nearest, shown
from questionnaire.model import Questionnaire


def check(dossier: Dossier, questionnaire: Questionnaire, file: str) -> None:
    """Refuse the first question, code, country or item the questionnaire does not know."""
    words = vocabulary(questionnaire)
    organisation = dossier.organisation
    _known("country", "organisation.country", organisation.country, words.countries, file)
    _known("code", "organisation.legal_form", organisation.legal_form, words.profile["legal_form"], file)
    _check_ids(dossier, file)
    for position, assessment in enumerate(dossier.assessments):
        _check_assessment(assessment, f"assessments[{position}]", words, file)
    for position, action in enumerate(dossier.plan):
        _known("item", f"plan[{position}].item", action.item, words.actionable, file)


def _check_ids(dossier: Dossier, file: str) -> None:
    seen: set[str] = set()
    for position, assessment in enumerate(dossier.assessments):
        if assessment.id is None:
            continue
        if assessment.id in seen:
            key = f"assessments[{position}].id"
            raise BadInput("dossier.same_id", file=file, key=key, value=shown(assessment.id))
        seen.add(assessment.id)


def _check_assessment(assessment: Assessment, place: str, words: Vocabulary, file: str) -> None:
    _known("questionnaire", f"{place}.questionnaire", assessment.questionnaire, (words.questionnaire,), file)
    for name, codes in words.profile.items():
        value = getattr(assessment.profile, name, None)
        _known("code", f"{place}.profile.{name}", value, codes, file)
    _no_twice(f"{place}.profile.sdg", assessment.profile.sdg, file)
    _known_names("question", f"{place}.answers", assessment.answers, words.answers, file)
    for question, code in assessment.answers.items():
        _known("code", f"{place}.answers.{question}", code, words.answers[question], file)
    _check_votes(assessment.votes, f"{place}.votes", words, file)
    _known_names("question", f"{place}.comments", assessment.comments, words.noted, file)
    _known_names("question", f"{place}.adviser_notes", assessment.adviser_notes, words.noted, file)
    _known_list(f"{place}.priorities", assessment.priorities, words.actionable, file)
    _check_complement(assessment.complement, f"{place}.complement", words, file)


def _check_votes(votes: Mapping[str, Mapping[str, int]], place: str, words: Vocabulary, file: str) -> None:
    codes = words.voted
    for question, spread in votes.items():
        _known("question", place, question, codes, file)
        for code in spread:
            _known("vote", f"{place}.{question}", code, codes[question], file)


def _check_complement(complement: Complement, place: str, words: Vocabulary, file: str) -> None:
    _known_names("item", f"{place}.basics", complement.basics, words.basics, file)
    for basic, code in complement.basics.items():
        _known("code", f"{place}.basics.{basic}", code, words.basics_codes, file)
    _known("code", f"{place}.ai_rules", complement.ai_rules, words.ai_rules, file)
    _known_list(f"{place}.interest", complement.interest, words.interest, file)
    _known_list(f"{place}.unsatisfying", complement.unsatisfying, words.items, file)
    _known_list(f"{place}.barriers", complement.barriers, words.barriers, file)
    if words.most_barriers is not None and len(complement.barriers or ()) > words.most_barriers:
        raise BadInput("dossier.too_many", file=file, key=f"{place}.barriers", limit=words.most_barriers)
    _known_names("item", f"{place}.urgency", complement.urgency, words.items, file)
    for item, code in complement.urgency.items():
        _known("code", f"{place}.urgency.{item}", code, words.urgency, file)


def _known(what: str, key: str, value: str | None, known: Iterable[str], file: str) -> None:
    """Refuse a value that is none of the known ones; None says nothing and is always known."""
    if value is None or value in known:
        return
    raise BadInput(
        f"dossier.unknown_{what}", file=file, key=key, value=shown(value), nearest=nearest(value, known)
    )


def _known_names(what: str, key: str, named: Mapping[str, str], known: Iterable[str], file: str) -> None:
    for name in named:
        _known(what, key, name, known, file)


def _known_list(key: str, names: tuple[str, ...] | None, known: Iterable[str], file: str) -> None:
    for name in names or ():
        _known("item", key, name, known, file)
    _no_twice(key, names, file)


def _no_twice(key: str, values: tuple[str, ...] | tuple[int, ...] | None, file: str) -> None:
    listed = values or ()
    for position, value in enumerate(listed):
        if value in listed[:position]:
            raise BadInput("dossier.twice", file=file, key=key, value=shown(value))
