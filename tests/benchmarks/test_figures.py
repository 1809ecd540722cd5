"""The pack that ships, share by share: numbers written by hand from the study (METHOD §2)."""

import csv
from pathlib import Path

import pytest

import benchmarks
from benchmarks.intervals import need_met, round_outward
from benchmarks.model import Base, Benchmark, Interval, ItemFigures, Share

SHIPPED = Path(benchmarks.__file__).parent / "soga_2019"

USE_NEED = ("use", "need", "no_need", "dont_know")
COOPERATED_ONLY = {
    "patronage_financial", "patronage_in_kind", "patronage_skills",
    "business_subcontracting", "business_franchise", "business_jvs",
    "effect_skills", "effect_business_model", "effect_social_impact",
}  # fmt: skip

# item: use, need, no_need, dont_know, each as (low, high) in percent, from the printed values by hand
BOXES = {
    "platform_participation": ((52.5, 53.5), (28.5, 29.5), (13, 15), (3.5, 4.5)),
    "platform_crowd": ((34.5, 35.5), (32.5, 33.5), (27.5, 30.5), (2.5, 3.5)),
    "platform_elearning": ((42.5, 43.5), (24.5, 25.5), (0, 33), (0, 33)),
    "platform_marketplace": ((20.5, 21.5), (22.5, 23.5), (49.5, 50.5), (4.5, 7.5)),
    "tech_cloud_bigdata": ((58.5, 59.5), (16.5, 17.5), (17, 18.5), (5, 7.5)),
    "tech_ai": ((13.5, 14.5), (27.5, 28.5), (0, 59), (0, 59)),
    "tech_iot": ((19.5, 20.5), (12.5, 14.5), (0, 68), (0, 68)),
    "tech_vr": ((9.5, 10.5), (12.5, 23.5), (0, 78), (0, 78)),
    "movement_open_data": ((35.5, 36.5), (21.5, 22.5), (21.5, 24.5), (18.5, 19.5)),
    "movement_free_software": ((28.5, 29.5), (7, 25), (19.5, 39), (6.5, 26)),
    "patronage_in_kind": ((26, 79), (0, 74), (0, 74), (0, 74)),
    "patronage_skills": ((51.5, 52.5), (24.5, 25.5), (0, 23.5), (0, 23.5)),
    "business_subcontracting": ((64.5, 68.5), (0, 1), (22.5, 23.5), (7, 13)),
    "business_franchise": ((0, 0.5), (0, 100), (0, 100), (0, 100)),
    "business_jvs": ((12.5, 13.5), (11.5, 12.5), (55.5, 56.5), (17.5, 20.5)),
}

# contradiction: item, answer, values in the order they are printed, box
HULLS = {
    "C01": ("tech_iot", "need", (14, 13), (12.5, 14.5)),
    "C02": ("tech_vr", "need", (13, 23), (12.5, 23.5)),
    "C06": ("policy_law", "agree_total", (76, 84), (75.5, 84.5)),
    "C07": ("policy_tax", "agree_total", (83, 90), (82.5, 90.5)),
    "C08": ("policy_networking", "agree_total", (86, 84), (83.5, 86.5)),
    "C09": ("business_subcontracting", "use", (65, 68), (64.5, 68.5)),
    "C10": ("barrier_meeting_places", "agree_total", (66, 60), (59.5, 66.5)),
    "C11": ("barrier_unknown_potential", "agree_total", (76, 75), (74.5, 76.5)),
}


def figures(soga: Benchmark, item: str, population: str = "all") -> ItemFigures:
    found = soga.item(item, population)
    assert found is not None
    return found


def share(soga: Benchmark, item: str, code: str, population: str = "all") -> Share:
    found = figures(soga, item, population)
    return {**found.shares, **found.totals}[code]


def test_the_pack_says_who_answered_and_when(soga: Benchmark) -> None:
    assert (soga.id, soga.year, soga.n) == ("soga-2019", "2018-2019", 218)
    assert soga.facts == {"french": 53, "cooperated": 68, "countries": 19}


@pytest.mark.parametrize("item", BOXES)
def test_boxes_by_hand(soga: Benchmark, item: str) -> None:
    for code, (low, high) in zip(USE_NEED, BOXES[item], strict=True):
        assert figures(soga, item).shares[code].box == Interval(low, high), code


