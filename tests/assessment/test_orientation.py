"""Support programmes beside the answers: how each condition stands, old checks, files with a mistake."""

import shutil
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from assessment.network_programmes import programmes_beside, rules_with
from assessment.orientation import Fit, is_old, last_day, orient, standing
from assessment.orientation_words import OrientationWords
from assessment.places import programmes_folder
from assessment.rulebook import standard_rulebook
from assessment.support_programmes import Criterion, load_programme, load_programmes
from questionnaire.languages import language_codes
from questionnaire.loading import ContentError, standard_questionnaire

SHIPPED = Path(str(files("assessment") / "rules" / "programmes"))
TODAY = date(2026, 11, 25)
FITTING = {
    "structure_age": frozenset({"over_20"}),
    "legal_form": frozenset({"association"}),
    "country": frozenset({"FR"}),
    "sdg": frozenset({"4", "8"}),
}
OWN = """
name = "Coup de pouce"
run_by = "le réseau"
kind = "prêt de matériel"
text = "Le réseau prête des ordinateurs."
contact = "la coordination du réseau"
checked_on = "2026-11-02"
source = "règlement du réseau"

[[criterion]]
text = "Compter moins de dix salariés."
reads = "employees"
met = ["0_to_9"]
not_met = ["50_to_249", "250_or_more"]
"""


def shipped(name: str, facts: dict[str, frozenset[str]]) -> Fit:
    programme = load_programme(SHIPPED / f"{name}.toml", standard_questionnaire())
    (fit,) = orient((programme,), facts)
    return fit


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ({"6_to_20"}, "met"),
        ({"under_2"}, "not_met"),
        ({"2_to_5"}, "to_check"),
        (set(), "to_check"),
        ({"6_to_20", "under_2"}, "met"),
        ({"2_to_5", "under_2"}, "to_check"),
    ],
)
def test_a_condition_stands_as_its_answer_says(codes: set[str], expected: str) -> None:
    words = dict.fromkeys(language_codes(), "x")
    age = Criterion.model_validate(
        {"text": words, "reads": "structure_age", "met": ["6_to_20"], "not_met": ["under_2"]}
    )
    assert standing(age, {"structure_age": frozenset(codes)} if codes else {}) == expected


@pytest.mark.parametrize("fact", ["structure_age", "legal_form", "country", "sdg"])
def test_an_answer_not_given_is_to_be_checked_and_never_a_no(fact: str) -> None:
    fit = shipped("digit_ess", {name: codes for name, codes in FITTING.items() if name != fact})
    assert [one.reads for one in fit.to_check] == [fact]
    assert (fit.not_met, fit.verdict) == ((), "to_check")


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, "likely"),
        ({"structure_age": {"under_2"}}, "unlikely"),
        ({"structure_age": {"2_to_5"}}, "to_check"),
        ({"country": {"PT"}}, "to_check"),
        ({"legal_form": {"enterprise"}}, "to_check"),
        ({"sdg": {"13"}}, "to_check"),
    ],
)
def test_the_conditions_of_the_study(change: dict[str, set[str]], verdict: str) -> None:
    facts = {**FITTING, **{name: frozenset(codes) for name, codes in change.items()}}
    assert shipped("digit_ess", facts).verdict == verdict


def test_what_the_study_says_is_offered_and_asked() -> None:
    fit = shipped("digit_ess", FITTING)
    assert len(fit.to_ask) == 1 and "laïque" in fit.to_ask[0].text["fr"]
    said = OrientationWords("fr", TODAY).said(fit)
    offers = " ".join(said.offers).replace("\N{NO-BREAK SPACE}", " ")
    assert "100 %" in offers and "25 à 75 %" in offers
    assert said.checked.startswith("Conditions de 2019")


@pytest.mark.parametrize("lang", language_codes())
def test_whom_to_check_with_always_stands_there(lang: str) -> None:
    words = OrientationWords(lang, TODAY)
    for facts in ({}, FITTING, {"structure_age": frozenset({"under_2"})}):
        for fit in orient(standard_rulebook().support, facts):
            said = words.said(fit)
            assert fit.programme.contact[lang] in said.verify
            assert words.t(f"verdict.{fit.verdict}") in said.heading


