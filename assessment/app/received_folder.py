"""Every dossier of a folder taken in, the good ones whatever the others are; no widget here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from assessment.app.receiving_desk import Received
from assessment.dossier import read_dossier_file
from assessment.errors import BadInput
from assessment.workspace import Contradicted, Workspace
from assessment.workspace.workspace import writer_window
from questionnaire.model import Questionnaire

ENDINGS = (".json", ".pdf")
BAR = 20
"""Blocks of the progress bar."""


@dataclass(slots=True)
class FolderWork:
    """The files of a folder while they are taken in, and what became of each; names in their order."""

    files: Sequence[Path]
    done: int = 0
    is_over: bool = False
    stop: Event = field(default_factory=Event)
    """Set when no further file is wanted."""
    added: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    """Those that brought nothing that was not here."""
    contradicting: list[Received] = field(default_factory=list)
    refused: list[BadInput] = field(default_factory=list)
    """What is said of those that cannot be read, or written."""

    @property
    def bar(self) -> str:
        """How far the work is, drawn."""
        full = BAR * self.done // len(self.files)
        return "█" * full + "░" * (BAR - full)


def dossier_files(folder: Path) -> list[Path]:
    """Return the files of a folder that may be dossiers, by name; BadInput when there is none."""
    try:
        found = sorted(file for file in folder.iterdir() if file.suffix.lower() in ENDINGS and file.is_file())
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput("file.unreadable", file=str(folder), reason=reason) from None
    if not found:
        raise BadInput("table.no_dossier", file=str(folder))
    return found


def take_folder_in(work: FolderWork, workspace: Path, questionnaire: Questionnaire) -> Iterator[int]:
    """Take in one file after the other, each whole or not at all, and yield how many are done.

    For a thread of its own: the workspace is opened here.
    """
    with Workspace(workspace, window=writer_window()) as opened:
        for file in work.files:
            if work.stop.is_set():
                return
            _take_in(work, file, opened, questionnaire)
            work.done += 1
            yield work.done


def _take_in(work: FolderWork, file: Path, workspace: Workspace, questionnaire: Questionnaire) -> None:
    try:
        dossier = read_dossier_file(file, questionnaire)
    except BadInput as problem:
        work.refused.append(_named(problem, file))
        return
    try:
        report = workspace.import_dossier(dossier, file.name)
    except Contradicted as contradicted:
        work.contradicting.append(Received(dossier, file.name, contradicted.conflicts))
    except BadInput as problem:
        work.refused.append(_named(problem, file))
    else:
        (work.added if report.changed else work.unchanged).append(file.name)


def _named(problem: BadInput, file: Path) -> BadInput:
    """Return a problem that names the file without its folder, which is the same for all."""
    fields = {name: file.name if value == str(file) else value for name, value in problem.fields.items()}
    return BadInput(problem.code, catalogue=problem.catalogue, **fields)