@pytest.mark.parametrize("conflict", HULLS)
def test_a_contradicted_figure_is_a_hull_and_prints_every_value(soga: Benchmark, conflict: str) -> None:
    item, code, values, (low, high) = HULLS[conflict]
    found = share(soga, item, code)
    assert found.raw == Interval(low, high)
    assert tuple(value.value for value in found.variants) == values
    assert found.conflict == conflict
    assert found.printable == found.box
    assert found.note is not None
    assert [value.headline for value in found.variants] == [True, False]


def test_legislation_is_76_in_the_chapter_and_84_in_the_summary(soga: Benchmark) -> None:
    first, second = share(soga, "policy_law", "agree_total").variants
    assert (first.section, first.layer) == ("§ 4.2", "corps")
    assert (second.section, soga.layers[second.layer]["fr"]) == ("résumé", "dans le résumé")


def test_a_headline_stays_alone_where_the_contradiction_is_only_a_note(soga: Benchmark) -> None:
    need = share(soga, "tech_ai", "need")
    assert need.box == Interval(27.5, 28.5)
    assert need.conflict == "C12"
    assert [value.value for value in need.variants] == [28]


def test_words_are_boxes(soga: Benchmark) -> None:
    assert share(soga, "tech_cloud_bigdata", "no_need").raw == Interval(17, 18.5)
    assert share(soga, "business_subcontracting", "need").raw == Interval(0, 1)
    assert share(soga, "business_franchise", "use").raw == Interval(0, 0.5)
    assert share(soga, "movement_free_software", "need").raw.high == 25


def test_only_free_software_and_in_kind_are_bounded(soga: Benchmark) -> None:
    bounded = {
        (item, code)
        for item, found in soga.figures["all"].items()
        for code, part in {**found.shares, **found.totals}.items()
        if part.status == "bounded"
    }
    assert {item for item, _ in bounded} == {"movement_free_software", "patronage_in_kind"}
    assert all(share(soga, item, code).derivation for item, code in bounded)
    assert all(share(soga, item, code).printable is None for item, code in bounded)


def test_what_is_not_published_is_never_printed(soga: Benchmark) -> None:
    for items in soga.figures.values():
        for found in items.values():
            for part in found.shares.values():
                if part.status == "not_published":
                    assert part.printable is None
                    assert part.published == ()


def test_a_narrow_unknown_is_still_not_published(soga: Benchmark) -> None:
    """Those who do not want funding are at most 6.5 %: the study does not say how many."""
    assert share(soga, "policy_funding", "disagree").box == Interval(0, 6.5)
    assert share(soga, "policy_funding", "disagree").printable is None


def test_a_wide_share_is_printed_only_when_two_published_values_make_it_wide(soga: Benchmark) -> None:
    assert share(soga, "tech_vr", "need").printable == Interval(12.5, 23.5)
    assert share(soga, "tech_vr", "use_or_need").box == Interval(22, 34)
    assert share(soga, "tech_vr", "use_or_need").printable is None


def test_past_cooperation_by_hand(soga: Benchmark) -> None:
    shares = figures(soga, "cooperation_past").shares
    assert shares["yes_continue"].box == Interval(66.5, 67.5)
    assert shares["yes_stop"].box == Interval(0.5, 1.5)
    assert shares["no_wish"].box == Interval(18, 20)
    assert shares["no_no_wish"].box == Interval(5.5, 6.5)
    assert shares["dont_know"].box == Interval(5.5, 8.5)


def test_agree_scales_by_hand(soga: Benchmark) -> None:
    assert share(soga, "skills_wish", "agree").box == Interval(26, 28)
    assert share(soga, "skills_wish", "agree").status == "derived"
    assert share(soga, "barrier_values", "dont_know").printable == Interval(5, 7)
    assert share(soga, "effect_business_model", "strongly_agree").box == Interval(28, 30)
    assert share(soga, "effect_business_model", "disagree").box == Interval(24.5, 25.5)


