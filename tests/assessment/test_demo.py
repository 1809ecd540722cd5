import json
import re
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from assessment.demo import FILES, demo_dossiers, fill
from assessment.dossier import Dossier, sheet_of, write_dossier
from assessment.dossier.schema import schema_file
from assessment.workspace import Workspace
from questionnaire.languages import language_codes, source_code
from questionnaire.loading import standard_questionnaire
from questionnaire.routing import left_out, progress

LOW_TECH, UNKNOWNS, COOPERATIVE = demo_dossiers()
ALL = pytest.mark.parametrize("dossier", demo_dossiers(), ids=FILES)


def codes(dossier: Dossier) -> list[str]:
    items = {item.id for item in standard_questionnaire().items()}
    return [code for item, code in dossier.latest.answers.items() if item in items]


@ALL
def test_the_organisation_is_plainly_marked_as_fictional(dossier: Dossier) -> None:
    assert "(exemple fictif)" in (dossier.organisation.name or "")


@ALL
def test_everything_put_to_the_organisation_is_answered_and_nothing_else(dossier: Dossier) -> None:
    sheet = sheet_of(dossier, dossier.latest)

    assert progress(standard_questionnaire(), sheet).open == ()
    assert left_out(standard_questionnaire(), sheet) == ()


@ALL
def test_the_priorities_are_needs_of_the_organisation(dossier: Dossier) -> None:
    latest = dossier.latest
    needs = {item for item, code in latest.answers.items() if code == "need"}
    needs |= {basic for basic, code in latest.complement.basics.items() if code in ("need", "improve")}

    assert len(latest.priorities or ()) == 3
    assert set(latest.priorities or ()) <= needs


@ALL
def test_each_need_says_what_it_would_be_for(dossier: Dossier) -> None:
    latest = dossier.latest

    assert all(item in latest.comments for item, code in latest.answers.items() if code == "need")


@pytest.mark.parametrize("name", FILES)
def test_the_files_are_written_as_jalon_writes_them(name: str) -> None:
    content = (files("assessment") / "demo" / name).read_bytes()
    dossier = demo_dossiers()[FILES.index(name)]
    file = schema_file(json.loads(content)["version"])
    schema = json.loads((files("assessment") / "schemas" / file).read_text(encoding="utf-8"))

    assert write_dossier(dossier) == content
    jsonschema.validate(json.loads(content), schema)


@pytest.mark.parametrize("name", FILES)
def test_the_french_is_typeset(name: str) -> None:
    text = (files("assessment") / "demo" / name).read_text(encoding="utf-8")
    words = " ".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text))

    assert "'" not in words
    assert not re.search(r"[ ][:;?!»]|«[ ]", words)


def words_in(tree: object, place: str = "") -> dict[str, str]:
    """Return what a dossier says in words, by place: whatever holds a space."""
    if isinstance(tree, dict | list):
        branches = tree.items() if isinstance(tree, dict) else enumerate(tree)
        return {k: v for name, branch in branches for k, v in words_in(branch, f"{place}.{name}").items()}
    return {place: tree} if isinstance(tree, str) and " " in tree else {}


@pytest.mark.parametrize("lang", [code for code in language_codes() if code != source_code()])
@pytest.mark.parametrize("name", FILES)
def test_every_word_of_theirs_is_translated_in_place(name: str, lang: str) -> None:
    folder = files("assessment") / "demo"
    written = words_in(json.loads((folder / name).read_text(encoding="utf-8")))
    said = words_in(json.loads((folder / lang / name).read_text(encoding="utf-8")))

    assert set(said) == set(written)
    assert not set(said.values()) & set(written.values())


@pytest.mark.parametrize("number", range(len(FILES)), ids=FILES)
def test_only_the_words_change_with_the_language(number: int) -> None:
    french, english = demo_dossiers()[number], demo_dossiers("en")[number]

    assert "(fictional example)" in (english.organisation.name or "")
    assert english.organisation.id == french.organisation.id
    assert english.latest.answers == french.latest.answers
    assert english.latest.complement.basics == french.latest.complement.basics
    assert [action.due for action in english.plan] == [action.due for action in french.plan]
    assert demo_dossiers("xx")[number] == french


def test_the_three_organisations_differ() -> None:
    assert codes(LOW_TECH).count("no_need") > len(codes(LOW_TECH)) / 2
    assert "dont_know" not in codes(LOW_TECH)
    assert codes(UNKNOWNS).count("dont_know") > len(codes(UNKNOWNS)) / 2
    assert COOPERATIVE.organisation.legal_form == "enterprise"
    assert COOPERATIVE.latest.answers["cooperation_past"] == "no_wish"
    assert COOPERATIVE.latest.complement.interest


def test_a_workspace_is_filled_with_the_three(tmp_path: Path) -> None:
    fill(tmp_path / "demo.sqlite3")

    with Workspace(tmp_path / "demo.sqlite3") as workspace:
        rows = workspace.organisations()
    assert [row.name for row in rows] == [dossier.organisation.name for dossier in demo_dossiers()]
    assert all(row.answered == row.asked > 40 for row in rows)
    assert all(isinstance(row.changed, datetime) for row in rows)
