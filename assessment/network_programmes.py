"""The rules of one workspace: those that ship, and the support programmes its network put beside it."""

from dataclasses import replace
from pathlib import Path

from assessment.places import programmes_folder
from assessment.rulebook import Rulebook, standard_rulebook
from assessment.support_programmes import SupportProgramme, joined, own_programmes
from questionnaire.loading import standard_questionnaire


def programmes_beside(workspace: Path) -> tuple[tuple[SupportProgramme, ...], tuple[str, ...]]:
    """Return the programmes in the folder beside a workspace, and a sentence for each file of no use."""
    return own_programmes(programmes_folder(workspace), standard_questionnaire())


def rules_with(own: tuple[SupportProgramme, ...]) -> Rulebook:
    """Return the rules that ship with programmes of a network's own among their support programmes."""
    shipped = standard_rulebook()
    return replace(shipped, support=joined(shipped.support, own)) if own else shipped
