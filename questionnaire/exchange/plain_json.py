"""The questionnaire as JSON: every question, scale and condition, in every language."""

import json

from questionnaire.model import Questionnaire

FORMAT = "jalon-questionnaire"
VERSION = 1


def write_json(questionnaire: Questionnaire) -> bytes:
    """Return the questionnaire as UTF-8 JSON; the same questionnaire gives the same bytes."""
    tree = {"format": FORMAT, "version": VERSION, **questionnaire.model_dump(mode="json", exclude_none=True)}
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()
