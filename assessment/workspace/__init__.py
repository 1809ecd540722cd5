"""The adviser's laptop: one SQLite file, every answer durable before anybody says so.

Light on purpose: the home screen uses it before anything heavy is imported.
"""

from assessment.workspace.answers_kept import Changed, ChangedElsewhere
from assessment.workspace.conflicts import Conflict, ConflictsChanged, Contradicted, Decisions, Side
from assessment.workspace.meetings import MeetingNote, MeetingRow
from assessment.workspace.merging import ImportReport
from assessment.workspace.portfolio import Found, OrganisationRow
from assessment.workspace.rounds import RoundRow
from assessment.workspace.workspace import ADVISER, Workspace

__all__ = [
    "ADVISER",
    "Changed",
    "ChangedElsewhere",
    "Conflict",
    "ConflictsChanged",
    "Contradicted",
    "Decisions",
    "Found",
    "ImportReport",
    "MeetingNote",
    "MeetingRow",
    "OrganisationRow",
    "RoundRow",
    "Side",
    "Workspace",
]
