"""The whole questionnaire in a real pseudo-terminal at 80 by 24, a power cut half-way included."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.workspace import Workspace
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire
from questionnaire.routing import is_answered, steps

Open = Callable[..., Any]
AZERTY = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))
HALF_WAY = "platform_marketplace"
FAR_ENOUGH = 60
"""More keys than any way through the questions takes."""


def keys_for(step_id: str, row: dict[str, str]) -> str:
    """Return what a person types at a step: the second answer, in digits or on the AZERTY row."""
    second, first = row.get("2", "2"), row.get("1", "1")
    return {
        "name": "Le Jardin\r",
        "aim": "Moins de papier\r",
        "q09-q13": second * 5,
        "cooperation_past": first,
        "sdg": second + "\r",
        "unsatisfying": first + "\r",
        "barriers": first + second + "\r",
        "country": "fran\r",
    }.get(step_id, second)


def stored(workspace: Path) -> tuple[AnswerSheet, str | None]:
    """Return what the disk holds: the answers and the place."""
    with Workspace(workspace) as opened:
        row = opened.organisations()[0]
        return opened.sheet(row.assessment_id), opened.position(row.assessment_id)


def answer(
    terminal: Any,  # noqa: ANN401
    workspace: Path,
    row: dict[str, str],
    *,
    until: str | None,
) -> None:
    """Answer step after step, each one acknowledged before the next, until a step or the end."""
    questionnaire = standard_questionnaire()
    for _ in range(FAR_ENOUGH):
        sheet, position = stored(workspace)
        path = steps(questionnaire, sheet)
        step = next((step for step in path if step.id == position), path[0])
        if step.id == until or is_answered(step, sheet):
            return
        rank = path.index(step) + 1
        terminal.wait_for(rf"\b{rank} sur \d+")
        needs = sum(code == "need" for code in sheet.answers.values())
        keys = row.get("2", "2") * needs if step.id == "urgency" else keys_for(step.id, row)
        terminal.press(keys)
        terminal.wait_for(rf"\b{rank + 1} sur \d+|Relecture")
        terminal.wait_for("enregistré à|Relecture")


@pytest.mark.parametrize("row", [{}, AZERTY], ids=["digits", "azerty"])
def test_the_whole_questionnaire_with_a_power_cut_half_way(
    tmp_path: Path, terminal: Open, row: dict[str, str]
) -> None:
    workspace = tmp_path / "w.sqlite3"
    first = terminal(workspace)
    first.wait_for("Tapez un chiffre")
    first.press(row.get("1", "1"))
    first.wait_for("Comment s’appelle")
    answer(first, workspace, row, until=HALF_WAY)
    before, place = stored(workspace)
    first.kill()

    with Workspace(workspace) as opened:
        organisation = opened.organisations()[0]
    again = terminal(workspace, organisation.id)
    again.wait_for("q06")
    after, _ = stored(workspace)
    assert place == HALF_WAY
    assert dict(before.fields) == dict(after.fields)
    answer(again, workspace, row, until=None)
    again.wait_for("Relecture")
    again.wait_for("Tout a une réponse")

    sheet, _ = stored(workspace)
    assert all(is_answered(step, sheet) for step in steps(standard_questionnaire(), sheet))
    assert sheet.answer("tech_cad") == "need"
    assert sheet.get("organisation.country") == "FR"


def test_the_disk_is_asked_to_make_every_answer_durable(tmp_path: Path) -> None:
    """synchronous is a setting of each connection: what the library opens is what counts."""
    with Workspace(tmp_path / "w.sqlite3") as opened:
        (level,) = opened._connection.execute("PRAGMA synchronous").fetchone()
    assert level == 2
    with sqlite3.connect(tmp_path / "w.sqlite3") as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_every_answer_typed_in_one_breath_arrives(tmp_path: Path, terminal: Open) -> None:
    """A quick typist, or a paste: no key is lost and none answers the wrong question."""
    workspace = tmp_path / "w.sqlite3"
    first = terminal(workspace)
    first.wait_for("Tapez un chiffre")
    first.press("1")
    first.wait_for("Comment s’appelle")
    first.press("Le Jardin\r")
    first.wait_for("forme juridique")
    first.press("12")
    first.wait_for("En une phrase")
    first.press("Moins de papier\r")
    first.wait_for("b01")
    first.press("123451234512" + "12" + "1234" + "12")
    first.wait_for("règles d’usage de l’IA")
    first.wait_for("enregistré à")
    first.press("\x11")
    first.process.expect(r"\x1b\[\?1049l")
    first.process.wait()
    sheet, position = stored(workspace)
    questionnaire = standard_questionnaire()
    assert position == "ai_rules"
    basics = [sheet.basics[basic.id] for basic in questionnaire.outside.basics]
    assert basics == ["fine", "improve", "need", "no_need", "dont_know"] * 2 + ["fine", "improve"]
    items = [sheet.answer(item.id) for item in questionnaire.items()[:6]]
    assert items == ["use", "need", "no_need", "dont_know", "use", "need"]
