"""What stands in a paragraph of the word-processor file, and the paragraph made of it."""

import re
from dataclasses import dataclass

from docx.text.paragraph import Paragraph

from assessment.report.characters import clean
from assessment.report.word.styles import STRONG

_JOINERS = re.compile("([\u200c\u200d\ufe0e\ufe0f])")
"""Marks that put emoji together and join or part Arabic letters: `clean` drops them for the PDF."""


def printable(text: str) -> str:
    """Return one line of text without control, direction or private characters, joiners kept."""
    if text.isascii():
        return clean(text)
    return "".join(part if _JOINERS.fullmatch(part) else clean(part) for part in _JOINERS.split(text))


@dataclass(frozen=True)
class Line:
    """One paragraph in words and style."""

    text: str
    style: str
    label: str | None = None
    """Words set before the text, in bold."""
    strong: bool = False
    """Whether the text itself is in bold."""


def write(paragraph: Paragraph, line: Line) -> None:
    """Set the style of an empty paragraph and write a line in it."""
    paragraph._p.style = line.style
    if line.label:
        _add(paragraph, line.label, strong=True)
        _add(paragraph, f" {printable(line.text)}", strong=line.strong)
    else:
        _add(paragraph, line.text, strong=line.strong)


def _add(paragraph: Paragraph, text: str, *, strong: bool) -> None:
    run = paragraph.add_run(printable(text))
    if strong:
        run._r.style = STRONG
