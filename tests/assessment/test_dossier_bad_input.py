"""Whatever is wrong with a dossier is one sentence that names file, key, value and nearest valid name."""

import copy
import json
import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assessment.dossier import read_dossier, read_dossier_file
from assessment.errors import BadInput
from assessment.texts import texts
from questionnaire.loading import standard_questionnaire

QUESTIONNAIRE = standard_questionnaire()
GOOD: dict[str, Any] = {
    "format": "jalon-dossier",
    "version": 1,
    "organisation": {"name": "Le Jardin", "country": "FR"},
    "assessments": [
        {
            "id": "t0",
            "date": "2026-11-22",
            "questionnaire": "soga-2019",
            "profile": {"employees": "0_to_9", "sdg": [4]},
            "answers": {"tech_ai": "need"},
            "comments": {"tech_ai": "…"},
            "complement": {"basics": {"b01": "need"}, "barriers": ["time"], "skills_level": 2},
        }
    ],
    "plan": [{"item": "tech_ai", "status": "open"}],
}


def refusal(content: bytes) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read_dossier(content, "x.json", QUESTIONNAIRE)
    for lang in ("fr", "en"):
        sentence = caught.value.text(lang)
        assert sentence.startswith("x.json")
        assert "\n" not in sentence
        assert sentence.endswith((".", "?"))
        assert len(sentence) < 400
    return caught.value


def changed(place: str, value: object) -> bytes:
    tree = copy.deepcopy(GOOD)
    *groups, last = [int(part) if part.isdigit() else part for part in place.split("/")]
    branch: Any = tree
    for group in groups:
        branch = branch[group]
    branch[last] = value
    return json.dumps(tree).encode()


