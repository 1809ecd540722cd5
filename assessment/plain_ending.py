"""The end of the line mode: the diagnosis read, the priorities chosen, the PDF offered."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.asking.card import Answer, Card
from assessment.diagnosis import Diagnosis
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.errors import BadInput, shown
from assessment.places import documents_folder, free_path
from assessment.recommendation import AT_MOST
from assessment.report import render_pdf, render_text, suggested_file_name
from assessment.safe_writing import write_atomically
from assessment.typed_answers import NotUnderstoodError, TooManyError, value_of
from assessment.wording import Wording

if TYPE_CHECKING:
    from assessment.plain import PlainSession


def conclude(talk: "PlainSession") -> None:
    """Read the diagnosis aloud, ask for the priorities and offer the PDF."""
    dossier = talk.workspace.dossier(talk.row.id)
    diagnosis = diagnose_dossier(dossier)
    talk.say("")
    talk.say(talk.t("said.ended"))
    talk.say(render_text(diagnosis, talk.lang, date=date.today(), plan=dossier.plan))
    if _choose_priorities(talk, diagnosis):
        dossier = talk.workspace.dossier(talk.row.id)
        diagnosis = diagnose_dossier(dossier)
    content = render_pdf(diagnosis, talk.lang, date=date.today(), plan=dossier.plan)
    _offer_pdf(talk, content, suggested_file_name(diagnosis, talk.lang))


def _choose_priorities(talk: "PlainSession", diagnosis: Diagnosis) -> bool:
    """Ask which recommendations come first; say whether the person changed them."""
    choice = _priorities_card(talk, diagnosis)
    if not choice.answers:
        return False
    talk.say(choice.prompt)
    for number, answer in enumerate(choice.answers, start=1):
        talk.say(talk.t("choice", n=number, label=answer.label))
    while True:
        given = talk.ask(talk.t("prompt.priorities", n=AT_MOST)).strip()
        if given.lower() == "q":
            raise EOFError
        if not given:
            return False
        try:
            talk.session.note("priorities", value_of(given, choice))
        except TooManyError:
            talk.say(talk.t("said.too_many", n=AT_MOST))
        except NotUnderstoodError:
            talk.say(talk.t("said.not_understood", given=shown(given)))
        else:
            return True


def _priorities_card(talk: "PlainSession", diagnosis: Diagnosis) -> Card:
    """Return every recommendation as one question with several answers, the priorities first."""
    wording = Wording(talk.lang, diagnosis)
    everything = {one.item: one for one in (*diagnosis.recommendations, *diagnosis.basics)}
    first = {item: everything.pop(item) for item in diagnosis.priorities}
    answers = []
    for item, one in (first | everything).items():
        title = wording.recommendation(one).title
        answers.append(Answer(item, talk.t("priority", title=title) if item in first else title))
    return Card("several", "", "", talk.t("priorities"), answers=tuple(answers), at_most=AT_MOST)


def _offer_pdf(talk: "PlainSession", content: bytes, name: str) -> None:
    """Ask where the PDF goes until it is there or not wanted; no file is overwritten."""
    folder = documents_folder()
    while True:
        proposed = free_path(folder / name)
        given = talk.ask(talk.t("prompt.pdf", path=proposed)).strip().strip("\"'")
        if given.lower() in ("n", "non", "no"):
            return
        if given.lower() == "q":
            raise EOFError
        try:
            path = _typed_path(given, name) if given else proposed
            write_atomically(path, content, overwrite=False)
        except BadInput as problem:
            talk.say(problem.text(talk.lang))
        else:
            talk.say(talk.t("said.pdf_written", path=path.absolute()))
            return


def _typed_path(given: str, name: str) -> Path:
    """Return the file a person means: in a folder under the proposed name, and always a PDF."""
    path = Path(given)
    try:
        path = path.expanduser()
        if path.is_dir():
            return free_path(path / name)
    except (OSError, RuntimeError, ValueError):  # a name too long, no such user, no character of a path
        raise BadInput("file.no_folder", file=shown(given)) from None
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
