"""Organisations put aside: listed last, left out of the group, opened by name all the same."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from assessment.workspace import Workspace

Call = Callable[..., Any]


def test_an_archived_organisation_is_listed_last_and_not_counted(
    jalon: Call, demo: tuple[Path, ...], workspace: Path
) -> None:
    jalon("import", *demo)
    with Workspace(workspace) as opened:
        first = opened.organisations()[0]
        opened.archive(first.id, date(2026, 11, 25))

    lines = [line.split("\t") for line in jalon("--lang", "en", "list").lines]

    assert [line[4:] for line in lines] == [[], [], ["archived"]]
    assert lines[-1][1] == first.name
    assert jalon("group", "--json", "-").data["organisations"] == 2
    assert jalon("group", *demo, "--json", "-").data["organisations"] == 3
    assert jalon("export", str(first.name)).code == 0