@pytest.mark.parametrize(
    ("place", "value", "code", "told"),
    [
        ("assessments/0/answers/tech_a", "use", "unknown_question", ["answers", "tech_a", "tech_ai"]),
        ("assessments/0/answers/tech_ai", "needs", "unknown_code", ["answers.tech_ai", "needs", "need"]),
        ("assessments/0/answers/tech_ai", None, "not_text", ["answers.tech_ai", "null"]),
        ("assessments/0/answers/tech_ai", 1, "not_text", ["answers.tech_ai", "1"]),
        ("assessments/0/answers", [], "not_group", ["assessments[0].answers"]),
        ("assessments/0/comments/tech", "…", "unknown_question", ["comments", "tech"]),
        ("assessments/0/comments/tech_ai", "x" * 100_001, "too_long", ["comments.tech_ai", "100000"]),
        ("assessments/0/comments/tech_ai", "a\x1b[2J", "control_characters", ["comments.tech_ai"]),
        ("assessments/0/comments/tech_ai", "\ud800", "control_characters", ["comments.tech_ai"]),
        ("assessments/0/profil", {}, "unknown_key", ["assessments[0].profil", "profile"]),
        ("assessments/0/profile/employees", "0_to_10", "unknown_code", ["profile.employees", "0_to_9"]),
        ("assessments/0/profile/age", 3, "unknown_key", ["profile.age"]),
        ("assessments/0/profile/sdg", [0], "out_of_range", ["profile.sdg[0]", "0", "1"]),
        ("assessments/0/profile/sdg", [18], "out_of_range", ["profile.sdg[0]", "18", "17"]),
        ("assessments/0/profile/sdg", [4, 4], "twice", ["profile.sdg", "4"]),
        ("assessments/0/profile/sdg", ["4"], "not_integer", ["profile.sdg[0]", '"4"']),
        ("assessments/0/profile/sdg", [True], "not_integer", ["profile.sdg[0]", "true"]),
        ("assessments/0/profile/sdg", 4, "not_list", ["profile.sdg", "4"]),
        ("assessments/0/profile/social_mission", "oui", "not_yes_no", ["profile.social_mission"]),
        ("assessments/0/date", "22/11/2026", "not_date", ["assessments[0].date", "22/11/2026"]),
        ("assessments/0/date", "2026-02-30", "not_date", ["2026-02-30"]),
        ("assessments/0/date", "20261122", "not_date", ["20261122"]),
        ("assessments/0/date", 20261122, "not_date", ["20261122"]),
        ("assessments/0/questionnaire", "soga-2018", "unknown_questionnaire", ["soga-2018", "soga-2019"]),
        ("assessments/0/id", "", "blank", ["assessments[0].id"]),
        ("assessments/0/priorities", ["b13"], "unknown_item", ["priorities", "b13", "b1"]),
        ("assessments/0/priorities", ["b01", "b01"], "twice", ["priorities", "b01"]),
        ("assessments/0/priorities", [f"b0{n}" for n in range(1, 8)], "too_many", ["priorities", "6"]),
        ("assessments/0/complement/basics/b13", "need", "unknown_item", ["basics", "b13"]),
        ("assessments/0/complement/basics/b01", "use", "unknown_code", ["basics.b01", "use"]),
        ("assessments/0/complement/barriers", ["tiem"], "unknown_item", ["barriers", "tiem", "time"]),
        ("assessments/0/complement/barriers", ["time", "money", "skills", "trust"], "too_many", ["3"]),
        ("assessments/0/complement/skills_level", 5, "out_of_range", ["skills_level", "5", "4"]),
        ("assessments/0/complement/skills_level", 2.0, "not_integer", ["skills_level", "2.0"]),
        ("assessments/0/complement/urgency", {"b01": "now"}, "unknown_item", ["urgency", "b01"]),
        ("assessments/0/complement/interest", ["tech_ai"], "unknown_item", ["interest", "tech_ai"]),
        ("assessments", [], "no_assessment", ["assessments"]),
        ("assessments/0", 3, "not_group", ["assessments[0]", "3"]),
        ("organisation/country", "XQ", "unknown_country", ["organisation.country", "XQ"]),
        ("organisation/country", "fr", "unknown_country", ["fr", "FR"]),
        ("organisation/legal_form", "assoc", "unknown_code", ["organisation.legal_form", "association"]),
        ("organisation/name", "a\nb", "control_characters", ["organisation.name"]),
        ("organisation/name", "x" * 1_001, "too_long", ["organisation.name", "1000"]),
        ("organisation/name", 5, "not_text", ["organisation.name", "5"]),
        ("organisation/id", "42", "not_uuid", ["organisation.id", "42"]),
        ("organisation/\x1b[2J\u202e", 1, "unknown_key", ["\\u001b", "\\u202e"]),
        ("plan/0/status", "opened", "unknown_item", ["plan[0].status", "opened", "open"]),
        ("plan/0/item", "tech_iaa", "unknown_item", ["plan[0].item", "tech_iaa"]),
        ("plan/0", {"owner": "Ana"}, "action_without_subject", ["plan[0]"]),
        ("plan/0/due", "demain", "not_date", ["plan[0].due", "demain"]),
        ("format", "other", "wrong_format", ["other", "jalon-dossier"]),
        ("version", 3, "newer_version", ["3", "2"]),
        ("assessments/0/votes", {"tech_ai": {"use": 1}}, "later_key", ["assessments[0].votes", "1", "2"]),
        ("version", 0, "unknown_version", ["0", "1", "2"]),
        ("version", "1", "not_integer", ["version", '"1"']),
        ("version", True, "not_integer", ["version", "true"]),
    ],
)
def test_a_mistake_is_told_with_its_place(place: str, value: object, code: str, told: list[str]) -> None:
    problem = refusal(changed(place, value))

    assert problem.code == f"dossier.{code}"
    for lang in ("fr", "en"):
        assert all(word in problem.text(lang) for word in told), problem.text(lang)


@pytest.mark.parametrize("key", ["format", "version", "organisation", "assessments"])
def test_a_missing_key_is_named(key: str) -> None:
    problem = refusal(json.dumps({name: GOOD[name] for name in GOOD if name != key}).encode())

    assert problem.code == "dossier.missing_key"
    assert f"“{key}”" in problem.text("en")


