"""A wrong pack is refused in one sentence naming file, line or key, value and the nearest valid name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.loading import load
from questionnaire.loading import ContentError


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change


USE = "all,platform_participation,use,stated,53"

MISTAKES = [
    ("shares.csv", replaced("all,tech_ai,need", "all,tech_ai,nead"), ["line", "'nead'", "need"]),
    (
        "shares.csv",
        replaced("all,tech_ai,use", "all,tech_ia,use"),
        ["'tech_ia'", "nearest valid name: tech_ai"],
    ),
    (
        "shares.csv",
        replaced("france,tech_iot", "frence,tech_iot"),
        ["'frence'", "nearest valid name: france"],
    ),
    ("shares.csv", replaced(USE, "all,platform_participation,use,stated,530"), ["value", "530"]),
    ("shares.csv", replaced(USE, "all,platform_participation,use,stated,"), ["value", "stated"]),
    ("shares.csv", replaced(USE, "all,platform_participation,use,said,53"), ["status", "'said'"]),
    ("shares.csv", replaced("C13,F091", "C99,F091"), ["'C99'", "nearest valid name: C"]),
    ("shares.csv", replaced("C13,F091", "C13,F991"), ["'F991'", "nearest valid name: F"]),
    (
        "shares.csv",
        replaced(USE, "all,platform_participation,use,stated,85"),
        ["platform_participation (all)", "use = 85 %", "need = 29 %", "cannot stand together"],
    ),
    ("shares.csv", replaced("population,item", "population,itme"), ["'itme'", "nearest valid name: item"]),
    (
        "shares.csv",
        replaced("portugal,platform_elearning,use,stated,17", "portugal,platform_elearning,use,bounded,"),
        ["'bounded'", "low or high"],
    ),
    ("items.csv", replaced("tech_ai,use_need", "tech_ai,use_nead"), ["tech_ai", "'use_nead'", "use_need"]),
    ("pack.toml", replaced("n = 218", "n = 0"), ["n = 0"]),
    ("pack.toml", replaced("n = 218", "n = "), ["not valid TOML"]),
    ("pack.toml", replaced("year =", "yeer ="), ["pack.toml"]),
    ("populations.toml", replaced('rest = "france"', 'rest = "frence"'), ["'frence'", "name: france"]),
    ("populations.toml", replaced("[115, 116]", "[116, 115]"), ["france: respondents", "116", "115"]),
    ("populations.toml", replaced("[all]", "[everybody]"), ["'all' is missing"]),
    (
        "populations.toml",
        replaced("respondents = [56, 57]\n", "respondents = [12, 13]\n"),
        ["cooperation_past (employees_10_to_49)", "74 %", "12 to 13 respondents"],
    ),
    ("conflicts.toml", replaced("hull = [14, 13]", "hull = [15, 13]"), ["C01", "15", "14", "tech_iot need"]),
    ("conflicts.toml", replaced("hull = [14, 13]\n", ""), ["C01", "'hull'"]),
    ("conflicts.toml", replaced('effect = "hull"\n', 'effect = "hul"\n'), ["C01", "'hul'", "hull"]),
    ("flags.toml", lambda text: text.replace("tech_ai", "tech_ia"), ["'tech_ia'", "valid name: tech_ai"]),
    ("figures.csv", replaced("91%,resume,,,", "91%,resume,si,,"), ["line", "headline", "'si'"]),
]


@pytest.mark.parametrize(("file", "change", "said"), MISTAKES, ids=range(len(MISTAKES)))
def test_one_sentence(pack_copy: Path, file: str, change: Callable[[str], str], said: list[str]) -> None:
    path = pack_copy / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(pack_copy)
    sentence = str(caught.value)
    assert sentence.startswith((file, "shares.csv", "conflicts.toml", "items.csv"))
    assert "\n" not in sentence
    for part in said:
        assert part in sentence, sentence


@pytest.mark.parametrize("file", ["pack.toml", "shares.csv", "conflicts.toml", "figures.csv", "items.csv"])
def test_a_missing_file_is_named(pack_copy: Path, file: str) -> None:
    (pack_copy / file).unlink()
    with pytest.raises(ContentError, match=f"^{file}: the file is missing$"):
        load(pack_copy)


def test_a_share_twice_is_refused(pack_copy: Path) -> None:
    path = pack_copy / "shares.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[5]]) + "\n", encoding="utf-8")
    with pytest.raises(ContentError, match="stands twice"):
        load(pack_copy)
