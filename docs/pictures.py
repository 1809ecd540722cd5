"""Makes the picture of the README from a fictional example: .venv/bin/python docs/pictures.py."""

from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from assessment.demo import demo_dossiers
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.report import render_pdf

SHOWN = (0, 1, 4)
"""Front sheet, priorities, first area."""
SCALE = 1.1
GAP = 16


def main() -> None:
    """Write docs/document.png: three pages of the full form side by side."""
    dossier = demo_dossiers()[2]
    pdf = render_pdf(diagnose_dossier(dossier), "fr", form="full", date=date(2026, 11, 25), plan=dossier.plan)
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].render(scale=SCALE).to_pil() for number in SHOWN]
    width, height = pages[0].size
    sheet = Image.new("RGB", (len(pages) * (width + GAP) + GAP, height + 2 * GAP), "#C5CED8")
    for place, page in enumerate(pages):
        sheet.paste(page, (GAP + place * (width + GAP), GAP))
    sheet.quantize(64).save(Path(__file__).with_name("document.png"), optimize=True)


if __name__ == "__main__":
    main()
