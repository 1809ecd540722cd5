"""The document to hand out: which version, which kinds of file, where."""

from collections.abc import Iterator
from typing import Literal

from assessment.asking.card import Answer, Card
from assessment.line_mode.choosing import chosen, understood
from assessment.line_mode.saving import save
from assessment.line_mode.typed_answers import value_of
from assessment.line_mode.visit import Visit
from assessment.line_mode.voice import Place

FORMS: tuple[Literal["short", "full"], ...] = ("short", "full")
KINDS = ("pdf", "docx", "txt")


def make_document(visit: Visit) -> None:
    """Ask what the document is to be, then where it goes."""
    voice = visit.voice
    voice.say("")
    if visit.diagnosis().is_blank:
        voice.tell("document.blank")

    def forms() -> list[str]:
        return [voice.t(f"document.form.{form}") for form in FORMS]

    form = FORMS[chosen(voice, "document", forms, intro=lambda: voice.tell("document.which"), default=1) - 1]
    comments = form == "full" and _wants_comments(visit)
    kinds = _kinds(visit)
    from assessment.report import suggested_file_name

    name = suggested_file_name(visit.diagnosis(), voice.lang).removesuffix(".pdf")
    first = f".{kinds[0]}"
    save(voice, name + first, lambda: tuple(_files(visit, form, comments, kinds)))


def _wants_comments(visit: Visit) -> bool:
    """Ask whether the comments are printed, when there are any."""
    voice = visit.voice
    if not visit.session.sheet.comments:
        return True

    def answers() -> list[str]:
        return [voice.app_words("answer.yes"), voice.app_words("answer.no")]

    def intro() -> None:
        voice.tell("document.comments")

    return chosen(voice, "document", answers, intro=intro, default=1) == 1


def _kinds(visit: Visit) -> tuple[str, ...]:
    """Ask for the kinds of file; Enter alone takes the PDF."""
    voice = visit.voice

    def show() -> None:
        voice.tell("document.kinds")
        for rank, kind in enumerate(KINDS, start=1):
            voice.number(rank, voice.t(f"document.kind.{kind}"))

    show()
    place = Place("document", lambda: voice.t("prompt.kinds"), show)
    offer = Card("several", "", "", "", answers=tuple(Answer(kind, kind) for kind in KINDS))
    while line := voice.hear(place):
        kept = understood(voice, line, lambda typed: value_of(typed, offer))
        if isinstance(kept, tuple) and kept:
            return tuple(str(kind) for kind in kept)
    return KINDS[:1]


def _files(
    visit: Visit, form: Literal["short", "full"], comments: bool, kinds: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    """Make each kind of file in the language of the moment, with what is kept now."""
    from assessment.commands.choices import Choices

    choices = Choices(
        benchmark=None,
        lang=visit.voice.lang,
        day=visit.today,
        population="all",
        form=form,
        comments=comments,
        has_dossier_inside=True,
    )
    dossier = visit.workspace.dossier(visit.row.id)
    diagnosis = choices.diagnosis(dossier, dossier.latest)
    for kind in kinds:
        if kind == "pdf":
            yield ".pdf", choices.pdf(diagnosis, dossier, dossier.latest)
        elif kind == "docx":
            yield ".docx", choices.docx(diagnosis, dossier)
        else:
            yield ".txt", choices.text(diagnosis, dossier)