@pytest.mark.parametrize("item", sorted(COOPERATED_ONLY))
def test_the_forms_and_effects_stand_under_all_on_their_own_base(soga: Benchmark, item: str) -> None:
    assert figures(soga, item).base == Base(148, 149)
    assert figures(soga, item, "cooperated").base == Base(148, 149)
    assert figures(soga, item, "cooperated").population == "cooperated"


def test_every_question_of_the_study_has_its_answers_its_base_and_its_section(soga: Benchmark) -> None:
    assert len(soga.figures["all"]) == 31
    for item, found in soga.figures["all"].items():
        assert len(found.shares) in (4, 5)
        assert found.section.startswith("§ ")
        if item not in COOPERATED_ONLY:
            assert found.base == Base(218, 218)


def test_shares_of_one_question_can_add_up_to_100(soga: Benchmark) -> None:
    for items in soga.figures.values():
        for found in items.values():
            assert sum(part.box.low for part in found.shares.values()) <= 100
            assert sum(part.box.high for part in found.shares.values()) >= 100


# use / (use + need) with chance, in whole points outward, and the class it gives (METHOD §3)
EVIDENCE = {
    "platform_participation": (57, 72), "platform_elearning": (54, 71), "tech_cloud_bigdata": (70, 84),
    "movement_open_data": (52, 71), "patronage_skills": (58, 76), "business_subcontracting": (94, 100),
    "tech_ai": (23, 45),
    "platform_crowd": (43, 60), "platform_marketplace": (37, 58), "tech_iot": (46, 72),
    "tech_blockchain": (30, 59), "tech_robotics": (30, 59), "tech_vr": (19, 58), "tech_cad": (29, 58),
    "movement_free_software": (44, 88), "patronage_financial": (47, 67), "patronage_in_kind": (19, 100),
    "business_franchise": (0, 100), "business_jvs": (35, 68),
}  # fmt: skip
PROVEN = set(list(EVIDENCE)[:6])


@pytest.mark.parametrize("item", EVIDENCE)
def test_evidence_of_the_19_items(soga: Benchmark, item: str) -> None:
    found = need_met(figures(soga, item))
    rounded = round_outward(Interval(100 * found.low, 100 * found.high))
    assert (rounded.low, rounded.high) == EVIDENCE[item]
    assert (found.low > 0.5) == (item in PROVEN)
    assert (found.high < 0.5) == (item == "tech_ai")


def test_aged_evidence_says_why(soga: Benchmark) -> None:
    assert {item: aged.caps_band for item, aged in soga.aged.items()} == {
        "tech_ai": True,
        "platform_elearning": False,
        "platform_participation": False,
    }
    assert all(aged.reason["fr"] and aged.reason["en"] for aged in soga.aged.values())


def extraction() -> list[dict[str, str]]:
    with (SHIPPED / "extraction" / "figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_figure_of_the_extraction_is_in_the_pack(soga: Benchmark) -> None:
    published = {figure.id: figure for figure in soga.published}
    for row in extraction():
        figure = published[row["id"]]
        assert figure.section
        assert figure.headline == (row["headline"] == "yes")
        if row["value"]:
            assert figure.value == float(row["value"])
        if figure.population:
            assert figure.base in ("respondents", "cooperated")


def test_every_headline_share_is_where_the_app_looks_for_it(soga: Benchmark) -> None:
    shown = {
        value.figure
        for population, items in soga.figures.items()
        for found in items.values()
        for part in (*found.shares.values(), *found.totals.values())
        for value in part.published
        if value.headline
    }
    # F290 is the half of the health group that does not know, never shown beside 55 (C03)
    for figure in soga.published:
        is_share = figure.population and figure.unit == "percent" and figure.item in soga.figures["all"]
        if figure.headline and is_share and figure.status == "stated" and figure.value is not None:
            assert figure.id in shown or figure.id == "F290"


def test_the_45_contradictions_are_listed(soga: Benchmark) -> None:
    assert {f"C{number:02}" for number in range(1, 46)} <= set(soga.conflicts)
    hulls = {name for name, conflict in soga.conflicts.items() if conflict.effect == "hull"}
    assert hulls == {f"C{number:02}" for number in (1, 2, 3, 4, 6, 7, 8, 9, 10, 11)}
    assert all(conflict.variants for conflict in soga.conflicts.values())
