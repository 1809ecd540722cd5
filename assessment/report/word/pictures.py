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
    """Return one row a domain: its situation and counts, then the items of each state by name."""
    rows = [
        [
            [Line(row.label, CELL, strong=True)],
            [Line(row.stage, CELL, strong=True), Line(row.counts, CELL)],
            _items_by_state(row, block, t),
        ]
        for row in block.rows
    ]
    return Grid((t("word.area"), t("word.where"), t("domain.items")), (0.18, 0.27, 0.55), rows)


def _items_by_state(row: doc.StateRow, block: doc.StatePicture, t: Texts) -> Cell:
    lines = []
    for state, words in block.legend:
        names = ", ".join(name for found, name in row.states if found == state)
        if names:
            lines.append(Line(names, CELL, label=t("label", name=words)))
    return lines


def europe_grid(block: doc.EuropeChart, t: Texts) -> Grid:
    """Return one row an item: the organisation's answer, the published shares, their base and year."""
    answers = [(state, words) for state, words in block.legend if state != UNPUBLISHED]
    rows = [_europe_row(row, [state for state, _ in answers]) for row in block.rows]
    share = 0.35 / len(answers)
    return Grid(
        (t("study.item"), *(words for _, words in answers), t("word.respondents"), t("study.europe")),
        (0.225, *(share for _ in answers), 0.1, 0.325),
        rows,
        captions=(Line(block.chance_label, SMALL), Line(block.caption, SMALL)),
    )


def _europe_row(row: doc.EuropeRow, states: list[str]) -> list[Cell]:
    published = {segment.state: segment.label for segment in row.segments} | dict(row.nobody)
    shares = [[Line(published.get(state) or row.unpublished or DASH, CELL)] for state in states]
    number = row.number.replace(" ", "\N{NO-BREAK SPACE}")
    item = [Line(f"({number})", CELL, label=row.name), Line(row.answer, CELL)]
    study = [Line(row.sentence, CELL), Line(row.figures, CELL)]
    return [item, *shares, [Line(row.base, CELL)], study]


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
