"""Three fictional organisations, plainly marked, to look at a finished example and to try Jalon with."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from assessment.dossier import Dossier, read_dossier
from assessment.workspace import Workspace
from questionnaire.loading import standard_questionnaire

FILES = ("l-abri-du-velo.json", "les-mots-passants.json", "la-fabrique-des-cartes.json")
"""Low-tech by choice; many unknowns; a digital cooperative that never worked with a tech organisation."""


@cache
def demo_dossiers() -> tuple[Dossier, ...]:
    """Return the three dossiers."""
    folder = files("assessment") / "demo"
    questionnaire = standard_questionnaire()
    return tuple(read_dossier((folder / name).read_bytes(), name, questionnaire) for name in FILES)


def fill(workspace: Path) -> None:
    """Put the three organisations into a workspace; the first of them is the first of the list."""
    with Workspace(workspace) as opened:
        for dossier in reversed(demo_dossiers()):
            opened.import_dossier(dossier)
