"""Every sentence a diagnosis can say: complete in both languages, with year and n beside Europe."""

import json
import random
import re
from collections.abc import Iterator

import pytest

from assessment.diagnosis import Diagnosis, Subject, diagnose
from assessment.diagnosis_json import as_json
from assessment.europe_words import EuropeWords, amount
from assessment.rulebook import standard_rulebook
from assessment.wording import Wording
from benchmarks.loading import standard_benchmark
from benchmarks.model import Interval
from questionnaire.answers import AnswerSheet, Value
from questionnaire.loading import standard_questionnaire

QUESTIONNAIRE = standard_questionnaire()
FORBIDDEN = {
    "fr": ("percentile", "rang", "en avance sur l'europe", "marge d'erreur"),
    "en": ("percentile", "rank", "ahead of europe", "margin of error"),
}


def diagnosis_of(fields: dict[str, Value]) -> Diagnosis:
    return diagnose(
        AnswerSheet.of(fields),
        QUESTIONNAIRE,
        standard_benchmark(),
        standard_rulebook(),
        subject=Subject(name="Le Jardin"),
    )


def random_fields(seed: int) -> dict[str, Value]:
    """Answer most questions at random; a third of the organisations never cooperated."""
    chance = random.Random(seed)
    fields: dict[str, Value] = {}
    for question in QUESTIONNAIRE.questions:
        if chance.random() < 0.9:
            fields[f"answers.{question.id}"] = chance.choice(QUESTIONNAIRE.scale(question.scale).codes)
    for basic in QUESTIONNAIRE.outside.basics:
        fields[f"complement.basics.{basic.id}"] = chance.choice(QUESTIONNAIRE.outside.basics_scale.codes)
    fields["complement.ai_rules"] = chance.choice(("need", "improve", "fine"))
    fields["complement.skills_level"] = chance.randint(1, 4)
    fields["complement.barriers"] = ("time", "money")
    fields["complement.interest"] = ("patronage_skills", "business_jvs")
    used = tuple(item.id for item in QUESTIONNAIRE.items() if fields.get(f"answers.{item.id}") == "use")
    fields["complement.unsatisfying"] = used[:2]
    return fields


def sentences(diagnosis: Diagnosis, lang: str) -> Iterator[str]:
    """Yield every sentence Wording can make of a diagnosis."""
    words = Wording(lang, diagnosis)
    for domain in diagnosis.profile.domains:
        stage = words.stage(domain)
        found = (words.beside_europe(domain), words.like_for_like(domain), words.coverage(domain))
        yield from (text for text in (words.counts(domain), stage.title, stage.sentence, *found) if text)
    for item in diagnosis.profile.states:
        yield words.europe(item)
    yield from (words.second_look(item) for item in diagnosis.second_looks)
    for one in (*diagnosis.recommendations, *diagnosis.basics):
        text = words.recommendation(one)
        yield from (getattr(text, name) for name in text.__slots__)
    for advice in diagnosis.advice:
        said = words.advice(advice)
        yield from (said.title, said.why, said.how)
    yield from (words.standing_short, words.standing_long)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("seed", range(25))
def test_no_forbidden_word_and_no_hole(seed: int, lang: str) -> None:
    """METHOD property 16, and no template left with an unfilled name."""
    for sentence in sentences(diagnosis_of(random_fields(seed)), lang):
        assert sentence.strip()
        assert not re.search(r"[{}]|None|\bnan\b", sentence), sentence
        folded = sentence.casefold().replace("’", "'")
        for word in FORBIDDEN[lang]:
            assert not re.search(rf"\b{word}\b", folded), sentence


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("seed", range(25))
def test_every_european_figure_carries_year_and_n(seed: int, lang: str) -> None:
    """METHOD property 17: a sentence about the respondents says when and how many."""
    about_europe = {"fr": r"répondants|européenn", "en": r"respondents|European"}[lang]
    diagnosis = diagnosis_of(random_fields(seed))
    words = Wording(lang, diagnosis)
    comparisons = diagnosis.comparison.items
    figures = [words.europe(item) for item in comparisons]
    figures += [words.europe_words.why(one, "§ 2.3") for one in comparisons.values()]
    figures += [text for d in diagnosis.profile.domains if (text := words.beside_europe(d))]
    figures += [text for d in diagnosis.profile.domains if (text := words.like_for_like(d))]
    figures += [words.second_look(item) for item in diagnosis.second_looks if item in comparisons]
    figures += [words.band(one).sentence for one in diagnosis.recommendations if one.band in ("A", "C")]
    assert any(re.search(about_europe, text) for text in figures)
    for text in figures:
        assert re.search(r"2018[-–]2019", text), text
        assert re.search(r"\b(218|148)\b", text), text


def test_rates_inside_rule_texts_carry_their_year() -> None:
    """A percentage written in a rule by hand must not stand without the years of the study."""
    for rule in (*standard_rulebook().items.values(), *standard_rulebook().advice):
        for name in ("why_note", "why", "how", "what", "watch"):
            text = getattr(rule, name, None)
            for sentence in re.split(r"(?<=[.?!])\s", text["fr"] if text else ""):
                assert "%" not in sentence or "20" in sentence, sentence


@pytest.mark.parametrize(
    ("low", "high", "word"),
    [(50.1, 60, "most"), (50, 60, "half"), (40, 50, "half"), (20, 49.9, "minority"), (3, 14.9, "few")],
)
def test_words_are_chosen_by_the_limits(low: float, high: float, word: str) -> None:
    """METHOD §2: the limits of the interval choose the word."""
    assert word == amount(Interval(low, high))


def test_figures_of_the_models_of_the_voice() -> None:
    """The figures of the three model recommendations, as METHOD prints them."""
    fields: dict[str, Value] = {
        "answers.cooperation_past": "yes_continue",
        "answers.platform_participation": "need",
        "answers.tech_ai": "need",
        "answers.patronage_skills": "need",
    }
    diagnosis = diagnosis_of(fields)
    words = Wording("fr", diagnosis)
    why = {
        one.item: words.recommendation(one).why.replace("\N{NO-BREAK SPACE}", " ")
        for one in diagnosis.recommendations
    }
    assert "57 à 72 % l’avaient déjà (218 organisations, 2018-2019, § 2.3)" in why["platform_participation"]
    assert "58 à 76 %" in why["patronage_skills"]
    assert "14 % des 218 répondants" in why["tech_ai"]
    assert why["tech_ai"].startswith("Vous avez répondu « non, mais c’est un besoin » (question 8).")


def test_both_values_of_a_contradiction_are_printed() -> None:
    """METHOD §2: « 65 %, 68 % dans le résumé »."""
    words = EuropeWords("fr", standard_benchmark())
    text = words.item("business_subcontracting", "§ 3.5").replace("\N{NO-BREAK SPACE}", " ")
    assert "65 %" in text
    assert "68 % dans le résumé" in text


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_same_diagnosis_same_json(lang: str) -> None:
    """METHOD property 15, and JSON holds recommendations for exactly the needs."""
    fields = random_fields(3)
    first, second = (
        as_json(diagnosis_of(fields), lang),
        as_json(diagnosis_of(dict(reversed(fields.items()))), lang),
    )
    assert json.dumps(first) == json.dumps(second)
    needs = {item for item, part in first["items"].items() if part["answer"] == "need"}
    assert needs == {part["item"] for part in first["recommendations"]}
    assert all(part["band"] for part in first["recommendations"])
    assert not any("band" in part for part in first["basics"])
