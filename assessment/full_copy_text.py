"""All that is kept about one organisation, as a text a person can read; pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from assessment.day_words import full_date, long_date
from assessment.dossier import Action, Assessment, Dossier, Meeting, sheet_of
from assessment.field_words import FieldWords, subject_of
from assessment.texts import Texts, texts
from questionnaire.answers import Value
from questionnaire.model import Questionnaire

if TYPE_CHECKING:
    from assessment.full_copy import Kept
    from assessment.workspace import Changed

_INDENT = "    "
_ABOUT_THE_ROUND = ("respondent", "session.people", "session.minutes", "consent.named", "priorities")
"""Fields about no question, in their order."""
_OF_AN_ACTION = ("first_step", "owner", "help")


def full_copy_text(kept: "Kept", questionnaire: Questionnaire, lang: str, *, day: date) -> str:
    """Return the text, what it is and that it holds private notes said first."""
    return "\n".join(_FullCopy(kept, questionnaire, lang).lines(day)) + "\n"


class _FullCopy:
    def __init__(self, kept: "Kept", questionnaire: Questionnaire, lang: str) -> None:
        self._kept, self._questionnaire, self._lang = kept, questionnaire, lang
        self._t: Texts = texts("full_copy", lang)
        self._words = FieldWords(questionnaire, lang)
        rounds = sorted(kept.dossier.assessments, key=lambda one: one.date)
        self._rounds = tuple(enumerate(rounds))

    def lines(self, day: date) -> Iterator[str]:
        """Yield every line."""
        t, dossier = self._t, self._kept.dossier
        name = dossier.organisation.name or t("unnamed")
        yield t("title", name=name)
        yield ""
        yield t("what", day=long_date(day, self._lang))
        yield from self._organisation(dossier)
        for number, assessment in self._rounds:
            yield from self._round(number, assessment)
        yield from self._headed("plan", [line for one in dossier.plan for line in self._action(one)])
        yield from self._headed("meetings", [line for one in dossier.sessions for line in self._meeting(one)])
        yield from self._headed("changes", list(self._changes()))

    def _entry(self, label: str, text: str) -> Iterator[str]:
        """Yield a label and a text."""
        return _hung(self._t("entry", label=label, text=text))

    def _label(self, field: str) -> str:
        """Return what a field about no question of a round is called."""
        return self._t(f"field.{subject_of(field)}")

    def _headed(self, part: str, lines: Sequence[str]) -> Iterator[str]:
        """Yield a part under its title; an empty one says so."""
        yield from _title(self._t(f"heading.{part}"))
        yield from lines or (self._t(f"none.{part}"),)

    def _organisation(self, dossier: Dossier) -> Iterator[str]:
        yield from _title(self._t("heading.organisation"))
        said = dossier.organisation.model_dump(exclude_none=True)
        for key, value in said.items():
            field = f"organisation.{key}"
            yield from self._entry(self._label(field), self._words.said(field, value))
        if self._kept.archived:
            yield self._t("archived", day=long_date(self._kept.archived, self._lang))

    # --- rounds ---------------------------------------------------------------------------------

    def _round(self, number: int, assessment: Assessment) -> Iterator[str]:
        day = long_date(assessment.date, self._lang)
        yield from _title(self._t("heading.round", number=number, day=day))
        yield self._t("questionnaire", id=assessment.questionnaire, assessment=assessment.id or "—")
        sheet = sheet_of(self._kept.dossier, assessment)
        fields = {name: v for name, v in sheet.fields.items() if not name.startswith("organisation.")}
        for name in _ABOUT_THE_ROUND:
            if name in fields:
                yield from self._entry(self._label(name), self._words.said(name, fields.pop(name)))
        for subject in self._in_order(fields):
            yield ""
            yield self._words.question(subject)
            for name in sorted((one for one in fields if subject_of(one) == subject), key=_rank):
                yield from _indented(self._said(name, fields[name]))
        yield from ("", self._t("others_unanswered"))

    def _said(self, name: str, value: Value) -> Iterator[str]:
        """Yield what a field says of its question; votes say by themselves what they are."""
        said = self._words.said(name, value)
        return _hung(said) if name.startswith("votes.") else self._entry(self._words.part(name), said)

    def _in_order(self, fields: Mapping[str, Value]) -> Sequence[str]:
        """Return the questions anything is kept about, in the order they are asked in."""
        questionnaire = self._questionnaire
        order = [
            *(one.id for one in questionnaire.profile),
            *(one.id for one in questionnaire.outside.basics),
            *(one.id for one in questionnaire.questions),
            *(one.id for one in questionnaire.outside.questions),
        ]
        ranks = {subject: rank for rank, subject in enumerate(order)}
        subjects = {subject_of(name) for name in fields}
        return sorted(subjects, key=lambda subject: (ranks.get(subject, len(order)), subject))

    # --- what goes beyond one round -------------------------------------------------------------

    def _action(self, action: Action) -> Iterator[str]:
        about = self._words.said("priorities", (action.item,)) if action.item else ""
        title = " — ".join(part for part in (about, action.title or "") if part)
        yield from _hung(f"- {title}")
        said = {name: getattr(action, name) for name in _OF_AN_ACTION}
        said["due"] = full_date(action.due, self._lang) if action.due else None
        said["status"] = self._t(f"status.{action.status}")
        said["support"] = (
            texts("shared_diagnosis", self._lang)(f"support.{action.support}") if action.support else None
        )
        told = texts("followup", self._lang)
        brought = action.progress.model_dump(exclude_none=True)
        entries = [(self._t(f"action.{name}"), text) for name, text in said.items() if text]
        entries += [(told(f"brought.{name}").rstrip(" .:"), text) for name, text in brought.items()]
        for label, text in entries:
            yield from _indented(self._entry(label, str(text)))

    def _meeting(self, meeting: Meeting) -> Iterator[str]:
        yield f"- {full_date(meeting.date, self._lang)}"
        if meeting.people:
            yield from _indented(self._entry(self._t("meeting.people"), " · ".join(meeting.people)))
        if meeting.minutes:
            yield from _indented(self._entry(self._t("meeting.minutes"), meeting.minutes))

    def _changes(self) -> Iterator[str]:
        for number, assessment in self._rounds:
            for change in self._kept.changes.get(assessment.id or "", ()):
                yield from self._change(number, change)

    def _change(self, number: int, change: "Changed") -> Iterator[str]:
        """Yield one change of mind: when, about what, from what to what."""
        field = change.field
        subject = self._words.question(subject_of(field))
        has_part = field.startswith(("comments.", "adviser_notes.", "votes."))
        what = f"{subject} ({self._words.part(field)})" if has_part else subject
        when = self._t("when", day=long_date(change.at.date(), self._lang), time=f"{change.at:%H:%M}")
        undone = self._t("undone") if change.was_undone else ""
        yield self._t("change", when=when, number=number, what=what, undone=undone)
        yield from _indented(self._entry(self._t("before"), self._words.said(field, change.old)))
        yield from _indented(self._entry(self._t("after"), self._words.said(field, change.new)))


def _rank(field: str) -> tuple[int, str]:
    """Return the place of a field under its question: the answer first, the private note last."""
    order = ("votes", "comments", "adviser_notes")
    first = field.partition(".")[0]
    return (order.index(first) + 1 if first in order else 0), field


def _title(words: str) -> Iterator[str]:
    yield from ("", "", words, "=" * len(words), "")


def _hung(text: str) -> Iterator[str]:
    """Yield the lines of a text, all but the first one hanging."""
    first, *others = text.splitlines() or [""]
    yield first
    yield from (f"{_INDENT}{line}" for line in others)


def _indented(lines: Iterator[str]) -> Iterator[str]:
    yield from (f"{_INDENT}{line}" for line in lines)
