"""The three people of DESIGN.md, each from the first key to what they came for, in a real terminal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf

from assessment.demo import demo_dossiers
from assessment.dossier import write_dossier
from assessment.workspace import Workspace

Open = Callable[..., Any]
F3, F6 = "\x1bOR", "\x1b[17~"
QUIT, KEEP = "\x11", "\x13"


def leave(terminal: Any) -> None:  # noqa: ANN401
    """Leave the app the way a person does, and wait until it has gone."""
    terminal.press(QUIT)
    terminal.process.expect(r"\x1b\[\?1049l")
    terminal.process.wait()


def words_of(pdf: Path) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def test_a_director_alone_stops_comes_back_and_leaves_with_a_page_for_the_board(
    tmp_path: Path, home: Path, terminal: Open
) -> None:
    workspace = tmp_path / "w.sqlite3"
    first = terminal(workspace)
    first.wait_for("Tapez un chiffre")
    first.press("é")  # 2 on an AZERTY keyboard: the short version
    first.wait_for("Comment s’appelle")
    first.press("La Ressourcerie des Lilas\r")
    first.wait_for("forme juridique")
    first.press("&&")
    first.wait_for("En une phrase")
    first.press("Ne plus perdre nos fichiers\r")
    first.wait_for("b01")
    first.press('"é')
    first.wait_for("b03")
    first.wait_for("enregistré à")
    leave(first)

    again = terminal(workspace)
    again.wait_for("Tapez un chiffre")
    again.press("'")  # 4: carry on
    again.wait_for("La Ressourcerie des Lilas")
    again.press("&")
    again.wait_for("Continuer les questions")
    again.press("&")
    again.wait_for("b03")
    again.press("'" * 10)
    again.wait_for("q01")
    again.press("&&" + "éé&" + "éé")
    again.wait_for("q08")
    again.press("p")  # not a key here: nothing happens
    again.press("'")
    again.wait_for("q09")
    again.press("n")
    again.wait_for("q14")
    again.press("'&")
    again.wait_for("Relecture")
    again.press("r")
    again.wait_for("En bref")
    again.wait_for("Ne plus perdre nos fichiers")
    again.press("p")
    again.wait_for("Gardées|Proposées|proposées")
    again.wait_for("copie de vos fichiers")
    again.press("a")
    again.wait_for("Plan d’action")
    again.press("1")
    again.wait_for("ligne suivante")
    again.press("Samia\r")
    again.settle()
    again.press("31/03/2030")
    again.wait_for("dimanche 31 mars 2030")
    again.press(KEEP)
    again.wait_for(r"Samia\s·\spour\sle\s31\smars\s2030")
    again.press("p")
    again.wait_for("Aperçu")
    again.press("w")
    again.wait_for("Document enregistré")
    leave(again)

    (pdf,) = (home / "Documents").glob("*.pdf")
    text = words_of(pdf)
    assert "La Ressourcerie des Lilas" in text and "Ne plus perdre nos fichiers" in text
    assert "Samia" in text


def test_an_adviser_keeps_notes_to_themselves_and_takes_in_a_dossier_received(
    tmp_path: Path, home: Path, terminal: Open
) -> None:
    received = tmp_path / "recu.json"
    received.write_bytes(write_dossier(demo_dossiers()[1]))
    workspace = tmp_path / "w.sqlite3"
    here = terminal(workspace)
    here.wait_for("Tapez un chiffre")
    here.press("5")
    here.wait_for("Mode accompagnement|mode accompagnement")
    here.press("n")
    here.wait_for("Comment s’appelle")
    here.press("Atelier Témoin\r")
    here.wait_for("forme juridique")
    here.press("g")
    here.wait_for("numéro")
    here.press("q03\r")
    here.wait_for("q03")
    here.press("a")
    here.wait_for("ne sera pas")
    here.press("Le président hésite" + KEEP)
    here.wait_for("Le président")
    here.press("2")
    here.wait_for("q04")
    here.wait_for("enregistré à")
    here.press(F3)
    here.wait_for("Atelier Témoin")
    here.press("i")
    here.wait_for("glisser")
    here.press(f"{received}\r")
    here.wait_for("Les Mots passants")
    here.press(F3)
    here.wait_for("2 structures")
    here.press("/")
    here.wait_for("quelques lettres")
    here.press("temoin")
    here.wait_for("temoin")
    here.press("\r")
    here.wait_for("Gérer le dossier")
    here.press("8")
    here.wait_for("Enregistrer le dossier")
    here.press("2")
    here.wait_for("Dossier enregistré")
    leave(here)

    (exported,) = (home / "Documents").glob("*.json")
    dossier = json.loads(exported.read_text(encoding="utf-8"))
    assert dossier["assessments"][0]["answers"]["platform_participation"] == "need"
    assert "président" not in exported.read_text(encoding="utf-8")
    with Workspace(workspace) as opened:
        names = {row.name for row in opened.organisations()}
        kept = next(row for row in opened.organisations() if row.name == "Atelier Témoin")
        notes = opened.sheet(kept.assessment_id).adviser_notes
    assert {"Atelier Témoin"} < names and len(names) == 2
    assert dict(notes) == {"platform_participation": "Le président hésite"}


def test_a_consultant_projects_a_question_has_it_voted_on_and_hands_out_the_plan(
    tmp_path: Path, home: Path, terminal: Open
) -> None:
    workspace = tmp_path / "w.sqlite3"
    dossier = demo_dossiers()[2]
    with Workspace(workspace) as opened:
        organisation = opened.import_dossier(dossier).organisation_id
    here = terminal(workspace, organisation)
    here.wait_for("Comment s’appelle")
    here.press("\r")
    here.wait_for("forme juridique")
    here.press("g")
    here.wait_for("numéro")
    here.press("q06\r")
    here.wait_for("q06")
    here.press(F6)
    here.wait_for("F6")
    here.press("v")
    here.wait_for("sans que les autres")
    here.press("&&é'")
    here.wait_for("4 vote")
    here.press("\r")
    here.wait_for("réponse retenue")
    here.press("2")
    here.wait_for("enregistré à|q07|Relecture")
    here.press(F6)
    here.wait_for("F1|F2")
    here.press(F3)
    here.wait_for("La Fabrique des cartes")
    here.press("1")
    here.wait_for("priorités")
    here.press("4")
    here.wait_for("6 au plus")
    here.press("a")
    here.wait_for("Plan d’action")
    here.press("1")
    here.wait_for("ligne suivante")
    here.press("Nadia\r")
    here.settle()
    here.press("fin mars 2030\r" + KEEP)
    here.wait_for(r"31\smars\s2030")
    here.press("x")
    here.wait_for(r"\.ics")
    leave(here)

    files = {path.suffix for path in (home / "Documents").iterdir()}
    assert {".csv", ".ics"} <= files
    with Workspace(workspace) as opened:
        sheet = opened.sheet(opened.organisations()[0].assessment_id)
    assert sheet.answer("platform_marketplace") == "need"
    assert sheet.votes["platform_marketplace"] == {"use": 2, "need": 1, "dont_know": 1}
    table = next((home / "Documents").glob("*.csv")).read_text(encoding="utf-8-sig")
    assert "Nadia" in table and "31/03/2030" in table


def test_three_rounds_of_one_organisation_are_played_and_printed(
    tmp_path: Path, home: Path, terminal: Open
) -> None:
    here = terminal(tmp_path / "w.sqlite3")
    here.wait_for("Tapez un chiffre")
    here.press("2")
    here.wait_for("Comment s’appelle")
    here.press("Le Fournil solidaire\r")
    here.wait_for("forme juridique")
    here.press("&&")
    here.wait_for("En une phrase")
    here.press("Une caisse qui parle aux comptes\r")
    here.wait_for("b01")
    here.press("'" * 12)
    here.wait_for("q01")
    here.press("&&ééé'é&")
    here.wait_for("règles d’usage")
    here.wait_for("enregistré à")
    for number, answers in ((1, "&&&" + "=é"), (2, "&&&" + "&&")):
        here.press(F3)
        here.wait_for("structure")
        here.press("1")
        here.wait_for("revoir les points passés")
        here.press("7")
        here.wait_for("ne remplace jamais")
        here.wait_for(rf"T{number}\), daté")
        here.press("n")
        here.wait_for("Qui répond cette fois")
        here.press("Maud, directrice\r")
        here.wait_for("Comment s’appelle")
        here.press("\r")
        here.wait_for("forme juridique")
        here.press("g")
        here.wait_for("numéro")
        here.press("q01\r")
        here.wait_for("vous aviez répondu")
        here.press(answers)
        here.wait_for("q06")
        here.wait_for("enregistré à")
    here.press(F3)
    here.wait_for("T2")
    here.press("1")
    here.wait_for("Voir les résultats")
    here.press("3")
    here.wait_for("En bref")
    here.press("0")
    here.wait_for("Ce qui a changé")
    here.press("\x1b")
    here.wait_for("Voir les résultats")
    here.press("5")
    here.wait_for("Aperçu")
    here.press("w")
    here.wait_for("Document enregistré")
    leave(here)

    (pdf,) = (home / "Documents").glob("*.pdf")
    text = words_of(pdf)
    assert "Ce qui a changé" in text and "Depuis le point précédent" in text
    with Workspace(tmp_path / "w.sqlite3") as kept:
        dossier = kept.dossier(kept.organisations()[0].id)
    first, second, third = dossier.assessments
    assert first.answers["platform_participation"] != third.answers["platform_participation"]
    assert (second.respondent, third.respondent) == ("Maud, directrice", "Maud, directrice")
