"""Showing a file or a folder with what the system has for it."""

import os
import subprocess
import sys
from pathlib import Path


def open_with_viewer(path: Path) -> bool:
    """Ask the system to show a file or a folder; False when it has no way to."""
    try:
        if sys.platform == "win32":
            os.startfile(path)
        else:
            opener = "open" if sys.platform == "darwin" else "xdg-open"
            silence = subprocess.DEVNULL
            subprocess.Popen([opener, str(path)], stdin=silence, stdout=silence, stderr=silence)
    except OSError:
        return False
    return True
