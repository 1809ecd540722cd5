"""Files that are whole or not there: written beside their place, flushed to the disk, then put in place."""

import errno
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from assessment.errors import BadInput

_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_FOLDER = (errno.ENOENT, errno.ENOTDIR)


def write_atomically(path: Path, content: bytes, *, overwrite: bool = True) -> None:
    """Write a file completely or not at all; the old one stays until the new one is on the disk.

    With `overwrite=False` an existing file is refused. A device or a pipe is simply written to.
    """
    try:
        _write(path, content, overwrite)
    except OSError as error:
        raise _told(path, error) from error


def _write(path: Path, content: bytes, overwrite: bool) -> None:
    target = path.resolve()
    if target.is_dir():
        raise BadInput("file.is_folder", file=str(path))
    if target.exists():
        if not target.is_file():
            target.write_bytes(content)
            return
        if not overwrite:
            raise BadInput("file.exists", file=str(path))
    beside = target.with_name(f".jalon-{secrets.token_hex(6)}.part")
    try:
        _write_through(beside, content)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _flush_folder(target.parent)


def _write_through(path: Path, content: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name durable too, where the system lets a folder be opened."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _told(path: Path, error: OSError) -> BadInput:
    file = str(path)
    if error.errno in _NO_FOLDER:
        return BadInput("file.no_folder", file=file)
    if error.errno in _READ_ONLY:
        return BadInput("file.read_only", file=file)
    if error.errno in _FULL:
        return BadInput("file.full", file=file)
    return BadInput("file.unwritable", file=file, reason=error.strerror or str(error))
