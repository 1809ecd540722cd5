"""The kit and the notes for the shared diagnosis: files whose kind is told by the end of their name."""

from pathlib import Path

from assessment.commands.choices import Choices
from assessment.diagnosis import Diagnosis
from assessment.dossier import Dossier
from assessment.errors import BadInput, nearest
from assessment.report import Kind, render_kit, render_shared_diagnosis

ENDINGS = {"--kit": (".pdf", ".docx", ".txt"), "--dla": (".txt", ".docx")}
"""Ends of name each option takes."""
KINDS: dict[str, Kind] = {".pdf": "pdf", ".docx": "docx", ".txt": "txt"}


def check_ending(key: str, target: str) -> None:
    """Refuse, before any work is done, a name whose end tells no kind of file the option can write."""
    endings = ENDINGS.get(key)
    ending = Path(target).suffix.lower()
    if endings and ending not in endings:
        known, guess = ", ".join(endings), nearest(ending or target, endings)
        raise BadInput("usage.bad_ending", key=key, value=target, known=known, nearest=guess)


def paper(key: str, target: str, diagnosis: Diagnosis, dossier: Dossier, choices: Choices) -> bytes:
    """Make the kit or the notes, as the kind of file the name asks for."""
    kind = KINDS[Path(target).suffix.lower()]
    if key == "--kit":
        return render_kit(diagnosis, choices.lang, kind, date=choices.day)
    return render_shared_diagnosis(diagnosis, choices.lang, kind, date=choices.day, plan=dossier.plan)
