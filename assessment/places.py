"""Every path Jalon chooses by itself: the workspace, the folder of the documents, the names of the files."""

import os
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from assessment.texts import texts

APP = "jalon"
WORKSPACE_VARIABLE = "JALON_WORKSPACE"
_LONGEST_STEM = 60
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[^\w]+")
_BETWEEN_PLAIN_WORDS = re.compile(r"[^A-Za-z0-9]+")
_SPELT_PLAINLY = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d"}
)
"""Letters Unicode does not take apart, and that would be missed: « Cœur » is no « c-ur »."""


def default_workspace() -> Path:
    """Return the workspace file of this user."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "jalon.sqlite3"


def workspace_path(given: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the workspace to open: the one given, else the one of JALON_WORKSPACE, else the default."""
    named = environment.get(WORKSPACE_VARIABLE)
    if given is None and not named:
        return default_workspace()
    path = given or Path(named or "")
    try:
        return path.expanduser()
    except RuntimeError:  # « ~ » and a person this computer does not know
        return path


def programmes_folder(workspace: Path) -> Path:
    """Return the folder beside a workspace where a network puts support programmes of its own."""
    return workspace.parent / "jalon-programmes"


def documents_folder() -> Path:
    """Return where a person looks for documents: theirs, or their home when there is no such folder."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def file_stem(name: str | None, short_id: str) -> str:
    """Return what a file about an organisation is called: its name in letters every system accepts."""
    words = _joined_words(name, _BETWEEN_WORDS)
    if not words or _RESERVED.fullmatch(words):
        return f"structure-{short_id}"
    return words


def document_name(lang: str, name: str | None, day: date | None, *, short_id: str = "") -> str:
    """Return what the PDF about an assessment is called, in plain letters, digits and dashes.

    It travels by mail and over old disks, hence plain letters only. A name that has none (Greek, Arabic, an
    emoji) gives way to the short id.
    """
    plain = _joined_words((name or "").translate(_SPELT_PLAINLY), _BETWEEN_PLAIN_WORDS).lower()
    parts = (texts("report", lang)("document.file"), plain or short_id, day.isoformat() if day else "")
    return "-".join(part for part in parts if part) + ".pdf"


def plan_stem(lang: str, name: str | None, *, short_id: str = "") -> str:
    """Return what the files of an action plan are called, before the dot, in plain letters and dashes."""
    plain = _joined_words((name or "").translate(_SPELT_PLAINLY), _BETWEEN_PLAIN_WORDS).lower()
    return "-".join(part for part in (texts("plan_export", lang)("file"), plain or short_id) if part)


def team_sheet_name(lang: str, name: str | None, day: date | None, kind: str) -> str:
    """Return what the sheet of questions for the team is called, in the same plain letters."""
    return paper_name(texts("report", lang)("team.file"), lang, name, day, kind)


def paper_name(head: str, lang: str, name: str | None, day: date | None, kind: str) -> str:
    """Return what a paper made beside the document is called: its own head, then the same plain letters."""
    whole, t = Path(document_name(lang, name, day)), texts("report", lang)
    return f"{head}{whole.stem.removeprefix(t('document.file'))}.{kind}"


def _joined_words(name: str | None, between: re.Pattern[str]) -> str:
    """Return the words of a name without accents, a dash for whatever stands between them."""
    decomposed = unicodedata.normalize("NFKD", (name or "").replace("’", "-").replace("'", "-"))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return between.sub("-", plain).strip("-_")[:_LONGEST_STEM].strip("-_")


def dossier_name(name: str | None, short_id: str) -> str:
    """Return the file name of a dossier; the short id keeps two of the same name apart."""
    stem = file_stem(name, short_id)
    return f"{stem}.json" if stem.endswith(short_id) else f"{stem}-{short_id}.json"


def full_copy_name(lang: str, name: str | None, short_id: str) -> str:
    """Return the file name of all that is kept about an organisation."""
    head = texts("full_copy", lang)("file")
    return f"{head}-{Path(dossier_name(name, short_id)).stem}.zip"


def typed_path(typed: str) -> Path:
    """Return the file a person typed or dropped on the window: quoted, escaped or as a file:// address."""
    text = typed.strip()
    if text.startswith("file://"):
        from urllib.request import url2pathname

        return Path(url2pathname(text.removeprefix("file://")))
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return Path(text[1:-1]).expanduser()
    path = Path(text).expanduser()
    return path if path.exists() else Path(text.replace("\\ ", " ")).expanduser()


def free_path(wanted: Path) -> Path:
    """Return the path wanted, or the first numbered one beside it that no file has yet."""
    number, path = 1, wanted
    while path.exists():
        number += 1
        path = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
    return path
