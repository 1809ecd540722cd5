"""The JSON of a diagnosis has the keys and types other programs rely on; same input, same bytes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.demo import FILES
from questionnaire.loading import standard_questionnaire

Call = Callable[..., Any]
ITEMS = tuple(item.id for item in standard_questionnaire().items())
DOMAINS = {"platforms": 4, "technologies": 7, "cooperation": 8, "all": 19}
COUNTS = ("use", "need", "no_need", "dont_know", "answered", "not_asked", "unanswered")
TEXTS = ("item", "title", "what", "why", "how", "time", "money", "watch", "progress", "source")
CODES = ("use", "need", "no_need", "dont_know")


@pytest.fixture(params=range(len(FILES)), ids=FILES)
def dossier(request: pytest.FixtureRequest, demo: tuple[Path, ...]) -> Path:
    return demo[int(request.param)]


@pytest.fixture
def data(jalon: Call, dossier: Path) -> dict[str, Any]:
    run = jalon("diagnose", dossier, "--json", "-")
    assert (run.code, run.err) == (0, "")
    return dict(run.data)


def is_interval(value: object, low: float, high: float) -> bool:
    """Say whether a value is null or [low, high], within limits."""
    if value is None:
        return True
    assert isinstance(value, list)
    assert all(isinstance(end, float | int) and not isinstance(end, bool) for end in value)
    return len(value) == 2 and low <= value[0] <= value[1] <= high


def test_it_says_what_it_is_and_what_it_stands_beside(data: dict[str, Any]) -> None:
    assert (data["format"], data["version"]) == ("jalon-diagnosis", 1)
    known = {"id": "soga-2019", "year": "2018-2019", "population": "all", "n": 218}
    assert data["benchmark"].items() >= known.items()


def test_each_domain_has_its_counts_and_its_ratios(data: dict[str, Any]) -> None:
    assert set(data["domains"]) == set(DOMAINS)
    for name, size in DOMAINS.items():
        domain = data["domains"][name]
        assert all(type(domain[count]) is int and domain[count] >= 0 for count in COUNTS)
        assert domain["answered"] == sum(domain[code] for code in CODES)
        assert domain["answered"] + domain["not_asked"] + domain["unanswered"] == size
        assert domain["stage"] in (None, 1, 2, 3, 4)
        for ratio in ("coverage", "clarity"):
            assert domain[ratio] is None or 0 <= domain[ratio] <= 1
        assert is_interval(domain["expected_use"], 0, size)
        assert is_interval(domain["like_for_like"], -size, size)


def test_each_of_the_nineteen_items_stands_beside_the_benchmark(data: dict[str, Any]) -> None:
    assert tuple(data["items"]) == ITEMS
    assert len(ITEMS) == 19
    for item in data["items"].values():
        assert item["answer"] in (None, *CODES)
        assert is_interval(item["same_answer"], 0, 100)
        assert all(is_interval(share, 0, 100) for share in item["benchmark"].values())
        assert item["evidence"] in ("proven_path", "shared_gap", "mixed")
        assert item["band"] in (None, "A", "B", "C", "D")
        assert (item["band"] is not None) == (item["answer"] == "need")


def test_exactly_the_needs_are_recommended_in_whole_texts(data: dict[str, Any]) -> None:
    needs = {name for name, item in data["items"].items() if item["answer"] == "need"}

    assert {one["item"] for one in data["recommendations"]} == needs
    assert len(data["recommendations"]) == len(needs)
    for one in (*data["recommendations"], *data["basics"]):
        assert all(isinstance(one[key], str) and one[key].strip() for key in TEXTS), one
    assert all(one["band"] in ("A", "B", "C", "D") for one in data["recommendations"])
    assert all("band" not in one for one in data["basics"])
    assert {one["item"] for one in data["basics"]} <= {f"b{n:02}" for n in range(1, 13)}


def test_priorities_advice_and_what_to_clarify(data: dict[str, Any]) -> None:
    recommended = {one["item"] for one in (*data["recommendations"], *data["basics"])}
    unknown = [name for name, item in data["items"].items() if item["answer"] == "dont_know"]

    assert set(data["priorities"]) <= recommended
    assert len(data["priorities"]) <= 6
    assert sorted(data["to_clarify"]) == sorted(unknown)
    for one in data["advice"]:
        assert all(one[key].strip() for key in ("rule", "title", "why", "how", "source"))


def test_both_languages_hold_the_same_codes_and_figures(
    jalon: Call, dossier: Path, data: dict[str, Any]
) -> None:
    english = jalon("--lang", "en", "diagnose", dossier, "--json", "-").data

    for part in ("benchmark", "domains", "items", "priorities", "to_clarify", "second_looks", "opinions"):
        assert english[part] == data[part]
    for list_, key in (("recommendations", "item"), ("basics", "item"), ("advice", "rule")):
        assert [one[key] for one in english[list_]] == [one[key] for one in data[list_]]


@pytest.mark.parametrize("option", ["--json", "--pdf", "--text"])
def test_the_same_dossier_gives_the_same_bytes_in_any_process(
    option: str, process: Call, demo: tuple[Path, ...]
) -> None:
    runs = [
        process(
            *("diagnose", demo[1], "--date", "2026-11-22", "--full", option, "-"),
            environment={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
        )
        for seed, zone, locale in (("1", "UTC", "C.UTF-8"), ("2", "Pacific/Auckland", "fr_FR.UTF-8"))
    ]

    assert [run.code for run in runs] == [0, 0]
    assert runs[0].out == runs[1].out
    assert len(runs[0].out) > 1_000


FOLLOWUP = (
    "met",
    "still",
    "dropped",
    "unsure",
    "adopted",
    "abandoned",
    "new_needs",
    "clarified",
    "lost_clarity",
)


def test_a_later_round_says_what_changed_since_the_first(jalon: Call, demo: tuple[Path, ...]) -> None:
    """The third demo organisation has two rounds: worked out by hand from its two sets of answers."""
    followup = jalon("diagnose", demo[2], "--json", "-").data["followup"]
    assert followup["baseline"] == "7b1d9e53-8c4f-4a2e-b5d0-3e6f1a9c0301"
    assert {name: followup[name] for name in FOLLOWUP} == {
        "met": ["platform_participation", "tech_ai"],
        "still": ["platform_elearning", "tech_iot"],
        "dropped": [],
        "unsure": ["tech_vr"],
        "adopted": ["platform_participation", "tech_ai"],
        "abandoned": ["platform_marketplace"],
        "new_needs": ["tech_cad"],
        "clarified": ["tech_cad"],
        "lost_clarity": ["tech_vr"],
    }
    assert followup["stage_on_baseline_basket"] == {
        "platforms": 3,
        "technologies": 3,
        "cooperation": 4,
        "all": 3,
    }
    assert followup["progress"] == {"met": 2, "needs": 5}
    assert followup["warnings"] == ["other_respondent"]


def test_the_first_round_has_no_follow_up(jalon: Call, demo: tuple[Path, ...]) -> None:
    first = jalon("diagnose", demo[2], "--assessment", "7b1d9e53-8c4f-4a2e-b5d0-3e6f1a9c0301", "--json", "-")
    assert "followup" not in first.data
    assert "followup" not in jalon("diagnose", demo[0], "--json", "-").data
