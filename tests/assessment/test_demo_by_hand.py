"""Every figure of the three fictional dossiers, redone by hand from METHOD §1 to §3.

Boxes are ±0.5 around the published percentage; 52.5 is the low end of « 53 % utilisent ». The sums below are
written out so that anybody can redo them with a pencil.
"""

import pytest

from assessment.demo import demo_dossiers
from assessment.diagnosis import Diagnosis
from assessment.dossier_diagnosis import diagnose_dossier
from benchmarks.model import Interval

BIKES, WORDS, MAPS = (diagnose_dossier(dossier) for dossier in demo_dossiers())


def near(low: float, high: float) -> tuple[float, float]:
    """Return the ends of an interval redone by hand."""
    return low, high


def ends(interval: Interval | None) -> object:
    """Return the ends of a computed interval, compared up to binary noise."""
    assert interval is not None
    return pytest.approx((interval.low, interval.high), abs=1e-9)


def counts(diagnosis: Diagnosis, domain: str) -> tuple[int, int, int, int, int, int]:
    """Return u, e, x, k, unanswered, not asked."""
    one = diagnosis.profile.domains[domain]
    return (
        len(one.use),
        len(one.need),
        len(one.no_need),
        len(one.dont_know),
        len(one.unanswered),
        len(one.not_asked),
    )


COUNTS = [
    # organisation, domain, (u, e, x, k, a, not asked), stage, coverage, clarity
    (BIKES, "platforms", (1, 1, 2, 0, 0, 0), 3, 1 / 2, 1.0),
    (BIKES, "technologies", (1, 0, 6, 0, 0, 0), 4, 1 / 1, 1.0),
    (BIKES, "cooperation", (1, 0, 1, 0, 0, 6), 4, 1 / 1, 1.0),
    (BIKES, "all", (3, 1, 9, 0, 0, 6), 3, 3 / 4, 1.0),
    (WORDS, "platforms", (0, 1, 1, 2, 0, 0), 1, 0 / 1, 2 / 4),
    (WORDS, "technologies", (0, 1, 1, 5, 0, 0), 1, 0 / 1, 2 / 7),
    (WORDS, "cooperation", (2, 1, 0, 5, 0, 0), 3, 2 / 3, 3 / 8),
    (WORDS, "all", (2, 3, 2, 12, 0, 0), 2, 2 / 5, 7 / 19),
    (MAPS, "platforms", (2, 1, 1, 0, 0, 0), 3, 2 / 3, 1.0),
    (MAPS, "technologies", (2, 2, 2, 1, 0, 0), 3, 2 / 4, 6 / 7),
    (MAPS, "cooperation", (2, 0, 0, 0, 0, 6), 4, 2 / 2, 1.0),
    (MAPS, "all", (6, 3, 3, 1, 0, 6), 3, 6 / 9, 12 / 13),
]


@pytest.mark.parametrize(("diagnosis", "domain", "six", "stage", "coverage", "clarity"), COUNTS)
def test_counts_stage_coverage_clarity(
    diagnosis: Diagnosis, domain: str, six: tuple[int, ...], stage: int, coverage: float, clarity: float
) -> None:
    one = diagnosis.profile.domains[domain]
    assert six == counts(diagnosis, domain)
    assert stage == one.stage
    assert one.coverage is not None
    assert one.clarity is not None
    assert coverage == pytest.approx(float(one.coverage))
    assert clarity == pytest.approx(float(one.clarity))


# U of the platforms: 53, 35, 43, 21; technologies: 59, 14, 20, 11, 11, 10, 10; movements: 36, 29.
PLATFORMS = near((52.5 + 34.5 + 42.5 + 20.5) / 100, (53.5 + 35.5 + 43.5 + 21.5) / 100)
TECHNOLOGIES = near(
    (58.5 + 13.5 + 19.5 + 10.5 + 10.5 + 9.5 + 9.5) / 100,
    (59.5 + 14.5 + 20.5 + 11.5 + 11.5 + 10.5 + 10.5) / 100,
)
MOVEMENTS = near((35.5 + 28.5) / 100, (36.5 + 29.5) / 100)
# Forms: 39 · in kind only bounded, 26 to 79 · 52 · 65 or 68 · none at all, so 0 to 0.5 · 13.
COOPERATION = near(
    (35.5 + 28.5 + 38.5 + 26 + 51.5 + 64.5 + 0 + 12.5) / 100,
    (36.5 + 29.5 + 39.5 + 79 + 52.5 + 68.5 + 0.5 + 13.5) / 100,
)


