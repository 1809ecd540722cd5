"""Whatever is wrong with a dossier: one sentence with file, key, value and nearest name; nothing written."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]

ROUND: dict[str, Any] = {
    "id": "t0",
    "date": "2026-11-22",
    "questionnaire": "soga-2019",
    "profile": {"employees": "0_to_9", "sdg": [4]},
    "answers": {"tech_ai": "need"},
    "comments": {"tech_ai": "…"},
    "complement": {"basics": {"b01": "need"}},
}
GOOD: dict[str, Any] = {
    "format": "jalon-dossier",
    "version": 1,
    "organisation": {"name": "Le Jardin", "country": "FR"},
    "assessments": [ROUND],
}


def changed(place: str, value: object) -> bytes:
    tree: Any = copy.deepcopy(GOOD)
    *groups, last = [int(part) if part.isdigit() else part for part in place.split("/")]
    branch = tree
    for group in groups:
        branch = branch[group]
    branch[last] = value
    return json.dumps(tree).encode()


def text(content: str) -> bytes:
    return json.dumps(GOOD).replace('"tech_ai": "need"', content, 1).encode()


BAD: list[tuple[str, bytes, tuple[str, ...]]] = [
    # (what is wrong, the file, what the sentence must name beside the file)
    ("unknown question", changed("assessments/0/answers/tech_a", "use"), ("answers", "tech_a", "tech_ai")),
    ("unknown code", changed("assessments/0/answers/tech_ai", "needs"), ("answers.tech_ai", "needs", "need")),
    ("unknown basic", changed("assessments/0/complement/basics/b13", "need"), ("basics", "b13")),
    ("unknown country", changed("organisation/country", "FX"), ("organisation.country", "FX", "F")),
    ("lower-case country", changed("organisation/country", "fr"), ("organisation.country", "fr", "FR")),
    (
        "unknown legal form",
        changed("organisation/legal_form", "assoc"),
        ("legal_form", "assoc", "association"),
    ),
    ("newer version", changed("version", 3), ("3", "2")),
    ("no version", changed("version", None), ("version",)),
    ("another format", changed("format", "jalon-diagnosis"), ("jalon-diagnosis", "jalon-dossier")),
    (
        "unknown questionnaire",
        changed("assessments/0/questionnaire", "soga-2018"),
        ("soga-2018", "soga-2019"),
    ),
    ("unknown key", changed("assessments/0/anwsers", {}), ("assessments[0].anwsers", "answers")),
    ("unknown key at the top", changed("organization", {}), ("organization", "organisation")),
    ("duplicate key", text('"tech_ai": "need", "tech_ai": "use"'), ("tech_ai",)),
    ("no such date", changed("assessments/0/date", "2026-02-30"), ("assessments[0].date", "2026-02-30")),
    ("empty", b"", ()),
    ("blank", b" \n\t", ()),
    ("truncated", json.dumps(GOOD, indent=1).encode()[:-40], ()),
    ("truncated in a text", b'{"format": "jalon-dos', ()),
    ("no JSON", b"PK\x03\x04 a word processor's file", ()),
    ("a list", b"[1, 2]", ()),
    ("nested", b"[" * 100_000, ()),
    ("nested and closed", b"[" * 100_000 + b"]" * 100_000, ()),
    ("nested in a dossier", text('"tech_ai": ' + "[" * 100_000 + "]" * 100_000), ()),
    ("nested objects", b'{"a":' * 100_000 + b"1" + b"}" * 100_000, ()),
    ("NaN", text('"tech_ai": NaN'), ("NaN",)),
    ("Infinity", text('"tech_ai": -Infinity'), ("-Infinity",)),
    ("a huge number", text('"tech_ai": 1e400'), ("1e400",)),
    ("a huge integer", text('"tech_ai": ' + "9" * 5_000), ("999",)),
    ("a huge goal", changed("assessments/0/profile/sdg", [10**25]), ("profile.sdg",)),
    ("UTF-16", json.dumps(GOOD).encode("utf-16"), ()),
    ("Latin-1", '{"format": "é"}'.encode("latin-1"), ()),
    ("half a character", changed("organisation/name", "\udc80"), ("organisation.name",)),
    ("a NUL in a name", changed("organisation/name", "Le\0Jardin"), ("organisation.name",)),
    ("an escape in a name", changed("organisation/name", "Le\x1b[2JJardin"), ("organisation.name",)),
    ("a line break in a name", changed("organisation/name", "Le\nJardin"), ("organisation.name",)),
    ("a long name", changed("organisation/name", "x" * 1_001), ("organisation.name", "1000")),
    (
        "a long comment",
        changed("assessments/0/comments/tech_ai", "x" * 100_001),
        ("comments.tech_ai", "100000"),
    ),
    ("controls in a key", changed("organisation/\x1b[2J\u202e", 1), ("\\u001b", "\\u202e")),
    ("controls in a code", changed("assessments/0/answers/tech_ai", "\x1b[2J"), ("tech_ai", "\\u001b")),
    ("no assessment", changed("assessments", []), ("assessments",)),
]
parametrize = pytest.mark.parametrize(("content", "told"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])


@parametrize
def test_a_bad_dossier_is_refused_in_one_sentence_and_nothing_is_written(
    content: bytes, told: tuple[str, ...], refused: Call, jalon: Call, tmp_path: Path, demo: tuple[Path, ...]
) -> None:
    jalon("import", demo[0])
    bad = tmp_path / "reçu [1].json"
    bad.write_bytes(content)
    named = ("reçu [1].json", *told)

    refused("diagnose", bad, "--pdf", tmp_path / "d.pdf", "--json", tmp_path / "d.json", told=named)
    refused("import", demo[1], bad, told=named)


def test_a_bad_dossier_on_standard_input_is_refused_the_same_way(refused: Call) -> None:
    for _, content, told in BAD:
        refused("diagnose", "-", stdin=content, told=told)


@pytest.mark.parametrize("what", ["nested", "nested in a dossier", "Latin-1", "a huge integer", "empty"])
def test_a_fresh_process_refuses_them_too(what: str, process: Call, sentence: Call, tmp_path: Path) -> None:
    content = next(content for name, content, _ in BAD if name == what)
    (tmp_path / "bad.json").write_bytes(content)

    assert "bad.json" in sentence(process("diagnose", tmp_path / "bad.json"))


def test_a_first_import_that_fails_leaves_no_workspace_behind(
    jalon: Call, sentence: Call, tmp_path: Path, workspace: Path, demo: tuple[Path, ...]
) -> None:
    (tmp_path / "bad.json").write_bytes(b"{}")

    sentence(jalon("import", demo[0], tmp_path / "bad.json"))

    assert not workspace.exists()


@pytest.mark.parametrize(
    "name",
    [
        "[bold]Acme[/] [link=x]",
        "<b>&amp;</b>",
        "שלום",
        "\u200f\u202eAcme\u202c",
        "👩\u200d🌾🌱",
        "Ὀρφεύς Ж",
        "x" * 1_000,
        None,
    ],
)
def test_unusual_names_go_all_the_way_through(name: str | None, jalon: Call, tmp_path: Path) -> None:
    file = tmp_path / "d.json"
    file.write_bytes(changed("organisation/name", name))

    assert jalon("import", file).code == 0
    (line,) = jalon("list").lines
    exported = jalon("export", line.split("\t")[0])
    assert exported.data["organisation"].get("name") == name
    assert jalon("diagnose", "-", stdin=exported.out).code == 0
    assert jalon("diagnose", "-", "--pdf", tmp_path / "d.pdf", stdin=exported.out).code == 0
    assert jalon("export", line.split("\t")[0], "--out", tmp_path).code == 0


def test_comments_of_a_hundred_thousand_characters_go_all_the_way_through(
    jalon: Call, tmp_path: Path
) -> None:
    comment = ("Être à l’heure, c’est [bold]tout[/]. 🌱\n" * 3_000)[:100_000]
    file = tmp_path / "d.json"
    file.write_bytes(changed("assessments/0/comments/tech_ai", comment))

    assert jalon("import", file).code == 0
    assert jalon("export", "Le Jardin").data["assessments"][0]["comments"]["tech_ai"] == comment
    assert jalon("diagnose", file, "--full", "--text", tmp_path / "d.txt").code == 0
    assert "Être à l’heure" in (tmp_path / "d.txt").read_text(encoding="utf-8")
