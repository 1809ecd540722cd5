"""Writing the pages of a group and one document for each of its members; no widget in here."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Event

from assessment.app.document import DocumentChoices, Order, dossier_inside, free_name, write
from assessment.dossier import Dossier, sheet_of
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.errors import BadInput
from assessment.places import documents_folder, free_path
from assessment.report import render_group
from assessment.room import Room
from assessment.safe_writing import write_atomically
from assessment.texts import texts

Put = Callable[[Path, bytes], object]
BAR = 20
"""Blocks of the progress bar."""


@dataclass(slots=True)
class Batch:
    """The documents of a group while they are made."""

    total: int
    folder: Path
    done: int = 0
    is_over: bool = False
    stop: Event = field(default_factory=Event)
    """Set when no further document is wanted."""

    @property
    def bar(self) -> str:
        """How far the work is, drawn."""
        full = BAR * self.done // self.total if self.total else BAR
        return "█" * full + "░" * (BAR - full)


def write_group(room: Room, lang: str, put: Put = write_atomically) -> Path:
    """Make the pages of a group, dated today, and put them beside any older ones; BadInput if refused."""
    today = date.today()
    content = render_group(room, lang, "pdf", date=today)
    path = free_path(documents_folder() / f"{texts('group', lang)('file')}-{today.isoformat()}.pdf")
    put(path, content)
    return path


def new_folder(lang: str) -> Path:
    """Return where the documents of a group go: a folder of its own, that does not exist yet."""
    name = f"{texts('group', lang)('folder')}-{date.today().isoformat()}"
    return free_path(documents_folder() / name)


def write_each(
    dossiers: Sequence[Dossier], batch: Batch, lang: str, put: Put = write_atomically
) -> Iterator[Path]:
    """Make one document after the other and yield where each is, until it is asked to stop.

    BadInput when the disk refuses one: those before it are there.
    """
    if put is write_atomically:
        _make(batch.folder)
    written: set[Path] = set()
    for dossier in dossiers:
        if batch.stop.is_set():
            return
        order = _order(dossier, batch.folder, lang)
        path = free_name(order.path, order.choices.kinds)
        while path in written:
            path = path.with_name(f"{path.stem}-{len(written) + 1}{path.suffix}")
        write(order, path, lambda rank: None, put)
        written.add(path)
        batch.done += 1
        yield path


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput("file.unwritable", file=str(folder), reason=reason) from error


def _order(dossier: Dossier, folder: Path, lang: str) -> Order:
    """Gather what the document of one member is made from: the short form, its dossier inside."""
    choices = DocumentChoices(folder=folder)
    last, sheet = len(dossier.assessments) - 1, sheet_of(dossier, dossier.latest)
    inside = dossier_inside(dossier, last, sheet, comments=choices.comments)
    return Order(diagnose_dossier(dossier), lang, choices, dossier.plan, inside)
