"""The shipped content: complete, in the study's words, in both languages, free of what Jalon never says."""

import re
from collections.abc import Iterator

import pytest
from babel import Locale
from pydantic import BaseModel

from questionnaire.loading import standard_questionnaire
from questionnaire.model import Question, Questionnaire, Text

NO_BREAK = "\N{NO-BREAK SPACE}"
CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"

NUMBERS = {
    "q01": "skills_wish",
    "q02": "cooperation_past",
    "q03": "platform_participation",
    "q04": "platform_crowd",
    "q05": "platform_elearning",
    "q06": "platform_marketplace",
    "q07": "tech_cloud_bigdata",
    "q08": "tech_ai",
    "q09": "tech_iot",
    "q10": "tech_blockchain",
    "q11": "tech_robotics",
    "q12": "tech_vr",
    "q13": "tech_cad",
    "q14": "movement_open_data",
    "q15": "movement_free_software",
    "q16": "patronage_financial",
    "q17": "patronage_in_kind",
    "q18": "patronage_skills",
    "q19": "business_subcontracting",
    "q20": "business_franchise",
    "q21": "business_jvs",
    "q22": "barrier_meeting_places",
    "q23": "barrier_values",
    "q24": "barrier_unknown_potential",
    "q25": "policy_law",
    "q26": "policy_tax",
    "q27": "policy_funding",
    "q28": "policy_networking",
    "q29": "effect_skills",
    "q30": "effect_business_model",
    "q31": "effect_social_impact",
}

PRINTED = {
    "q01": "Souhaitez-vous que votre organisation développe en interne plus de compétences digitales"
    " et/ou Tech ?",
    "q02": "Votre organisation a-t-elle déjà collaboré avec une autre organisation ayant des compétences"
    " digitales et/ou Tech ?",
    "q04": "Votre organisation utilise-t-elle les plateformes digitales pour le crowdsourcing, le"
    " crowdmapping et le crowdfunding ?",
    "q05": "Votre organisation utilise-t-elle les plateformes digitales pour des MOOCs et de l'apprentissage"
    " en ligne ?",
    "q06": "Votre organisation utilise-t-elle les plateformes digitales de type place de marchés (pour"
    " faciliter la rencontre entre acheteurs et vendeurs) ?",
    "q07": "Votre organisation a-t-elle recours au secteur technologique de la Big Data et/ou du Cloud ?",
    "q08": "Votre organisation a-t-elle recours au secteur technologique de l'intelligence artificielle ?",
    "q09": "Votre organisation a-t-elle recours au secteur technologique de l'internet des objets ?",
    "q14": "Selon vous, votre organisation s'inscrit-elle dans le mouvement open data ?",
    "q15": "Selon vous, votre organisation s'inscrit-elle dans le mouvement logiciel libre ?",
    "q16": "Si votre structure a déjà collaboré avec une organisation Tech, cette coopération a-t-elle reposé"
    " sur du mécénat financier ?",
    "q18": "Si votre structure a déjà collaboré avec une organisation Tech, cette coopération a-t-elle reposé"
    " sur du mécénat de compétences ?",
    "q19": "Si votre structure a déjà collaboré avec une organisation Tech, cette coopération a-t-elle reposé"
    " sur une relation de co-traitant ou de sous-traitant ?",
    "q21": "Si votre structure a déjà coopéré avec une organisation Tech, cette coopération a-t-elle reposé"
    " sur la création d'une Joint-Venture Sociale ?",
    "q22": "Êtes-vous d'accord avec l'affirmation suivante : « les organisations sociales et les"
    " organisations Tech n'ont pas de lieux de rencontre et d'échange » ?",
    "q23": "Êtes-vous d'accord avec l'affirmation suivante : \"les organisations sociales et les"
    ' organisations Tech ont des valeurs incompatibles" ?',
    "q24": "Êtes-vous d'accord avec l'affirmation suivante : \"les organisations sociales ne connaissent pas"
    ' suffisamment le potentiel de la technologie" ?',
    "q29": "Selon vous, cette coopération Tech a-t-elle permis de renforcer les compétences Tech de votre"
    " organisation ?",
    "q30": "Selon vous, cette coopération Tech a-t-elle permis de renforcer le modèle économique de votre"
    " organisation ?",
    "q31": "Selon vous, cette coopération Tech a-t-elle permis d'augmenter l'impact social de votre"
    " organisation ?",
}
"""The 20 wordings that survive complete, as printed in the study."""

