"""The report as a word-processor file: the same document, ready to be taken into someone else's.

Everything is said by styles and nothing by hand, so that a text pasted elsewhere takes the look of that
place and its headings stand in the navigation pane. What the PDF draws is here a table of words and numbers.
python-docx is imported here and in the modules this one imports, so this module itself is imported inside
the function that makes a file.
"""

from collections.abc import Callable, Iterator
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

from assessment.report import document as doc
from assessment.report.word.file import bytes_of, empty_file
from assessment.report.word.pictures import entries_grid, europe_grid, state_grid
from assessment.report.word.tables import CELL, Grid, add_table
from assessment.report.word.text import Line, write
from assessment.texts import texts

BODY, CAPTION, QUOTE, BOX = "Normal", "Caption", "Quote", "JalonBox"
ROLES: dict[doc.Role, str] = {
    "body": BODY,
    "compact": BODY,
    "lead": "JalonLead",
    "quote": QUOTE,
    "caption": CAPTION,
    "note": "JalonNote",
}
"""Style of each role of a paragraph."""


def make_docx(document: doc.Document) -> bytes:
    """Write a document as a .docx file; the same document gives the same bytes."""
    writer = Writer(document)
    for page in document.pages:
        writer.page(page)
    return bytes_of(writer.file)


class Writer:
    """Writes blocks at the end of a file."""

    def __init__(self, document: doc.Document) -> None:
        self.file = empty_file(document)
        self._t = texts("report", document.lang)
        self._last_heading = document.running_title
        self.writers: dict[type, Callable[[Any], None]] = {
            doc.Title: self._title,
            doc.Heading: self._heading,
            doc.Paragraph: self._paragraph,
            doc.Bullets: self._bullets,
            doc.Table: self._table,
            doc.Callout: self._callout,
            doc.Columns: self._columns,
            doc.Card: self._card,
            doc.StatePicture: self._state_picture,
            doc.TwoLanes: self._two_lanes,
            doc.EuropeChart: self._europe_chart,
            doc.Entries: self._entries,
            doc.Contents: self._contents,
        }

    def page(self, page: doc.Page) -> None:
        """Write blocks, the first of them on a new page."""
        start = self._place()
        neighbours = zip((None, *page.blocks), page.blocks, (*page.blocks[1:], None), strict=False)
        for before, block, after in neighbours:
            self.block(block)
            if isinstance(before, doc.Heading) and isinstance(block, doc.Paragraph) and _is_headed(after):
                self._keep_with_next(self._place() - 1, self._place())
        self._part_from_table()
        if start and page.blocks:
            first = next(self._paragraphs(start, self._place()))
            first.get_or_add_pPr().pageBreakBefore_val = True

    def block(self, block: doc.Block) -> None:
        """Write one block."""
        self.writers[type(block)](block)

    def _add(self, line: Line) -> Paragraph:
        if not line.style.startswith("Heading"):
            self._part_from_table()
        paragraph = self.file.add_paragraph()
        write(paragraph, line)
        return paragraph

    def _place(self) -> int:
        """Return how many paragraphs and tables are written; the description of the page closes the file."""
        return len(self.file.element.body) - 1

    def _paragraphs(self, start: int, end: int) -> Iterator[CT_P]:
        """Yield the paragraphs between two places, those of the tables too."""
        for part in self.file.element.body[start:end]:
            yield from part.iter(qn("w:p"))

    def _keep_with_next(self, start: int, end: int) -> None:
        for paragraph in self._paragraphs(start, end):
            paragraph.get_or_add_pPr().keepNext_val = True

    def _part_from_table(self) -> None:
        """Leave a thin empty line under a table: two in a row would become one."""
        place = self._place()
        if place and self.file.element.body[place - 1].tag == qn("w:tbl"):
            write(self.file.add_paragraph(), Line("", "JalonGap"))

    def _title(self, block: doc.Title) -> None:
        self._add(Line(block.kicker, "Subtitle"))
        self._add(Line(block.text, "Title"))
        for line in block.lines:
            self._add(Line(line, "JalonFacts"))

    def _heading(self, block: doc.Heading) -> None:
        self._last_heading = block.text
        self._add(Line(block.text, f"Heading{min(block.level, 3)}"))

    def _paragraph(self, block: doc.Paragraph) -> None:
        self._add(_line(block, ROLES[block.role]))

    def _bullets(self, block: doc.Bullets) -> None:
        self._list(block, "ListBullet")

    def _list(self, block: doc.Bullets, style: str) -> None:
        for item in block.items:
            self._add(_line(item, style))

    def _table(self, block: doc.Table) -> None:
        rows = [
            [
                [Line(text, CELL, strong=column == 0 and (block.strong_first or place in block.groups))]
                for column, text in enumerate(row)
            ]
            for place, row in enumerate(block.rows)
        ]
        self._grid(
            Grid(
                [column.title for column in block.columns],
                [column.share for column in block.columns],
                rows,
                fill_in=block.fill_in,
                titles_inside=block.groups,
                captions=(Line(block.caption, CAPTION),) if block.caption else (),
            )
        )

    def _grid(self, grid: Grid) -> None:
        self._part_from_table()
        add_table(self.file, grid, self._last_heading)

    def _callout(self, block: doc.Callout) -> None:
        """Write a box that stays whole: its heading as any other, what it holds on a pale ground."""
        start = self._place()
        self._heading(block.heading)
        for part in block.blocks:
            if isinstance(part, doc.Paragraph):
                self._add(_line(part, QUOTE if part.role == "quote" else BOX))
            elif isinstance(part, doc.Bullets):
                self._list(part, "JalonBoxBullet")
            else:
                self.block(part)
        self._keep_with_next(start, self._place() - 1)

    def _columns(self, block: doc.Columns) -> None:
        self._callout(block.left)
        self._callout(block.right)

    def _card(self, block: doc.Card) -> None:
        """Write a recommendation that stays whole: what to do, then what it takes on a pale ground."""
        start = self._place()
        self._heading(block.heading)
        self._add(Line(block.note, "JalonTag", label=block.tag))
        for part in block.main:
            self._add(_line(part, BODY))
        for part in block.side:
            self._add(_line(part, BOX))
        self._keep_with_next(start, self._place() - 1)

    def _state_picture(self, block: doc.StatePicture) -> None:
        self._grid(state_grid(block, self._t))

    def _two_lanes(self, block: doc.TwoLanes) -> None:
        self._add(Line(block.title, BODY, strong=True))
        self._add(Line(block.sentence, BODY))
        self._add(Line(block.caption, CAPTION))

    def _contents(self, block: doc.Contents) -> None:
        """Name the sections; a word processor numbers and links its own table of contents."""
        for entry in block.entries:
            self._add(Line(entry.text, "ListBullet"))

    def _europe_chart(self, block: doc.EuropeChart) -> None:
        self._grid(europe_grid(block, self._t))

    def _entries(self, block: doc.Entries) -> None:
        self._grid(entries_grid(block))


def _is_headed(block: doc.Block | None) -> bool:
    """Say whether a block begins with a heading: an introduction just before it must not be left behind."""
    return isinstance(block, doc.Heading | doc.Callout | doc.Columns | doc.Card)


def _line(part: doc.Paragraph, style: str) -> Line:
    return Line(part.text, style, label=part.label)
