"""list, import, export, new and open: the organisations of one workspace."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
MOTS = "Les Mots passants (exemple fictif)"


def edited(source: Path, target: Path, **changes: object) -> Path:
    """Write a dossier with some keys of its only assessment changed."""
    tree = json.loads(source.read_text(encoding="utf-8"))
    tree["assessments"][0] |= changes
    target.write_text(json.dumps(tree), encoding="utf-8")
    return target


# --- list ---------------------------------------------------------------------------------------


def test_an_empty_workspace_lists_nothing_and_says_how_to_begin(jalon: Call) -> None:
    french, english = jalon("list"), jalon("--lang", "en", "list")

    assert (french.code, french.out) == (english.code, english.out) == (0, b"")
    assert "jalon new" in french.err
    assert "jalon new" in english.err


def test_list_prints_one_organisation_a_line(jalon: Call, demo: tuple[Path, ...]) -> None:
    jalon("import", *demo)

    run = jalon("--lang", "en", "list")

    assert (run.code, run.err) == (0, "")
    cells = [line.split("\t") for line in run.lines]
    dossiers = [json.loads(f.read_text()) for f in demo]
    rounds = {one["organisation"]["name"]: len(one["assessments"]) for one in dossiers}
    assert {name for _, name, *_ in cells} == set(rounds)
    for short_id, name, round_, progress in cells:
        assert short_id.isalnum()
        assert len(short_id) >= 6
        assert name
        assert str(rounds[name]) in round_
        assert len({word for word in progress.split() if word.isdigit()}) == 1  # all asked are answered


def test_an_organisation_without_answers_shows_how_many_are_asked(process: Call, jalon: Call) -> None:
    assert process("ask", "Le Jardin").code == 0

    (line,) = jalon("list").lines

    counts = [int(word) for word in line.split("\t")[3].split() if word.isdigit()]
    assert counts[0] == 0
    assert counts[1] > 30


@pytest.mark.parametrize("name", ["Acme [/x] [UK]", "חברה", "\u202eneila", "🌱", "a\u2069\u202eb\u2067"])
def test_names_are_listed_harmlessly(name: str, jalon: Call, tmp_path: Path, demo: tuple[Path, ...]) -> None:
    tree = json.loads(demo[0].read_text(encoding="utf-8"))
    tree["organisation"]["name"] = name
    (tmp_path / "d.json").write_text(json.dumps(tree), encoding="utf-8")
    assert jalon("import", tmp_path / "d.json").code == 0

    (line,) = jalon("list").lines

    cell = line.split("\t")[1]
    assert name in cell
    open_isolates = 0
    for character in cell:
        open_isolates += character in "\u2066\u2067\u2068"
        open_isolates -= character == "\u2069"
        assert character not in "\u202d\u202e" or open_isolates > 0
    assert open_isolates <= 0
    assert jalon("export", name).data["organisation"]["name"] == name


def test_a_dossier_without_a_name_can_be_listed_and_exported(
    jalon: Call, tmp_path: Path, demo: tuple[Path, ...]
) -> None:
    tree = json.loads(demo[0].read_text(encoding="utf-8"))
    del tree["organisation"]["name"]
    (tmp_path / "d.json").write_text(json.dumps(tree), encoding="utf-8")
    jalon("import", tmp_path / "d.json")

    (line,) = jalon("--lang", "en", "list").lines
    short_id, name, *_ = line.split("\t")

    assert name == "(no name)"
    assert "name" not in jalon("export", short_id).data["organisation"]


# --- import and export --------------------------------------------------------------------------


def test_a_dossier_goes_in_and_comes_out_unchanged(jalon: Call, demo: tuple[Path, ...]) -> None:
    for file in demo:
        assert jalon("import", file).out == b""
        name = json.loads(file.read_text(encoding="utf-8"))["organisation"]["name"]
        run = jalon("export", name)
        assert (run.code, run.err) == (0, "")
        assert run.out == file.read_bytes()


def test_importing_again_changes_nothing_and_says_so(
    jalon: Call, demo: tuple[Path, ...], disk: Callable[[], object]
) -> None:
    assert "imported" in jalon("--lang", "en", "import", *demo).err
    rows = jalon("list").out

    run = jalon("--lang", "en", "import", *demo)

    assert run.code == 0
    assert run.err.count("nothing changed") == 3
    assert jalon("list").out == rows


def test_the_same_id_with_other_content_is_refused_and_nothing_imported(
    jalon: Call, refused: Call, tmp_path: Path, demo: tuple[Path, ...]
) -> None:
    jalon("import", demo[1])
    other = edited(demo[1], tmp_path / "other.json", answers={"tech_ai": "use"})

    said = refused("import", demo[0], other, told=("other.json",))

    assert "nothing was imported" in said
    assert len(jalon("list").lines) == 1


def test_several_organisations_are_exported_to_a_folder(
    jalon: Call, tmp_path: Path, demo: tuple[Path, ...]
) -> None:
    jalon("import", *demo)
    ids = [line.split("\t")[0] for line in jalon("list").lines]
    (tmp_path / "out").mkdir()

    run = jalon("--lang", "en", "export", *ids, ids[0], "--out", tmp_path / "out")

    written = sorted((tmp_path / "out").iterdir())
    assert (run.code, run.out) == (0, b"")
    assert {file.read_bytes() for file in written} == {file.read_bytes() for file in demo}
    assert sorted(run.err.splitlines()) == sorted(f"Written: {file}" for file in written)
    again = jalon("--lang", "en", "export", ids[0], "--out", tmp_path / "out").err
    assert again.startswith("Written, in place of the file that was there")


def test_several_organisations_need_a_folder(jalon: Call, refused: Call, demo: tuple[Path, ...]) -> None:
    jalon("import", *demo)
    ids = [line.split("\t")[0] for line in jalon("list").lines]

    refused("export", *ids, told=("--out",))


@pytest.mark.parametrize("how", ["stdout", "folder"])
def test_private_notes_leave_only_when_asked_for(
    how: str, jalon: Call, tmp_path: Path, demo: tuple[Path, ...]
) -> None:
    notes = {"tech_ai": "entre nous"}
    jalon("import", edited(demo[1], tmp_path / "n.json", adviser_notes=notes))
    (line,) = jalon("list").lines
    name, folder = line.split("\t")[1], tmp_path / "out"
    folder.mkdir()

    def leaves(*options: str) -> bytes:
        where = ("--out", folder) if how == "folder" else ()
        run = jalon("export", name, *options, *where)
        assert run.code == 0
        return bytes(run.out) or next(folder.iterdir()).read_bytes()

    assert b"adviser_notes" not in leaves()
    assert b"entre nous" not in leaves()
    assert json.loads(leaves("--with-private-notes"))["assessments"][0]["adviser_notes"] == notes


def test_export_finds_an_organisation_by_short_id_or_by_name_whatever_the_capitals(
    jalon: Call, demo: tuple[Path, ...]
) -> None:
    jalon("import", *demo)
    row = next(line.split("\t") for line in jalon("list").lines if MOTS in line)

    assert jalon("export", row[0]).out == jalon("export", MOTS.upper()).out == jalon("export", MOTS).out


# --- new and open, as far as they go without a terminal ------------------------------------------


def test_an_existing_name_is_refused_with_a_hint_at_open(
    jalon: Call, refused: Call, demo: tuple[Path, ...]
) -> None:
    jalon("import", *demo)

    refused("new", MOTS, told=(MOTS, f'jalon open "{MOTS}"'))
    refused("new", MOTS.upper(), "--at", "q07", told=("jalon open",))


@pytest.mark.parametrize("command", [("open",), ("export",)])
def test_an_unknown_name_is_told_with_the_nearest_one(
    command: tuple[str, ...], jalon: Call, refused: Call, demo: tuple[Path, ...]
) -> None:
    jalon("import", *demo)

    refused(*command, "Les mots pasants (exemple fictif)", told=("Les mots pasants", MOTS))
    refused(*command, "zzz", told=("zzz",))
    refused(*command, "\udcff", told=("\ufffd",))


@pytest.mark.parametrize("command", ["new", "open"])
def test_an_unknown_question_is_told_with_the_nearest_one(
    command: str, jalon: Call, refused: Call, demo: tuple[Path, ...]
) -> None:
    jalon("import", *demo)

    refused(command, MOTS, "--at", "tech_aii", told=("--at", "tech_aii", "tech_ai"))
    refused(command, "Autre", "--at", "q32", told=("--at", "q32"))
    refused(command, "Autre", "--at", "p06", told=("--at", "p06"))  # reserved, never asked
    refused(command, "Autre", "--at", "", told=("--at",))


def test_without_a_terminal_the_app_does_not_start_and_creates_nothing(
    refused: Call, jalon: Call, workspace: Path
) -> None:
    jalon("list")

    for command in ((), ("demo",), ("new", "Le Jardin")):
        refused(*command, told=("jalon ask",))
    connection = sqlite3.connect(workspace)
    assert connection.execute("SELECT count(*) FROM organisation").fetchone() == (0,)
    connection.close()
