"""The organisation itself: its name, its dossier in a file, erasing it for good."""

from assessment.errors import BadInput
from assessment.line_mode.choosing import chosen
from assessment.line_mode.saving import save
from assessment.line_mode.typed_answers import digits
from assessment.line_mode.visit import Visit
from assessment.places import dossier_name

WAYS = ("rename", "export", "erase")


class Erased(Exception):  # noqa: N818
    """The organisation at hand is no more."""


def look_after(visit: Visit) -> None:
    """Offer what can be done with the organisation and its file; Erased once it is erased."""
    voice = visit.voice

    def labels() -> list[str]:
        return [voice.t(f"organisation.way.{way}") for way in (*WAYS, "nothing")]

    def intro() -> None:
        voice.say("")
        voice.tell("where.organisation", name=visit.name)

    rank = chosen(voice, "organisation", labels, intro=intro, default=len(WAYS) + 1)
    if rank <= len(WAYS):
        {"rename": _rename, "export": _export, "erase": _erase}[WAYS[rank - 1]](visit)


def _rename(visit: Visit) -> None:
    """Give it another name; Enter keeps the one there is, 0 takes it away."""
    voice = visit.voice
    while typed := voice.line("rename"):
        try:
            visit.workspace.rename(visit.row.id, None if digits(typed) == "0" else typed)
        except BadInput as problem:
            voice.say(problem.text(voice.lang))
        else:
            visit.catch_up()
            voice.tell("said.saved_as", words=visit.name)
            return


def _export(visit: Visit) -> None:
    """Write the dossier, the private notes left out."""
    from assessment.dossier import write_dossier

    name = visit.session.sheet.get("organisation.name")
    file = dossier_name(str(name) if name else None, visit.row.short_id)
    visit.voice.tell("organisation.about_export")
    save(
        visit.voice,
        file,
        lambda: ((".json", write_dossier(visit.workspace.dossier(visit.row.id))),),
    )


def _erase(visit: Visit) -> None:
    """Erase everything once the person has typed the word for it."""
    voice = visit.voice
    voice.tell("organisation.about_erasing", name=visit.name)
    word = voice.t("organisation.erase_word")
    if voice.line("erase", word=word).casefold() != word:
        voice.tell("organisation.not_erased")
        return
    visit.workspace.delete(visit.row.id)
    voice.tell("organisation.erased")
    raise Erased
