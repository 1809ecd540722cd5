"""A mistake in a content folder is told in one sentence: file, key, value, nearest valid name."""

import shutil
from pathlib import Path

import pytest

import questionnaire
from questionnaire.loading import ContentError, load

CONTENT = Path(questionnaire.__file__).parent / "content"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def change(folder: Path, file_name: str, before: str, after: str) -> None:
    """Replace the first occurrence in a content file."""
    text = (folder / file_name).read_text(encoding="utf-8")
    assert before in text
    (folder / file_name).write_text(text.replace(before, after, 1), encoding="utf-8")


def refusal(folder: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load(folder)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_copy_loads(copy: Path) -> None:
    assert len(load(copy).questions) == 31


@pytest.mark.parametrize(
    ("file_name", "before", "after", "named"),
    [
        (
            "b_platforms.toml",
            'scale = "use_need"',
            'scale = "use_ned"',
            ["b_platforms.toml", "platform_participation.scale", "'use_ned'", "nearest valid name: use_need"],
        ),
        (
            "b_platforms.toml",
            "short.en =",
            "short.de =",
            ["b_platforms.toml", "questions.0.short", "Consulter", "'en'"],
        ),
        (
            "d_movements.toml",
            "example.fr =",
            "exampel.fr =",
            ["d_movements.toml", "questions.0.example"],
        ),
        (
            "d_movements.toml",
            'origin = "verbatim"',
            'origin = "verbatim"\nwordng = "x"',
            ["d_movements.toml", "questions.0.wordng", "'x'", "nearest valid name: wording"],
        ),
        (
            "d_movements.toml",
            'origin = "verbatim"',
            'origin = "verbatin"',
            ["d_movements.toml", "questions.0.origin", "'verbatin'", "nearest valid name: verbatim"],
        ),
        (
            "outside_study.toml",
            "protection = true",
            "protected = true",
            ["outside_study.toml: basics.0.protected", "True", "nearest valid name: protection"],
        ),
        (
            "scales.toml",
            'exchange = "need"',
            'exchange = "needed"',
            ["scales.toml", "scales.0.choices.1.exchange", "'needed'"],
        ),
        (
            "profile.toml",
            'number = "p02"',
            'number = "2"',
            ["profile.toml", "profile.1.number", "'2'"],
        ),
        (
            "c_technologies.toml",
            'id = "tech_ai"',
            'id = "skills_wish"',
            ["c_technologies.toml", "id", "'skills_wish'", "a_skills_and_cooperation.toml"],
        ),
        (
            "c_technologies.toml",
            'number = "q08"',
            'number = "q07"',
            ["c_technologies.toml", "number", "'q07'"],
        ),
        (
            "h_effects.toml",
            'question = "cooperation_past"',
            'question = "cooperation_pas"',
            [
                "h_effects.toml",
                "condition.question",
                "'cooperation_pas'",
                "nearest valid name: cooperation_past",
            ],
        ),
        (
            "h_effects.toml",
            '"yes_stop"',
            '"yes_stopp"',
            ["h_effects.toml", "condition.any_of", "'yes_stopp'", "nearest valid name: yes_stop"],
        ),
        (
            "outside_study.toml",
            'question = "tech_ai"',
            'question = "tech_ia"',
            ["outside_study.toml", "ai_rules.condition.question", "'tech_ia'", "nearest valid name: tech_ai"],
        ),
        (
            "questionnaire.toml",
            '"tech_ai"',
            '"tech_aii"',
            ["questionnaire.toml", "order", "'tech_aii'", "nearest valid name: tech_ai"],
        ),
        (
            "questionnaire.toml",
            '"tech_ai"',
            '"tech_ai", "tech_ai"',
            ["questionnaire.toml", "order", "'tech_ai'"],
        ),
    ],
)
def test_a_mistake_is_named(copy: Path, file_name: str, before: str, after: str, named: list[str]) -> None:
    change(copy, file_name, before, after)
    message = refusal(copy)
    assert [part for part in named if part not in message] == [], message


def test_broken_toml(copy: Path) -> None:
    change(copy, "f_barriers.toml", 'id = "barriers"', 'id = "barriers')
    message = refusal(copy)
    assert message.startswith("f_barriers.toml: not valid TOML")
    assert "line" in message


def test_not_utf8(copy: Path) -> None:
    (copy / "profile.toml").write_bytes("# réglé".encode("latin-1"))
    assert refusal(copy) == "profile.toml: the file is not UTF-8 text"


def test_missing_file(copy: Path) -> None:
    (copy / "scales.toml").unlink()
    assert refusal(copy) == "scales.toml: the file is missing"
