"""Every sentence a diagnosis can say: complete in both languages, with year and n beside Europe."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from assessment.comparison import PopulationShares, compare
from assessment.diagnosis import Diagnosis, Subject, diagnose
from assessment.diagnosis_json import as_json
from assessment.europe_words import EuropeWords, amount
from assessment.population_words import PopulationWords
from assessment.rulebook import standard_rulebook
from assessment.wording import Wording
from benchmarks.loading import standard_benchmark
from benchmarks.model import Base, Interval
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


def plain(text: str) -> str:
    """Return a text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


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


def test_the_average_says_what_was_not_known() -> None:
    """« je ne sais pas » is neither a use nor its absence: the sentence says how many were left out of it."""
    given: dict[str, Value] = {"answers.platform_crowd": "use", "answers.platform_marketplace": "dont_know"}
    assert "; vous, 1, sans compter votre « je ne sais pas »." in _beside_europe(given)
    given["answers.platform_elearning"] = "dont_know"
    assert "; vous, 1, sans compter vos 2 « je ne sais pas »." in _beside_europe(given)
    given["answers.platform_elearning"] = given["answers.platform_marketplace"] = "no_need"
    assert _beside_europe(given).endswith("en moyenne ; vous, 1.")


def _beside_europe(fields: dict[str, Value]) -> str:
    return plain(Wording("fr", diagnosis_of(fields)).beside_europe("platforms") or "")


def test_a_part_without_an_answer_says_so() -> None:
    words = Wording("fr", diagnosis_of({}))
    assert words.completeness("platforms") == "Aucune de ces 4 questions n’a encore de réponse."


def test_both_values_of_a_contradiction_are_printed() -> None:
    """METHOD §2: « 65 %, 68 % dans le résumé »."""
    words = EuropeWords("fr", standard_benchmark())
    text = words.item("business_subcontracting", "§ 3.5").replace("\N{NO-BREAK SPACE}", " ")
    assert "65 %" in text
    assert "68 % dans le résumé" in text


def test_a_derived_share_of_the_same_answer_says_so() -> None:
    fields: dict[str, Value] = {"answers.platform_marketplace": "dont_know", "answers.tech_ai": "use"}
    items = diagnosis_of(fields).comparison.items
    words = EuropeWords("fr", standard_benchmark())
    assert plain(words.same_answer(items["platform_marketplace"])) == "4 à 8 % (déduit)"
    assert plain(words.same_answer(items["tech_ai"])) == "13 à 15 %"
    assert words.same_answer(items["tech_vr"]) == "non publié"


def test_none_and_practically_none_are_two_words() -> None:
    """METHOD §2: none at all is [0, 0.5], « practically none » [0, 1]."""
    words = EuropeWords("fr", standard_benchmark())
    franchise = standard_benchmark().figures["all"]["business_franchise"].shares["use"]
    subcontracting = standard_benchmark().figures["all"]["business_subcontracting"].shares["need"]
    assert (words.share(franchise), words.share(subcontracting)) == ("aucun", "presque aucun")


def chosen(population: str, item: str) -> PopulationShares:
    profile = diagnosis_of({}).profile
    found = compare(profile, standard_benchmark(), QUESTIONNAIRE, population).items[item].population
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("population", "item", "said"),
    [
        (
            "portugal",
            "platform_elearning",
            "oui : 17 % [5 à 40 %] ; besoin : non publié ; n entre 18 et 86, indicatif",
        ),
        (
            "rest_of_europe",
            "platform_elearning",
            "oui : 33 à 37 % (déduit) [25 à 47 %] ; besoin : non publié ; n = 102 ou 103",
        ),
        (
            "france",
            "platform_marketplace",
            "oui : 13 % [8 à 21 %] ; besoin : non publié ; pas un besoin : 60 % [50 à 69 %] ; n = 115 ou 116",
        ),
        ("france", "business_jvs", "non publié"),
        ("portugal", "tech_ai", "non publié"),
    ],
)
def test_a_population_is_said_with_its_n_and_what_chance_does(population: str, item: str, said: str) -> None:
    words = PopulationWords("fr", standard_benchmark())
    assert plain(words.item(item, chosen(population, item))) == said


