"""How a group voted, in words: the spread of the votes and what it says of the agreement."""

from assessment.names import is_basic
from assessment.texts import Texts, texts
from questionnaire.model import Choice, Questionnaire
from questionnaire.votes import Spread

Answers = tuple[tuple[str, str], ...]
"""Code and words of each answer, in the order they are put."""


def answers_to(questionnaire: Questionnaire, question_id: str, lang: str) -> Answers:
    """Return the answers to a question of the study or a basic, in order."""
    choices: tuple[Choice, ...]
    if is_basic(question_id):
        choices = questionnaire.outside.basics_scale.choices
    else:
        choices = questionnaire.scale(questionnaire.question(question_id).scale).choices
    return tuple((choice.code, choice.label[lang]) for choice in choices)


def spread_sentence(questionnaire: Questionnaire, question_id: str, spread: Spread, lang: str) -> str:
    """Return « Votes : 5 « Oui » · 2 « Je ne sais pas ». »."""
    t = texts("votes", lang)
    return t("spread", votes=_listed(answers_to(questionnaire, question_id, lang), spread, t))


def same_answer(spread: Spread, code: str, lang: str) -> str:
    """Return « votes : 5 sur 7 »: how many voted for the answer that was agreed on."""
    return texts("votes", lang)("same", same=spread.get(code, 0), n=sum(spread.values()))


def votes_cast(number: int, lang: str) -> str:
    """Return « 5 votes »."""
    return texts("votes", lang).count("cast", number)


def agreement(answers: Answers, spread: Spread, lang: str) -> str:
    """Say in one sentence how far a group agrees, and what to do where it does not."""
    t = texts("votes", lang)
    number = sum(spread.values())
    given = [(code, words) for code, words in answers if spread.get(code)]
    if not given:
        return t("none")
    top = max(spread.values())
    first = [(code, words) for code, words in given if spread[code] == top]
    code, answer = first[0]
    if number == 1:
        return t("one", answer=answer)
    if top == number:
        return t("all", n=number, answer=answer)
    if len(first) > 1 or 2 * top <= number:
        return t("shared", votes=_listed(answers, spread, t))
    others = _listed(tuple(one for one in given if one[0] != code), spread, t)
    return t.count("most", number - top, top=top, total=number, answer=answer, others=others)


def _listed(answers: Answers, spread: Spread, t: Texts) -> str:
    """Return each answer somebody gave with its votes."""
    parts = (t("part", n=spread[code], answer=words) for code, words in answers if spread.get(code))
    return t("between").join(parts)
