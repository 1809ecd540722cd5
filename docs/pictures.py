"""Makes the pictures of the README from the examples and the real app: .venv/bin/python docs/pictures.py."""

import asyncio
import re
import tempfile
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from assessment.app import Start
from assessment.app.jalon import Jalon
from assessment.demo import demo_dossiers, fill
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import render_pdf

HERE = Path(__file__).parent
SHOWN = (0, 1, 4)
"""Front sheet, priorities, first area."""
SCALE = 1.1
GAP = 16
SCREENS = {
    "question": (("open", None), ("question", "tech_ai")),
    "results": (("open", None), ("results", None)),
}
"""Pages gone through for each picture of the app."""
_REMOTE_FONTS = re.compile(r"@font-face \{.*?\}", re.DOTALL)
"""A picture asks nothing of any other computer."""


def document_picture() -> None:
    """Write docs/document.png: three pages of the full form side by side."""
    dossier = demo_dossiers()[2]
    pdf = render_pdf(diagnose_dossier(dossier), "fr", form="full", date=date(2026, 11, 25), plan=dossier.plan)
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].render(scale=SCALE).to_pil() for number in SHOWN]
    width, height = pages[0].size
    sheet = Image.new("RGB", (len(pages) * (width + GAP) + GAP, height + 2 * GAP), "#C5CED8")
    for place, page in enumerate(pages):
        sheet.paste(page, (GAP + place * (width + GAP), GAP))
    sheet.quantize(64).save(HERE / "document.png", optimize=True)


async def app_pictures() -> None:
    """Write one picture a screen, taken from the app at work on the third example."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "demo.sqlite3"
        fill(workspace)
        app = Jalon(workspace, "fr", start=Start())
        try:
            async with app.run_test(size=(80, 24)) as pilot:
                while app.desk.questionnaire is None:
                    await pilot.pause(0.05)
                await pilot.pause(0.5)
                organisation = app.workspace.organisations()[-1].id
                for name, way in SCREENS.items():
                    for place, argument in way:
                        app.lead(place, organisation if place == "open" else argument)
                        await pilot.pause(0.5)
                    if name == "results":
                        await pilot.press("4")
                        await pilot.pause(0.5)
                    drawn = app.export_screenshot(title="Jalon")
                    (HERE / f"{name}.svg").write_text(_REMOTE_FONTS.sub("", drawn), encoding="utf-8")
        finally:
            app.close()


if __name__ == "__main__":
    document_picture()
    asyncio.run(app_pictures())
