"""`jalon group`: a room of organisations counted, as JSON, PDF or text, and one PDF for each of them."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from assessment.commands.choices import Choices
from assessment.commands.output import check_folder, check_place, narrate, put, put_file
from assessment.commands.reading import STANDARD, every_file, place_of, read_given
from assessment.dossier import Dossier
from assessment.dossier_group import contradicting, kept_places, one_each, room_of_dossiers
from assessment.errors import BadInput
from assessment.groups import MOST_IN_A_ROOM
from assessment.places import workspace_path
from assessment.room import Room
from assessment.texts import Texts, texts
from assessment.workspace import Workspace


def run(options: argparse.Namespace) -> int:
    """Count the group and write what was asked for; exit code 2 when a dossier was left aside."""
    words, given = texts("cli", options.lang), every_file(options.dossiers)
    targets = _targets(options)
    _check(targets, given, options.each)
    dossiers, left = _read(given, options.lang) if given else (_of_workspace(options.workspace), 0)
    if not dossiers:
        raise BadInput("usage.no_group")
    room = room_of_dossiers(dossiers.values(), is_public=options.public)
    contents = {key: _content(key, room, options) for key in targets}
    for key in sorted(targets, key=lambda key: targets[key] == STANDARD):
        _deliver(targets[key], contents[key], words)
    _tell(words, dossiers, room, left)
    code = _print_each(dossiers, options) if options.each is not None else 0
    return 2 if left else code


def _targets(options: argparse.Namespace) -> dict[str, str]:
    """Return the file of each output asked for, « - » being standard output; text there by default."""
    keys = ("json", "pdf", "text")
    targets = {f"--{key}": str(target) for key in keys if (target := getattr(options, key)) is not None}
    return targets or ({} if options.each is not None else {"--text": STANDARD})


def _check(targets: Mapping[str, str], given: list[str], each: Path | None) -> None:
    """Refuse, before any work is done, outputs that would destroy one another or a dossier."""
    own, taken = {place_of(dossier) for dossier in given}, dict[str, str]()
    for key, target in targets.items():
        if target != STANDARD:
            check_place(Path(target))
        place = place_of(target)
        if place is None:
            continue
        if place in taken:
            raise BadInput("usage.same_target", key=key, other=taken[place], value=target)
        if place in own and place != STANDARD:
            raise BadInput("usage.over_dossier", key=key, value=target)
        taken[place] = key
    if each is not None:
        check_folder(each)


def _read(given: list[str], lang: str) -> tuple[dict[str, Dossier], int]:
    """Read the dossiers by name; those that cannot be used are told and left aside.

    When none is left, the first sentence is the only one.
    """
    dossiers: dict[str, Dossier] = {}
    problems: list[BadInput] = []
    for name in given:
        try:
            dossiers[name] = read_given(name)
        except BadInput as problem:
            problems.append(problem)
    if not dossiers and problems:
        raise problems[0]
    for told in problems:
        narrate(told.text(lang))
    return dossiers, len(problems)


def _of_workspace(given: Path | None) -> dict[str, Dossier]:
    """Return the dossiers of the workspace by short id.

    Those opened and never answered are nobody yet, and those archived are no longer followed.
    """
    with Workspace(workspace_path(given)) as workspace:
        nobody = {row.id for row in workspace.blank()}
        rows = [row for row in workspace.organisations() if row.id not in nobody and row.archived is None]
        return {row.short_id: workspace.dossier(row.id) for row in rows}


def _content(key: str, room: Room, options: argparse.Namespace) -> bytes:
    """Make one output."""
    if key == "--json":
        from assessment.group_json import write_group_json

        return write_group_json(room)
    from assessment.report import render_group

    day = options.date or date.today()
    return render_group(room, options.lang, "pdf" if key == "--pdf" else "txt", date=day)


def _deliver(target: str, content: bytes, words: Texts) -> None:
    if target == STANDARD:
        put(content)
    else:
        put_file(Path(target), content, words)


def _tell(words: Texts, dossiers: Mapping[str, Dossier], room: Room, left: int) -> None:
    """Say who was counted once only, and how many were counted when some were not."""
    twice = len(dossiers) - len(one_each(dossiers.values()))
    if twice:
        narrate(words.count("group.twice", twice))
    against = contradicting(tuple(dossiers.values()))
    if against:
        narrate(words.count("group.against", against))
    if room.shown.is_public:
        narrate(words("group.once"))
    elif room.group.organisations > MOST_IN_A_ROOM:
        narrate(words("group.no_room", most=MOST_IN_A_ROOM))
    if left:
        counted = words.count("group.counted", room.group.organisations)
        narrate(f"{counted}, {words.count('batch.left', left)}.")


def _print_each(dossiers: Mapping[str, Dossier], options: argparse.Namespace) -> int:
    """Write one PDF for each organisation, as `jalon diagnose --pdf-dir` does."""
    from assessment.commands.batch import print_several

    choices = Choices(
        lang=options.lang,
        day=options.date or date.today(),
        population="all",
        benchmark=None,
        form="short",
        comments=True,
        has_dossier_inside=True,
    )
    names, every = list(dossiers), list(dossiers.values())
    known = {names[place]: every[place] for place in kept_places(every)}
    return print_several(list(known), known.__getitem__, options.each, choices)
