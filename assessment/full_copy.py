"""All that is kept about one organisation in one file, private notes included: what a person may ask for.

A zip with the dossier, for programs, and the same in words, for people. Same content, same bytes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from assessment.dossier import Dossier, write_dossier

if TYPE_CHECKING:
    from assessment.workspace import Changed
    from questionnaire.model import Questionnaire

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can tell: the files in it have none of their own."""
_OWNER_ONLY = 0o600 << 16
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything a workspace holds of one organisation."""

    dossier: Dossier
    changes: "Mapping[str, Sequence[Changed]]" = field(default_factory=dict)
    """Changes still remembered, by id of the assessment in the dossier."""
    archived: date | None = None
    """Day it was set aside."""


def full_copy(kept: Kept, questionnaire: "Questionnaire", lang: str, stem: str, *, day: date) -> bytes:
    """Return the zip; `day` is the one it is made on, `stem` what the files in it are called."""
    from assessment.full_copy_text import full_copy_text

    text = full_copy_text(kept, questionnaire, lang, day=day)
    files = {
        f"{stem}.txt": text.encode("utf-8"),
        f"{stem}.json": write_dossier(kept.dossier, with_private_notes=True),
    }
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(_headed(name), content, compress_type=ZIP_DEFLATED)
    return packed.getvalue()


def _headed(name: str) -> ZipInfo:
    """Return what a zip says of a file, the same on every system and at any time."""
    info = ZipInfo(name, _NO_TIME)
    info.create_system, info.external_attr = _UNIX, _OWNER_ONLY
    return info