@pytest.mark.parametrize("key", ["date", "questionnaire", "answers"])
def test_a_key_missing_from_an_assessment_is_named(key: str) -> None:
    tree = copy.deepcopy(GOOD)
    del tree["assessments"][0][key]

    assert f"assessments[0].{key}" in refusal(json.dumps(tree).encode()).text("en")


def test_two_assessments_with_the_same_id_are_refused() -> None:
    twice = GOOD["assessments"] * 2

    assert refusal(json.dumps({**GOOD, "assessments": twice}).encode()).code == "dossier.same_id"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe{}", "not_utf8"),
        (json.dumps(GOOD).encode("utf-16"), "not_utf8"),
        ("{é}".encode("latin-1"), "not_utf8"),
        (b"[]", "not_object"),
        (b"null", "not_object"),
        (b'"x"', "not_object"),
        (b"{}", "missing_key"),
        (b"{", "truncated"),
        (json.dumps(GOOD).encode()[:-1], "truncated"),
        (json.dumps(GOOD).encode()[:150], "truncated"),
        (b"hello", "not_json"),
        (b"{} {}", "not_json"),
        (b"{'a': 1}", "not_json"),
        (b'{"a": NaN}', "bad_number"),
        (b'{"a": -Infinity}', "bad_number"),
        (b'{"a": 1e999}', "bad_number"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "bad_number"),
        (b'{"format": "jalon-dossier", "format": "x"}', "duplicate_key"),
        (b'{"a": {"b": [{"c": 1, "c": 2}]}}', "duplicate_key"),
        (b"[" * 100_000, "too_deep"),
        (b'{"a":' * 100_000, "too_deep"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "too_deep"),
        (b" " * 50_000_001, "too_big"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_dossier_is_told(content: bytes, code: str) -> None:
    assert refusal(content).code == f"dossier.{code}"


@pytest.mark.parametrize("depth", [5, 100, 300, 900])
def test_nesting_in_the_wrong_place_is_told(depth: int) -> None:
    nested: object = 1
    for _ in range(depth):
        nested = [nested] if depth % 2 else {"a": nested}
    tree = {**GOOD, "organisation": nested}
    content = json.dumps(tree).encode()

    assert refusal(content).code in ("dossier.not_group", "dossier.unknown_key", "dossier.too_deep")


@settings(deadline=None)  # the first PDF imports pypdf
@given(st.binary(max_size=200))
@example(b"\x00")
def test_no_bytes_at_all_end_in_a_traceback(content: bytes) -> None:
    refusal(content)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
PLACES = [
    "organisation",
    "organisation/name",
    "assessments",
    "assessments/0",
    "assessments/0/profile/sdg",
    "assessments/0/answers/tech_ai",
    "assessments/0/session",
    "assessments/0/complement/urgency",
    "assessments/0/priorities",
    "plan",
    "plan/0/due",
]


@given(st.sampled_from(PLACES), json_values)
def test_no_value_in_any_place_ends_in_a_traceback(place: str, value: object) -> None:
    try:
        read_dossier(changed(place, value), "x.json", QUESTIONNAIRE)
    except BadInput as problem:
        assert "\n" not in problem.text("fr")


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    for path, code in [(tmp_path / "none.json", "file.missing"), (tmp_path, "file.is_folder")]:
        with pytest.raises(BadInput) as caught:
            read_dossier_file(path, QUESTIONNAIRE)
        assert caught.value.code == code
        assert str(path) in caught.value.text("fr")


def test_every_sentence_has_both_languages_with_the_same_fields() -> None:
    french, english = texts("errors", "fr"), texts("errors", "en")

    assert french.keys() == english.keys()
    for key in sorted(french.keys()):
        assert _fields(french(key)) == _fields(english(key)), key
        assert french(key) != english(key), key


def _fields(sentence: str) -> Mapping[str, None]:
    return dict.fromkeys(sorted(name for _, name, _, _ in string.Formatter().parse(sentence) if name))
