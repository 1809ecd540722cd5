"""Asking where a file goes; nothing that is there is ever replaced."""

from collections.abc import Callable, Sequence
from pathlib import Path

from assessment.errors import BadInput, shown
from assessment.line_mode.voice import Place, Voice
from assessment.places import documents_folder, free_path, typed_path
from assessment.safe_writing import write_atomically

NO = ("n", "non", "no")


def save(voice: Voice, name: str, make: Callable[[], Sequence[tuple[str, bytes]]]) -> bool:
    """Ask where the files go until they are there or not wanted; `make` gives the end and content of each.

    Returns whether they were written. They stand beside one another under one name.
    """
    folder = documents_folder()
    while True:
        proposed = free_path(folder / name)
        line = _heard(voice, proposed)
        if line.lower() in NO:
            voice.tell("said.not_saved")
            return False
        try:
            path = _meant(line, name) if line else proposed
            _write(voice, path, make)
        except BadInput as problem:
            voice.say(problem.text(voice.lang))
        else:
            return True


def _heard(voice: Voice, proposed: Path) -> str:
    def show() -> None:
        voice.tell("saving.proposed")
        voice.say(str(proposed))
        voice.tell("saving.how")

    show()
    return voice.hear(Place("saving", lambda: voice.t("prompt.saving"), show))


def _write(voice: Voice, path: Path, make: Callable[[], Sequence[tuple[str, bytes]]]) -> None:
    """Make the files, then put them in place; not one of them when one is there already."""
    _check(path)
    voice.tell("saving.making")
    files = [(path.with_suffix(end), content) for end, content in make()]
    for file, _ in files:
        if file.exists():
            raise BadInput("file.exists", file=str(file))
    for file, content in files:
        write_atomically(file, content, overwrite=False)
    voice.tell("saving.done")
    voice.say(*(str(file.absolute()) for file, _ in files))


def _check(path: Path) -> None:
    """Refuse at once a place where nothing can be written: making the document takes a while."""
    if not path.parent.is_dir():
        raise BadInput("file.no_folder", file=str(path))


def _meant(line: str, name: str) -> Path:
    """Return the file a person means: in a folder under the proposed name, and always with its end."""
    end = Path(name).suffix
    try:
        path = typed_path(line)
        if path.is_dir():
            return free_path(path / name)
        path.exists()
    except (OSError, RuntimeError, ValueError):  # a name too long, no such user, no character of a path
        raise BadInput("file.no_folder", file=shown(line)) from None
    return path if path.suffix.lower() == end else path.with_name(f"{path.name}{end}")
