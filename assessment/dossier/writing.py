"""Dossier → bytes: the same content gives the same bytes, and nothing is written that says nothing."""

import json

from assessment.dossier.model import FORMAT, Dossier
from assessment.dossier.versions import version_needed

_MAPS = ("answers", "votes", "comments", "adviser_notes", "basics", "urgency")
"""Objects keyed by question id: written in alphabetical order."""
_REQUIRED = ("organisation", "answers")


def write_dossier(dossier: Dossier, with_private_notes: bool = False) -> bytes:
    """Return the dossier as UTF-8 JSON; private notes stay behind unless they are asked for.

    It is written in the oldest version that has all its keys, so that older Jalons read what they can.
    """
    tree = dossier.model_dump(mode="json", exclude_none=True)
    if not with_private_notes:
        for assessment in tree["assessments"]:
            del assessment["adviser_notes"]
    for key in ("plan", "sessions"):
        if not tree[key]:
            del tree[key]
    said = _compact(tree)
    headed = {"format": FORMAT, "version": version_needed(said), **said}
    return (json.dumps(headed, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def without_private_notes(dossier: Dossier) -> Dossier:
    """Return the dossier as it may be handed out."""
    rounds = tuple(round_.model_copy(update={"adviser_notes": {}}) for round_ in dossier.assessments)
    return dossier.model_copy(update={"assessments": rounds})


def _compact(tree: dict[str, object], name: str = "") -> dict[str, object]:
    """Leave out the empty objects nobody requires; put those keyed by question id in order."""
    keys = sorted(tree) if name in _MAPS else list(tree)
    parts = {key: _compacted(tree[key], key) for key in keys}
    return {key: part for key, part in parts.items() if part != {} or key in _REQUIRED}


def _compacted(part: object, name: str) -> object:
    if isinstance(part, list):
        return [_compacted(inner, "") for inner in part]
    return _compact(part, name) if isinstance(part, dict) else part