LEGENDS = {
    "use_need": ["Oui", "Non, mais c'est un besoin", "Non, ce n'est pas un besoin", "Je ne sais pas"],
    "agree": ["Oui, tout à fait", "Oui, plutôt", "Non, pas vraiment", "Non, pas du tout", "Je ne sais pas"],
    "cooperation": [
        "Oui et mon organisation souhaite continuer",
        "Oui, mais mon organisation ne souhaite pas continuer",
        "Non, mais mon organisation souhaite développer cela",
        "Non et mon organisation ne souhaite pas développer cela",
        "Je ne sais pas",
    ],
}

SCALE_CODES = {
    "use_need": {"use": "use", "need": "need", "no_need": "none", "dont_know": "dk"},
    "agree": {
        "strongly_agree": "sa",
        "agree": "a",
        "disagree": "d",
        "strongly_disagree": "sd",
        "dont_know": "dk",
    },
    "cooperation": {
        "yes_continue": "yc",
        "yes_stop": "ys",
        "no_wish": "nw",
        "no_no_wish": "nn",
        "dont_know": "dk",
    },
}

PROFILE = {
    "country": ("p01", []),
    "legal_form": ("p02", ["association", "enterprise", "other"]),
    "structure_age": ("p03", ["under_2", "2_to_5", "6_to_20", "over_20"]),
    "employees": ("p04", ["0_to_9", "10_to_49", "50_to_249", "250_or_more"]),
    "respondent_age": ("p05", ["under_35", "35_or_over"]),
    "sdg": ("p07", []),
    "social_mission": ("p08", []),
    "limited_profit": ("p09", []),
    "democratic_governance": ("p10", []),
}

BASICS_CODES = ["fine", "improve", "need", "no_need", "dont_know"]

OUTSIDE_CODES = {
    "aim": [],
    "ai_rules": BASICS_CODES,
    "interest": [],
    "unsatisfying": [],
    "barriers": [
        "time",
        "money",
        "skills",
        "unease",
        "human_link",
        "contact",
        "trust",
        "equipment",
        "nothing",
    ],
    "skills_level": ["1", "2", "3", "4"],
    "urgency": ["now", "this_year", "later"],
}


@pytest.fixture(scope="module")
def shipped() -> Questionnaire:
    return standard_questionnaire()


def folded(sentence: str) -> str:
    """Fold no-break spaces and apostrophes, which say nothing of the words."""
    return sentence.replace(NO_BREAK, " ").replace(CURLY, "'")


def without_quotes(sentence: str) -> str:
    """Fold quotation marks as well: the study prints some straight, some French."""
    return folded(sentence).replace("« ", '"').replace(" »", '"')


def texts(part: object, place: str = "") -> Iterator[tuple[str, Text]]:
    """Walk through every text of the content, with its place."""
    if isinstance(part, Text):
        yield place, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name), f"{place}.{name}")
    elif isinstance(part, tuple):
        for number, member in enumerate(part):
            yield from texts(member, f"{place}[{getattr(member, 'id', number)}]")


def own_french(questionnaire: Questionnaire) -> list[tuple[str, str]]:
    """Every French sentence that is Jalon's own, and not the study's wording."""
    return [
        (place, folded(text["fr"]))
        for place, text in texts(questionnaire)
        if not re.search(r"^\.sections.*\.(wording|complement)$|^\.scales", place)
    ]


