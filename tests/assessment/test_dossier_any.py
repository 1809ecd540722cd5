"""Any dossier at all comes back as it left."""

import json
from importlib.resources import files

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.dossier import (
    Action,
    Assessment,
    Complement,
    Dossier,
    Meeting,
    Organisation,
    Profile,
    Session,
    assessment_of,
    read_dossier,
    sheet_of,
    write_dossier,
)
from assessment.dossier.schema import VERSIONS, schema_file
from assessment.dossier.vocabulary import Vocabulary, vocabulary
from questionnaire.loading import standard_questionnaire

QUESTIONNAIRE = standard_questionnaire()
CONTROLS = [chr(code) for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"]
SCHEMAS = {
    version: json.loads((files("assessment") / "schemas" / schema_file(version)).read_text(encoding="utf-8"))
    for version in VERSIONS
}
VALIDATORS = {version: jsonschema.Draft202012Validator(schema) for version, schema in SCHEMAS.items()}

WORDS = vocabulary(QUESTIONNAIRE)
on_one_line = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30)
free = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS), max_size=50)
filled_names = on_one_line.map(lambda text: f"a{text}")
names = st.none() | filled_names
free_texts = free.map(lambda text: f"{text}.")


def some_of(names: tuple[str, ...], most: int) -> st.SearchStrategy[tuple[str, ...] | None]:
    return st.none() | st.lists(st.sampled_from(names), unique=True, max_size=most).map(tuple)


def coded(words: Vocabulary) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(codes) for name, codes in words.answers.items()}
    )


def keyed(names: tuple[str, ...], codes: tuple[str, ...]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(names), st.sampled_from(codes), max_size=6)


votes = st.lists(st.sampled_from(sorted(WORDS.voted)), unique=True, max_size=3).flatmap(
    lambda asked: st.fixed_dictionaries(
        {name: st.dictionaries(st.sampled_from(WORDS.voted[name]), st.integers(0, 99)) for name in asked}
    )
)
yes_no = st.none() | st.booleans()
profiles = st.builds(
    Profile,
    sdg=st.none() | st.lists(st.integers(1, 17), unique=True).map(tuple),
    social_mission=yes_no,
    limited_profit=yes_no,
    democratic_governance=yes_no,
    **{name: st.none() | st.sampled_from(c) for name, c in WORDS.profile.items() if name != "legal_form"},
)
complements = st.builds(
    Complement,
    aim=st.none() | free_texts,
    basics=keyed(WORDS.basics, WORDS.basics_codes),
    interest=some_of(WORDS.interest, 6),
    unsatisfying=some_of(WORDS.items, 5),
    barriers=some_of(WORDS.barriers, 3),
    skills_level=st.none() | st.integers(1, 4),
    urgency=keyed(WORDS.items, WORDS.urgency),
    ai_rules=st.none() | st.sampled_from(WORDS.ai_rules),
)
assessments = st.builds(
    Assessment,
    id=st.none(),
    date=st.dates(),
    questionnaire=st.just("soga-2019"),
    profile=profiles,
    answers=coded(WORDS),
    votes=st.just({}) | votes,
    comments=st.dictionaries(st.sampled_from(WORDS.noted), free_texts, max_size=3),
    respondent=names,
    session=st.builds(
        Session, people=st.none() | st.lists(filled_names, max_size=3).map(tuple), minutes=st.none()
    ),
    adviser_notes=st.dictionaries(st.sampled_from(WORDS.noted), free_texts, max_size=3),
    priorities=some_of(WORDS.actionable, 6),
    complement=complements,
)
actions = st.builds(
    Action,
    item=st.sampled_from(WORDS.actionable),
    title=st.none() | free_texts,
    first_step=st.none(),
    owner=names,
    due=st.none() | st.dates(),
    help=st.none(),
    status=st.sampled_from(("open", "done", "dropped")),
)
meetings = st.builds(
    Meeting,
    date=st.dates(),
    people=st.none() | st.lists(filled_names, max_size=3).map(tuple),
    minutes=st.none() | free_texts,
)
dossiers = st.builds(
    Dossier,
    format=st.just("jalon-dossier"),
    organisation=st.builds(
        Organisation,
        id=st.none() | st.uuids().map(str),
        name=names,
        country=st.none() | st.sampled_from(WORDS.countries),
        legal_form=st.none() | st.sampled_from(WORDS.profile["legal_form"]),
    ),
    assessments=st.lists(assessments, min_size=1, max_size=2).map(tuple),
    plan=st.lists(actions, max_size=2).map(tuple),
    sessions=st.just(()) | st.lists(meetings, max_size=3).map(tuple),
)


@settings(max_examples=25, deadline=None)
@given(dossiers)
def test_any_dossier_comes_back_as_it_left(dossier: Dossier) -> None:
    written = write_dossier(dossier, with_private_notes=True)

    assert read_dossier(written, "x.json", QUESTIONNAIRE) == dossier
    assert write_dossier(read_dossier(written, "x.json", QUESTIONNAIRE), True) == written
    tree = json.loads(written)
    has_votes = any(one.votes for one in dossier.assessments)
    assert tree["version"] == (2 if has_votes or dossier.sessions else 1)
    VALIDATORS[tree["version"]].validate(tree)
    VALIDATORS[2].validate({**tree, "version": 2})
    assert read_dossier(json.dumps({**tree, "version": 2}).encode(), "x.json", QUESTIONNAIRE) == dossier


@settings(max_examples=25, deadline=None)
@given(assessments)
def test_any_assessment_survives_as_a_sheet(assessment: Assessment) -> None:
    dossier = Dossier(organisation=Organisation(), assessments=(assessment,))
    sheet = sheet_of(dossier, assessment)

    assert assessment_of(sheet, date=assessment.date, questionnaire="soga-2019") == assessment
