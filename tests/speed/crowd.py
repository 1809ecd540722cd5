"""A workspace of many organisations at every stage, to measure and test with; the same ones each time.

.venv/bin/python tests/speed/crowd.py FILE [organisations]
"""

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assessment.workspace import Workspace
from assessment.workspace.database import writing
from assessment.workspace.portfolio import add_assessment, add_organisation

KINDS = ("Association", "Épicerie solidaire", "Atelier", "Réseau", "Coopérative", "Maison de quartier")
PLACES = ("Évreux", "Saint-Étienne", "Besançon", "Nîmes", "Orléans", "Thônes", "Liège")
STEPS = ("b04", "platform_crowd", "tech_ai", "q09-q13", "patronage_skills", "sdg")
ASKED = 47
END = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def fill_crowd(file: Path, organisations: int) -> None:
    """Put so many organisations into a workspace, half-way, finished or not begun, in one transaction."""
    with Workspace(file) as workspace, writing(workspace._connection):
        for number in range(organisations):
            _add(workspace, number, END - timedelta(hours=organisations - number))


def _add(workspace: Workspace, number: int, changed: datetime) -> None:
    connection = workspace._connection
    id_ = f"{number:08x}-0000-4000-8000-{number * 7919:012x}"
    name = f"{KINDS[number % len(KINDS)]} de {PLACES[number % len(PLACES)]} {number}"
    add_organisation(connection, id_, {"name": name}, changed.isoformat())
    day = date(2026, 1, 1) + timedelta(days=number % 300)
    assessment_id = add_assessment(connection, id_, f"a{number}", day.isoformat(), "soga-2019")
    answered = ASKED if number % 4 == 0 else number % ASKED
    connection.execute(
        "UPDATE assessment SET position = ?, answered = ?, asked = ? WHERE id = ?",
        (STEPS[number % len(STEPS)], answered, ASKED if answered else 0, assessment_id),
    )
    entries = [(assessment_id, f"comments.c{field}", '"mot"') for field in range(answered)]
    if number % 8 == 0:
        entries.append((assessment_id, "priorities", '["tech_ai"]'))
    connection.executemany("INSERT INTO entry (assessment_id, field, value) VALUES (?, ?, ?)", entries)


if __name__ == "__main__":
    fill_crowd(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5_000)
