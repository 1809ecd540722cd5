"""Walks through an installation in one language and prints what it shows by place; a program, not a test.

python walk.py CODE WORKSPACE, with PYTHONPATH at the packages to walk through.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from assessment import cli
from assessment.app import Start
from assessment.app.jalon import Jalon
from assessment.app.page import Page
from assessment.demo import demo_dossiers
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import render_text, report_document, suggested_file_name
from questionnaire.languages import language_codes


def screen(app: Jalon) -> str:
    """Return what the page on top shows."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def app_pages(lang: str, workspace: Path) -> dict[str, str]:
    """Open in the first language, press F2 until the wanted one, and look at some pages."""
    app = Jalon(workspace, language_codes()[0], start=Start())
    shown: dict[str, str] = {}
    async with app.run_test(size=(80, 24)) as pilot:
        while app.desk.questionnaire is None:
            await pilot.pause(0.01)
        shown["first"] = screen(app)
        while app.desk.lang != lang:
            await pilot.press("f2")
            await pilot.pause()
        shown["welcome"] = screen(app)
        for place in ("start", "question", "review", "example", "pdf", "home"):
            app.lead(place, "tech_ai" if place == "question" else None)
            await pilot.pause()
            await pilot.pause()
            assert isinstance(app.screen, Page)
            shown[place] = screen(app)
        await pilot.press("f1")
        await pilot.pause()
        shown["help"] = screen(app)
    app.close()
    return shown


def documents(lang: str) -> Iterator[tuple[str, str]]:
    """Yield the text twin of a document, and the name of its file."""
    diagnosis = diagnose_dossier(demo_dossiers(lang)[1], population="france")
    yield "document", render_text(diagnosis, lang, form="full", date=date(2026, 11, 23))
    yield "file", suggested_file_name(diagnosis, lang)
    yield "tag", report_document(diagnosis, lang, date=date(2026, 11, 23)).language_tag


def main(lang: str, workspace: str) -> None:
    """Print everything as one JSON object, and run the commands on standard output."""
    shown = {"code": str(Path(cli.__file__)), **dict(documents(lang))}
    print(json.dumps({**shown, **asyncio.run(app_pages(lang, Path(workspace)))}))


if __name__ == "__main__":
    main(*sys.argv[1:])
