"""`jalon list`, `import` and `export`: the organisations of the workspace and their dossiers."""

import argparse
from pathlib import Path

from assessment.commands.output import check_place, narrate, put, put_file
from assessment.errors import BadInput, shown
from assessment.free_text import isolated
from assessment.places import dossier_name, workspace_path
from assessment.texts import Texts, texts
from assessment.workspace import OrganisationRow, Workspace


def run(options: argparse.Namespace) -> None:
    """Run the command named in the options."""
    words, path = texts("cli", options.lang), workspace_path(options.workspace)
    if options.command == "import":
        _import(path, options.files, words)
        return
    with Workspace(path) as workspace:
        if options.command == "list":
            _list(workspace, words)
        else:
            _export(workspace, options, words)


def _list(workspace: Workspace, words: Texts) -> None:
    rows = sorted(workspace.organisations(), key=lambda row: row.archived is not None)
    put("".join(f"{_line(row, words)}\n" for row in rows))
    if not rows:
        narrate(words("done.empty"))


def _line(row: OrganisationRow, words: Texts) -> str:
    """Return short id, name, round and progress, tab-separated so that other programs can cut them.

    An archived organisation says so in one more column.
    """
    answered = words("done.answered", answered=row.answered, asked=row.asked or _asked_at_first())
    columns = (row.short_id, _name(row.name, words), words("done.round", n=row.rounds), answered)
    return "\t".join((*columns, *([words("done.archived")] if row.archived else [])))


def _asked_at_first() -> int:
    """Return how many steps are put to an organisation that has answered nothing yet."""
    from questionnaire.answers import AnswerSheet
    from questionnaire.loading import standard_questionnaire
    from questionnaire.routing import steps

    return len(steps(standard_questionnaire(), AnswerSheet()))


def _name(name: str | None, words: Texts) -> str:
    return isolated(name) if name else words("done.unnamed")


def _import(path: Path, files: list[Path], words: Texts) -> None:
    """Read every file before the workspace is touched: one bad file and nothing is imported."""
    from assessment.dossier import read_dossier_file
    from questionnaire.loading import standard_questionnaire

    questionnaire = standard_questionnaire()
    dossiers = [(read_dossier_file(file, questionnaire), str(file)) for file in files]
    with Workspace(path) as workspace:
        reports = workspace.import_dossiers(dossiers)
    for file, report in zip(files, reports, strict=True):
        key = "done.imported" if report.changed else "done.unchanged"
        narrate(words(key, file=shown(file.name), name=_name(report.name, words)))


def _export(workspace: Workspace, options: argparse.Namespace, words: Texts) -> None:
    """Make every dossier before the first is written."""
    from assessment.dossier import write_dossier

    rows = {row.id: row for row in map(workspace.find, options.names)}.values()
    contents = [
        write_dossier(workspace.dossier(row.id), with_private_notes=options.with_private_notes)
        for row in rows
    ]
    if options.out is None:
        if len(contents) > 1:
            raise BadInput("usage.several_need_out")
        put(contents[0])
        return
    paths = [options.out / dossier_name(row.name, row.short_id) for row in rows]
    for path in paths:
        check_place(path)
    for path, content in zip(paths, contents, strict=True):
        put_file(path, content, words)
