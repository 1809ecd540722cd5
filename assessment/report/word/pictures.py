"""What the PDF draws, as tables of words and numbers: where things stand, the European answers, the annex."""

from assessment.report import document as doc
from assessment.report.word.tables import CELL, Cell, Grid
from assessment.report.word.text import Line
from assessment.texts import Texts

UNPUBLISHED = "unpublished"
"""Entry of the legend for the part of a bar that is not published: no answer, so no column."""
SMALL = "Caption"
DASH = "–"


def state_grid(block: doc.StatePicture, t: Texts) -> Grid:
    """Return one row a domain: its situation in words, and its counts."""
    stages = [t("sentence", text=row.stage) if row.stage else None for row in block.rows]
    rows = [
        [[Line(row.label, CELL, strong=True)], [Line(row.counts, CELL, label=stage)]]
        for row, stage in zip(block.rows, stages, strict=True)
    ]
    return Grid((t("word.area"), t("word.where")), (0.25, 0.75), rows)


def europe_grid(block: doc.EuropeChart, t: Texts) -> Grid:
    """Return one row an item: the organisation's answer, the published shares, what chance alone would do."""
    answers = [(state, words) for state, words in block.legend if state != UNPUBLISHED]
    rows = [_europe_row(row, [state for state, _ in answers]) for row in block.rows]
    share = 0.45 / len(answers)
    return Grid(
        (t("study.item"), *(words for _, words in answers), t("word.chance"), t("word.respondents")),
        (0.30, *(share for _ in answers), 0.13, 0.12),
        rows,
        captions=(Line(block.chance_note, SMALL), Line(block.caption, SMALL)),
    )


def _europe_row(row: doc.EuropeRow, states: list[str]) -> list[Cell]:
    published = {segment.state: segment.label for segment in row.segments} | dict(row.nobody)
    shares = [[Line(published.get(state) or row.unpublished or DASH, CELL)] for state in states]
    number = row.number.replace(" ", "\N{NO-BREAK SPACE}")
    item = [Line(f"({number})", CELL, label=row.name), Line(row.answer, CELL)]
    return [item, *shares, [Line(row.chance_range or DASH, CELL)], [Line(row.base, CELL)]]


def entries_grid(block: doc.Entries) -> Grid:
    """Return one row a question, its comment under it."""
    return Grid(block.columns, (0.17, 0.54, 0.29), [_entry_row(row) for row in block.rows])


def _entry_row(row: doc.Entry) -> list[Cell]:
    question = [Line(row.question, CELL)]
    for position, text in enumerate(row.comment):
        question.append(Line(text, CELL, label=row.comment_label if position == 0 else None))
    answer = [Line(row.answer, CELL, strong=row.is_answered)]
    if row.mark:
        answer.append(Line(row.mark, CELL))
    return [[Line(row.number, CELL)], question, answer]