def test_no_percentage_is_said_of_too_few_respondents() -> None:
    benchmark = standard_benchmark()
    stated = benchmark.figures["portugal"]["platform_elearning"]
    shares = {
        code: replace(share, withheld="base_too_small" if share.published else None)
        for code, share in stated.shares.items()
    }
    few = replace(stated, base=Base(4, 9), reliability="hidden", shares=shares)
    small = replace(benchmark, figures={**benchmark.figures, "portugal": {"platform_elearning": few}})
    found = compare(diagnosis_of({}).profile, small, QUESTIONNAIRE, "portugal").items["platform_elearning"]
    assert found.population is not None
    assert found.population.shares == dict.fromkeys(found.population.shares)
    for lang, said in (("fr", "trop peu de répondants"), ("en", "too few respondents")):
        text = PopulationWords(lang, small).item("platform_elearning", found.population)
        assert text.startswith(said) and not re.search(r"\d", text)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_caption_names_the_population_with_its_n_and_year(lang: str) -> None:
    words = PopulationWords(lang, standard_benchmark())
    for population in standard_benchmark().populations.values():
        text = words.caption(population)
        assert population.label[lang] in text and words.year in text
        assert str(population.base.low) in text and str(population.base.high) in text


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_needs_met_are_worded_by_the_limits_of_the_interval(lang: str) -> None:
    """METHOD §2, words: the limits choose them; year, n and the range stand in the sentence."""
    words = EuropeWords(lang, standard_benchmark())
    comparisons = diagnosis_of({}).comparison.items
    expected = {
        "platform_participation": ("la plupart", "most", "218"),
        "platform_crowd": ("environ la moitié", "about half", "218"),
        "tech_ai": ("une minorité", "a minority", "218"),
        "patronage_skills": ("la plupart", "most", "148"),
    }
    for item, (french, english, n) in expected.items():
        text = words.need_met(comparisons[item])
        assert text is not None
        for part in (french if lang == "fr" else english, n, words.year, "%"):
            assert part in text
    silent = [item for item, one in comparisons.items() if words.need_met(one) is None]
    assert silent == ["tech_vr", "movement_free_software", "patronage_in_kind", "business_franchise"]


def test_items_with_the_same_word_share_a_sentence() -> None:
    words = EuropeWords("fr", standard_benchmark())
    comparisons = diagnosis_of({}).comparison.items
    ids = ("tech_iot", "tech_cloud_bigdata", "tech_cad", "tech_vr")
    found = [plain(text) for text in words.needs_met({i: i for i in ids}, [comparisons[i] for i in ids])]
    half = "En 2018-2019, parmi les 218 répondants, environ la moitié de ceux qui en voulaient l’avaient déjà"
    assert found[0] == f"{half} : tech_iot (46 à 72 %), tech_cad (29 à 58 %)."
    assert len(found) == 2 and "tech_cloud_bigdata" in found[1]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_notes_on_contradictions_carry_year_and_n(lang: str) -> None:
    words = EuropeWords(lang, standard_benchmark())
    noted = {item.id: words.notes(item.id) for item in QUESTIONNAIRE.items()}
    assert len(noted["tech_vr"]) == 2
    assert any("24" in note for note in noted["tech_ai"])
    assert noted["platform_crowd"] == noted["patronage_in_kind"] == ()
    for note in (note for notes in noted.values() for note in notes):
        assert words.year in note and re.search("218|148", note) and note.endswith(").")


def test_periods_are_said_as_people_say_them() -> None:
    found = diagnosis_of({})
    assert [Wording(lang, found).period("2026-11") for lang in ("fr", "en")] == [
        "novembre 2026",
        "November 2026",
    ]
    assert Wording("fr", found).period("2019") == "2019"


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
