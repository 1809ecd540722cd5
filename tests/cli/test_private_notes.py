"""A private note is in nothing handed out: every renderer, every command and every file inside a file."""

import json
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

import assessment.report
from assessment.demo import demo_dossiers
from assessment.dossier import Dossier, dossier_to_attach, sheet_of, write_dossier
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.plan_export import export_plan
from assessment.planned import PlanWords
from assessment.portfolio import lines
from assessment.portfolio_words import Portfolio, PortfolioWords
from assessment.report import AttachedFile
from assessment.room import room_of
from assessment.wording import Wording
from assessment.workspace import Workspace
from questionnaire.loading import standard_questionnaire
from tests.cli.conftest import Call

NOTE = "ZINZOLIN"
"""Word that stands in the private notes only."""
COMMENT = "AMARANTE"
"""Word that stands in the comments only: what may be handed out, and shows that the search finds words."""
MINUTES = "INCARNAT"
"""Word that stands in the minutes only."""
DAY = date(2026, 11, 25)


def noted(dossier: Dossier) -> Dossier:
    """Return a dossier with a private note and a comment on each answer of each round."""
    rounds = tuple(
        one.model_copy(
            update={
                "adviser_notes": dict.fromkeys((*one.answers, "b01"), NOTE),
                "comments": dict.fromkeys(one.answers, COMMENT),
            }
        )
        for one in dossier.assessments
    )
    return dossier.model_copy(update={"assessments": rounds})


@pytest.fixture
def dossiers() -> tuple[Dossier, ...]:
    """Return the examples, one of them in its second round, with notes everywhere."""
    return tuple(map(noted, demo_dossiers("fr")))


@pytest.fixture
def files(dossiers: tuple[Dossier, ...], tmp_path: Path) -> list[Path]:
    """Return them as files that hold their notes."""
    paths = [tmp_path / f"d{number}.json" for number in range(len(dossiers))]
    for path, dossier in zip(paths, dossiers, strict=True):
        path.write_bytes(write_dossier(dossier, with_private_notes=True))
        assert NOTE in path.read_text()
    return paths


def words_in(content: bytes) -> str:
    """Return all that can be read in a file: its bytes, its pages, its members, the files inside it."""
    return "\n".join(_parts(content))


def _parts(content: bytes) -> Iterator[str]:
    yield content.decode("utf-8", "ignore")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield from (words_in(archive.read(name)) for name in archive.namelist())
    if content.startswith(b"%PDF"):
        reader = pypdf.PdfReader(BytesIO(content))
        yield from (page.extract_text() for page in reader.pages)
        yield from (str(one.title) for one in reader.outline if isinstance(one, pypdf.generic.Destination))
        yield str(reader.metadata)
        for number in sorted({*reader.xref[0], *reader.xref_objStm}):
            found = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
            yield str(found)
            if isinstance(found, pypdf.generic.StreamObject):
                yield found.get_data().decode("utf-8", "ignore")


def rendered(dossier: Dossier, lang: str) -> dict[str, list[bytes]]:
    """Return what each renderer of the report makes, by its name."""
    report, found = assessment.report, diagnose_dossier(dossier)
    plan, latest = dossier.plan, dossier.latest
    inside = AttachedFile("d.json", dossier_to_attach(dossier, latest, comments=True))
    sheet = sheet_of(dossier, latest)
    room = room_of(standard_questionnaire(), [sheet] * 6)
    return {
        "render_pdf": [
            report.render_pdf(found, lang, form=form, date=DAY, plan=plan, dossier=inside)
            for form in ("short", "full")
        ],
        "render_docx": [report.render_docx(found, lang, form="full", date=DAY, plan=plan)],
        "render_text": [report.render_text(found, lang, form="full", date=DAY, plan=plan).encode()],
        "render_team_sheet": [report.render_team_sheet(found, lang, "pdf", date=DAY)],
        "render_kit": [report.render_kit(found, lang, kind, date=DAY) for kind in ("pdf", "docx", "txt")],
        "render_shared_diagnosis": [
            report.render_shared_diagnosis(found, lang, kind, date=DAY, plan=plan) for kind in ("docx", "txt")
        ],
        "render_group": [report.render_group(room, lang, kind, date=DAY) for kind in ("pdf", "txt")],
    }


def test_no_renderer_prints_a_private_note(dossiers: tuple[Dossier, ...]) -> None:
    for dossier in dossiers:
        made = rendered(dossier, "fr")
        for renderer, files in made.items():
            assert files
            assert [NOTE in words_in(file) for file in files] == [False] * len(files), renderer
        assert all(COMMENT in words_in(file) for file in made["render_pdf"])
        assert COMMENT in words_in(made["render_docx"][0])


