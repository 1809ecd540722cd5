"""Handing files over, and the place a tab comes back to: no browser in here."""

import json
from pathlib import Path

import pytest

from assessment.app.handing import download_name
from assessment.app.resuming import Place, keep_place, taken_place
from assessment.app.start import Start


def test_a_place_is_taken_once_as_it_was_kept(tmp_path: Path) -> None:
    file = tmp_path / "place.json"
    place = Place(Start(organisation_id="a", step="tech_ai", page="question", is_presenting=True), "en")
    keep_place(file, place)
    assert taken_place(file) == place
    assert taken_place(file) is None


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", json.dumps({"lang": "xx"}), "\0"])
def test_a_place_that_cannot_be_read_leads_to_the_first_screen(tmp_path: Path, content: str) -> None:
    file = tmp_path / "place.json"
    file.write_text(content)
    assert taken_place(file) is None


def test_a_place_that_cannot_be_kept_costs_nothing_else(tmp_path: Path) -> None:
    keep_place(tmp_path / "none" / "place.json", Place(Start(), "fr"))


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Acme, Ltd; [/x].pdf", "Acme-Ltd-x.pdf"),
        ("été à l’école.json", "ete-a-l-ecole.json"),
        ("Ελλάδα.json", "jalon.json"),
        ('a"b\r\nX: y.txt', "a-b-X-y.txt"),
        ("plan (2).csv", "plan-2.csv"),
    ],
)
def test_a_download_has_a_plain_name(name: str, plain: str) -> None:
    assert download_name(name) == plain