@pytest.mark.parametrize(
    ("checked_on", "last", "old_from"),
    [
        ("2025", date(2025, 12, 31), date(2027, 1, 1)),
        ("2025-11", date(2025, 11, 30), date(2026, 12, 1)),
        ("2025-12", date(2025, 12, 31), date(2027, 1, 1)),
        ("2025-11-25", date(2025, 11, 25), date(2026, 11, 26)),
    ],
)
def test_a_check_is_old_after_twelve_months(checked_on: str, last: date, old_from: date) -> None:
    assert last_day(checked_on) == last
    assert is_old(checked_on, old_from)
    assert not is_old(checked_on, date.fromordinal(old_from.toordinal() - 1))


def test_the_warning_goes_with_age() -> None:
    fit = shipped("dla", {})
    assert OrientationWords("fr", TODAY).said(fit).warning
    assert OrientationWords("fr", date(2017, 6, 1)).said(fit).warning is None


def test_those_that_seem_to_fit_come_first() -> None:
    facts = {**FITTING, "structure_age": frozenset({"under_2"})}
    assert [fit.verdict for fit in orient(standard_rulebook().support, facts)] == ["to_check", "unlikely"]


def test_a_network_adds_a_programme_or_puts_its_own_in_place(tmp_path: Path) -> None:
    workspace = tmp_path / "jalon.sqlite3"
    assert programmes_beside(workspace) == ((), ())
    folder = programmes_folder(workspace)
    folder.mkdir()
    for name in ("coup_de_pouce", "dla"):
        (folder / f"{name}.toml").write_text(OWN, encoding="utf-8")
    (folder / "notes.txt").write_text("rien", encoding="utf-8")
    (folder / "faux.toml").write_text("name = ", encoding="utf-8")
    own, problems = programmes_beside(workspace)
    assert [one.id for one in own] == ["coup_de_pouce", "dla"]
    assert len(problems) == 1 and problems[0].startswith("faux.toml: not valid TOML")
    support = rules_with(own).support
    assert [one.id for one in support] == ["coup_de_pouce", "digit_ess", "dla"]
    assert support[2].name["en"] == "Coup de pouce"
    said = OrientationWords("fr", TODAY).said(orient(own, {"employees": frozenset({"0_to_9"})})[0])
    assert (said.verdict, said.warning) == ("likely", None)
    assert said.checked.startswith("Vérifié le 2 novembre 2026")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('reads = "employees"', 'reads = "employes"', ["reads", "employes", "nearest", "employees"]),
        ('"0_to_9"', '"0_to_10"', ["met", "0_to_10", "nearest", "0_to_9"]),
        ("checked_on", "cheked_on", ["cheked_on", "nearest", "checked_on"]),
        ("2026-11-02", "2 novembre", ["checked_on", "2 novembre", "2026-11"]),
        ('met = ["0_to_9"]', 'met = ["50_to_249"]', ["criterion", "met and in not_met"]),
        ("[[criterion]]", "[[criteria]]", ["criteria", "nearest", "criterion"]),
        ('contact = "la coordination du réseau"', "", ["contact"]),
        ('"règlement du réseau"', '{ en = "rules" }', ["source", "fr"]),
    ],
)
def test_a_mistake_is_told_in_one_sentence(tmp_path: Path, old: str, new: str, words: list[str]) -> None:
    assert old in OWN
    (tmp_path / "own.toml").write_text(OWN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_programme(tmp_path / "own.toml", standard_questionnaire())
    sentence = str(caught.value)
    assert "\n" not in sentence and sentence.startswith("own.toml")
    assert all(word in sentence for word in words), sentence


def test_what_is_to_be_asked_reads_no_answer(tmp_path: Path) -> None:
    text = OWN.replace('reads = "employees"', 'reads = "to_ask"')
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match="neither met nor not_met"):
        load_programmes(tmp_path, standard_questionnaire())


def test_the_same_name_twice_among_the_rules_is_refused(tmp_path: Path) -> None:
    from assessment.rulebook import load

    rules = Path(shutil.copytree(SHIPPED.parent, tmp_path / "rules"))
    (rules / "programmes" / "avise.toml").write_text(OWN, encoding="utf-8")
    with pytest.raises(ContentError, match="stands twice"):
        load(rules, standard_questionnaire())