def test_every_renderer_is_searched(dossiers: tuple[Dossier, ...]) -> None:
    known = {name for name in dir(assessment.report) if name.startswith("render_")}
    # The pages of a network are made from counters: the command is searched below.
    # Those of a portfolio are made from what the workspace tells of all: searched below too.
    assert known - {"render_network", "render_portfolio"} == set(rendered(dossiers[0], "en"))


def test_the_plan_leaves_without_private_notes(dossiers: tuple[Dossier, ...]) -> None:
    for dossier in dossiers:
        found = diagnose_dossier(dossier)
        said = PlanWords(found, Wording("fr", found)).all(dossier.plan)
        made = export_plan(said, "fr", name="Le Jardin", owner_id="1", day=DAY)
        assert made.files
        assert all(NOTE not in words_in(file.content) for file in made.files)


def test_the_portfolio_leaves_without_notes_comments_or_minutes(
    dossiers: tuple[Dossier, ...], tmp_path: Path
) -> None:
    minutes = tuple(
        dossier.model_copy(
            update={
                "assessments": tuple(
                    one.model_copy(update={"session": one.session.model_copy(update={"minutes": MINUTES})})
                    for one in dossier.assessments
                )
            }
        )
        for dossier in dossiers
    )
    with Workspace(tmp_path / "p.sqlite3") as workspace:
        for dossier in minutes:
            workspace.import_dossier(dossier)
        found = lines(workspace.followed(), DAY)
        told = workspace.told([line.followed.id for line in found])
    words = PortfolioWords("fr", standard_questionnaire(), DAY)
    made = Portfolio(words.lines(found, told), tuple(words.actions(found)), "")
    for kind in ("pdf", "docx", "txt", "xlsx"):
        text = words_in(assessment.report.render_portfolio(made, "fr", kind, date=DAY))
        assert not any(word in text for word in (NOTE, COMMENT, MINUTES))
        assert "Abri" in text


def test_no_output_of_a_command_holds_a_private_note(jalon: Call, files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    for folder in ("each", "dir", "csv"):
        (out / folder).mkdir(parents=True)
    for number, file in enumerate(files):
        papers = {f"--{kind}": out / f"{number}.{kind}" for kind in ("pdf", "docx", "json", "text")}
        papers |= {"--kit": out / f"{number}-kit.pdf", "--dla": out / f"{number}-dla.txt"}
        given = [word for option in papers.items() for word in option]
        assert jalon("diagnose", file, "--full", *given).code == 0
        assert all(path.exists() for path in papers.values())
        shown = jalon("diagnose", file)
        assert COMMENT in shown.text or shown.out
        (out / f"{number}.shown").write_bytes(shown.out)
    assert jalon("diagnose", *files, "--pdf-dir", out / "dir").code == 0
    group = (
        "--pdf",
        out / "g.pdf",
        "--json",
        out / "g.json",
        "--text",
        out / "g.txt",
        "--each",
        out / "each",
    )
    assert jalon("group", *files, *group).code == 0
    network = (
        "--pdf",
        out / "n.pdf",
        "--json",
        out / "n.json",
        "--text",
        out / "n.txt",
        "--csv",
        out / "csv",
    )
    # Ten at least are needed to publish anything: the same ones again, under other names.
    many = [_another(file, number) for number in range(4) for file in files]
    assert jalon("network", *many, *network).code == 0
    held = [path for path in out.rglob("*") if path.is_file()]
    assert len(held) >= 7 * len(files) + 3 + 3
    assert [path.name for path in held if NOTE in words_in(path.read_bytes())] == []
    assert COMMENT in words_in((out / "0.pdf").read_bytes())


def _another(file: Path, number: int) -> Path:
    """Return a copy of a dossier that is another organisation's."""
    tree = json.loads(file.read_text())
    tree["organisation"].pop("id", None)
    tree["organisation"]["name"] = f"{file.stem} {number}"
    path = file.with_name(f"{file.stem}-{number}.json")
    path.write_text(json.dumps(tree))
    return path


def test_a_dossier_leaves_with_its_notes_only_when_asked(
    jalon: Call, files: list[Path], tmp_path: Path
) -> None:
    assert jalon("import", *files).code == 0
    ids = [line.split("\t")[0] for line in jalon("list").lines]
    for short_id in ids:
        plain, asked = jalon("export", short_id), jalon("export", short_id, "--with-private-notes")
        assert NOTE not in plain.text
        assert COMMENT in plain.text
        assert NOTE in json.dumps(asked.data)
    assert NOTE not in jalon("list").text
    assert NOTE not in jalon("group").text
