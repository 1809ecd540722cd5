"""The finished example shown from the first screen."""

from assessment.demo import demo_dossiers
from assessment.dossier import sheet_of
from questionnaire.answers import AnswerSheet


def example_sheet(lang: str) -> AnswerSheet:
    """Return the answers of the first fictional organisation, its own words in a language."""
    dossier = demo_dossiers(lang)[0]
    return sheet_of(dossier, dossier.latest)
