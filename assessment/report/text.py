"""The plain-text twin of the PDF: same document, same order, made to be read aloud or pasted.

One paragraph a line, never wrapped; a table becomes one short record a row; a chart becomes its figures
in words.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from assessment.report import document as doc

UNDERLINES = {1: "=", 2: "-"}


def make_text(document: doc.Document) -> str:
    """Write a document as plain text."""
    blocks = (block for page in document.pages for block in page.blocks)
    lines = (*block_lines(blocks, document.colon), "", document.standing)
    return "\n".join(_single_gaps(lines)).strip() + "\n"


def block_lines(blocks: Iterable[doc.Block], colon: str) -> Iterator[str]:
    """Write some blocks of a document as lines of plain text; the colon is that of the language."""
    writer = _Writer(colon)
    return _single_gaps(line for block in blocks for line in writer.block(block))


def _single_gaps(lines: Iterable[str]) -> Iterator[str]:
    """Keep one empty line where several follow each other."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line


class _Writer:
    """Writes blocks as lines; the colon is that of the language."""

    def __init__(self, colon: str) -> None:
        self._colon = colon
        self._writers: dict[type, Callable[[Any], Iterator[str]]] = {
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

    def block(self, block: doc.Block) -> Iterator[str]:
        """Write one block, an empty line after it."""
        yield from self._writers[type(block)](block)
        yield ""

    def _named(self, name: str, text: str) -> str:
        """Write « name : text », without a colon after a question mark."""
        mark = "" if name.endswith("?") else self._colon
        return f"{name}{mark} {text}".rstrip()

    def _title(self, block: doc.Title) -> Iterator[str]:
        yield block.kicker
        yield from self._heading(doc.Heading(1, block.text))
        yield from block.lines

    def _heading(self, block: doc.Heading) -> Iterator[str]:
        yield ""
        yield block.text
        mark = UNDERLINES.get(block.level)
        if mark:
            yield mark * min(len(block.text), 80)

    def _paragraph(self, block: doc.Paragraph) -> Iterator[str]:
        yield f"{block.label} {block.text}" if block.label else block.text

    def _bullets(self, block: doc.Bullets) -> Iterator[str]:
        for item in block.items:
            yield f"- {next(self._paragraph(item))}"

    def _table(self, block: doc.Table) -> Iterator[str]:
        titles = [column.title for column in block.columns]
        for place, row in enumerate(block.rows):
            if not any(row):
                continue
            yield row[0] if block.strong_first or place in block.groups else f"- {row[0]}"
            if place in block.groups:
                continue
            cells = zip(titles[1:], row[1:], strict=True)
            yield from (f"  {self._named(title, cell)}" for title, cell in cells if cell or block.fill_in)
        if block.caption:
            yield block.caption

    def _callout(self, block: doc.Callout) -> Iterator[str]:
        yield from self._heading(block.heading)
        for part in block.blocks:
            yield from self.block(part)

    def _columns(self, block: doc.Columns) -> Iterator[str]:
        yield from self._callout(block.left)
        yield from self._callout(block.right)

    def _card(self, block: doc.Card) -> Iterator[str]:
        yield from self._heading(block.heading)
        yield f"{block.tag} {block.note}"
        for part in (*block.main, *block.side):
            yield from self._paragraph(part)

    def _state_picture(self, block: doc.StatePicture) -> Iterator[str]:
        for row in block.rows:
            yield self._named(row.label, f"{row.stage}. {row.counts}" if row.stage else row.counts)

    def _two_lanes(self, block: doc.TwoLanes) -> Iterator[str]:
        yield block.title
        yield block.sentence
        yield block.caption

    def _europe_chart(self, block: doc.EuropeChart) -> Iterator[str]:
        for row in block.rows:
            yield f"- {row.name} ({row.number}). {row.answer}"
            yield f"  {row.sentence}"
            yield f"  {row.figures}"
        yield block.chance_note
        yield block.caption

    def _entries(self, block: doc.Entries) -> Iterator[str]:
        for row in block.rows:
            yield f"{row.number}. {row.question}"
            yield f"  {self._named(block.columns[2], row.answer)}" + (f" ({row.mark})" if row.mark else "")
            for position, text in enumerate(row.comment):
                yield f"  {row.comment_label} {text}" if position == 0 else f"  {text}"

    def _contents(self, block: doc.Contents) -> Iterator[str]:
        yield from (f"- {entry.text}" for entry in block.entries)
