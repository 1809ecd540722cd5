"""Where a command speaks: data on standard output, narration on standard error."""

import errno
import os
import sys
from pathlib import Path

from assessment.errors import BadInput
from assessment.texts import Texts


def put(data: str | bytes) -> None:
    """Write data to standard output, at once; BadInput when it takes none (a full disk, a closed stream)."""
    content = data.encode() if isinstance(data, str) else data
    if sys.stdout is None:
        raise BadInput("usage.no_output", reason=os.strerror(errno.EBADF))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # the reader left on purpose (`jalon … | head`)
    except OSError as error:
        forget_output()
        raise BadInput("usage.no_output", reason=error.strerror or str(error)) from error


def check_place(path: Path) -> None:
    """Refuse, before any work is done, a place no file can be written to."""
    try:
        is_folder, has_folder = path.is_dir(), path.parent.is_dir()
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput("file.unwritable", file=str(path), reason=reason) from error
    if is_folder:
        raise BadInput("file.is_folder", file=str(path))
    if not has_folder:
        raise BadInput("file.no_folder", file=str(path))
    if not os.access(path.parent, os.W_OK):
        raise BadInput("file.read_only", file=str(path))


def check_folder(path: Path) -> None:
    """Refuse, before any work is done, a folder that is none or takes no file."""
    try:
        exists, is_folder = path.exists(), path.is_dir()
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput("file.unwritable", file=str(path), reason=reason) from error
    if not exists:
        raise BadInput("file.no_such_folder", file=str(path))
    if not is_folder:
        raise BadInput("file.not_folder", file=str(path))
    if not os.access(path, os.W_OK | os.X_OK):
        raise BadInput("file.read_only", file=str(path))


def put_file(path: Path, content: bytes, words: Texts) -> None:
    """Write a file, whole or not at all, and say where it is and whether another one stood there."""
    from assessment.safe_writing import write_atomically

    key = "done.replaced" if path.is_file() else "done.written"
    write_atomically(path, content)
    narrate(words(key, path=path.absolute()))


def narrate(sentence: str) -> None:
    """Say a sentence on standard error, when there is one."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr, flush=True)


def forget_output() -> None:
    """Drop what standard output did not take, so that nothing complains about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
