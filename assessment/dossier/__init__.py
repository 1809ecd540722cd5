"""The portable file of one organisation: versioned JSON, read strictly, written the same way every time."""

from assessment.dossier.attached import ATTACHED_NAME, dossier_to_attach
from assessment.dossier.model import (
    FORMAT,
    Action,
    Assessment,
    Complement,
    Dossier,
    Meeting,
    Organisation,
    Profile,
    Progress,
    Session,
)
from assessment.dossier.reading import read_dossier, read_dossier_file
from assessment.dossier.sheets import assessment_of, organisation_of, sheet_of
from assessment.dossier.writing import without_private_notes, write_dossier

__all__ = [
    "ATTACHED_NAME",
    "FORMAT",
    "Action",
    "Assessment",
    "Complement",
    "Dossier",
    "Meeting",
    "Organisation",
    "Profile",
    "Progress",
    "Session",
    "assessment_of",
    "dossier_to_attach",
    "organisation_of",
    "read_dossier",
    "read_dossier_file",
    "sheet_of",
    "without_private_notes",
    "write_dossier",
]