def is_said(phrase: str, sentence: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", folded(sentence), re.IGNORECASE) is not None


def test_numbers_and_ids_never_move(shipped: Questionnaire) -> None:
    assert [(q.number, q.id) for q in shipped.questions] == list(NUMBERS.items())


def test_nineteen_items_in_three_domains(shipped: Questionnaire) -> None:
    by_number = {q.number: q.domain for q in shipped.questions}
    expected = {
        f"q{n:02}": domain
        for domain, numbers in {
            "platforms": range(3, 7),
            "technologies": range(7, 14),
            "cooperation": range(14, 22),
        }.items()
        for n in numbers
    }
    assert {number: domain for number, domain in by_number.items() if domain} == expected
    assert len(shipped.items()) == 19


def test_scale_of_each_question(shipped: Questionnaire) -> None:
    for question in shipped.questions:
        if question.id == "cooperation_past":
            assert question.scale == "cooperation"
        else:
            assert question.scale == ("use_need" if question.domain else "agree"), question.id


def test_verbatim_wordings_are_the_words_of_the_study(shipped: Questionnaire) -> None:
    verbatim = {q.number: q.wording["fr"] for q in shipped.questions if q.origin == "verbatim"}
    printed = {number: without_quotes(wording) for number, wording in PRINTED.items()}
    assert {number: without_quotes(wording) for number, wording in verbatim.items()} == printed
    assert not any('"' in wording for wording in verbatim.values())


def test_completed_wording_is_the_printed_one_plus_its_marked_complement(shipped: Questionnaire) -> None:
    completed = [q for q in shipped.questions if q.origin == "completed"]
    assert [q.number for q in completed] == ["q03"]
    wording = folded(completed[0].wording["fr"])
    printed = "Votre organisation utilise-t-elle les plateformes digitales ?"
    assert re.sub(r" \[.*\]", "", wording) == printed
    assert completed[0].complement is not None
    assert completed[0].complement["fr"].removeprefix("… ") in wording


def test_scales_hold_the_printed_legends_and_codes(shipped: Questionnaire) -> None:
    legends = {s.id: [folded(choice.label["fr"]) for choice in s.choices] for s in shipped.scales}
    codes = {s.id: {choice.code: choice.exchange for choice in s.choices} for s in shipped.scales}
    assert legends == LEGENDS
    assert codes == SCALE_CODES
    assert all(list(codes[name]) == list(SCALE_CODES[name]) for name in codes)


def test_conditions(shipped: Questionnaire) -> None:
    put_if = {q.id: q.condition for q in shipped.questions}
    put_if |= {q.id: q.condition for q in shipped.outside.questions}
    conditions = {name: (found.question, found.any_of) for name, found in put_if.items() if found}
    cooperated = ("cooperation_past", ("yes_continue", "yes_stop"))
    filtered = [NUMBERS[f"q{n}"] for n in (*range(16, 22), *range(29, 32))]
    assert conditions == {
        **dict.fromkeys(filtered, cooperated),
        "ai_rules": ("tech_ai", ("use", "need")),
        "interest": ("cooperation_past", ("no_wish", "no_no_wish", "dont_know")),
    }


def test_profile_and_outside_codes(shipped: Questionnaire) -> None:
    profile = {q.id: (q.number, [choice.code for choice in q.choices]) for q in shipped.profile}
    assert profile == PROFILE
    outside = {q.id: [choice.code for choice in q.choices] for q in shipped.outside.questions}
    assert outside == OUTSIDE_CODES
    assert shipped.outside.question("barriers").at_most == 3


def test_twelve_basics_the_first_three_protecting_people(shipped: Questionnaire) -> None:
    basics = shipped.outside.basics
    assert [basic.id for basic in basics] == [f"b{n:02}" for n in range(1, 13)]
    assert [basic.id for basic in basics if basic.protection] == ["b01", "b02", "b03"]
    assert list(shipped.outside.basics_scale.codes) == BASICS_CODES


def test_exchange_codes_are_unique_in_each_list(shipped: Questionnaire) -> None:
    lists = [scale.choices for scale in (*shipped.scales, shipped.outside.basics_scale)]
    lists += [question.choices for question in shipped.profile]
    lists += [question.choices for question in shipped.outside.questions]
    for choices in lists:
        codes = [choice.exchange for choice in choices]
        assert len(set(codes)) == len(codes), codes
        assert all(re.fullmatch(r"[a-z0-9]{1,5}", code) for code in codes), codes


def test_countries_and_goals(shipped: Questionnaire) -> None:
    assert len(shipped.countries) == 249
    assert sorted(set(shipped.countries)) == list(shipped.countries)
    assert set(shipped.countries) <= set(Locale("fr").territories)
    assert not {"EU", "UN", "XK", "ZZ", "AN", "CS", "UK", "EL"} & set(shipped.countries)
    assert [goal.number for goal in shipped.goals] == list(range(1, 18))


def test_order_puts_everything_once(shipped: Questionnaire) -> None:
    on_one_screen = {f"q{n:02}" for n in range(9, 14)}
    expected = {"name", "q09-q13"}
    expected |= {q.id for q in shipped.questions if q.number not in on_one_screen}
    expected |= {q.id for q in shipped.profile} | {q.id for q in shipped.outside.questions}
    expected |= {basic.id for basic in shipped.outside.basics}
    assert sorted(shipped.order) == sorted(expected)


def test_every_text_has_both_languages(shipped: Questionnaire) -> None:
    places = list(texts(shipped))
    assert len(places) > 250
    for place, text in places:
        assert set(text.root) == {"fr", "en"}, place
        assert all(
            sentence == sentence.strip() and "  " not in sentence for sentence in text.root.values()
        ), place


@pytest.mark.parametrize(
    ("lang", "phrases"),
    [
        ("fr", ["percentile", "rang", "en avance sur l'Europe", "marge d'erreur"]),
        ("en", ["percentile", "rank", "ahead of Europe", "margin of error"]),
    ],
)
def test_no_ranking_words(shipped: Questionnaire, lang: str, phrases: list[str]) -> None:
    said = [(place, p) for place, text in texts(shipped) for p in phrases if is_said(p, text[lang])]
    assert said == []


def test_own_french_keeps_to_plain_words(shipped: Questionnaire) -> None:
    banned = ["il faut", "n'hésitez pas", "levier", "leviers", "enjeu", "enjeux", "digital", "audit"]
    sentences = own_french(shipped)
    assert [(place, word) for place, said in sentences for word in banned if is_said(word, said)] == []
    quoted = re.compile(r"« (Tech|digitales) »")
    borrowed = [place for place, said in sentences if re.search(r"\bTech\b|digital", quoted.sub("", said))]
    assert borrowed == []


def test_french_typography(shipped: Questionnaire) -> None:
    for place, text in texts(shipped):
        assert not re.search(r" [:;?!%»]|« |'", text["fr"]), place


def test_examples_and_short_names_fit_the_screen(shipped: Questionnaire) -> None:
    openings = {"fr": f"Par exemple{NO_BREAK}: ", "en": "For example: "}
    for lang, opening in openings.items():
        limits: list[tuple[Question | BaseModel, Text, Text, int, int]] = [
            *((q, q.short, q.example, 34, 150) for q in shipped.questions),
            *((b, b.short, b.example, 30, 140) for b in shipped.outside.basics),
        ]
        for part, short, example, short_most, example_most in limits:
            assert len(short[lang]) <= short_most, part
            assert len(example[lang]) <= example_most, part
            assert example[lang].startswith(opening), part


def test_definitions_take_two_to_four_sentences(shipped: Questionnaire) -> None:
    for question in shipped.questions:
        for lang in ("fr", "en"):
            sentences = re.split(r"(?<=[.?!…]) (?=[A-ZÀÉÊÎ«“\"])", question.definition[lang])
            assert 2 <= len(sentences) <= 4, (question.id, lang)


def test_opinions_say_that_they_change_no_result(shipped: Questionnaire) -> None:
    for section in shipped.sections[5:7]:
        assert section.intro is not None
        assert "sans effet sur vos résultats" in section.intro["fr"]
        assert "no effect on your results" in section.intro["en"]
