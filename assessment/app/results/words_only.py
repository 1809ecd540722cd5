"""The pages without a bar: basics, questions for the team, advice, opinions, method."""

from textual.content import Content

from assessment.app.results.results import Part, Results
from assessment.app.tones import MUTED
from assessment.diagnosis import Diagnosis
from assessment.wording import Wording

BASIC_CODES = ("fine", "improve", "need", "no_need", "dont_know")


def basics(results: Results) -> Content:
    """Return the twelve basics by answer; no European figure exists for them."""
    diagnosis, wording, t = results.diagnosis, results.wording, results.t
    parts: list[Part] = [(f"{t('results.page.basics')}\n", "bold"), f"{t('results.basics_intro')}\n"]
    answered = diagnosis.sheet.basics
    for code in BASIC_CODES:
        found = [
            basic.id for basic in diagnosis.questionnaire.outside.basics if answered.get(basic.id) == code
        ]
        if found:
            parts.append((f"\n{t(f'results.basic.{code}')}\n", "bold"))
            parts += [f"  {wording.item(basic)}\n" for basic in found]
    if not answered:
        parts.append(f"\n{t('results.basics_none')}\n")
    parts.append((f"\n{wording.outside_notice}", MUTED))
    return Content.assemble(*parts)


def team(results: Results) -> Content:
    """Return what to ask the team: what nobody knew, and what may be worth a second look."""
    diagnosis, wording, t = results.diagnosis, results.wording, results.t
    unknown = (*diagnosis.to_clarify, *diagnosis.basics_to_clarify)
    parts: list[Part] = [(f"{t('results.page.team')}\n", "bold")]
    parts.append(f"{t('results.team_intro' if unknown else 'results.team_none')}\n")
    parts += [f"\n ? {_question(diagnosis, item, wording)}" for item in unknown]
    if diagnosis.second_looks:
        parts.append((f"\n\n{t('results.second_looks')}\n", "bold"))
        for item in diagnosis.second_looks:
            parts += [f"\n {wording.item(item)}\n", (f" {wording.second_look(item)}\n", MUTED)]
        parts.append((f"\n{wording.standing_short}", MUTED))
    return Content.assemble(*parts)


def _question(diagnosis: Diagnosis, item: str, wording: Wording) -> str:
    """Return the wording of a question, to be read out to the team."""
    questionnaire = diagnosis.questionnaire
    if any(basic.id == item for basic in questionnaire.outside.basics):
        return questionnaire.basic(item).wording[wording.lang]
    if item == "ai_rules":
        return questionnaire.outside.question(item).wording[wording.lang]
    return questionnaire.question(item).wording[wording.lang]


def advice(results: Results) -> Content:
    """Return the advice the answers call for, each with its source."""
    t = results.t
    parts: list[Part] = [(f"{t('results.page.advice')}\n", "bold")]
    if not results.diagnosis.advice:
        parts.append(t("results.advice_none"))
    for one in results.diagnosis.advice:
        text = results.wording.advice(one)
        parts += [
            (f"\n{text.title}\n", "bold"),
            f"{text.why}\n{text.how}\n",
            (f"{text.source}\n", MUTED),
        ]
    return Content.assemble(*parts)


def opinions(results: Results) -> Content:
    """Return the opinions as they were given; they change no result."""
    diagnosis, wording, t = results.diagnosis, results.wording, results.t
    parts: list[Part] = [(f"{t('results.page.opinions')}\n", "bold"), f"{t('results.opinions_intro')}\n"]
    for question, code in diagnosis.opinions.items():
        parts += [
            f"\n {wording.item(question)}\n",
            ("   " + wording.answer(question, code), "$primary"),
            "\n",
        ]
    if not diagnosis.opinions:
        parts.append(f"\n{t('results.opinions_none')}")
    return Content.assemble(*parts)


def method(results: Results) -> Content:
    """Return how the words are chosen and where the figures come from."""
    t = results.t
    return Content.assemble(
        (f"{t('results.page.method')}\n\n", "bold"),
        f"{t('results.method')}\n\n",
        results.wording.standing_long,
    )
