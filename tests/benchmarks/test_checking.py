"""`jalon benchmark check`, `list` and `show` as rows."""

from dataclasses import replace

from benchmarks.checking import check
from benchmarks.describe import pack_lines, share_lines
from benchmarks.model import Benchmark
from questionnaire.typography import NO_BREAK


def test_the_doubts_of_the_study_are_found(soga: Benchmark) -> None:
    found = {(finding.code, finding.place): finding.message for finding in check(soga)}
    health = found["few_counts", "effect_social_impact agree_total (sdg_health)"]
    environment = found["few_counts", "effect_social_impact agree_total (sdg_environment)"]
    assert "6/11" in health["fr"]
    assert "4/7" in environment["en"]
    assert ("contradiction", "C35") in found
    weights = found["weights_disagree", "france (effect_business_model, effect_social_impact)"]
    assert "41-50_%".replace("_", NO_BREAK) in weights["fr"]
    assert "58-67_%".replace("_", NO_BREAK) in weights["fr"]


def test_no_percentage_is_impossible(soga: Benchmark) -> None:
    assert not [finding for finding in check(soga) if finding.code == "impossible_percentage"]


def test_every_known_share_that_is_not_printed_has_its_reason(soga: Benchmark) -> None:
    found = {finding.place: finding.code for finding in check(soga) if finding.code != "contradiction"}
    assert found["tech_iot use (france)"] == "reversed"
    assert found["movement_free_software need (all)"] == "too_wide"
    assert found["cooperation_past yes_continue (employees_50_to_249)"] == "base_too_small"


def test_every_contradiction_is_listed_in_both_languages(soga: Benchmark) -> None:
    listed = [finding for finding in check(soga) if finding.code == "contradiction"]
    assert {finding.place for finding in listed} == set(soga.conflicts)
    assert all(finding.message["fr"] and finding.message["en"] for finding in check(soga))


def test_marketplaces_by_country_agree_with_the_whole(soga: Benchmark) -> None:
    assert not [finding for finding in check(soga) if finding.place.startswith("platform_marketplace")]


def test_the_pack_is_listed() -> None:
    line = next(line for line in pack_lines() if line.id == "soga-2019")
    assert (line.year, line.n) == ("2018-2019", 218)
    assert "portugal" in line.populations


def test_every_shown_share_carries_year_and_n(soga: Benchmark) -> None:
    for population in soga.populations:
        for line in share_lines(soga, population):
            assert (line.year, line.n) == ("2018-2019", 218)
            assert line.section
            assert (line.sampling is None) == (line.printable is None)
            if line.reliability == "hidden":
                assert line.values == ()


def test_chance_is_wider_than_rounding(soga: Benchmark) -> None:
    for line in share_lines(soga):
        if line.printable and line.sampling:
            assert line.printable.width < line.sampling.width


def test_a_part_and_its_rest_that_do_not_make_the_whole_are_told(soga: Benchmark) -> None:
    """86 % with and 80 % without cannot make 80 % in all, were those two groups the whole (C35)."""
    parts = dict(soga.populations)
    parts["skills_patronage"] = replace(parts["skills_patronage"], rest="no_skills_patronage")
    found = {(one.code, one.place) for one in check(replace(soga, populations=parts))}
    assert ("rest_disagrees", "effect_skills agree_total (skills_patronage)") in found
