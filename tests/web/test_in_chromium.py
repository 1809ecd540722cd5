"""The app in a real Chromium, by keyboard alone; what it is sent is read as a terminal reads it."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from docx import Document

from assessment.demo import fill
from assessment.workspace import Workspace

Serve = Callable[..., Any]
Browse = Callable[..., Any]
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes in /proc")


def begin(tab: Any, served: Any) -> None:  # noqa: ANN401
    """Name an organisation and answer its first question, starting from the first screen."""
    tab.open(served.address)
    tab.wait_for("Commencer")
    tab.press("1")
    tab.wait_for("Comment s’appelle")
    tab.page.keyboard.type("Les Ruches")
    tab.press("Enter")
    tab.wait_for("p02")


def test_the_first_key_works_and_a_reload_comes_back_to_the_same_question(
    serve: Serve, browse: Browse
) -> None:
    served = serve()
    tab = browse(served)
    begin(tab, served)
    tab.press("1")
    tab.wait_for("p04")
    tab.press("ArrowLeft")
    tab.wait_for("p02")
    tab.reload()
    tab.wait_for("Les Ruches[^@]*p02[^@]*● Association")
    tab.press("F2", "2")
    tab.reload()  # at once: the answer just given must be on the disk before the next app reads it
    tab.wait_for("How many|employees")
    assert "p04" in tab.text
    tab.press("ArrowLeft")
    tab.wait_for("2 ● Business")


def test_a_new_tab_comes_back_to_where_the_closed_one_was(serve: Serve, browse: Browse) -> None:
    served = serve()
    tab = browse(served)
    begin(tab, served)
    tab.press("1", "Escape")
    tab.wait_for("Relire toutes les réponses")
    tab.page.close()
    other = browse(served).open(f"http://localhost:{served.port}/")
    assert "Jalon" in other.page.content() and other.page.title() == ""  # the cookie is 127.0.0.1's own
    other.troubles.clear()
    again = browse(served).open(f"http://{served.host}/")
    again.wait_for("Les Ruches[^@]*Relire toutes les réponses")


def test_who_leaves_is_told_so_and_starts_again_at_the_first_screen(serve: Serve, browse: Browse) -> None:
    served = serve()
    tab = browse(served)
    begin(tab, served)
    tab.press("Control+q")
    tab.page.wait_for_selector("#ended:visible")
    assert "Jalon est fermé. Vous pouvez fermer cet onglet." in tab.page.inner_text("#ended")
    tab.press("Enter")  # the link to start again has the keyboard
    tab.wait_for("Commencer")


@linux_only
def test_a_server_that_stops_takes_its_apps_with_it_and_the_page_says_so(
    serve: Serve, browse: Browse
) -> None:
    served = serve()
    tab = browse(served)
    begin(tab, served)
    (app,) = served.apps()
    code, out, err = served.stop()
    assert (code, out, "Traceback" in err) == (0, "", False)
    assert not Path(f"/proc/{app}").exists()
    tab.page.wait_for_selector("#lost:visible")
    assert "Le lien avec Jalon est coupé" in tab.page.inner_text("#lost")
    with Workspace(served.workspace) as workspace:
        assert [row.name for row in workspace.organisations()] == ["Les Ruches"]


@linux_only
def test_an_app_whose_server_was_killed_does_not_stay_behind(serve: Serve, browse: Browse) -> None:
    served = serve()
    tab = browse(served)
    begin(tab, served)
    (app,) = served.apps()
    served.process.kill()
    deadline = time.monotonic() + 20
    while _is_running(app):
        assert time.monotonic() < deadline
        tab.page.wait_for_timeout(20)


@linux_only
def test_an_app_that_fails_does_not_leave_a_page_that_waits(serve: Serve, browse: Browse) -> None:
    served = serve()
    tab = browse(served)
    begin(tab, served)
    os.kill(served.apps()[0], signal.SIGKILL)
    tab.page.wait_for_selector("#lost:visible")


def _is_running(pid: int) -> bool:
    """Whether a process runs; one that ended and that nobody has asked about yet does not."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def test_the_documents_are_downloaded_and_nothing_is_written_here(
    serve: Serve, browse: Browse, tmp_path: Path, home: Path
) -> None:
    fill(tmp_path / "w.sqlite3")
    served = serve()
    tab = browse(served).open(served.address)
    tab.wait_for("Commencer")
    tab.press("4")
    tab.wait_for("3 structures")
    tab.press("1")
    tab.wait_for("Relire toutes")
    tab.press("5")
    tab.wait_for("Aperçu")
    assert "celui des téléchargements" in tab.text and "R Répertoire" not in tab.text
    files: list[Any] = []
    tab.page.on("download", lambda file: files.append(file))
    tab.press("6", "w")
    tab.wait_for("(?s)Dans les téléchargements.*pdf.*docx")
    while len(files) < 2:
        tab.page.wait_for_timeout(20)
    pdf, word = sorted(files, key=lambda file: str(file.suggested_filename).endswith(".docx"))
    content = Path(pdf.path()).read_bytes()
    assert content.startswith(b"%PDF") and len(pypdf.PdfReader(BytesIO(content)).pages) == 3
    assert Document(str(word.path())).paragraphs
    assert pdf.suggested_filename.startswith("autodiagnostic-numerique-")
    tab.press("Escape")
    tab.wait_for("Relire toutes")
    tab.press("8")
    tab.wait_for("Effacer cette structure")
    with tab.page.expect_download() as dossier:
        tab.press("2")
    assert json.loads(Path(dossier.value.path()).read_text())["format"] == "jalon-dossier"
    tab.press("Escape")
    tab.wait_for("Relire toutes")
    tab.press("4")
    tab.wait_for("dans votre ordre")
    tab.press("a")
    tab.wait_for("X Exporter")
    tab.press("x")
    while len(files) < 5:
        tab.page.wait_for_timeout(20)
    assert {Path(file.suggested_filename).suffix for file in files} == {
        ".pdf",
        ".docx",
        ".json",
        ".csv",
        ".ics",
    }
    assert list((home / "Documents").iterdir()) == []


def test_the_text_grows_and_stays_so(serve: Serve, browse: Browse) -> None:
    served = serve()
    tab = browse(served)
    begin(tab, served)
    columns = tab.screen.columns
    tab.forget()
    tab.page.click("#larger")
    tab.wait_for("p02")
    larger = tab.screen.columns
    assert larger < columns
    tab.reload()
    tab.wait_for("p02")
    assert tab.screen.columns == larger
    tab.open(f"http://{served.host}/?fontsize=16")
    tab.wait_for("p02")
    assert tab.screen.columns == columns


def test_without_javascript_the_page_says_what_it_needs(serve: Serve, chromium: Any) -> None:  # noqa: ANN401
    page = chromium.new_page(java_script_enabled=False)
    page.goto(serve(lang="en").address)
    assert "Jalon needs JavaScript" in page.inner_text("noscript")
    assert page.title() == "Jalon — the digital self-assessment"
    assert page.get_attribute("html", "lang") == "en"
    page.context.close()
