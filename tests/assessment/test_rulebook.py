"""The rules that ship, and every mistake a network can make in them told in one sentence."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from assessment.diagnosis import Subject, diagnose
from assessment.rulebook import load, standard_rulebook
from benchmarks.loading import standard_benchmark
from questionnaire.answers import AnswerSheet
from questionnaire.loading import ContentError, standard_questionnaire

SHIPPED = Path(str(files("assessment") / "rules"))


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "rules"))


def replace(rules: Path, file: str, old: str, new: str) -> None:
    text = (rules / file).read_text(encoding="utf-8")
    assert old in text
    (rules / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def mistake(rules: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load(rules, standard_questionnaire())
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


def test_every_item_and_basic_has_its_rules_in_both_languages() -> None:
    rulebook, questionnaire = standard_rulebook(), standard_questionnaire()
    assert tuple(rulebook.items) == tuple(item.id for item in questionnaire.items())
    assert tuple(rulebook.basics) == tuple(basic.id for basic in questionnaire.outside.basics)
    for answers in rulebook.basics.values():
        assert set(answers) == {"need", "improve"}
        assert all(rule.why_note for rule in answers.values())
    assert {"b05", "b07"} <= set(rulebook.situate)


def test_prerequisites_are_the_two_of_the_method() -> None:
    prerequisites = standard_rulebook().prerequisites
    assert {item: rule.items for item, rule in prerequisites.items()} == {
        "tech_iot": ("tech_cloud_bigdata",),
        "business_jvs": (
            "patronage_financial",
            "patronage_in_kind",
            "patronage_skills",
            "business_subcontracting",
        ),
    }


def test_whatever_can_be_prepared_first_says_how() -> None:
    needs = {f"answers.{item.id}": "need" for item in standard_questionnaire().items()}
    found = diagnose(
        AnswerSheet.of({**needs, "answers.cooperation_past": "yes_continue"}),
        standard_questionnaire(),
        standard_benchmark(),
        standard_rulebook(),
        subject=Subject(),
    )
    waiting = [one.item for one in found.recommendations if one.band == "D"]
    assert len(waiting) == 7
    assert all(standard_rulebook().items[item].prepare for item in waiting)


def test_the_findings_named_have_the_form_of_the_study() -> None:
    rulebook = standard_rulebook()
    basics = [rule for answers in rulebook.basics.values() for rule in answers.values()]
    named = [one for rule in (*rulebook.items.values(), *basics) for one in rule.findings]
    named += [one for rule in rulebook.advice for one in rule.findings]
    assert named and all(re.fullmatch(r"R\d{3}", finding) for finding in named)


def test_a_network_edits_a_rule_without_code(rules: Path) -> None:
    replace(rules, "technologies.toml", 'time.fr = "deux demi-journées"', 'time.fr = "une matinée"')
    assert load(rules, standard_questionnaire()).items["tech_ai"].time["fr"] == "une matinée"


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (
            "technologies.toml",
            "[tech_ai]",
            "[tech_ia]",
            ["technologies.toml", "tech_ia", "nearest", "tech_ai"],
        ),
        ("basics.toml", "[b03.need]", "[b3.need]", ["basics.toml", "b3", "nearest", "b03"]),
        ("technologies.toml", "source =", "sorce =", ["technologies.toml", "sorce", "nearest", "source"]),
        ("basics.toml", "money.fr", "mony.fr", ["basics.toml, [b01]", "mony", "nearest", "money"]),
        ("technologies.toml", "title.en", "title.es", ["technologies.toml", "title", "has no 'en'"]),
        ("advice.toml", '{barriers = ["time"]}', '{barriers = ["tyme"]}', ["advice.toml", "tyme", "time"]),
        ("advice.toml", '{barriers = ["time"]}', '{bariers = ["time"]}', ["when", "bariers", "barriers"]),
        ("advice.toml", '{barriers = ["time"]}', "{barriers = []}", ["advice.toml", "when", "barriers"]),
        ("advice.toml", '[ {barriers = ["time"]} ]', "[]", ["advice.toml", "when"]),
        ("advice.toml", '[ {barriers = ["time"]} ]', "[ {} ]", ["advice.toml", "when"]),
        ("advice.toml", '"holding_back_time"', '"holding_back_money"', ["advice.toml", "stands twice"]),
        (
            "prerequisites.toml",
            '"tech_cloud_bigdata"',
            '"tech_cloud_bigdat"',
            ["tech_iot.needs_all", "nearest", "'tech_cloud_bigdat'"],
        ),
        ("prerequisites.toml", "[tech_iot]", "[tech_iott]", ["tech_iott", "nearest", "tech_iot"]),
        ("prerequisites.toml", "[tech_iot]", "[tech_ai]", ["prerequisites.toml", "tech_ai", "prepare"]),
        (
            "prerequisites.toml",
            '"tech_cloud_bigdata"',
            '"tech_iot"',
            ["prerequisites.toml", "circle", "tech_iot"],
        ),
        ("prerequisites.toml", "needs_all", "need_all", ["need_all", "nearest", "needs_all"]),
        ("prerequisites.toml", '["tech_cloud_bigdata"]', "[]", ["tech_iot", "needs_all or needs_any"]),
        (
            "programmes.toml",
            'help_for = ["b08"]',
            'help_for = ["b80"]',
            ["programmes.toml", "b80", "nearest"],
        ),
        ("programmes.toml", "[[programme]]", "[[program]]", ["programmes.toml", "program", "programme"]),
        ("platforms.toml", "[platform_crowd]", "[platform_crowd", ["platforms.toml", "not valid TOML"]),
    ],
)
def test_a_mistake_is_named_by_file_key_and_value(
    rules: Path, file: str, old: str, new: str, words: list[str]
) -> None:
    replace(rules, file, old, new)
    sentence = mistake(rules)
    assert all(word in sentence for word in words), sentence


def test_a_circle_through_two_items_is_refused(rules: Path) -> None:
    more = '\n[tech_vr]\nneeds_any = ["tech_cad"]\nreason = { fr = "a", en = "a" }\n'
    more += '\n[tech_cad]\nneeds_all = ["tech_vr"]\nreason = { fr = "a", en = "a" }\n'
    with (rules / "prerequisites.toml").open("a", encoding="utf-8") as file:
        file.write(more)
    assert "circle" in mistake(rules)


def test_a_missing_rule_or_file_is_named(rules: Path) -> None:
    text = (rules / "platforms.toml").read_text(encoding="utf-8")
    (rules / "platforms.toml").write_text(text.split("[platform_marketplace]")[0], encoding="utf-8")
    assert "[platform_marketplace] is missing" in mistake(rules)
    (rules / "platforms.toml").unlink()
    assert mistake(rules) == "platforms.toml: the file is missing"


def test_an_item_has_one_rule_only(rules: Path) -> None:
    text = (rules / "platforms.toml").read_text(encoding="utf-8")
    replace(rules, "technologies.toml", "[tech_ai]", text.split("\n\n")[0] + "\n\n[tech_ai]")
    assert mistake(rules) == "technologies.toml: the id 'platform_participation' stands twice"


def test_a_basic_must_have_both_answers(rules: Path) -> None:
    text = (rules / "basics.toml").read_text(encoding="utf-8")
    start = text.index("[b01.improve]")
    end = text.index("[b02.need]")
    (rules / "basics.toml").write_text(text[:start] + text[end:], encoding="utf-8")
    assert "b01" in mistake(rules) and "improve" in mistake(rules)
