"""The action plan of an organisation as the workspace keeps it."""

import json
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessment.dossier import Action


def stored_plan(connection: sqlite3.Connection, organisation_id: str) -> "tuple[Action, ...]":
    """Return the action plan of an organisation."""
    from assessment.dossier import Action

    actions = connection.execute(
        "SELECT action FROM plan WHERE organisation_id = ? ORDER BY position", (organisation_id,)
    )
    return tuple(Action.model_validate(json.loads(action)) for (action,) in actions)


def store_plan(connection: sqlite3.Connection, organisation_id: str, plan: "tuple[Action, ...]") -> None:
    """Replace the action plan of an organisation."""
    connection.execute("DELETE FROM plan WHERE organisation_id = ?", (organisation_id,))
    kept = [(organisation_id, n, action.model_dump_json(exclude_none=True)) for n, action in enumerate(plan)]
    connection.executemany("INSERT INTO plan (organisation_id, position, action) VALUES (?, ?, ?)", kept)