@pytest.mark.parametrize(
    ("diagnosis", "domain", "expected"),
    [
        (BIKES, "platforms", PLATFORMS),
        (BIKES, "technologies", TECHNOLOGIES),
        (BIKES, "cooperation", MOVEMENTS),
        (WORDS, "cooperation", COOPERATION),
        (MAPS, "cooperation", MOVEMENTS),
        (MAPS, "all", near(1.5 + 1.315 + 0.64, 1.54 + 1.385 + 0.66)),
        (WORDS, "all", near(1.5 + 1.315 + 2.57, 1.54 + 1.385 + 3.195)),
    ],
)
def test_expected_uses(diagnosis: Diagnosis, domain: str, expected: tuple[float, float]) -> None:
    """E = Σ U/100 over the answered items, whatever was answered."""
    assert expected == ends(diagnosis.comparison.domains[domain].expected_use)


@pytest.mark.parametrize(
    ("diagnosis", "domain", "expected"),
    [
        # participation 53/29 (needs 28.5 to 29.5) and crowd 35/33
        (
            BIKES,
            "platforms",
            near(52.5 / (52.5 + 29.5) + 34.5 / (34.5 + 33.5), 53.5 / (53.5 + 28.5) + 35.5 / (35.5 + 32.5)),
        ),
        # cloud 59/17
        (BIKES, "technologies", near(58.5 / (58.5 + 17.5), 59.5 / (59.5 + 16.5))),
        # free software 29, its need only bounded, 7 to 25
        (BIKES, "cooperation", near(28.5 / (28.5 + 25), 29.5 / (29.5 + 7))),
        # e-learning 43/25
        (WORDS, "platforms", near(42.5 / (42.5 + 25.5), 43.5 / (43.5 + 24.5))),
        # AI 14/28
        (WORDS, "technologies", near(13.5 / (13.5 + 28.5), 14.5 / (14.5 + 27.5))),
        # cloud 59/17, AI 14/28, IoT 20 with a need of 13 or 14, CAD 10/13
        (
            MAPS,
            "technologies",
            near(
                58.5 / 76 + 13.5 / 42 + 19.5 / (19.5 + 14.5) + 9.5 / (9.5 + 13.5),
                59.5 / 76 + 14.5 / 42 + 20.5 / (20.5 + 12.5) + 10.5 / (10.5 + 12.5),
            ),
        ),
    ],
)
def test_like_for_like(diagnosis: Diagnosis, domain: str, expected: tuple[float, float]) -> None:
    """Q = Σ U/(U+N) over the items used or needed, each from L_U/(L_U+H_N) to H_U/(H_U+L_N)."""
    assert expected == ends(diagnosis.comparison.domains[domain].like_for_like)


def test_bands_of_the_needs() -> None:
    """A ready and proven, B ready and mixed or aged; the order is urgency, then q's lower limit."""
    bands = [{one.item: one.band for one in diagnosis.recommendations} for diagnosis in (BIKES, WORDS, MAPS)]
    assert bands[0] == {"platform_participation": "A"}
    assert bands[1] == {"business_subcontracting": "A", "platform_elearning": "A", "tech_ai": "B"}
    # its cloud is in use, so IoT is ready; CAD (10 % of users) has its purpose written
    assert bands[2] == {"platform_elearning": "A", "tech_iot": "B", "tech_cad": "B"}
    assert MAPS.sheet.comment("tech_cad")


def test_to_clarify_begins_with_what_concerns_most_respondents() -> None:
    """L_U + L_N: participation 81.5, cloud 75.5, crowd 67, financial patronage 67, open data 57 …"""
    assert WORDS.to_clarify[:2] == ("platform_participation", "tech_cloud_bigdata")
    assert WORDS.to_clarify[-1] == "business_franchise"
    assert len(WORDS.to_clarify) == 12


def test_second_look_only_from_two_thirds_up() -> None:
    """E-learning concerns at least 42.5 + 24.5 = 67 %; no other unneeded item reaches two thirds."""
    assert BIKES.second_looks == ("platform_elearning",)


def test_same_answer_in_europe() -> None:
    """The published share of the answer given; None where the study prints nothing."""
    beside = BIKES.comparison.items
    assert ends(beside["platform_participation"].same_answer) == near(28.5, 29.5)
    assert ends(beside["platform_marketplace"].same_answer) == near(49.5, 50.5)
    # open data: 100 - 36.5 - 22.5 - 19.5 and 100 - 35.5 - 21.5 - 18.5
    assert ends(beside["movement_open_data"].same_answer) == near(21.5, 24.5)
    assert beside["platform_elearning"].same_answer is None
    assert beside["patronage_skills"].same_answer is None
